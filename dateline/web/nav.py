"""The pages, their order and their links; and the cure for a shared link that opens a page on a cold server.

Until some visitor has run app.py, Streamlit takes ``pages/`` for a folder of stand-alone pages and runs the one that a
link names without its frame. ``ensure`` at the head of each page notices that, registers the pages as app.py would, and
starts the run anew, now through app.py with the frame.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dateline.web import state

ROOT = Path(__file__).parents[2]

TITLES: dict[str, tuple[str, str]] = {
    "front": ("Front page", ":material/newspaper:"),
    "timelines": ("Timelines", ":material/timeline:"),
    "quotes": ("Quotes", ":material/format_quote:"),
    "topics": ("Topics", ":material/category:"),
    "compare": ("Compare", ":material/compare_arrows:"),
    "search": ("Search", ":material/search:"),
    "read": ("Read", ":material/menu_book:"),
    "load": ("Load", ":material/upload_file:"),
    "entity": ("Name", ":material/person:"),
    "corrections": ("Names", ":material/group:"),
}
"""Page → title and icon, in the order of the menu."""

_DETAIL = ("entity", "corrections")
"""Pages that are reached from other pages and do not stand in the menu."""


def pages() -> dict[str, StreamlitPage]:
    """Every page by name. Made anew each run, as st.navigation wants them."""
    return {
        name: st.Page(ROOT / "pages" / f"{name}.py", title=title, icon="", default=name == "front")
        for name, (title, _) in TITLES.items()
    }


def navigation(of: dict[str, StreamlitPage]) -> StreamlitPage:
    """Register the pages; returns the one to run. The menu itself is drawn by ``menu``."""
    return st.navigation(list(of.values()), position="hidden")


def ensure() -> None:
    """First line of every page: start anew through app.py where the page runs without its frame."""
    from streamlit.runtime.pages_manager import PagesManager

    if PagesManager.uses_pages_directory:
        navigation(pages())
        st.rerun()


def menu(of: dict[str, StreamlitPage], here: str) -> None:
    """A row of links that carry the lens along; a middle click opens the page in a new tab with the same lens."""
    with st.container(horizontal=True, gap="small", key="menu"):
        for name, page in of.items():
            if name not in _DETAIL:
                title, icon = TITLES[name]
                st.page_link(
                    page, label=f"**{title}**" if name == here else title, icon=icon, query_params=state.link(name)
                )

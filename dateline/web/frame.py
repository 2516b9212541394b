"""The frame around every page: navigation, lens, notices; then the page itself. ``app.py`` calls ``draw``."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dateline.counts.summary import summary
from dateline.errors import DatelineError
from dateline.web import data, nav, notices, progress, sidebar, state, style
from dateline.web.components.address import address
from dateline.web.words import plain

_ICON = Path(__file__).parent / "assets" / "icon.png"


def draw() -> None:
    """Draw frame and page. Every run of the app goes through here."""
    # an image of our own: Streamlit fetches the picture of an icon's name from elsewhere
    st.set_page_config("Dateline", _ICON, layout="wide")
    style.draw()
    pages = nav.pages()
    page = nav.navigation(pages)
    name = next(n for n, p in pages.items() if p.url_path == page.url_path)
    data.ensure_demo()
    state.begin(name, data.default_pile())
    if (ghost := state.ghost()) is not None:
        address(ghost)
    if goto := state.pending():
        st.switch_page(pages[goto[0]], query_params=goto[1])
    opened = data.opened()
    corpus = opened.corpus
    state.redirect(opened.redirects, opened.went)
    rows = data.rows()
    with st.sidebar:
        sidebar.draw(corpus, summary(corpus, rows))
    nav.menu(pages, name)
    progress.draw(data.pile())
    notices.draw(corpus, data.problem(), len(rows))
    try:
        page.run()
    except DatelineError as e:
        st.error(plain(str(e)), icon=":material/error:")

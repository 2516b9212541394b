"""A chart on a page: title, figure, text alternative, and a menu to save it as PNG, SVG, HTML or its data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dateline import export
from dateline.web import state, view
from dateline.web.components.clicks import clicks
from dateline.web.components.save_chart import save_chart

_CONFIG = {"displaylogo": False, "modeBarButtonsToRemove": ["toImage", "lasso2d", "select2d", "autoScale2d"]}


def chart(
    title: str,
    figure: go.Figure,
    values: pd.DataFrame,
    *,
    key: str,
    alt: str,
    caption: str = "",
    on_select: Callable[[dict[str, Any]], None] | None = None,
    modes: tuple[str, ...] = ("points",),
    tools: Callable[[], None] | None = None,
) -> None:
    """Draw a figure under its title, its caption under it.

    ``values`` is the small frame behind the figure, for saving and for reading without eyes; ``alt`` says in a sentence
    what the chart shows. ``on_select`` is called (as a callback, before the next run) with Streamlit's selection, a
    dict of points, box and lasso; ``modes`` are the kinds of selection it takes (with "box" the figure's dragmode is
    "select", with "lasso" it is "lasso"; with "click" alone every click counts, also a second one on the same mark, and
    those on a heatmap).
    ``tools`` draws controls beside the title.
    """
    # Streamlit's chart reports clicks or drags, never both: see components/clicks.py
    both = bool(on_select) and (("points" in modes and ("box" in modes or "lasso" in modes)) or "click" in modes)

    def selected() -> None:
        got = state.value_of(key)
        chosen = dict(got.selection) if got is not None else {}
        if on_select and (chosen.get("box") or chosen.get("lasso") or (chosen.get("points") and not both)):
            on_select(chosen)

    with st.container(gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            with st.container(width="content"):
                st.subheader(title, anchor=False)
            if both:
                clicks(key, lambda point: on_select({"points": [point], "box": []}))
            st.space("stretch")
            if tools:
                tools()
            menu(title, values, key, alt, lambda: _pictures(title, figure, key))
        chosen = tuple(m for m in modes if m != "click")
        extra: dict[str, Any] = {"on_select": selected, "selection_mode": chosen} if on_select and chosen else {}
        st.plotly_chart(figure, key=key, alt=alt, config=_CONFIG, **extra)
        if caption:
            st.caption(caption)


def menu(title: str, values: pd.DataFrame, key: str, alt: str, pictures: Callable[[], None]) -> None:
    """Draw the menu that saves a figure: ``pictures`` draws the buttons for the picture; the figures behind it, and
    what it shows in words."""
    with st.popover("Save", icon=":material/download:", type="tertiary", width="content"):
        st.caption("The picture")
        pictures()
        st.caption("The figures")
        with st.container(horizontal=True):
            downloads(values, view.file_name(title), key)
        st.caption("In words")
        st.text(alt)


def _pictures(title: str, figure: go.Figure, key: str) -> None:
    name = view.file_name(title)
    save_chart(key, name, title)
    st.download_button(
        "Web page",
        lambda: figure.to_html(include_plotlyjs=True).encode(),
        f"{name}.html",
        "text/html",
        key=f"{key}.html",
        on_click="ignore",
    )


def downloads(values: pd.DataFrame | Callable[[], pd.DataFrame], name: str, key: str, note: str = "") -> None:
    """Buttons that save a frame as CSV, Excel and JSON Lines, with the view, and ``note``, written in the file.

    A frame that is slow to make is given as a function; it is made when a button is pressed.
    """
    words = "\n".join(filter(None, (view.words(), note)))
    kinds = {
        "CSV": ("csv", "text/csv", export.to_csv),
        "Excel": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", export.to_excel),
        "JSON Lines": ("jsonl", "application/x-ndjson", export.to_jsonl),
    }
    for label, (ending, mime, write) in kinds.items():
        st.download_button(
            label,
            lambda write=write: write(values() if callable(values) else values, words),
            f"{name}.{ending}",
            mime,
            key=f"{key}.{ending}",
            on_click="ignore",
        )

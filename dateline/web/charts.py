"""A chart on a page: title, figure, text alternative, and a menu to save it as PNG, SVG, HTML or its data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dateline import export
from dateline.web import state, view
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
) -> None:
    """Draw a figure under its title.

    ``values`` is the small frame behind the figure, for saving and for reading without eyes; ``alt`` says in a sentence
    what the chart shows. ``on_select`` is called (as a callback, before the next run) with Streamlit's selection, a
    dict of points and box; ``modes`` are the kinds of selection it takes.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        st.subheader(title, anchor=False)
        _menu(title, figure, values, key, alt)
    if caption:
        st.caption(caption)

    def selected() -> None:
        got = state.value_of(key)
        chosen = dict(got.selection) if got is not None else {}
        if on_select and (chosen.get("points") or chosen.get("box")):
            on_select(chosen)

    extra: dict[str, Any] = {"on_select": selected, "selection_mode": modes} if on_select else {}
    st.plotly_chart(figure, key=key, alt=alt, config=_CONFIG, **extra)


def _menu(title: str, figure: go.Figure, values: pd.DataFrame, key: str, alt: str) -> None:
    name = view.file_name(title)
    with st.popover("Save", icon=":material/download:", type="tertiary", width="content"):
        st.caption("The picture")
        save_chart(key, name, title)
        st.download_button(
            "Web page",
            lambda: figure.to_html(include_plotlyjs=True).encode(),
            f"{name}.html",
            "text/html",
            key=f"{key}.html",
            on_click="ignore",
        )
        st.caption("The figures")
        with st.container(horizontal=True):
            downloads(values, name, key)
        st.caption("In words")
        st.text(alt)


def downloads(values: pd.DataFrame, name: str, key: str) -> None:
    """Buttons that save a small frame as CSV, Excel and JSON Lines, with the view written in the file."""
    words = view.words()
    kinds = {
        "CSV": ("csv", "text/csv", export.to_csv),
        "Excel": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", export.to_excel),
        "JSON Lines": ("jsonl", "application/x-ndjson", export.to_jsonl),
    }
    for label, (ending, mime, write) in kinds.items():
        st.download_button(
            label,
            lambda write=write: write(values, words),
            f"{name}.{ending}",
            mime,
            key=f"{key}.{ending}",
            on_click="ignore",
        )

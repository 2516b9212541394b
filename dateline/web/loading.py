"""The Load page: hand in files or text, see what became of them, put outlets and dates right, look after piles."""

from __future__ import annotations

import numpy as np
import streamlit as st

from dateline.corpus import Corpus
from dateline.web import adding, load_report, pile_list, putting_right, state

_VIEWS = {"add": "Add articles", "report": "What became of them", "articles": "Put right", "piles": "Piles"}


def draw(corpus: Corpus, rows: np.ndarray) -> None:
    """Draw the page."""
    st.title("Load", anchor=False)
    view = st.segmented_control(
        "Part of the page",
        list(_VIEWS),
        format_func=_VIEWS.get,
        required=True,
        label_visibility="collapsed",
        **state.bound("view"),
    )
    if view == "report":
        load_report.draw(corpus)
    elif view == "articles":
        putting_right.draw(corpus, rows)
    elif view == "piles":
        pile_list.draw()
    else:
        adding.draw()

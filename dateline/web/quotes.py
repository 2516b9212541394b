"""The Quotes page: who said what, as a table, by speaker, by outlet, repeated, and to be checked."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import streamlit as st

from dateline.corpus import Corpus
from dateline.web import quote_checks, quote_filters, quote_matrix, quote_repeats, quote_speakers, quote_table, state
from dateline.web.quote_filters import Chosen

VIEWS: dict[str, tuple[str, Callable[[Chosen], None]]] = {
    "table": ("Table", quote_table.draw),
    "speakers": ("Who is quoted", quote_speakers.draw),
    "who quotes whom": ("Who quotes whom", quote_matrix.draw),
    "repeated": ("Repeated", quote_repeats.draw),
    "check these": ("Check these", quote_checks.draw),
}
"""View → its name on the page, and what draws it."""


def draw(corpus: Corpus, rows: np.ndarray) -> None:
    """Draw the page."""
    st.title("Quotes", anchor=False)
    of = quote_filters.chosen(corpus, rows)
    if not len(of.all):
        quote_filters.nothing(of)
        return
    view = st.segmented_control(
        "View",
        list(VIEWS),
        format_func=lambda v: VIEWS[v][0],
        required=True,
        label_visibility="collapsed",
        **state.bound("view"),
    )
    quote_filters.draw(of)
    if not quote_filters.nothing(of):
        VIEWS[view][1](of)

"""The Read page: one article as a person would want to read it, with what surrounds it."""

from __future__ import annotations

import numpy as np
import streamlit as st

from dateline.corpus import Corpus
from dateline.web import body, heading, margin, notices, state
from dateline.web.lists import article_list, article_table
from dateline.web.shown import Shown
from dateline.web.words import plain


def draw(corpus: Corpus, rows: np.ndarray) -> None:
    """Draw the article that the address bar names, or the list to choose from."""
    wanted = state.get("article")
    row = corpus.article_row(wanted) if wanted else -1
    if wanted and row < 0:
        st.warning(f"There is no article “{plain(wanted, 40)}” in this pile (any more).", icon=":material/link_off:")
    if row < 0:
        _choose(corpus, rows)
        return
    shown = Shown(corpus, row)
    _steps(corpus, rows, row)
    text, beside = st.columns([0.68, 0.32], gap="large")
    with text:
        heading.draw(shown)
        body.draw(shown)
    with beside:
        margin.draw(shown)


def _choose(corpus: Corpus, rows: np.ndarray) -> None:
    st.title("Read", anchor=False)
    if not len(rows):
        notices.nothing(corpus)
        return
    look = st.segmented_control(
        "Show as",
        ["list", "table"],
        format_func=str.capitalize,
        required=True,
        label_visibility="collapsed",
        **state.bound("look"),
    )
    if look == "table":
        article_table(corpus, rows, "Articles", key="read.table")
    else:
        article_list(corpus, rows, key="read.list")


def _steps(corpus: Corpus, rows: np.ndarray, row: int) -> None:
    """Previous and next in the lens, and back to the list."""
    at = int(np.searchsorted(rows, row))
    inside = at < len(rows) and rows[at] == row
    before = rows[at - 1] if at > 0 else None
    after_at = at + 1 if inside else at
    after = rows[after_at] if after_at < len(rows) else None
    ids = corpus.articles.article_id
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="steps"):
        st.button("All articles", icon=":material/list:", on_click=_show, args=("",), type="tertiary")
        for label, icon, to in (("Earlier", "arrow_back", before), ("Later", "arrow_forward", after)):
            st.button(
                label,
                icon=f":material/{icon}:",
                disabled=to is None,
                on_click=_show,
                args=(ids.iat[to] if to is not None else "",),
                type="tertiary",
            )
        place = f"{at + 1:,} of {len(rows):,} in this view" if inside else "not in the present filters"
        st.caption(place)


def _show(article_id: str) -> None:
    # the next article has the hits of the same search marked; the list has none to mark
    state.change(article=article_id, at=-1, to=-1, near="", find="", q=state.get("q") if article_id else "")

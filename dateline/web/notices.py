"""What a page says before it shows anything: what a link named and is gone, what changed, why nothing is shown."""

from __future__ import annotations

import streamlit as st

from dateline import lens as lenses
from dateline.corpus import Corpus
from dateline.web import data, state
from dateline.web.sidebar import FILTERS
from dateline.web.words import many, plain


def draw(corpus: Corpus, problem: str, shown: int) -> None:
    """Draw the notices that apply; most views have none. ``problem`` is what is wrong with the words of the lens."""
    if data.pile() is None:
        text = f"There is no pile “{plain(state.pile())}” here. It was deleted, or the link is of another computer."
        st.error(text, icon=":material/folder_off:")
    for sentence in state.notices():
        st.warning(f"In this link, {plain(sentence)}.", icon=":material/link_off:")
    for sentence in state.redirected():
        st.info(plain(sentence), icon=":material/merge:")
    for name, value in lenses.gone(corpus, state.lens()) if len(corpus) else ():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.warning(f"{FILTERS[name]}: “{plain(value)}” is not in this pile (any more).", icon=":material/link_off:")
            lifted = state.lens().without(name)
            st.button("Lift this filter", key=f"gone.{name}.{value}", on_click=state.change, args=(lifted,))
    _changed(shown)
    if problem:
        st.error(f"The filter “Words” cannot be read: {plain(problem)}.", icon=":material/search_off:")


def _changed(shown: int) -> None:
    then = state.link_version()
    now = data.version()
    if then and now and then[0] != now:
        difference = (
            f"{many(then[1], 'article')} then, {many(shown, 'article')} now"
            if then[1] != shown
            else "the same articles"
        )
        st.info(f"The pile has changed since this link was copied: {difference}.", icon=":material/update:")


def _empty(corpus: Corpus) -> None:
    """Say that a pile holds no articles: none was handed in, or nothing could be read, and then why."""
    refused = corpus.report[corpus.report.outcome == "refused"]
    if not len(refused):
        st.info("This pile has no articles yet.", icon=":material/upload_file:")
        st.button("Add articles", on_click=state.jump, args=("load",), key="nothing.load", type="primary")
        return
    first = refused.iloc[0]
    cause = f"{plain(first.origin, 120)}: {plain(first.reason)}."
    st.error(f"Nothing that was handed in could be read. {cause}", icon=":material/block:")
    report = {"view": "report"}
    st.button("See why and what to do", on_click=state.jump, args=("load",), kwargs=report, key="nothing.why",
              type="primary")  # fmt: skip


def nothing(corpus: Corpus) -> None:
    """Say why no article is shown and offer to lift the filter that is to blame; for pages, instead of figures."""
    if not len(corpus):
        _empty(corpus)
        return
    lens = state.lens()
    st.info("No article passes all the filters.", icon=":material/filter_alt:")
    with st.container(horizontal=True):
        for name, n in lenses.blocking(corpus, lens, data.find, data.marks())[:3]:
            label = f"Lift “{FILTERS[name]}”: {many(n, 'article')}"
            st.button(label, key=f"nothing.{name}", on_click=state.change, args=(lens.without(name),))
        st.button("Clear all filters", key="nothing.all", on_click=state.change, args=(lens.cleared(),))

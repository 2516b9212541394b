"""The head of the Compare page: what is compared, the two sides with their pickers, and what is wrong with them."""

from __future__ import annotations

from typing import Any

import numpy as np
import streamlit as st

from dateline import lens as lenses
from dateline.corpus import Corpus
from dateline.counts.summary import summary
from dateline.web import sides as sides_
from dateline.web import state
from dateline.web.kept import digest, kept
from dateline.web.names import name_picker
from dateline.web.ranges import words_of
from dateline.web.sides import Side
from dateline.web.words import many, plain

KINDS = {
    "rest": "This view and the rest",
    "outlet": "Outlets",
    "date": "Before and after a day",
    "topic": "Topics",
    "entity": "Names",
    "any": "Any two views",
}
FEW = 5
"""Articles below which differences are said to be perhaps chance."""


def draw(corpus: Corpus, rows: np.ndarray, by: str, a: Side, b: Side) -> None:
    """Draw the choice of the comparison and both sides."""

    def chosen() -> None:
        new = state.value_of("compare.kind")
        state.change(by=new or "auto", a=(), b=(), mark=())

    st.pills("What is compared", list(KINDS), format_func=KINDS.get, required=True, label_visibility="collapsed",
             **state.seeded("compare.kind", by, chosen))  # fmt: skip
    left, right = st.columns(2, gap="large")
    for side, other, column in ((a, b, left), (b, a, right)):
        with column, st.container(border=True, gap="xsmall", key=f"side_{side.sign}", height="stretch"):
            _side(corpus, rows, by, side, other)
    st.button("Swap A and B", icon=":material/swap_horiz:", type="tertiary", key="swap",
              on_click=lambda: state.change(**sides_.swapped(a, b, by)))  # fmt: skip


def _side(corpus: Corpus, rows: np.ndarray, by: str, side: Side, other: Side) -> None:
    words = plain(side.name, 120) or "Nothing chosen"
    st.markdown(f"**{side.sign}** · **{words}**" if by in ("rest", "date", "any") else f"**{side.sign}**")
    _picker(corpus, by, side, other)
    if side.problem:
        st.warning(plain(side.problem[:1].upper() + side.problem[1:] + "."), icon=":material/link_off:")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(_size(corpus, side), width="content")
        if side.lens is not None and len(side.rows):
            st.button("Read it", type="tertiary", icon=":material/menu_book:", key=f"open.{side.sign}",
                      help="Its articles as the view of every page",
                      on_click=lambda: state.jump("read", side.lens))  # fmt: skip


def _size(corpus: Corpus, side: Side) -> str:
    if not len(side.rows):
        return "No articles"
    told = kept(corpus, side.rows, "summary", (), lambda: summary(corpus, side.rows))
    parts = [many(told.articles, "article"), many(told.stories, "story", "stories"), many(told.outlets, "outlet")]
    if told.first is not None:
        parts.append(words_of((_number(told.first), _number(told.last))))
    return " · ".join(parts)


def _number(day: Any) -> int:
    return (day - lenses.day(0)).days


def _picker(corpus: Corpus, by: str, side: Side, other: Side) -> None:
    mine, theirs = ("a", "b") if side.sign == "A" else ("b", "a")

    def changed(widget: str) -> None:
        state.change(**{mine: tuple(str(v) for v in state.value_of(widget) or ()), theirs: other.values})

    widget = f"compare.{by}.{mine}"
    if by == "outlet":
        options = [o for o in corpus.outlets if o]
        options += [v for v in side.values if v not in options]
        st.multiselect("Outlets", options, label_visibility="collapsed", placeholder="Choose outlets",
                       **state.seeded(widget, list(side.values), lambda: changed(widget)))  # fmt: skip
    elif by == "topic":
        names = {str(i): t for i, t in zip(corpus.topics.topic_id, corpus.topics.topic, strict=True)}
        options = [*names, *(v for v in side.values if v not in names)]
        st.multiselect("Topics", options, format_func=lambda v: names.get(v, f"topic {v} (not in this pile)"),
                       label_visibility="collapsed", placeholder="Choose topics",
                       **state.seeded(widget, list(side.values), lambda: changed(widget)))  # fmt: skip
    elif by == "entity":
        name_picker(corpus, mine, f"Names of {side.sign}", empty=side.name or "Choose names")
    elif by == "date" and side.values:
        _day(corpus, side, mine)
    elif by == "any":
        _take(side, mine)


def _day(corpus: Corpus, side: Side, mine: str) -> None:
    day = sides_.day_of(side.values[0])
    span = corpus.span
    low, high = (lenses.day(span[0]), lenses.day(span[1])) if span else (day, day)

    def changed() -> None:
        new = state.value_of("compare.day")
        state.change(**{mine: (new.isoformat(),) if new else side.values, "by": "date"})

    st.date_input("The day", min_value=min(low, day), max_value=max(high, day), format="YYYY-MM-DD",
                  label_visibility="collapsed", width=180, **state.seeded("compare.day", day, changed))  # fmt: skip


def _take(side: Side, mine: str) -> None:
    with st.container(horizontal=True, gap="small"):
        st.button("Keep the present view here", key=f"take.{mine}", icon=":material/push_pin:",
                  help="It stays as it is when you change the filters on the left",
                  on_click=lambda: state.change(**{mine: sides_.written(state.lens()), "by": "any"}))  # fmt: skip
        if side.values:
            st.button("Follow the view", key=f"follow.{mine}", type="tertiary", icon=":material/sync:",
                      on_click=lambda: state.change(**{mine: ()}))  # fmt: skip
        else:
            st.caption("Follows the filters on the left.")


def problems(corpus: Corpus, by: str, a: Side, b: Side, rows: np.ndarray) -> bool:
    """Say what is wrong with the sides; returns whether there is nothing to compare."""
    empty = [s.sign for s in (a, b) if not len(s.rows)]
    if empty:
        words = f"{' and '.join(empty)} {'hold' if len(empty) > 1 else 'holds'} no articles"
        cure = {
            "rest": "every article is in this view: narrow it with the filters on the left, or compare something else",
            "any": "keep a view on one side, then change the filters on the left for the other",
            "date": "choose another day",
        }.get(by, "choose something else, or lift a filter on the left")
        st.info(f"{words}: {cure}.", icon=":material/balance:")
        return True
    both = kept(corpus, a.rows, "both", (digest(b.rows),),
                lambda: len(np.intersect1d(a.rows, b.rows, assume_unique=True)))  # fmt: skip
    if both and both == len(a.rows) == len(b.rows):
        st.info("A and B are the same articles: nothing can tell them apart.", icon=":material/balance:")
        return True
    notes = [
        f"{s.sign} has only {many(len(s.rows), 'article')}: what tells it apart may be chance."
        for s in (a, b)
        if len(s.rows) < FEW
    ]
    if both:
        words = many(both, "article is on both sides and counts", "articles are on both sides and count")
        notes.insert(0, f"{words} on both.")
    undated = int((rows >= corpus.dated).sum())
    if by == "date" and undated:
        notes.append(f"{many(undated, 'article')} without a date {'is' if undated == 1 else 'are'} on neither side.")
    if notes:
        st.caption(" ".join(notes))
    return False

"""The lens in the sidebar of every page: pile, filters, what is shown, how counts count, clear, copy link."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dateline import lens as lenses
from dateline import piles
from dateline.corpus import Corpus
from dateline.counts.summary import Summary
from dateline.lens import Lens
from dateline.web import data, state
from dateline.web.components.copy_link import copy_link
from dateline.web.names import apart
from dateline.web.words import many, told_apart

_MOST = 300
"""Names offered in a picker; all of them would make every click send megabytes. The others are found by Find a name."""

FILTERS = {
    "dates": "Dates",
    "outlet": "Outlets",
    "topic": "Topics",
    "theme": "Themes",
    "entity": "Names",
    "speaker": "Speakers",
    "words": "Words",
    "tag": "Tags",
    "article": "Chosen articles",
    "read": "Read or not",
}
"""What a filter is called on the page."""

UNIT_WORDS = {"articles": "Articles", "stories": "Stories", "outlets": "Outlets"}
READ_WORDS = {"any": "All", "unread": "Unread", "read": "Read", "starred": "Starred"}


def draw(corpus: Corpus, summary: Summary) -> None:
    """Draw the lens. Changes come back through callbacks before the next run."""
    lens = state.lens()
    _pile_picker()
    st.markdown(f"**{summary.line}**")
    if lens.narrows:
        with st.container(horizontal=True, gap="small"):
            st.button(
                "Clear", icon=":material/filter_alt_off:", on_click=lambda: state.change(lens.cleared()), key="clear"
            )
            copy_link(state.pile(), data.version(), summary.articles)
    else:
        copy_link(state.pile(), data.version(), summary.articles)
    _dates(corpus, lens)
    st.text_input(
        "Words",
        placeholder='flood AND "sea wall"',
        help="Words anywhere in headline or text. “Quotation marks” for a phrase, AND, OR, NOT, NEAR/5, prefix*.",
        **state.lens_bound("words", lens.words, lambda x, v: x.with_(words=" ".join((v or "").split()))),
    )
    _names("entity", "Names", corpus, lens, corpus.entities.articles.to_numpy())
    if len(lens.entity) > 1:
        st.segmented_control(
            "Articles with",
            lenses.MATCHES,
            format_func={"any": "any of them", "all": "all of them"}.get,
            required=True,
            **state.lens_bound("match", lens.match, lambda x, v: x.with_(match=v or "any")),
        )
    spoken = np.bincount(corpus.quote_speaker[corpus.quote_speaker >= 0], minlength=len(corpus.entities))
    _names("speaker", "Speakers", corpus, lens, spoken)
    _topics(corpus, lens)
    _pick("outlet", "Outlets", [o for o in corpus.outlets if o], lens.outlet, str)
    with st.expander("Tags, read, counting", expanded=bool(lens.tag) or lens.read != "any"):
        _pick("tag", "Tags", sorted(data.marks().tags), lens.tag, str)
        st.segmented_control(
            "Read or not",
            lenses.READS,
            format_func=READ_WORDS.get,
            required=True,
            **state.lens_bound("read", lens.read, lambda x, v: x.with_(read=v or "any")),
        )
        st.segmented_control(
            "Counts are of",
            lenses.UNITS,
            format_func=UNIT_WORDS.get,
            required=True,
            help="Five copies of one wire report are five articles but one story.",
            **state.lens_bound("unit", lens.unit, lambda x, v: x.with_(unit=v or "articles")),
        )
        st.segmented_control(
            "Over time, show",
            lenses.SCALES,
            format_func={"count": "Counts", "share": "Share of coverage"}.get,
            required=True,
            **state.lens_bound("scale", lens.scale, lambda x, v: x.with_(scale=v or "count")),
        )

    st.button(
        "Names: merge, split, rename",
        icon=":material/group:",
        type="tertiary",
        key="sidebar.names",
        on_click=state.jump,
        args=("corrections",),
    )


def _pile_picker() -> None:
    known = told_apart({p.id: p.name for p in piles.piles()})
    here = state.pile()
    options = list(known) if here in known else [here, *known]
    st.selectbox(
        "Pile",
        options,
        format_func=lambda i: known.get(i, f"{i} (not here)"),
        **state.seeded("pile", here, lambda: state.open_pile(state.value_of("pile"))),
    )


def _dates(corpus: Corpus, lens: Lens) -> None:
    span = corpus.span
    low = lenses.day(span[0]) if span else date(1900, 1, 1)
    high = lenses.day(span[1]) if span else date.today()
    low, high = min(low, lens.since or low, lens.until or low), max(high, lens.until or high, lens.since or high)
    value: Any = ()
    if lens.since or lens.until:
        value = (lens.since or low, lens.until or high)

    def update(x: Lens, v: Any) -> Lens:
        days = tuple(v or ())
        if len(days) == 1:  # the reader has chosen the first day and not yet the second
            return x.with_(since=days[0], until=None)
        return x.with_(since=days[0], until=days[1]) if days else x.with_(since=None, until=None)

    st.date_input(
        "Dates",
        value=(),
        min_value=low,
        max_value=high,
        format="YYYY-MM-DD",
        **state.lens_bound("dates", value, update),
    )


def _names(field: str, label: str, corpus: Corpus, lens: Lens, weight: np.ndarray) -> None:
    """A picker of the most frequent names and of those that the lens holds already."""
    best = np.argsort(-weight, kind="stable")[:_MOST]
    best = best[weight[best] > 0]
    frame: pd.DataFrame = corpus.entities.iloc[best]
    shown = dict(zip(frame.entity_id, frame.entity, strict=True))
    for i in getattr(lens, field):
        code = corpus.entity_code(i)
        shown.setdefault(i, corpus.entities.entity.iat[code] if code >= 0 else f"{i} (not in this pile)")
    shown = apart(corpus, shown)
    _pick(field, label, list(shown), getattr(lens, field), shown.get)


def _topics(corpus: Corpus, lens: Lens) -> None:
    if lens.article:
        st.button(
            f"{many(len(lens.article), 'article')} chosen one by one",
            icon=":material/close:",
            help="Lift this filter",
            key="chosen.lift",
            on_click=lambda: state.change(lens.without("article")),
        )
    names = dict(zip(corpus.topics.topic_id.astype(int), corpus.topics.topic, strict=True))
    _pick("topic", "Topics", list(names), lens.topic, lambda t: names.get(t, f"topic {t} (not in this pile)"))
    titles = dict(zip(corpus.topics.theme_id.astype(int), corpus.topics.theme, strict=True))
    if len(titles) > 1 or lens.theme:
        _pick("theme", "Themes", sorted(titles), lens.theme, lambda t: titles.get(t, f"theme {t} (not in this pile)"))


def _pick(field: str, label: str, options: list, chosen: tuple, words: Any) -> None:
    options = options + [c for c in chosen if c not in options]
    st.multiselect(
        label,
        options,
        format_func=words,
        placeholder="All" if options else "None in this pile",
        **state.lens_bound(field, list(chosen), lambda x, v: x.with_(**{field: tuple(v or ())})),
    )

"""Stories: one card for the articles on an event, or for the near-identical copies of a text."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from dateline import lens as lenses
from dateline.corpus import UNDATED, Corpus
from dateline.counts.copies import LEAST, USUAL
from dateline.counts.storied import stories
from dateline.web import state, story_page
from dateline.web.components.passages import Passage, passages
from dateline.web.kept import kept
from dateline.web.words import many, on_day, plain

_EACH = 15
_BY = {"event": "The same event", "copies": "The same wording"}
_ORDER = {"largest": "Most versions first", "newest": "Newest first"}


def percent() -> int:
    """From how many percent of the wording articles are copies."""
    return min(100, max(LEAST, state.get("same") or USUAL))


def draw(corpus: Corpus, rows: np.ndarray) -> None:
    """Draw the stories of the article rows, or the one that the address bar names."""
    by, same = state.get("by"), percent()
    if state.get("story"):
        story = story_page.code_of(corpus, by, state.get("story"), same)
        if story >= 0:
            story_page.draw(corpus, rows, by, story, same)
            return
        with st.container(horizontal=True, vertical_alignment="center"):
            words = f"There is no story “{plain(state.get('story'), 60)}” in this pile (any more)."
            st.warning(words, icon=":material/link_off:")
            st.button("Close", key="story.gone", on_click=lambda: state.change(story=""))
    order = state.get("order")
    found = kept(corpus, rows, "stories", (by, same, order), lambda: stories(corpus, rows, by, same, order))
    _choices(found)
    _list(corpus, rows, found, by)


def _choices(found: pd.DataFrame) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        st.segmented_control("One story is", list(_BY), format_func=_BY.get, required=True, **state.bound("by"))
        st.segmented_control("Order", list(_ORDER), format_func=_ORDER.get, required=True, **state.bound("order"))
        threshold()
    several = int((found.versions > 1).sum())
    alone = len(found) - several
    parts = [many(len(found), "story", "stories")]
    parts.append(f"{several:,} in several versions" if several else "none in more than one version")
    parts += [f"{alone:,} in one article alone"] if several and alone else []
    if state.get("by") == "copies":
        parts.append("grouped across days and outlets; nothing is deleted")
    st.caption(" · ".join(parts))


def threshold() -> None:
    """Draw the choice of how like copies are."""
    st.slider(
        "Copies share at least",
        LEAST,
        100,
        step=5,
        format="%d %% of the wording",
        help="The share of the shorter text’s three-word sequences that the other holds. Cut agency copies share 70% "
        "and more, follow-up reports 30% and less.",
        width=260,
        **state.seeded("topics.same", _step(percent()), lambda: state.change(same=int(state.value_of("topics.same")))),
    )


def _step(value: int) -> int:
    return min(100, max(LEAST, 5 * round(value / 5)))


def _list(corpus: Corpus, rows: np.ndarray, found: pd.DataFrame, by: str) -> None:
    pages = -(-len(found) // _EACH)
    page = st.pagination(pages, key="stories.page") - 1 if pages > 1 else 0
    part = found.iloc[page * _EACH : (page + 1) * _EACH]
    shown = np.full(int(found.story.max()) + 1, -1, np.int64)
    shown[part.story] = np.arange(len(part))
    code = story_page.codes(corpus, by, percent())[rows]
    mine, at = rows[shown[code] >= 0], shown[code][shown[code] >= 0]
    items, opens = [], {}
    for n, s in enumerate(part.itertuples()):
        versions = mine[at == n]
        a = corpus.articles.iloc[s.first]
        lead = a.deck or " ".join(a.text[:600].split())
        cut = lead if len(lead) <= 220 else lead[:220].rsplit(" ", 1)[0] + " …"
        items.append(Passage(a.article_id, -1, -1, a.title, _meta(s), ((cut, ""),), _others(corpus, s, versions)))
        opens[a.article_id] = (s.versions, story_page.id_of(corpus, by, s.story))

    def opened(chosen: Passage) -> None:
        versions, story = opens[chosen.article_id]
        if versions == 1:  # nothing to compare: the article itself
            state.jump("read", **chosen.where)
        else:
            state.change(story=story, version="", against="")

    passages(items, "stories.cards", opened, "cards")


def _meta(s: object) -> str:
    parts = [many(s.versions, "version") if s.versions > 1 else "one article"]
    if s.versions > 1:
        parts.append("all one text" if s.texts == 1 else f"{s.texts:,} different texts")
        parts.append(many(s.outlets, "outlet"))
    return " · ".join([*parts, _span(s.start, s.end)])


def _span(start: int, end: int) -> str:
    if start == UNDATED:
        return "undated"
    first, last = lenses.day(start), lenses.day(end)
    return on_day(first, short=True) + (f" to {on_day(last, short=True)}" if last != first else "")


def _others(corpus: Corpus, s: object, versions: np.ndarray) -> str:
    """Outlets of the versions, earliest first."""
    if len(versions) == 1:
        return corpus.articles["source"].iat[int(versions[0])]
    names = list(dict.fromkeys(o for o in corpus.articles["source"].iloc[versions] if o))
    more = f" and {len(names) - 6} more" if len(names) > 6 else ""
    return ", ".join(names[:6]) + more

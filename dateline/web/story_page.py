"""One story: its versions in order of time, which are copies of which, and what differs between two of them."""

from __future__ import annotations

import numpy as np
import streamlit as st

from dateline.corpus import Corpus
from dateline.counts import differences as differ
from dateline.counts.copies import groups, likeness
from dateline.counts.storied import members
from dateline.web import evidence, state
from dateline.web import stories as listed
from dateline.web.components.differences import differences
from dateline.web.components.passages import Passage, passages
from dateline.web.components.ranking import Ranked, ranking
from dateline.web.kept import kept
from dateline.web.words import many, on_day, plain

_EACH = 12
_MOST_NAMES, _MOST_QUOTES = 8, 5
_SAME_TEXT = 30
"""Percent of the wording from which two versions are shown as one text with its differences."""


def codes(corpus: Corpus, by: str, percent: int) -> np.ndarray:
    """The story of each article row: by event, or by wording."""
    return corpus.story if by == "event" else groups(corpus, percent)


def id_of(corpus: Corpus, by: str, story: int) -> str:
    """What stands in the address for a story: its id, or that of its earliest copy."""
    return str(corpus.stories[story]) if by == "event" else str(corpus.articles.article_id.iat[story])


def code_of(corpus: Corpus, by: str, story_id: str, percent: int) -> int:
    """The story of an id, -1 where there is none."""
    if by == "event":
        return int(corpus.stories.get_indexer([story_id])[0])
    row = corpus.article_row(story_id)
    return int(groups(corpus, percent)[row]) if row >= 0 else -1


def draw(corpus: Corpus, rows: np.ndarray, by: str, story: int, percent: int) -> None:
    """Draw the story among the article rows."""
    mine = members(corpus, rows, by, story, percent)
    st.button("All stories", icon=":material/arrow_back:", type="tertiary", key="story.all",
              on_click=lambda: state.change(story="", version="", against=""))  # fmt: skip
    if not len(mine):
        st.info("None of its versions passes the filters.", icon=":material/filter_alt:")
        st.button("Clear all filters", on_click=state.change, args=(state.lens().cleared(),))
        return
    st.header(plain(corpus.articles.title.iat[int(mine[0])] or "Without a headline", 300), anchor=False)
    same = groups(corpus, percent)[mine]
    texts = len(np.unique(same))
    outlets = len(set(corpus.articles["source"].iloc[mine]) - {""})
    parts = [many(len(mine), "version"), f"{texts:,} different texts" if texts > 1 else "all one text"]
    parts += [many(outlets, "outlet")] if outlets else []
    hidden = int((codes(corpus, by, percent) == story).sum()) - len(mine)
    parts += [f"{many(hidden, 'more version')} outside the filters"] if hidden else []
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        with st.container(width="stretch"):
            st.caption(" · ".join(parts))
        listed.threshold()
    names = _names(corpus, mine)
    versions, beside = st.columns([0.45, 0.55], gap="large")
    with versions:
        _versions(corpus, mine, same, names)
    with beside:
        _compare(corpus, mine, names)


def _names(corpus: Corpus, mine: np.ndarray) -> dict[int, str]:
    """What each version is called: outlet and day, with a number where that says too little."""
    words = {}
    for r in mine:
        a = corpus.articles.iloc[int(r)]
        words[int(r)] = ", ".join(filter(None, (a.source or "outlet unknown", on_day(a.published, short=True))))
    said = list(words.values())
    return {r: w if said.count(w) == 1 else f"{w} (version {n})" for n, (r, w) in enumerate(words.items(), start=1)}


def _versions(corpus: Corpus, mine: np.ndarray, same: np.ndarray, names: dict[int, str]) -> None:
    st.subheader("Versions", anchor=False)
    pages = -(-len(mine) // _EACH)
    page = st.pagination(pages, key="story.page") - 1 if pages > 1 else 0
    items = []
    for r, group in list(zip(mine.tolist(), same.tolist(), strict=True))[page * _EACH : (page + 1) * _EACH]:
        a = corpus.articles.iloc[r]
        first = int(mine[same == group][0])
        cut = " ".join((a.deck or a.text[:400]).split())[:150]
        note = _note(corpus, r, first, mine, names)
        items.append(Passage(a.article_id, -1, -1, a.title, names[r], ((f"{cut} …", ""),), note))
    passages(items, "story.versions", look="cards")


def _note(corpus: Corpus, row: int, first: int, mine: np.ndarray, names: dict[int, str]) -> str:
    """A copy: of which version, and how like; a text of its own: whom and what only it names."""
    if row != first:
        like = likeness(corpus, first, row)
        how = (
            "the same wording" if like == 100 else f"{like}% of the wording" if like >= 0 else "by way of another copy"
        )
        return f"Copy of {names[first]}: {how}"
    if len(mine) == 1:
        return ""
    found, quotes = kept(corpus, mine, "only here", (row,), lambda: differ.only_here(corpus, row, mine))
    entity = corpus.entities.entity
    parts = []
    if quotes:
        said = list(dict.fromkeys(entity.iat[int(corpus.quote_speaker[q])] for q in quotes))
        parts.append("quotes " + ", ".join(said[:3]))
    spoken = {int(corpus.quote_speaker[q]) for q in quotes}
    others = [entity.iat[e] for e in found if e not in spoken]
    if others:
        parts.append("names " + ", ".join(others[:4]))
    return f"Only here: {'; '.join(parts)}" if parts else "A text of its own"


def _compare(corpus: Corpus, mine: np.ndarray, names: dict[int, str]) -> None:
    """What differs between two versions."""
    if len(mine) < 2:
        return
    st.subheader("What differs", anchor=False)
    one, other = _pair(corpus, mine)
    ids = corpus.articles.article_id
    rows = mine.tolist()
    left, right = st.columns(2)
    for column, label, key, row in ((left, "From", "against", one), (right, "To", "version", other)):
        with column:
            widget = f"story.{key}"
            st.selectbox(
                label,
                rows,
                format_func=names.get,
                **state.seeded(widget, row, lambda widget=widget, key=key: state.change(
                    **{key: str(ids.iat[int(state.value_of(widget))])})),
            )  # fmt: skip
    if one == other:
        st.caption("Choose two different versions.")
        return
    texts = [_whole(corpus, r) for r in (one, other)]
    pieces = kept(corpus, np.array([one, other]), "differences", (), lambda: differ.differences(*texts))
    shared = sum(len(p.text) for p in pieces if p.kind == differ.SAME) / max(1, min(len(t) for t in texts))
    if likeness(corpus, one, other) < _SAME_TEXT and shared < 0.3:
        _apart(corpus, one, other, names)
        return
    more, less = (differ.words_of(pieces, k) for k in (differ.ADDED, differ.REMOVED))
    if not more and not less:
        st.caption("Word for word the same.")
        return
    st.caption(f"{many(more, 'word')} more, {many(less, 'word')} gone. The headline is compared too.")
    differences(pieces, names[one], names[other], "story.differences")


def _pair(corpus: Corpus, mine: np.ndarray) -> tuple[int, int]:
    """The versions that are compared: those asked for, else the first and the next."""
    known = {str(corpus.articles.article_id.iat[int(r)]): int(r) for r in mine}
    one = known.get(state.get("against"), int(mine[0]))
    spare = next(int(r) for r in mine if int(r) != one)
    return one, known.get(state.get("version"), spare)


def _whole(corpus: Corpus, row: int) -> str:
    a = corpus.articles.iloc[row]
    return "\n\n".join(filter(None, (a.title, a.text)))


def _apart(corpus: Corpus, one: int, other: int, names: dict[int, str]) -> None:
    """Two reports of their own: the names and speakers that only one of them has."""
    st.caption("They share little of their wording: two reports of their own. What only one of them has:")
    for row, against in ((one, other), (other, one)):
        st.markdown(f"**Only in {plain(names[row])}**")
        found, quotes = differ.only_here(corpus, row, np.array([against]))
        part = corpus.rows_of("mentions", row)
        said = corpus.mention_entity[part]
        lines, places = [], {}
        for e in found[:_MOST_NAMES]:
            at = part.start + int(np.flatnonzero(said == e)[0])
            m, thing = corpus.mentions.iloc[at], corpus.entities.iloc[e]
            where = {"article": corpus.articles.article_id.iat[row], "at": int(m.start), "to": int(m.end)}
            places[thing.entity_id] = where
            lines.append(Ranked(thing.entity, thing.label, (int((said == e).sum()),), "read", where))
        if lines:
            ranking(lines, ["Mentions"], f"story.only.{row}")
        if quotes:
            passages(evidence.of_quotes(corpus, quotes[:_MOST_QUOTES]), f"story.said.{row}")
        if not lines and not quotes:
            st.caption("No name or speaker that the other has not.")

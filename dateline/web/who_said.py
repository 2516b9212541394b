"""Putting a speaker right: the names to choose from, what was found before, and what a reader's choice does."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import numpy as np
import streamlit as st

from dateline import schema
from dateline.corpus import Corpus
from dateline.corrections import Thing
from dateline.corrections.quotation import Quotation
from dateline.corrections.speakers import Speakers
from dateline.counts.quotetable import words_of
from dateline.web import data, evidence, state
from dateline.web.names import most_mentioned
from dateline.web.words import plain

_MOST = 40
_SPEAK = ("PERSON", "ORG", "GPE", "NORP")
"""Labels of names that can say something."""


def quotation(corpus: Corpus, row: int) -> Quotation:
    """The quotation that a quote row belongs to, as corrections and marks refer to it."""
    first = int(corpus.quote_first[corpus.quotation[row]])
    q = corpus.quotes.iloc[first]
    return Quotation(str(q.quote_id), str(q.article_id), words_of(corpus, np.array([first]))[0])


def names(corpus: Corpus, row: int) -> tuple[tuple[str, str], ...]:
    """(entity id, name) of those who may have said it: people and bodies of the article, most mentioned first, and
    whoever is its speaker now."""
    mine = corpus.mention_entity[corpus.rows_of("mentions", int(corpus.quote_article[row]))]
    codes, count = np.unique(mine[mine >= 0], return_counts=True)
    codes = codes[np.argsort(-count, kind="stable")][:_MOST]
    now = int(corpus.quote_speaker[row])
    if now >= 0 and now not in codes:
        codes = np.concatenate([[now], codes])
    part = corpus.entities.iloc[codes][["entity_id", "entity", "label"]]
    part = part[part.label.isin(_SPEAK) | (codes == now)]
    part = part.iloc[np.argsort(part.label != "PERSON", kind="stable")]
    return tuple(zip(part.entity_id, part.entity, strict=True))


def found(row: int) -> str:
    """What was found before a reader put the speaker right, in a line; '' where none did."""
    opened = data.opened()
    if opened.corpus.quotes.resolved.iat[row] != schema.HAND:
        return ""
    return "Before: " + evidence.speaker_note(opened.found.iloc[row])


def acted(corpus: Corpus, row: int, act: str, value: str) -> None:
    """What a reader did with a quotation that is shown; a callback."""
    if act == "name":
        state.jump("entity", id=corpus.quotes.speaker_entity_id.iat[row], show="said")
    elif act == "elsewhere":
        state.change(view="repeated", row=corpus.quotes.quote_id.iat[row])
    elif act == "back":
        _book_do(lambda book: book.take_back(quotation(corpus, row), visitor()))
    elif act == "who":
        code = corpus.entity_code(value) if value else -1
        if code >= 0 or not value:
            _put_right(corpus, row, code)
    elif act == "typed":
        code = most_mentioned(corpus, value)
        if code < 0:
            state.remember("who_said.missed", value)
        else:
            _put_right(corpus, row, code)


def missed() -> None:
    """Say that a typed name is none of this pile."""
    if words := state.recall("who_said.missed", ""):
        st.warning(f"No name in this pile has “{plain(words, 60)}” in it.", icon=":material/person_off:")
        state.remember("who_said.missed", "")


def visitor() -> str:
    """A name for this visit, so that an undo takes back one's own decisions."""
    if not state.recall("visitor"):
        state.remember("visitor", uuid4().hex[:12])
    return state.recall("visitor")


def _put_right(corpus: Corpus, row: int, code: int) -> None:
    to = Thing.of(corpus.entities.iloc[code]) if code >= 0 else None
    _book_do(lambda book: book.put_right(quotation(corpus, row), to, visitor()))


def _book_do(do: Callable[[Speakers], object]) -> None:
    book = data.speakers()
    if book is not None:
        do(book)

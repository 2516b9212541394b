"""Every place of a word or name among some articles, as passages: the word itself, or what somebody said."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from dateline.corpus import Corpus
from dateline.counts import places
from dateline.counts.said import said_by
from dateline.web import data, evidence, moments
from dateline.web.components.passages import Passage, passages, sentence
from dateline.web.kept import kept
from dateline.web.words import many

EACH = 8
"""Passages a page."""


def draw(corpus: Corpus, kind: str, key: str, rows: np.ndarray, widget: str) -> None:
    """Draw the places of a term among the article rows, newest first, so many a page.

    ``kind``: "word" (``key`` is the word), "name" or "said" (``key`` is an entity code as text).
    """
    if kind == "word":
        _word(corpus, key, rows, widget)
        return
    code = int(key)
    if kind == "said":
        found = said_by(corpus, code, rows)
        _page(corpus, found, corpus.quote_article, evidence.of_quotes, _quotations(corpus, found), widget)
        return
    found = corpus.by_entity.of_code(code)
    inside = np.zeros(len(corpus), bool)
    inside[rows] = True
    found = found[inside[corpus.mention_article[found]]]
    _page(corpus, found, corpus.mention_article, evidence.of_mentions, "", widget)


def _quotations(corpus: Corpus, found: np.ndarray) -> str:
    return many(corpus.quotes.quote_id.iloc[found].nunique(), "quotation") if len(found) else ""


def _page(corpus: Corpus, found: np.ndarray, articles: np.ndarray, maker, words: str, widget: str) -> None:  # noqa: ANN001
    if not len(found):
        st.caption("Nowhere.")
        return
    held = articles[found]
    found = moments.newest_first(corpus, found, held)
    size = f"{words or many(len(found), 'time')} in {many(len(np.unique(held)), 'article')}"
    page = moments.pages(len(found), size, widget, EACH)
    passages(maker(corpus, found[page * EACH : (page + 1) * EACH]), widget)


def _word(corpus: Corpus, word: str, rows: np.ndarray, widget: str) -> None:
    held, times = kept(corpus, rows, "holding", (word,), lambda: _holding(corpus, word, rows))
    if not len(held):
        st.caption("Nowhere.")
        return
    page = moments.pages(
        int(times.sum()), f"{many(int(times.sum()), 'time')} in {many(len(held), 'article')}", widget, EACH
    )
    shown = []
    for at, first, last in places.page_of(times, page * EACH, EACH):
        row = int(held[at])
        shown += [_passage(corpus, row, start, end) for start, end in places.of_word(corpus, word, row)[first:last]]
    passages(shown, widget)


def _holding(corpus: Corpus, word: str, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The article rows that hold a word, newest first, and how often."""
    from dateline.counts.tally import WORD

    tally = data.tally()
    code = tally.code_of(WORD, word) if tally is not None else -1
    if code < 0:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    held, times = tally.holding(code, rows)
    place = np.where(held < corpus.dated, -held, held + len(corpus))
    order = np.argsort(place, kind="stable")
    return held[order], times[order]


def _passage(corpus: Corpus, row: int, start: int, end: int) -> Passage:
    a: pd.Series = corpus.articles.iloc[row]
    pieces = sentence(a.text, places.around(a.text, start, end), [(start, end, "hit")])
    return Passage(a.article_id, start, end, a.title, evidence.meta(corpus, row), pieces)

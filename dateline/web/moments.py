"""Passages behind what is clicked in a timeline: sentences that name something, or that say when it happened."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import streamlit as st

from dateline.corpus import Corpus
from dateline.web import evidence
from dateline.web.components.passages import Passage, passages, sentence
from dateline.web.when import when
from dateline.web.words import many


def show(corpus: Corpus, clock: str, entity: int, rows: np.ndarray, key: str, each: int = 10) -> None:
    """Draw the passages of ``rows``: of mentions on the published clock, of times on the happened clock; newest first.

    ``entity`` (code) is the name that the sentences are about; it is marked beside the dates.
    """
    codes = corpus.mention_article if clock == "published" else corpus.time_article
    rows = newest_first(corpus, rows, codes[rows])
    page = pages(len(rows), many(len(rows), "passage"), key, each)
    part = rows[page * each : (page + 1) * each]
    items = evidence.of_mentions(corpus, part) if clock == "published" else of_times(corpus, part, entity)
    passages(items, key)


def pages(size: int, words: str, key: str, each: int) -> int:
    """Say how many there are and let the reader turn pages; returns the page, from 0."""
    count = -(-size // each)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(words)
        return st.pagination(count, key=f"{key}.page") - 1 if count > 1 else 0


def newest_first(corpus: Corpus, rows: np.ndarray, article: np.ndarray) -> np.ndarray:
    """Rows with their article rows, newest article first and undated last; inside an article in reading order."""
    place = np.where(article < corpus.dated, -article.astype(np.int64), article + len(corpus))
    return rows[np.lexsort((rows, place))]


def of_times(corpus: Corpus, rows: Sequence[int], entity: int) -> list[Passage]:
    """Passages of time rows: the sentence with the expression and the name marked; what day it means, and why."""
    out = []
    for r in rows:
        t, at = corpus.times.iloc[r], int(corpus.time_article[r])
        marks = [(t.start, t.end, "hit")]
        mine = corpus.rows_of("mentions", at)
        for m in range(mine.start, mine.stop):
            if corpus.mention_entity[m] == entity and corpus.mentions.sentence_start.iat[m] == t.sentence_start:
                start, end = corpus.mentions.start.iat[m], corpus.mentions.end.iat[m]
                if end <= t.start or start >= t.end:
                    marks.append((start, end, "speaker"))
        pieces = sentence(corpus.articles.text.iat[at], (t.sentence_start, t.sentence_end), marks)
        title = corpus.articles.title.iat[at]
        note = f"“{t.text}” = {when(t.earliest, t.latest)} ({t.value}): {t.how}"
        out.append(Passage(t.article_id, int(t.start), int(t.end), title, evidence.meta(corpus, at), pieces, note))
    return out

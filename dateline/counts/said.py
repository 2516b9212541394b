"""What was said about a thing: quotations whose words mention it."""

from __future__ import annotations

import numpy as np

from dateline.corpus import Corpus


def said_by(corpus: Corpus, entity: int, rows: np.ndarray) -> np.ndarray:
    """Quote rows (int, ascending) that an entity (code) says in the article rows."""
    quotes = corpus.by_speaker.of_code(entity)
    return quotes[_inside(corpus, rows)[corpus.quote_article[quotes]]]


def said_about(corpus: Corpus, entity: int, rows: np.ndarray) -> np.ndarray:
    """Quote rows (int, ascending) by others, in the article rows, in whose words an entity (code) is mentioned."""
    mentions = corpus.by_entity.of_code(entity)
    mentions = mentions[_inside(corpus, rows)[corpus.mention_article[mentions]]]
    if not len(mentions) or not len(corpus.quotes):
        return np.empty(0, np.int64)
    start = corpus.mentions.start.to_numpy()[mentions]
    article = corpus.mention_article[mentions]
    quotes = np.searchsorted(
        _place(corpus.quote_article, corpus.quotes.start.to_numpy()), _place(article, start), side="right"
    )
    quotes = quotes - 1
    known = quotes >= 0
    covers = known & (corpus.quote_article[quotes] == article) & (start < corpus.quotes.end.to_numpy()[quotes])
    found = np.unique(quotes[covers])
    return found[corpus.quote_speaker[found] != entity]


def _inside(corpus: Corpus, rows: np.ndarray) -> np.ndarray:
    inside = np.zeros(len(corpus), bool)
    inside[rows] = True
    return inside


def _place(article: np.ndarray, start: np.ndarray) -> np.ndarray:
    """One number that grows in reading order."""
    return article.astype(np.int64) << 32 | start.astype(np.int64)

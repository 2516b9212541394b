"""Near-identical copies: groups of articles that share so much of their wording, by a threshold that a reader moves."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np

from dateline.corpus import Corpus

LEAST, USUAL = 30, 60
"""Percent of the wording from which pairs are known, and from which they are copies unless a reader moves it."""


@dataclass(frozen=True)
class Pairs:
    """Pairs of article rows, parallel arrays: one, other (int32), percent (int)."""

    one: np.ndarray
    other: np.ndarray
    percent: np.ndarray


_pairs: WeakKeyDictionary[Corpus, Pairs] = WeakKeyDictionary()


def pairs(corpus: Corpus) -> Pairs:
    """The pairs of a pile. One that was made before pairs were kept has those of its copies, all alike."""
    if corpus not in _pairs:
        if len(corpus.copies):
            one, other = (corpus.rows_by_id.get_indexer(corpus.copies[c]) for c in ("article_id", "other_id"))
            percent = np.floor(np.round(corpus.copies.similarity.to_numpy(float) * 100, 2)).astype(int)
        else:
            one = np.flatnonzero((corpus.articles.duplicate_of != "").to_numpy())
            other = corpus.rows_by_id.get_indexer(corpus.articles.duplicate_of.iloc[one])
            percent = np.full(len(one), 100)
        keep = (one >= 0) & (other >= 0)
        _pairs[corpus] = Pairs(one[keep].astype(np.int32), other[keep].astype(np.int32), percent[keep])
    return _pairs[corpus]


def groups(corpus: Corpus, percent: int = USUAL) -> np.ndarray:
    """For each article row the row of the earliest article of its group (int32); alone, its own."""
    found = pairs(corpus)
    keep = found.percent >= percent
    return _least(len(corpus), found.one[keep], found.other[keep])


def _least(n: int, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """The least row that each row is connected with: rows point at smaller ones until nothing changes."""
    root = np.arange(n, dtype=np.int32)
    while len(one):
        low = np.minimum(root[one], root[other])
        before = root.copy()
        np.minimum.at(root, root[one], low)
        np.minimum.at(root, root[other], low)
        np.minimum.at(root, one, low)
        np.minimum.at(root, other, low)
        root = root[root]
        if np.array_equal(before, root):
            return root
    return root


def likeness(corpus: Corpus, one: int, other: int) -> int:
    """Percent of the wording that two article rows share, -1 where it is less than ``LEAST`` and was not kept."""
    found = pairs(corpus)
    hit = ((found.one == one) & (found.other == other)) | ((found.one == other) & (found.other == one))
    at = np.flatnonzero(hit)
    return int(found.percent[at[0]]) if len(at) else -1

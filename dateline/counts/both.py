"""Where two things are named together: in one sentence, else where in an article they stand nearest to each other."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dateline.corpus import Corpus


def both(corpus: Corpus, one: int, other: int, rows: np.ndarray) -> pd.DataFrame:
    """Passages among the article rows (int32, ascending) that name both entities (codes).

    One row for each sentence with both; one for each article that names them only apart, with the two mentions that
    stand nearest. Returns article (row), first and second (mention rows in reading order), together (bool), articles in
    reading order.
    """
    articles = np.intersect1d(corpus.entity_articles.of_code(one), corpus.entity_articles.of_code(other), True)
    articles = np.intersect1d(articles, rows, assume_unique=True)
    inside = np.zeros(len(corpus), bool)
    inside[articles] = True
    mine, theirs = (m[inside[corpus.mention_article[m]]] for m in map(corpus.by_entity.of_code, (one, other)))
    if not len(mine) or one == other:
        return pd.DataFrame({c: np.empty(0, np.int64) for c in ("article", "first", "second")} | {"together": []})
    sentence = corpus.mentions.sentence_start.to_numpy()
    _, a, b = np.intersect1d(
        _place(corpus, mine, sentence), _place(corpus, theirs, sentence), assume_unique=False, return_indices=True
    )
    # where no sentence is known (-1) nothing can be said to stand in one
    known = sentence[mine[a]] >= 0
    same = np.stack([mine[a][known], theirs[b][known]], axis=1)
    inside[corpus.mention_article[same[:, 0]]] = False
    apart = _nearest(corpus, *(m[inside[corpus.mention_article[m]]] for m in (mine, theirs)))
    pairs = np.sort(np.concatenate([same, apart]), axis=1)
    found = pd.DataFrame(
        {
            "article": corpus.mention_article[pairs[:, 0]],
            "first": pairs[:, 0],
            "second": pairs[:, 1],
            "together": np.arange(len(pairs)) < len(same),
        }
    )
    return found.sort_values(["article", "first"], ignore_index=True)


def _nearest(corpus: Corpus, mine: np.ndarray, theirs: np.ndarray) -> np.ndarray:
    """For each article, the pair of mentions (n × 2) that stand nearest; both hold the same articles."""
    if not len(mine):
        return np.empty((0, 2), mine.dtype)
    start = corpus.mentions.start.to_numpy()
    here, there = _place(corpus, mine, start), _place(corpus, theirs, start)
    after = np.searchsorted(there, here)
    pairs = []
    for at in (after - 1, after):
        known = (at >= 0) & (at < len(theirs))
        at = np.clip(at, 0, len(theirs) - 1)
        known &= corpus.mention_article[theirs[at]] == corpus.mention_article[mine]
        pairs.append(np.stack([mine[known], theirs[at][known]], axis=1))
    found = np.concatenate(pairs)
    article = corpus.mention_article[found[:, 0]]
    order = np.lexsort((np.abs(start[found[:, 0]] - start[found[:, 1]]), article))
    first = np.concatenate([[True], article[order][1:] != article[order][:-1]])
    return found[order[first]]


def _place(corpus: Corpus, mentions: np.ndarray, offset: np.ndarray) -> np.ndarray:
    """One number that grows in reading order."""
    return corpus.mention_article[mentions].astype(np.int64) << 32 | offset[mentions].astype(np.int64) + 1

"""The map of the articles: which are drawn where there are too many, and which lie inside an outline."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dateline.corpus import Corpus

MOST = 2_000
"""Articles drawn at most: more dots cannot be told apart, nor sent quickly."""


def placed(corpus: Corpus, rows: np.ndarray) -> np.ndarray:
    """The article rows that have a place on the map."""
    return rows[corpus.articles.map_x.to_numpy()[rows] >= 0]


def drawn(corpus: Corpus, rows: np.ndarray, most: int = MOST) -> np.ndarray:
    """At most so many of the article rows, the same ones each time, ascending; every topic in its proportion, and at
    least its most typical article."""
    if len(rows) <= most:
        return rows
    topic = corpus.topic[rows]
    # by a number that is made from the row alone: a sample of fewer is part of one of more
    lot = (rows.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(40)
    order = np.lexsort((lot, topic))
    first = np.searchsorted(topic[order], topic[order])
    place = np.arange(len(rows)) - first
    size = np.bincount(topic + 1)[topic[order] + 1]
    keep = place < np.maximum(1, size * (most - len(np.unique(topic))) // len(rows))
    typical = np.lexsort((-corpus.articles.typical.to_numpy()[rows], topic))
    best = typical[np.searchsorted(topic[typical], np.unique(topic))]
    return np.unique(np.concatenate([rows[order[keep]], rows[best]]))


def discs(corpus: Corpus, rows: np.ndarray) -> pd.DataFrame:
    """Where topics with articles among the rows lie, largest first: topic_id, topic, theme_id, x, y, radius, count
    (articles). A topic that was put together from several has a disc for each, named on the largest (``first``)."""
    here = placed(corpus, rows)
    here = here[corpus.topic[here] >= 0]
    leaf, topic = corpus.articles.leaf_id.to_numpy()[here], corpus.topic[here]
    pairs, count = np.unique(np.stack([topic, leaf], axis=1), axis=0, return_counts=True)
    place = corpus.leaves.set_index("leaf_id")[["map_x", "map_y", "radius"]]
    names = corpus.topics.set_index("topic_id")
    out = [
        (int(t), names.topic[t], int(names.theme_id[t]), *place.loc[n], int(c))
        for (t, n), c in zip(pairs, count, strict=True)
        if n in place.index and t in names.index
    ]
    found = pd.DataFrame(out, columns=["topic_id", "topic", "theme_id", "x", "y", "radius", "count"])
    found = found.sort_values("count", ascending=False, kind="stable", ignore_index=True)
    return found.assign(first=~found.topic_id.duplicated())


def inside(corpus: Corpus, rows: np.ndarray, xs: np.ndarray, ys: np.ndarray) -> np.ndarray:
    """The article rows that lie inside an outline, given as the coordinates of its corners (even-odd rule)."""
    x, y = (corpus.articles[c].to_numpy(float)[rows] for c in ("map_x", "map_y"))
    within = np.zeros(len(rows), bool)
    for x0, y0, x1, y1 in zip(xs, ys, np.roll(xs, -1), np.roll(ys, -1), strict=True):
        crosses = (y0 > y) != (y1 > y)
        if y0 != y1:
            within ^= crosses & (x < (x1 - x0) * (y - y0) / (y1 - y0) + x0)
    return rows[within]

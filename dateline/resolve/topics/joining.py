"""Joining: which topic an article belongs to.

It is the topic whose centroid the article is nearest to; of topics about as near, the nearest one of whose label it
holds a word, so that a topic holds what its name says. An article that is not near the topic it would go to has none;
one that holds no word of the label must be nearer: how much is set topic by topic, so that a name is true of most of
what the topic holds.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import sparse

from dateline.resolve.topics import weigh
from dateline.resolve.words import words

NONE = -1
_BLOCK = 20_000
_ABOUT_AS_NEAR = 0.7
"""Lower: topics hold more of what they say, and say less of what they hold."""
_UNNAMED, _UNNAMED_MOST, _UNNAMED_ASKED = 1.5, 3.5, 2.0
"""An article that holds no word of its topic's label must be this many times nearer to belong to it, at least and at
most; and at most where the number of topics was asked for, as they may then be too wide for any name."""
_TRUE = 0.83
"""The share of a topic's articles that are to hold a word of its label."""


def key_columns(named: Sequence[str], space: weigh.Space) -> list[list[int]]:
    """The dimensions of the words of each label."""
    known = dict(zip(space.surfaces, space.column.tolist(), strict=True))
    return [sorted({known[w] for w in words(label) if w in known}) for label in named]


def placed(
    vectors: sparse.csr_matrix,
    centres: sparse.csr_matrix,
    keys: list[list[int]],
    floor: float,
    bars: np.ndarray | None = None,
) -> np.ndarray:
    """The centroid that each article belongs to (int32, -1 none) by the rule at the head of this module.

    ``keys``: the dimensions of the words of each label; ``floor``: the cosine that an article must exceed, and
    ``bars[t]`` where it holds no word of the label of t.
    """
    least = np.full(centres.shape[0], _UNNAMED * floor) if bars is None else np.maximum(bars, _UNNAMED * floor)
    chosen, cosine, named = _chosen(vectors, centres, keys)
    near = cosine > np.maximum(np.where(named, floor, least[chosen]), 0)
    return np.where(near, chosen, NONE).astype(np.int32)


def bars(
    vectors: sparse.csr_matrix,
    centres: sparse.csr_matrix,
    keys: list[list[int]],
    floor: float,
    asked: bool = False,
) -> np.ndarray:
    """The cosine that an article without a word of the label must exceed, topic by topic, for ``placed``.

    It is where ``_TRUE`` of the articles of the topic hold a word of its label, within limits. ``asked``: the number of
    topics was asked for.
    """
    chosen, cosine, named = _chosen(vectors, centres, keys)
    out = np.full(centres.shape[0], _UNNAMED * floor)
    highest = (_UNNAMED_ASKED if asked else _UNNAMED_MOST) * floor
    for t in range(len(out)):
        held = int((named & (chosen == t) & (cosine > floor)).sum())
        others = np.sort(cosine[~named & (chosen == t)])[::-1]
        most = int(held * (1 - _TRUE) / _TRUE)
        if most < len(others):
            out[t] = np.clip(others[most], out[t], highest)
    return out


def _chosen(
    vectors: sparse.csr_matrix, centres: sparse.csr_matrix, keys: list[list[int]]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of each article: the topic it would go to, the cosine to it, and whether it holds a word of its label."""
    dense = np.ascontiguousarray(centres.toarray().T)
    rows = [i for i, k in enumerate(keys) for _ in k]
    key = sparse.csr_matrix((np.ones(len(rows), np.float32), ([c for k in keys for c in k], rows)), shape=dense.shape)
    n = vectors.shape[0]
    out, near, held = np.empty(n, np.int32), np.empty(n, np.float32), np.empty(n, bool)
    for i in range(0, n, _BLOCK):
        part = vectors[i : i + _BLOCK]
        cosine = part @ dense
        named = (part @ key).toarray() > 0
        named &= cosine >= _ABOUT_AS_NEAR * cosine.max(1)[:, None]
        chosen = (cosine + 2 * named).argmax(1)
        out[i : i + _BLOCK] = chosen
        near[i : i + _BLOCK] = cosine[np.arange(len(chosen)), chosen]
        held[i : i + _BLOCK] = named.any(1)
    return out, near, held

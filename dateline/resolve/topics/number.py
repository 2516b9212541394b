"""Number: how many topics a pile is worth, by its size and by whether a few words can tell its topics apart.

The size rule is a matter of reading: 8 topics for 200 articles, 12 for 2,000, 40 from 10,000 on; silhouette and its
like do not find the number in news. Where a handful of words, the most that a label can hold, would miss many of a
topic's articles, the topics are too wide to be named and the pile is cut into more, up to twice as many, or three times
as many where each still holds enough.
"""

from __future__ import annotations

import numpy as np
from scipy import sparse

MOST = 40
TELLABLE = 0.82
"""Topics are narrow enough when this share of the articles holds one of the best words of their topic."""
_LADDER = (6, 8, 12, 16, 22, 30, MOST)
_APART = 0.85
"""An eigenvalue above this belongs to a group that hardly touches the others."""
_ENOUGH = 40
"""Articles a topic, on average, that make up to three times as many topics worth having."""
_WORDS = 6
_DISTINCT = 1.5
"""How many times more often in a topic than elsewhere a word of it must stand."""


def steps(n: int, values: np.ndarray) -> list[int]:
    """Numbers of topics to try for n articles, fewest first: by size, or more where the graph falls into more.

    Numbers are on a ladder, so that a pile a little larger has as many. ``values``: eigenvalues of the normalised
    graph; those near 1 count groups that hardly touch (von Luxburg 2007, "A tutorial on spectral clustering", §8.3).
    """
    size = max(n ** (2 / 3) / 13, min(8, n / 10))
    by_size = min(_LADDER, key=lambda k: abs(np.log(k / size)))
    least = int(min(MOST, max(by_size, (values > _APART).sum())))
    most = min(MOST, max(2 * least, min(3 * least, n // _ENOUGH)), max(least, len(values)))
    return [least, *(k for k in _LADDER if least < k <= most)]


def tellable(held: sparse.csr_matrix, group: np.ndarray) -> float:
    """Share of the articles that hold one of the six best words of their group, chosen greedily.

    ``held``: an article a row, a word a column, not 0 where it stands in it; ``group``: the group of each row, from 0.
    """
    table = held.tocsr().copy()
    table.data = np.ones_like(table.data)
    everywhere = np.asarray(table.sum(0)).ravel()
    told = 0
    for g in range(int(group.max(initial=-1)) + 1):
        rows = np.flatnonzero(group == g)
        part = table[rows]
        inside = np.asarray(part.sum(0)).ravel()
        outside = (everywhere - inside) / max(1, len(group) - len(rows))
        part = part[:, np.flatnonzero((inside >= 2) & (inside > _DISTINCT * len(rows) * outside))]
        open_ = np.ones(len(rows), np.float32)
        for _ in range(_WORDS):
            gain = part.T @ open_
            if not gain.max(initial=0):
                break
            open_[part[:, [int(gain.argmax())]].nonzero()[0]] = 0
        told += int((open_ == 0).sum())
    return told / max(1, len(group))

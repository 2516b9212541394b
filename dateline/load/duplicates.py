"""Near-duplicates: articles that are copies of one another, whole or cut, found without comparing each with each.

Texts are sets of three-word shingles. Sketches bring together what may be a copy; each such pair is then verified by
containment, the share of the smaller set that stands in the larger. Linear in the number of articles. After Broder, On
the resemblance and containment of documents (1997).

Memory: a sketch of 512 bytes an article, and some 50 more while pairs are looked for; the shingles themselves are
made a second time, for articles that met another, a few thousand at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from dateline.load.shingles import Shingles, batches, once, similarity
from dateline.load.sketches import candidates, sketches

THRESHOLD = 0.6
"""Containment from which two articles are copies. Half-cut agency copies have .7 and more, follow-ups .3 and less."""
FLOOR = 0.3
"""Containment from which ``pairs`` reports a pair, so that a page can move the threshold down to it."""
_PART = 2000
"""Pairs that are verified together."""


class Pair(NamedTuple):
    """Two texts, by their numbers, and the share of the smaller one's shingles that the other holds."""

    first: int
    second: int
    similarity: float


def pairs(texts: Sequence[str], floor: float = FLOOR) -> list[Pair]:
    """Every pair of texts whose similarity is ``floor`` or more, each once and in order, the smaller number first.

    ``texts`` is gone through once; what looks like a copy is asked for a second time.
    """
    made, size = sketches(texts, len(texts))
    first, second = candidates(made, size, floor)
    del made
    out: list[Pair] = []
    for part in _parts(first, second, len(texts)):
        sets = _sets(texts, np.unique(np.r_[first[part], second[part]]).tolist())
        for i, j in zip(first[part].tolist(), second[part].tolist(), strict=True):
            s = similarity(sets[i], sets[j])
            if s >= floor:
                out.append(Pair(i, j, round(s, 4)))
    return sorted(out)


def _parts(first: np.ndarray, second: np.ndarray, n: int) -> list[np.ndarray]:
    """The numbers of the pairs, in parts; pairs that hang together stand together, so that few texts are made twice."""
    if not len(first):
        return []
    links = sparse.coo_matrix((np.ones(len(first), np.int8), (first, second)), shape=(n, n))
    _, group_of = connected_components(links, directed=False)
    order = np.argsort(group_of[first], kind="stable")
    return [order[k : k + _PART] for k in range(0, len(order), _PART)]


def _sets(texts: Sequence[str], rows: Sequence[int]) -> dict[int, Shingles]:
    out: dict[int, Shingles] = {}
    numbers = iter(rows)
    for part in batches(texts[i] for i in rows):
        for a, b in zip(part.bounds[:-1].tolist(), part.bounds[1:].tolist(), strict=True):
            out[next(numbers)] = once(part.hashes[a:b])
    return out


def group(
    ids: Sequence[str], published: Sequence[datetime | None], found: Sequence[Pair], threshold: float = THRESHOLD
) -> list[str]:
    """``duplicate_of`` of each article: the id of the earliest of its group, '' for that one and for those alone.

    Undated articles count as later than dated ones, equal dates go by id. Never a chain, never itself.
    """
    parent = list(range(len(ids)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for p in found:
        if p.similarity >= threshold:
            parent[root(p.second)] = root(p.first)
    first: dict[int, int] = {}

    def key(i: int) -> tuple:
        return (published[i] is None, published[i] or datetime.min, ids[i])

    for i in sorted(range(len(ids)), key=key):
        first.setdefault(root(i), i)
    return ["" if first[root(i)] == i else ids[first[root(i)]] for i in range(len(ids))]


def duplicates(
    texts: Sequence[str], ids: Sequence[str], published: Sequence[datetime | None], threshold: float = THRESHOLD
) -> list[str]:
    """``duplicate_of`` of each article of a pile; ``pairs`` and ``group`` are its two halves."""
    return group(ids, published, pairs(texts, threshold), threshold)

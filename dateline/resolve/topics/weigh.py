"""Space: articles as weighted word vectors. Fitted once on a pile and then frozen, so that vectors never move.

The weight of a word in an article is √(times it occurs) · idf, and vectors have length 1; words of the headline count
one time more. The root (rather than the usual 1 + log) and a plural counted as its singular gave the best topics on
news of three kinds; ``idf`` is log((1 + n) / (1 + df)) + 1 (scikit-learn's smooth form).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from dateline.resolve.topics import addresses
from dateline.resolve.words import Counts, count, words

_TOO_COMMON = 0.5
"""A word in more than this share of the articles tells no topics apart."""
_PAPER = 5
"""Articles of a paper from which what it calls itself can be told."""


@dataclass(frozen=True)
class Space:
    """The words that vectors are made of.

    ``surfaces``: words as they are counted; ``column[i]``: the dimension of surface i (plurals share their singular's);
    ``shown``: the commonest surface of each dimension; ``idf``: float32, a weight a dimension.
    """

    surfaces: list[str]
    column: np.ndarray
    shown: list[str]
    idf: np.ndarray

    def vectors(self, titles: Sequence[str], texts: Sequence[str]) -> sparse.csr_matrix:
        """Weighted vectors of articles, CSR float32, an article a row; a row is empty where no word is known."""
        counted = count(_joined(titles, texts), vocabulary=self.surfaces)
        return self._weighted(self._merged(counted.table, titles))

    def _merged(self, table: sparse.csr_matrix, titles: Sequence[str]) -> sparse.csr_matrix:
        table = table + count(titles, vocabulary=self.surfaces).table
        return merged(table, self.column, len(self.idf))

    def _weighted(self, table: sparse.csr_matrix) -> sparse.csr_matrix:
        np.sqrt(table.data, out=table.data)
        table.data *= self.idf[table.indices]
        return unit(table)


def fit(
    titles: Sequence[str], texts: Sequence[str], stop: frozenset[str], least: int = 2, outlets: Sequence[str] = ()
) -> tuple[Space, sparse.csr_matrix]:
    """The space of a pile and the vectors of its articles. Words of fewer than ``least`` articles are left out.

    ``outlets``: the papers that they stood in; what a paper calls itself has no weight.
    """
    counted = _frequent(count(_joined(titles, texts), stop), least)
    column, shown = _singulars(counted)
    surfaces, table = counted.vocabulary, counted.table
    del counted  # a pile's table is large: one at a time
    space = Space(surfaces, column, shown, np.zeros(len(shown), np.float32))
    table = space._merged(table, titles)
    n = table.shape[0]
    df = np.bincount(table.indices, minlength=len(shown))
    idf = np.log((1 + n) / (1 + df)) + 1
    # in a handful of articles on one thing everything is common: there, nothing is
    if n >= 20:
        idf[df > _TOO_COMMON * n] = 0
    idf[_own_names(table, space, outlets)] = 0
    space.idf[:] = idf
    table = space._weighted(table)
    table.eliminate_zeros()
    return space, table


def _own_names(table: sparse.csr_matrix, space: Space, outlets: Sequence[str]) -> list[int]:
    """The dimensions of words of a paper's name that its own articles hold more than twice as often as others."""
    known = dict(zip(space.surfaces, space.column.tolist(), strict=True))
    everywhere, n = np.bincount(table.indices, minlength=len(space.idf)), table.shape[0]
    names, which, sizes = np.unique(
        np.asarray(outlets, dtype=object).astype(str), return_inverse=True, return_counts=True
    )
    out = set()
    for i in np.flatnonzero((sizes >= _PAPER) & (sizes < n)):
        own = [known[w] for w in words(names[i]) if w in known]
        inside = np.bincount(table[np.flatnonzero(which == i)].indices, minlength=len(space.idf))[own]
        share, other = inside / sizes[i], (everywhere[own] - inside) / (n - sizes[i])
        out |= {c for c, s, o, k in zip(own, share, other, inside, strict=True) if s > 2 * o and k >= 3}
    return sorted(out)


def merged(table: sparse.csr_matrix, column: np.ndarray, size: int) -> sparse.csr_matrix:
    """Columns added up where ``column`` gives them the same new number."""
    out = sparse.csr_matrix((table.data, column[table.indices], table.indptr), shape=(table.shape[0], size))
    out.sum_duplicates()
    return out


def unit(table: sparse.csr_matrix) -> sparse.csr_matrix:
    """Rows scaled to length 1, in place; empty rows stay empty."""
    squares = np.add.reduceat(np.append(table.data**2, 0), np.minimum(table.indptr[:-1], len(table.data)))
    lengths = np.diff(table.indptr)
    norm = np.where(lengths > 0, np.sqrt(squares), 1)
    table.data /= np.repeat(np.where(norm > 0, norm, 1), lengths).astype(np.float32)
    return table


def _joined(titles: Sequence[str], texts: Sequence[str]) -> Iterable[str]:
    return (f"{a}\n{addresses.without(b)}" for a, b in zip(titles, texts, strict=True))


def _frequent(counted: Counts, least: int) -> Counts:
    df = np.bincount(counted.table.indices, minlength=len(counted.vocabulary))
    return counted.kept(np.flatnonzero(df >= least))


def _singulars(counted: Counts) -> tuple[np.ndarray, list[str]]:
    """For every word the number of its dimension, and the commonest word of each dimension."""
    known = {w: i for i, w in enumerate(counted.vocabulary)}
    root = np.arange(len(known), dtype=np.int32)
    for word, i in known.items():
        if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
            stems = (word[:-1], *((word[:-2],) if word.endswith("es") else ()))
            if word.endswith("ies"):
                stems = (word[:-3] + "y", *stems)
            root[i] = next((known[s] for s in stems if s in known), i)
    # a singular may itself end in s ("gases" → "gas" → "ga" where "ga" is a word): one step is enough
    kept, column = np.unique(root, return_inverse=True)
    total = np.asarray(counted.table.sum(0)).ravel()
    best = np.lexsort((np.arange(len(known)), -total))
    shown = [""] * len(kept)
    for i in best:
        shown[column[i]] = shown[column[i]] or counted.vocabulary[i]
    return column.astype(np.int32), shown

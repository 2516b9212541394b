"""How alike two articles are by the names they hold: the evidence for or against joining a bare surname.

Articles are rows of a sparse matrix over the keys of their sure names, weighted by rarity (idf) and of unit length; the
likeness of two is the cosine.
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

_MOST = 200
"""Of an entity's articles at most so many are compared, evenly chosen: enough to know its company."""


class Context:
    """Likeness of articles by shared names. ``names``: for each article the keys of its sure names."""

    def __init__(self, names: list[set[str]]) -> None:
        vocabulary: dict[str, int] = {}
        indices: list[int] = []
        indptr = [0]
        for keys in names:
            indices += sorted(vocabulary.setdefault(k, len(vocabulary)) for k in sorted(keys))
            indptr.append(len(indices))
        n = len(names)
        shape = (n, max(1, len(vocabulary)))
        ones = np.ones(len(indices), dtype=np.float32)
        matrix = csr_matrix(
            (ones, np.asarray(indices, dtype=np.int32), np.asarray(indptr, dtype=np.int64)), shape=shape
        )
        df = np.bincount(matrix.indices, minlength=shape[1]) if len(indices) else np.zeros(shape[1])
        idf = np.log((1 + n) / (1 + df)).astype(np.float32)
        # a name that stands in one article only cannot be shared: it must not thin the others
        idf[df < 2] = 0
        matrix.data *= idf[matrix.indices]
        lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
        lengths[lengths == 0] = 1
        matrix.data /= np.repeat(lengths, np.diff(matrix.indptr)).astype(np.float32)
        self._matrix = matrix
        self._columns = matrix.tocsc()
        self._article, self._cosines = -1, np.zeros(0, dtype=np.float32)
        self._vocabulary = list(vocabulary)

    def likeness(self, article: int, others: list[int]) -> float:
        """The greatest cosine between an article and the others, itself left out; 0 where there are none."""
        found = self._among(article, others)
        return float(found.max()) if len(found) else 0.0

    def nearness(self, article: int, others: list[int]) -> float:
        """The likeness to the nearest of the others, more where several are near: times the root of the six nearest's
        sum in its measure."""
        found = np.sort(self._among(article, others))[::-1]
        return float(found[0] * np.sqrt(found[:6].sum() / found[0])) if len(found) and found[0] > 0 else 0.0

    def _among(self, article: int, others: list[int]) -> np.ndarray:
        """Cosines of an article with the others, itself left out."""
        if article != self._article:
            row = self._matrix[article]
            # one product for the article, however many bearers of a surname are asked for: most articles share nothing
            self._cosines = self._columns[:, row.indices] @ row.data
            self._article = article
        return self._cosines[[o for o in others if o != article]]

    def shared(self, article: int, others: list[int], leave: str = "") -> list[str]:
        """The rarest names that an article shares with the others, at most three: the evidence in words."""
        others = [o for o in others if o != article]
        if not others:
            return []
        mine = self._matrix[article]
        theirs = self._matrix[others[:_MOST]].max(axis=0).tocsr()
        both = mine.multiply(theirs).tocsr()
        order = np.argsort(-both.data, kind="stable")
        return [w for w in (self._vocabulary[both.indices[i]] for i in order) if w != leave][:3]

"""Runs of words that wordings share: which of very many may be the same words, without comparing each with each.

A sparse matrix of ones, wordings by runs; its product with itself counts what any two share, some rows at a time.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np
from scipy import sparse

RUN = 3
"""Words in a row that two quotations must share to be compared."""
COMMONEST = 60
"""Different wordings that hold a run of words; a run in more of them is a phrase that everybody uses."""
_SHARE = 0.35
"""Share of the runs of the shorter wording that the other must hold too."""
_BLOCK = 2_000


def candidates(wordings: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Pairs of wordings that share a rare run of words and a third of all: numbers, the smaller first, in order."""
    if len(wordings) < 2:
        return []
    held = _runs(wordings)
    size = np.diff(held.indptr)
    often = np.bincount(held.indices, minlength=held.shape[1])
    # a run that only one wording holds, or very many, leads to none; the others are a small part
    rare = held[:, (often > 1) & (often <= COMMONEST)].tocsr()
    turned = rare.T.tocsr()
    out: list[np.ndarray] = [np.empty((0, 2), np.int64)]
    for start in range(0, len(wordings), _BLOCK):
        both = (rare[start : start + _BLOCK] @ turned).tocoo()
        i, j = both.row + start, both.col
        enough = (j > i) & (both.data >= np.maximum(1, _SHARE * np.minimum(size[i], size[j])))
        out.append(np.stack([i[enough], j[enough]], axis=1))
    pairs = np.concatenate(out)
    return [tuple(p) for p in pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))].tolist()]


def _runs(wordings: Sequence[Sequence[str]]) -> sparse.csr_matrix:
    """Which runs of words each wording holds: ones, a row a wording, a column a run."""
    number: dict[str, int] = {}
    words = array("i")
    lengths = np.array([len(w) for w in wordings], np.int32)
    for w in wordings:
        words.extend([number.setdefault(x, len(number)) for x in w])
    codes = np.frombuffer(words, np.int32).astype(np.int64)
    # a run begins at every word but the last two of a wording; two at a time are numbered, so that nothing overflows
    many = np.maximum(lengths - RUN + 1, 0)
    row = np.repeat(np.arange(len(wordings), dtype=np.int32), many)
    # the first word of a run: as many words into the pile as it is runs, and those at which none begins
    at = np.arange(len(row)) + np.repeat(np.cumsum(lengths - many) - (lengths - many), many)
    run = codes[at]
    for k in range(1, RUN):
        run = np.unique(run * len(number) + codes[at + k], return_inverse=True)[1].astype(np.int64, copy=False)
    shape = (len(wordings), int(run.max(initial=-1)) + 1)
    held = sparse.csr_matrix((np.ones(len(run), np.int32), (row, run.astype(np.int32))), shape)
    held.sum_duplicates()
    held.data[:] = 1
    return held

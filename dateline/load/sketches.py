"""Sketches: 512 bytes a text by which texts that share much are found among very many, each compared with few.

The shingles of a text fall into 256 bins by their first bits, and the least of each bin stands for it; an empty bin
takes what stands in another, chosen alike for all texts (one-permutation MinHash, Li, Owen & Zhang 2012; densified
after Shrivastava 2017). Two texts agree in as large a share of the bins as they share of all their shingles. Bins in
128 pairs bring texts together: who shares an eighth meets with probability .87, who shares a hundredth with .013. All
bins then tell how much it is, well enough that few pairs remain to be verified.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from dateline.load.shingles import Batch, batches

BINS, BANDS, ROWS = 256, 128, 2
CROWD = 24
"""Texts of a bucket that are compared with each other; the others of a larger one only with its first."""
AGREE = 6
"""Bins in which two texts that met must agree at the least to be looked at closely."""
PROMISE = 0.65
"""Share of the containment asked for that their sketches must promise; a pair that has it promises less once in 200."""

_SHIFT = np.uint64(64 - 8)
_TURNS = np.random.default_rng(1605).permuted(np.tile(np.arange(BINS), (BINS, 1)), axis=1)
"""For each bin, where to look for a value if it is empty, first to last."""
_BANDS_AT_ONCE = 8
_PAIRS_AT_ONCE = 20_000


def sketches(texts: Iterable[str], n: int) -> tuple[np.ndarray, np.ndarray]:
    """The sketch of each of ``n`` texts (uint16, a row a text) and the number of its shingles; 0 for no words."""
    out = np.zeros((n, BINS), np.uint16)
    size = np.zeros(n, np.int32)
    at = 0
    for part in batches(texts):
        count = np.diff(part.bounds)
        size[at : at + len(count)] = count
        out[at : at + len(count)] = _sketched(part)
        at += len(count)
    return out, size


def _sketched(part: Batch) -> np.ndarray:
    n = len(part.bounds) - 1
    row = np.repeat(np.arange(n), np.diff(part.bounds))
    place = row * BINS + (part.hashes >> _SHIFT).astype(np.intp)
    # sorted: the least of a bin is the one it begins with
    first = np.flatnonzero(np.diff(place, prepend=-1))
    out = np.zeros(n * BINS, np.uint16)
    full = np.zeros(n * BINS, bool)
    out[place[first]] = part.hashes[first].astype(np.uint16)  # the last bits: the first ones are small in long texts
    full[place[first]] = True
    worded = np.repeat(np.diff(part.bounds) > 0, BINS)
    empty = np.flatnonzero(~full & worded)
    for turn in range(BINS):
        if not len(empty):
            break
        source = empty - empty % BINS + _TURNS[empty % BINS, turn]
        found = full[source]
        out[empty[found]] = out[source[found]]
        empty = empty[~found]
    return out.reshape(n, BINS)


def candidates(made: np.ndarray, size: np.ndarray, floor: float) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of texts that met and whose sketches leave it likely that their containment is ``floor`` or more.

    ``made`` and ``size`` as of ``sketches``. Numbers of texts, each pair once and in order, the smaller number first.
    """
    n, rows = len(made), np.flatnonzero(size)
    if not len(rows):
        return rows, rows
    pairs = np.empty(0, np.int64)
    found: list[np.ndarray] = []
    bands = made.view(np.uint32)
    for band in range(BANDS):
        for a, b in _together(bands[rows, band]):
            for k in range(0, len(a), _PAIRS_AT_ONCE):
                x, y = rows[a[k : k + _PAIRS_AT_ONCE]], rows[b[k : k + _PAIRS_AT_ONCE]]
                likely = _likely(made, size, x, y, floor)
                found.append(x[likely] * n + y[likely])
        if band % _BANDS_AT_ONCE == _BANDS_AT_ONCE - 1:
            pairs = np.unique(np.concatenate([pairs, *found]))
            found = []
    return np.divmod(pairs, n)


def _likely(made: np.ndarray, size: np.ndarray, a: np.ndarray, b: np.ndarray, floor: float) -> np.ndarray:
    """Whether pairs agree in so many bins that the smaller text may stand in the larger by ``floor``."""
    agree = np.count_nonzero(made[a] == made[b], axis=1)
    alike = agree / BINS
    shared = alike / (1 + alike) * (size[a] + size[b])
    return (agree >= AGREE) & (shared >= PROMISE * floor * np.minimum(size[a], size[b]))


def _together(key: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
    """Places with the same key, in pairs, the smaller one first."""
    # sorted as one number with its place: the same order on every machine
    both = np.sort((key.astype(np.uint64) << np.uint64(32)) | np.arange(len(key), dtype=np.uint64))
    key, order = both >> np.uint64(32), (both & np.uint64(0xFFFFFFFF)).astype(np.intp)
    new = np.r_[True, key[1:] != key[:-1]]
    begin = np.flatnonzero(new)
    within = np.arange(len(key)) - begin[np.cumsum(new) - 1]
    late = np.flatnonzero(within >= CROWD)
    out = [(order[late - within[late]], order[late])]
    at = np.flatnonzero((within > 0) & (within < CROWD))
    for back in range(1, CROWD):
        at = at[within[at] >= back]
        if not len(at):
            break
        out.append((order[at - back], order[at]))
    return out

"""Near-duplicates: articles that are copies of one another, whole or cut, found without comparing each with each.

Texts are sets of three-word shingles. MinHash in 64 bands of two finds candidates (a pair that shares a quarter of its
shingles is found with probability .98, one that shares a hundredth with .006); each is then verified by containment,
the share of the smaller set that stands in the larger. Linear in the number of articles. After Broder, On the
resemblance and containment of documents (1997).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import numpy as np

THRESHOLD = 0.6
"""Containment from which two articles are copies. Half-cut agency copies have .7 and more, follow-ups .3 and less."""
FLOOR = 0.3
"""Containment from which ``pairs`` reports a pair, so that a page can move the threshold down to it."""
BANDS, ROWS = 64, 2
SHORT = 40
"""Shingles below which containment says little: shorter texts are copies only where nearly all of both is shared."""
CROWD = 24
"""Members of a bucket that are compared with each other; the others of a larger one only with its first."""

_WORD = re.compile(r"\w+")
_WIDE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0eff]")
_MIX = tuple(np.uint64(x) for x in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9))
_SHIFT = np.uint64(29)
_rng = np.random.default_rng(1605)
_A = _rng.integers(1, 2**31, BANDS * ROWS, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
_B = _rng.integers(0, 2**32, BANDS * ROWS, dtype=np.uint32)
_PART = 2000
Shingles = np.ndarray


class Pair(NamedTuple):
    """Two texts, by their numbers, and the share of the smaller one's shingles that the other holds."""

    first: int
    second: int
    similarity: float


def shingles(text: str, known: dict[str, int] | None = None) -> Shingles:
    """The sorted hashes of a text's three-word shingles; single characters count as words where words are not spaced.

    ``known`` keeps the hashes of words from one call to the next.
    """
    words = _WORD.findall(text.casefold())
    if words and len(text) > 15 * len(words) and _WIDE.search(text):
        words = [c for w in words for c in (w if _WIDE.search(w) else [w])]
    known = {} if known is None else known
    codes = []
    for w in words:
        code = known.get(w)
        if code is None:
            raw = w.encode("utf-8", "surrogatepass")
            code = known[w] = (zlib.crc32(raw) << 32) | zlib.adler32(raw)
        codes.append(code)
    if not codes:
        return np.empty(0, np.uint64)
    h = np.array(codes, np.uint64)
    if len(h) >= 3:
        h = h[:-2] * _MIX[0] + h[1:-1] * _MIX[1] + h[2:] * _MIX[2]
    return np.unique(h ^ (h >> _SHIFT))


def similarity(a: Shingles, b: Shingles) -> float:
    """Containment of the smaller set in the larger; of short texts the share that both have of all."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    if not len(small):
        return 0.0
    at = np.searchsorted(large, small)
    at[at == len(large)] = 0
    both = int((large[at] == small).sum())
    return both / (len(a) + len(b) - both) if len(small) < SHORT else both / len(small)


def pairs(texts: Sequence[str], floor: float = FLOOR) -> list[Pair]:
    """Every pair of texts whose similarity is ``floor`` or more, each once, the smaller number first."""
    known: dict[str, int] = {}
    sets = [shingles(t, known) for t in texts]
    full = [i for i, s in enumerate(sets) if len(s)]
    if not full:
        return []
    signatures = np.empty((len(full), BANDS * ROWS), np.uint32)
    for row, i in enumerate(full):
        signatures[row] = _minhash(sets[i])
    found: set[tuple[int, int]] = set()
    for band in range(BANDS):
        part = signatures[:, band * ROWS : (band + 1) * ROWS].astype(np.uint64)
        key = (part[:, 0] << np.uint64(32)) | part[:, 1]
        found.update(_together(key))
    out = []
    for a, b in sorted(found):
        i, j = full[a], full[b]
        s = similarity(sets[i], sets[j])
        if s >= floor:
            out.append(Pair(i, j, round(s, 4)))
    return out


def _minhash(hashes: Shingles) -> np.ndarray:
    """The signature of a set: for each of the hash functions a·x + b (mod 2³²) its least value."""
    low = (hashes >> np.uint64(16)).astype(np.uint32)
    parts = [low] if len(low) <= _PART else np.array_split(low, len(low) // _PART + 1)
    out = np.full(BANDS * ROWS, 0xFFFFFFFF, np.uint32)
    for part in parts:
        values = np.multiply.outer(part, _A)
        values += _B
        np.minimum(out, values.min(axis=0), out=out)
    return out


def _together(key: np.ndarray) -> list[tuple[int, int]]:
    """Pairs of rows with the same key."""
    order = np.argsort(key, kind="stable")
    same = np.flatnonzero(key[order][1:] == key[order][:-1])
    out: list[tuple[int, int]] = []
    at = 0
    while at < len(same):
        end = at
        while end + 1 < len(same) and same[end + 1] == same[end] + 1:
            end += 1
        members = order[same[at] : same[end] + 2].tolist()
        crowd = members[:CROWD]
        out += [(a, b) for n, a in enumerate(crowd) for b in crowd[n + 1 :]]
        out += [(members[0], b) for b in members[CROWD:]]
        at = end + 1
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

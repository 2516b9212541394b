"""Shingles: a text as the set of its three-word sequences, each a 64-bit number, made for many texts at once.

All characters of a batch go through numpy together, without a Python object a word: a word is the sum of the numbers of
its characters, each times a power of an odd base (mod 2⁶⁴), read off running sums; a shingle mixes three words. That
two of the shingles of a million articles have the same number has a probability of one in fifty.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

Shingles = np.ndarray
"""Sorted numbers (uint64), each once."""

SHORT = 40
"""Shingles below which containment says little: shorter texts are copies only where nearly all of both is shared."""

_CHARACTERS = 1 << 16
"""Characters of a batch: its arrays stay in the processor's cache."""
_WORD = re.compile(r"\w+")
_WIDE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0eff]")
_IN_WORD, _WIDE_ONE = 1, 2
_BASE = 0x9E3779B97F4A7C15
_MIX = tuple(np.uint64(x) for x in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9))


class Batch(NamedTuple):
    """The shingles of several texts: those of text ``i`` are ``hashes[bounds[i]:bounds[i + 1]]``, sorted.

    One that stands in a text twice stands here twice.
    """

    hashes: np.ndarray
    bounds: np.ndarray


def shingles(text: str) -> Shingles:
    """The shingles of a text; single characters count as words where words are not spaced.

    A text of one or two words has one shingle, one without words none.
    """
    return once(batch([text]).hashes)


def similarity(a: Shingles, b: Shingles) -> float:
    """Containment of the smaller set in the larger; of short texts the share that both have of all."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    if not len(small):
        return 0.0
    at = np.searchsorted(large, small)
    at[at == len(large)] = 0
    both = int((large[at] == small).sum())
    return both / (len(a) + len(b) - both) if len(small) < SHORT else both / len(small)


def once(hashes: np.ndarray) -> Shingles:
    """Sorted numbers, each once."""
    return hashes[np.r_[True, hashes[1:] != hashes[:-1]]] if len(hashes) else hashes


def batches(texts: Iterable[str]) -> Iterator[Batch]:
    """The shingles of texts, part by part, in order: a bounded number of characters is in memory at a time."""
    part: list[str] = []
    size = 0
    for text in texts:
        part.append(text)
        size += len(text)
        if size >= _CHARACTERS:
            yield batch(part)
            part, size = [], 0
    if part:
        yield batch(part)


def batch(texts: Sequence[str]) -> Batch:
    """The shingles of texts that are few enough to be worked on at once."""
    texts = [t.casefold() for t in texts]
    codes = _codes("\n".join([*texts, ""]))
    begin = np.cumsum([0, *(len(t) + 1 for t in texts)])
    kind = _kinds()[codes]
    inside = (kind & _IN_WORD).view(bool)
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    if inside[0]:
        edges = np.r_[0, edges]
    # a batch ends with a line break: every word that begins also ends
    starts, ends = edges[::2], edges[1::2]
    if (kind & _WIDE_ONE).any():
        starts, ends = _unspaced(starts, ends, kind, begin)
    words = _words(codes, starts, ends)
    first = np.searchsorted(starts, begin)
    return _shingled(words, first)


def _shingled(words: np.ndarray, first: np.ndarray) -> Batch:
    """Three words each, none across texts; ``first`` is the first word of each text, and their number."""
    count = np.diff(first)
    n = np.where(count < 3, np.minimum(count, 1), count - 2)
    bounds = np.r_[0, np.cumsum(n)]
    # the word a shingle begins with: as many words in as it is shingles into its text
    at = np.arange(bounds[-1]) + np.repeat(first[:-1] - bounds[:-1], n)
    padded = np.r_[words, np.zeros(2, np.uint64)]
    h = padded[at] * _MIX[0]
    second, third = padded[at + 1] * _MIX[1], padded[at + 2] * _MIX[2]
    for few, part in ((2, second), (3, third)):
        part[bounds[:-1][(count > 0) & (count < few)]] = 0
    h += second
    h += third
    h = _mixed(h)
    for a, b in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        h[a:b].sort()
    return Batch(h, bounds)


def _mixed(h: np.ndarray) -> np.ndarray:
    """Every bit depends on every other (the last steps of MurmurHash3, Appleby 2011)."""
    h ^= h >> np.uint64(33)
    h *= np.uint64(0xFF51AFD7ED558CCD)
    h ^= h >> np.uint64(33)
    h *= np.uint64(0xC4CEB9FE1A85EC53)
    h ^= h >> np.uint64(33)
    return h


def _words(codes: np.ndarray, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """The number of each word: the same wherever it stands."""
    power, inverse = _powers(len(codes) + 1)
    value = _numbers()[codes] if codes.dtype == np.uint8 else _mixed(codes.astype(np.uint64) * np.uint64(_BASE))
    value = value * power[: len(codes)]
    total = np.zeros(len(codes) + 1, np.uint64)
    np.cumsum(value, out=total[1:])
    return (total[ends] - total[starts]) * inverse[starts]


def _unspaced(
    starts: np.ndarray, ends: np.ndarray, kind: np.ndarray, begin: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Words anew where a text holds wide characters and few spaces: there each character of such a word is a word."""
    text = np.searchsorted(begin, starts, side="right") - 1
    length, count = np.diff(begin) - 1, np.bincount(text, minlength=len(begin) - 1)
    sparse = length > 15 * count
    held = np.r_[0, np.cumsum((kind & _WIDE_ONE) > 0)]
    wide = (held[ends] > held[starts]) & sparse[text]
    sizes = np.where(wide, ends - starts, 1)
    into = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    begins = np.repeat(starts, sizes) + into
    return begins, np.where(np.repeat(wide, sizes), begins + 1, np.repeat(ends, sizes))


def _codes(text: str) -> np.ndarray:
    if text.isascii():
        return np.frombuffer(text.encode("ascii"), np.uint8)
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


@cache
def _kinds() -> np.ndarray:
    """For every character whether it stands in words and whether it is of a script that is written without spaces."""
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    out = np.zeros(len(every), np.uint8)
    for sign, pattern in ((_IN_WORD, _WORD), (_WIDE_ONE, _WIDE)):
        for m in pattern.finditer(every):
            out[m.start() : m.end()] |= sign
    return out


@cache
def _numbers() -> np.ndarray:
    """The number of each of the first 256 characters."""
    return _mixed(np.arange(256, dtype=np.uint64) * np.uint64(_BASE))


_table = (np.ones(1, np.uint64), np.ones(1, np.uint64))


def _powers(n: int) -> tuple[np.ndarray, np.ndarray]:
    """The first ``n`` powers of the base and of its inverse (mod 2⁶⁴)."""
    global _table
    if len(_table[0]) < n:
        size = max(n, 2 * _CHARACTERS)
        base = np.full(size, _BASE, np.uint64), np.full(size, pow(_BASE, -1, 1 << 64), np.uint64)
        for b in base:
            b[0] = 1
        _table = (np.cumprod(base[0]), np.cumprod(base[1]))
    return _table

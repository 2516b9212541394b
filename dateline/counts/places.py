"""Where a counted word or name stands: the very places that a tally counted, to be shown as passages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from dateline.corpus import Corpus

_LETTER = r"[^\W\d_]"
_REACH = 300
_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s)\s*(?=[\"'“‘(\[]*[^\W\d_a-z])|\n\s*\n\s*")
"""What ends a sentence: a mark before a space and something that is no small letter, or an empty line."""


def of_word(corpus: Corpus, word: str, row: int) -> list[tuple[int, int]]:
    """Where a word (in lower case, as tallies have it) stands in an article's text, outside its names: offsets."""
    text = corpus.articles.text.iat[row]
    mine = corpus.rows_of("mentions", row)
    taken = list(zip(corpus.mentions.start.iloc[mine], corpus.mentions.end.iloc[mine], strict=True))
    return [
        (a, b) for a, b in _found(word, text) if not any(start < b and a < end for start, end in taken)
    ]  # fmt: skip


def _found(word: str, text: str) -> Iterator[tuple[int, int]]:
    # scripts without spaces are counted in pairs of characters, which may stand anywhere
    edges = ("", "") if re.search("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff\uf900-\ufaff]", word) else (
        f"(?<!{_LETTER})", f"(?!{_LETTER})",
    )  # fmt: skip
    for m in re.finditer(edges[0] + re.escape(word) + edges[1], text, re.IGNORECASE):
        yield m.span()


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Bounds of about the sentence around a place, by its marks; up to ``_REACH`` characters where there are none."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    heads = [m.end() for m in _END.finditer(text, low, start)]
    tail = _END.search(text, end, high)
    return heads[-1] if heads else low, tail.end() if tail else high


def page_of(times: np.ndarray, first: int, size: int) -> list[tuple[int, int, int]]:
    """Which places of which articles a page shows, where articles hold ``times`` places each.

    Returns (position of the article, first place, one past the last) for the places ``first`` to ``first + size`` - 1
    of all in order, so that only the articles of one page need be searched.
    """
    ends = np.cumsum(times)
    out = []
    for at in range(int(np.searchsorted(ends, first, side="right")), len(times)):
        start = int(ends[at] - times[at])
        if start >= first + size:
            break
        out.append((at, max(0, first - start), int(min(times[at], first + size - start))))
    return out

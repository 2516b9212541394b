"""The sentence around a place in an article, for whole columns at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dateline.annotate.record import Record


def sentences_at(records: Sequence[Record], articles: Sequence[int], starts: Sequence[int]) -> list[tuple[int, int]]:
    """(start, end) of the sentence that each place begins in, (-1, -1) where there is none.

    ``articles[i]`` is the row of the article in ``records``, ``starts[i]`` a character of its text.
    """
    begins: dict[int, list[int]] = {}
    out = []
    for article, start in zip(articles, starts, strict=True):
        bounds = records[article].sentences
        if article not in begins:
            begins[article] = [s for s, _ in bounds]
        at = bisect_right(begins[article], start) - 1
        out.append(tuple(bounds[at]) if at >= 0 else (-1, -1))
    return out

"""Stories as they are listed: groups of articles on one event, or of near-identical copies, with what each holds."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dateline.corpus import UNDATED, Corpus
from dateline.counts.copies import USUAL, groups

KINDS = ("event", "copies")


def stories(
    corpus: Corpus, rows: np.ndarray, by: str = "event", percent: int = USUAL, order: str = "largest"
) -> pd.DataFrame:
    """The stories among the article rows (int32, ascending), a row each.

    ``by``: articles on the same event ("event"), or sharing ``percent`` of their wording ("copies"). Columns: story
    (code of the event, or row of the earliest copy), first (article row of its earliest article shown), versions
    (articles shown), texts (versions that are not copies of one another at ``percent``), outlets, start, end (day
    numbers, ``UNDATED`` where no article is dated). ``order``: largest, or newest first.
    """
    same = groups(corpus, percent)
    code = corpus.story if by == "event" else same
    # rows stand in order of time, so that the first of each story is its earliest
    of, first, versions = np.unique(code[rows], return_index=True, return_counts=True)
    place = np.searchsorted(of, code[rows])
    size = len(of)
    day = corpus.day[rows]
    dated = day != UNDATED
    start, end = np.full(size, np.iinfo(np.int32).max), np.full(size, UNDATED)
    np.minimum.at(start, place[dated], day[dated])
    np.maximum.at(end, place[dated], day[dated])
    start[end == UNDATED] = UNDATED
    out = pd.DataFrame(
        {
            "story": of,
            "first": rows[first],
            "versions": versions,
            "texts": _distinct(place, same[rows], size),
            "outlets": _distinct(place, corpus.outlet[rows], size),
            "start": start,
            "end": end,
        }
    )
    end_first, large_first = -out.end.astype(np.int64), -out.versions
    keys = (out["first"], end_first) if order == "newest" else (out["first"], end_first, large_first)
    return out.iloc[np.lexsort(keys)].reset_index(drop=True)


def _distinct(group: np.ndarray, code: np.ndarray, size: int) -> np.ndarray:
    wide = int(code.max(initial=0)) + 1
    pairs = np.unique(group.astype(np.int64) * wide + code)
    return np.bincount(pairs // wide, minlength=size)


def members(corpus: Corpus, rows: np.ndarray, by: str, story: int, percent: int = USUAL) -> np.ndarray:
    """The article rows shown of a story, in order of time."""
    code = corpus.story if by == "event" else groups(corpus, percent)
    return rows[code[rows] == story]

"""What a count counts: articles, distinct stories or outlets. One function, used by every count.

An event (a mention, a quotation) lies in an article; three events in one article count once. Five copies of one wire
report are five articles, one story and up to five outlets.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from dateline.corpus import Corpus
from dateline.lens import UNITS


def unit_codes(corpus: Corpus, unit: str) -> tuple[np.ndarray, int]:
    """A code for every article row (int32) and how many codes there are, for a unit of ``lens.UNITS``.

    Raises ValueError for another word.
    """
    if unit == "articles":
        return np.arange(len(corpus), dtype=np.int32), len(corpus)
    if unit == "stories":
        return corpus.story, len(corpus.stories)
    if unit == "outlets":
        return corpus.outlet, len(corpus.outlets)
    raise ValueError(f"{unit!r} is not one of {', '.join(UNITS)}")


def distinct(corpus: Corpus, groups: np.ndarray, articles: np.ndarray, size: int, unit: str) -> np.ndarray:
    """How many distinct units each group has.

    ``groups`` and ``articles`` are integer arrays of one length: the group (0 to size - 1) and the article row of each
    event. Returns int64 counts of length ``size``.
    """
    codes, kinds = unit_codes(corpus, unit)
    if size * max(kinds, 1) <= 4_000_000:
        # small enough for a table: marking cells is many times quicker than sorting pairs
        seen = np.zeros(size * kinds, bool)
        seen[groups.astype(np.int64) * kinds + codes[articles]] = True
        return np.bincount(np.flatnonzero(seen) // max(kinds, 1), minlength=size)
    pairs = pd.unique(groups.astype(np.int64) * kinds + codes[articles])
    return np.bincount(pairs // kinds, minlength=size)


def total(corpus: Corpus, rows: np.ndarray, unit: str) -> int:
    """How many distinct units a set of article rows is."""
    codes, _ = unit_codes(corpus, unit)
    return len(rows) if unit == "articles" else len(np.unique(codes[rows]))

"""How right the quotations of a pile are: rows drawn for a reader to check, and the share found right.

The interval is Wilson's score interval: E. B. Wilson, "Probable inference, the law of succession, and statistical
inference", Journal of the American Statistical Association 22 (1927), 209-212. Unlike the usual p ± 1.96 √(p(1-p)/n) it
stays inside 0 and 1 and holds its level for twenty rows.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

Z95 = 1.959963984540054
"""The 97.5th percentile of the normal distribution: a two-sided interval of 95 %."""
SAMPLE = 20
"""Rows drawn at a time: few enough to check in five minutes."""


@dataclass(frozen=True, slots=True)
class Share:
    """``right`` of ``n`` rows, as a share between ``low`` and ``high`` with 95 % confidence; 0 to 1 where n is 0."""

    right: int
    n: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """Right over all; NaN where nothing was marked."""
        return self.right / self.n if self.n else math.nan


def wilson(right: int, n: int, z: float = Z95) -> Share:
    """The share of ``right`` in ``n`` with Wilson's interval. Raises ValueError unless 0 ≤ right ≤ n."""
    if not 0 <= right <= n:
        raise ValueError(f"{right} of {n} is not a share: give 0 ≤ right ≤ n")
    if not n:
        return Share(0, 0, 0.0, 1.0)
    p = right / n
    middle = p + z * z / (2 * n)
    spread = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    return Share(right, n, max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale))


def sample(quote_ids: Iterable[str], seed: int = 0, size: int = SAMPLE, skip: Iterable[str] = ()) -> list[str]:
    """Quotations drawn at random for checking: every one has the same chance.

    The draw depends on the ids and the seed alone, not on their order, so that a link shows the same rows; adding
    articles moves few of them. ``skip``: ids that were marked before and need no second look.
    """
    known = set(skip)
    ids = np.array([i for i in dict.fromkeys(quote_ids) if i not in known], dtype=object)
    key = hashlib.blake2b(str(seed).encode(), digest_size=8).hexdigest()  # the hash wants 16 characters
    lots = pd.util.hash_array(ids, hash_key=key, categorize=False)
    first = np.argpartition(lots, size - 1)[:size] if 0 < size < len(ids) else np.arange(len(ids))
    return [i for _, i in sorted(zip(lots[first].tolist(), ids[first], strict=True))][:size]


PARTS = ("content", "speaker", "both")
"""What a reader marks: the words, who said them; both are right only where each is."""


def precision(marks: Mapping[str, tuple[bool, bool]] | pd.DataFrame, quote_ids: Iterable[str]) -> dict[str, Share]:
    """The shares right among the marked quotations: of content, of speaker, of both.

    ``marks``: quote_id → (content right, speaker right), or a frame with quote_id, content, speaker (bool). Marks of
    quotations that are not among ``quote_ids`` (removed articles, another lens) do not count.
    """
    if isinstance(marks, pd.DataFrame):
        marks = {q: (bool(c), bool(s)) for q, c, s in zip(marks.quote_id, marks.content, marks.speaker, strict=True)}
    mine = [marks[i] for i in dict.fromkeys(quote_ids) if i in marks]
    counts = {
        "content": sum(c for c, _ in mine),
        "speaker": sum(s for _, s in mine),
        "both": sum(c and s for c, s in mine),
    }
    return {part: wilson(counts[part], len(mine)) for part in PARTS}

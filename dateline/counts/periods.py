"""Stretches of the calendar that counts over time are made in: days, weeks (Monday to Sunday), months, years."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import numpy as np

GRAINS = ("day", "week", "month", "year")
LONGEST = {"day": 1, "week": 7, "month": 31, "year": 366}
"""Days that a period of a grain has at most."""
_UP_TO = (("day", 62), ("week", 2 * 366), ("month", 15 * 366))
"""Spans (days) up to which a grain is chosen: at most about 60 days, 105 weeks or 180 months on a chart."""
MOST = 4000
"""Periods at most; a coarser grain is taken where one gives more."""


def grain_for(first: int, last: int) -> str:
    """The grain that suits a span (day numbers since 1970-01-01, both inclusive)."""
    return next((g for g, days in _UP_TO if last - first < days), "year")


@dataclass(frozen=True, slots=True)
class Periods:
    """Consecutive periods. ``edges`` are day numbers: period i holds the days from edges[i] to edges[i + 1] - 1."""

    grain: str
    edges: np.ndarray
    _period_of_day: np.ndarray = field(repr=False, compare=False)

    @classmethod
    def between(cls, first: int, last: int, grain: str = "") -> Periods:
        """The periods that hold the days from first to last; their grain is chosen by the span where none is given.

        Raises ValueError for a grain that is not one of ``GRAINS`` or an empty span.
        """
        grain = grain or grain_for(first, last)
        if grain not in GRAINS:
            raise ValueError(f"{grain!r} is not one of {', '.join(GRAINS)}")
        if last < first:
            raise ValueError("the span is empty")
        while grain != "year" and (last - first) / LONGEST[grain] > MOST:
            grain = GRAINS[GRAINS.index(grain) + 1]
        edges = _edges(first, last, grain)
        return cls(grain, edges, np.repeat(np.arange(len(edges) - 1, dtype=np.int32), np.diff(edges)))

    def __len__(self) -> int:
        return len(self.edges) - 1

    def of(self, days: np.ndarray) -> np.ndarray:
        """The period (int32) of each day number, -1 where it lies outside."""
        at = days.astype(np.int64) - self.edges[0]
        inside = (at >= 0) & (at < len(self._period_of_day))
        return np.where(inside, self._period_of_day[np.where(inside, at, 0)], np.int32(-1))

    @property
    def starts(self) -> np.ndarray:
        """First day of each period, datetime64[D]."""
        return self.edges[:-1].astype("datetime64[D]")

    @property
    def ends(self) -> np.ndarray:
        """Last day of each period, datetime64[D]."""
        return (self.edges[1:] - 1).astype("datetime64[D]")

    def covered(self, first: int, last: int) -> np.ndarray:
        """How many days of each period lie in a span (int64): fewer than it has where it is unfinished."""
        begin, end = np.maximum(self.edges[:-1], first), np.minimum(self.edges[1:], last + 1)
        return np.maximum(end - begin, 0)

    def whole(self, first: int, last: int) -> np.ndarray:
        """Which periods lie wholly in a span (bool): the first and the last often do not, and then hold too little."""
        return self.covered(first, last) == np.diff(self.edges)


def day_number(day: date) -> int:
    """Days since 1970-01-01."""
    return (day - date(1970, 1, 1)).days


def _edges(first: int, last: int, grain: str) -> np.ndarray:
    if grain == "day":
        return np.arange(first, last + 2)
    if grain == "week":
        monday = first - (first + 3) % 7  # 1 January 1970 was a Thursday
        return np.arange(monday, last + 8, 7)
    code = {"month": "M", "year": "Y"}[grain]
    begin, end = (np.datetime64(int(d), "D").astype(f"datetime64[{code}]") for d in (first, last))
    return np.arange(begin, end + np.timedelta64(2, code)).astype("datetime64[D]").astype(np.int64)

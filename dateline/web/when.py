"""Calendar intervals in words, as a reader would say them."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd

from dateline.counts.periods import day_number
from dateline.web.ranges import words_of


def when(earliest: pd.Timestamp, latest: pd.Timestamp) -> str:
    """The interval from the first to the last moment of a date: "14 January 2025", "week of 13 January 2025",
    "January 2025", "2025", "the 1990s", "March to May 2014"."""
    first, last = earliest.date(), latest.date()
    if first.weekday() == 0 and last - first == timedelta(days=6):
        return f"week of {first.day} {first:%B} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        years = last.year - first.year
        if years == 9 and first.year % 10 == 0:
            return f"the {first.year}s"
        if years == 99 and first.year % 100 in (0, 1):
            return f"{first.year} to {last.year}"
    return words_of((day_number(first), day_number(last)))


def short(first: date, last: date) -> str:
    """The same for narrow places: "14 Jan 2025"."""
    return f"{first.day} {first:%b} {first.year}" if first == last else words_of((day_number(first), day_number(last)))

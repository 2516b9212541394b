"""A calendar line that stays readable when one date is far from the others: even inside stretches, broken between them.

A break stands where more than a third of what is left of the line would be empty, and a year at least.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

_EMPTY = 1 / 3
_YEAR = 366
_BREAKS = 4
_LEAST = 0.07
"""Share of the line that a stretch of a single day takes."""
_BREAK = 0.05
"""Share of the line that a break takes."""
_STEPS = (("D", 1), ("D", 2), ("D", 7), ("D", 14), ("M", 1), ("M", 2), ("M", 3), ("M", 6), ("M", 12), ("M", 24),
          ("M", 60), ("M", 120), ("M", 240), ("M", 600))  # fmt: skip
_DAYS = {"D": 1, "M": 30.44}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from first to last, drawn evenly from ``left`` to ``right`` (0 to 1)."""

    first: date
    last: date
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """Stretches in order of time, and the places (0 to 1) of the breaks between them."""

    stretches: tuple[Stretch, ...]
    breaks: tuple[float, ...]

    def at(self, day: date) -> float:
        """Where a day stands, 0 to 1; days between stretches at the break, those outside at the ends."""
        for s in self.stretches:
            if day < s.first:
                return max(0.0, s.left - _BREAK / 2) if s is not self.stretches[0] else 0.0
            if day <= s.last:
                return s.left + (s.right - s.left) * ((day - s.first).days + 0.5) / ((s.last - s.first).days + 1)
        return 1.0

    def ticks(self, most: int = 5) -> list[tuple[float, str]]:
        """Where to write which date, ``most`` at most: one for each stretch, more where a stretch is wide."""
        out: list[tuple[float, str]] = []
        for s in self.stretches:
            share = max(1, round(most * (s.right - s.left)))
            found = _round_days(s, share)
            years = len({d.year for st in self.stretches for d in (st.first, st.last)}) > 1
            out += [(self.at(d), words) for d, words in _named(found, years)]
        return _apart(out)


def line(days: Sequence[date]) -> Line:
    """The line for some days; raises ValueError for none."""
    if not days:
        raise ValueError("there is no day to draw")
    known = sorted(set(days))
    gaps = [(b - a).days for a, b in pairwise(known)]
    left, cut = sum(gaps), set()
    for i in sorted(range(len(gaps)), key=lambda i: -gaps[i]):
        if len(cut) == _BREAKS or gaps[i] < _YEAR or gaps[i] <= left * _EMPTY:
            break
        cut.add(i)
        left -= gaps[i]
    parts, start = [], 0
    for end in (*sorted(cut), len(known) - 1):
        parts.append((known[start], known[end]))
        start = end + 1
    lengths = [(b - a).days + 1 for a, b in parts]
    free = 1 - _BREAK * (len(parts) - 1) - _LEAST * len(parts)
    out, breaks, at = [], [], 0.0
    for (a, b), length in zip(parts, lengths, strict=True):
        wide = _LEAST + free * length / sum(lengths)
        out.append(Stretch(a, b, at, at + wide))
        at += wide + _BREAK
        breaks.append(at - _BREAK / 2)
    return Line(tuple(out), tuple(breaks[:-1]))


def _round_days(s: Stretch, most: int) -> list[date]:
    """At most ``most`` round days in a stretch; its first day where there is room for one only."""
    length = (s.last - s.first).days + 1
    if most > 1:
        for unit, step in _STEPS:
            if length / (_DAYS[unit] * step) > most:
                continue
            found = _days(s, step) if unit == "D" else _months(s, step)
            if found:
                return found[:most]
    return [s.first]


def _days(s: Stretch, step: int) -> list[date]:
    shift = -s.first.weekday() % 7 if step % 7 == 0 else 0
    first = s.first + timedelta(days=shift)
    return [first + timedelta(days=n) for n in range(0, (s.last - first).days + 1, step)]


def _months(s: Stretch, step: int) -> list[date]:
    number = s.first.year * 12 + s.first.month - 1 + (s.first.day > 1)
    number += -number % step
    last = s.last.year * 12 + s.last.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(number, last + 1, step) if n // 12 >= 1]


def _named(days: list[date], years: bool) -> list[tuple[date, str]]:
    """Days with their words: years where all are 1 January, months where all are the first, else days."""
    if len(days) > 1 and all((d.month, d.day) == (1, 1) for d in days):
        return [(d, str(d.year)) for d in days]
    if len(days) > 1 and all(d.day == 1 for d in days):
        return [(d, f"{d:%b} {d.year}" if years or d.month == 1 else f"{d:%b}") for d in days]
    return [(d, f"{d.day} {d:%b} {d.year}" if years else f"{d.day} {d:%b}") for d in days]


def _apart(ticks: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """Ticks whose words do not run into those before, at about 330 pixels of line and 6 of letter."""
    out: list[tuple[float, str]] = []
    for at, words in ticks:
        if not out or at - out[-1][0] > (len(words) + len(out[-1][1])) / 2 * 6 / 330 + 0.02:
            out.append((at, words))
    return out

"""Meanings in, values out: against the date of publication, or against the date that the text named last.

``resolve`` walks the expressions of one article in reading order, because some count from the one before ("the
following year"). Without a date of publication nothing is invented: what depends on it keeps the TIMEX3 value of what
the words say ("Wednesday" is XXXX-WXX-3) and has no interval.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol

from dateline.annotate.times.meaning import Meaning
from dateline.annotate.times.values import Resolved, value_of

__all__ = ["Resolved", "resolve"]

_BESIDE = 200
"""Characters within which a time of day belongs to the day named before."""
_NEAR = 800
"""Characters within which "the quarter" and "a year earlier" still speak of the quarter named before."""
_OLD, _PER_DEICTIC = 4, 4
"""A narrative names at least so many past years in full, and so many times more than days counted from today."""


class Expression(Protocol):
    """What ``resolve`` reads of an expression: ``dateline.annotate.record.Time`` has it."""

    start: int
    type: str
    meaning: Any


class Named(NamedTuple):
    """The dates that an article named last: any, one that is a day, one at least as fine as a month, a quarter."""

    date: str = ""
    day: str = ""
    month: str = ""
    quarter: str = ""
    day_at: int = -_BESIDE
    quarter_at: int = -_NEAR


def resolve(times: Sequence[Expression], published: date | None) -> list[Resolved]:
    """Values of an article's expressions, given in reading order; ``published`` None when the date is not known."""
    today = published.date() if isinstance(published, datetime) else published
    meanings = [Meaning.read(t.meaning) for t in times]
    narrative = is_narrative(meanings, today)
    named = Named()
    out = []
    for time, stored in zip(times, meanings, strict=True):
        meaning = _told(stored, named) if narrative else stored
        result = value_of(meaning, today, _base(meaning, named, time.start, narrative), time.type)
        out.append(result)
        named = _after(named, meaning, result, time, today)
    return out


def is_narrative(meanings: Sequence[Meaning], today: date | None) -> bool:
    """Whether a text tells of the past, as biographies, chronologies and histories do, and is not news of its day.

    It is when full dates of years before last abound and hardly anything counts from today. In such a text "in May" and
    "on 5 May" belong to the year named last; in news they belong to the date of publication, whatever year was named.
    """
    old = sum(bool(m.year) and (today is None or m.year < today.year - 1) for m in meanings)
    deictic = sum(not m.base and (bool(m.unit) or (bool(m.weekday) and not m.day)) for m in meanings)
    return old >= _OLD and old >= _PER_DEICTIC * deictic


def _told(m: Meaning, named: Named) -> Meaning:
    """An incomplete date of a narrative: in the year named last, else the nearest to the date named last."""
    whole = m.value or m.year or m.unit or m.base or m.toward in ("last", "next", "this")
    if whole or not named.date:
        return m
    if m.weekday and not m.day:
        return replace(m, base="named", toward="future") if named.day else m
    return replace(m, base="named", toward="this" if len(named.date) == 4 else "near")


def _base(m: Meaning, named: Named, start: int, narrative: bool) -> str:
    """The value that a meaning counts from, '' for the date of publication."""
    if m.base in ("period", "latest"):
        return named.quarter if start - named.quarter_at < _NEAR else ""
    if m.base == "near":
        return named.day if narrative or start - named.day_at < _BESIDE else ""
    if m.base == "named" or (m.base == "the" and narrative):
        if m.unit in ("D", "W", "WE", "N") or (m.weekday and not m.month):
            return named.day
        return named.month if m.unit in ("M", "Q") else named.date
    return ""


def _after(named: Named, m: Meaning, result: Resolved, time: Expression, today: date | None) -> Named:
    if result.earliest is None:
        return named
    value = result.value.partition("T")[0]
    changes: dict[str, Any] = {"date": value}
    if len(value) == 10 and "W" not in value:
        changes |= {"day": value, "month": value, "day_at": time.start}
    elif len(value) == 7 and value[5:].isdigit():
        changes["month"] = value
    # a quarter ahead ("in the fourth quarter it expects ...") is not the one that the figures are of
    ahead = today is not None and result.latest.date() >= today
    if "-Q" in value and not (m.base or m.unit or ahead):
        changes |= {"quarter": value, "quarter_at": time.start}
    return named._replace(**changes)

"""Meanings in, values out: against the date of publication, or against the date that the text named last.

``resolve`` walks the expressions of one article in reading order, because some are counted from the one before ("the
following year"). Without a date of publication nothing is invented: what depends on it keeps the TIMEX3 value of what
the words do say ("Wednesday" is XXXX-WXX-3) and has no interval.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from dateline.annotate.times import open_values, words
from dateline.annotate.times.calendar import interval, shifted
from dateline.annotate.times.holidays import holiday
from dateline.annotate.times.meaning import Meaning

_NEAR = 800
"""Characters within which "the quarter" and "a year earlier" still speak of the quarter named before."""


_AGAINST_PAST, _AGAINST_FUTURE, _NO_TENSE = 6.0, 2.5, 1.3
"""How many times nearer a date must be to be taken against the tense of its verb."""


class Resolved(NamedTuple):
    """TIMEX3 value, first and last moment of its interval (None where it names no calendar time), how it was found."""

    value: str
    earliest: datetime | None
    latest: datetime | None
    how: str


class Expression(Protocol):
    """What ``resolve`` reads of an expression: ``dateline.annotate.record.Time`` has it."""

    start: int
    type: str
    meaning: Any


class Named(NamedTuple):
    """The dates that an article named last: any, one that is a day, one at least as fine as a month, a business period."""

    date: str = ""
    day: str = ""
    month: str = ""
    period: str = ""
    at: int = -_NEAR


def resolve(times: Iterable[Expression], published: date | None) -> list[Resolved]:
    """Values of an article's expressions, given in reading order; ``published`` None when the date is not known."""
    today = published.date() if isinstance(published, datetime) else published
    named = Named()
    out = []
    for time in times:
        meaning = Meaning.read(time.meaning)
        base = _base(meaning, named, time.start)
        result = _resolve(meaning, today, base, time.type)
        out.append(result)
        named = _after(named, meaning, result, time)
    return out


def _base(meaning: Meaning, named: Named, start: int) -> str:
    """The value named before that the meaning counts from, '' for the date of publication."""
    if meaning.base in ("period", "latest"):
        return named.period if start - named.at < _NEAR else ""
    if meaning.base == "named":
        if meaning.unit in ("D", "W", "WE", "N", "2W") or meaning.weekday or meaning.day:
            return named.day
        return named.month if meaning.unit in ("M", "Q") or meaning.month else named.date
    return ""


def _after(named: Named, meaning: Meaning, result: Resolved, time: Expression) -> Named:
    if result.earliest is None or time.type == "SET":
        return named
    value = result.value.partition("T")[0]
    parts = {"date": value}
    if len(value) == 10 and "W" not in value:
        parts |= {"day": value, "month": value}
    elif len(value) == 7 and value[5:].isdigit():
        parts["month"] = value
    if "-Q" in value and not meaning.base and not meaning.unit:
        parts |= {"period": value, "at": time.start}
    return named._replace(**parts)


@lru_cache(maxsize=200_000)
def _resolve(meaning: Meaning, today: date | None, base: str, type: str) -> Resolved:
    value = how = ""
    try:
        value, how = _value(meaning, today, base)
    except (ValueError, OverflowError):
        pass
    if not value:
        return Resolved(open_values.value(meaning), None, None, words.unresolved(today))
    bounds = interval(value) if type in ("DATE", "TIME") else None
    return Resolved(value, *(bounds or (None, None)), how or words.without_date(value, type))


def _value(m: Meaning, today: date | None, base: str) -> tuple[str, str]:
    """TIMEX3 value and how it was found; ('', '') where the base is not known."""
    if m.value:
        return m.value, "written in full" if interval(m.value) else ""
    if m.year and not m.base:
        return _in_year(m, m.year) + m.clock, "written in full"
    if m.base in ("period", "latest"):
        return _period(m, today, base)
    anchor = _first_day(base) if base else today
    if anchor is None:
        return "", ""
    of = base or "publication"
    if m.unit == "WE" and not m.n and not m.weekday:
        return _weekend(m, anchor, of)
    inside = m.month or m.holiday or (m.weekday and m.unit == "D")
    if m.unit and not (inside and m.unit in ("W", "D")):
        return _distance(m, anchor, of)
    day, how = _nearest(m, anchor, of)
    if day and m.unit in ("W", "D"):
        return shifted(date.fromisoformat(day), m.unit, m.n), words.distance(m.n, m.unit, day)
    return day + m.clock, how


def _first_day(value: str) -> date | None:
    bounds = interval(value)
    return bounds[0].date() if bounds else None


# -- a place in a known year ------------------------------------------------------------------------------------------


def _in_year(m: Meaning, year: int) -> str:
    """The value of a calendar place in a year."""
    if m.holiday:
        return holiday(m.holiday, year).isoformat()
    if m.month:
        return date(year, m.month, m.day).isoformat() if m.day else f"{year:04}-{m.month:02}"
    if m.season:
        return f"{year:04}-{m.season}"
    if m.quarter:
        return f"{year:04}-Q{m.quarter}"
    return f"{year:04}-H{m.half}" if m.half else f"{year:04}"


# -- a distance, or a place inside one --------------------------------------------------------------------------------


def _distance(m: Meaning, anchor: date, of: str) -> tuple[str, str]:
    n, unit = m.n, m.unit
    how = words.distance(n, unit, of)
    if unit in ("TH", "TM", "TS"):
        return shifted(anchor, "D", round(n / 24) if unit == "TH" else 0), how
    if n != int(n):
        n, unit = round(n * 12), "M" if unit == "Y" else unit
        if unit != "M":
            return "", ""
    value = shifted(anchor, unit, int(n))
    if unit == "W" and m.weekday:
        return (_first_day(value) + timedelta(days=m.weekday - 1)).isoformat() + m.clock, how
    if unit == "Y" and (m.month or m.season or m.quarter or m.half or m.holiday):
        return _in_year(m, int(value)) + m.clock, how
    if unit == "M" and m.day:
        return date.fromisoformat(f"{value}-{m.day:02}").isoformat() + m.clock, how
    return value + m.clock, how


def _weekend(m: Meaning, anchor: date, of: str) -> tuple[str, str]:
    """The weekend: this week's on Saturday and Sunday or by a verb in the future, else the one before."""
    step = 0 if m.toward in ("future", "this", "next") or anchor.isoweekday() >= 6 else -1
    return shifted(anchor, "WE", step), words.distance(step, "WE", of)


def _period(m: Meaning, today: date | None, base: str) -> tuple[str, str]:
    """Business periods: the quarter named before, or the one that ended last, moved by years."""
    if m.base == "latest":
        if base:
            return base, f"{base}, named before"
        if today is None:
            return "", ""
        return shifted(today, "Q", -1), "the last full quarter before publication"
    if base:
        year = m.year or int(base[:4]) + m.n
        return f"{year:04}{base[4:]}", f"the same period as {base}, named before"
    if m.year:
        return f"{m.year:04}", "written in full"
    return ("", "") if today is None else (shifted(today, "Y", m.n), words.distance(m.n, "Y", "publication"))


# -- the nearest on one side ------------------------------------------------------------------------------------------


def _nearest(m: Meaning, anchor: date, of: str) -> tuple[str, str]:
    """The nearest day, month, season ... on the side that ``toward`` names; without one, the past."""
    side = m.toward
    if m.weekday and not m.day:
        day = _weekday(m.weekday, anchor, side)
        return day.isoformat(), words.near(m, day, anchor, of)
    if not (m.month or m.season or m.quarter or m.half or m.holiday):
        return (anchor.isoformat(), f"the day of {of}") if not m.day else _day_of_month(m, anchor, side, of)
    found = []
    for year in range(anchor.year - 6, anchor.year + 7):
        try:
            value = _in_year(m, year)
        except ValueError:  # 29 February
            continue
        first, last = (b.date() for b in interval(value))
        if not (m.weekday and m.day) or first.isoweekday() == m.weekday:
            found.append((value, first, last))
    chosen = _choose(found, anchor, side)
    if chosen is None:
        return "", ""
    return chosen[0], words.near(m, chosen[1], anchor, of)


def _choose(found: list[tuple[str, date, date]], anchor: date, side: str) -> tuple[str, date, date] | None:
    """The candidate on the right side; of incomplete dates without a word for which one, the nearest by far.

    Papers leave the year out while a date is near, so nearness counts for more than the tense of one verb: a date on the
    wrong side of the tense is taken only where it is several times nearer.
    """
    if side == "this":
        return next((f for f in found if f[1].year == anchor.year), None)
    if side == "last":
        return next((f for f in reversed(found) if f[2] < anchor), None)
    if side == "ended":
        return next((f for f in reversed(found) if f[1] <= anchor), None)
    if side == "next":
        return next((f for f in found if f[1] > anchor), None)

    def far(f: tuple[str, date, date]) -> float:
        if f[1] > anchor:
            return (f[1] - anchor).days * (_AGAINST_PAST if side == "past" else 1 if side == "future" else _NO_TENSE)
        return max(0, (anchor - f[2]).days) * (_AGAINST_FUTURE if side == "future" else 1)

    return min(found, key=far, default=None)


def _weekday(weekday: int, anchor: date, side: str) -> date:
    back = (anchor.isoweekday() - weekday) % 7
    ahead = (weekday - anchor.isoweekday()) % 7
    if side in ("past", ""):
        return anchor - timedelta(days=back)
    if side == "last":
        return anchor - timedelta(days=back or 7)
    if side == "next":  # of the next week, as weeks begin on Monday
        return anchor + timedelta(days=8 - anchor.isoweekday() + weekday - 1)
    return anchor + timedelta(days=ahead)


def _day_of_month(m: Meaning, anchor: date, side: str, of: str) -> tuple[str, str]:
    step = 1 if side in ("future", "next") else -1
    months = anchor.year * 12 + anchor.month - 1
    for _ in range(24):
        year, month = divmod(months, 12)
        try:
            day = date(year, month + 1, m.day)
        except ValueError:
            day = None
        if day and (day - anchor).days * step >= 0 and (not m.weekday or day.isoweekday() == m.weekday):
            return day.isoformat(), words.near(m, day, anchor, of)
        months += step
    return "", ""


def days(values: Sequence[Resolved]) -> list[date]:
    """The days that values name exactly, for a strip of events: one a value that is a single day."""
    return [v.earliest.date() for v in values if v.earliest and v.latest and v.earliest.date() == v.latest.date()]

"""The value of one meaning, counted from the date of publication or from a date that was named before."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from dateline.annotate.times import open_values, wording
from dateline.annotate.times.calendar import interval, shifted
from dateline.annotate.times.holidays import holiday
from dateline.annotate.times.meaning import Meaning

_AGAINST = {"past": 6.0, "": 1.3}
_AGAINST_FUTURE = 2.5
"""How many times nearer a date must be to be taken against the tense of its verb (or, without one, after the base).

Papers leave the year out while a date is near, so nearness counts for more than the tense of one verb. A verb in the
past rarely governs a date ahead; infinitives and modals often stand beside dates that are over.
"""

_Place = tuple[str, date, date]


class Resolved(NamedTuple):
    """TIMEX3 value, first and last moment of its interval (None where it names no calendar time), how it was found."""

    value: str
    earliest: datetime | None
    latest: datetime | None
    how: str


@lru_cache(maxsize=200_000)
def value_of(meaning: Meaning, today: date | None, base: str, type: str) -> Resolved:
    """The value of a meaning.

    ``today`` is the date of publication; ``base`` a TIMEX3 value that the text named before and the meaning counts
    from, '' for the date of publication. What cannot be known stays open (XXXX-WXX-3) and has no interval.
    """
    value, how = meaning.value, wording.WRITTEN
    if not value:
        try:
            value, how = _value(meaning, today, base)
        except (ValueError, OverflowError):  # outside the calendar
            value = ""
    if not value:
        return Resolved(open_values.value(meaning), None, None, wording.left_open(today))
    bounds = interval(value) if type in ("DATE", "TIME") else None
    if bounds is None:
        return Resolved(value, None, None, wording.without_date(type))
    return Resolved(value, *bounds, how)


def _value(m: Meaning, today: date | None, base: str) -> tuple[str, str]:
    """TIMEX3 value and how it was found; ('', '') where the base is not known."""
    if m.year and not (m.base or m.unit):
        return _in_year(m, m.year) + m.clock, wording.WRITTEN
    if m.base in ("period", "latest"):
        return _period(m, today, base)
    if m.base == "named" and not base:
        return "", ""
    anchor = first_day(base) if base else today
    if anchor is None:
        return "", ""
    of = wording.base(base)
    around = m.unit in ("W", "WE", "D") and bool(m.month or m.holiday or (m.weekday and m.unit == "D"))
    if m.unit == "WE" and not m.n and not around:
        return _weekend(m, anchor, of)
    if m.unit and not around:
        return _distance(m, anchor, of)
    day, how = _nearest(m, anchor, of)
    if day and around:  # the week of March 6, the day before Thanksgiving
        return shifted(date.fromisoformat(day), m.unit, m.n), wording.distance(m.n, m.unit, day)
    return (day + m.clock, how) if day else ("", "")


def first_day(value: str) -> date | None:
    """First day of the interval that a value covers."""
    bounds = interval(value)
    return bounds[0].date() if bounds else None


def _in_year(m: Meaning, year: int) -> str:
    """The value of a calendar place in a year; ValueError for 29 February where the year has none."""
    if m.holiday:
        return holiday(m.holiday, year).isoformat()
    if m.month:
        return date(year, m.month, m.day).isoformat() if m.day else f"{year:04}-{m.month:02}"
    if m.season:
        return f"{year:04}-{m.season}"
    if m.quarter:
        return f"{year:04}-Q{m.quarter}"
    return f"{year:04}-H{m.half}" if m.half else f"{year:04}"


def _distance(m: Meaning, anchor: date, of: str) -> tuple[str, str]:
    """Last week, two years ago, and places inside: Tuesday of last week, June last year."""
    n, unit = m.n, m.unit
    how = wording.distance(n, unit, of)
    if unit in ("TH", "TM", "TS"):
        return shifted(anchor, "D", int(n / 24) if unit == "TH" else 0), how
    if n != int(n):
        if unit not in ("Y", "W"):
            return "", ""
        n, unit = (round(n * 12), "M") if unit == "Y" else (round(n * 7), "D")
    value = shifted(anchor, unit, int(n))
    if unit == "W" and m.weekday:
        value = (first_day(value) + timedelta(days=m.weekday - 1)).isoformat()
    elif unit == "Y" and (m.month or m.season or m.quarter or m.half or m.holiday):
        value = _in_year(m, int(value))
    elif unit == "M" and m.day:
        value = date.fromisoformat(f"{value}-{m.day:02}").isoformat()
    return value + m.clock, how


def _weekend(m: Meaning, anchor: date, of: str) -> tuple[str, str]:
    """The weekend: this week's by a verb in the future or on the weekend itself, else the one before."""
    step = 0 if m.toward == "future" or anchor.isoweekday() >= 6 else -1
    return shifted(anchor, "WE", step), wording.distance(step, "WE", of)


def _period(m: Meaning, today: date | None, base: str) -> tuple[str, str]:
    """Business periods: the quarter named before, or the one that ended last, moved by years."""
    if m.base == "latest":
        if base:
            return base, wording.base(base)
        return (shifted(today, "Q", -1), "the last full quarter before publication") if today else ("", "")
    if base:
        return f"{m.year or int(base[:4]) + m.n:04}{base[4:]}", f"the same period as {wording.base(base)}"
    if m.year:
        return f"{m.year:04}", wording.WRITTEN
    return (shifted(today, "Y", m.n), wording.distance(m.n, "Y", wording.base(""))) if today else ("", "")


# -- the nearest on one side ------------------------------------------------------------------------------------------


def _nearest(m: Meaning, anchor: date, of: str) -> tuple[str, str]:
    """The nearest day, month, season ... on the side that ``toward`` names."""
    if m.year:
        return _in_year(m, m.year), wording.WRITTEN
    if m.weekday and not m.day:
        day = _weekday(m.weekday, anchor, m.toward)
        return day.isoformat(), wording.near(m, day, anchor, of)
    found = _days_of_month(m, anchor) if m.day and not m.month else _places(m, anchor.year)
    chosen = _choose(found, anchor, m.toward)
    return (chosen[0], wording.near(m, chosen[1], anchor, of)) if chosen else ("", "")


def _places(m: Meaning, year: int) -> list[_Place]:
    """A place of the calendar in the years around one.

    A weekday beside it ("Saturday, April 25") must fit, unless it only fits years away: then it is a slip.
    """
    found = []
    for y in range(max(1, year - 6), year + 7):
        try:
            value = _in_year(m, y)
        except ValueError:
            continue
        first, last = (b.date() for b in interval(value))
        found.append((value, first, last))
    fit = [f for f in found if f[1].isoweekday() == m.weekday and abs(f[1].year - year) < 2]
    return fit or found


def _days_of_month(m: Meaning, anchor: date) -> list[_Place]:
    """The 13th of the months around a day; with a weekday, only where that fits ("Friday the 13th")."""
    found = []
    for k in range(-24, 25):
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + k, 12)
        try:
            day = date(year, month + 1, m.day)
        except ValueError:
            continue
        if not m.weekday or day.isoweekday() == m.weekday:
            found.append((day.isoformat(), day, day))
    return found


def _choose(found: list[_Place], anchor: date, side: str) -> _Place | None:
    if side == "this":
        return next((f for f in found if f[1].year == anchor.year), None)
    if side == "last":
        return next((f for f in reversed(found) if f[2] < anchor), None)
    if side == "ended":
        return next((f for f in reversed(found) if f[1] <= anchor), None)
    if side == "next":
        return next((f for f in found if f[1] > anchor), None)

    def far(f: _Place) -> float:
        if f[1] > anchor:
            return (f[1] - anchor).days * _AGAINST.get(side, 1.0)
        return max(0, (anchor - f[2]).days) * (_AGAINST_FUTURE if side == "future" else 1.0)

    return min(found, key=far, default=None)


def _weekday(weekday: int, anchor: date, side: str) -> date:
    """The weekday on one side; the day itself counts but for "last" and "next". Without a side it is past."""
    back = (anchor.isoweekday() - weekday) % 7
    if side == "last":
        return anchor - timedelta(days=back or 7)
    if side == "next":  # of the next week; weeks begin on Monday
        return anchor + timedelta(days=7 - anchor.isoweekday() + weekday)
    return anchor + timedelta(days=(7 - back) % 7) if side in ("future", "this") else anchor - timedelta(days=back)

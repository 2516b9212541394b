"""How a value was found, in few plain words."""

from __future__ import annotations

from datetime import date

from dateline.annotate.times.lexicon import DAY_NAMES, MONTH_NAMES
from dateline.annotate.times.meaning import Meaning

_UNITS = {"D": "day", "N": "night", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year", "E": "decade",
          "C": "century", "2W": "fortnight", "6M": "half-year", "TH": "hour", "TM": "minute", "TS": "second", "P": "period"}  # fmt: skip
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_ORDINALS = ("", "first", "second", "third", "fourth")


def distance(n: float, unit: str, of: str) -> str:
    """'the week before publication', '2 years after 1998-03, named before'."""
    name = _UNITS.get(unit, "time")
    of = _base(of)
    if not n:
        return f"the {name} of {of}"
    side = "before" if n < 0 else "after"
    return f"the {name} {side} {of}" if abs(n) == 1 else f"{abs(n):g} {name}s {side} {of}"


def near(m: Meaning, first: date, anchor: date, of: str) -> str:
    """'the Wednesday before publication', 'the day of publication'."""
    side = "after" if first > anchor else "before"
    of = _base(of)
    if m.weekday and not m.day:
        name = DAY_NAMES[m.weekday]
        return f"the day of {of}, a {name}" if first == anchor else f"the {name} {side} {of}"
    if m.day:
        if first == anchor:
            return f"the day of {of}"
        name = f"{m.day} {MONTH_NAMES[m.month]}" if m.month else f"day {m.day} of a month"
    elif m.month:
        name = MONTH_NAMES[m.month]
        if (first.year, first.month) == (anchor.year, anchor.month):
            return f"the month of {of}"
    elif m.holiday:
        name = m.holiday
    elif m.season:
        name = _SEASONS[m.season]
    else:
        name = f"{_ORDINALS[m.quarter or m.half]} {'quarter' if m.quarter else 'half'}"
    return f"the nearest {name} {side} {of}"


def _base(of: str) -> str:
    return of if of == "publication" else f"{of}, named before"


def without_date(value: str, type: str) -> str:
    """Why an expression has no interval."""
    if type == "DURATION":
        return "a length of time"
    return "repeats" if type == "SET" else "names no date"


def unresolved(today: date | None) -> str:
    """Why an expression that names a date was left open."""
    return (
        "left open: the date of publication is not known" if today is None else "left open: the text does not say which"
    )

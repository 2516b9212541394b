"""How a value was found, in few plain words."""

from __future__ import annotations

from datetime import date

from dateline.annotate.times.lexicon import DAY_NAMES, MONTH_NAMES
from dateline.annotate.times.meaning import Meaning

WRITTEN = "written in full"
_UNITS = {"D": "day", "N": "night", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year",
          "E": "decade", "C": "century", "L": "millennium", "TH": "hour", "TM": "minute", "TS": "second",
          "P": "period"}  # fmt: skip
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_ORDINALS = ("", "first", "second", "third", "fourth")


def base(value: str) -> str:
    """What a date was counted from: '' is the date of publication."""
    return f"{value}, named before" if value else "publication"


def distance(n: float, unit: str, of: str) -> str:
    """'the week before publication', '2 years after 1998-03, named before'."""
    if unit[:1].isdigit():
        n, unit = n * int(unit[0]), unit[1:]
    name = _UNITS[unit]
    if not n:
        return f"the {name} of {of}"
    side = "before" if n < 0 else "after"
    return f"the {name} {side} {of}" if abs(n) == 1 else f"{abs(n):g} {name}s {side} {of}"


def near(m: Meaning, first: date, anchor: date, of: str) -> str:
    """'the Wednesday before publication', 'the nearest 27 October after publication'."""
    side = "after" if first > anchor else "before"
    if m.day or m.weekday:
        if first == anchor:
            return f"the day of {of}"
        if not m.day:
            return f"the {DAY_NAMES[m.weekday]} {side} {of}"
        return (
            f"the nearest {m.day} {MONTH_NAMES[m.month]} {side} {of}"
            if m.month
            else f"the nearest day {m.day} {side} {of}"
        )
    if m.toward == "this":
        return f"{_name(m)} of the year of {of}"
    if m.month and (first.year, first.month) == (anchor.year, anchor.month):
        return f"the month of {of}"
    return f"the nearest {_name(m)} {side} {of}"


def _name(m: Meaning) -> str:
    if m.month or m.holiday or m.season:
        return MONTH_NAMES[m.month] or m.holiday or _SEASONS[m.season]
    return f"{_ORDINALS[m.quarter or m.half]} {'quarter' if m.quarter else 'half'}"


def without_date(type: str) -> str:
    """Why an expression has no interval."""
    return {"DURATION": "a length of time", "SET": "repeats"}.get(type, "names no date")


def left_open(today: date | None) -> str:
    """Why an expression that names a date was left open."""
    return "left open: the text does not say which" if today else "left open: the date of publication is not known"

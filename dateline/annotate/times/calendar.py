"""TIMEX3 values and the calendar: the interval that a value covers, and values for days and distances.

Weeks are those of ISO 8601, Monday to Sunday. A winter runs from the December of its year to the February of the next.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime, timedelta
from functools import lru_cache

Interval = tuple[datetime, datetime]

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
# hours of the parts of a day; the night is counted to the day it begins on
_PARTS = {"MO": (0, 11), "MI": (11, 13), "AF": (12, 17), "EV": (18, 23), "NI": (18, 23), "DT": (6, 17)}
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?P<we>-WE)?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?(?:T(?P<clock>\w\w(?::\d\d)?))?"
    r"|(?P<decade>\d{3})|(?P<century>\d\d)"
)
_LAST = timedelta(microseconds=1)
_DAY_FIRST = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\b(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])/\d\d"
)


def writes_day_first(text: str) -> bool:
    """Whether a text writes "5 March" or 25/03/2015, and so means 5 March by 05/03/2015."""
    return _DAY_FIRST.search(text) is not None


@lru_cache(maxsize=100_000)
def interval(value: str) -> Interval | None:
    """First and last moment (to the microsecond) of the calendar time that a value names, None where it names none."""
    m = _VALUE.fullmatch(value)
    if m is None:
        return None
    try:
        start, end = _bounds(m)
    except ValueError:
        return None
    if m["clock"]:
        start, end = _within_day(start, m["clock"])
    return start, end - _LAST


def _bounds(m: re.Match[str]) -> Interval:
    """First moment, and first moment after."""
    if m["decade"] or m["century"]:
        text, years = (m["decade"], 10) if m["decade"] else (m["century"], 100)
        first = int(text) * years
        return datetime(max(first, 1), 1, 1), datetime(first + years, 1, 1)
    year = int(m["year"])
    if m["day"]:
        start = datetime(year, int(m["month"]), int(m["day"]))
        return start, start + timedelta(days=1)
    if m["week"]:
        start = datetime.fromisocalendar(year, int(m["week"]), 1)
        return (start + timedelta(days=5) if m["we"] else start), start + timedelta(days=7)
    first, last = 1, 12
    if m["month"]:
        first = last = int(m["month"])
    elif m["quarter"]:
        first, last = 3 * int(m["quarter"]) - 2, 3 * int(m["quarter"])
    elif m["half"]:
        first, last = 6 * int(m["half"]) - 5, 6 * int(m["half"])
    elif m["season"]:
        first, last = SEASONS[m["season"]]
    return datetime(year, first, 1), datetime(year + last // 12, last % 12 + 1, 1)


def _within_day(day: datetime, clock: str) -> Interval:
    if clock in _PARTS:
        first, last = _PARTS[clock]
        return day.replace(hour=first), day.replace(hour=last) + timedelta(hours=1)
    hour, _, minute = clock.partition(":")
    # midnight at the end of a day stays on it
    start = day + timedelta(minutes=min(60 * int(hour) + int(minute or 0), 24 * 60 - 1))
    return start, start + timedelta(minutes=1)


def shifted(day: date, unit: str, n: int) -> str:
    """The value that lies n units from a day, as coarse as the unit: (2014-03-05, "M", -1) → '2014-02'.

    Units: D, W, WE (weekend), M, Q, Y, E (decade), C (century), 2W, 6M. Raises ValueError outside the years 1 to 9999.
    """
    if unit[:1].isdigit():
        unit, n = unit[-1], n * int(unit[:-1])
    if unit in ("D", "N"):
        return (day + timedelta(days=n)).isoformat()
    if unit in ("W", "WE"):
        year, week, _ = (day + timedelta(weeks=n)).isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    if unit in ("M", "Q"):
        size = 3 if unit == "Q" else 1
        months = day.year * 12 + day.month - 1
        year, part = divmod(months // size + n, 12 // size)
        _within(year)
        return f"{year:04}-Q{part + 1}" if unit == "Q" else f"{year:04}-{part + 1:02}"
    year = day.year + n * {"Y": 1, "E": 10, "C": 100}[unit]
    _within(year)
    return f"{year:04}"[: {"Y": 4, "E": 3, "C": 2}[unit]]


def _within(year: int) -> None:
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is outside the calendar")


def days_in_month(year: int, month: int) -> int:
    """How many days a month has."""
    return calendar.monthrange(year, month)[1]

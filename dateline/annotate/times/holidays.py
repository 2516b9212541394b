"""Feasts and holidays that news names without a date, and the day each falls on in a year.

A table, not a library: a few dozen names that English news uses as dates; which of them are days off in which country
does not matter here. Easter is computed by dateutil (Western, Meeus/Jones/Butcher).
"""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.easter import easter

FIXED: dict[str, tuple[int, int]] = {
    "new year": (1, 1), "burns night": (1, 25), "inauguration day": (1, 20), "australia day": (1, 26),
    "groundhog day": (2, 2), "valentine's day": (2, 14),
    "st patrick's day": (3, 17), "april fool's day": (4, 1), "earth day": (4, 22),
    "st george's day": (4, 23), "anzac day": (4, 25), "may day": (5, 1), "juneteenth": (6, 19), "canada day": (7, 1),
    "independence day": (7, 4), "bastille day": (7, 14), "halloween": (10, 31), "bonfire night": (11, 5),
    "veterans day": (11, 11), "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31),
}  # fmt: skip

# month, weekday (Monday 1), which of the month (-1 the last)
NTH: dict[str, tuple[int, int, int]] = {
    "king day": (1, 1, 3), "presidents' day": (2, 1, 3), "mother's day": (5, 7, 2), "memorial day": (5, 1, -1),
    "father's day": (6, 7, 3), "labor day": (9, 1, 1), "columbus day": (10, 1, 2), "thanksgiving": (11, 4, 4),
}  # fmt: skip

EASTER: dict[str, int] = {
    "mardi gras": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "good friday": -2,
    "easter": 0,
    "easter monday": 1,
}


def holiday(name: str, year: int) -> date:
    """The day of a holiday in a year. Raises KeyError for a name that the tables do not hold."""
    if name in FIXED:
        return date(year, *FIXED[name])
    if name in EASTER:
        return easter(year) + timedelta(days=EASTER[name])
    if name == "election day":  # the Tuesday after the first Monday of November
        return _nth(year, 11, 1, 1) + timedelta(days=1)
    if name == "black friday":
        return holiday("thanksgiving", year) + timedelta(days=1)
    return _nth(year, *NTH[name])


def _nth(year: int, month: int, weekday: int, n: int) -> date:
    if n > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (n - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)

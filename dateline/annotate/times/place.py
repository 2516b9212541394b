"""From the lexemes of a match to a place in the calendar: the reader that most rules share."""

from __future__ import annotations

import re
from typing import Any

from dateline.annotate.times.grammar import Found, Match

STEP = {"last": -1, "past": -1, "latest": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
"""Words for which one, before a unit: how many steps."""
NAMED = ("previous", "following", "that", "same")
"""Words for which one that count from the date named last, not from the day of publication."""
WHICH = (*STEP, "this", "that", "same", "current")
UNITS = {"day": "D", "week": "W", "moon": "M", "annum": "Y", "decade": "E", "century": "C", "quarter": "Q",
         "weekend": "WE", "unit": "", "night": "N", "second": "TS"}  # fmt: skip
"""Classes of one unit and its TIMEX3 letters ('' where the lexeme's value holds them)."""

_WAY = {
    "last": "last",
    "past": "last",
    "previous": "last",
    "latest": "last",
    "next": "next",
    "coming": "next",
    "following": "next",
}
_PLACES = ("month", "weekday", "season", "quarter", "half", "holiday", "day")


def place(m: Match, type: str = "", **extra: Any) -> list[Found] | None:
    """The match as one expression; ``extra`` adds or overrides parts of its meaning.

    Words for which one ("last", "that") belong to the next name or unit: "June last year" is June of the year before,
    "last June" the June before. Without a year, a unit or such a word, the tense of the verb says which one.
    """
    parts: dict[str, Any] = {}
    which = ""
    for name, value, _ in m:
        if name in WHICH:
            which = which if which in ("that", "this") and name in ("same", "current") else name
        elif name in ("month", "weekday", "season", "holiday"):
            parts[name] = value
            parts |= which_one(which)
            which = ""
        elif name in ("day", "week", "moon", "annum", "decade", "century", "weekend") and which:
            parts["unit"], parts["n"] = UNITS[name], STEP.get(which, 0)
            parts |= {"base": "named"} if which in NAMED else {}
            which = ""
        elif name in _READ:
            parts |= _READ[name](value)
        elif name == "clock" and "clock" not in parts:  # the first of "10:35 a.m. (0735 GMT)" is the local one
            parts["clock"] = clock(value)
            if not parts["clock"]:
                return None
        elif name in ("daypart", "night", "overnight"):
            parts["clock"] = _within(parts.get("clock", ""), value)
    parts |= extra
    if parts.get("day") and parts.get("month") and not valid(parts["month"], parts["day"]):
        return None
    if parts.get("year"):
        parts.pop("weekday", None)
    if which and not parts.get("toward") and (parts.get("quarter") or parts.get("half")):
        parts |= which_one(which)
    if any(parts.get(k) for k in _PLACES) and not any(parts.get(k) for k in ("year", "unit", "toward")):
        parts["toward"] = _side(m, parts)
    m.trim()
    return m.found(type or ("TIME" if parts.get("clock") else "DATE"), **parts)


_READ = {
    "yearago": lambda v: {"unit": "Y", "n": -1},
    "dayno": lambda v: {"day": v},
    "dayth": lambda v: {"day": v},
    "second": lambda v: {"day": v},
    "year": lambda v: {"year": v},
    "bigyear": lambda v: {"year": v},
    "today": lambda v: {"unit": "D", "n": v},
    "tonight": lambda v: {"unit": "D", "n": 0, "clock": "TNI"},
    **dict.fromkeys(("early", "late", "mid", "edge", "earlier", "later"), lambda v: {"mod": v}),
}


def which_one(which: str) -> dict[str, str]:
    """The parts of a meaning that "last", "that" ... make before a name."""
    if not which:
        return {}
    return {"toward": _WAY.get(which, "this")} | ({"base": "named"} if which in NAMED else {})


def _side(m: Match, parts: dict[str, Any]) -> str:
    """Past or future by the verb; '' (the nearest) for "a June report" and "by June", which verbs tell nothing of."""
    if parts.get("month") and (m.context.modifies(m.end - 1) or m.before() in ("by", "until", "till", "through")):
        return ""
    return m.toward()


def _within(time: str, part: str) -> str:
    """A time of day in a part of the day: 6 o'clock in the evening is T18:00."""
    if ":" not in time:
        return part
    hour = int(time[1:3])
    return f"T{hour + 12}{time[3:]}" if part in ("TAF", "TEV", "TNI") and 0 < hour < 12 else time


def valid(month: int, day: int) -> bool:
    """Whether a month can have that day."""
    return 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)


def mod(m: Match) -> str:
    """The TIMEX3 modifier of a match: START, MID, END, APPROX or ''."""
    return m.first("early", "late", "mid", "edge", "earlier", "later", "approx") or ""


def clock(text: str) -> str:
    """'5:30 p.m.' → 'T17:30', '1700' → 'T17:00'; '' for what is no time of day."""
    m = re.match(r"(\d{1,2})(?:[:.]?(\d\d))?(?::\d\d)?[\s-]?([ap])?", text.lower())
    if not m:
        return ""
    hour, minute, half = int(m[1]), int(m[2] or 0), m[3]
    if half and not 1 <= hour <= 12:
        return ""
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"T{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""

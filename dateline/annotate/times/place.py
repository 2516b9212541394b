"""From the lexemes of a match to a place in the calendar: the reader that most rules share."""

from __future__ import annotations

import re
from typing import Any

from dateline.annotate.times.grammar import Found, Match

# what "last", "next" and their company mean before a unit (so many steps) and before a name (which one)
_STEP = {"last": -1, "past": -1, "latest": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
_WAY = {
    "last": "last",
    "past": "last",
    "previous": "last",
    "latest": "last",
    "next": "next",
    "coming": "next",
    "following": "next",
}
_NAMED = {"previous", "following", "that", "same"}
_UNIT = {"u_day": "D", "u_week": "W", "u_month": "M", "u_year": "Y", "u_decade": "E", "century": "C", "weekend": "WE"}
_PART_NAMES = {
    "month": "month",
    "weekday": "weekday",
    "season": "season",
    "holiday": "holiday",
    "quarter": "quarter",
    "half": "half",
}


def place(m: Match, type: str = "", **extra: Any) -> list[Found] | None:
    """The match as one expression. ``extra`` adds or overrides parts of its meaning.

    Words for which one ("last", "that") belong to the next name or unit: "June last year" is June of the year before,
    "last June" the June before. Without a year, a unit or such a word, the tense of the verb says which one.
    """
    parts: dict[str, Any] = {}
    which = ""
    for name, value, _ in m:
        if name in _STEP or name in ("this", "that", "same", "current"):
            which = _join(which, name)
        elif name in ("month", "weekday", "season", "holiday"):
            parts[name] = value
            parts |= _which_one(which)
            which = ""
        elif name in _UNIT and (which or name == "u_day"):
            parts["unit"], parts["n"] = _UNIT[name], _STEP.get(which.split()[-1], 0) if which else 0
            parts |= {"base": "named"} if which in _NAMED or not which else {}
            which = ""
        elif name == "yearago":
            parts["unit"], parts["n"] = "Y", -1
        elif name in ("dayno", "dayth", "second"):
            parts["day"] = value
        elif name in ("year", "bigyear"):
            parts["year"] = value
        elif name == "today":
            parts["unit"], parts["n"] = "D", value
        elif name == "tonight":
            parts |= {"unit": "D", "n": 0, "clock": "TNI"}
        elif name == "clock" and "clock" not in parts:  # the first of "10:35 a.m. (0735 GMT)" is the local one
            parts["clock"] = clock(value)
            if not parts["clock"]:
                return None
        elif name in ("daypart", "night", "overnight") and ":" not in parts.get("clock", ""):
            parts["clock"] = value
        elif name in ("early", "late", "mid", "edge", "earlier", "later"):
            parts["mod"] = {"earlier": "START", "later": "END"}.get(name, value)
    parts |= extra
    if "day" in parts and "month" in parts and not valid(parts["month"], parts["day"]):
        return None
    if parts.get("year"):
        parts.pop("weekday", None)
    if which and not parts.get("toward") and (parts.get("quarter") or parts.get("half")):
        parts |= _which_one(which)
    if _open(parts):
        noun = parts.get("month") and m.context.modifies(m.end - 1)  # "a June agreement"
        parts["toward"] = "" if noun else m.context.toward(m.start, m.end - 1)
    m.trim()
    return m.found(type or ("TIME" if parts.get("clock") else "DATE"), **parts)


def _join(which: str, word: str) -> str:
    """'this past', 'this coming', 'that same': two words for which one; the second says more, but for "that same"."""
    return which if which in ("that", "this") and word in ("same", "current") else word


def _which_one(which: str) -> dict[str, str]:
    if not which:
        return {}
    return {"toward": _WAY.get(which, "this")} | ({"base": "named"} if which in _NAMED else {})


def _open(parts: dict[str, Any]) -> bool:
    """Whether the tense must say on which side of the base the date lies."""
    named = any(k in parts for k in ("month", "weekday", "season", "quarter", "half", "holiday", "day"))
    return named and not any(parts.get(k) for k in ("year", "unit", "toward"))


def valid(month: int, day: int) -> bool:
    """Whether a month can have that day."""
    return 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)


def mod(m: Match) -> str:
    """The TIMEX3 modifier of a match: START, MID, END, APPROX or ''."""
    word = "START" if m.has("earlier") else "END" if m.has("later") else ""
    return m.first("early", "late", "mid", "edge", "approx") or word


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

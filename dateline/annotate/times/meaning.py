"""Meaning: what a time expression says before anyone knows when the article was published."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Meaning:
    """The parts of a time expression, as far as the words give them; everything else is left at its default.

    ``value`` is a finished TIMEX3 value ("P2D", "PRESENT_REF", "1998"). Otherwise a calendar place (``year`` to
    ``holiday``), a distance (``n`` times ``unit``: TIMEX3 letters, and WE for weekends), or a place inside a distance
    ("Tuesday of last week").

    ``base`` says what a date counts from: "" the date of publication, "named" the date named last in the text, "near"
    that date where it stands close by, "the" publication in news and the date named last in a narrative, "latest" the
    quarter named last, "period" the quarter named last or else publication. ``toward`` says on which side an incomplete
    date lies: past or future by the tense of the verb, last, next or this by a word, ended for the last that has begun.
    ``clock`` is the time of day ("T17:00", "TNI"), ``mod`` the TIMEX3 modifier (START, MID, END, APPROX ...).
    """

    value: str = ""
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = 0
    season: str = ""
    quarter: int = 0
    half: int = 0
    holiday: str = ""
    unit: str = ""
    n: int = 0
    base: str = ""
    toward: str = ""
    clock: str = ""
    mod: str = ""

    def to_json(self) -> dict[str, Any]:
        """The parts that are set, as plain JSON; ``Meaning.read`` gives an equal meaning."""
        return {f: v for f in _FIELDS if (v := getattr(self, f)) != _DEFAULTS[f]}

    @classmethod
    def read(cls, parts: dict[str, Any]) -> Meaning:
        """The meaning that ``to_json`` wrote. Raises TypeError for parts that no meaning has."""
        return _read(tuple(parts.items()))


_FIELDS = tuple(f.name for f in fields(Meaning))
_DEFAULTS = {f.name: f.default for f in fields(Meaning)}


@lru_cache(maxsize=100_000)
def _read(parts: tuple[tuple[str, Any], ...]) -> Meaning:
    return Meaning(**dict(parts))

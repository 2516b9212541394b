"""The notation of the grammar: patterns over lexeme classes, compiled into one regular expression.

A rule is a pattern and a builder. Patterns are regular expressions whose letters are class names of the lexicon
("month", "dayno") or, in capitals, names of ``MACROS``; spaces only separate. The first rule that matches at a place is
taken, so rules stand in order, the longer before the shorter. A builder gets the ``Match`` and returns what it found, or
nothing when words around the match speak against it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from dateline.annotate.times.context import Context
from dateline.annotate.times.lex import CLASSES, code
from dateline.annotate.times.meaning import Meaning

MACROS = {
    "YEAR": "(year | bigyear)",
    "NUM": "(dayno | number | cardinal)",
    "COUNT": "(dayno | number | cardinal | year | bigyear | few | some | couple | (a dozen) | dozen)",
    "UNIT": "(u_day | u_week | u_month | u_year | u_decade | century | quarter | second | unit | night)",
    "UNITS": "(units | nights)",
    "ORD": "(ordinal | dayth | second)",
    "PART": "(daypart | night | overnight)",
    "EARLY": "((early | late | mid) hyphen? (in)? | (earlier | later) (in | on)? | edge of)",
    # last, next, this and their company: which one of several is meant
    "WHICH": "(this (coming | past | current) | last | past | latest | previous | next | coming | following | this | current"
    " | that (same)? | same)",
    "OFYEAR": "(of? the? WHICH u_year | comma? of? YEAR)",
    "DATE": "((the? WHICH)? weekday comma? (the)?)? (the? WHICH)? (month DAY | DAY of? month) ((comma? | of) YEAR | of? WHICH u_year)?",
    "DAY": "(dayno | dayth | second)",
    "DAYX": "(DATE | weekday the dayth | (the? WHICH)? weekday | today | (the? WHICH)? holiday (of? YEAR)?"
    " | (the | that | this) same? u_day)",
    "CLOCK": "clock (comma? zone | open zone shut)? (open clock zone? shut)?",
    "LEAD": "(the? EARLY the? WHICH? | the? WHICH)",
    "APX": "(bound? approx | bound | just | some)",
}


class Found(NamedTuple):
    """An expression: first and last lexeme (inclusive), TIMEX3 type, meaning."""

    first: int
    last: int
    type: str
    meaning: Meaning


class Match:
    """A stretch of lexemes that a pattern matched, and the context to judge it by."""

    __slots__ = ("context", "end", "start")

    def __init__(self, start: int, end: int, context: Context) -> None:
        self.start, self.end, self.context = start, end, context

    def __iter__(self) -> Iterator[tuple[str, Any, int]]:
        """Class, value and index of each lexeme."""
        lexemes = self.context.lexemes
        for i in range(self.start, self.end):
            yield NAMES[lexemes.codes[i]], lexemes.values[i], i

    def has(self, *names: str) -> bool:
        """Whether a lexeme of one of the classes is in the match."""
        codes = self.context.lexemes.codes[self.start : self.end]
        return any(CLASSES[n] in codes for n in names)

    def all(self, *names: str) -> list[Any]:
        """Values of the lexemes of these classes, in order."""
        return [v for n, v, _ in self if n in names]

    def first(self, *names: str) -> Any:
        """Value of the first lexeme of these classes, None without one."""
        return next((v for n, v, _ in self if n in names), None)

    def first_name(self, *names: str) -> str:
        """Class of the first lexeme that is of one of these classes, '' without one."""
        return next((n for n, _, _ in self if n in names), "")

    def trim(self) -> None:
        """Leave out an article or preposition before a bare date ("the Oct. 3 vote"): it is not part of the date."""
        names = [NAMES[c] for c in self.context.lexemes.codes[self.start : self.start + 2]]
        if names[0] in ("in", "on", "of", "at") or (names[0] == "the" and names[1] in _BARE):
            self.start += 1
            self.trim()

    def found(self, type: str, **parts: Any) -> list[Found]:
        """The whole match as one expression."""
        return [Found(self.start, self.end - 1, type, Meaning(**parts))]


_BARE = ("month", "weekday", "dayno", "year", "early", "late", "mid")

Builder = Callable[[Match], "list[Found] | None"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over classes and what makes a meaning of it."""

    pattern: str
    build: Builder


def compile_rules(rules: list[Rule]) -> re.Pattern[str]:
    """One expression over class strings; ``match.lastindex`` minus one is the number of the rule that matched."""
    return re.compile("|".join(f"({_compile(r.pattern)})" for r in rules))


def _compile(pattern: str) -> str:
    for _ in range(6):
        pattern = re.sub(r"\b[A-Z]+\b", lambda m: f"({MACROS[m[0]]})", pattern)
    out = re.sub(r"[a-z_]+|\((?!\?)|\s+", _symbol, pattern)
    return out


def _symbol(m: re.Match[str]) -> str:
    if m[0].isspace():
        return ""
    if m[0] == "(":
        return "(?:"
    if m[0] not in CLASSES:
        raise ValueError(f"the grammar names a class that the lexicon does not know: {m[0]}")
    return code(m[0])


NAMES = {c: n for n, c in CLASSES.items()}

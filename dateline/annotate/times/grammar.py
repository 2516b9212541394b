"""The notation of the grammar: patterns over lexeme classes, compiled into one regular expression.

A rule is a pattern and a builder. Patterns are regular expressions whose letters are class names of lexicon.txt
("month", "dayno") or, in capitals, names of ``MACROS``; spaces only separate. They have no unbounded repetition, so
that matching is linear. At each place the first rule that matches is taken: rules stand in order, the longer before the
shorter. A builder gets the ``Match`` and returns what it found, or None when words around the match speak against it.
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
    "COUNT": "(NUM | YEAR | few | some | couple | dozen)",
    "ONE": "(day | week | moon | annum | decade | century | quarter | second | unit | night)",
    "MANY": "(units | quarters | nights)",
    "ORD": "(ordinal | dayth | second)",
    "PART": "(daypart | night | overnight)",
    "EARLY": "((early | late | mid) hyphen? in? | (earlier | later) (in | on)? | edge of)",
    "WHICH": "(this (coming | past | current) | last | past | latest | previous | next | coming | following | this"
    " | current | that same? | same)",
    "LEAD": "(the? EARLY the? WHICH? | the? WHICH)",
    "OFYEAR": "(of? the? WHICH annum | comma? of? YEAR)",
    "DAY": "(dayno | dayth | second)",
    "WEEKDAY": "((the? WHICH)? weekday)",
    "DATE": "(WEEKDAY comma? the?)? (the? WHICH)? (month DAY | DAY of? month) ((comma? | of) YEAR | of? WHICH annum)?",
    "HOLIDAY": "((the? WHICH)? holiday (of? YEAR)?)",
    "DAYS": "(DATE | weekday the dayth | WEEKDAY | today | HOLIDAY | (that same? | the same) day)",
    "CLOCK": "(clock (comma? zone | open zone shut)? (open clock zone? shut)?)",
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

    def at(self, *names: str) -> int:
        """Index of the first lexeme of these classes, -1 without one."""
        return next((i for n, _, i in self if n in names), -1)

    def name(self, *names: str) -> str:
        """Class of the first lexeme that is of one of these classes, '' without one."""
        return next((n for n, _, _ in self if n in names), "")

    @property
    def single(self) -> bool:
        """Whether the match is one lexeme."""
        return self.end - self.start == 1

    def before(self, k: int = 1) -> str:
        """The lexeme k before the match, in lower case; '' at the head of the text."""
        return self.context.lexemes.word(self.start - k)

    def after(self, k: int = 1) -> str:
        """The lexeme k after the match, in lower case; '' at the end of the text."""
        return self.context.lexemes.word(self.end - 1 + k)

    def toward(self) -> str:
        """'past' or 'future' by the verb that governs the match, '' when it does not tell."""
        return self.context.toward(self.start, self.end - 1)

    def part(self, start: int, end: int) -> Match:
        """Another stretch in the same context."""
        return Match(start, end, self.context)

    def trim(self) -> None:
        """Leave out an article or preposition before a bare date ("the Oct. 3 vote"): it is not part of the date."""
        while self.end - self.start > 1:
            first, second = (NAMES[c] for c in self.context.lexemes.codes[self.start : self.start + 2])
            verb = first == "last" and self.context.near(self.start, -1, "modal")  # "will last three weeks"
            if not (
                verb
                or first in ("in", "on", "of", "at")
                or (first == "the" and second in _BARE)
                or (first == "a" and second == "lasting")
            ):
                return
            self.start += 1

    def found(self, type: str, **parts: Any) -> list[Found]:
        """The whole match as one expression."""
        return [Found(self.start, self.end - 1, type, Meaning(**parts))]


_BARE = ("month", "weekday", "dayno", "year", "early", "late", "mid")

Builder = Callable[[Match], "list[Found] | None"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over classes and what makes a meaning of it.

    ``tense``: the builder may ask for the tense of the governing verb or for tags, so that the sentence must be parsed.
    """

    pattern: str
    build: Builder
    tense: bool = False


def compile_rules(rules: list[Rule]) -> re.Pattern[str]:
    """One expression over class strings; ``match.lastindex`` minus one is the number of the rule that matched."""
    return re.compile("|".join(f"({_compile(r.pattern)})" for r in rules))


def _compile(pattern: str) -> str:
    while re.search(r"\b[A-Z]+\b", pattern):
        pattern = re.sub(r"\b[A-Z]+\b", lambda m: f"({MACROS[m[0]]})", pattern)
    return re.sub(r"[a-z_]+|\((?!\?)|\s+", _symbol, pattern)


def _symbol(m: re.Match[str]) -> str:
    if m[0].isspace():
        return ""
    if m[0] == "(":
        return "(?:"
    if m[0] not in CLASSES:
        raise ValueError(f"the grammar names a class that lexicon.txt does not have: {m[0]}")
    return code(m[0])


NAMES = {c: n for n, c in CLASSES.items()}

"""Text in, lexemes out: every word and number with the class that the grammar knows it by.

The classes of a text form a string, one character a lexeme, so that the grammar is plain regular expressions over that
string: no lexeme is looked at twice by slow code, and no pattern ever runs over raw text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.annotate.times.lexicon import CAPITAL, DATED, PHRASES, STOPPED, WORDS
from dateline.annotate.times.numerals import number, spelled

# Every alternative is bounded, so the time is linear in the length of the text.
_LEXEME = re.compile(
    r"(?P<part>\b(?:Q[1-4]|H[12])\b)"
    r"|(?P<nineeleven>(?<![\d/])9/11(?![\d/]))"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<iso>(?<!\d)\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))"
    r"|(?P<numdate>(?<![\d/.])(?:\d{1,2}(?P<sep>[/.])\d{1,2}(?P=sep)(?:\d{4}|\d\d)|\d{4}/\d{1,2}/\d{1,2})(?![\d/]))"
    r"|(?P<clock>(?<![\d.:,$£€])(?:\d{1,2}(?:[:.]\d\d)?(?::\d\d)?(?:\s|-)?[ap](?:\.\s?m\b\.?|m\b)|\d{1,2}:\d\d(?::\d\d)?(?![\d:])"
    r"|\d{1,2}\so['’]clock|\d{1,2}\.?\d\d(?=\s?(?:GMT|UTC|BST|local\stime|hours\b|hrs\b))))"
    r"|(?P<number>\d{1,3}(?:,\d{3}){1,3}(?!\d)|\d{1,12}(?:\.\d{1,6})?(?:(?:st|nd|rd|th|s)\b)?)"
    r"|(?P<possessive>['’]s\b)"
    r"|(?P<gap>\n[^\S\n]*\n\s*)"
    r"|(?P<mark>\S)",
    re.IGNORECASE,
)
_MARKS = {"-": "hyphen", "‐": "hyphen", "‑": "hyphen", "–": "dash", "—": "dash", ",": "comma", "'": "quote",
          "’": "quote", "‘": "quote", "/": "slash", ".": "dot", "(": "open", ")": "shut", "$": "money", "£": "money",
          "€": "money", "%": "percent", "&": "and"}  # fmt: skip
_PLAIN = {"’s": "'s", "’": "'", "‘": "'", "‐": "-", "‑": "-"}
"""Typographic marks as phrases in lexicon.txt write them."""
_BEFORE_DATE = re.compile(r"\s{1,3}\d{1,2}\b|\.?\s{1,3}\d{4}\b")
CLASSES: dict[str, str] = {}


def code(name: str) -> str:
    """The character that stands for a class in the class string."""
    if name not in CLASSES:
        CLASSES[name] = "x" if name == "x" else chr(0x100 + len(CLASSES))
    return CLASSES[name]


@dataclass(slots=True)
class Lexemes:
    """The lexemes of a text in order, as parallel sequences, and their classes as one string."""

    text: str
    starts: Sequence[int] = ()
    ends: Sequence[int] = ()
    values: Sequence[Any] = ()
    codes: str = ""

    def word(self, i: int) -> str:
        """The lexeme in lower case, '' outside the text."""
        return self.text[self.starts[i] : self.ends[i]].lower() if 0 <= i < len(self.starts) else ""

    def raw(self, i: int) -> str:
        """The lexeme as written, '' outside the text."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < len(self.starts) else ""


def lex(text: str) -> Lexemes:
    """Cut a text into lexemes. Spelled numbers, spelled years ("nineteen ninety-six") and phrases are one each."""
    raw = [(m.lastgroup, *m.span()) for m in _LEXEME.finditer(text)]
    words = [_PLAIN.get(w, w) for w in (text[a:b].lower() for _, a, b in raw)]
    rows: list[tuple[int, int, Any, str]] = []
    add = rows.append
    i, n = 0, len(raw)
    while i < n:
        kind, start, end = raw[i]
        if kind == "word" and words[i] not in _KNOWN:  # most words
            add((start, end, None, "x"))
            i += 1
            continue
        name, value, size = _word(text, words, i, start, end) if kind == "word" else _other(kind, text[start:end])
        end = raw[i + size - 1][2]
        if words[i] in STOPPED and name != "x" and text[end : end + 1] == ".":
            end, size = end + 1, size + 1
        add((start, end, value, CLASSES[name]))
        i += size
    if not rows:
        return Lexemes(text)
    starts, ends, values, codes = zip(*rows, strict=True)
    return Lexemes(text, starts, ends, values, "".join(codes))


def _word(text: str, words: list[str], i: int, start: int, end: int) -> tuple[str, Any, int]:
    """Class and value of the word or phrase that starts at lexeme i, and how many lexemes it takes."""
    word = words[i]
    for tail, entry in _HEADS.get(word, ()):
        if words[i + 1 : i + 1 + len(tail)] == tail:
            return *entry, 1 + len(tail)
    name, value = WORDS.get(word, _NOTHING)
    if name in _SPELLED:
        return spelled(words, i)
    if word in CAPITAL and not text[start].isupper():
        return "x", None, 1
    if word in DATED and text[end : end + 1] != "." and not _BEFORE_DATE.match(text, end):
        return "x", None, 1
    return name, value, 1


def _other(kind: str, s: str) -> tuple[str, Any, int]:
    if kind == "mark":
        return _MARKS.get(s, "x"), None, 1
    if kind == "number":
        return *number(s), 1
    if kind == "part":
        return "qno" if s[0] in "Qq" else "halfno", int(s[1]), 1
    return kind, s, 1


def _heads() -> dict[str, list[tuple[list[str], tuple[str, Any]]]]:
    heads: dict[str, list] = {}
    for (head, *tail), entry in PHRASES.items():
        heads.setdefault(head, []).append((tail, entry))
    return {h: sorted(v, key=lambda e: -len(e[0])) for h, v in heads.items()}


_HEADS = _heads()
_KNOWN = WORDS.keys() | _HEADS.keys()
_NOTHING: tuple[str, Any] = ("x", None)
_SPELLED = {"cardinal", "scale", "ordinal"}
_OTHER = (
    "x iso numdate clock possessive gap year bigyear decadeno decadeshort number dayno dayth qno nineeleven".split()
)
for _name in (*_OTHER, *_MARKS.values(), *(e[0] for e in (*WORDS.values(), *PHRASES.values()))):
    code(_name)

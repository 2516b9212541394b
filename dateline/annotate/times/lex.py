"""Text in, lexemes out: every word and number with the class that the grammar knows it by.

The classes of a text form a string, one character a lexeme, so that the grammar is plain regular expressions over that
string: no lexeme is looked at twice by slow code, and no pattern ever runs over raw text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from dateline.annotate.times.lexicon import ABBREVIATED, CAPITAL, CARDINALS, DOTTED, ORDINALS, PHRASES, SCALES, WORDS

# Every alternative is bounded, so the time is linear in the length of the text.
_LEXEME = re.compile(
    r"(?P<part>\b(?:Q[1-4]|H[12])\b)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<iso>(?<!\d)\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))"
    r"|(?P<numdate>(?<![\d/.])(?:\d{1,2}(?P<sep>[/.])\d{1,2}(?P=sep)(?:\d{4}|\d\d)|\d{4}/\d{1,2}/\d{1,2})(?![\d/]))"
    r"|(?P<clock>(?<![\d.:,$£€])(?:\d{1,2}(?:[:.]\d\d)?(?::\d\d)?(?:\s|-)?[ap](?:\.\s?m\b\.?|m\b)|\d{1,2}:\d\d(?::\d\d)?(?![\d:])"
    r"|\d{1,2}\so['’]clock|\d{4}(?=\s?(?:GMT|UTC|BST|hours\b|hrs\b))))"
    r"|(?P<number>\d{1,3}(?:,\d{3}){1,3}(?!\d)|\d{1,12}(?:\.\d{1,6})?(?:(?:st|nd|rd|th|s)\b)?)"
    r"|(?P<possessive>['’]s\b)"
    r"|(?P<gap>\n[^\S\n]*\n\s*)"
    r"|(?P<mark>\S)",
    re.IGNORECASE,
)
_MARKS = {"-": "hyphen", "‐": "hyphen", "‑": "hyphen", "–": "dash", "—": "dash", ",": "comma", "'": "quote",
          "’": "quote", "‘": "quote", "/": "slash", ".": "dot", "(": "open", ")": "shut", "$": "money", "£": "money",
          "€": "money", "%": "percent", "&": "and"}  # fmt: skip
_MONTHLIKE = re.compile(r"\s{1,3}\d{1,2}\b|\.?\s{1,3}\d{4}\b")
CLASSES: dict[str, str] = {}


def code(name: str) -> str:
    """The character that stands for a class in the class string."""
    if name not in CLASSES:
        CLASSES[name] = "x" if name == "x" else chr(0x100 + len(CLASSES))
    return CLASSES[name]


@dataclass(slots=True)
class Lexemes:
    """The lexemes of a text in order, as parallel lists, and their classes as one string."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)
    codes: str = ""

    def word(self, i: int) -> str:
        """The lexeme in lower case, '' outside the text."""
        return self.text[self.starts[i] : self.ends[i]].lower() if 0 <= i < len(self.starts) else ""

    def raw(self, i: int) -> str:
        """The lexeme as written, '' outside the text."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < len(self.starts) else ""


def lex(text: str) -> Lexemes:
    """Cut a text into lexemes. Spelled numbers ("twenty-five"), years ("nineteen ninety-six") and phrases are one each."""
    raw = [(m.lastgroup, m.start(), m.end()) for m in _LEXEME.finditer(text)]
    words = [text[a:b].lower() for _, a, b in raw]
    out = Lexemes(text)
    codes: list[str] = []
    i, n = 0, len(raw)
    while i < n:
        kind, start, end = raw[i]
        if kind == "word":
            word = words[i]
            if word in _HEADS:
                found = _phrase(raw, words, i, text)
                if found is not None:
                    size, (name, value) = found
                    out.starts.append(start), out.ends.append(raw[i + size - 1][2]), out.values.append(value)
                    codes.append(CLASSES[name])
                    i += size
                    continue
            entry = WORDS.get(word)
            if entry is None:
                name, value, size = "x", None, 1
            elif entry[0] in _SPELLED:
                name, value, size = _spelled(words, raw, i)
            else:
                (name, value), size = entry, 1
                if word in CAPITAL and not text[start].isupper():
                    name = "x"
                elif word in DOTTED and text[end : end + 1] != "." and not _MONTHLIKE.match(text, end):
                    name = "x"
            end = raw[i + size - 1][2]
            if word in ABBREVIATED and name != "x" and text[end : end + 1] == ".":
                end += 1
                size += 1
        else:
            name, value, size = _other(kind, text[start:end])
        out.starts.append(start), out.ends.append(end), out.values.append(value)
        codes.append(CLASSES.get(name) or code(name))
        i += size
    out.codes = "".join(codes)
    return out


def _other(kind: str, s: str) -> tuple[str, Any, int]:
    if kind == "mark":
        return _MARKS.get(s, "x"), None, 1
    if kind == "number":
        return (*_number(s), 1)
    if kind == "part":
        return "qno" if s[0] in "Qq" else "halfno", int(s[1]), 1
    return kind, s, 1


def _number(s: str) -> tuple[str, Any]:
    """A number in digits: a year, a decade, an ordinal, a plain number; too long a one is no time word."""
    tail = s.lstrip("0123456789,.")
    digits = s[: len(s) - len(tail)].rstrip(",.")
    if len(digits) > 9:
        return "x", None
    if tail == "s":
        if len(digits) == 4 and digits.isdigit() and digits[3] == "0" and 1000 <= int(digits) < 2200:
            return "decade", int(digits) // 10
        return ("shortdecade", int(digits)) if len(digits) == 2 and digits[1] == "0" else ("x", None)
    if tail:
        return ("dayth" if int(digits) <= 31 else "ordinal", int(digits)) if digits.isdigit() else ("x", None)
    if len(digits) == 4 and digits.isdigit() and 1000 <= int(digits) < 2200:
        return "year", int(digits)
    number = float(digits.replace(",", "")) if digits.replace(",", "").replace(".", "", 1).isdigit() else 0.0
    whole = number == int(number)
    return "dayno" if digits.isdigit() and 1 <= number <= 31 else "number", int(number) if whole else number


def _phrase(raw: list, words: list[str], i: int, text: str) -> tuple[int, tuple[str, Any]] | None:
    """The longest phrase that starts here; a paragraph break never stands inside one."""
    for tail, entry in _HEADS[words[i]]:
        if words[i + 1 : i + 1 + len(tail)] == tail:
            return 1 + len(tail), entry
    return None


def _spelled(words: list[str], raw: list, i: int) -> tuple[str, Any, int]:
    """A spelled number from here on: its class, value and how many lexemes it takes.

    "nineteen ninety-six" is a year; "two thousand" and "two thousand and five" are too (the grammar decides by what
    stands around them); "twenty-first" is an ordinal.
    """
    total, current, parts, j, last = 0, 0, [], i, i
    while j < len(words):
        w = words[j]
        if w in CARDINALS:
            n = CARDINALS[w]
            if parts and last != j - 1 and words[j - 1] == "-" and not (parts[-1] >= 20 and n < 10):
                break
            current += n
            parts.append(n)
        elif w in SCALES and (parts or w != "million"):
            current = max(current, 1) * SCALES[w]
            parts.append(SCALES[w])
            if SCALES[w] >= 1000:
                total, current = total + current, 0
        elif w in ORDINALS and (not parts or parts[-1] in range(20, 100, 10) and ORDINALS[w] < 10):
            n = total + current + ORDINALS[w]
            return ("second" if w == "second" and not parts else "dayth" if n <= 31 else "ordinal"), n, j - i + 1
        elif parts and (w == "-" or (w == "and" and parts[-1] in (100, 1000))):
            if j + 1 >= len(words) or (words[j + 1] not in CARDINALS and words[j + 1] not in ORDINALS):
                break
            j += 1
            continue
        else:
            break
        last = j
        j += 1
    size = last - i + 1
    if (
        len(parts) >= 2
        and 10 <= parts[0] <= 20
        and parts[1] in range(10, 100)
        and 100 not in parts
        and 1000 not in parts
    ):
        return "year", parts[0] * 100 + sum(parts[1:]), size
    value = total + current
    return ("bigyear" if 1900 <= value < 2200 and 1000 in parts else "cardinal"), value, size


def _heads() -> dict[str, list[tuple[list[str], tuple[str, Any]]]]:
    heads: dict[str, list] = {}
    for phrase, entry in PHRASES.items():
        head, *tail = phrase.split()
        heads.setdefault(head, []).append((tail, entry))
    return {h: sorted(v, key=lambda e: -len(e[0])) for h, v in heads.items()}


_HEADS = _heads()
_SPELLED = {"cardinal", "scale", "ordinal"}
for _name in ("x", "iso", "numdate", "clock", "possessive", "gap", "year", "bigyear", "decade", "shortdecade", "number", "dayno", "dayth", "qno",
              *_MARKS.values(), *(e[0] for e in WORDS.values()), *(e[0] for e in PHRASES.values())):  # fmt: skip
    code(_name)

"""Paragraphs of a text by character offsets; hard-wrapped lines (wire copy, plain-text mail) are joined."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]*")
WRAP_SHORTEST, WRAP_LONGEST = 45, 100
"""A wrapped line is about as long as a typewriter's or a terminal's."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch ``text[start:end]`` without blank edges. ``gap`` is True where a blank line stands before it."""

    start: int
    end: int
    gap: bool


def split(text: str) -> list[Paragraph]:
    """The paragraphs of a text, in order; blank lines belong to none."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text) if m.end() > m.start()]
    lines = [(a, b) for a, b in lines if text[a:b].strip()]
    wrapped = _wrapped(text, lines)
    out: list[Paragraph] = []
    last = length = 0
    for a, b in lines:
        start = a + len(text[a:b]) - len(text[a:b].lstrip())
        end = a + len(text[a:b].rstrip())
        gap = text.count("\n", last, a) > 1 or not out
        if wrapped and out and not gap and start == a and WRAP_SHORTEST <= length <= WRAP_LONGEST:
            out[-1] = Paragraph(out[-1].start, end, out[-1].gap)
        else:
            out.append(Paragraph(start, end, gap))
        length = end - a
        last = b
    return out


def _wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether newlines stand inside sentences: most lines of typewriter length end without a mark of punctuation."""
    typed = [b for a, b in lines if WRAP_SHORTEST <= b - a <= WRAP_LONGEST]
    longer = sum(b - a > WRAP_LONGEST for a, b in lines)
    if len(typed) < 3 or longer > len(lines) * 0.1:
        return False
    bare = sum(
        text[:b].rstrip()[-1:].isalnum() if b < 200 else text[b - 200 : b].rstrip()[-1:].isalnum() for b in typed
    )
    return bare > len(typed) * 0.5


_DATELINE = re.compile(
    r"(?=[A-Z]{2}|[^\n]{0,40}\([A-Z])"  # PARIS ..., or an agency in brackets
    r"[A-Z][\w.'’/, &-]{1,50}?(?:\([^()\n-]{2,40}\))?(?:,? ?[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: ?/[\w -]{2,30}/)? ?(?:\([^()\n-]{2,40}\))? ?(?:—|–|--|-)(?= )"
)


def body(text: str, p: Paragraph) -> int:
    """Where the report begins: after a place line at the head of the paragraph ("PARIS (Agency) — ...")."""
    m = _DATELINE.match(text, p.start, min(p.end, p.start + 120))
    if not m or m.end() >= p.end:
        return p.start
    place = m.group()
    if place.endswith(" -") and "(" not in place and text[m.end() + 1].islower():
        return p.start
    shouted = place[:1].isupper() and place.split()[0].strip(",.(").isupper() and len(place.split()[0]) > 2
    return m.end() if shouted or "(" in place else p.start

"""Speakers named beside a quotation instead of in a sentence: “...” — Ada Smith; SMITH: ...; Smith: Road ‘Unsafe’.

These are read from the text; no parse is needed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dateline.annotate.quotes.marks import Quoted
from dateline.annotate.quotes.paragraphs import Paragraph

Span = tuple[int, int]

_NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|del|della|van|von|der|bin|al|la|le|of|the)){0,5}"
_SIGNED = re.compile(
    r"[ \t\xa0]*(?:[―—–]|--?)[ \t\xa0]*(" + _NAME + r")(?=[ \t\xa0]*(?:,[^\n]{0,120})?\.?[ \t\xa0]*(?:\n|$))"
)
_TURN = re.compile(r"[\s\"“‘'«„`]{0,3}(" + _NAME + r"|Q|A)[ ]?(?:\([^()\n]{1,40}\))?:[ \xa0]+(?=\S)")
_HEADLINE = re.compile(r"(" + _NAME + r"): (?=\S)")
TURNS = 3
"""Paragraphs that begin with a name and a colon before an article counts as holding a conversation."""
HEADLINE = 160
"""Characters of the longest paragraph that is taken for a headline."""


def signature(text: str, end: int, stop: int) -> Span | None:
    """The name after a dash behind a quotation that ends at ``end``, or at the head of the next paragraph."""
    m = _SIGNED.match(text, end, min(len(text), stop + 1))
    if m is None and not text[end:stop].strip(" .\t\xa0"):
        m = _SIGNED.match(text, stop + len(text[stop : stop + 3]) - len(text[stop : stop + 3].lstrip()), stop + 200)
    return m.span(1) if m else None


def turns(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, tuple[Span, int]]:
    """Turns of a conversation: number of the paragraph → (the speaker's name, first character of what was said).

    Only where ``TURNS`` paragraphs or more begin so and some name comes twice.
    """
    found = {n: m for n, p in enumerate(paragraphs) if (m := _TURN.match(text, p.start, p.end))}
    names = Counter(m.group(1) for m in found.values())
    if len(found) < TURNS or names.most_common(1)[0][1] < 2:
        return {}
    # a list with headings ("Time: ...", "Place: ...") has no name twice
    return {n: (m.span(1), m.end()) for n, m in found.items() if names[m.group(1)] > 1 or m.group(1).isupper()}


def headline(text: str, p: Paragraph, quotes: Sequence[Quoted]) -> tuple[Span, Span] | None:
    """(name, what was said) of a headline with words in marks after a colon: Minister: Road is ‘a disgrace’."""
    if p.end - p.start > HEADLINE or not quotes:
        return None
    m = _HEADLINE.match(text, p.start, p.end)
    if m is None or m.group(1).count(" ") > 3 or not any(q.start >= m.end() for q in quotes):
        return None
    return m.span(1), (m.end(), p.end)

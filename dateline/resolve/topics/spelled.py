"""Spelled: initials that a pile spells out, "the Harbour Safety Board (HSB)", and what they stand for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

_GIVEN = re.compile(r"((?:[\w'’&.-]{1,40} ){2,9})\(([A-Z][A-Za-z&]{0,6}[A-Z])\)")
_SHARE = 0.25
"""Initials spelled out in this share of the articles that hold them are named in full; the world knows the others."""


def spelled(texts: Iterable[str]) -> dict[str, str]:
    """Initials → the name that most of the articles which spell them out give them."""
    said: dict[str, Counter[str]] = defaultdict(Counter)
    held: Counter[str] = Counter()
    for text in texts:
        if "(" in text:
            for before, short in {m.groups() for m in _GIVEN.finditer(text)}:
                if full := _full(before.split(), short):
                    said[short][full] += 1
        held.update(set(re.findall(r"\b[A-Z][A-Za-z&]{0,6}[A-Z]\b", text)))
    out = {}
    for short, names in said.items():
        full, times = min(names.items(), key=lambda n: (-n[1], n[0]))
        if times >= _SHARE * held[short]:
            out[short] = full
    return out


def _full(words: list[str], short: str) -> str:
    """The last words whose capitals are the initials, '' where there are none: small words do not count."""
    for i in range(len(words) - 2, -1, -1):
        initials = "".join(w[0] for w in words[i:] if w[0].isupper())
        if words[i][0].isupper() and initials == "".join(c for c in short if c.isupper()):
            return " ".join(words[i:])
    return ""

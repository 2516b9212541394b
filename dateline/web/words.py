"""Text for widgets that read Markdown: untrusted text must come out as it is, never as a picture, link or formula."""

from __future__ import annotations

import re
from datetime import date

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|$:~^=&])")


def plain(text: str, longest: int = 300) -> str:
    """The text with everything that Markdown would read escaped, on one line, cut at ``longest`` characters."""
    line = " ".join(text.split())
    if len(line) > longest:
        line = line[: longest - 1].rstrip() + "…"
    return _SPECIAL.sub(r"\\\1", line)


def many(n: int, one: str, more: str = "") -> str:
    """ "1 article", "1,204 articles"."""
    return f"{n:,} {one if n == 1 else more or one + 's'}"


def on_day(when: date | None, short: bool = False) -> str:
    """ "2 December 2015", short "2 Dec 2015"; "undated" for None or NaT."""
    if when is None or when != when:
        return "undated"
    return f"{when.day} {when:%b %Y}" if short else f"{when.day} {when:%B %Y}"

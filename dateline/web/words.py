"""Text for widgets that read Markdown: untrusted text must come out as it is, never as a picture, link or formula."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

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


def told_apart(names: Mapping[Any, str], also: Mapping[Any, str] | None = None) -> dict[Any, str]:
    """Names for a picker: those that read alike get what tells them apart behind them, from ``also``, else their key.

    Streamlit knows an option by its words: of two that read alike, the wrong one would be chosen.
    """
    out = dict(names)
    for more in (also or {}, {k: str(k) for k in names}):
        twice = {name for name, n in Counter(out.values()).items() if n > 1}
        out = {k: f"{name} ({more[k]})" if name in twice and more.get(k) else name for k, name in out.items()}
    return out

"""Reading: the beginning of an article as tokens, with what is known of each from the way it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.resolve.topics import english as en

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’&.-][^\W_]+)*")
_NOISE = re.compile(
    r"(?:https?://|www\.)\S{1,300}|<[^<>]{1,300}>|&lt;.{1,300}?&gt;|&?\b(?:quot|amp|lt|gt|nbsp|apos|#\d{2,5});|\S{1,80}@\S{1,80}"
)
_HEAD = re.compile(r"^[^\n]{0,80}?(?:\([^()\n]{2,40}\)|\b[A-Z]{2,}[\w .,]{0,40}?)\s?(?:-{1,2}|[–—])\s")
_ADDRESS = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.[a-z]{2,}")
_SITES = (".edu", ".gov", ".mil", ".net", ".org")
"""A capital makes no name of these; "Quay.com" may be the name of a company."""
_ENDS = frozenset('.!?"“”:|\n')
_LEAD = 1_000


@dataclass(slots=True)
class Word:
    """A token. ``low``: lower case, without 's; ``breaks``: no phrase crosses into it; ``begins``: first of a sentence;
    ``capital``, ``shouted``: its first letter, all its letters are capitals."""

    start: int
    end: int
    low: str
    breaks: bool
    begins: bool
    capital: bool
    shouted: bool
    stop: bool


@dataclass(slots=True)
class Text:
    """The beginning of an article: its characters and its tokens."""

    text: str
    words: list[Word]

    def between(self, a: Word, b: Word) -> str:
        """What stands from one token to another, on one line."""
        return " ".join(self.text[a.start : b.end].split())


Known = dict[str, tuple[str, int, bool, bool, bool]]
"""Token → lower case without 's, characters that 's takes, capital, shouted, stop: the same wherever it stands."""


def read(text: str, stop: frozenset[str], known: Known | None = None) -> Text:
    """The beginning of an article, without the place line at its head. ``known`` is filled, for many articles."""
    if len(text) > _LEAD:
        text = text[:_LEAD].rpartition(" ")[0] or text[:_LEAD]
    text = _NOISE.sub(" | ", text)
    text = text[m.end() :] if (m := _HEAD.match(text)) else text
    known = {} if known is None else known
    out: list[Word] = []
    last, before, cut = 0, "", 0
    for m in _TOKEN.finditer(text):
        start, end = m.span()
        token = text[start:end]
        said = known.get(token)
        if said is None:
            said = known[token] = _said(token, stop)
        low, less, capital, shouted, function = said
        if spaced := start - last == 1 and text[last] == " ":
            same, begins = True, not out
        else:
            gap = text[last:start]
            same = gap in ("\n", "") or (gap.strip() == "." and (before in en.ABBREVIATIONS or len(before) == 1))
            begins = not out or (not same and not _ENDS.isdisjoint(gap))
        # what follows a possessive is another phrase: "Turkey's Recep Erdogan"
        breaks = not same or not out or cut > 0
        if len(low) == 1 and not function:
            # "A judge", "I"; but "Hepatitis A", "Mark I"
            function = not token[0].isupper() or (low in "ai" and (begins or not out[-1].capital))
        if (text[end - less : end - less + 1] == ":" and (begins or (not spaced and "\n" in text[last:start]))) or (
            "." in low and (token[0].islower() or low.endswith(_SITES)) and _ADDRESS.fullmatch(low)
        ):
            low = ""  # the name of a field ("Note:", "Photo:") or of a machine, not a word of the report
        out.append(Word(start, end - less, low, breaks, begins, capital, shouted, function))
        last, before, cut = end, low, less
    return Text(text, out)


def _said(token: str, stop: frozenset[str]) -> tuple[str, int, bool, bool, bool]:
    low, less = token.lower().replace("’", "'"), 0
    if low.endswith("'s"):
        low, less = low[:-2], 2
    return low, less, token[0].isupper(), token.isupper(), low in stop

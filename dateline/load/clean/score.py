"""How much a block looks like the running text of an article: the table of rules and what each is worth.

Points are made by hand, on what news pages have in common, and never learnt from anyone's pages. Positive speaks for
body, negative for furniture. ``Scored.reason`` is why a block would be cut.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from dateline.load.clean import phrases
from dateline.load.clean.blocks import Block, ends, weight

POINTS = {
    # running text by its length in words, ended like a sentence
    "sentence of 60 words": 2.8,
    "sentence of 25 words": 2.2,
    "sentence of 12 words": 1.6,
    "sentence of 5 words": 0.7,
    "short sentence": 0.3,
    # the same without an end
    "very long, no end": 1.8,
    "long, no end": 0.9,
    "middling, no end": -0.7,
    "short, no end": -0.7,
    "very short": -0.9,
    # on top of it
    "colon at the end": 0.5,
    "quotation": 0.5,
    "list item": -0.3,
    "teaser": -2.5,
    "cells": -0.8,
    "capitals": -0.3,
    "digits": -0.8,
    "seen before": -1.2,
    "phrase of furniture": -2.6,
    "holds a phrase of furniture": -2.0,
    "heading of a tail": -3.5,
    "address or handle": -1.0,
    "speaks to the reader": -0.9,
    "speaks to the reader, short": -1.5,
}

_ENDING = re.compile(r"[\W\d_]+$")
_FRONT = re.compile(r"^[\W\d_]+")
_HANDLE = re.compile(r"https?://|www\.|@\w{3}|\S@\S+\.\w|\.com\b|pic\.twitter")
_WORD = re.compile(r"\w+")
# signs that are no part of a word, to blanks; every character is in it, for what is not found in a table costs time
_SPACED = {c: chr(c) if chr(c).isalnum() or c == ord("_") else " " for c in range(128)}
_STEM = 6
_UNSPACED = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_PAIRS = re.compile("[^\\W\\d_]{4,6}(?<![\u3040-\u9fff])|[\u3040-\u30ff\u4e00-\u9fff]{2}")
_DIGIT = re.compile(r"\d")
_OPENING = "\"'([•*|-–—►▶→ "
_QUOTE = re.compile('["“”«»„「『]')
_CODE = re.compile(r'[{}]|</|function\(|":|\\/|=>|;\s*}')


@dataclass(slots=True)
class Scored:
    """A block with what was found out about it."""

    block: Block
    words: float
    points: float
    reason: str = ""
    sentence: bool = False
    tail: str = ""
    seen: int = 0
    hard: bool = False
    flanked: bool = False
    reader: int = 0
    vocabulary: set[str] = field(default_factory=set)
    safe: bool = False

    @property
    def text(self) -> str:
        """The block's text."""
        return self.block.text


def _flat(table: dict[str, frozenset[str]]) -> dict[str, str]:
    return {p.strip(): reason for reason, words in table.items() for p in words}


_WHOLE = _flat(phrases.WHOLE)
_TAIL = _flat(phrases.TAIL)
_INSIDE = [(p, reason) for reason, words in phrases.INSIDE.items() for p in words]
_BY_LETTERS: dict[str, list[tuple[str, str]]] = {}
for _reason, _words in phrases.START.items():
    for _phrase in sorted(_words):
        _BY_LETTERS.setdefault(_phrase[:2], []).append((_phrase, _reason))


_LINE = 45
_REACH = 14
"""A menu line is looked at where a line of 45 characters stands within 14 blocks."""
_PREFIX = 5
_NEAR_EAST = re.compile("[\u0590-\u1fff\u2e80-\uffff]")


def _key(phrase: str) -> tuple[str, str]:
    """How to tell quickly that a phrase may stand in a text: by a whole word of it, the beginning of one, or itself."""
    if _NEAR_EAST.search(phrase):
        return "far", ""
    words = list(_WORD.finditer(phrase))
    complete = [m.group() for m in words if m.end() < len(phrase)]
    if complete:
        return "word", max(complete, key=len)
    long = [m.group() for m in words if len(m.group()) >= _PREFIX]
    return ("prefix", max(long, key=len)[:_PREFIX]) if long else ("itself", "")


class _Keyed:
    """Phrases by what tells that they may stand in a text."""

    def __init__(self, table: list[tuple[str, str]]) -> None:
        self.by: dict[str, dict[str, list[tuple[str, str]]]] = {"word": {}, "prefix": {}, "itself": {}, "far": {}}
        for phrase, reason in table:
            how, key = _key(phrase)
            self.by[how].setdefault(key, []).append((phrase, reason))

    def active(self, words: set[str], starts: set[str], whole: str, far: bool) -> list[tuple[str, str]]:
        out = [x for key in self.by["word"].keys() & words for x in self.by["word"][key]]
        out += [x for key in self.by["prefix"].keys() & starts for x in self.by["prefix"][key]]
        out += [x for x in self.by["itself"].get("", ()) if x[0] in whole]
        if far:
            out += [x for x in self.by["far"].get("", ()) if x[0] in whole]
        return sorted(out)


class _Active:
    """The phrases that may stand in a text: most do not, and need not be looked for in each block."""

    def __init__(self, lows: list[str], tokens: list[list[str]]) -> None:
        whole = "\n".join(lows)
        words: set[str] = set()
        words.update(*tokens)
        starts = {w[:_PREFIX] for w in words}
        far = not whole.isascii() and _NEAR_EAST.search(whole) is not None
        self.inside = _KEYED_INSIDE.active(words, starts, whole, far)
        self.legal = [p for p, reason in self.inside if reason == "legal"]
        self.reader = [p for p, _ in _KEYED_READER.active(words, starts, whole, far)]


_KEYED_INSIDE = _Keyed(_INSIDE)
_KEYED_READER = _Keyed([(p, "") for p in phrases.READER])


def folded(text: str) -> str:
    """Casefolded, without signs and digits at both ends: how phrases are compared."""
    return _FRONT.sub("", _ENDING.sub("", text.casefold().replace("\u00a0", " ").replace("’", "'")))


def _tokens(low: str) -> list[str]:
    """The words of a text: ``\\w+``, three times as fast where all of it is ASCII."""
    return low.translate(_SPACED).split() if low.isascii() else _WORD.findall(low)


def score(blocks: list[Block]) -> list[Scored]:
    """Each block by itself and by how often it stands in the text."""
    near = _near(blocks)
    lows = [b.text[:3000].casefold().replace("\u00a0", " ").replace("’", "'") for b in blocks]
    times = Counter(lows)
    tokens = [_tokens(low) if n else [] for low, n in zip(lows, near, strict=True)]
    active = _Active(lows, tokens)
    out = []
    for block, low, words, n in zip(blocks, lows, tokens, near, strict=True):
        if not n:
            out.append(Scored(block, low.count(" ") + 1, POINTS["very short"], "menu", seen=times[low]))
            continue
        s = _one(block, low, times[low], active)
        if s.words >= 3:
            s.vocabulary = _stems(words, s.text)
        out.append(s)
    return out


def _near(blocks: list[Block]) -> list[bool]:
    """Whether a line of some length stands within reach of each block: menus far from any text need no closer look."""
    out = [False] * len(blocks)
    end = 0
    for i, b in enumerate(blocks):
        if len(b.text) >= _LINE or (len(b.text) >= _LINE // 3 and not b.text.isascii()):
            first = max(end, i - _REACH)
            end = min(len(blocks), i + _REACH + 1)
            out[first:end] = [True] * (end - first)
    return out


def _stems(words: list[str], text: str) -> set[str]:
    """The words of a block that carry content, cut to their stems; pairs of characters where words are not spaced."""
    if not text.isascii() and _UNSPACED.search(text):
        return set(_PAIRS.findall(text))
    if not text.isascii() and _HANGUL.search(text):
        # endings are written together with the word: its first two syllables carry it
        return {w[:2] for w in words if len(w) > 1 and w[0] > "9"}
    return {w[:_STEM] for w in words if len(w) > 3 and w[0] > "9"}


def _one(block: Block, low: str, times: int, active: _Active) -> Scored:
    text = block.text
    p = POINTS
    n = weight(text)
    done = ends(text)
    if done and n >= 5:
        size = 60 if n >= 60 else 25 if n >= 25 else 12 if n >= 12 else 5
        points = p[f"sentence of {size} words"]
    elif done:
        points = p["short sentence"]
    else:
        size = "very long" if n >= 60 else "long" if n >= 25 else "middling" if n >= 9 else "short" if n >= 3 else ""
        points = p[f"{size}, no end" if size else "very short"]
    s = Scored(block, n, points, "", done and n >= 5, "", times)
    if n <= 12:
        key = folded(low)
        if key in _TAIL:
            s.tail = _TAIL[key]
        if not key:
            return _cut(s, "very short", "no words")
        if (key in _WHOLE and not done) or s.tail:
            reason = _WHOLE.get(key) or s.tail
            return _cut(s, "heading of a tail" if s.tail else "phrase of furniture", reason)
    if n <= 60:
        _phrases(s, low, n, active)
    elif sum(map(low.__contains__, active.legal)) > 1:
        _cut(s, "holds a phrase of furniture", "legal")
    if 6 <= n <= 32 and _breaks_off(text, low) and not _QUOTE.search(text[-4:]):
        _cut(s, "teaser", "teaser of another story")
    if text[-1] in ":：" and n >= 4 and not s.reason:
        s.points += p["colon at the end"] + (0.5 if n >= 8 else 0)
    if not s.reason and n >= 4 and _QUOTE.search(text):
        s.points += p["quotation"]
    if block.item:
        s.points += p["list item"]
    if "  " in text:
        s.points += p["cells"]
    if n < 12 and text.isupper():
        s.points += p["capitals"]
    if n < 25 and len(_DIGIT.findall(text)) * 4 > len(text):
        s.points += p["digits"]
    if times > 1:
        s.points += p["seen before"]
    if n < 30 and ("@" in text or "." in text[:-1] or "http" in text) and _HANDLE.search(text):
        s.points += p["address or handle"]
    if s.sentence and not s.reason:
        s.reader = sum(map(low.__contains__, active.reader))
        if s.reader:
            s.points += p["speaks to the reader, short"] if n < 22 else p["speaks to the reader"] * min(s.reader, 3)
    if (
        n > 3
        and ("{" in text or '":' in text or "</" in text or "=>" in text or "}" in text)
        and len(_CODE.findall(text[:2000])) > max(3, n / 8)
    ):
        _cut(s, "phrase of furniture", "code")
    return s


def _breaks_off(text: str, low: str) -> bool:
    end = text.rstrip(" »›>)")[-3:]
    return end in ("...", "[…]", "…]") or text.rstrip(" ]»›>").endswith("…") or low.endswith(phrases.TEASER_ENDS)


def _phrases(s: Scored, low: str, n: float, active: _Active) -> None:
    if n <= 40:
        start = _FRONT.sub("", low[:6]) + low[6:] if low[0] in _OPENING else low
        for form in (start, low) if start is not low else (low,):
            for phrase, reason in _BY_LETTERS.get(form[:2], ()):
                if form.startswith(phrase):
                    _cut(s, "phrase of furniture", reason)
                    return
    if not active.inside:
        return
    # a paragraph of some length may speak of cookies or name a photographer; what counts there is how it ends
    where = low if n <= 25 else low[-60:]
    if n > 25 and active.legal and sum(map(low.__contains__, active.legal)) > 1:
        _cut(s, "holds a phrase of furniture", "legal")
        return
    for phrase, reason in active.inside:
        if phrase in where and (n <= 25 or reason == "caption"):
            _cut(s, "holds a phrase of furniture", reason)
            return


def _cut(s: Scored, rule: str, reason: str) -> Scored:
    s.points = min(s.points, 0.0) + POINTS[rule]
    s.reason = s.reason or reason
    return s

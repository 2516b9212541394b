"""Blocks: the paragraphs, headings and lines of a text, whatever the layout they came in.

Three layouts are told apart: a block a line (with or without blank lines between), paragraphs wrapped by hand to a
fixed width, and text laid out with indents, list marks and columns.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_MARK = re.compile(r"(?:[*+•●▪■◦‣·–—»›▸►-]|\d{1,3}[.)])[ \t\u00a0]+(?=\S)")
_CELLS = re.compile(r"\S(?:\t|[ \u00a0]{3,})(?=\S)")
_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
TERMINAL = ".!?…。！？｡।؟۔"
CLOSING = "\"'”’»›“‘)]}」』）】*›"
_WRAP = (45, 130)
_BY = re.compile(r"(?:by|von|par|por|di|door|av|af) [A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){1,4}$")


class Block(NamedTuple):
    """A paragraph or line: its text on one line, whether it was an item of a list, whether a blank line came before."""

    text: str
    item: bool = False
    gap: bool = True


def split(text: str) -> list[Block]:
    """The blocks of a text, in order; blank lines are dropped, lines wrapped by hand are joined."""
    lines = _BREAKS.sub("\n", text).split("\n")
    width = _wrapped(lines)
    if width:
        return _unwrap(lines, width)
    out: list[Block] = []
    gap = True
    for line in lines:
        stripped = line.strip()
        if not stripped:
            gap = True
            continue
        indented = line[:1] in " \t\u00a0"
        mark = _MARK.match(stripped) if indented or stripped[0] in "*+•●▪■" else None
        if mark and (mark.end() < len(stripped)):
            stripped = stripped[mark.end() :].strip()
        if "   " in stripped or "\t" in stripped:
            stripped = re.sub(r"[ \t\u00a0]{2,}", "  ", stripped)
        out.append(Block(stripped, mark is not None, gap))
        gap = False
    return out


def ends(text: str) -> bool:
    """Whether a text ends like a sentence: with a terminal mark, perhaps inside closing quotes or brackets."""
    last = text.rstrip(CLOSING + " \u00a0")
    return bool(last) and last[-1] in TERMINAL


def _wrapped(lines: list[str]) -> int:
    """The width that the lines were wrapped to, or 0 where they were not."""
    inner = [(len(a.rstrip()), a.rstrip()[-1:], b.lstrip()[:1]) for a, b in pairwise(lines) if a.strip() and b.strip()]
    if len(inner) < 4:
        return 0
    sizes = sorted(n for n, _, _ in inner)
    width = sizes[int(len(sizes) * 0.95)] if len(sizes) > 20 else sizes[-1]
    if not _WRAP[0] <= width <= _WRAP[1]:
        return 0
    full = [(last, first) for n, last, first in inner if width - 16 <= n <= width + 2]
    if len(full) < 3:
        return 0
    # inside a sentence: the line does not end one and the next goes on in lower case (or has no case)
    inside = sum(last not in TERMINAL and (first.islower() or not first.isupper()) for last, first in full)
    return width if len(full) * 2.2 >= len(inner) and inside * 2 >= len(full) else 0


def _unwrap(lines: list[str], width: int) -> list[Block]:
    out: list[Block] = []
    run: list[str] = []
    gap, gap_before = True, True
    previous = ""

    def close() -> None:
        if run:
            joined = run[0]
            for part in run[1:]:
                joined += part if _unspaced(joined[-1]) and _unspaced(part[0]) else " " + part
            out.append(Block(joined, False, gap_before))
            run.clear()

    for line in lines:
        stripped = line.strip()
        if not stripped:
            close()
            gap, previous = True, ""
            continue
        if run:
            short = len(previous.rstrip()) < width * 0.72
            new = line[:1] in " \t" and previous[:1] not in " \t"
            begins = not stripped[0].islower()
            # a headline in capitals ends where they end, and nobody signs in the middle of a sentence
            if len(run) == 1 and ((previous.isupper() and not stripped.isupper()) or (short and _BY.match(stripped))):
                new = True
            if new or (short and begins and (ends(previous) or len(run) == 1)):
                close()
        if not run:
            gap_before, gap = gap, False
        run.append(stripped)
        previous = line
    close()
    return out


def _unspaced(c: str) -> bool:
    """Whether a character belongs to a script written without spaces between words."""
    return (
        "\u3040" <= c <= "\u30ff" or "\u4e00" <= c <= "\u9fff" or "\uff00" <= c <= "\uffef" or "\u3000" <= c <= "\u303f"
    )


def weight(text: str) -> float:
    """How much is said: words, or for scripts without spaces half the characters."""
    n = text.count(" ") + 1
    if len(text) > 12 * n and not text.isascii():
        wide = sum(1 for c in text if _unspaced(c) or "\u0e00" <= c <= "\u0eff" or "\u1780" <= c <= "\u17ff")
        if wide * 2 > len(text):
            return max(n, wide / 2)
    return float(n)


def joined(text: str) -> str:
    """Paragraphs, a blank line between; lines that were wrapped are joined."""
    return "\n\n".join(b.text for b in split(text.strip("\n")))

"""The order in which the lines of a printed page are read, and the paragraphs that they make.

A page is lines with their places. White space that runs down between them parts columns; lines that reach across
(headlines) part the page into bands, each read column by column. Paragraphs begin after a gap, at an indented line, at
another size of type, and after a short line that ends a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

HYPHENS = "-\u00ad\u2010\ufffe\x02"
"""What stands at the end of a line whose last word goes on in the next; PDFium writes U+0002."""
_STEP = 2.0
"""Points between the places at which a gutter is looked for."""
_FEWEST = 4
"""Lines that a column has at least."""
_ENDS = re.compile(r"[.!?:…]['\"’”»)\]]*$")
_STARTS = re.compile(r"[\"'“‘„«(\[–—•-]?\s?[^\W_a-zß-öø-ÿ]")
_GOES_ON = re.compile(r"[\W_]?[a-zß-öø-ÿ\d]")
_LARGE, _FEWEST_WORDS = 1.5, 3
"""How much larger than the usual type a headline is set, and words that it has at least."""
_FEET = 3
"""Lines that the foot of a page has at most."""
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")


class Line(NamedTuple):
    """A line, or the part of one that stands in a column: its box in points, y counted upwards, and its text."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str

    @property
    def height(self) -> float:
        """From the lowest to the highest letter."""
        return self.y1 - self.y0

    @property
    def middle(self) -> float:
        """Half the way up."""
        return (self.y0 + self.y1) / 2


class Block(NamedTuple):
    """A paragraph and the height of its type in points."""

    text: str
    size: float


def lines_of(pieces: Iterable[Line]) -> list[Line]:
    """Whole lines from pieces of them (words of another type, spaced letters), from the top of the page down."""
    out: list[Line] = []
    for p in sorted(pieces, key=lambda p: (-round(p.middle / 2), p.x0)):
        for i in range(len(out) - 1, max(-1, len(out) - 12), -1):
            o = out[i]
            tall = max(min(o.height, p.height), 1.0)
            beside = min(o.y1, p.y1) - max(o.y0, p.y0) >= 0.5 * tall
            if beside and -tall < p.x0 - o.x1 < 0.9 * max(o.height, p.height):
                space = " " if p.x0 - o.x1 > 0.12 * tall else ""
                out[i] = Line(o.x0, min(o.y0, p.y0), max(o.x1, p.x1), max(o.y1, p.y1), o.text + space + p.text)
                break
        else:
            out.append(p)
    return sorted(out, key=lambda line: -line.middle)


def columns(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a page in reading order: stretches that stand one under another."""
    gutter = _gutter(lines)
    if gutter is None:
        return [sorted(lines, key=lambda x: -x.middle)] if lines else []
    across = sorted((x for x in lines if x.x0 < gutter < x.x1), key=lambda x: -x.middle)
    rest = [x for x in lines if not x.x0 < gutter < x.x1]
    out: list[list[Line]] = []
    for i in range(len(across) + 1):
        top = across[i - 1].middle if i else float("inf")
        bottom = across[i].middle if i < len(across) else float("-inf")
        band = [x for x in rest if bottom < x.middle < top]
        out += columns([x for x in band if x.x1 <= gutter]) + columns([x for x in band if x.x0 >= gutter])
        if i < len(across):
            if not band and out and i:
                out[-1].append(across[i])
            else:
                out.append([across[i]])
    return out


def _gutter(lines: Sequence[Line]) -> float | None:
    """The middle of the white space that runs down between two columns, None where there is none."""
    if len(lines) < 2 * _FEWEST:
        return None
    left, right = min(x.x0 for x in lines), max(x.x1 for x in lines)
    places = int((right - left) / _STEP)
    change = [0] * (places + 2)
    for x in lines:
        change[int((x.x0 - left) / _STEP)] += 1
        change[min(places, int((x.x1 - left) / _STEP)) + 1] -= 1
    best: tuple[float, float] | None = None
    over, start = 0, None
    for i in range(places + 1):
        over += change[i]
        free = over <= 0.12 * len(lines)
        if free and start is None:
            start = i
        if (not free or i == places) and start is not None:
            x = left + (start + i) / 2 * _STEP
            width = (i - start) * _STEP
            if width >= 3 * _STEP and _parts(lines, x) and (best is None or width > best[0]):
                best = width, x
            start = None
    return best[1] if best else None


def _parts(lines: Sequence[Line], x: float) -> bool:
    """Whether whole lines stand on both sides of a place, side by side."""
    sides = [p for p in lines if p.x1 <= x], [p for p in lines if p.x0 >= x]
    if min(map(len, sides)) < _FEWEST:
        return False
    (top_a, low_a), (top_b, low_b) = ((max(p.y1 for p in s), min(p.y0 for p in s)) for s in sides)
    return min(top_a, top_b) - max(low_a, low_b) >= 0.5 * min(top_a - low_a, top_b - low_b)


def paragraphs(column: Sequence[Line]) -> list[list[Line]]:
    """The lines of a stretch, parted where a paragraph begins."""
    if not column:
        return []
    steps = [a.y0 - b.y0 for a, b in pairwise(column) if a.y0 - b.y0 > 1]
    pitch = median(steps) if steps else column[0].height
    left = sorted(x.x0 for x in column)[len(column) // 20]
    right = sorted(x.x1 for x in column)[-1 - len(column) // 20]
    out = [[column[0]]]
    for i in range(1, len(column)):
        before, line = column[i - 1], column[i]
        gap, tall = before.y0 - line.y0, max(before.height, line.height)
        short = before.x1 < right - 0.1 * (right - left)
        indented = [0.6 * tall < x.x0 - left < 5 * tall for x in (before, line)]
        if (
            (gap > 1.35 * pitch and gap > 1.6 * tall)
            or tall > 1.5 * min(before.height, line.height)
            or (indented[1] and (not indented[0] or short))
            or (short and _ENDS.search(before.text) and _STARTS.match(line.text))
        ):
            out.append([])
        out[-1].append(line)
    return out


def lines_in_order(pages: Sequence[Sequence[Line]]) -> str:
    """The lines of pages in reading order, as they are; a blank one where there is a gap. For what has its fields in
    lines."""
    out: list[str] = []
    for page in pages:
        for column in columns(page):
            steps = [a.y0 - b.y0 for a, b in pairwise(column) if a.y0 - b.y0 > 1]
            pitch = median(steps) if steps else 0.0
            for before, line in zip([None, *column], column, strict=False):
                if before is not None and before.y0 - line.y0 > 1.5 * pitch:
                    out.append("")
                out.append(line.text)
    return "\n".join(out)


def blocks(pages: Sequence[Sequence[Line]]) -> list[Block]:
    """The paragraphs of pages, whole also where one runs on in the next column or page.

    What stands at the feet comes first: outlet and date of a printed page may stand there as well as at its head.
    """
    compounds = {m.group().casefold() for p in pages for x in p for m in _COMPOUND.finditer(x.text)}
    usual = median(x.height for p in pages for x in p) if any(pages) else 0.0
    out: list[Block] = []
    feet: list[str] = []
    for page in pages:
        body, foot = _footed(page)
        feet += [x.text for x in foot]
        for column in columns(body):
            for n, lines in enumerate(paragraphs(column)):
                size = max(x.height for x in lines)
                text = ""
                if n == 0 and out and _goes_on(out[-1], lines[0], size, usual):
                    text = out.pop().text
                for line in lines:
                    text = _joined(text, line.text, compounds)
                if text.strip():
                    out.append(Block(text.rstrip("\x02\ufffe\u00ad"), size))
    return [*(Block(x, 0.0) for x in dict.fromkeys(feet)), *out]


def _goes_on(before: Block, line: Line, size: float, usual: float) -> bool:
    """Whether a paragraph goes on in the line at the top of the next column, or a headline under its first line."""
    large = size > _LARGE * usual and 0.75 < before.size / size < 1.34
    return large or bool(not _ENDS.search(before.text) and _GOES_ON.match(line.text) and before.size < _LARGE * usual)


def headline(found: Sequence[Block]) -> str:
    """The words in the largest type, '' where none stand out; a name of a word or two is a masthead."""
    # the type that most words are set in
    usual = max(found, key=lambda b: len(b.text), default=Block("", 0.0)).size
    large = [b for b in found if b.size > _LARGE * usual and _FEWEST_WORDS <= len(b.text.split()) <= 30]
    return max(large, key=lambda b: b.size).text if large else ""


def _footed(page: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """The lines of a page without those at its foot, which would stand amid the text of its columns; and those."""
    steps = [a.middle - b.middle for a, b in pairwise(page) if a.middle - b.middle > 1]
    pitch = median(steps) if len(steps) > 2 * _FEWEST else 0.0
    for i in range(len(page) - 1, max(0, len(page) - 1 - _FEET), -1):
        if pitch and page[i - 1].middle - page[i].middle > 2.5 * pitch:
            return page[:i], page[i:]
    return page, ()


def _joined(text: str, line: str, compounds: set[str]) -> str:
    """A line added to a text; a word that was parted is whole again, one that is written with a hyphen keeps it."""
    if not text:
        return line
    if text[-1] in HYPHENS and len(text) > 1 and text[-2].isalpha() and line[:1].isalpha():
        word = re.search(r"[^\W\d_]+$", text[:-1])
        rest = re.match(r"[^\W\d_]+", line)
        whole = f"{word.group()}-{rest.group()}".casefold() if word and rest else ""
        if whole in compounds or line[0].isupper():
            return f"{text[:-1]}-{line}"
        return text[:-1] + line
    return f"{text} {line}"

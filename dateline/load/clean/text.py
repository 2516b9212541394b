"""Clean plain text: which blocks are the article, which are furniture, and what the head of the page says about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from dateline.load.article import Cut
from dateline.load.clean import run
from dateline.load.clean.blocks import Block, split
from dateline.load.clean.score import Scored, score

PARAGRAPH = "\n\n"


@dataclass(slots=True)
class Cleaned:
    """What cleaning found: fields as in ``Article``."""

    text: str = ""
    title: str = ""
    deck: str = ""
    author: str = ""
    source: str = ""
    dateline: str = ""
    published: datetime | None = None
    published_from: str = ""
    published_note: str = ""
    url: str = ""
    cuts: tuple[Cut, ...] = field(default=())


def clean_text(text: str, title: str = "") -> Cleaned:
    """The article in a text of any layout. ``title`` is its headline, where something else has told it."""
    blocks = split(text)
    scored = score(blocks)
    for s in scored:
        s.hard = s.tail in run.HARD
    points = [s.points for s in scored]
    inside = run.body(scored, points)
    more = run.cohesion(scored, inside)
    points = [p + m for p, m in zip(points, more, strict=True)]
    inside = run.body(scored, points)
    return assemble(scored, inside)


def assemble(scored: list[Scored], inside: list[bool]) -> Cleaned:
    """Text and cuts."""
    kept: list[str] = []
    cuts: list[Cut] = []
    position = 0
    for s, keep in zip(scored, inside, strict=True):
        if keep:
            position += len(s.text) + (len(PARAGRAPH) if kept else 0)
            kept.append(s.text)
        else:
            cuts.append(Cut(position, s.text, s.reason or "menu"))
    return Cleaned(PARAGRAPH.join(kept), cuts=tuple(cuts))

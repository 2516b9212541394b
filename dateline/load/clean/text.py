"""Clean plain text: which blocks are the article, which are furniture, and what the head of the page says about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from dateline.load.article import Cut
from dateline.load.clean import head as heads
from dateline.load.clean import masthead, run, tail
from dateline.load.clean.beside import beside
from dateline.load.clean.blocks import split
from dateline.load.clean.score import Scored, score

PARAGRAPH = "\n\n"
_INNER = ("advertisement", "picture", "caption")
_THROUGH = -0.5
"""Points of such a block: the body runs through it."""


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
    note: str = ""
    source_note: str = ""
    cuts: tuple[Cut, ...] = field(default=())


def clean_text(text: str, title: str = "") -> Cleaned:
    """The article in a text of any layout. ``title`` is its headline, where something else has told it."""
    return article(score(split(text)), title)


def article(scored: list[Scored], title: str = "", votes: list[float] | None = None) -> Cleaned:
    """The article in scored blocks. ``votes`` are further points a block, from what else is known of it."""
    for s in scored:
        s.hard = s.tail in run.HARD
    beside(scored)
    # what stands inside articles everywhere goes, but parts nothing
    points = [max(s.points, _THROUGH) if s.reason in _INNER and not s.tail else s.points for s in scored]
    if votes:
        points = [p + v for p, v in zip(points, votes, strict=True)]
    inside = run.body(scored, points)
    more = run.cohesion(scored, inside)
    # a teaser's rhythm and a teaser's strange words together leave little doubt
    more = [
        min(m, 0.0) - (1.0 if m <= 0 else 0.0) if s.flanked or s.reader else m
        for s, m in zip(scored, more, strict=True)
    ]
    inside = run.body(scored, [p + m for p, m in zip(points, more, strict=True)])
    if votes is None and _bare(scored):
        inside = [not s.reason for s in scored]
    source, how, named = masthead.outlet(scored, inside)
    head = heads.read(scored, inside, title, source, named)
    tail.trim(scored, inside, head.author)
    found = assemble(scored, inside, head)
    found.source, found.source_note = source, how
    return found


def _bare(scored: list[Scored]) -> bool:
    """Whether a text holds hardly anything but sentences: then it is an article already, to its last paragraph."""
    furniture = sum(bool(s.reason) for s in scored)
    return furniture <= 1 and sum(s.sentence for s in scored) >= 0.6 * len(scored) and not any(s.tail for s in scored)


def assemble(scored: list[Scored], inside: list[bool], head: heads.Head) -> Cleaned:
    """Text, fields and cuts."""
    kept: list[str] = []
    cuts: list[Cut] = []
    position = 0
    rows = head.rows or {}
    last = max((i for i, keep in enumerate(inside) if keep), default=-1)
    for i, (s, keep) in enumerate(zip(scored, inside, strict=True)):
        if keep and i >= head.start and i not in rows and not s.reason:
            position += len(s.text) + (len(PARAGRAPH) if kept else 0)
            kept.append(s.text)
        else:
            where = "menu" if i < head.start else "after the article" if i > last else "box in the article"
            cuts.append(Cut(position, s.text, rows.get(i) or s.reason or where))
    return Cleaned(
        PARAGRAPH.join(kept), head.title, head.deck, head.author, "", head.dateline, head.published,
        "text" if head.published else "", head.note, cuts=tuple(cuts),
    )  # fmt: skip

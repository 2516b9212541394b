"""What a block is by its neighbours: captions by their credit, links by their heading, teasers by their rhythm."""

from __future__ import annotations

import re

from dateline.load.clean import phrases
from dateline.load.clean.score import Scored, folded

FLANKED = -1.4
"""Taken from a sentence that stands alone between lines that are none: headline, summary, headline, summary."""
_PICTURE = phrases.WHOLE["picture"]
_COUNT = re.compile(r"^(?:image|photo|bild|foto|slide|imagen)?\s*\d+\s*(?:of|/|von|de|sur|di)\s*\d+$", re.I)
# a credit that was glued to its caption: "… in Vienna.Ann Smith / Agency file"
_GLUED = re.compile(r"[a-z0-9)”\"’][.]?\s?(?:[A-Z][\w.'’-]+ ){1,4}/ ?[A-Z][\w .]{1,30}$")
# a credit behind a caption of its own: "The ferry at noon. Photo: A. Smith"
_OWN = re.compile(
    r"\w\W+\w+[.!?”\"’)]\s+\(?(?:photo|photograph|picture|pictures?|image|foto|bild|credit|kuva|fot)s?\b", re.I
)
DAMPED = 0.55
"""What is left of the points of sentences that stand under a heading like 'Latest headlines' or 'Related'."""
_UNDER = 18
_TRANSPARENT = ("advertisement", "share and follow", "caption", "picture")
_LINK_HEADINGS = ("related links", "most read", "read more")


def beside(scored: list[Scored]) -> None:
    """Mark captions, links and teasers; changes ``points`` and ``reason`` of the blocks."""
    _captions(scored)
    _links(scored)
    _teasers(scored)
    _tails(scored)


def _captions(scored: list[Scored]) -> None:
    for i, s in enumerate(scored):
        if s.reason or s.safe or s.words > 45:
            continue
        after = scored[i + 1] if i + 1 < len(scored) else None
        before = scored[i - 1] if i else None
        credit = after is not None and after.reason == "caption" and after.words <= 9 and s.words <= 40
        credit = credit and not _OWN.search(after.text)
        # the credit belongs to this line, not to a picture without caption between two paragraphs
        if credit and s.sentence and s.words > 25 and (before is None or before.sentence):
            credit = False
        shown = before is not None and before.words <= 6 and _shows(before.text)
        if credit or shown or ("/" in s.text[-40:] and _GLUED.search(s.text[-70:])):
            s.points = min(s.points, 0.0) - 1.5
            s.reason = "caption"


def _shows(text: str) -> bool:
    return folded(text) in _PICTURE or bool(_COUNT.match(text))


def _links(scored: list[Scored]) -> None:
    """The lines under 'Read more' or 'Related': links up to the next sentence."""
    open_ = 0
    for s in scored:
        if (s.tail in _LINK_HEADINGS or (s.reason in _LINK_HEADINGS and s.words <= 4)) and not s.sentence:
            open_ = 4
            continue
        if not open_:
            continue
        if (s.sentence and s.words > 9) or s.words > 30:
            open_ = 0
            continue
        open_ -= 1
        if not s.reason and not s.sentence and s.words >= 2:
            s.points = min(s.points, 0.0) - 1.2
            s.reason = "related links"


def _teasers(scored: list[Scored]) -> None:
    rows = [s for s in scored if s.tail or s.reason not in _TRANSPARENT]
    plain = [s.sentence and not (s.words <= 14 and s.text[-1] in "?!？！") for s in rows]
    alone = [False] * len(rows)
    for i in range(1, len(rows)):
        s = rows[i]
        last = i + 1 == len(rows)
        alone[i] = plain[i] and s.words < 45 and not s.reason and not plain[i - 1] and (last or not plain[i + 1])
    for i, s in enumerate(rows):
        # one such sentence is a paragraph between two headings; two in a row are a rhythm
        if alone[i] and any(0 <= j < len(rows) and alone[j] for j in (i - 3, i - 2, i + 2, i + 3)):
            s.points += FLANKED
            s.flanked = True


def _tails(scored: list[Scored]) -> None:
    left = 0
    for s in scored:
        if s.tail in ("most read", "related links"):
            left = _UNDER
        elif left:
            left -= 1
            if s.points > 0:
                s.points *= DAMPED

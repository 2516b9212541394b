"""Furniture that only a whole pile shows: a paragraph at the edge of several stories of one outlet.

What stands around every article of an outlet (a call to subscribe, what a company says of itself) is written like body,
and no rule for a single page can tell it. It recurs; news does not, except in copies of one story, which are counted
once. Quotations and paragraphs in the middle of articles are never taken: the background of a long-running story recurs
too.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from dateline.load.article import Article, Cut

STORIES = 3
"""Different stories of one outlet in which a paragraph must stand."""
SHARE = 0.04
"""Share of the outlet's articles that it must stand in, so that a background paragraph of a large archive stays."""
HEAD, TAIL = 2, 3
"""Paragraphs at the beginning and end of an article that can be furniture."""
EDGE = 0.85
"""Share of its places that must be such an edge."""

_LONG = 30
"""Characters of a cut that can be a paragraph; shorter ones are menus."""
_FOLD = re.compile(r"[\W\d_]+")
_QUOTE = re.compile('["“”«»„「」]')
_BREAK = "\n\n"

Furniture = dict[str, set[str]]
"""Outlet to the paragraphs, folded, that stand around its articles."""


def polish(articles: Sequence[Article]) -> list[Article]:
    """The articles without paragraphs that recur as furniture in their outlet; cleaned articles only, order kept.

    Each paragraph taken becomes a Cut with the reason 'recurs in this outlet'. The result does not depend on the order
    of the articles, and polishing twice is polishing once.
    """
    furniture = furniture_of(articles)
    return [without(a, furniture) for a in articles]


def furniture_of(articles: Sequence[Article]) -> Furniture:
    """The furniture of each outlet; the articles are gone through twice, and need not all be in memory."""
    size: Counter[str] = Counter()
    seen = array("q")  # a number a paragraph of the pile: 8 bytes each, where a dict would take 100
    for a in articles:
        if a.cleaned and a.source:
            size[a.source] += 1
            seen.extend({hash((a.source, p)) for p in (*_paragraphs(a), *_edges(a)) if p})
    numbers, times = np.unique(np.frombuffer(seen, np.int64), return_counts=True) if seen else ([], np.empty(0))
    often = set(np.asarray(numbers)[times >= STORIES].tolist())
    places: dict[tuple[str, str], _Places] = defaultdict(_Places)
    for a in articles if often else ():
        if not a.cleaned or not a.source:
            continue
        paragraphs = _paragraphs(a)
        here = {p: i for i, p in reversed(list(enumerate(paragraphs))) if p and hash((a.source, p)) in often}
        # what was cut from the edge of one page is known as furniture of the others
        here = {p: 0 for p in _edges(a) if p and hash((a.source, p)) in often} | here
        if not here:
            continue
        longest = max(paragraphs, key=lambda p: (len(p), p))
        second = max((p for p in paragraphs if p != longest), key=lambda p: (len(p), p), default="")
        for p, i in here.items():
            edge = i < HEAD or i >= len(paragraphs) - TAIL
            # what tells stories apart must not be the paragraph itself
            mark = second if p == longest else longest
            lead = paragraphs[0] if i else (paragraphs[1] if len(paragraphs) > 1 else "")
            places[(a.source, p)].add(edge, _folded(a.title), lead, mark)
    out: dict[str, set[str]] = defaultdict(set)
    for (source, p), at in places.items():
        if at.n < STORIES or at.stories < max(STORIES, SHARE * size[source]):
            continue
        if at.edges >= EDGE * at.n:
            out[source].add(p)
    return out


class _Places:
    """Where a paragraph of an outlet stands: how often, how often at an edge, in how many stories."""

    def __init__(self) -> None:
        self.n = self.edges = 0
        self._marks = tuple(array("q") for _ in range(3))  # numbers, for the words would be half the pile

    def add(self, edge: bool, title: str, lead: str, longest: str) -> None:
        """Count an article that holds it, told by its title, lead and longest paragraph."""
        self.n += 1
        self.edges += edge
        for marks, text in zip(self._marks, (title, lead, longest), strict=True):
            marks.append(hash(text))

    @property
    def stories(self) -> int:
        """Different stories: copies of one agree in title, lead or longest paragraph."""
        return min(len(set(marks)) for marks in self._marks)


def _edges(article: Article) -> list[str]:
    """Paragraphs that were cut before and behind the article."""
    end = len(article.text)
    return [_folded(c.text) for c in article.cuts if c.position in (0, end) and len(c.text) >= _LONG]


def _paragraphs(article: Article) -> list[str]:
    return [_folded(p) for p in article.text.split(_BREAK)]


def _folded(paragraph: str) -> str:
    return "" if _QUOTE.search(paragraph) else _FOLD.sub(" ", paragraph.casefold()).strip()


def without(article: Article, furniture: Furniture) -> Article:
    """The article without what is furniture of its outlet."""
    own = furniture.get(article.source)
    if not article.cleaned or not own:
        return article
    paragraphs = article.text.split(_BREAK)
    keep = [_folded(p) not in own for p in paragraphs]
    if all(keep) or not any(keep):
        return article
    kept: list[str] = []
    made: list[tuple[int, int, Cut]] = []
    old = new = 0
    moves: list[tuple[int, int]] = []
    for n, (p, stays) in enumerate(zip(paragraphs, keep, strict=True)):
        end = old + len(p)
        if stays:
            new += len(p) + (len(_BREAK) if kept else 0)
            kept.append(p)
        else:
            made.append((end, n, Cut(new, p, "recurs in this outlet")))
        moves.append((end, new))
        old = end + len(_BREAK)
    moved = [(c.position, -1, Cut(_moved(c.position, moves), c.text, c.reason)) for c in article.cuts]
    # cuts stand in the order of the page: one at an old position comes before a paragraph that ended there
    cuts = sorted(
        [*((max(at, 0), 1, i, c) for i, (at, _, c) in enumerate(moved)), *((at, 0, n, c) for at, n, c in made)],
        key=lambda x: x[:3],
    )
    return article.with_(text=_BREAK.join(kept), cuts=tuple(c for *_, c in cuts))


def _moved(position: int, moves: list[tuple[int, int]]) -> int:
    """Where a position of the old text lies in the new one: cuts lie at 0 or at the end of a paragraph."""
    if position == 0:
        return 0
    return next((new for end, new in moves if end >= position), moves[-1][1])

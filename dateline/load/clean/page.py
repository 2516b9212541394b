"""Clean an HTML page: trafilatura's reading, the place of each block in the markup, and our own rules for text decide together.

trafilatura finds the article on nearly all pages; where it takes too much or too little, the rules for plain text see
it. A page whose article cannot be found by markup is cleaned as the text that a reader would copy from it.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from copy import deepcopy

from lxml import html
from trafilatura import bare_extraction

from dateline.load.clean import meta
from dateline.load.clean.dom import Place, blocks_of, tree_of
from dateline.load.clean.score import Scored, score
from dateline.load.clean.text import Cleaned, article, clean_text

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

POINTS = {
    "in trafilatura's article": 2.0,
    "not in it": -1.6,
    "in the article body that the page states": 2.0,
    "heading": 0.3,
    "paragraph": 0.3,
    "body by its class": 0.5,
    "mostly links": -1.5,
    "furniture by its place": -1.3,
}
_WORDS = re.compile(r"\w+")
_TAG = re.compile(r"<[^<>]{0,5000}>")
_SHORT = 50


def clean_page(markup: str, url: str = "") -> Cleaned:
    """The article of a page with its fields; an empty text where there is none."""
    tree = tree_of(markup)
    if tree is None:
        return clean_text(visible(markup))
    facts = meta.read(tree, url)
    blocks, places = blocks_of(tree)
    scored = score(blocks)
    found = article(scored, facts.title, _votes(scored, places, tree, facts.body))
    if len(found.text.split()) < _SHORT and len(found.text) < 6 * _SHORT:
        plain = article(score(blocks), facts.title)
        if len(plain.text) > 2 * len(found.text):
            found = plain
    return meta.fill(found, facts, tree, url)


def visible(markup: str) -> str:
    """All text of a page that a reader sees, a block a line."""
    tree = tree_of(markup)
    if tree is None:
        from html import unescape

        return unescape(_TAG.sub("\n", markup))
    return "\n".join(b.text for b in blocks_of(tree)[0])


def _votes(scored: list[Scored], places: list[Place], tree: html.HtmlElement, stated: str) -> list[float]:
    """Points for each block from what the markup says of it."""
    p = POINTS
    taken = _lines(_extracted(tree))
    told = _shingles(stated) if len(stated) > 400 else frozenset()
    out: list[float] = []
    for s, place in zip(scored, places, strict=True):
        v = 0.0
        if taken:
            held = _holds(taken, s.text)
            v += p["in trafilatura's article"] if held else p["not in it"]
            s.safe = held and place.tag == "p" and not place.around
        if told and s.words >= 6:
            own = _shingles(s.text)
            v += p["in the article body that the page states"] if len(own & told) > 0.6 * len(own) else 0.0
        if place.tag in ("h2", "h3", "h4"):
            v += p["heading"]
        elif place.tag == "p":
            v += p["paragraph"]
        if place.body:
            v += p["body by its class"]
        if place.links > 0.6 and s.words < 30:
            v += p["mostly links"]
        if place.around:
            v += p["furniture by its place"]
            if place.around == "caption":
                s.reason = s.reason or "caption"
        out.append(v)
    return out


def _extracted(tree: html.HtmlElement) -> str:
    try:
        found = bare_extraction(deepcopy(tree), include_comments=False, with_metadata=False, deduplicate=False)
    except Exception:  # a page that it cannot read still has its text
        return ""
    return (found.text if found is not None else "") or ""


def _key(text: str) -> str:
    return "".join(_WORDS.findall(text))


def _lines(text: str) -> tuple[Counter[str], frozenset[tuple[str, ...]]] | None:
    if not text:
        return None
    return Counter(_key(line) for line in text.split("\n")), _shingles(text)


def _holds(taken: tuple[Counter[str], frozenset[tuple[str, ...]]], text: str) -> bool:
    lines, runs = taken
    if _key(text) in lines:
        return True
    own = _shingles(text)
    return bool(own) and len(text) > 25 and len(own & runs) > 0.7 * len(own)


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORDS.findall(text)
    return frozenset(zip(words, words[1:], words[2:], strict=False))

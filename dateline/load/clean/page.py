"""Clean an HTML page: trafilatura, the place of each block in the markup, and the rules for text decide together.

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
    "not in it": -3.0,
    "in the article body that the page states": 2.0,
    "heading": 0.3,
    "paragraph": 0.3,
    "body by its class": 0.5,
    "mostly links": -2.5,
    "furniture by its place": -1.3,
    "furniture by its place, and elsewhere": -2.0,
    "where most of the article stands": 0.4,
    "elsewhere": -1.8,
}
_WORDS = re.compile(r"\w+")
_TAG = re.compile(r"<[^<>]{0,5000}>")
_SHORT = 50
_ESCAPED = re.compile(r"\\u003cp|<p")
_UNICODE = re.compile(r"\\u(00[2-7][0-9a-f])", re.I)


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
    if len(facts.body) > 2 * len(found.text) + 300:
        found = _stated(facts)
    elif len(found.text) < 3 * _SHORT:
        found = _scripted(tree, facts.title) or found
    return meta.fill(found, facts, tree, url)


def _stated(facts: meta.Facts) -> Cleaned:
    """The body that ld+json holds, where the page itself shows only its beginning."""
    text = html.fromstring(f"<div>{facts.body}</div>").text_content() if "<p" in facts.body else facts.body
    return clean_text(text.replace("\r", "\n"), facts.title)


def _scripted(tree: html.HtmlElement, title: str) -> Cleaned | None:
    """The article in the data of a page that is drawn by a script: the longest run of escaped paragraphs."""
    best = ""
    for script in tree.iter("script"):
        text = script.text or ""
        if len(text) < 2000 or not _ESCAPED.search(text):
            continue
        text = _UNICODE.sub(lambda m: chr(int(m.group(1), 16)), text.replace("\\\\", "\\"))
        text = text.replace('\\"', '"').replace("\\/", "/").replace("\\n", " ")
        first, last = text.find("<p"), text.rfind("</p>")
        if 0 <= first < last and text.count("<p", first, last) >= 3 and last - first > len(best):
            best = text[first : last + 4]
    part = tree_of(f"<html><body>{best}</body></html>") if best else None
    if part is None:
        return None
    found = article(score(blocks_of(part)[0]), title)
    return found if len(found.text) > 6 * _SHORT else None


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
    held = [bool(taken) and _holds(taken, s.text) for s in scored]
    told_of = Counter[str]()
    holders = Counter[int]()
    for s, place, h in zip(scored, places, held, strict=True):
        if h and s.sentence:
            told_of[place.around] += int(s.words)
            holders[place.holder] += int(s.words) if not place.around else 0
    # a class on the frame of the whole page says nothing about the article in it
    empty = {around for around, words in told_of.items() if words > 0.4 * told_of.total()} | {""}
    for s, place, h in zip(scored, places, held, strict=True):
        if h and s.sentence and place.around in empty - {""}:
            holders[place.holder] += int(s.words)
    home = holders.most_common(1)[0] if holders else (0, 0)
    settled = home[1] >= 0.6 * holders.total() and home[1] > 80
    out: list[float] = []
    for s, place, h in zip(scored, places, held, strict=True):
        v = 0.0
        if taken:
            v += p["in trafilatura's article"] if h else p["not in it"]
        away = place.around not in empty
        s.safe = h and place.tag in ("p", "li") and not away
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
        if away:
            v += p["furniture by its place"]
            if place.around == "caption":
                s.reason = s.reason or "caption"
        if settled and s.sentence:
            v += p["where most of the article stands"] if place.holder == home[0] else p["elsewhere"]
            v += p["furniture by its place, and elsewhere"] if away and place.holder != home[0] else 0.0
        out.append(v)
    return out


def _extracted(tree: html.HtmlElement) -> str:
    try:
        found = bare_extraction(deepcopy(tree), include_comments=False, with_metadata=False, fast=True)
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

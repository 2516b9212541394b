"""What the markup of a page states, read plainly: meta elements and ld+json."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml import html

_ARTICLE = re.compile(r"Article|Posting|Report|Blog|NewsStory|LiveBlog|Review|WebPage|VideoObject", re.I)
ARTICLE_TYPES = re.compile(r"Article|Posting|Report|LiveBlog|Review", re.I)
_TEXT_PARTS = 4


def metas(tree: html.HtmlElement) -> dict[str, str]:
    """Content of the meta elements by name, lower case; the first of a name counts."""
    out: dict[str, str] = {}
    for m in tree.iter("meta"):
        name = (m.get("property") or m.get("name") or m.get("itemprop") or m.get("http-equiv") or "").strip().lower()
        content = (m.get("content") or m.get("value") or "").strip()
        if name and content:
            out.setdefault(name, content)
    return out


def linked_data(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """Every object in the page's ld+json, flattened."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        text = (script.text or "").strip().rstrip(";")
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            try:
                data = json.loads(
                    re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$|,(?=\s*[}\]])", "", text), strict=False
                )
            except (ValueError, RecursionError):
                continue
        todo = [(data, 0)]
        while todo:
            thing, depth = todo.pop(0)
            if isinstance(thing, list):
                todo += [(t, depth) for t in thing[:50]]
            elif isinstance(thing, dict):
                yield thing
                if depth < _TEXT_PARTS:
                    todo += [
                        (thing[k], depth + 1)
                        for k in ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed")
                        if k in thing
                    ]


def kind_of(thing: dict[str, Any]) -> str:
    """The types of an ld+json object, as one text."""
    kind = thing.get("@type") or ""
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind)


def article_of(things: list[dict[str, Any]]) -> dict[str, Any]:
    """The object that is the article: of an article's type, with a headline or a date."""
    ranked = [
        (bool(ARTICLE_TYPES.search(kind_of(t))) * 2 + bool(t.get("datePublished")) + bool(t.get("headline")), -i, t)
        for i, t in enumerate(things)
        if _ARTICLE.search(kind_of(t))
    ]
    return max(ranked, key=lambda r: r[:2])[2] if ranked else {}


def plain(value: Any) -> str:
    """A value as one line of text; the first of a list, the name of an object."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or ""
    return " ".join(unescape(unescape(str(value))).split()) if value else ""


def names_in(value: Any) -> list[str]:
    """The names that a value of ld+json holds: of persons, of outlets."""
    if isinstance(value, list):
        return [n for v in value for n in names_in(v)]
    if isinstance(value, dict):
        value = value.get("name") or ""
        return names_in(value) if isinstance(value, list) else names_in(str(value))
    return [plain(value)] if value and isinstance(value, str) else []

# ruff: noqa: E501 (tables of names)
"""What a page says about its article in its markup: ld+json, meta elements, headings; and which of it to believe.

ld+json and meta come first: on news pages they were never wrong about the date, and seldom about the title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from html import unescape
from itertools import filterfalse, islice
from typing import Any

from lxml import html

from dateline.load.clean.byline import apart, byline
from dateline.load.clean.markup import ARTICLE_TYPES, article_of, kind_of, linked_data, metas, names_in, plain
from dateline.load.clean.outlet import address, domain, site_name
from dateline.load.clean.text import Cleaned
from dateline.load.clean.title import headline, site_in
from dateline.load.published import from_address, parse_given

_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "date.created", "dc.date.issued", "dcterms.created",
    "dcterms.issued", "dc.date", "dcterms.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "publicationdate", "published_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "article.published", "article_date_original", "og:published_time", "rnews:datepublished",
    "originalpublicationdate", "citation_publication_date", "date_published", "vr:published_time", "article.created",
    "bt:pubdate", "iso-8601-publish-date", "displaydate", "dat:published", "shareaholic:article_published_time", "date",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl", "dcterms.creator", "cxenseparse:author",
            "article:author_name", "twitter:data1x", "citation_author", "authors", "og:article:author")  # fmt: skip
_TIMES, _BYLINES = 30, 20
"""Elements that are looked at for a date or a byline: what stands behind them belongs to other articles."""
_NO_AUTHOR = re.compile(
    r"https?:|facebook\.com|^(?:admin|administrator|editor|redaktion|staff|webmaster|root|user)$|^@|\.(?:com|net|org|de)\b",
    re.I,
)


@dataclass(slots=True)
class Facts:
    """What the markup states."""

    title: str = ""
    titles: list[str] = field(default_factory=list)
    site: str = ""
    site_note: str = ""
    authors: list[str] = field(default_factory=list)
    published: datetime | None = None
    note: str = ""
    doubt: str = ""
    url: str = ""
    language: str = ""
    summary: str = ""
    body: str = ""


def read(tree: html.HtmlElement, url: str = "") -> Facts:
    """The statements of a page about its article."""
    facts = Facts()
    names = metas(tree)
    things = list(linked_data(tree))
    main = article_of(things)
    facts.url = url or address(tree, names)
    facts.language = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    facts.site = site_name(names, things, main)
    facts.summary = plain(names.get("og:description") or names.get("description") or "")
    facts.body = unescape(main["articleBody"]) if isinstance(main.get("articleBody"), str) else ""
    facts.title = headline(tree, names, main, facts.site)
    facts.site_note = "metadata" if facts.site else ""
    if not facts.site:
        page = plain(next((t.text_content() for t in tree.iter("title")), ""))
        facts.site = site_in(page, facts.title)
        facts.site_note = "page title" if facts.site else ""
    facts.authors = _authors(tree, names, main)
    _date(tree, names, main, things, facts)
    return facts


def fill(found: Cleaned, facts: Facts, tree: html.HtmlElement, url: str) -> Cleaned:
    """The cleaned article with the fields that the markup states; what it does not state stays as the text told it."""
    text_title = found.title
    found.title = facts.title or text_title
    found.author = ", ".join(facts.authors) or found.author
    if facts.site:
        found.source, found.source_note = facts.site, facts.site_note
    elif not found.source and (host := domain(facts.url)):
        found.source, found.source_note = host, "address"
    found.url = facts.url
    if facts.published is not None:
        found.published, found.published_from, found.published_note = facts.published, "metadata", facts.note
    elif found.published is None:
        when = from_address(facts.url)[0] if facts.url else None
        if when is not None:
            found.published, found.published_from, found.published_note = when, "metadata", "URL"
        else:
            when, note = _dated_by_library(tree, facts.url)
            found.published, found.published_note = when, note or facts.doubt
            found.published_from = "metadata" if when is not None else ""
    return found


def _authors(tree: html.HtmlElement, names: dict[str, str], main: dict[str, Any]) -> list[str]:
    found = names_in(main.get("author")) or names_in(main.get("creator"))
    if not _good(found):
        found = [plain(names[n]) for n in _AUTHORS if n in names][:1]
    if not _good(found):
        found, left = [], _BYLINES
        for e in tree.iter("a", "span", "div", "p", "address"):
            marks = f"{e.get('rel') or ''} {e.get('itemprop') or ''} {e.get('class') or ''}"
            if re.search(r"\bauthor(?:[-_]*name)?\b|\bbyline\b|author__name|byline-?name|c-byline", marks, re.I):
                left -= 1
                if not left:
                    break
                text = plain(e.text_content()[:500])
                name = byline(text if text.lower().startswith(("by ", "von ", "par ", "por ")) else f"by {text}")
                if 3 < len(name) < 80 and " " in name:
                    found = [name]
                    break
    return _good(found)


def _good(found: list[str]) -> list[str]:
    out: list[str] = []
    for value in found:
        whole = re.sub(r"^(?:by|von|par|por)\s+", "", value, flags=re.I)
        for name in (n for p in re.split(r"\s*[,;|]\s*|\s+(?:and|und|et|y)\s+", whole) for n in apart(p)):
            name = re.sub(r"\s*\([^)]*\)$", "", name).strip(" .")
            if 1 < len(name) < 60 and not _NO_AUTHOR.search(name) and name not in out:
                out.append(name)
    return out


def _date(
    tree: html.HtmlElement, names: dict[str, str], main: dict[str, Any], things: list[dict[str, Any]], facts: Facts
) -> None:
    """The date of publication by ld+json, meta elements, then marked-up times near the headline."""
    stated = [
        (main.get("datePublished"), "ld+json"),
        *((t.get("datePublished"), "ld+json") for t in things if ARTICLE_TYPES.search(kind_of(t))),
    ]
    stated += [(names.get(n), f"meta {n}") for n in _DATES if n in names]
    for e in tree.iter("time", "span", "abbr", "div", "meta", "p"):
        if (e.get("itemprop") or e.get("property") or "").lower().rsplit(":", 1)[-1] == "datepublished":
            stated.append((e.get("datetime") or e.get("content") or e.text_content()[:60], "itemprop datePublished"))
    stated.append((main.get("dateCreated"), "ld+json"))
    for value, note in stated:
        when, doubt = parse_given(value if isinstance(value, str | int | float) else None)
        if when is not None:
            facts.published, facts.note = when, note
            return
        facts.doubt = facts.doubt or doubt
    for t in filterfalse(_beside, islice(tree.iter("time"), _TIMES)):
        value = t.get("datetime") or t.text_content()[:60]
        when, doubt = parse_given(value)
        if when is not None:
            facts.published, facts.note = when, "time element"
            return


def _beside(e: html.HtmlElement) -> bool:
    """Whether an element stands in a list, box or footer, where times belong to other articles."""
    for parent in e.iterancestors():
        if parent.tag in ("aside", "footer", "nav", "li"):
            return True
        if (
            re.search(r"related|teaser|comment|sidebar|card|recommend|promo", f"{parent.get('class') or ''}", re.I)
            and parent.tag != "body"
        ):
            return True
    return False


def _dated_by_library(tree: html.HtmlElement, url: str) -> tuple[datetime | None, str]:
    """What htmldate finds in the markup, its guesses from the text left aside."""
    from htmldate import find_date

    try:
        value = find_date(tree, original_date=True, extensive_search=False, url=url or None)
    except Exception:  # its parsers fail on odd pages in many ways
        return None, ""
    when = parse_given(value)[0]
    return when, "markup" if when is not None else ""

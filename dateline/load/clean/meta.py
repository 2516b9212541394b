"""What a page says about its article in its markup: ld+json, meta elements, headings; and which of it to believe.

ld+json and meta come first: on news pages they were never wrong about the date, and seldom about the title.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import html

from dateline.load.clean.head import byline
from dateline.load.clean.text import Cleaned
from dateline.load.published import find, from_address, labelled, parse_given

_ARTICLE = re.compile(r"Article|Posting|Report|Blog|NewsStory|LiveBlog|Review|WebPage|VideoObject", re.I)
_STRONG = re.compile(r"Article|Posting|Report|LiveBlog|Review", re.I)
_SPLIT = re.compile(r"\s+[|–—·•»›:-]+\s+|\s*[|｜]\s*")
_WORD = re.compile(r"\w+")
_SIGNS = "|–—-·•»›:｜ㅣ_"
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
_SITES = ("og:site_name", "application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher", "article:publisher_name",
          "cre", "copyright-holder", "twitter:app:name:iphone")  # fmt: skip
_NO_AUTHOR = re.compile(
    r"https?:|facebook\.com|^(?:admin|administrator|editor|redaktion|staff|webmaster|root|user)$|^@|\.(?:com|net|org|de)\b",
    re.I,
)
_TEXT_PARTS = 4


@dataclass(slots=True)
class Facts:
    """What the markup states."""

    title: str = ""
    titles: list[str] = field(default_factory=list)
    site: str = ""
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
    names = _metas(tree)
    things = list(_linked(tree))
    main = _main(things)
    facts.url = url or _address(tree, names)
    facts.language = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    facts.site = _site(names, things, main)
    facts.summary = _text(names.get("og:description") or names.get("description") or "")
    facts.body = unescape(main["articleBody"]) if isinstance(main.get("articleBody"), str) else ""
    facts.title = _title(tree, names, main, facts.site)
    facts.authors = _authors(tree, names, main)
    _date(tree, names, main, things, facts)
    return facts


def fill(found: Cleaned, facts: Facts, tree: html.HtmlElement, url: str) -> Cleaned:
    """The cleaned article with the fields that the markup states; what it does not state stays as the text told it."""
    text_title = found.title
    found.title = facts.title or text_title
    found.author = ", ".join(facts.authors) or found.author
    found.source = facts.site or _domain(facts.url)
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


def _metas(tree: html.HtmlElement) -> dict[str, str]:
    out: dict[str, str] = {}
    for m in tree.iter("meta"):
        name = (m.get("property") or m.get("name") or m.get("itemprop") or m.get("http-equiv") or "").strip().lower()
        content = (m.get("content") or m.get("value") or "").strip()
        if name and content:
            out.setdefault(name, content)
    return out


def _linked(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
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


def _kind(thing: dict[str, Any]) -> str:
    kind = thing.get("@type") or ""
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind)


def _main(things: list[dict[str, Any]]) -> dict[str, Any]:
    """The object that is the article: of an article's type, with a headline or a date."""
    ranked = [
        (bool(_STRONG.search(_kind(t))) * 2 + bool(t.get("datePublished")) + bool(t.get("headline")), -i, t)
        for i, t in enumerate(things)
        if _ARTICLE.search(_kind(t))
    ]
    return max(ranked, key=lambda r: r[:2])[2] if ranked else {}


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or ""
    return " ".join(unescape(unescape(str(value))).split()) if value else ""


def _names_in(value: Any) -> list[str]:
    if isinstance(value, list):
        return [n for v in value for n in _names_in(v)]
    if isinstance(value, dict):
        value = value.get("name") or ""
        return _names_in(value) if isinstance(value, list) else _names_in(str(value))
    return [_text(value)] if value and isinstance(value, str) else []


def _address(tree: html.HtmlElement, names: dict[str, str]) -> str:
    base = names.get("og:url", "")
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            base = urljoin(base, link.get("href").strip())
            break
    return base if base.startswith(("http://", "https://")) else ""


def _domain(url: str) -> str:
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _site(names: dict[str, str], things: list[dict[str, Any]], main: dict[str, Any]) -> str:
    for value in (names.get("og:site_name"), *_names_in(main.get("publisher")), *(names.get(n) for n in _SITES)):
        value = _text(value or "")
        if value and len(value) < 60 and not value.startswith("http"):
            return value.removeprefix("www.")
    for t in things:
        if _kind(t) in ("NewsMediaOrganization", "WebSite", "Organization") and t.get("name"):
            return _text(t["name"])[:60]
    return ""


def _fold(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _title(tree: html.HtmlElement, names: dict[str, str], main: dict[str, Any], site: str) -> str:
    """The headline: of ld+json, og:title, h1 and the page's title the first that is there, without the site's name."""
    page = _text(next((t.text_content() for t in tree.iter("title")), ""))
    heads = [_text(h.text_content()) for h in tree.iter("h1")]
    heads = [h for h in heads if h and len(h) < 300]
    shared = _text(names.get("og:title") or names.get("twitter:title") or "")
    linked = _text(main.get("headline") or "")
    equal = _fold(linked) == _fold(shared)
    linked = cut_site(linked, site, [] if equal else heads)
    shared = linked if equal else cut_site(shared, site, [*heads, linked])
    whole = cut_site(page, site, [*heads, linked, shared])
    best = linked or shared
    # "Kicker: headline" in one, the headline alone in the other
    if linked and _inside(shared, linked):
        best = shared
    if not best or not linked and any(_inside(h, best) for h in heads):
        close = [h for h in heads if len(_fold(h)) > 2 and (_inside(h, best) if best else _same(h, whole) >= 0.5)]
        if close:
            best = max(close, key=lambda h: _same(h, best or whole))
    if best.endswith(("…", "...")):
        # a headline that was cut off by the page's own limit stands whole elsewhere
        start = _fold(best)
        longer = (t for t in (*heads, linked, shared) if len(_fold(t)) > len(start) and _fold(t)[: len(start)] == start)
        best = next(longer, best)
    return best or (heads[0] if len(heads) == 1 and len(_fold(heads[0])) > 2 else whole or next(iter(heads), ""))


def _same(a: str, b: str) -> float:
    x, y = set(_fold(a)), set(_fold(b))
    return len(x & y) / max(1, min(len(x), len(y)))


def cut_site(title: str, site: str, others: list[str]) -> str:
    """A title without the site's name at its end or beginning: the part that is the site, or that no other title has."""
    bare = title[: -len(site)].rstrip() if site and title.endswith(site) else ""
    if bare and bare[-1] in _SIGNS and len(bare) > 5:
        title = bare.rstrip(_SIGNS).rstrip()
    whole = _fold(title)
    for o in others:
        rest = title[len(o) :].lstrip() if o and title.startswith(o) else ""
        if rest[:1] in _SIGNS and rest and len(o) > 5 and len(_fold(o)) < len(whole):
            return o
    parts = _SPLIT.split(title)
    if len(parts) < 2:
        return title
    names = {"".join(_fold(site))} if site else set()
    whole_titles = [_fold(o) for o in others if o and o != title and len(o) > 5]
    ends = [m.span() for m in _SPLIT.finditer(title)]
    for start, _ in ends:
        # the shortest beginning that is a whole title elsewhere
        if _fold(title[:start]) in whole_titles:
            return title[:start]
    last = "".join(_fold(parts[-1]))
    if last and any(last == n or (len(n) > 3 and n in last) or (len(last) > 3 and last in n) for n in names):
        return cut_site(title[: ends[-1][0]].strip(), site, others)
    first = "".join(_fold(parts[0]))
    if first and first in names and len(parts) > 1:
        return title[ends[0][1] :].strip()
    if (
        re.search(r"\.(?:com|net|org|co|de|fr|es|it|uk|nl|ch|at|ru|tr|in|info|news|tv)\b", parts[-1])
        and len(parts[-1]) < 30
    ):
        return title[: ends[-1][0]].strip()
    return title


def _authors(tree: html.HtmlElement, names: dict[str, str], main: dict[str, Any]) -> list[str]:
    found = _names_in(main.get("author")) or _names_in(main.get("creator"))
    if not _good(found):
        found = [_text(names[n]) for n in _AUTHORS if n in names][:1]
    if not _good(found):
        found = []
        for e in tree.iter("a", "span", "div", "p", "address"):
            marks = f"{e.get('rel') or ''} {e.get('itemprop') or ''} {e.get('class') or ''}"
            if re.search(r"\bauthor(?:[-_]*name)?\b|\bbyline\b|author__name|byline-?name|c-byline", marks, re.I):
                text = _text(e.text_content())
                name = byline(text if text.lower().startswith(("by ", "von ", "par ", "por ")) else f"by {text}")
                if 3 < len(name) < 80 and " " in name:
                    found = [name]
                    break
    return _good(found)


def _good(found: list[str]) -> list[str]:
    out: list[str] = []
    for value in found:
        for name in re.split(
            r"\s*[,;|]\s*|\s+(?:and|und|et|y|&)\s+", re.sub(r"^(?:by|von|par|por)\s+", "", value, flags=re.I)
        ):
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
        *((t.get("datePublished"), "ld+json") for t in things if _STRONG.search(_kind(t))),
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
    times = [t for t in tree.iter("time") if not _beside(t)]
    for t in times[:6]:
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


__all__ = ["Facts", "cut_site", "fill", "find", "labelled", "read"]


def _inside(part: str, title: str) -> bool:
    a, b = _fold(part), _fold(title)
    return 2 < len(a) < len(b) and any(b[i : i + len(a)] == a for i in range(len(b) - len(a) + 1))

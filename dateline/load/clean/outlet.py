# ruff: noqa: E501 (table of names)
"""The outlet of a page: its name, its address and domain."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import html

from dateline.load.clean.markup import kind_of, names_in, plain

_SITES = ("og:site_name", "application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher", "article:publisher_name",
          "cre", "copyright-holder", "twitter:app:name:iphone")  # fmt: skip


def address(tree: html.HtmlElement, names: dict[str, str]) -> str:
    """The page's own address: its canonical link, else og:url, else ''."""
    base = names.get("og:url", "")
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            base = urljoin(base, link.get("href").strip())
            break
    return base if base.startswith(("http://", "https://")) else ""


def domain(url: str) -> str:
    """The host of an address without 'www.', or ''."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
    return host.removeprefix("www.")


def site_name(names: dict[str, str], things: list[dict[str, Any]], main: dict[str, Any]) -> str:
    """The outlet's name as the page states it, or ''."""
    for value in (names.get("og:site_name"), *names_in(main.get("publisher")), *(names.get(n) for n in _SITES)):
        value = plain(value or "")
        if value and len(value) < 60 and not value.startswith("http"):
            return value.removeprefix("www.")
    for t in things:
        if kind_of(t) in ("NewsMediaOrganization", "WebSite", "Organization") and t.get("name"):
            return plain(t["name"])[:60]
    return ""

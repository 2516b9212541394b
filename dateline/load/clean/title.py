"""The headline of a page: which of its titles it is, and without the site's name."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from lxml import html

from dateline.load.clean.markup import plain

_SPLIT = re.compile(r"\s+[|–—·•»›:-]+\s+|\s*[|｜]\s*")
_WORD = re.compile(r"\w+")
_SMALLER, _NAME_WORDS = 3, 6
_SIGNS = "|–—-·•»›:｜ㅣ_"


def fold(text: str) -> list[str]:
    """The words of a title, casefolded: how titles are compared."""
    return _WORD.findall(text.casefold())


def headline(tree: html.HtmlElement, names: dict[str, str], main: dict[str, Any], site: str) -> str:
    """The headline: of ld+json, og:title, h1 and the page's title the first that is there, without the site's name."""
    page = plain(next((t.text_content() for t in tree.iter("title")), ""))
    heads = [plain(h.text_content()) for h in tree.iter("h1")]
    if not any(heads):
        # old sites set their headlines in smaller sizes
        heads = [plain(h.text_content()) for h in islice(tree.iter("h2"), _SMALLER)]
    heads = [h for h in heads if h and len(h) < 300]
    shared = plain(names.get("og:title") or names.get("twitter:title") or "")
    linked = plain(main.get("headline") or "")
    equal = fold(linked) == fold(shared)
    linked = cut_site(linked, site, [] if equal else heads)
    shared = linked if equal else cut_site(shared, site, [*heads, linked])
    whole = cut_site(page, site, [*heads, linked, shared])
    best = linked or shared
    # "Kicker: headline" in one, the headline alone in the other
    if linked and _inside(shared, linked):
        best = shared
    if not best or (not linked and any(_inside(h, best) for h in heads)):
        close = [h for h in heads if len(fold(h)) > 2 and (_inside(h, best) if best else _same(h, whole) >= 0.5)]
        if close:
            best = max(close, key=lambda h: _same(h, best or whole))
    if best.endswith(("…", "...")):
        # a headline that was cut off by the page's own limit stands whole elsewhere
        start = fold(best)
        longer = (t for t in (*heads, linked, shared) if len(fold(t)) > len(start) and fold(t)[: len(start)] == start)
        best = next(longer, best)
    return best or (heads[0] if len(heads) == 1 and len(fold(heads[0])) > 2 else whole or next(iter(heads), ""))


def site_in(page: str, title: str) -> str:
    """The site's name in a page's title: what stands before or behind the headline, in one part; '' where nothing."""
    parts = _SPLIT.split(page)
    head = fold(title)
    if len(parts) < 2 or len(head) < 3:
        return ""
    for name, rest in ((parts[-1], parts[:-1]), (parts[0], parts[1:])):
        words = fold(name)
        if 0 < len(words) <= _NAME_WORDS and len(name) > 2 and fold(" ".join(rest))[: len(head)] == head:
            return name if not name.lower().startswith(("by ", "page ", "part ")) else ""
    return ""


def _same(a: str, b: str) -> float:
    x, y = set(fold(a)), set(fold(b))
    return len(x & y) / max(1, min(len(x), len(y)))


def cut_site(title: str, site: str, others: list[str]) -> str:
    """A title without the site's name at its end or beginning: the part that is the site, or that no other has."""
    bare = title[: -len(site)].rstrip() if site and title.endswith(site) else ""
    if bare and bare[-1] in _SIGNS and len(bare) > 5:
        title = bare.rstrip(_SIGNS).rstrip()
    whole = fold(title)
    for o in others:
        rest = title[len(o) :].lstrip() if o and title.startswith(o) else ""
        if rest[:1] in _SIGNS and rest and len(o) > 5 and len(fold(o)) < len(whole):
            return o
    parts = _SPLIT.split(title)
    if len(parts) < 2:
        return title
    names = {"".join(fold(site))} if site else set()
    whole_titles = [fold(o) for o in others if o and o != title and len(o) > 5]
    ends = [m.span() for m in _SPLIT.finditer(title)]
    for start, _ in ends:
        # the shortest beginning that is a whole title elsewhere
        if fold(title[:start]) in whole_titles:
            return title[:start]
    for _, end in ends:
        if fold(title[end:]) in whole_titles:
            return title[end:]
    last = "".join(fold(parts[-1]))
    if last and any(last == n or (len(n) > 3 and n in last) or (len(last) > 3 and last in n) for n in names):
        return cut_site(title[: ends[-1][0]].strip(), site, others)
    first = "".join(fold(parts[0]))
    if first and first in names and len(parts) > 1:
        return title[ends[0][1] :].strip()
    if (
        re.search(r"\.(?:com|net|org|co|de|fr|es|it|uk|nl|ch|at|ru|tr|in|info|news|tv)\b", parts[-1])
        and len(parts[-1]) < 30
    ):
        return title[: ends[-1][0]].strip()
    return title


def _inside(part: str, title: str) -> bool:
    a, b = fold(part), fold(title)
    return 2 < len(a) < len(b) and any(b[i : i + len(a)] == a for i in range(len(b) - len(a) + 1))

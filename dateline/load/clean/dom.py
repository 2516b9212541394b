# ruff: noqa: E501 (tables of classes)
"""The blocks of a page as a reader sees them, each with what its place in the markup says about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree, html

from dateline import settings
from dateline.load.clean.blocks import Block, ends

_SKIP = frozenset(
    "script style noscript template svg iframe object embed select option textarea head math canvas audio video map "
    "datalist dialog input meta link source track area base col colgroup param".split()
)
_BLOCK = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 "
    "h6 header hr hgroup li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul button label "
    "amp-accordion amp-sidebar caption".split()
)
_PARTS = frozenset("ul ol blockquote table tbody thead tr td dl".split())
_Open = tuple[str, str, bool, bool, int, int]
_SPACE = re.compile(r"[ \t\r\n\f\u200b\u00ad]+")
_CAPTION = 200
_SHOWN_LATER = 1500
"""Characters in a hidden element from which it is taken for the article and not for a notice."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)

# what class and id say: the reason at the cut, and words that sites all over the world use in them
_CLASSES: tuple[tuple[str, str], ...] = (
    ("comments", r"\bcomments?\b|comment-|disqus|\bkommentar|\bcommentaires?\b|usercomment|reader-comment"),
    ("related links", r"\brelated|recommend|read-?more|more-(?:on|from|stories|news|articles)|see-?also|also-?read|read-?also|teaser|outbrain|taboola|"
                      r"\bpromo|mostread|most-(?:read|popular)|trending|popular|suggest|\bupnext|next-article|internal-link|inline-link|linkbox|onward"),
    ("share and follow", r"\bshare|sharing|social|addthis|follow-?us|\btoolbar|share-?bar"),
    ("newsletter and subscription", r"newsletter|subscri|paywall|signup|sign-up|\bpiano|registration|regwall|donat|abo-?box"),
    ("advertisement", r"\bad-|\bads\b|advert|sponsor|\bdfp|adslot|ad_|werbung|publicidad|banner"),
    ("caption", r"caption|\bcredit|photo-?credit|image-?meta|media-?info|picture-?text|\blegend"),
    ("about the author", r"author-?(?:bio|box|info|card|description|profile)|about-?author|bio-?box|writer-?bio"),
    ("tags", r"\btags?\b|tag-?list|\btopics?\b|keywords|taxonomy"),
    ("legal", r"cookie|consent|gdpr|disclaimer|copyright|\blegal|onetrust|didomi"),
    ("menu", r"breadcrumb|\bnav|navbar|\bmenu|masthead|site-?header|site-?footer|\bfooter|\bsidebar|skip-?link|off-?canvas|\bmodal|popup|overlay|tooltip"),
    ("box in the article", r"\bfact(?:s|box|-box|-check-box)?\b|fakta|info-?box|infokasten|\bbox\b|accordion|collaps|expandable|\bpoll\b|\bquiz\b|pull-?quote|wp-block-pullquote"),
    ("byline", r"\bbyline|\bdateline|article-?meta|post-?meta|entry-?meta|pub-?date|publish|timestamp|\bauthor"),
)  # fmt: skip
_CLASS_RULES = tuple((reason, re.compile(pattern, re.I)) for reason, pattern in _CLASSES)
_BODYLIKE = re.compile(
    r"article-?(?:body|text|content)|story-?(?:body|text|content)|entry-?content|post-?(?:body|content)|body-?text|articlebody",
    re.I,
)
_TAGS = {"nav": "menu", "footer": "menu", "aside": "box in the article", "figcaption": "caption", "form": "menu",
         "button": "menu", "label": "menu", "menu": "menu"}  # fmt: skip


@dataclass(slots=True)
class Place:
    """Where a block stands: its own tag, the share of its letters that are links, what the elements around it are.

    ``holder`` numbers the element that holds it; paragraphs of one article mostly share theirs.
    """

    tag: str
    links: float
    around: str = ""
    body: bool = False
    holder: int = 0


def tree_of(markup: str) -> html.HtmlElement | None:
    """The page's tree, or None where there is none or it is nested beyond ``settings.HTML_DEPTH``."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return tree if deepest <= settings.HTML_DEPTH else None


def blocks_of(tree: html.HtmlElement) -> tuple[list[Block], list[Place]]:
    """The visible blocks of a page in order, without walking deeper than Python's stack allows: no recursion."""
    blocks: list[Block] = []
    places: list[Place] = []
    text: list[str] = []
    linked = 0
    # 0 nothing, 1 a picture was just shown, 2 small print follows it: its caption, whatever the markup calls it
    shown = 0
    body = tree.find("body")
    root = body if body is not None else tree
    # of the elements that are open: tag of the nearest block, reason, inside an article body, inside a link, the number
    # of the block that holds it and its own
    stack: list[_Open] = [("body", "", False, False, 0, 0)]
    opened = 0

    def flush() -> None:
        nonlocal linked, shown
        joined = _SPACE.sub(" ", "".join(text)).strip(" \u00a0")
        if joined:
            tag, around, inner, _, holder, _ = stack[-1]
            if shown == 2 and not around and len(joined) < _CAPTION and not ends(joined):
                around = "caption"
            shown = 0
            blocks.append(Block(joined, tag == "li"))
            places.append(Place(tag, min(1.0, linked / len(joined)), around, inner, holder))
        text.clear()
        linked = 0

    skipped = None
    for event, e in etree.iterwalk(root, events=("start", "end")):
        if skipped is not None:
            if event == "end" and e is skipped:
                skipped = None
                if e.tail:
                    text.append(e.tail)
            continue
        tag = e.tag if isinstance(e.tag, str) else "script"
        if event == "start":
            if e is not root and (tag in _SKIP or _hidden(e)):
                skipped = e
                continue
            if tag in ("img", "picture"):
                shown = 1
            elif shown == 1 and tag in ("small", "em", "i"):
                shown = 2 if not "".join(text).strip() else 0
            block = tag in _BLOCK
            if block:
                flush()
            outer = stack[-1]
            around, inner = _around(e, tag, outer) if block or tag in ("span", "a", "section") else (outer[1], outer[2])
            holder, own = outer[4], outer[5]
            if block:
                opened += 1
                # lists, quotations and tables are parts of the text that holds them
                holder, own = own, own if tag in _PARTS else opened
            stack.append((tag if block else outer[0], around, inner, outer[3] or tag == "a", holder, own))
            if tag == "br":
                flush()
            if e.text:
                text.append(e.text)
                linked += len(e.text.strip()) if stack[-1][3] else 0
        else:
            if tag in _BLOCK:
                flush()
            stack.pop()
            if tag in ("td", "th"):
                text.append("  ")
            if e.tail and stack:
                text.append(e.tail)
                linked += len(e.tail.strip()) if stack[-1][3] else 0
    stack = stack or [("body", "", False, False, 0, 0)]
    flush()
    return blocks, places


def _hidden(e: html.HtmlElement) -> bool:
    style = e.get("style")
    if not (style and _HIDDEN.search(style)) and e.get("hidden") is None:
        return False
    # pages that arrive in pieces hide the article itself until a script shows it
    return sum(len(t) for t in e.itertext()) < _SHOWN_LATER


def _around(e: html.HtmlElement, tag: str, outer: _Open) -> tuple[str, bool]:
    """The reason that an element and those around it give, and whether it is the body of an article."""
    around, inner = outer[1], outer[2]
    if tag in _TAGS:
        around = around or _TAGS[tag]
    names = f"{e.get('class') or ''} {e.get('id') or ''} {e.get('data-component') or ''} {e.get('role') or ''}"
    if e.get("itemprop") == "articleBody":
        return "", True
    if len(names) < 5:
        return around, inner
    said, body = _said(names[:400])
    if body:
        # a page-wide class like "has-sidebar" must not speak for the article in it
        return "", True
    if not around and said and len(names) < 400 and tag not in ("body", "html", "main", "article"):
        return said, inner
    return around, inner


@lru_cache(maxsize=20_000)
def _said(names: str) -> tuple[str, bool]:
    """What class and id say: a reason or '', and whether they name the body of an article."""
    if _BODYLIKE.search(names):
        return "", True
    return next((reason for reason, pattern in _CLASS_RULES if pattern.search(names)), ""), False

"""RSS and Atom: an entry an article; an entry that holds only its summary is marked as a teaser."""

from __future__ import annotations

import re

from dateline.errors import RefusedError
from dateline.load.source import Item, Raw, Raws

_LIMIT = 50_000_000
_TEASER = "only the summary that the feed gives"
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.S | re.I)
_ENTITIES = re.compile(rb"<!ENTITY", re.I)
# what WordPress exports beside posts and pages
_KEPT = ("post", "page", "article", "news", "story")
_GONE = ("trash", "inherit")
_DRAFT = "a draft that was never published"
_CAPTION = re.compile(r"\[caption\b[^\]]{0,1000}\].{0,3000}?\[/caption\]", re.S)
_SHORTCODE = re.compile(
    r"\[/?(?:gallery|embed|video|audio|playlist|caption|contact-form|[a-z]+_[a-z_]+)\b[^\]]{0,1000}\]"
)
_BLOCK = re.compile(r"<(?:p|div|br|li|blockquote|h[1-6]|table)[\s>/]", re.I)
_TAGS = re.compile(r"<[^<>]{0,3000}>")


def read_feed(item: Item) -> Raws:
    """The entries of a feed. A feed that is cut short gives what it holds, and says so."""
    import feedparser

    data = item.bytes(_LIMIT)
    if _ENTITIES.search(data[:100_000]):
        # entities that expand into entities are the one bomb that XML has; feeds need none
        data = re.sub(rb"<!ENTITY[^>]{0,100000}>", b"", _DOCTYPE.sub(b"", data, count=1))
    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    note = ""
    if feed.get("bozo") and not data.rstrip().endswith((b"</rss>", b"</feed>", b"</rdf:RDF>", b"</RDF>")):
        note = "the feed is cut short: its last entries may be missing"
    outlet = str(feed.feed.get("title", "")).strip()
    if not feed.entries:
        raise RefusedError(item.name, "the feed holds no entries", "load it again later, or load the pages themselves")
    names, others = _display_names(data), 0
    for n, e in enumerate(feed.entries, 1):
        if e.get("wp_post_type", "post") not in _KEPT or e.get("wp_status") in _GONE:
            others += 1
            continue
        full = max((c.get("value") or "" for c in e.get("content", [])), key=len, default="")
        summary = e.get("summary", "") or ""
        text = full if len(full) > len(summary) else summary
        place = f"entry {n}"
        if not _TAGS.sub("", text).strip():
            yield RefusedError(
                item.name, f"the entry {e.get('title', '')[:60]!r} holds no text", "load its page", place
            )
            continue
        teaser = not full and len(_TAGS.sub("", text)) < 1500
        if "wp_post_type" in e:
            text = _SHORTCODE.sub("", _CAPTION.sub("", text))
        if "\n\n" in text and not _BLOCK.search(text):
            # blank lines are what parts paragraphs in what bloggers write
            text = "".join(f"<p>{p}</p>" for p in re.split(r"\n\s*\n", text))
        said = _TEASER if teaser else _DRAFT if e.get("wp_status") in ("draft", "pending", "auto-draft") else note
        yield Raw(
            text, place, html="<" in text and bool(_TAGS.search(text)), kind="record", given_id="",
            title=_TAGS.sub("", e.get("title", "")), published=e.get("published") or e.get("updated") or "",
            source=_source(e, outlet), author=names.get(_authors(e), _authors(e)), url=e.get("link", "") or "",
            language=str(feed.feed.get("language", "")), note=said,
        )  # fmt: skip
    if others:
        what = f"pictures, menus and the like of the site, no articles ({others:,})"
        yield RefusedError(item.name, what, "nothing needs to be done", "other entries")


def _display_names(data: bytes) -> dict[str, str]:
    """The names that a WordPress export gives for its authors' log-ins."""
    found = {}
    for block in re.findall(rb"<wp:author>(.{0,3000}?)</wp:author>", data[:2_000_000], re.S):
        login, name = (_value(block, tag) for tag in (b"login", b"display_name"))
        if login and name:
            found[login] = name
    return found


def _value(block: bytes, tag: bytes) -> str:
    got = re.search(rb"<wp:author_%b>(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?</wp:author_%b>" % (tag, tag), block, re.S)
    return got.group(1).decode("utf-8", "replace").strip() if got else ""


def _authors(e: dict) -> str:
    names = [a.get("name", "") for a in e.get("authors", []) if isinstance(a, dict)]
    return ", ".join(dict.fromkeys(n for n in names if n)) or str(e.get("author", ""))


def _source(e: dict, outlet: str) -> str:
    own = e.get("source")
    return str(own.get("title", "")) or outlet if isinstance(own, dict) else outlet

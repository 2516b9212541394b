"""From Raw to Article: cleaning, date of publication, outlet, language, in one order for every format."""

from __future__ import annotations

import re
from datetime import datetime

from dateline import settings
from dateline.errors import RefusedError
from dateline.load import language
from dateline.load.article import Article, Cut
from dateline.load.clean.head import dateline
from dateline.load.clean.masthead import signature
from dateline.load.clean.outlet import domain
from dateline.load.clean.text import Cleaned, clean_text
from dateline.load.decode import tidy, whole
from dateline.load.formats import markdown
from dateline.load.published import from_address, from_file_name, parse_given
from dateline.load.source import Item, Raw

_KEPT = 20_000
"""Characters of a text without a recognisable article that is kept whole."""
_WORDS = re.compile(r"\w+\W+\w+\W+\w+")
_CAPTURE = re.compile(r"https?://(?:web|wayback)\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(https?:.+)", re.I)
_ANY = re.compile(r"\w")


def finish(raw: Raw, item: Item, clean: bool) -> Article:
    """The article of a raw one. Raises RefusedError where it holds none or is too long."""
    name = raw.origin or item.name
    limit = settings.PAGE_LIMIT if raw.html else settings.ARTICLE_LIMIT
    if len(raw.text) > limit:
        raise RefusedError(name, f"longer than {limit:,} characters", "split it into its articles", raw.place)
    found = _cleaned(raw, item) if clean else _verbatim(raw)
    if clean and not found.text.strip():
        cure = "open the file to see what it holds, or load it without cleaning"
        raise RefusedError(name, "no article found", cure, raw.place)
    if len(found.text) > settings.ARTICLE_LIMIT:
        limit = settings.ARTICLE_LIMIT
        raise RefusedError(name, f"longer than {limit:,} characters", "split it into its articles", raw.place)
    when, how, note = _published(raw, found, item)
    url = _original(raw.url or found.url)
    source, known = _outlet(raw, found, url)
    return Article(
        text=found.text,
        origin=name,
        place=raw.place,
        given_id=raw.given_id,
        title=raw.title or found.title,
        published=when,
        published_from=how,
        published_note=note,
        source=source,
        source_note=known,
        author=raw.author or found.author,
        url=url,
        language=language.given(raw.language) or language.language_of(found.text or raw.title),
        deck=raw.deck or found.deck,
        dateline=found.dateline,
        cuts=found.cuts,
        note="; ".join(x for x in (raw.note, found.note) if x),
        cleaned=clean,
    )


def _original(url: str) -> str:
    """The address that a page of the Wayback Machine was taken from; other addresses as they are."""
    found = _CAPTURE.match(url)
    return found.group(1) if found else url


def _verbatim(raw: Raw) -> Cleaned:
    if raw.html and raw.kind != "record":
        from dateline.load.clean.page import visible

        return Cleaned(whole(visible(raw.text)))
    return Cleaned(whole(raw.text))


def _cleaned(raw: Raw, item: Item) -> Cleaned:
    if raw.html:
        from dateline.load.clean.page import clean_page

        return clean_page(whole(raw.text), raw.url)
    text = tidy(raw.text)
    if raw.kind == "body":
        return Cleaned(text.strip(), dateline=dateline(text.strip()))
    marked = markdown.plain(text) if markdown.is_markdown(text, item.name) else markdown.Plain(text, "", {})
    text, fields = marked.text, marked.fields
    found = clean_text(text, raw.title or fields.get("title", ""))
    if marked.foot:
        found.cuts = (*found.cuts, Cut(len(found.text), marked.foot, "after the article"))
    _stated(found, fields, marked.foot)
    whole_text = text.strip()
    enough = _ANY if raw.kind == "record" else _WORDS
    if not found.text.strip() and len(whole_text) <= _KEPT and enough.search(whole_text):
        # better a short text with its furniture than none
        return Cleaned(whole_text, found.title, note="no article could be told from what is around it: all is kept")
    return found


def _stated(found: Cleaned, fields: dict[str, str], foot: str) -> None:
    """What front matter says of an article comes before what its text tells; an outlet may sign at the foot."""
    found.title = fields.get("title") or found.title
    found.author = fields.get("author") or found.author
    found.url = fields.get("url") or found.url
    if fields.get("source"):
        found.source, found.source_note = fields["source"], "metadata"
    elif not found.source and (name := signature(foot)):
        found.source, found.source_note = name, "foot of the page"
    when, note = parse_given(fields.get("published"))
    if when is not None:
        found.published, found.published_from, found.published_note = when, "metadata", "front matter"
    elif note:
        found.published_note = found.published_note or note


def _outlet(raw: Raw, found: Cleaned, url: str) -> tuple[str, str]:
    """The outlet and how it is known."""
    if raw.source:
        return raw.source, raw.source_note or "given"
    if found.source:
        return found.source, found.source_note
    host = domain(url)
    return host, "address" if host else ""


def _published(raw: Raw, found: Cleaned, item: Item) -> tuple[datetime | None, str, str]:
    """Date, how it is known, and what it was read from, by the order of trust."""
    when, note = parse_given(raw.published, raw.dayfirst)
    if when is not None:
        return when, raw.published_from, raw.published_note
    if found.published is not None:
        return found.published, found.published_from, found.published_note
    note = note or found.published_note
    url = _original(raw.url or found.url)
    if url and (when := from_address(url)[0]) is not None:
        return when, "metadata", "URL"
    # the name of a file that holds many articles dates the export, not the articles
    alone = raw.kind == "page" and not raw.place
    if alone and (when := from_file_name(item.name)[0]) is not None:
        return when, "filename", "file name"
    return None, "", note

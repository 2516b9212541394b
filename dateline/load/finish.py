"""From Raw to Article: cleaning, date of publication, outlet, language, in one order for every format."""

from __future__ import annotations

from dateline import settings
from dateline.errors import RefusedError
from dateline.load import language
from dateline.load.article import Article
from dateline.load.clean.head import dateline
from dateline.load.clean.text import Cleaned, clean_text
from dateline.load.decode import tidy, whole
from dateline.load.formats import markdown
from dateline.load.published import from_address, from_file_name, parse_given
from dateline.load.source import Item, Raw


def finish(raw: Raw, item: Item, clean: bool) -> Article:
    """The article of a raw one. Raises RefusedError where it holds none or is too long."""
    name = raw.origin or item.name
    if len(raw.text) > (settings.PAGE_LIMIT if raw.html else settings.ARTICLE_LIMIT):
        limit = settings.PAGE_LIMIT if raw.html else settings.ARTICLE_LIMIT
        raise RefusedError(name, f"longer than {limit:,} characters", "split it into its articles", raw.place)
    found, text_form = _cleaned(raw, item) if clean else (_verbatim(raw), "")
    if clean and not found.text.strip():
        raise RefusedError(
            name, "no article found", "open the file to see what it holds, or load it without cleaning", raw.place
        )
    when, how, note = _published(raw, found, item)
    lang = language.given(raw.language) or language.language_of(found.text or raw.title)
    return Article(
        text=found.text, origin=name, place=raw.place, given_id=raw.given_id,
        title=raw.title or found.title, published=when, published_from=how, published_note=note,
        source=raw.source or found.source, author=raw.author or found.author, url=raw.url or found.url,
        language=lang, deck=raw.deck or found.deck, dateline=found.dateline, cuts=found.cuts, note=raw.note, cleaned=clean,
    )  # fmt: skip


def _verbatim(raw: Raw) -> Cleaned:
    if raw.html and raw.kind != "record":
        from dateline.load.clean.page import visible

        return Cleaned(whole(visible(raw.text)))
    return Cleaned(whole(raw.text))


def _cleaned(raw: Raw, item: Item) -> tuple[Cleaned, str]:
    if raw.html:
        from dateline.load.clean.page import clean_page

        return clean_page(raw.text, raw.url), "html"
    text = tidy(raw.text)
    if raw.kind == "body":
        return Cleaned(text.strip(), dateline=dateline(text.strip())), "text"
    fields: dict[str, str] = {}
    if markdown.is_markdown(text, item.name):
        text, fields = markdown.plain(text)
    found = clean_text(text, raw.title or fields.get("title", ""))
    found.title = fields.get("title") or found.title
    return found, "text"


def _published(raw: Raw, found: Cleaned, item: Item) -> tuple:
    """Date, how it is known, and what it was read from, by the order of trust."""
    when, note = parse_given(raw.published, raw.dayfirst)
    if when is not None:
        return when, raw.published_from, raw.published_note
    if found.published is not None:
        return found.published, found.published_from, found.published_note
    note = note or found.published_note
    url = raw.url or found.url
    if url and (when := from_address(url)[0]) is not None:
        return when, "metadata", "URL"
    if item.name and (when := from_file_name(raw.origin or item.name)[0]) is not None:
        return when, "filename", "file name"
    return None, "", note

"""HTML pages: a file an article, or an export of a news database that was saved as a page."""

from __future__ import annotations

import re

from dateline import settings
from dateline.load.decode import decode
from dateline.load.formats import export
from dateline.load.source import Item, Raw, Raws

_EXPORT = re.compile(r"factiva|nexis|DOCUMENTS?\b", re.I)

# what browsers write into a page that they save
_SAVED = re.compile(r"<!-- saved from url=\(\d{4}\)(https?://[^\s>]{1,2000}) -->")


def read_page(item: Item) -> Raws:
    """The page's markup, decoded."""
    data = item.bytes()
    if len(data) > settings.PAGE_LIMIT or _EXPORT.search(decode(data[:200_000])):
        from dateline.load.clean.page import visible

        text = visible(decode(data))
        if export.is_export(text):
            yield from export.articles(item.name, text)
            return
    text = decode(data)
    saved = _SAVED.search(text[:3000])
    yield Raw(text, html=True, url=saved.group(1) if saved else "")

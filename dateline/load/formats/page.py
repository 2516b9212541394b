"""HTML pages: a file an article."""

from __future__ import annotations

from dateline import settings
from dateline.load.decode import decode
from dateline.load.source import Item, Raw, Raws


def read_page(item: Item) -> Raws:
    """The page's markup, decoded."""
    yield Raw(decode(item.bytes(settings.PAGE_LIMIT)), html=True)

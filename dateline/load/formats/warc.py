"""WARC, packed or not: every page that was answered with 200, streamed record by record."""

from __future__ import annotations

from typing import Any

from dateline import settings
from dateline.errors import RefusedError
from dateline.load.decode import decode, known_encoding
from dateline.load.source import Item, Raw, Raws

_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(item: Item) -> Raws:
    """The pages of a web archive. A file that is cut short keeps what it holds; the page at the cut is marked."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    n = 0
    with item.open() as f:
        try:
            for record in ArchiveIterator(f):
                n += 1
                raw = _page(item, record, f"record {n}")
                if raw is not None:
                    yield raw
        except ArchiveLoadFailed as e:
            yield RefusedError(
                item.name, f"damaged after {n} records ({str(e)[:80]})", "copy the archive again", f"record {n + 1}"
            )
        except Exception as e:
            yield RefusedError(
                item.name,
                f"damaged after {n} records ({type(e).__name__})",
                "copy the archive again",
                f"record {n + 1}",
            )
    if not n:
        yield RefusedError(item.name, "the web archive holds no records", "copy it again")


def _page(item: Item, record: Any, place: str) -> Raw | RefusedError | None:
    if record.rec_type not in ("response", "resource", "conversion"):
        return None
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() not in ("200", "203"):
        return None
    kind = (headers or record.rec_headers).get_header("Content-Type") or ""
    media = kind.split(";")[0].strip().lower()
    plain = media == "text/plain" and record.rec_type == "conversion"
    if media not in _PAGES and not plain:
        return None
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    try:
        data = record.content_stream().read(settings.PAGE_LIMIT + 1)
    except Exception as e:
        return RefusedError(item.name, f"the page {url[:200]} is damaged ({type(e).__name__})", "fetch it again", place)
    if len(data) > settings.PAGE_LIMIT:
        return RefusedError(
            item.name, f"the page {url[:200]} is larger than {settings.PAGE_LIMIT:,} bytes", "load it alone", place
        )
    # a packed file that breaks off ends without an error: only the stated length tells
    cut = getattr(record.raw_stream, "limit", 0)
    note = "the archive breaks off in this page: its end is missing" if isinstance(cut, int) and cut > 0 else ""
    charset = kind.partition("charset=")[2].strip(" \"';")
    text = decode(data, known_encoding(charset))
    if not text.strip():
        return RefusedError(item.name, f"the page {url[:200]} is empty", "fetch it again", place)
    return Raw(text, place, html=not plain, url=url, note=note)

"""Clean an HTML page."""

from __future__ import annotations

from trafilatura import bare_extraction, html2txt

from dateline.load.clean.text import Cleaned


def clean_page(html: str, url: str = "") -> Cleaned:
    """The article of a page."""
    found = bare_extraction(html, url=url or None, favor_precision=True, include_comments=False, with_metadata=True)
    if found is None:
        return Cleaned()
    return Cleaned((found.text or "").replace("\n", "\n\n"), found.title or "", "", found.author or "", found.sitename or "", url=found.url or "")


def visible(html: str) -> str:
    """All text of a page that a reader sees, a block a line."""
    return html2txt(html)

"""PDF: the text of all pages, an article a file; what repeats at the edges of pages is left out."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable
from typing import Any, TypeVar

from dateline import settings
from dateline.errors import RefusedError
from dateline.load.formats import export, layout
from dateline.load.formats.layout import Line
from dateline.load.source import Item, Raw, Raws

_DIGITS = re.compile(r"\d+")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010\ufffe\x02]\n(?=[^\W\d_A-Z])")
_NO_TITLE = re.compile(
    r"^(?:microsoft word|untitled|document\d*|untitled-?\d*|.*\.(?:docx?|indd|pdf|qxp|pages|html?))\b", re.I
)
_EDGE = 3
_LARGEST = 15_000.0
"""Points that a page measures at most, by the format's own limit."""
T = TypeVar("T")


def read_pdf(item: Item) -> Raws:
    """The text layer of a PDF. Locked, scanned and broken files are refused, each with its reason."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(item.bytes())
    except pdfium.PdfiumError as e:
        if "assword" in str(e):
            raise RefusedError(
                item.name, "the PDF is locked and needs its password", "save a copy without password"
            ) from e
        raise RefusedError(item.name, "the PDF is damaged or cut short", "download or export it again") from e
    try:
        pages, laid, note = _pages(document)
        title = str(document.get_metadata_dict(skip_empty=True).get("Title", "")).strip("\x00 ")
    finally:
        document.close()
    text = "\n\n".join(pages)
    if len(re.findall(r"\w", text)) < 20:
        raise RefusedError(item.name, "the PDF is scanned and holds no text", "run text recognition (OCR) on it first")
    # the fields of an export stand in lines, which must not become paragraphs
    in_lines = _HYPHEN.sub("", text)
    if export.is_export(in_lines):
        lined = _HYPHEN.sub("", layout.lines_in_order(laid))
        yield from export.articles(item.name, lined if export.is_export(lined) else in_lines)
        return
    found = layout.blocks(laid)
    laid_out = "\n\n".join(b.text for b in found) or in_lines
    named = "" if _NO_TITLE.match(title) or len(title) < 8 else title
    if not named or _plain(named) not in _plain(laid_out):
        # a title that the page does not show is often that of a template
        named = layout.headline(found) or named
    yield Raw(laid_out, title=named, note=note)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _pages(document: Any) -> tuple[list[str], list[list[Line]], str]:
    """The text of the pages as the file has it, their lines with their places, and what went wrong."""
    start, pages, laid, note = time.monotonic(), [], [], ""
    count = len(document)
    for n in range(min(count, settings.PDF_PAGES)):
        try:
            page = document[n].get_textpage()
            pages.append(page.get_text_bounded().replace("\r\n", "\n"))
            laid.append(_lines(page))
        except Exception:  # a broken page costs itself only
            note = f"page {n + 1} could not be read"
        if time.monotonic() - start > settings.READ_SECONDS * 3:
            note = f"only the first {n + 1} of {count} pages were read: reading took too long"
            break
    if count > settings.PDF_PAGES:
        note = f"only the first {settings.PDF_PAGES} of {count} pages were read"
    lines = _without_running([[x for x in p.split("\n") if x.strip()] for p in pages], str)
    return ["\n".join(p) for p in lines], _without_running(laid, lambda x: x.text), note


def _lines(page: Any) -> list[Line]:
    pieces = []
    for i in range(page.count_rects()):
        left, bottom, right, top = page.get_rect(i)
        words = " ".join(page.get_text_bounded(left, bottom, right, top).split())
        # a damaged page may place its words anywhere
        if words and all(abs(v) < _LARGEST for v in (left, bottom, right, top)):
            pieces.append(Line(left, bottom, right, top, words))
    return layout.lines_of(pieces)


def _without_running(pages: list[list[T]], words: Callable[[T], str]) -> list[list[T]]:
    """Pages without the lines that stand at the head or foot of most pages (numbers aside), but for the first page:
    they may say outlet and date."""
    if len(pages) < 3:
        return pages
    key = lambda x: _DIGITS.sub("#", words(x).strip())  # noqa: E731
    edges = Counter(k for p in pages for k in {key(x) for x in (*p[:_EDGE], *p[-_EDGE:])})
    running = {k for k, n in edges.items() if n >= 3 and n * 2 >= len(pages)}
    return [
        [x for i, x in enumerate(p) if not n or key(x) not in running or _EDGE <= i < len(p) - _EDGE]
        for n, p in enumerate(pages)
    ]

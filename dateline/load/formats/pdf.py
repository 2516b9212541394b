"""PDF: the text of all pages, an article a file; what repeats at the edges of pages is left out."""

from __future__ import annotations

import re
import time
from collections import Counter

from dateline import settings
from dateline.errors import RefusedError
from dateline.load.formats import export
from dateline.load.source import Item, Raw, Raws

_DIGITS = re.compile(r"\d+")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010\ufffe\x02]\n(?=[^\W\d_A-Z])")
_NO_TITLE = re.compile(
    r"^(?:microsoft word|untitled|document\d*|untitled-?\d*|.*\.(?:docx?|indd|pdf|qxp|pages|html?))\b", re.I
)
_EDGE = 3


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
        pages, note = _pages(document)
        title = str(document.get_metadata_dict(skip_empty=True).get("Title", "")).strip("\x00 ")
    finally:
        document.close()
    text = "\n\n".join(pages)
    if len(re.findall(r"\w", text)) < 20:
        raise RefusedError(item.name, "the PDF is scanned and holds no text", "run text recognition (OCR) on it first")
    text = _HYPHEN.sub("", text)
    if export.is_export(text):
        yield from export.articles(item.name, text)
        return
    yield Raw(text, title="" if _NO_TITLE.match(title) or len(title) < 8 else title, note=note)


def _pages(document: object) -> tuple[list[str], str]:
    start, pages, note = time.monotonic(), [], ""
    count = len(document)
    for n in range(min(count, settings.PDF_PAGES)):
        try:
            pages.append(document[n].get_textpage().get_text_bounded())
        except Exception:  # a broken page costs itself only
            note = f"page {n + 1} could not be read"
        if time.monotonic() - start > settings.READ_SECONDS * 3:
            note = f"only the first {n + 1} of {count} pages were read: reading took too long"
            break
    if count > settings.PDF_PAGES:
        note = f"only the first {settings.PDF_PAGES} of {count} pages were read"
    return _without_running_lines([p.replace("\r\n", "\n") for p in pages]), note


def _without_running_lines(pages: list[str]) -> list[str]:
    """Pages without the lines that stand at the head or foot of most pages (numbers aside)."""
    if len(pages) < 3:
        return pages
    lines = [[x for x in p.split("\n") if x.strip()] for p in pages]
    edges = Counter(_DIGITS.sub("#", x.strip()) for ls in lines for x in {*ls[:_EDGE], *ls[-_EDGE:]})
    running = {x for x, n in edges.items() if n >= 3 and n * 2 >= len(pages)}
    out = []
    for ls in lines:
        keep = [
            x
            for i, x in enumerate(ls)
            if not (_DIGITS.sub("#", x.strip()) in running and (i < _EDGE or i >= len(ls) - _EDGE))
        ]
        out.append("\n".join(keep))
    return out

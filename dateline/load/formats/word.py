"""Word (.docx), OpenDocument text (.odt) and RTF: a file an article, or an export of a news database."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from lxml import etree

from dateline import settings
from dateline.errors import RefusedError
from dateline.load.decode import decode
from dateline.load.formats import export
from dateline.load.source import Item, Raw, Raws

_ODF = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_RULE = re.compile(r"^[ \t]*(={20,}|\*{20,}|#{20,}|_{20,})[ \t]*$", re.M)
_FEWEST = 60
"""Words of an article in a text of many."""
_RTF_LIMIT = 60_000_000


def read_docx(item: Item) -> Raws:
    """The paragraphs and tables of a Word file in order."""
    data = _checked(item)
    import docx

    try:
        document = docx.Document(BytesIO(data))
        parts = []
        for block in document.iter_inner_content():
            if hasattr(block, "rows"):
                parts += ["   ".join(dict.fromkeys(c.text.strip() for c in row.cells)) for row in block.rows]
            else:
                parts.append(block.text)
        title = (document.core_properties.title or "").strip()
    except Exception as e:
        raise RefusedError(
            item.name, f"the Word file is damaged ({e})"[:160], "open it in Word and save it again"
        ) from e
    yield from _text(item, "\n".join(parts), title)


def read_odt(item: Item) -> Raws:
    """The paragraphs and headings of an OpenDocument text."""
    with zipfile.ZipFile(BytesIO(_checked(item))) as z:
        xml = z.read("content.xml")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, recover=True)
    tree = etree.fromstring(xml, parser)
    parts = ["".join(e.itertext()) for e in tree.iter(f"{_ODF}p", f"{_ODF}h")] if tree is not None else []
    yield from _text(item, "\n".join(parts), "")


def read_rtf(item: Item) -> Raws:
    """The text of an RTF file."""
    from striprtf.striprtf import rtf_to_text

    data = item.bytes(_RTF_LIMIT)
    try:
        text = rtf_to_text(data.decode("latin-1"), errors="replace")
    except Exception as e:
        raise RefusedError(
            item.name, f"the RTF file is damaged ({e})"[:160], "open it in Word and save it as .docx"
        ) from e
    yield from _text(item, re.sub(r"[|]\n", "\n", text), "")


def read_plain(item: Item) -> Raws:
    """A plain text or Markdown file, which may be an export of a news database."""
    yield from _text(item, decode(item.bytes()), "")


def _text(item: Item, text: str, title: str) -> Raws:
    if export.is_export(text):
        yield from export.articles(item.name, text)
        return
    if not text.strip():
        raise RefusedError(item.name, "the document holds no text", "check that it is not only a picture")
    parts = _parted(text)
    if len(parts) > 1:
        yield from (Raw(p.strip("\n"), place=f"article {n}") for n, p in enumerate(parts, 1))
        return
    yield Raw(text, title=title)


def _parted(text: str) -> list[str]:
    """The articles of a text that lines of signs ('=====') part; the text itself where a part is too short for one."""
    if not any(c * 20 in text for c in "=*#_"):
        return [text]
    marks = [m.group(1) for m in _RULE.finditer(text)]
    if len(marks) < 2 or len({m[0] for m in marks}) > 1 or len(marks) > len(text) // 200:
        return [text]
    parts = [p for p in _RULE.split(text)[::2] if p.strip()]
    return parts if all(len(p.split()) >= _FEWEST for p in parts) else [text]


def _checked(item: Item) -> bytes:
    """The bytes of a zipped document whose parts do not unpack beyond the limits."""
    data = item.bytes()
    try:
        with zipfile.ZipFile(BytesIO(data)) as z:
            size = 0
            for info in z.infolist():
                if info.flag_bits & 1:
                    raise RefusedError(item.name, "the document is locked with a password", "save it without password")
                if info.filename.endswith(".xml"):
                    with z.open(info) as f:
                        while chunk := f.read(1 << 20):
                            size += len(chunk)
                            if size > settings.FILE_LIMIT:
                                limit = f"{settings.FILE_LIMIT:,}"
                                raise RefusedError(
                                    item.name, f"unpacks to more than {limit} bytes", "split the document"
                                )
    except RefusedError:
        raise
    except Exception as e:
        raise RefusedError(item.name, f"the document is damaged or cut short ({e})"[:160], "copy it again") from e
    return data

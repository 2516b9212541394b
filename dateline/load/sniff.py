# ruff: noqa: E501 (tables)
"""What a file is, told from its bytes. The extension decides only between forms that look alike."""

from __future__ import annotations

import io
import json
import re
import zipfile

from dateline.load.columns import by_name
from dateline.load.decode import decode
from dateline.load.formats.table import rows_of, separator
from dateline.load.source import Item

_HTML = re.compile(
    r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:div|article|p|table|script|meta|h1|section)[\s>]", re.I
)
_MAIL = re.compile(
    r"^(?:From|To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|Delivered-To|Content-Type|X-[\w-]+|"
    r"Reply-To|Cc|Sender|List-[\w-]+|DKIM-Signature|Authentication-Results|ARC-[\w-]+): ?\S?",
    re.I | re.M,
)
_MBOX = re.compile(r"From \S+.*\d{4}\r?\n[\w-]+: ")
_PAGE_PARTS = (".css", ".js", ".mjs", ".download", ".map", ".scss", ".ts")
_PICTURE = re.compile(
    r"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?(?:<!DOCTYPE svg[^>]{0,300}>\s*)?<svg[\s>]", re.I | re.S
)
_REFERENCES = re.compile(
    r"TY {2}- [A-Z]{3,6}\s|@(?:article|misc|book|online|inproceedings|newspaper)\s?\{[^\n]{1,80},\s*\n", re.I
)
_TEXT_NAMES = (".txt", ".text", ".md", ".markdown", ".log", "")
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"WARC/", "warc"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
)
# media and programs have no text to offer; one sentence each instead of letters out of noise
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"), (b"ID3", "a sound recording"), (b"OggS", "a sound recording"), (b"fLaC", "a sound recording"),
    (b"\x7fELF", "a program"), (b"MZ", "a program"), (b"SQLite format 3\x00", "a database"), (b"PAR1", "a Parquet file"),
    (b"wOFF", "a typeface"), (b"wOF2", "a typeface"), (b"\x00\x01\x00\x00\x00", "a typeface"), (b"OTTO", "a typeface"),
    (b"\x1aE\xdf\xa3", "a film"), (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
)  # fmt: skip


def kind(item: Item) -> str:
    """One of the keys of ``read.READERS`` or ``archive.OPENERS``; 'foreign:…' for what no reader can use, 'empty'."""
    head = item.head
    if not head.strip(b"\x00\t\n\r \xef\xbb\xbf"):
        return "empty"
    if head[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _zipped(item)
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return _gzipped(item) if name == "gzip" else _ole(item) if name == "ole" else name
    for magic, what in _FOREIGN:
        if head.startswith(magic):
            return f"foreign:{what}"
    if head[4:12] in (b"ftypisom", b"ftypmp42", b"ftypM4A ", b"ftypqt  "):
        return "foreign:a film or sound recording"
    if head.startswith(b"RIFF") and head[8:12] in (b"WAVE", b"AVI ", b"WEBP"):
        return "foreign:a picture, film or sound recording"
    at = head.find(b"%PDF-", 0, 1024)
    if at > 0:
        return "pdf"
    if len(head) > 262 and head[257:262] == b"ustar":
        return "tar"
    return _text(item)


def _zipped(item: Item) -> str:
    names: set[str] = set()
    mime = b""
    try:
        with item.open() as f, zipfile.ZipFile(f) as z:
            names = set(z.namelist())
            if "mimetype" in names:
                with z.open("mimetype") as m:
                    mime = m.read(80)
    except Exception:  # zipfile and zlib raise a dozen kinds on damaged archives
        mime = mime or (b"opendocument.text" if item.suffix == ".odt" else b"")
    if "word/document.xml" in names:
        return "docx"
    if any(n.startswith("xl/") for n in names):
        return "sheet"
    if "content.xml" in names and "mimetype" in names:
        return "odt" if b"opendocument.text" in mime else "sheet"
    if item.suffix in (".docx", ".xlsx", ".ods", ".xlsm", ".odt") and not names:
        return "docx" if item.suffix == ".docx" else "odt" if item.suffix == ".odt" else "sheet"
    return "zip"


def _gzipped(item: Item) -> str:
    import gzip

    try:
        with item.open() as f, gzip.GzipFile(fileobj=f) as g:
            inner = g.read(512)
    except (OSError, EOFError, ValueError):
        inner = b""
    except Exception:  # zlib.error is not an OSError
        inner = b""
    if inner.startswith(b"WARC/"):
        return "warc"
    if (len(inner) > 262 and inner[257:262] == b"ustar") or item.name.lower().endswith((".tar.gz", ".tgz")):
        return "tar"
    return "gzip"


def _ole(item: Item) -> str:
    """The old binary formats of Office share their first bytes; the name of the main stream tells them apart."""
    if item.suffix in (".doc", ".dot"):
        return "doc"
    with item.open() as f:
        data = f.read(2_000_000)
    if "WordDocument".encode("utf-16-le") in data:
        return "doc"
    if "__substg1.0_".encode("utf-16-le") in data:
        return "foreign:an Outlook message (.msg): save it as .eml"
    return "sheet"


def _text(item: Item) -> str:
    text = decode(item.head).lstrip("\ufeff")
    start = text.lstrip()
    if _binary(text):
        return "foreign:not text"
    if item.suffix in _PAGE_PARTS or _PICTURE.match(start):
        return "foreign:a script, style or drawing of a web page"
    if _REFERENCES.match(start):
        return "foreign:a list of references: export it as CSV, with abstracts or notes"
    if item.suffix in (".jsonl", ".ndjson", ".jl") and not start.startswith("<"):
        return "jsonl"
    if start.startswith("<"):
        found = _markup(start, item)
        if found:
            return found
    if start.startswith(("{", "[")):
        found = _json(start, item)
        if found:
            return found
    if _MBOX.match(start):
        return "mbox"
    if len(_MAIL.findall(start[:4000].split("\n\n")[0].replace("\r", ""))) >= 3 or item.suffix == ".eml":
        mhtml = "multipart/related" in start[:4000] and (".mht" in item.suffix or "Snapshot-Content-Location" in start)
        return "mhtml" if mhtml or item.suffix in (".mht", ".mhtml") else "mail"
    if item.suffix in (".csv", ".tsv", ".tab") or _table(text, item):
        return "table"
    if item.suffix not in (".txt", ".md", ".markdown") and len(_HTML.findall(text)) >= 3:
        return "html"
    return "text"


def _markup(start: str, item: Item) -> str:
    low = start[:4000].lower()
    if re.search(r"<rss[\s>]|<feed[\s>]|<rdf:rdf", low):
        return "feed"
    if _HTML.search(start[:20000]) or "<!--" in low[:10]:
        return "sheet" if item.suffix in (".xls", ".xlsx") and "<table" in start.lower() else "html"
    if low.startswith("<?xml"):
        return "sheet" if "urn:schemas-microsoft-com:office:spreadsheet" in low else "xml"
    return ""


def _json(start: str, item: Item) -> str:
    if start.startswith("["):
        return "json" if re.match(r"\[\s*[{\]]", start) or item.suffix == ".json" else ""
    line = start.split("\n", 1)[0].strip()
    try:
        whole = isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        whole = False
    if whole:
        return "jsonl" if "\n" in start.strip() or item.suffix != ".json" else "json"
    if re.match(r"\{\s*\"", start):
        return "json" if item.suffix == ".json" or re.match(r'\{\s*\n\s*"', start) or "\n" not in start else "jsonl"
    return "json" if item.suffix == ".json" else ""


def _table(text: str, item: Item) -> bool:
    """Whether a text of any name is a table: three rows of as many cells as the header, which names an article's text."""
    if item.suffix not in (*_TEXT_NAMES, ".xls", ".xlsx", ".dat"):
        return False
    sign = separator(text)
    if not sign:
        return False
    rows = [r for r in rows_of(io.StringIO(text[:20000]), sign) if isinstance(r.cells, list)][:5]
    if len(rows) < 2 or len(rows[0].cells) < 2 or any(len(c) > 60 for c in rows[0].cells):
        return False
    fields = by_name(rows[0].cells)
    same = sum(len(r.cells) == len(rows[0].cells) for r in rows)
    return "text" in fields and same >= 2 and (len(fields) >= 2 or item.suffix.startswith(".xls"))


def _binary(text: str) -> bool:
    """Whether a decoded beginning is noise: many controls or replacement characters."""
    sample = text[:4000]
    odd = sum(1 for c in sample if c == "\ufffd" or (c < " " and c not in "\t\n\r\f\v\x1b\x00\x1a\x02\x03"))
    return odd > len(sample) * 0.15

"""Bytes to text: the encoding is told from the bytes, mojibake is mended, what would break later steps is replaced.

Order, after what was measured on news pages: a byte order mark; UTF-16 without one; UTF-8; what the file declares;
cp1252 where it reads like Western text; else charset-normalizer.
"""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?i)(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:.-]{3,30})""")
_MOJIBAKE = re.compile("[ÃÂâ][\u0080-\u00bf\u2018-\u2026\u20ac\u2122]|â€|Ã\u00a0")
_SURROGATE = re.compile("[\ud800-\udfff]")
# C0 controls that carry no layout (NUL from UTF-16 read badly, backspaces of old terminals)
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_SAMPLE = 65_536


def _as_western(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler: bytes that are not UTF-8 are read as cp1252, so that one stray byte costs one character."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", "replace"), error.end


codecs.register_error("dateline_western", _as_western)


def decode(data: bytes, declared: str = "") -> str:
    """The text of a file, without its byte order mark; never raises. ``declared`` is an encoding named elsewhere."""
    name, skip = encoding_of(data, declared)
    return data[skip:].decode(name, "dateline_western" if name == "utf-8" else "replace")


def encoding_of(data: bytes, declared: str = "") -> tuple[str, int]:
    """The encoding of a file by its beginning (or all of it), and the length of its byte order mark."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name, len(bom)
    head = data[:_SAMPLE]
    if head.count(0) > len(head) // 5:
        wide = "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
        return wide, 0
    bad = _not_utf8(data)
    if not bad:
        return "utf-8", 0
    named = declared or _declared(head)
    if named and named not in ("utf-8", "ascii") and _fits(head, named):
        return named, 0
    # one wrong byte in a hundred non-ASCII ones is a broken file, not another encoding
    if bad * 20 < sum(b > 127 for b in head):
        return "utf-8", 0
    if _looks_western(head):
        return "cp1252", 0
    from charset_normalizer import from_bytes

    best = from_bytes(head).best()
    return (best.encoding if best else "cp1252"), 0


def _not_utf8(data: bytes) -> int:
    """How many bytes of the beginning cannot be UTF-8; 0 for a file that is, though it may end inside a character."""
    try:
        data.decode("utf-8")
        return 0
    except UnicodeDecodeError as e:
        if e.end >= len(data) and e.reason == "unexpected end of data":
            return 0
    return data[:_SAMPLE].decode("utf-8", "replace").count("\ufffd") or 1


def _declared(head: bytes) -> str:
    found = _DECLARED.search(head[:4096])
    return _known(found.group(1).decode("ascii", "replace")) if found else ""


def _known(name: str) -> str:
    try:
        name = codecs.lookup(name.strip().lower()).name
        # browsers read Latin-1 as cp1252, and so it is meant; codecs that are not text encodings are no answer
        b"a".decode(name)
    except (LookupError, UnicodeError, ValueError, TypeError):
        return ""
    return {"iso8859-1": "cp1252", "ascii": "utf-8", "gb2312": "gb18030", "gbk": "gb18030"}.get(name, name)


def known_encoding(name: str | None) -> str:
    """The codec that a declared name means, or '' where there is none: mail and the web name encodings freely."""
    return _known(name) if name else ""


def _fits(head: bytes, name: str) -> bool:
    try:
        head.decode(name)
    except UnicodeDecodeError as e:
        return e.end >= len(head) - 4
    except (LookupError, UnicodeError):
        return False
    return True


def _looks_western(head: bytes) -> bool:
    """Whether the bytes above 127 are mostly single letters and quotation marks inside Latin words."""
    high = [i for i, b in enumerate(head) if b > 127]
    if not high:
        return True
    alone = sum(
        1
        for i in high
        if (i == 0 or head[i - 1] < 128) and (i + 1 == len(head) or head[i + 1] < 128) and head[i] >= 0x91
    )
    return alone / len(high) > 0.7


def tidy(text: str) -> str:
    """Text as the cleaner wants it: newlines are \\n, no control characters, lone surrogates replaced, mojibake mended.

    Quotation marks stay as they are: ftfy's default straightens them, and quotations need them.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = CONTROLS.sub("", whole(text))
    if ("Ã" in text or "â" in text or "Â" in text) and _MOJIBAKE.search(text):
        from ftfy import TextFixerConfig, fix_encoding

        config = TextFixerConfig(uncurl_quotes=False, fix_latin_ligatures=False, fix_character_width=False)
        text = "\n".join(fix_encoding(line, config) if _MOJIBAKE.search(line) else line for line in text.split("\n"))
    return text


def whole(text: str) -> str:
    """The text with lone surrogates replaced by U+FFFD: they cannot be written as UTF-8."""
    return _SURROGATE.sub("\ufffd", text) if not text.isascii() else text

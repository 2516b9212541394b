"""Mail: one message (.eml), a mailbox (.mbox), and web pages saved as mail (.mhtml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from dateline import settings
from dateline.errors import RefusedError
from dateline.load.decode import decode, known_encoding
from dateline.load.source import Item, Raw, Raws

_FROM = re.compile(rb"From \S+.*\d\d:\d\d")
_REPLY = re.compile(r"^(?:re|fwd?|aw|wg|tr|rv)\s?:\s*", re.I)
_FORWARDED = re.compile(
    r"^[ \t>]*(?:-{2,} ?(?:Forwarded message|Original Message|Weitergeleitete Nachricht|Message transféré) ?-{2,}"
    r"|Begin forwarded message:)[ \t]*$",
    re.M | re.I,
)
_LINE = re.compile(r"^[ \t>*]*(From|Date|Sent|Subject|To|Cc):\*?[ \t]*(.+)$", re.M | re.I)
_HEADER = re.compile(r"(?:[\r\n]{0,6}[ \t>*]{0,20}(?:From|Date|Sent|Subject|To|Cc|Reply-To):[^\n]*\n)+", re.I)
_MESSAGE_LIMIT = 50_000_000


def read_mail(item: Item) -> Raws:
    """One message."""
    yield _one(item, item.bytes(_MESSAGE_LIMIT), "")


def read_mbox(item: Item) -> Raws:
    """The messages of a mailbox, one after another."""
    for n, data in enumerate(_messages(item), 1):
        place = f"message {n}"
        if len(data) > _MESSAGE_LIMIT:
            yield RefusedError(
                item.name, f"larger than {_MESSAGE_LIMIT:,} bytes", "load it as a file of its own", place
            )
            continue
        try:
            yield _one(item, data, place)
        except RefusedError as e:
            yield e
        except Exception as e:
            yield RefusedError(item.name, f"the message is damaged ({type(e).__name__})", "save it again", place)


def read_mhtml(item: Item) -> Raws:
    """The page in a web archive of one file."""
    message = message_from_bytes(item.bytes(settings.FILE_LIMIT))
    for part in message.walk():
        if part.get_content_type() == "text/html":
            url = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
            yield Raw(_content(part), html=True, url=url if url.startswith("http") else "")
            return
    raise RefusedError(item.name, "the web archive holds no page", "save the page as HTML")


def _one(item: Item, data: bytes, place: str) -> Raw:
    message = message_from_bytes(data)
    plain, markup, attached = "", "", 0
    for part in message.walk():
        if part.is_multipart():
            continue
        kind = part.get_content_type()
        if part.get_content_disposition() == "attachment":
            attached += 1
        elif kind == "text/html" and not markup:
            markup = _content(part)
        elif kind == "text/plain" and not plain:
            plain = _content(part)
    if not plain.strip() and not markup.strip():
        raise RefusedError(item.name, "the message holds no text", "load its attachments as files of their own", place)
    name, address = parseaddr(_header(message, "From"))
    when, note = _header(message, "Date"), "mail header"
    forwarded = _FORWARDED.search(plain[:4000])
    if forwarded:
        # what is read is the first message; who passed it on and when says nothing about it
        said = {k.casefold(): v.strip() for k, v in _LINE.findall(plain[forwarded.end() : forwarded.end() + 1500])}
        first = parseaddr(said.get("from", ""))
        if any(first):
            name, address = first
            when, note = said.get("date") or said.get("sent") or "", "header of the forwarded mail"
            plain = plain[_after(plain, forwarded.end()) :]
    # the plain part of a newsletter is often one line that tells to open the other part
    html = bool(markup) and len(plain) < 0.25 * len(re.sub(r"<[^<>]{0,2000}>", "", markup))
    return Raw(
        markup if html else plain, place, html, title=_REPLY.sub("", _header(message, "Subject")),
        published=_moment(when), published_from="metadata", published_note=note,
        source=name or address.rpartition("@")[2],
        note=f"{attached} attachments were not read: load them as files" if attached else "",
    )  # fmt: skip


def _after(text: str, start: int) -> int:
    """Where the lines of a forwarded header end."""
    found = _HEADER.match(text, start, start + 3000)
    return found.end() if found else start


def _moment(words: str) -> str:
    """A date as mail programs write it into a forwarded header, without the word before the clock."""
    return re.sub(r"\s(?:at|um|à|a las|alle)\s(?=\d)", " ", words)


def _header(message: Message, name: str) -> str:
    value = message.get(name)
    if value is None:
        return ""
    try:
        text = str(make_header(decode_header(str(value))))
    except Exception:  # unknown or wrong encodings in a header
        text = str(value)
    return " ".join(text.split())


def _content(part: Message) -> str:
    try:
        data = part.get_payload(decode=True)
    except Exception:
        data = None
    if not isinstance(data, bytes):
        payload = part.get_payload()
        return payload if isinstance(payload, str) else ""
    try:
        declared = part.get_content_charset()
    except Exception:
        declared = ""
    return decode(data, known_encoding(declared))


def _messages(item: Item) -> Iterator[bytes]:
    parts: list[bytes] = []
    size, blank = 0, True
    with item.open() as f:
        for line in f:
            if blank and _FROM.match(line[:200]) and parts:
                yield b"".join(parts)
                parts, size = [], 0
            elif not (blank and not parts and line.startswith(b"From ")):
                size += len(line)
                if size <= _MESSAGE_LIMIT + 1:
                    parts.append(line[1:] if line.startswith(b">From ") else line)
            blank = not line.strip()
    if parts:
        yield b"".join(parts)

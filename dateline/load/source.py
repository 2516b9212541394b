"""Source: what the reader gave. Item: one file of it, on disk or in memory. Raw: one article as it stands in a file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import IO, NamedTuple

from dateline import settings
from dateline.errors import RefusedError

HEAD = 65_536
"""Bytes of a file that are looked at to tell what it is."""


class Source(NamedTuple):
    """A file or folder on disk and the name that the reader knows it by."""

    path: Path
    name: str


@dataclass(slots=True)
class Item:
    """One file: its name, its bytes on disk (``path``) or in memory (``data``), the archives around it (``depth``)."""

    name: str
    path: Path | None = None
    data: bytes = b""
    depth: int = 0
    _head: bytes | None = field(default=None, repr=False)

    @property
    def head(self) -> bytes:
        """The first bytes, enough to tell the format."""
        if self._head is None:
            with self.open() as f:
                self._head = f.read(HEAD)
        return self._head

    @property
    def size(self) -> int:
        """Bytes."""
        return self.path.stat().st_size if self.path else len(self.data)

    @property
    def suffix(self) -> str:
        """The extension, lower case, with its dot; a hint only."""
        return Path(self.name).suffix.lower()

    def open(self) -> IO[bytes]:
        """A seekable binary stream from the first byte."""
        return self.path.open("rb") if self.path else io.BytesIO(self.data)

    def bytes(self, limit: int = settings.FILE_LIMIT) -> bytes:
        """All bytes; raises RefusedError where there are more than ``limit``."""
        if self.size > limit:
            raise RefusedError(self.name, f"the file is larger than {limit:,} bytes", "split it into smaller files")
        if not self.path:
            return self.data
        with self.path.open("rb") as f:
            return f.read()


@dataclass(slots=True)
class Raw:
    """One article as a reader of a format found it, before cleaning.

    ``text`` is plain text, or markup where ``html`` is true. ``kind`` says how much besides the article it may hold:
    'page' a whole page or file, 'record' the text field of a record (a row, a feed item), 'body' nothing else.
    The other fields are what the format says about the article; ``published`` may be a date or the words of one.
    """

    text: str
    place: str = ""
    html: bool = False
    kind: str = "page"
    given_id: str = ""
    title: str = ""
    published: datetime | str | None = None
    published_from: str = "given"
    published_note: str = ""
    source: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    deck: str = ""
    note: str = ""
    dayfirst: bool | None = None
    origin: str = ""
    source_note: str = ""

    def with_(self, **changes: object) -> Raw:
        """A copy with some fields changed."""
        return replace(self, **changes)


Raws = Iterator[Raw | RefusedError]

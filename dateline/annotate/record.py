"""Record: what annotation finds in one article, on its own, whatever else is in the pile and whenever it was published.

Worker processes return records, the ledger keeps them, ``dateline.resolve`` makes frames of them. A record holds plain
numbers and strings, so that it crosses processes and stays on disk cheaply. Offsets index the article's text.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import astuple, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Name:
    """A named mention. Mentions of one thing in this article share ``chain``; ``reason`` says why it is in it."""

    start: int
    end: int
    label: str
    chain: int = -1
    role: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A contiguous piece of quoted or reported content; pieces of one quotation share ``quote``.

    ``chain`` is the chain of the name that the speaker was resolved to, -1 when no name was found. ``resolved`` is one
    of ``schema.RESOLVED``, ``sure`` lies between 0 and 1.
    """

    quote: int
    start: int
    end: int
    kind: str
    cue_start: int = -1
    cue_end: int = -1
    speaker_start: int = -1
    speaker_end: int = -1
    chain: int = -1
    resolved: str = "unresolved"
    sure: float = 0.0


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and its meaning before the date of publication is known.

    ``meaning`` is what ``dateline.annotate.times.resolve`` needs to find value and interval; plain JSON values only.
    """

    start: int
    end: int
    type: str
    meaning: Any = None


@dataclass(frozen=True, slots=True)
class Record:
    """Everything found in one article, in reading order; ``sentences`` are (start, end) pairs that cover the text."""

    names: tuple[Name, ...] = field(default=())
    pieces: tuple[Piece, ...] = field(default=())
    times: tuple[Time, ...] = field(default=())
    sentences: tuple[tuple[int, int], ...] = field(default=())

    def pack(self) -> bytes:
        """Compressed JSON for the ledger; ``unpack`` gives an equal record."""
        rows = [[astuple(x) for x in part] for part in (self.names, self.pieces, self.times)]
        return zlib.compress(json.dumps([*rows, self.sentences], separators=(",", ":")).encode(), 1)

    @classmethod
    def unpack(cls, blob: bytes) -> Record:
        """The record that ``pack`` wrote."""
        names, pieces, times, sentences = json.loads(zlib.decompress(blob))
        return cls(_rows(Name, names), _rows(Piece, pieces), _rows(Time, times), tuple(tuple(s) for s in sentences))


def _rows(kind: type, rows: Iterable[list]) -> tuple:
    return tuple(kind(*r) for r in rows)

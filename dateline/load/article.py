"""Article: what loading makes of an input, and what annotation starts from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of text removed by cleaning: where it stood in the clean text, what it was, why it went."""

    position: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One loaded article; fields as in ``schema.ARTICLES``. Unknown text is '', an unknown date None.

    ``given_id`` is the id that the input gave, or ''. ``place`` says where in ``origin`` it stood (line, row, page).
    ``note`` is what the load report should say about it though it was loaded ("the file is cut short"), or ''.
    ``source_note`` is how the outlet is known, in a few words.
    ``cleaned`` is whether furniture was cut, so that more of it may be cut when the whole pile is known.
    """

    text: str
    origin: str = ""
    place: str = ""
    given_id: str = ""
    title: str = ""
    published: datetime | None = None
    published_from: str = ""
    published_note: str = ""
    source: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    deck: str = ""
    dateline: str = ""
    cuts: tuple[Cut, ...] = field(default=())
    note: str = ""
    cleaned: bool = False
    source_note: str = ""

    @property
    def content_hash(self) -> str:
        """32 hex digits over everything that makes two loaded articles the same: text, title, date, outlet, address.

        Not over origin and place: the same file under two names is one article.
        """
        when = self.published.isoformat() if self.published else ""
        parts = (self.given_id, self.title, self.text, when, self.source, self.author, self.url)
        return _digest(parts)

    @property
    def text_hash(self) -> str:
        """32 hex digits over what annotation reads: title, text and language (dates are resolved afterwards)."""
        return _digest((self.title, self.text, self.language))

    def to_json(self) -> str:
        """One line of JSON; ``from_json`` gives an equal article."""
        row = asdict(self) | {"published": self.published.isoformat() if self.published else None}
        return json.dumps({k: v for k, v in row.items() if v not in ("", None, [], (), False)}, ensure_ascii=False)

    @classmethod
    def from_json(cls, line: str) -> Article:
        """The article that ``to_json`` wrote."""
        row = json.loads(line)
        when = row.pop("published", None)
        cuts = tuple(Cut(**c) for c in row.pop("cuts", ()))
        row.setdefault("text", "")
        return cls(**row, cuts=cuts, published=datetime.fromisoformat(when) if when else None)

    def with_(self, **changes: object) -> Article:
        """A copy with some fields changed."""
        return replace(self, **changes)


def unique_ids(wanted: Sequence[str], hashes: Sequence[str]) -> list[str]:
    """A unique id an article, from the id that its input gave ('' none) and its content hash.

    Without a given id it is made from the content; a second bearer of an id, by content hash, gets a suffix.
    """
    wanted = [w or h[:12] for w, h in zip(wanted, hashes, strict=True)]
    first: dict[str, str] = {}
    for w, h in zip(wanted, hashes, strict=True):
        first[w] = min(first.get(w, h), h)
    out = []
    for w, h in zip(wanted, hashes, strict=True):
        own = first.get(w) == h
        if own:
            del first[w]
        out.append(w if own else f"{w}-{h[:6]}")
    return out


def _digest(parts: tuple[str, ...]) -> str:
    h = hashlib.blake2b(digest_size=16)
    for p in parts:
        h.update(p.encode("utf-8", "surrogatepass"))
        h.update(b"\x1f")
    return h.hexdigest()

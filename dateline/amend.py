"""What readers put right on articles: date, outlet, headline, byline, text put back or cut, articles removed.

Amendments lie over the loaded articles and never change them; each can be taken back. They hang on article ids, which
are made from the article as it was loaded. SQLite in WAL mode: two readers amending at once lose nothing.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dateline.errors import InputError, StoreError
from dateline.load.article import Article, Cut

FIELDS = ("title", "source", "author", "published", "body", "removed")
"""What can be amended. ``body`` is text and cuts together, ``removed`` takes the article out of the pile."""

_SCHEMA = """
create table if not exists amendments (id integer primary key, article_id text, field text, value text, at text);
create index if not exists by_article on amendments (article_id, field);
"""


class Amendments:
    """The amendments of one pile. The last one of an article's field holds; a value of None takes it back."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        try:
            self._db = sqlite3.connect(path, timeout=30, check_same_thread=False, isolation_level=None)
            self._db.execute("pragma journal_mode=wal")
            self._db.executescript(_SCHEMA)
        except sqlite3.DatabaseError as e:
            raise StoreError(f"{path} cannot be used ({e}): move it away; a new one is made") from e

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def set(self, article_ids: Iterable[str], field: str, value: Any) -> None:
        """Amend a field of articles: a text, an ISO date or '' for unknown, a dict for body, True for removed.

        None takes the amendment back. Raises InputError for another field or a date that is none.
        """
        if field not in FIELDS:
            raise InputError(f"{field!r} cannot be amended, only {', '.join(FIELDS)}")
        if field == "published" and value:
            try:
                datetime.fromisoformat(value)
            except ValueError as e:
                raise InputError(f"{value!r} is not a date: write it as 2025-03-01") from e
        now = datetime.now(UTC).isoformat(timespec="seconds")
        text = json.dumps(value, ensure_ascii=False)
        with self._lock:
            self._db.execute("begin immediate")
            self._db.executemany(
                "insert into amendments (article_id, field, value, at) values (?, ?, ?, ?)",
                [(i, field, text, now) for i in article_ids],
            )
            self._db.execute("commit")

    def set_body(self, article_id: str, text: str, cuts: Iterable[Cut]) -> None:
        """Keep another text of an article and what is cut from it."""
        self.set([article_id], "body", {"text": text, "cuts": [[c.position, c.text, c.reason] for c in cuts]})

    def now(self) -> dict[str, dict[str, Any]]:
        """Article id → field → value of all amendments that hold."""
        out: dict[str, dict[str, Any]] = defaultdict(dict)
        for article, field, value in self._db.execute("select article_id, field, value from amendments order by id"):
            got = json.loads(value)
            if got is None:
                out[article].pop(field, None)
            else:
                out[article][field] = got
        return {i: fields for i, fields in out.items() if fields}

    def of(self, article_id: str) -> dict[str, Any]:
        """Field → value of the amendments of one article that hold."""
        query = "select field, value from amendments where article_id = ? order by id"
        found = {field: json.loads(value) for field, value in self._db.execute(query, (article_id,))}
        return {field: value for field, value in found.items() if value is not None}

    @property
    def stamp(self) -> int:
        """Grows with every amendment."""
        return self._db.execute("select coalesce(max(id), 0) from amendments").fetchone()[0]


def amended(article: Article, changes: Mapping[str, Any]) -> Article | None:
    """The article with its amendments (field → value) applied; None when it was removed."""
    if changes.get("removed"):
        return None
    new: dict[str, Any] = {n: changes[n] for n in ("title", "source", "author") if n in changes}
    if "source" in changes:
        new["source_note"] = "set by hand"
    if "published" in changes:
        when = changes["published"]
        new["published"] = datetime.fromisoformat(when) if when else None
        new["published_from"] = "hand" if when else ""
        new["published_note"] = "set by hand"
    if "body" in changes:
        new["text"] = changes["body"]["text"]
        new["cuts"] = tuple(Cut(*c) for c in changes["body"]["cuts"])
    return article.with_(**new) if new else article

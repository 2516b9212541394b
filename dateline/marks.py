"""What readers note on articles: tags, stars, read, notes. Kept in the pile, shared by all who open it.

Marks hang on article ids, so that they survive new versions of the pile and corrected files. SQLite in WAL mode: two
readers marking at once lose nothing.
"""

from __future__ import annotations

import sqlite3
import threading
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from dateline.errors import StoreError
from dateline.lens import Marks

_SCHEMA = """
create table if not exists tags (article_id text, tag text, primary key (article_id, tag));
create table if not exists flags (article_id text, flag text, primary key (article_id, flag));
create table if not exists notes (article_id text primary key, note text not null);
"""
_LONGEST_TAG, _LONGEST_NOTE = 40, 10_000


class MarkBook:
    """The marks of one pile. ``stamp`` changes whenever anything was marked, by anyone."""

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

    @property
    def stamp(self) -> tuple[int, int]:
        """Equal stamps mean equal marks (as seen through this object)."""
        return self._db.execute("pragma data_version").fetchone()[0], self._db.total_changes

    def tag(self, article_ids: Iterable[str], tag: str) -> None:
        """Put a tag (a word or two, at most 40 characters) on articles."""
        clean = " ".join(tag.split())[:_LONGEST_TAG]
        if clean:
            self._many("insert or ignore into tags values (?, ?)", ((a, clean) for a in article_ids))

    def untag(self, article_ids: Iterable[str], tag: str) -> None:
        """Take a tag off articles."""
        self._many("delete from tags where article_id = ? and tag = ?", ((a, tag) for a in article_ids))

    def flag(self, article_ids: Iterable[str], flag: str, on: bool = True) -> None:
        """Set or lift a flag: ``read`` or ``starred``."""
        verb = (
            "insert or ignore into flags values (?, ?)" if on else "delete from flags where article_id = ? and flag = ?"
        )
        self._many(verb, ((a, flag) for a in article_ids))

    def write_note(self, article_id: str, note: str) -> None:
        """Keep a note on an article; an empty one is removed."""
        note = note.strip()[:_LONGEST_NOTE]
        if note:
            self._many("insert or replace into notes values (?, ?)", [(article_id, note)])
        else:
            self._many("delete from notes where article_id = ?", [(article_id,)])

    def note(self, article_id: str) -> str:
        """The note on an article, or ''."""
        row = self._db.execute("select note from notes where article_id = ?", (article_id,)).fetchone()
        return row[0] if row else ""

    def tags_of(self, article_id: str) -> list[str]:
        """The tags of an article, by name."""
        return [t for (t,) in self._db.execute("select tag from tags where article_id = ? order by tag", (article_id,))]

    def marks(self) -> Marks:
        """All tags and flags as the lens needs them."""
        tags: dict[str, set[str]] = defaultdict(set)
        for article, tag in self._db.execute("select article_id, tag from tags order by tag"):
            tags[tag].add(article)
        flags: dict[str, set[str]] = defaultdict(set)
        for article, flag in self._db.execute("select article_id, flag from flags"):
            flags[flag].add(article)
        return Marks({t: frozenset(a) for t, a in tags.items()}, frozenset(flags["read"]), frozenset(flags["starred"]))

    def _many(self, statement: str, rows: Iterable[tuple]) -> None:
        # one connection serves all visitors' threads: transactions must not interleave on it
        with self._lock:
            self._db.execute("begin immediate")
            try:
                self._db.executemany(statement, rows)
            except BaseException:
                self._db.execute("rollback")
                raise
            self._db.execute("commit")

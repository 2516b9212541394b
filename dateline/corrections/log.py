"""An append-only log of what readers decide, in SQLite: nothing is overwritten, an undo is an entry of its own.

Corrections of names use it, and whatever else readers put right one by one (a quotation's speaker, a topic's name): any
kind, any JSON data. WAL mode and one transaction an entry: two visitors writing at once lose nothing.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dateline.errors import StoreError

_SCHEMA = """
create table if not exists entries (
    id integer primary key autoincrement, kind text not null, data text not null, at text not null, visitor text not
    null
);
create index if not exists by_kind on entries (kind);
"""
_UNDO, _REDO = "undo", "redo"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its number, its kind, its data, when (UTC, ISO 8601) and by whom; ``undone`` if it was taken back."""

    id: int
    kind: str
    data: dict[str, Any]
    at: str
    by: str
    undone: bool = False


class Log:
    """The log of one pile. Safe to use from several threads and processes."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, timeout=30, check_same_thread=False, isolation_level=None)
            self._db.execute("pragma journal_mode=wal")
            self._db.execute("pragma synchronous=full")
            self._db.executescript(_SCHEMA)
        except (sqlite3.DatabaseError, OSError) as e:
            raise StoreError(f"{path} cannot be used ({e}): move it away; a new one is made") from e

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @property
    def version(self) -> int:
        """The number of the last entry, 0 when there is none."""
        with self._lock:
            return self._db.execute("select coalesce(max(id), 0) from entries").fetchone()[0]

    def version_of(self, kinds: Sequence[str]) -> int:
        """The number of the last entry of these kinds, or that took one of them back; 0 when there is none."""
        with self._lock:
            marks = ", ".join("?" * len(kinds))
            row = self._db.execute(
                f"""select coalesce(max(id), 0) from entries where kind in ({marks}) or (kind in (?, ?) and
                json_extract(data, '$.entry') in (select id from entries where kind in ({marks})))""",
                (*kinds, _UNDO, _REDO, *kinds),
            ).fetchone()
        return row[0]

    def add(self, kind: str, data: dict[str, Any], by: str = "") -> int:
        """Append an entry; returns its number."""
        return self.add_all([(kind, data)], by)[0]

    def add_all(self, entries: Sequence[tuple[str, dict[str, Any]]], by: str = "") -> list[int]:
        """Append several entries, all or none; returns their numbers."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._lock:
            self._db.execute("begin immediate")
            try:
                ids = [
                    self._db.execute(
                        "insert into entries (kind, data, at, visitor) values (?, ?, ?, ?)",
                        (kind, json.dumps(data, ensure_ascii=False), now, by),
                    ).lastrowid
                    for kind, data in entries
                ]
                self._db.execute("commit")
            except BaseException:
                self._db.execute("rollback")
                raise
        return [i for i in ids if i is not None]

    def entries(self, kinds: Sequence[str] = ()) -> list[Entry]:
        """The entries of these kinds (all where none is given), in order, each knowing whether it is undone."""
        with self._lock:
            rows = self._db.execute("select id, kind, data, at, visitor from entries order by id").fetchall()
        return _resolved(rows, kinds)

    def latest(self, kind: str, key: str) -> dict[Any, dict[str, Any]]:
        """For entries that set one thing each: the value of ``key`` in the data → the data that holds for it now."""
        return {e.data[key]: e.data for e in self.entries([kind]) if not e.undone and key in e.data}

    def undo(self, entry: int = 0, kinds: Sequence[str] = (), by: str = "") -> Entry | None:
        """Take back an entry, or the last one that holds (of one visitor, where ``by`` is given); None if there is
        none."""
        return self._flip(_UNDO, entry, kinds, by)

    def redo(self, entry: int = 0, kinds: Sequence[str] = (), by: str = "") -> Entry | None:
        """Let an undone entry hold again, or the one that was undone last; None if there is none."""
        return self._flip(_REDO, entry, kinds, by)

    def _flip(self, what: str, entry: int, kinds: Sequence[str], by: str) -> Entry | None:
        with self._lock:
            # read and write in one transaction: two visitors undoing at once take back two entries, not one twice
            self._db.execute("begin immediate")
            try:
                rows = self._db.execute("select id, kind, data, at, visitor from entries order by id").fetchall()
                found = [
                    e
                    for e in _resolved(rows, kinds)
                    if e.undone == (what == _REDO) and (not entry or e.id == entry) and (not by or e.by == by)
                ]
                if what == _REDO and found:
                    when = {json.loads(r[2])["entry"]: r[0] for r in rows if r[1] == _UNDO}
                    found.sort(key=lambda e: when.get(e.id, 0))
                if found:
                    now = datetime.now(UTC).isoformat(timespec="seconds")
                    row = (what, json.dumps({"entry": found[-1].id}), now, by)
                    self._db.execute("insert into entries (kind, data, at, visitor) values (?, ?, ?, ?)", row)
                self._db.execute("commit")
            except BaseException:
                self._db.execute("rollback")
                raise
        return found[-1] if found else None


def _resolved(rows: list[tuple], kinds: Sequence[str]) -> list[Entry]:
    undone: dict[int, bool] = {}
    for _, kind, data, _, _ in rows:
        if kind in (_UNDO, _REDO):
            undone[json.loads(data)["entry"]] = kind == _UNDO
    return [
        Entry(i, kind, json.loads(data), at, by, undone.get(i, False))
        for i, kind, data, at, by in rows
        if kind not in (_UNDO, _REDO) and (not kinds or kind in kinds)
    ]

"""Ledger: the work of a pile as it is done, in one SQLite file: articles loaded, inputs reported, records made.

Every row is committed as it comes, so that a build that is stopped or killed goes on where it was. Records are keyed
by the article's text and the way of reading (``annotate.pipeline.version``): no text is annotated twice in one way.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dateline.annotate.record import Record
from dateline.errors import StoreError
from dateline.load.article import Article

_SCHEMA = """
create table if not exists articles (hash text primary key, text_hash text not null, article text not null);
create table if not exists report (
    origin text, place text, outcome text, hash text, reason text, cure text, primary key (origin, place, hash, reason)
);
create table if not exists records (text_hash text, version text, record blob, primary key (text_hash, version));
"""


class Ledger:
    """One SQLite file in WAL mode: one process writes while others read. Usable as a context manager."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._db = sqlite3.connect(path, timeout=30, check_same_thread=False)
            self._db.execute("pragma journal_mode=wal")
            self._db.execute("pragma synchronous=normal")
            self._db.executescript(_SCHEMA)
        except sqlite3.DatabaseError as e:
            raise StoreError(f"{path} cannot be used ({e}): delete it, it holds only work that can be redone") from e

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was added is already on disk."""
        self._db.close()

    def copy(self, path: Path) -> None:
        """Copy everything into a new file."""
        target = sqlite3.connect(path)
        with target:
            self._db.backup(target)
        target.close()

    def clear(self) -> None:
        """Forget articles and report, keep the records: what a command line run starts from."""
        with self._db:
            self._db.execute("delete from articles")
            self._db.execute("delete from report")

    # -- articles -----------------------------------------------------------------------------------------------------

    def add(self, article: Article) -> bool:
        """Keep an article; false when the same article is there already."""
        with self._db:
            done = self._db.execute(
                "insert or ignore into articles values (?, ?, ?)",
                (article.content_hash, article.text_hash, article.to_json()),
            )
        return done.rowcount == 1

    def articles(self) -> Iterator[Article]:
        """All articles, ordered by content hash: the order does not depend on the order of loading."""
        for (line,) in self._db.execute("select article from articles order by hash"):
            yield Article.from_json(line)

    def remove(self, hashes: Iterable[str]) -> None:
        """Forget articles by content hash; their records stay, should they come back."""
        with self._db:
            self._db.executemany("delete from articles where hash = ?", ((h,) for h in hashes))

    # -- the load report ----------------------------------------------------------------------------------------------

    def report(self, origin: str, place: str, outcome: str, hash_: str = "", reason: str = "", cure: str = "") -> None:
        """Note what became of an input: ``outcome`` is loaded, duplicate or refused."""
        with self._db:
            row = (origin, place, outcome, hash_, reason, cure)
            self._db.execute("insert or replace into report values (?, ?, ?, ?, ?, ?)", row)

    def reported(self) -> list[dict[str, str]]:
        """The report's rows in order of their origin: origin, place, outcome, hash, reason, cure."""
        names = ("origin", "place", "outcome", "hash", "reason", "cure")
        rows = self._db.execute("select * from report order by rowid")
        return [dict(zip(names, r, strict=True)) for r in rows]

    # -- records ------------------------------------------------------------------------------------------------------

    def missing(self, articles: Sequence[Article], version: str) -> list[Article]:
        """The articles whose text has no record of this version yet; one article a text."""
        have = {h for (h,) in self._db.execute("select text_hash from records where version = ?", (version,))}
        todo: dict[str, Article] = {}
        for a in articles:
            if a.text_hash not in have:
                todo.setdefault(a.text_hash, a)
        return list(todo.values())

    def put(self, text_hash: str, version: str, blob: bytes | None) -> None:
        """Keep a packed record; None (its annotation crashed) is kept too, so that it is not tried for ever."""
        with self._db:
            self._db.execute("insert or replace into records values (?, ?, ?)", (text_hash, version, blob))

    def record(self, text_hash: str, version: str) -> Record | None:
        """The record of a text, or None where there is none or its annotation crashed."""
        row = self._db.execute(
            "select record from records where text_hash = ? and version = ?", (text_hash, version)
        ).fetchone()
        return Record.unpack(row[0]) if row and row[0] is not None else None

    def forget_other_versions(self, version: str) -> None:
        """Drop the records made in another way; they will not be read again."""
        with self._db:
            self._db.execute("delete from records where version <> ?", (version,))

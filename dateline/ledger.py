"""Ledger: the work of a pile as it is done, in one SQLite file: articles loaded, inputs reported, records made.

Records are committed as they come, articles and report rows together in batches, so that a build that is stopped or
killed goes on where it was and never shows half of a batch. Records are keyed
by the article's text and the way of reading (``annotate.draft.version``): no text is annotated twice in one way.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from dateline import settings
from dateline.annotate.record import Record
from dateline.errors import StoreError
from dateline.load.article import Article
from dateline.load.shingles import shingles, similarity

_SCHEMA = """
create table if not exists articles (
    hash text primary key, text_hash text not null, article text not null,
    origin text not null default '', place text not null default '', given_id text not null default '',
    batch text not null default ''
);
create table if not exists report (
    origin text, place text, outcome text, hash text, reason text, cure text, batch text not null default '',
    primary key (origin, place, hash, reason)
);
create table if not exists records (text_hash text, version text, record blob, primary key (text_hash, version));
"""


_INDEX = """
create index if not exists by_place on articles (origin, place);
create index if not exists by_given_id on articles (given_id);
create index if not exists by_hash on report (hash);
"""
_ALIKE = 0.6
"""Share of the shorter text that a corrected version must share with the older one."""


class Added(NamedTuple):
    """What became of an article: loaded or duplicate, the hash of the article that stands for it, and why."""

    outcome: str
    hash: str
    reason: str = ""


class Ledger:
    """One SQLite file in WAL mode: one process writes while others read. Usable as a context manager."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._db = sqlite3.connect(path, timeout=30, check_same_thread=False)
            self._db.execute("pragma journal_mode=wal")
            self._db.execute("pragma synchronous=normal")
            self._db.executescript(_SCHEMA)
            for table, columns in {"articles": {"origin", "place", "given_id", "batch"}, "report": {"batch"}}.items():
                have = {r[1] for r in self._db.execute(f"pragma table_info({table})")}
                for column in columns - have:
                    self._db.execute(f"alter table {table} add column {column} text not null default ''")
            self._db.executescript(_INDEX)
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

    @contextmanager
    def loading(self, batch: str = "") -> Iterator[Loading]:
        """Add articles and report rows in batches; what is not committed when an error or a kill comes is undone.

        ``batch`` says in which handing-in the inputs came: what is given again in another one is a duplicate, what is
        read again in the same one (after a kill) is not.
        """
        work = Loading(self._db, batch)
        try:
            yield work
        except BaseException:
            self._db.rollback()
            raise
        self._db.commit()

    def add(self, article: Article) -> bool:
        """Keep an article; false when the same article is there already."""
        with self._db:
            return _insert(self._db, article)

    def articles(self) -> Iterator[Article]:
        """All articles, ordered by content hash: the order does not depend on the order of loading."""
        for (line,) in self._db.execute("select article from articles order by hash"):
            yield Article.from_json(line)

    def kept(self) -> list[tuple[int, str, str]]:
        """Row number, content hash and given id of every article, in the order of ``articles``."""
        return self._db.execute("select rowid, hash, given_id from articles order by hash").fetchall()

    def at(self, rows: Sequence[int]) -> list[Article]:
        """The articles of these row numbers, in their order."""
        marks = ",".join("?" * len(rows))
        found = dict(self._db.execute(f"select rowid, article from articles where rowid in ({marks})", rows))
        return [Article.from_json(found[r]) for r in rows]

    def remove(self, hashes: Iterable[str]) -> None:
        """Forget articles by content hash; their records stay, should they come back."""
        with self._db:
            self._db.executemany("delete from articles where hash = ?", ((h,) for h in hashes))

    # -- the load report ----------------------------------------------------------------------------------------------

    def report(self, origin: str, place: str, outcome: str, hash_: str = "", reason: str = "", cure: str = "") -> None:
        """Note what became of an input: ``outcome`` is loaded, duplicate or refused."""
        with self._db:
            self._db.execute(_REPORT, (origin, place, outcome, hash_, reason, cure, ""))

    def reported(self) -> list[dict[str, str]]:
        """The report's rows in the order of loading: origin, place, outcome, hash, reason, cure, batch."""
        names = ("origin", "place", "outcome", "hash", "reason", "cure", "batch")
        rows = self._db.execute(f"select {', '.join(names)} from report order by rowid")
        return [dict(zip(names, r, strict=True)) for r in rows]

    # -- records ------------------------------------------------------------------------------------------------------

    def missing(self, text_hashes: Sequence[str], version: str) -> list[int]:
        """Where in ``text_hashes`` a text first stands that has no record of this version yet."""
        have = {h for (h,) in self._db.execute("select text_hash from records where version = ?", (version,))}
        first: dict[str, int] = {}
        for i, h in enumerate(text_hashes):
            if h not in have:
                first.setdefault(h, i)
        return list(first.values())

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

    def latest(self, text_hash: str) -> Record | None:
        """The record of a text that was made last, in whatever way of reading; None where there is none."""
        query = "select record from records where text_hash = ? and record is not null order by rowid desc limit 1"
        row = self._db.execute(query, (text_hash,)).fetchone()
        return Record.unpack(row[0]) if row else None

    def forget_other_versions(self, version: str) -> None:
        """Drop the records made in another way; they will not be read again."""
        with self._db:
            self._db.execute("delete from records where version <> ?", (version,))


class Records(Sequence[Record | None]):
    """The records of texts, in the order of ``text_hashes``; each is read from the ledger when it is asked for.

    Unpacked, the records of a pile take several times as much memory as its texts.
    """

    def __init__(self, ledger: Ledger, text_hashes: Sequence[str], version: str) -> None:
        self._ledger, self._hashes, self._version = ledger, text_hashes, version

    def __len__(self) -> int:
        return len(self._hashes)

    def __getitem__(self, i: int) -> Record | None:
        return self._ledger.record(self._hashes[i], self._version)


_REPORT = (
    "insert or replace into report (origin, place, outcome, hash, reason, cure, batch) values (?, ?, ?, ?, ?, ?, ?)"
)


def _insert(db: sqlite3.Connection, a: Article, batch: str = "") -> bool:
    done = db.execute(
        "insert or ignore into articles (hash, text_hash, article, origin, place, given_id, batch) "
        "values (?, ?, ?, ?, ?, ?, ?)",
        (a.content_hash, a.text_hash, a.to_json(), a.origin, a.place, a.given_id, batch),
    )
    return done.rowcount == 1


class Loading:
    """One run of loading. An article is kept once; a corrected version takes the place and the id of the older one.

    Corrected means: the same given id, or the same place in a file of the same name, and much the same text; and the
    older one came in an earlier run, for one file may hold two articles of one id.
    """

    def __init__(self, db: sqlite3.Connection, batch: str = "") -> None:
        self._db, self._batch = db, batch
        self._seen: set[str] = set()
        self._last = monotonic()

    def add(self, article: Article) -> Added:
        """Keep an article and its row of the report."""
        done = self._kept(article)
        self._seen.add(done.hash)
        if done.outcome == "loaded" and not done.reason and self._reported(article, done.hash):
            return done
        note = "; ".join(x for x in (article.note, done.reason) if x)
        self.report(article.origin, article.place, done.outcome, done.hash, note)
        return done

    def report(self, origin: str, place: str, outcome: str, hash_: str = "", reason: str = "", cure: str = "") -> None:
        """Note what became of an input, and commit when a batch is full."""
        self._db.execute(_REPORT, (origin, place, outcome, hash_, reason, cure, self._batch))
        if monotonic() - self._last > settings.BATCH_SECONDS:
            self._db.commit()
            self._last = monotonic()

    def _reported(self, a: Article, hash_: str) -> bool:
        """Whether this input has its row already: it was loaded in an earlier run."""
        query = "select 1 from report where origin = ? and place = ? and hash = ? and outcome = 'loaded'"
        return self._db.execute(query, (a.origin, a.place, hash_)).fetchone() is not None

    def _kept(self, a: Article) -> Added:
        own = a.content_hash
        held = self._db.execute("select origin, place, batch from articles where hash = ?", (own,)).fetchone()
        if held is None:
            older = self._older(a)
            if older is None:
                _insert(self._db, a, self._batch)
                return Added("loaded", own)
            old_hash, old = older
            if not a.given_id:
                a = a.with_(given_id=old.given_id or old_hash[:12])
                own = a.content_hash
                if own == old_hash:
                    return Added("loaded", own)
            self._db.execute("delete from articles where hash = ?", (old_hash,))
            self._db.execute("delete from report where hash = ?", (old_hash,))
            _insert(self._db, a, self._batch)
            return Added("loaded", own, "replaces its older version")
        if held[:2] == (a.origin, a.place) and own not in self._seen:
            same = held[2] == self._batch
            return Added("loaded", own) if same else Added("duplicate", own, "it was in the pile already")
        where = f"{held[0]}, {held[1]}" if held[1] else held[0]
        return Added("duplicate", own, f"the same article as {where}")

    def _older(self, a: Article) -> tuple[str, Article] | None:
        """The article of an earlier run that this one corrects."""
        rows = self._db.execute(
            "select hash, article from articles where origin = ? and place = ? union "
            "select hash, article from articles where given_id = ? and given_id <> '' order by hash",
            (a.origin, a.place, a.given_id),
        ).fetchall()
        for hash_, line in rows:
            if hash_ in self._seen:
                continue
            old = Article.from_json(line)
            if a.given_id and old.given_id and a.given_id != old.given_id and old.given_id != hash_[:12]:
                continue
            if not a.text.strip() or not old.text.strip():
                continue
            if similarity(shingles(a.text), shingles(old.text)) >= _ALIKE:
                return hash_, old
        return None

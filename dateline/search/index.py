"""Index: the words of a pile in SQLite's full-text search (FTS5), one file beside the frames, made once a version.

The file holds words only, not texts: what a hit looks like is cut from the article. ``Index.open`` makes it where it is
not there or was made from other frames; it is then only read, from any thread.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from dateline.corpus import Corpus
from dateline.errors import StoreError
from dateline.search.fold import indexed
from dateline.search.query import parse
from dateline.search.tree import ALL, EVERY, FIELDS, Query, written

FILE = "search.sqlite"
_VERSION = b"1"
_WEIGHTS = {"title": 4.0, "text": 1.0, "speaker": 1.0, "entity": 1.0, "outlet": 0.5, EVERY: 0.0}
"""What a word is worth in each field when hits are ranked."""
RANKED = 20_000
"""So many found articles are put in order of how well they fit, at most."""
_ALIASES = 12
"""Names that an entity is found under, the commonest."""
_APART = " \ue000 "
"""Stands between two names of a field, so that no phrase runs from one into the other (a private letter)."""
_SCHEMA = f"""
create virtual table words using fts5({", ".join((*FIELDS, EVERY))}, content='', prefix='3',
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'");
create virtual table places using fts5vocab(words, 'instance');
create table articles (row integer primary key, article_id text not null);
create table made_from (mark blob not null);
"""


class Index:
    """The index of a pile. ``ids``: the article_id of each row that it was made from."""

    def __init__(self, path: Path, ids: list[str]) -> None:
        self._path = path
        self._local = threading.local()
        self.ids = pd.Index(ids)
        self._aligned: tuple[Corpus, np.ndarray] | None = None

    @classmethod
    def open(cls, folder: Path, frames: Mapping[str, pd.DataFrame]) -> Index:
        """The index of a frames folder whose frames (articles, mentions, quotes, entities) are given.

        Raises StoreError where it can be neither read nor written.
        """
        path, mark = folder / FILE, _mark(frames)
        if _marked(path) != mark:
            build(path, frames, mark)
        return cls(path, frames["articles"].article_id.tolist())

    def matching(self, query: str | Query) -> np.ndarray:
        """Rows (int32, ascending) of the articles that a query finds. Raises QueryError for one that cannot be read."""
        rows = [r for (r,) in self._run("select rowid from words where words match ?", written(_tree(query)))]
        return np.sort(np.array(rows, np.int32))

    def ranked(self, query: str | Query) -> tuple[np.ndarray, np.ndarray]:
        """Rows that a query finds and their rank (float64, higher is better; BM25), in order of the rows.

        More than RANKED rows are not ranked (all 0): a word that stands in most articles tells none from another.
        """
        rows = self.matching(query)
        if len(rows) > RANKED:
            return rows, np.zeros(len(rows))
        weights = ", ".join(str(_WEIGHTS[c]) for c in (*FIELDS, EVERY))
        found = self._run(f"select rowid, bm25(words, {weights}) from words where words match ?", written(_tree(query)))
        table = np.array(found, np.float64).reshape(-1, 2)
        table = table[np.argsort(table[:, 0])]
        return table[:, 0].astype(np.int32), -table[:, 1]

    def times(self, word: str) -> tuple[np.ndarray, np.ndarray]:
        """Rows whose title or text holds a word (folded), and how often."""
        found = self._run(
            "select doc, count(*) from places where term = ? and col in ('title', 'text') group by doc order by doc",
            word,
        )
        table = np.array(found, np.int64).reshape(-1, 2)
        return table[:, 0].astype(np.int32), table[:, 1]

    def vocabulary(self, begins: str, length: tuple[int, int]) -> list[tuple[str, int]]:
        """Words of titles and texts (folded) with this beginning and between two lengths, and in how many articles."""
        # past every word with this beginning: no character stands after the last of Unicode
        found = self._run(
            "select term, doc from temp.vocabulary where term >= ? and term < ? and length(term) between ? and ?",
            begins, begins + "\U0010ffff", *length,
        )  # fmt: skip
        return [(t, n) for t, n in found if t.isalpha()]

    def rows_in(self, corpus: Corpus) -> np.ndarray:
        """The corpus row (int32) of each row of the index, -1 where the article has gone."""
        if self._aligned is None or self._aligned[0] is not corpus:
            self._aligned = (corpus, corpus.rows_by_id.get_indexer(self.ids).astype(np.int32))
        return self._aligned[1]

    def close(self) -> None:
        """Close this thread's connection."""
        if (db := getattr(self._local, "db", None)) is not None:
            db.close()
            self._local.db = None

    def _run(self, sql: str, *values: str | int) -> list[tuple]:
        db = getattr(self._local, "db", None)
        if db is None:
            # a connection belongs to its thread; the file never changes once it is there
            db = self._local.db = sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            db.execute("create virtual table temp.vocabulary using fts5vocab('main', 'words', 'row')")
        try:
            return db.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as e:
            raise StoreError(f"{self._path} cannot be searched ({e}): delete it, and it is made anew") from e


def build(path: Path, frames: Mapping[str, pd.DataFrame], mark: bytes = b"") -> None:
    """Make the index of some frames; it is complete before it has its name. Raises StoreError where it cannot."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.unlink(missing_ok=True)
    try:
        db = sqlite3.connect(temporary)
        try:
            db.execute("pragma journal_mode=off")
            db.execute("pragma synchronous=off")
            db.executescript(_SCHEMA)
            marks = ", ".join("?" * (len(FIELDS) + 2))
            db.executemany(f"insert into words (rowid, {', '.join((*FIELDS, EVERY))}) values ({marks})", _rows(frames))
            db.executemany("insert into articles values (?, ?)", enumerate(frames["articles"].article_id))
            db.execute("insert into words (words) values ('optimize')")
            db.execute("insert into made_from values (?)", (mark,))
            db.commit()
        finally:
            db.close()
        temporary.replace(path)
    except (sqlite3.Error, OSError) as e:
        temporary.unlink(missing_ok=True)
        raise StoreError(
            f"the search index {path} cannot be made ({e}): free some space, or make the folder writable"
        ) from e


def _rows(frames: Mapping[str, pd.DataFrame]) -> Iterator[tuple]:
    articles = frames["articles"]
    entities = dict(zip(frames["entities"].entity_id, frames["entities"].aliases, strict=True))
    quotes = frames["quotes"]
    names = _names(frames["mentions"], "entity_id", ("entity", "text"), entities)
    speakers = _names(quotes, "speaker_entity_id", ("speaker_entity", "speaker"), entities)
    for row, (i, title, text, outlet) in enumerate(
        zip(articles.article_id, articles.title, articles.text, articles.source, strict=True)
    ):
        said, named = speakers.get(i, ()), names.get(i, ())
        yield row, indexed(title), indexed(text), _list(said), _list(named), indexed(outlet), ALL


def _names(
    frame: pd.DataFrame, key: str, columns: tuple[str, str], aliases: Mapping[str, list[str]]
) -> dict[str, dict]:
    """By article: the names (keys of a dict, in order) of the entities that stand in some rows, under any alias."""
    out: dict[str, dict[str, None]] = {}
    rows = frame[["article_id", key, *columns]].drop_duplicates()
    for article, entity, *said in rows.itertuples(index=False):
        own = out.setdefault(article, {})
        own.update(dict.fromkeys(n for n in said if n))
        own.update(dict.fromkeys(aliases.get(entity, [])[:_ALIASES]))
    return out


def _list(names: Mapping[str, None] | tuple) -> str:
    return _APART.join(indexed(n) for n in names)


def _tree(query: str | Query) -> Query:
    return parse(query) if isinstance(query, str) else query


def _marked(path: Path) -> bytes:
    """What an index was made from; nothing where there is none or it is broken."""
    if not path.exists():
        return b""
    try:
        db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            return bytes(db.execute("select mark from made_from").fetchone()[0])
        finally:
            db.close()
    except (sqlite3.Error, TypeError):
        return b""


def _mark(frames: Mapping[str, pd.DataFrame]) -> bytes:
    """What an index of these frames is made from, in 16 bytes."""
    h = hashlib.blake2b(_VERSION, digest_size=16)
    for name, columns in (
        ("articles", ("article_id", "title", "text", "source")),
        ("mentions", ("article_id", "entity_id")),
        ("quotes", ("article_id", "speaker_entity_id", "speaker")),
        ("entities", ("entity_id", "entity")),
    ):
        for column in columns:
            h.update(pd.util.hash_array(frames[name][column].to_numpy(object), categorize=False).tobytes())
    return h.digest()

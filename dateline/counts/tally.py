"""Tally: how often each word and each name stands in each article, counted once a version of a pile and kept beside it.

A name counts under its entity, whatever it is called in the text, and its words do not count as words: "Ada Quill" and
"Quill" are one name, and neither ``ada`` nor ``quill`` is a word there. Only the body of an article counts, not its
headline. Function words and terms of a single article (in a large pile: of two) are left out.
"""

from __future__ import annotations

import hashlib
import os
import sys
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

    from dateline.corpus import Corpus

FILE = "tally.npz"
_LARGE = 2_000
WORD, NAME = 0, 1
"""Kinds of term."""


@dataclass(frozen=True)
class Tally:
    """Terms and their counts.

    ``keys``: the word, or the entity_id of a name; ``kind``: WORD or NAME; ``dull``: whether a term says little by
    itself (said, Monday); ``table``: scipy CSR, uint16, an article row × a term; ``times`` and ``articles``: how
    often a term stands in the whole pile, and in how many articles.
    """

    keys: np.ndarray
    kind: np.ndarray
    dull: np.ndarray
    table: csr_matrix
    times: np.ndarray
    articles: np.ndarray

    def sums(self, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """How often each term stands in the article rows, and in how many of them (int64 both)."""
        rows = np.asarray(rows, np.int64)
        # what is asked about half the pile and more is the whole less the rest
        if 2 * len(rows) > self.table.shape[0]:
            rest = np.ones(self.table.shape[0], bool)
            rest[rows] = False
            times, articles = self._sums(np.flatnonzero(rest))
            return self.times - times, self.articles - articles
        return self._sums(rows)

    def code_of(self, kind: int, key: str) -> int:
        """Number of a term, -1 where it is not counted."""
        at = np.flatnonzero((self.kind == kind) & (self.keys == key))
        return int(at[0]) if len(at) else -1

    def holding(self, code: int, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Which of the article rows (ascending) hold a term, and how often each (int64 both)."""
        at = np.flatnonzero(self.table.indices == code)
        article = np.searchsorted(self.table.indptr, at, side="right") - 1
        inside = np.zeros(self.table.shape[0], bool)
        inside[rows] = True
        keep = inside[article]
        return article[keep], self.table.data[at[keep]].astype(np.int64)

    def _sums(self, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        part = self.table[rows]
        once = np.ones(part.shape[0], np.int32)
        times = part.T @ once
        part.data = np.ones(len(part.data), np.int8)
        return times.astype(np.int64), (part.T @ once).astype(np.int64)


def count(articles: pd.DataFrame, mentions: pd.DataFrame) -> Tally:
    """Count a pile: ``articles`` and ``mentions`` as in the schema; the table has the articles' rows in their order."""
    from scipy import sparse

    from dateline.resolve import words
    from dateline.resolve.topics import english

    stop = words.stop_words(words.languages_of(list(articles.language)))
    said = words.count(_bodies(articles, mentions), stop)
    rows = pd.Index(articles.article_id).get_indexer(mentions.article_id)
    codes, ids = pd.factorize(mentions.entity_id, sort=True)
    keep = (rows >= 0) & (codes >= 0)
    names = sparse.coo_matrix(
        (np.ones(int(keep.sum()), np.float32), (rows[keep], codes[keep])), shape=(len(articles), len(ids))
    ).tocsr()
    table = sparse.hstack([said.table, names], "csr")
    table.data = np.minimum(table.data, 65_535).astype(np.uint16)
    keys = np.array([*said.vocabulary, *ids.tolist()], dtype=object)
    kind = np.repeat(np.array([WORD, NAME], np.int8), [len(said.vocabulary), len(ids)])
    often = np.flatnonzero(np.bincount(table.indices, minlength=len(keys)) >= _least(len(articles)))
    keys, kind, table = keys[often], kind[often], table[:, often]
    dull = np.array([k == WORD and w in english.FILLER for w, k in zip(keys, kind, strict=True)], bool)
    return _of(keys, kind, dull, table)


def load(folder: Path, articles: pd.DataFrame, mentions: pd.DataFrame) -> Tally:
    """The tally of a frames folder, its rows those of ``articles``; counted now, and kept, where it is not there."""
    found = stored(folder, articles, mentions)
    if found is None:
        found = count(articles, mentions)
        save(found, folder, _mark(articles, mentions))
    return found


def stored(folder: Path, articles: pd.DataFrame, mentions: pd.DataFrame) -> Tally | None:
    """The tally that is kept in a frames folder; None where there is none, or one of other articles."""
    from scipy import sparse

    try:
        with np.load(folder / FILE, allow_pickle=False) as f:
            if f["mark"].tobytes() != _mark(articles, mentions):
                return None
            keys = np.array(f["keys"].tobytes().decode("utf-8", "surrogatepass").split("\n"), dtype=object)
            shape = (len(articles), len(f["kind"]))
            table = sparse.csr_matrix((f["data"], f["indices"], f["indptr"]), shape=shape)
            return _of(keys[: shape[1]], f["kind"], f["dull"], table)
    except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile, zlib.error):
        return None  # not there, or cut short: counting again is the cure


def of_corpus(tally: Tally, ids: pd.Series, corpus: Corpus) -> Tally:
    """A tally whose rows are the articles ``ids`` with the rows of a corpus, and its names as they are there.

    Readers merge and split names; the words of the articles stay as they were counted.
    """
    from scipy import sparse

    order = pd.Index(ids).get_indexer(corpus.articles.article_id)
    known = corpus.mention_entity >= 0
    names = sparse.coo_matrix(
        (
            np.ones(int(known.sum()), np.int32),
            (corpus.mention_article[known], corpus.mention_entity[known]),
        ),
        shape=(len(corpus), len(corpus.entities)),
    ).tocsr()
    names.data = np.minimum(names.data, 65_535).astype(np.uint16)
    often = np.flatnonzero(np.bincount(names.indices, minlength=names.shape[1]) >= _least(len(corpus)))
    said = np.flatnonzero(tally.kind == WORD)
    keys = np.concatenate([tally.keys[said], corpus.entities.entity_id.to_numpy(object)[often]])
    kind = np.repeat(np.array([WORD, NAME], np.int8), [len(said), len(often)])
    dull = np.concatenate([tally.dull[said], np.zeros(len(often), bool)])
    return _of(keys, kind, dull, sparse.hstack([tally.table[order][:, said], names[:, often]], "csr"))


def save(tally: Tally, folder: Path, mark: bytes) -> None:
    """Keep a tally in a folder; ``mark`` says what it was counted from."""
    temporary = folder / f".{FILE}.{os.getpid()}"
    try:
        with temporary.open("wb") as f:
            np.savez(
                f,
                mark=np.frombuffer(mark, np.uint8),
                keys=np.frombuffer("\n".join(tally.keys).encode("utf-8", "surrogatepass"), np.uint8),
                kind=tally.kind,
                dull=tally.dull,
                data=tally.table.data,
                indices=tally.table.indices,
                indptr=tally.table.indptr,
            )
        temporary.replace(folder / FILE)
    except OSError:
        temporary.unlink(missing_ok=True)  # a folder that cannot be written: it will be counted again


def _least(articles: int) -> int:
    """In how many articles a term must stand to be kept."""
    return 2 if articles < _LARGE else 3


def _of(keys: np.ndarray, kind: np.ndarray, dull: np.ndarray, table: csr_matrix) -> Tally:
    articles = np.bincount(table.indices, minlength=len(keys)).astype(np.int64)
    times = np.bincount(table.indices, weights=table.data, minlength=len(keys)).astype(np.int64)
    return Tally(keys, kind, dull, table, times, articles)


def _bodies(articles: pd.DataFrame, mentions: pd.DataFrame) -> Iterator[str]:
    """Texts with their names cut out."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for article, start, end in zip(mentions.article_id, mentions.start, mentions.end, strict=True):
        spans.setdefault(article, []).append((start, end))
    for article, text in zip(articles.article_id, articles.text, strict=True):
        if article not in spans:
            yield text
            continue
        parts, at = [], 0
        for start, end in sorted(spans[article]):
            parts.append(text[at : max(start, at)])
            at = max(end, at)
        yield " | ".join([*parts, text[at:]])


def _mark(articles: pd.DataFrame, mentions: pd.DataFrame) -> bytes:
    """What a tally was counted from, in 16 bytes."""
    h = hashlib.blake2b(digest_size=16)
    for values in (articles.article_id, articles.text, articles.language, mentions.entity_id):
        h.update(pd.util.hash_array(values.to_numpy(object), categorize=False).tobytes())
    h.update(mentions.start.to_numpy(np.int64).tobytes())
    return h.digest()


if __name__ == "__main__":
    # a process of its own for a pile that has no tally yet: the lists of function words come with spaCy, which the
    # server's process must not carry
    from dateline import store

    _frames, _ = store.read(Path(sys.argv[1]))
    load(Path(sys.argv[1]), _frames["articles"], _frames["mentions"])

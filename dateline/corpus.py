"""Corpus: the frames of one pile in memory, read-only, with the integer codes and sorted index that pages count with.

Strings are compared once, here; afterwards a page works on small integers. Articles are numbered by their row, which is
the reading order (by date of publication, undated last). Mentions, quotations and times stand in the same order, so
that those of one article are a slice; those of one entity are a slice of ``by_entity``.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from dateline import schema, store

UNDATED = np.iinfo(np.int32).min
"""Day number of an article without a date of publication."""


@dataclass(frozen=True)
class Index:
    """Rows grouped by a code: ``rows[starts[c]:starts[c + 1]]`` are the rows with code c, in ascending order."""

    rows: np.ndarray
    starts: np.ndarray

    @classmethod
    def of(cls, codes: np.ndarray, size: int) -> Index:
        """The index of an integer array with values -1 (left out) to size - 1."""
        order = np.argsort(codes, kind="stable").astype(np.int32)
        starts = np.searchsorted(codes[order], np.arange(size + 1)).astype(np.int64)
        return cls(order, starts)

    def of_code(self, code: int) -> np.ndarray:
        """The rows with this code, ascending."""
        return self.rows[self.starts[code] : self.starts[code + 1]]

    def of_codes(self, codes: np.ndarray | list[int]) -> np.ndarray:
        """The rows with any of these codes, ascending."""
        if len(codes) == 0:
            return np.empty(0, np.int32)
        return np.sort(np.concatenate([self.of_code(c) for c in codes]))


class Corpus:
    """The frames of one pile. Shared by all visitors: nothing here may be written to.

    Frames (see ``dateline.schema``): articles, mentions, quotes, times, entities, topics, leaves, copies, cuts, report;
    ``manifest`` is the dict of manifest.json. Integer arrays (int32), a row of the frame each:

    - ``day``: day of publication as days since 1970-01-01, ``UNDATED`` where unknown; ascending, undated last
    - ``outlet``, ``story``: codes of an article, names in ``outlets``, ``stories``; ``topic``, ``theme``: ids, -1 none
    - ``mention_article``, ``mention_entity``; ``quote_article``, ``quote_speaker`` (-1 unresolved); ``time_article``
    """

    def __init__(
        self, frames: Mapping[str, pd.DataFrame], manifest: Mapping[str, Any], folder: Path | None = None
    ) -> None:
        self.manifest = dict(manifest)
        self.folder = folder
        rows = _reading_order(frames["articles"])
        self.articles = frames["articles"].iloc[rows].reset_index(drop=True)
        self.rows_by_id = pd.Index(self.articles.article_id)
        self.entities = frames["entities"].reset_index(drop=True)
        self.entities_by_id = pd.Index(self.entities.entity_id)
        self.topics = frames["topics"].reset_index(drop=True)
        self.leaves = frames["leaves"] if "leaves" in frames else schema.empty("leaves")
        self.copies = frames["copies"] if "copies" in frames else schema.empty("copies")
        self.report = frames["report"]
        self.mentions, self.mention_article = self._in_order(frames["mentions"])
        self.quotes, self.quote_article = self._in_order(frames["quotes"])
        self.times, self.time_article = self._in_order(frames["times"])
        self.cuts, self.cut_article = self._in_order(frames["cuts"], by="position")
        self.day = _days(self.articles.published)
        self.outlet, self.outlets = _codes(self.articles.source)
        self.story, self.stories = _codes(self.articles.story_id)
        self.topic = self.articles.topic_id.to_numpy(np.int32)
        self.theme = self.articles.theme_id.to_numpy(np.int32)
        self.mention_entity = self._entity_codes(self.mentions.entity_id)
        self.quote_speaker = self._entity_codes(self.quotes.speaker_entity_id)

    def __len__(self) -> int:
        return len(self.articles)

    @property
    def dated(self) -> int:
        """How many articles have a date of publication; they stand first."""
        return int(np.searchsorted(self.day == UNDATED, True))

    @property
    def span(self) -> tuple[int, int] | None:
        """First and last day of publication, None when no article is dated."""
        return (int(self.day[0]), int(self.day[self.dated - 1])) if self.dated else None

    @cached_property
    def by_entity(self) -> Index:
        """Mention rows by entity code."""
        return Index.of(self.mention_entity, len(self.entities))

    @cached_property
    def by_speaker(self) -> Index:
        """Quote rows by entity code of the speaker."""
        return Index.of(self.quote_speaker, len(self.entities))

    @cached_property
    def quotation(self) -> np.ndarray:
        """The number (int32) of the quotation that each quote row is a piece of; numbers grow in reading order."""
        return pd.factorize(self.quotes.quote_id)[0].astype(np.int32)

    @cached_property
    def quote_first(self) -> np.ndarray:
        """The row (int64) of the first piece of each quotation, by its number."""
        return np.unique(self.quotation, return_index=True)[1]

    @cached_property
    def by_quotation(self) -> Index:
        """Quote rows by the number of their quotation."""
        return Index.of(self.quotation, len(self.quote_first))

    @cached_property
    def quotations_by_id(self) -> pd.Index:
        """The quote ids, by the number of the quotation."""
        return pd.Index(self.quotes.quote_id.iloc[self.quote_first])

    @cached_property
    def quote_kind(self) -> np.ndarray:
        """Code of a quote row's kind (int8), its place in ``schema.KINDS``."""
        return pd.Index(schema.KINDS).get_indexer(self.quotes.kind).astype(np.int8)

    @cached_property
    def quote_resolved(self) -> np.ndarray:
        """Code of how a quote row's speaker is known (int8), its place in ``schema.KNOWN_BY``."""
        return pd.Index(schema.KNOWN_BY).get_indexer(self.quotes.resolved).astype(np.int8)

    @cached_property
    def quote_echo(self) -> np.ndarray:
        """Code of a quote row's echo (int32; the same words elsewhere), -1 where it has none; names in ``echo_ids``."""
        return self._echoes[0]

    @cached_property
    def echo_ids(self) -> pd.Index:
        """The echo ids, by code."""
        return self._echoes[1]

    @cached_property
    def _echoes(self) -> tuple[np.ndarray, pd.Index]:
        codes, names = pd.factorize(self.quotes.echo_id.where(self.quotes.echo_id != ""), sort=True)
        return codes.astype(np.int32), pd.Index(names, dtype="str")

    @cached_property
    def quote_elsewhere(self) -> np.ndarray:
        """In how many other articles the words of each quote row stand (int64)."""
        has = self.quote_echo >= 0
        out = np.zeros(len(has), np.int64)
        if has.any():
            pairs = np.unique(self.quote_echo[has].astype(np.int64) * len(self) + self.quote_article[has])
            out[has] = np.bincount(pairs // len(self))[self.quote_echo[has]] - 1
        return out

    @cached_property
    def entity_articles(self) -> Index:
        """Article rows by entity code, each article once."""
        pairs = np.unique(self.mention_entity.astype(np.int64) * (len(self) + 1) + self.mention_article)
        pairs = pairs[pairs >= 0]
        entity, article = np.divmod(pairs, len(self) + 1)
        return Index(article.astype(np.int32), np.searchsorted(entity, np.arange(len(self.entities) + 1)))

    def with_quotes(self, quotes: pd.DataFrame) -> Corpus:
        """The same corpus with other speakers: ``quotes`` has the same rows in the same order."""
        other = copy(self)
        for name in ("by_speaker", "quote_resolved"):
            other.__dict__.pop(name, None)
        other.quotes = quotes
        other.quote_speaker = other._entity_codes(quotes.speaker_entity_id)
        return other

    def rows_of(self, frame: str, article: int) -> slice:
        """Where the mentions, quotes, times or cuts of an article row stand in their frame."""
        codes = {
            "mentions": self.mention_article,
            "quotes": self.quote_article,
            "times": self.time_article,
            "cuts": self.cut_article,
        }[frame]
        # of the array's own type: else all of it is copied to be compared
        ends = np.searchsorted(codes, np.array([article, article + 1], codes.dtype))
        return slice(int(ends[0]), int(ends[1]))

    def article_row(self, article_id: str) -> int:
        """Row of an article id, -1 when it is not in the pile."""
        return int(self.rows_by_id.get_indexer([article_id])[0])

    def entity_code(self, entity_id: str) -> int:
        """Code of an entity id, -1 when it is not in the pile."""
        return int(self.entities_by_id.get_indexer([entity_id])[0])

    def with_topics(self, articles: pd.DataFrame, topics: pd.DataFrame) -> Corpus:
        """The same pile with other topics: ``articles`` are these articles, row by row, in new columns of topics.

        All else is shared, so that a renamed topic does not cost what opening the pile does.
        """
        out = copy(self)
        out.articles, out.topics = articles, topics.reset_index(drop=True)
        out.topic = articles.topic_id.to_numpy(np.int32)
        out.theme = articles.theme_id.to_numpy(np.int32)
        return out

    def _in_order(self, frame: pd.DataFrame, by: str = "start") -> tuple[pd.DataFrame, np.ndarray]:
        codes = self.rows_by_id.get_indexer(frame.article_id).astype(np.int32)
        if len(codes) and ((codes[1:] < codes[:-1]).any() or codes[0] < 0):
            order = np.lexsort((frame[by], codes))
            order = order[codes[order] >= 0]
            frame, codes = frame.iloc[order], codes[order]
        return frame.reset_index(drop=True), codes

    def _entity_codes(self, ids: pd.Series) -> np.ndarray:
        return self.entities_by_id.get_indexer(ids).astype(np.int32)


def load(folder: Path) -> Corpus:
    """The corpus of a frames folder; raises StoreError as ``store.read`` does."""
    frames, manifest = store.read(folder)
    return Corpus(frames, manifest, folder)


def empty() -> Corpus:
    """A corpus without articles."""
    return Corpus({name: schema.empty(name) for name in schema.FRAMES}, {})


def _days(published: pd.Series) -> np.ndarray:
    days = published.dt.floor("D").to_numpy().astype("datetime64[D]")
    return np.where(np.isnat(days), UNDATED, days.astype(np.int64)).astype(np.int32)


def _reading_order(articles: pd.DataFrame) -> np.ndarray:
    return np.lexsort((articles.article_id.to_numpy(object), articles.published.to_numpy().astype("datetime64[us]")))


def _codes(values: pd.Series) -> tuple[np.ndarray, pd.Index]:
    codes, names = pd.factorize(values, sort=True)
    return codes.astype(np.int32), pd.Index(names)

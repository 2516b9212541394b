"""The events of a lane: where the thing that a timeline follows is mentioned, or beside which times it stands.

On the happened clock the times of an entity are those in the sentences that mention it; of an outlet or a topic, all in
its articles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np

from dateline.corpus import Corpus, Index
from dateline.counts.periods import LONGEST, Periods

CLOCKS = ("published", "happened")
KINDS = ("all", "entity", "outlet", "topic", "theme")


class Lane(NamedTuple):
    """What a lane follows: a kind of ``KINDS`` and a code: entity code, outlet code, topic or theme id."""

    kind: str = "all"
    code: int = -1


@dataclass(frozen=True, slots=True)
class Events:
    """The events of a lane, parallel int arrays: article row; day (its middle) and length in days; ``row`` in mentions
    (published clock, entities; else -1) or in times (happened clock); ``undated``: articles without a date."""

    article: np.ndarray
    day: np.ndarray
    length: np.ndarray
    row: np.ndarray
    undated: int = 0

    def on_day_of(self, corpus: Corpus) -> np.ndarray:
        """Which times are the day on which their own article was published (bool); datelines and "on Tuesday" are."""
        return (self.length == 1) & (self.day == corpus.day[self.article])

    def kept(self, keep: np.ndarray) -> Events:
        """Those marked in ``keep`` (bool)."""
        return Events(self.article[keep], self.day[keep], self.length[keep], self.row[keep], self.undated)

    def periods_in(self, periods: Periods) -> np.ndarray:
        """The period of each event, -1 outside and for what is coarser than the periods."""
        return np.where(self.length <= LONGEST[periods.grain], periods.of(self.day), np.int32(-1))


def events_of(corpus: Corpus, inside: np.ndarray, lane: Lane, clock: str) -> Events:
    """The events of a lane among the articles marked in ``inside`` (bool by article row)."""
    return _happened(corpus, inside, lane) if clock == "happened" else _published(corpus, inside, lane)


def _published(corpus: Corpus, inside: np.ndarray, lane: Lane) -> Events:
    if lane.kind == "entity":
        row = corpus.by_entity.of_code(lane.code)
        article = corpus.mention_article[row]
        keep = inside[article]
        row, article = row[keep], article[keep]
        undated = len(np.unique(article[article >= corpus.dated]))
    else:
        article = np.flatnonzero(inside & _of(corpus, lane)).astype(np.int32)
        row = np.full(len(article), -1, np.int32)
        undated = int((article >= corpus.dated).sum())
    dated = article < corpus.dated
    article = article[dated]
    return Events(article, corpus.day[article], np.ones(len(article), np.int32), row[dated], undated)


def _happened(corpus: Corpus, inside: np.ndarray, lane: Lane) -> Events:
    clock = _clock(corpus)
    if lane.kind == "entity":
        k = clock.by_entity.of_code(lane.code)
        k = k[inside[clock.article[k]]]
    else:
        k = np.flatnonzero((inside & _of(corpus, lane))[clock.article])
    return Events(clock.article[k], clock.day[k], clock.length[k], clock.row[k])


def _of(corpus: Corpus, lane: Lane) -> np.ndarray:
    """Which article rows belong to a lane that is no entity."""
    if lane.kind == "all":
        return np.ones(len(corpus), bool)
    if lane.kind == "outlet":
        return corpus.outlet == lane.code
    if lane.kind == "topic":
        return corpus.topic == lane.code
    if lane.kind == "theme":
        return corpus.theme == lane.code
    raise ValueError(f"{lane.kind!r} is not one of {', '.join(KINDS)}")


class _Clock(NamedTuple):
    """The times of a corpus that name calendar time, by article, then by day, so that what counts them meets no double
    out of order; ``by_entity``: those in the sentences that mention an entity, each once."""

    row: np.ndarray
    article: np.ndarray
    day: np.ndarray
    length: np.ndarray
    by_entity: Index


_clocks: WeakKeyDictionary[Corpus, _Clock] = WeakKeyDictionary()


def _clock(corpus: Corpus) -> _Clock:
    """Made once a corpus."""
    if corpus not in _clocks:
        times = corpus.times
        row = np.flatnonzero(times.earliest.notna().to_numpy()).astype(np.int32)
        first, last = (
            times[c].to_numpy()[row].astype("datetime64[D]").astype(np.int64) for c in ("earliest", "latest")
        )
        middle, length = ((first + last) // 2).astype(np.int32), (last - first + 1).astype(np.int32)
        order = np.lexsort((middle, corpus.time_article[row]))
        row = row[order]
        by_entity = _beside(corpus, row)
        _clocks[corpus] = _Clock(row, corpus.time_article[row], middle[order], length[order], by_entity)
    return _clocks[corpus]


def _beside(corpus: Corpus, row: np.ndarray) -> Index:
    """The positions in ``row`` (time rows) that stand in a sentence with each entity, ascending."""
    key = _sentences(corpus.time_article[row], corpus.times.sentence_start.to_numpy()[row])
    order = np.argsort(key, kind="stable")
    of_mention = _sentences(corpus.mention_article, corpus.mentions.sentence_start.to_numpy())
    begin = np.searchsorted(key[order], of_mention)
    size = np.searchsorted(key[order], of_mention, side="right") - begin
    size[corpus.mention_entity < 0] = 0
    position = order[np.repeat(begin - np.cumsum(size) + size, size) + np.arange(size.sum())]
    # several mentions in one sentence stand beside the same times
    pairs = np.unique(np.repeat(corpus.mention_entity, size).astype(np.int64) * (len(row) + 1) + position)
    entity, position = np.divmod(pairs, len(row) + 1)
    return Index(position.astype(np.int32), np.searchsorted(entity, np.arange(len(corpus.entities) + 1)))


def _sentences(article: np.ndarray, start: np.ndarray) -> np.ndarray:
    """One number a sentence."""
    return article.astype(np.int64) << 32 | start.astype(np.int64)

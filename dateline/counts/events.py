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
        mentions = clock.by_entity.of_code(lane.code)
        mentions = mentions[inside[corpus.mention_article[mentions]]]
        begin, size = clock.begin[mentions], clock.size[mentions]
        if len(begin):  # several mentions in one sentence stand beside the same times
            once = np.concatenate([[True], begin[1:] != begin[:-1]])
            begin, size = begin[once], size[once]
        k = np.repeat(begin - np.cumsum(size) + size, size) + np.arange(size.sum())
    else:
        k = clock.by_day[(inside & _of(corpus, lane))[clock.article[clock.by_day]]]
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
        return corpus.articles.theme_id.to_numpy() == lane.code
    raise ValueError(f"{lane.kind!r} is not one of {', '.join(KINDS)}")


class _Clock(NamedTuple):
    """The times of a corpus that name calendar time, in reading order; and for each mention the times of its sentence:
    ``begin`` the first, ``size`` how many. ``by_day`` is the order of the times by article, then by day; ``by_entity``
    the mentions with a time beside them, by entity."""

    row: np.ndarray
    article: np.ndarray
    day: np.ndarray
    length: np.ndarray
    begin: np.ndarray
    size: np.ndarray
    by_day: np.ndarray
    by_entity: Index


_clocks: WeakKeyDictionary[Corpus, _Clock] = WeakKeyDictionary()


def _clock(corpus: Corpus) -> _Clock:
    """Made once a corpus."""
    if corpus not in _clocks:
        times, mentions = corpus.times, corpus.mentions
        row = np.flatnonzero(times.earliest.notna().to_numpy()).astype(np.int32)
        first, last = (
            times[c].to_numpy()[row].astype("datetime64[D]").astype(np.int64) for c in ("earliest", "latest")
        )
        article = corpus.time_article[row]
        key = _sentences(article, times.sentence_start.to_numpy()[row])
        order = np.argsort(key, kind="stable")
        of_mention = _sentences(corpus.mention_article, mentions.sentence_start.to_numpy())
        begin = np.searchsorted(key[order], of_mention)
        size = np.searchsorted(key[order], of_mention, side="right") - begin
        article, middle, length = article[order], ((first + last) // 2)[order], (last - first + 1)[order]
        by_day = np.lexsort((middle, article))
        by_entity = Index.of(np.where(size > 0, corpus.mention_entity, -1), len(corpus.entities))
        _clocks[corpus] = _Clock(
            row[order], article, middle.astype(np.int32), length.astype(np.int32), begin, size, by_day, by_entity
        )
    return _clocks[corpus]


def _sentences(article: np.ndarray, start: np.ndarray) -> np.ndarray:
    """One number a sentence."""
    return article.astype(np.int64) << 32 | start.astype(np.int64)

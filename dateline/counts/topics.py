"""Topics and themes of the rows shown: how large they are, when they were in the news, what is most typical of each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dateline.corpus import UNDATED, Corpus
from dateline.counts.periods import Periods
from dateline.counts.units import distinct, total

NONE = -1
STEPS = 30
"""Bars of a small picture over time at most."""


@dataclass(frozen=True)
class Sizes:
    """``topics``: topic_id, topic, theme_id, theme, count (distinct units in the rows), whole (articles in the pile);
    by theme, largest theme first, largest topic first. ``themes``: theme_id, theme, count, topics (how many), rank (its
    place among the themes of the pile, which its colour and its mark go by). ``trends`` and ``theme_trends``: articles
    over time by id, in ``STEPS`` equal stretches at most. ``none``: units that fit no topic, ``all``: all units."""

    topics: pd.DataFrame
    themes: pd.DataFrame
    trends: dict[int, tuple[int, ...]]
    theme_trends: dict[int, tuple[int, ...]]
    none: int
    all: int


def sizes(corpus: Corpus, rows: np.ndarray, unit: str = "articles") -> Sizes:
    """Count the topics and themes of the article rows (int32, ascending) in distinct units."""
    topics = corpus.topics[["topic_id", "topic", "theme_id", "theme", "articles"]].rename(columns={"articles": "whole"})
    count = _counts(corpus, corpus.topic, rows, unit)
    topics = topics.assign(count=[count.get(int(t), 0) for t in topics.topic_id])
    ranks = {int(t): n for n, t in enumerate(sorted(set(topics.theme_id)))}
    of_theme = _counts(corpus, corpus.theme, rows, unit)
    themes = topics.groupby("theme_id", sort=True).agg(theme=("theme", "first"), topics=("topic_id", "size"))
    themes = themes.reset_index().assign(
        count=lambda f: [of_theme.get(int(t), 0) for t in f.theme_id],
        rank=lambda f: [ranks[int(t)] for t in f.theme_id],
    )
    themes = themes.sort_values(["count", "theme_id"], ascending=[False, True], ignore_index=True)
    order = {t: n for n, t in enumerate(themes.theme_id)}
    place = topics.theme_id.map(order)
    topics = topics.assign(place=place).sort_values(["place", "count", "topic_id"], ascending=[True, False, True])
    lost = rows[corpus.topic[rows] < 0]
    return Sizes(
        topics.drop(columns="place").reset_index(drop=True),
        themes,
        _trends(corpus, corpus.topic, rows),
        _trends(corpus, corpus.theme, rows),
        total(corpus, lost, unit),
        total(corpus, rows, unit),
    )


def _counts(corpus: Corpus, codes: np.ndarray, rows: np.ndarray, unit: str) -> dict[int, int]:
    mine = codes[rows]
    keep = mine >= 0
    if not keep.any():
        return {}
    size = int(mine.max()) + 1
    found = distinct(corpus, mine[keep], rows[keep], size, unit)
    return {i: int(n) for i, n in enumerate(found) if n}


def _trends(corpus: Corpus, codes: np.ndarray, rows: np.ndarray) -> dict[int, tuple[int, ...]]:
    day, mine = corpus.day[rows], codes[rows]
    keep = (day != UNDATED) & (mine >= 0)
    if not keep.any():
        return {}
    dated = day[day != UNDATED]
    periods = Periods.between(int(dated[0]), int(dated[-1]))
    each = -(-len(periods) // STEPS)
    width = -(-len(periods) // each)
    size = int(mine.max()) + 1
    flat = mine[keep].astype(np.int64) * width + periods.of(day[keep]) // each
    table = np.bincount(flat, minlength=size * width).reshape(size, width)
    return {i: tuple(map(int, table[i])) for i in np.flatnonzero(table.any(1))}


def of_topic(corpus: Corpus, rows: np.ndarray, topic: int) -> np.ndarray:
    """The article rows of a topic (``NONE``: those that fit nowhere)."""
    return rows[corpus.topic[rows] == topic] if topic >= 0 else rows[corpus.topic[rows] < 0]


def of_theme(corpus: Corpus, rows: np.ndarray, theme: int) -> np.ndarray:
    """The article rows of a theme."""
    return rows[corpus.theme[rows] == theme]


def typical_first(corpus: Corpus, rows: np.ndarray) -> np.ndarray:
    """The rows, most typical of their topic first; of copies of one report, the later ones stand after all others."""
    typical = corpus.articles.typical.to_numpy()[rows]
    copy = (corpus.articles.duplicate_of.to_numpy(object)[rows] != "").astype(np.int8)
    return rows[np.lexsort((rows, -typical, copy))]

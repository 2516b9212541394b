"""Peaks of a timeline and what made them: the names and words that set the articles of a peak apart, and its headline.

Peaks are the bursts of a lane (see ``bursts``). Names and words are ranked by how much likelier an article of the peak
is to hold them than one outside it: the z-score of the log-odds ratio with a Dirichlet prior made from all articles
(Monroe, Colaresi and Quinn, "Fightin' Words", Political Analysis 2008), over articles, so that one long report does not
decide.
The headline is the first of the story with most articles in the peak; where no story has two, of the article that holds
most of the names and words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd

from dateline.corpus import Corpus, Index
from dateline.counts.bursts import bursts
from dateline.counts.everyday import stop_words
from dateline.counts.timeline import Timeline, counted

_PRIOR = 10.0
"""Articles that the prior weighs as much as."""
_TELLING = 1.64
"""z-score from which a name or word is called distinctive (one-sided, 5 %)."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*[^\W_]")
_HEAD = 300
"""Characters of an article without a headline whose words stand for those of one."""
_HEADLINE = 90
"""Characters of such an article that are shown for a headline."""


@dataclass(frozen=True, slots=True)
class Label:
    """What made a peak: names (entity codes) and words, the most distinctive first, and the article row of its headline
    (-1 when there are no articles). ``headline`` is the article's, or the head of its text where it has none."""

    entities: tuple[int, ...]
    names: tuple[str, ...]
    words: tuple[str, ...]
    row: int
    headline: str


def peaks(
    corpus: Corpus, rows: np.ndarray, line: Timeline, lane: int = 0, *, share: bool = False, limit: int = 5
) -> pd.DataFrame:
    """The heaviest peaks of a lane of a timeline, in order of time.

    ``rows`` are the article rows that the timeline counted. ``share`` weighs shares of coverage instead of counts.
    Returns start, end, top (datetime64: first day, last day, first day of the highest period), count (int), expected,
    ratio, weight (float; see ``bursts``), entities, names, words (lists), row (int), headline (str).
    """
    days = line.periods.covered(*corpus.span) if line.clock == "published" and corpus.span else None
    found = bursts(line.counts[lane], totals=line.totals if share else None, days=days).head(limit)
    found = found.sort_values("first", ignore_index=True)
    starts, ends = line.periods.starts, line.periods.ends
    own = line.lanes[lane].code if line.lanes[lane].kind == "entity" else -1
    labels = []
    if len(found):
        ground = _ground(corpus, rows)
        events = counted(corpus, rows, line.lanes[lane], line.clock, line.periods.grain, line.with_own_day)
    for burst in found.itertuples():
        first, last = line.periods.edges[burst.first], line.periods.edges[burst.last + 1] - 1
        inside = np.unique(events.article[(events.day >= first) & (events.day <= last)])
        labels.append(_label(corpus, inside, ground, (own,), 4))
    return pd.DataFrame(
        {
            "start": starts[found["first"]].astype("datetime64[s]"),
            "end": ends[found["last"]].astype("datetime64[s]"),
            "top": starts[found["peak"]].astype("datetime64[s]"),
            **{c: found[c] for c in ("count", "expected", "ratio", "weight")},
            "entities": [list(x.entities) for x in labels],
            "names": [list(x.names) for x in labels],
            "words": [list(x.words) for x in labels],
            "row": np.array([x.row for x in labels], np.int64),
            "headline": [x.headline for x in labels],
        }
    )


def label(
    corpus: Corpus, inside: np.ndarray, rows: np.ndarray, *, without: Sequence[int] = (), limit: int = 4
) -> Label:
    """What sets the article rows ``inside`` (some of ``rows``) apart from the others of ``rows``. ``without``: entities
    not to name."""
    return _label(corpus, inside, _ground(corpus, rows), without, limit)


def _label(corpus: Corpus, inside: np.ndarray, ground: _Ground, without: Sequence[int], limit: int) -> Label:
    if not len(inside):
        return Label((), (), (), -1, "")
    words = _headlines(corpus)
    entities, entity_z = _distinctive(_names(corpus), inside, ground.names, ground.articles)
    entity_z[np.isin(entities, without)] = -np.inf
    word, word_z = _distinctive(words.terms, inside, ground.words, ground.articles)
    entities = _best(entities, entity_z, limit)
    names = [corpus.entities.entity.iat[e] for e in entities]
    spoken = {part for name in names for part in name.lower().split()}
    telling = [w for w in _best(word, word_z, limit + 12) if words.names[w] not in spoken][:limit]
    row = _headline(corpus, inside, words, entities, telling)
    article = corpus.articles.iloc[row]
    headline = article.title or shorten(article.text[:_HEAD], _HEADLINE, placeholder=" …")
    return Label(tuple(entities), tuple(names), tuple(words.names[w] for w in telling), row, headline)


class _Ground(NamedTuple):
    """What peaks are set apart from: how many articles there are, and how many hold each name and each word."""

    articles: int
    names: np.ndarray
    words: np.ndarray


def _ground(corpus: Corpus, rows: np.ndarray) -> _Ground:
    return _Ground(len(rows), _names(corpus).within(rows), _headlines(corpus).terms.within(rows))


def _distinctive(terms: _Terms, inside: np.ndarray, ground: np.ndarray, articles: int) -> tuple[np.ndarray, np.ndarray]:
    """The codes that enough articles inside hold, and the z-score of each (float64): log-odds of standing in an article
    inside against one outside."""
    n, m = float(len(inside)), float(articles - len(inside))
    if m <= 0:  # nothing to be set apart from
        return np.empty(0, np.int64), np.empty(0)
    within = terms.within(inside)
    code = np.flatnonzero(within >= min(2, n))
    a = within[code].astype(float)
    b = ground[code] - a
    prior = _PRIOR * (a + b + 0.5) / (n + m + 1)
    a_in, a_out = a + prior, n + _PRIOR - a - prior
    b_in, b_out = b + prior, m + _PRIOR - b - prior
    return code, (np.log(a_in / a_out) - np.log(b_in / b_out)) / np.sqrt(1 / a_in + 1 / b_in)


def _best(codes: np.ndarray, z: np.ndarray, limit: int) -> list[int]:
    order = np.argsort(-z, kind="stable")[:limit]
    return [int(codes[i]) for i in order if z[i] >= _TELLING]


def _headline(corpus: Corpus, inside: np.ndarray, words: _Headlines, entities: list[int], telling: list[int]) -> int:
    stories, sizes = np.unique(corpus.story[inside], return_counts=True)
    score = np.zeros(len(corpus))
    for rows in (
        *(corpus.entity_articles.of_code(e) for e in entities),
        *(words.terms.index.of_code(w) for w in telling),
    ):
        score[rows] += 1
    if sizes.max() > 1:
        # among the largest stories, the one whose articles hold most of what is distinctive; its first article
        large = np.isin(corpus.story[inside], stories[sizes == sizes.max()])
        best = inside[large][np.argmax(score[inside[large]])]
        return int(inside[corpus.story[inside] == corpus.story[best]][0])
    return int(inside[np.argmax(score[inside])])


# -- which articles hold which names and words -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Terms:
    """Article rows by term, and terms by article row."""

    index: Index
    by_article: Index

    @classmethod
    def of(cls, index: Index, articles: int) -> _Terms:
        code = np.repeat(np.arange(len(index.starts) - 1, dtype=np.int32), np.diff(index.starts))
        turned = Index.of(index.rows, articles)
        return cls(index, Index(code[turned.rows], turned.starts))

    def within(self, rows: np.ndarray) -> np.ndarray:
        """How many of the article rows hold each term (int64)."""
        index = self.by_article
        if len(rows) == len(index.starts) - 1:
            return np.diff(self.index.starts)
        begin, size = index.starts[rows], np.diff(index.starts)[rows]
        held = index.rows[np.repeat(begin - np.cumsum(size) + size, size) + np.arange(size.sum())]
        return np.bincount(held, minlength=len(self.index.starts) - 1)


@dataclass(frozen=True, slots=True)
class _Headlines:
    """Words of the headlines and the articles by word."""

    names: list[str]
    terms: _Terms


_made: WeakKeyDictionary[Corpus, _Headlines] = WeakKeyDictionary()
_named: WeakKeyDictionary[Corpus, _Terms] = WeakKeyDictionary()


def _names(corpus: Corpus) -> _Terms:
    """Made once a corpus."""
    if corpus not in _named:
        _named[corpus] = _Terms.of(corpus.entity_articles, len(corpus))
    return _named[corpus]


def _headlines(corpus: Corpus) -> _Headlines:
    """Made once a corpus."""
    if corpus not in _made:
        codes: dict[str, int] = {}
        word, article = [], []
        stop = stop_words()
        for row, (title, text) in enumerate(zip(corpus.articles.title, corpus.articles.text, strict=True)):
            for w in dict.fromkeys(_WORD.findall((title or text[:_HEAD]).lower())):
                w = w.removesuffix("'s").removesuffix("’s")
                if len(w) > 2 and w not in stop:
                    word.append(codes.setdefault(w, len(codes)))
                    article.append(row)
        index = Index.of(np.array(word, np.int64), len(codes))
        index = Index(np.array(article, np.int32)[index.rows], index.starts)
        _made[corpus] = _Headlines(list(codes), _Terms.of(index, len(corpus)))
    return _made[corpus]

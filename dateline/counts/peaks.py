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
from functools import cache
from importlib.resources import files
from textwrap import shorten
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd

from dateline.corpus import Corpus, Index
from dateline.counts.bursts import bursts
from dateline.counts.timeline import Timeline, behind

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
    for burst in found.itertuples():
        span = (int(line.periods.edges[burst.first]), int(line.periods.edges[burst.last + 1]) - 1)
        at = behind(corpus, rows, line.lanes[lane], span, clock=line.clock, grain=line.periods.grain)
        labels.append(label(corpus, np.unique(at.article.to_numpy()), rows, without=(own,)))
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
    """What sets the article rows ``inside`` apart from the others of ``rows``. ``without``: entities not to name."""
    if not len(inside):
        return Label((), (), (), -1, "")
    words = _headlines(corpus)
    entity_z = _distinctive(corpus.entity_articles, len(corpus.entities), inside, rows, len(corpus))
    entity_z[[c for c in without if c >= 0]] = -np.inf
    word_z = _distinctive(words.index, len(words.names), inside, rows, len(corpus))
    entities = _best(entity_z, limit)
    names = [corpus.entities.entity.iat[e] for e in entities]
    spoken = {part for name in names for part in name.lower().split()}
    telling = [w for w in _best(word_z, limit + 12) if words.names[w] not in spoken][:limit]
    row = _headline(corpus, inside, words, entities, telling)
    article = corpus.articles.iloc[row]
    headline = article.title or shorten(article.text[:_HEAD], _HEADLINE, placeholder=" …")
    return Label(tuple(entities), tuple(names), tuple(words.names[w] for w in telling), row, headline)


def _distinctive(index: Index, size: int, inside: np.ndarray, rows: np.ndarray, articles: int) -> np.ndarray:
    """z-score of each code (float64): log-odds of standing in an article inside against one outside."""
    marked = np.zeros(articles, np.int8)
    marked[rows] = 1
    marked[inside] = 2
    code = np.repeat(np.arange(size), np.diff(index.starts))
    where = marked[index.rows]
    a = np.bincount(code[where == 2], minlength=size).astype(float)
    b = np.bincount(code[where == 1], minlength=size).astype(float)
    n, m = float((marked == 2).sum()), float((marked == 1).sum())
    if not m:  # nothing to be set apart from
        return np.full(size, -np.inf)
    prior = _PRIOR * (a + b + 0.5) / (n + m + 1)
    a_in, a_out = a + prior, n + _PRIOR - a - prior
    b_in, b_out = b + prior, m + _PRIOR - b - prior
    z = (np.log(a_in / a_out) - np.log(b_in / b_out)) / np.sqrt(1 / a_in + 1 / b_in)
    return np.where(a >= min(2, n), z, -np.inf)


def _best(z: np.ndarray, limit: int) -> list[int]:
    order = np.argsort(-z, kind="stable")[:limit]
    return [int(i) for i in order if z[i] >= _TELLING]


def _headline(corpus: Corpus, inside: np.ndarray, words: _Headlines, entities: list[int], telling: list[int]) -> int:
    stories, sizes = np.unique(corpus.story[inside], return_counts=True)
    score = np.zeros(len(corpus))
    for rows in (*(corpus.entity_articles.of_code(e) for e in entities), *(words.index.of_code(w) for w in telling)):
        score[rows] += 1
    if sizes.max() > 1:
        # among the largest stories, the one whose articles hold most of what is distinctive; its first article
        large = stories[sizes == sizes.max()]
        best = max(large, key=lambda s: score[inside[corpus.story[inside] == s]].max())
        return int(inside[corpus.story[inside] == best][0])
    return int(inside[np.argmax(score[inside])])


# -- the words of headlines -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Headlines:
    """Words of the headlines and the article rows by word."""

    names: list[str]
    index: Index


_made: WeakKeyDictionary[Corpus, _Headlines] = WeakKeyDictionary()


def _headlines(corpus: Corpus) -> _Headlines:
    """Made once a corpus."""
    if corpus not in _made:
        codes: dict[str, int] = {}
        word, article = [], []
        stop = _stop_words()
        for row, (title, text) in enumerate(zip(corpus.articles.title, corpus.articles.text, strict=True)):
            for w in dict.fromkeys(_WORD.findall((title or text[:_HEAD]).lower())):
                w = w.removesuffix("'s").removesuffix("’s")
                if len(w) > 2 and w not in stop:
                    word.append(codes.setdefault(w, len(codes)))
                    article.append(row)
        index = Index.of(np.array(word, np.int64), len(codes))
        _made[corpus] = _Headlines(list(codes), Index(np.array(article, np.int32)[index.rows], index.starts))
    return _made[corpus]


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(files(__package__).joinpath("stopwords.txt").read_text("utf-8").split())

"""Hits of search terms over time: how often each stands in the articles of a period, and in how many units."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dateline.corpus import UNDATED, Corpus
from dateline.counts.periods import Periods
from dateline.counts.units import distinct


@dataclass(frozen=True)
class Hits:
    """Terms (rows) in periods (columns): ``hits`` are places, ``counts`` distinct units that hold the term, ``totals``
    the units of everything shown; ``whole``: whether a period is finished; ``undated``: hits of a term in articles
    without a date; ``all_hits`` and ``all_counts``: those of a term, dated or not."""

    terms: tuple[str, ...]
    unit: str
    periods: Periods
    hits: np.ndarray
    counts: np.ndarray
    totals: np.ndarray
    whole: np.ndarray
    undated: np.ndarray
    all_hits: np.ndarray
    all_counts: np.ndarray

    def frame(self) -> pd.DataFrame:
        """One row a term and period that holds it: lane (number of the term), term, period, start, end (datetime64),
        hits, count, total (int), share (float; of the units of the period), whole (bool)."""
        lane, period = np.nonzero(self.hits)
        count, total = self.counts[lane, period], self.totals[period]
        return pd.DataFrame(
            {
                "lane": lane,
                "term": [self.terms[n] for n in lane],
                "period": period,
                "start": self.periods.starts[period].astype("datetime64[s]"),
                "end": self.periods.ends[period].astype("datetime64[s]"),
                "hits": self.hits[lane, period],
                "count": count,
                "total": total,
                "share": count / np.maximum(total, 1),
                "whole": self.whole[period],
            }
        )


def over_time(
    corpus: Corpus,
    rows: np.ndarray,
    found: pd.DataFrame,
    *,
    grain: str = "",
    unit: str = "articles",
    span: tuple[int, int] | None = None,
) -> Hits | None:
    """Count ``found`` (term, row, hits; as ``search.by_term``) among the article rows by period of publication.

    ``span`` (day numbers) is the stretch shown, else that of the rows. Terms in the order of ``found``. None where no
    article among the rows is dated. Raises ValueError for a grain or unit that there is not.
    """
    days = corpus.day[rows]
    days = days[days != UNDATED]
    if not len(days) or corpus.span is None:
        return None
    first, last = span or (int(days[0]), int(days[-1]))
    periods = Periods.between(first, last, grain)
    lane, terms = pd.factorize(found.term)
    row, hits = found.row.to_numpy(np.int64), found.hits.to_numpy(np.int64)
    size, width = len(terms), len(periods)
    period_of = periods.of(corpus.day)
    at = period_of[row]
    inside = at >= 0
    cell = lane[inside] * width + at[inside]
    shown = rows[period_of[rows] >= 0]
    return Hits(
        terms=tuple(terms),
        unit=unit,
        periods=periods,
        hits=np.bincount(cell, hits[inside], size * width).astype(np.int64).reshape(size, width),
        counts=distinct(corpus, cell, row[inside], size * width, unit).reshape(size, width),
        totals=distinct(corpus, period_of[shown], shown, width, unit),
        whole=periods.whole(max(corpus.span[0], first), min(corpus.span[1], last)),
        undated=np.bincount(lane, np.where(row >= corpus.dated, hits, 0), size).astype(np.int64),
        all_hits=np.bincount(lane, hits, size).astype(np.int64),
        all_counts=distinct(corpus, lane, row, size, unit),
    )

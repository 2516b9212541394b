"""Counts over time, on two clocks: when articles were published, and when, in their text, things happened.

A lane is a thing that is followed: an entity, an outlet, a topic, or everything. On the published clock its units (see
``units``) are counted in the period in which they were published. On the happened clock a period counts the units that
name a time in it beside the lane: for an entity in the sentence that mentions it, else anywhere in the article. A time
counts where it is at least as fine as the periods ("in 2014" says nothing of a month) and in the period that holds its
middle; how many were too coarse is said.

Shares are quotients of counts over the same period, never means of shares: the share of a week is the units of the week
with the lane over all units of the week. Where nothing was published there is no share (NaN), not a share of 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dateline.corpus import UNDATED, Corpus
from dateline.counts.events import CLOCKS, Events, Lane, events_of
from dateline.counts.periods import LONGEST, Periods
from dateline.counts.units import distinct

REACHES = {"most": (5, 95), "all": (0, 100)}
"""Percentiles of the times of a happened clock that it spans: texts name years long past and far ahead."""


@dataclass(frozen=True)
class Timeline:
    """Counts of lanes (rows) in periods (columns).

    ``counts``: distinct units; ``totals``: those of everything in the rows shown; ``events``: mentions of an entity
    (published), expressions of time (happened), else articles. ``whole``: whether a period is finished. ``left_out``:
    a lane's articles without a date (published) or expressions coarser than the periods (happened); ``outside``: a
    lane's events before or after the periods; ``own_day``: a lane's expressions for the day on which their article was
    published (happened), counted only ``with_own_day``.
    """

    clock: str
    unit: str
    lanes: tuple[Lane, ...]
    periods: Periods
    counts: np.ndarray
    totals: np.ndarray
    events: np.ndarray
    whole: np.ndarray
    left_out: np.ndarray
    outside: np.ndarray
    own_day: np.ndarray
    with_own_day: bool = True

    @property
    def share(self) -> np.ndarray:
        """Counts over totals of the same period (float64), NaN where the total is 0."""
        with np.errstate(invalid="ignore"):
            return np.where(self.totals > 0, self.counts / np.maximum(self.totals, 1), np.nan)

    def frame(self, empty: bool = False) -> pd.DataFrame:
        """One row a lane and period: lane, period (int), start, end (datetime64, last day), count, total, events (int),
        share (float), whole (bool). Periods without the lane are left out unless ``empty``."""
        lane, period = np.indices(self.counts.shape).reshape(2, -1)
        keep = np.arange(lane.size) if empty else np.flatnonzero(self.counts.ravel())
        lane, period = lane[keep], period[keep]
        return pd.DataFrame(
            {
                "lane": lane,
                "period": period,
                "start": self.periods.starts[period].astype("datetime64[s]"),
                "end": self.periods.ends[period].astype("datetime64[s]"),
                "count": self.counts[lane, period],
                "total": self.totals[period],
                "events": self.events[lane, period],
                "share": self.share[lane, period],
                "whole": self.whole[period],
            }
        )


def timeline(
    corpus: Corpus,
    rows: np.ndarray,
    lanes: Sequence[Lane] = (Lane(),),
    *,
    clock: str = "published",
    grain: str = "",
    unit: str = "articles",
    span: tuple[int, int] | None = None,
    own_day: bool = True,
    reach: str = "most",
) -> Timeline | None:
    """Count lanes over time among the article rows (int32, ascending).

    ``span`` (day numbers) is the stretch shown: the dates of the lens where it has any, else that of the articles, or,
    on the happened clock, the one that holds all but the outermost 5 % of the times at each end (``reach`` "most"), or
    all of them ("all"). ``own_day`` False
    leaves out, on the happened clock, expressions for the day of publication: they say when it was written, not when
    something else happened. None where nothing is dated. Raises ValueError for a clock, grain, unit or kind of lane
    that there is not.
    """
    if clock not in CLOCKS:
        raise ValueError(f"{clock!r} is not one of {', '.join(CLOCKS)}")
    inside = np.zeros(len(corpus), bool)
    inside[rows] = True
    found = [events_of(corpus, inside, lane, clock) for lane in lanes]
    everything = found[0] if lanes and lanes[0] == Lane() else events_of(corpus, inside, Lane(), clock)
    same = [e.on_day_of(corpus) if clock == "happened" else np.zeros(0, bool) for e in found]
    if clock == "happened" and not own_day:
        everything = everything.kept(~everything.on_day_of(corpus))
        found = [e.kept(~s) for e, s in zip(found, same, strict=True)]
    given, span = span, span or _span(corpus, rows, everything, found, clock, REACHES[reach])
    if span is None:
        return None
    periods = Periods.between(*span, grain)
    size = len(periods)
    placed = [e.periods_in(periods) for e in found]
    fits = [e.length <= LONGEST[periods.grain] for e in found]
    return Timeline(
        clock=clock,
        unit=unit,
        lanes=tuple(lanes),
        periods=periods,
        counts=np.stack([_count(corpus, e.article, p, size, unit) for e, p in zip(found, placed, strict=True)]),
        totals=_count(corpus, everything.article, everything.periods_in(periods), size, unit),
        events=np.stack([np.bincount(p[p >= 0], minlength=size) for p in placed]),
        whole=_whole(corpus, periods, clock, given),
        left_out=np.array([e.undated + int((~f).sum()) for e, f in zip(found, fits, strict=True)]),
        outside=np.array([int((f & (p < 0)).sum()) for f, p in zip(fits, placed, strict=True)]),
        own_day=np.array([int(s.sum()) for s in same]),
        with_own_day=own_day,
    )


def _count(corpus: Corpus, article: np.ndarray, period: np.ndarray, size: int, unit: str) -> np.ndarray:
    """Distinct units a period. Events of one article stand together, so most doubles go without a search; none are left
    where the events of an article are in order of time."""
    keep = period >= 0
    article, period = article[keep], period[keep]
    if not len(article):
        return np.zeros(size, np.int64)
    same = article[1:] == article[:-1]
    new = np.concatenate([[True], ~same | (period[1:] != period[:-1])])
    if unit == "articles" and not (same & (period[1:] < period[:-1])).any():
        return np.bincount(period[new], minlength=size)
    return distinct(corpus, period[new], article[new], size, unit)


def behind(
    corpus: Corpus,
    rows: np.ndarray,
    lane: Lane,
    days: tuple[int, int],
    *,
    clock: str = "published",
    grain: str = "day",
    own_day: bool = True,
) -> pd.DataFrame:
    """What stands behind a marker: the events of a lane from the first to the last day (day numbers) of a period.

    Returns article (row), row (in mentions on the published clock, -1 where the lane is no entity; in times on the
    happened clock) and day (day number), in reading order. ``grain`` and ``own_day`` are those of the timeline: coarser
    times are out.
    """
    events = counted(corpus, rows, lane, clock, grain, own_day)
    keep = (events.day >= days[0]) & (events.day <= days[1])
    found = pd.DataFrame({"article": events.article[keep], "row": events.row[keep], "day": events.day[keep]})
    return found.sort_values(["article", "row"], ignore_index=True)


def counted(corpus: Corpus, rows: np.ndarray, lane: Lane, clock: str, grain: str, own_day: bool = True) -> Events:
    """The events of a lane that a timeline of these settings counts, wherever in time."""
    inside = np.zeros(len(corpus), bool)
    inside[rows] = True
    events = events_of(corpus, inside, lane, clock)
    keep = events.length <= LONGEST[grain]
    if clock == "happened" and not own_day:
        keep &= ~events.on_day_of(corpus)
    return events if keep.all() else events.kept(keep)


# -- spans ------------------------------------------------------------------------------------------------------------


def _span(
    corpus: Corpus, rows: np.ndarray, everything: Events, found: Sequence[Events], clock: str, central: tuple[int, int]
) -> tuple[int, int] | None:
    if clock == "published":
        days = corpus.day[rows]
        days = days[days != UNDATED]
        return (int(days[0]), int(days[-1])) if len(days) else None
    days = _joined([e.day for e in found]) if any(len(e.day) for e in found) else everything.day
    if not len(days):
        return None
    low, high = np.percentile(days, central, method="nearest")
    return int(low), int(high)


def _whole(corpus: Corpus, periods: Periods, clock: str, given: tuple[int, int] | None) -> np.ndarray:
    """On the published clock, a period is whole when the pile and the dates asked for reach over it."""
    if clock == "happened" or corpus.span is None:
        return np.ones(len(periods), bool)
    (first, last), (since, until) = corpus.span, given or corpus.span
    return periods.whole(max(first, since), min(last, until))


def _joined(arrays: Sequence[np.ndarray]) -> np.ndarray:
    return np.concatenate(arrays) if arrays else np.empty(0, np.int64)

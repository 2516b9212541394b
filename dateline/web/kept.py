"""Small results of counting, kept for as long as their corpus is, and made once.

A click that opens passages or pins a peak leaves the counts as they are; they are not made anew for it. The articles
stand in the key by a digest, so that neither the lens nor what it means has to be known here.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from hashlib import blake2b
from threading import Lock
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import numpy as np

from dateline.corpus import Corpus
from dateline.counts.periods import GRAINS
from dateline.counts.timeline import Lane, Timeline, timeline
from dateline.web import state

T = TypeVar("T")

MOST_MARKS = 2000
"""Markers or bars that a chart is sent with; more cannot be told apart, and would be slow to draw."""
_MOST = 500
"""Results kept for a corpus, the latest used."""

_results: WeakKeyDictionary[Corpus, OrderedDict[tuple, Any]] = WeakKeyDictionary()
_lock = Lock()


def kept(corpus: Corpus, rows: np.ndarray, name: str, settings: tuple[Hashable, ...], make: Callable[[], T]) -> T:
    """What ``make`` gives for the article rows and settings, made once. Nobody may write to it."""
    key = (name, digest(rows), settings)
    with _lock:
        known = _results.setdefault(corpus, OrderedDict())
        if key in known:
            known.move_to_end(key)
            return known[key]
    made = make()
    with _lock:
        known[key] = made
        while len(known) > _MOST:
            known.popitem(last=False)
    return made


def digest(rows: np.ndarray) -> bytes:
    """Article rows in 16 bytes, for settings that are a second set of articles."""
    return blake2b(np.ascontiguousarray(rows).tobytes(), digest_size=16).digest()


def line(
    corpus: Corpus,
    rows: np.ndarray,
    lanes: tuple[Lane, ...],
    *,
    clock: str = "published",
    grain: str = "",
    span: tuple[int, int] | None = None,
    own_day: bool = True,
    reach: str = "most",
) -> Timeline | None:
    """The timeline of lanes in the unit of the lens, in the finest grain from ``grain`` on that a chart can show."""
    unit = state.lens().unit

    def make() -> Timeline | None:
        settings = {"clock": clock, "unit": unit, "span": span, "own_day": own_day, "reach": reach}
        found = timeline(corpus, rows, lanes, grain=grain, **settings)
        while found is not None and np.count_nonzero(found.counts) > MOST_MARKS and found.periods.grain != "year":
            coarser = GRAINS[GRAINS.index(found.periods.grain) + 1]
            found = timeline(corpus, rows, lanes, grain=coarser, **settings)
        return found

    return kept(corpus, rows, "line", (tuple(map(tuple, lanes)), clock, grain, unit, span, own_day, reach), make)


def coarsened(line: Timeline, grain: str) -> str:
    """A sentence where a chart is coarser than was asked for, '' where it is not."""
    if not grain or line.periods.grain == grain:
        return ""
    words = {"day": "Days", "week": "Weeks", "month": "Months"}
    return f"{words[grain]} would be too many to tell apart, so {line.periods.grain}s are shown: narrow the dates."

"""Bursts: stretches in which counts run well above their usual rate.

The two-state automaton of J. Kleinberg, "Bursty and hierarchical structure in streams" (KDD 2002), in its form for
batches. In the usual state an arrival is as likely as in the whole series, in the burst state ``SCALE`` times as
likely; to enter a burst costs ``COST`` · ln(periods). The cheapest path of states (Viterbi) explains the counts best;
its stretches of burst state are the bursts, weighted by what the state saves there.

Why this one: a few arrivals in a small pile never pay the price of a burst; slow growth is none; neighbouring periods
make one burst; and it needs no history before the pile. A test of each period for itself has none of these.

Shares (arrivals among totals) are weighed with the binomial distribution, as in the paper; plain counts with its limit
for rare arrivals, the Poisson distribution, over the days that a period covers.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

SCALE = 3.0
"""A period is better explained by a burst from (SCALE - 1) / ln SCALE times the usual rate: 1.8 times for 3."""
COST = 1.0
"""As in the paper: a burst must be as unlikely by chance as one period in the series."""


def bursts(counts: np.ndarray, *, totals: np.ndarray | None = None, days: np.ndarray | None = None) -> pd.DataFrame:
    """Bursts of a series, the heaviest first.

    ``counts``: arrivals a period (int). ``totals``: all that could have arrived in it, to weigh shares; else ``days``:
    how many days of the period are covered (by default one each). Returns first, last, peak (periods, int), count
    (int), expected (float, at the usual rate), ratio (count / expected), weight (float, nats).
    """
    base = np.asarray(totals if totals is not None else np.ones(len(counts)) if days is None else days, float)
    gain = _gain(np.asarray(counts, float), base, totals is not None)
    if gain is None:
        return _frame([])
    rate = counts.sum() / base.sum()
    found = []
    for first, last in _runs(_states(gain)):
        count, expected = int(counts[first : last + 1].sum()), float(rate * base[first : last + 1].sum())
        with np.errstate(divide="ignore", invalid="ignore"):
            level = np.where(base[first : last + 1] > 0, counts[first : last + 1] / base[first : last + 1], 0)
        peak = first + int(np.argmax(level if totals is None else counts[first : last + 1]))
        found.append((first, last, peak, count, expected, count / expected, float(gain[first : last + 1].sum())))
    return _frame(sorted(found, key=lambda b: (-b[-1], b[0])))


def _gain(counts: np.ndarray, base: np.ndarray, share: bool) -> np.ndarray | None:
    """How much better the burst state explains each period than the usual one (nats); None without a usual rate."""
    if not len(counts) or counts.sum() <= 0 or base.sum() <= 0:
        return None
    usual = counts.sum() / base.sum()
    if not share:
        return counts * np.log(SCALE) - base * usual * (SCALE - 1)
    if usual >= 1:
        return None
    burst = min(SCALE * usual, (1 + usual) / 2)  # a probability stays below 1
    return counts * np.log(burst / usual) + (base - counts) * np.log((1 - burst) / (1 - usual))


def _states(gain: np.ndarray) -> np.ndarray:
    """The cheapest path through the two states (bool: burst); it begins in the usual one."""
    price = COST * np.log(max(len(gain), 2))
    usual, burst = 0.0, -np.inf
    came = np.zeros((len(gain), 2), bool)  # whether the best way into a state came from the burst state
    for t, g in enumerate(gain):
        down, up = burst > usual, burst < usual - price
        usual, burst = (burst if down else usual), (usual - price if up else burst) + g
        came[t] = down, not up
    out = np.zeros(len(gain), bool)
    state = burst > usual
    for t in range(len(gain) - 1, -1, -1):
        out[t] = state
        state = bool(came[t, int(state)])
    return out


def _runs(states: np.ndarray) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], states, [False]]).astype(np.int8)))
    return [(int(a), int(b) - 1) for a, b in edges.reshape(-1, 2)]


def _frame(rows: list[tuple]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["first", "last", "peak", "count", "expected", "ratio", "weight"])
    return frame.astype(dict.fromkeys(("first", "last", "peak", "count"), np.int64))

"""Labels above a chart that do not collide: flags on leader lines, each at a height of its own where they would meet.

The width of a figure is the browser's. Flags are placed for a phone's; on a wider screen they only stand farther apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

_NARROW = 310.0
"""Pixels of plot on the narrowest screen."""
_LETTER = 6.3
"""Pixels of an average letter at 12 pixels; labels are mostly small letters."""
_GAP = 10.0


class Flag(NamedTuple):
    """Where a label goes: the side of its leader line (1 right, -1 left) and its height (0 is the lowest)."""

    side: int
    level: int


def width(label: str) -> float:
    """Pixels of a label at 12 pixels, about."""
    return _LETTER * len(label)


def place(positions: Sequence[float], labels: Sequence[str], room: float = _NARROW) -> list[Flag]:
    """Flags for labels at positions from 0 (left end of the axis) to 1, ``room`` pixels apart.

    No two labels meet, no leader line runs through a label, and no label leaves the plot where that can be helped.
    """
    if len(labels) > 6:
        raise ValueError("six flags are the most that can be read")
    at = [p * room for p in positions]
    best: tuple[float, list[Flag]] | None = None
    for sides in product((1, -1), repeat=len(labels)):
        spans = [_span(x, side, width(t)) for x, side, t in zip(at, sides, labels, strict=True)]
        levels = _levels(at, spans)
        over = sum(max(0.0, -a) + max(0.0, b - room) for a, b in spans)
        # crossings are worst, then what leaves the plot, then height; flags to the right read more easily
        price = (1e6 if levels is None else 4.0 * max(levels, default=0)) + over + 0.5 * sides.count(-1)
        if best is None or price < best[0]:
            chosen = levels if levels is not None else list(range(len(labels)))
            best = (price, [Flag(s, n) for s, n in zip(sides, chosen, strict=True)])
    return best[1] if best else []


def _span(x: float, side: int, wide: float) -> tuple[float, float]:
    return (x - 3, x + wide + _GAP) if side == 1 else (x - wide - _GAP, x + 3)


def _levels(at: Sequence[float], spans: Sequence[tuple[float, float]]) -> list[int] | None:
    """The lowest heights that work; None where leader lines must cross labels."""
    size = len(at)
    # a label that another's leader line runs through must stand higher than that other label
    below = [[j for j in range(size) if j != i and spans[i][0] < at[j] < spans[i][1]] for i in range(size)]
    levels = [-1] * size
    while -1 in levels:
        ready = [i for i in range(size) if levels[i] < 0 and all(levels[j] >= 0 for j in below[i])]
        if not ready:
            return None
        for i in ready:
            taken = {
                levels[j]
                for j in range(size)
                if levels[j] >= 0 and spans[i][0] < spans[j][1] and spans[j][0] < spans[i][1]
            }
            least = max((levels[j] + 1 for j in below[i]), default=0)
            levels[i] = next(n for n in range(least, size + least + 1) if n not in taken)
    return levels

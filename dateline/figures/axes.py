"""Time axes of figures: what stands where, and what it is called when it is pointed at."""

from __future__ import annotations

from typing import Any

import pandas as pd

_PERIOD = {"day": 86_400_000, "week": 7 * 86_400_000, "month": "M1", "year": "M12"}
_HOVER = {"day": "%{x|%-d %B %Y}", "week": "week of %{x|%-d %B %Y}", "month": "%{x|%B %Y}", "year": "%{x|%Y}"}


def time(span: tuple[object, object], grid: bool = True, air: float = 0.005) -> dict[str, Any]:
    """An axis from the first to the last day of ``span``, both whole; ``air`` is added at either end (a share)."""
    first, last = pd.Timestamp(span[0]), pd.Timestamp(span[1]) + pd.Timedelta(days=1)
    air = (last - first) * air
    ends = [f"{first - air:%Y-%m-%d %H:%M}", f"{last + air:%Y-%m-%d %H:%M}"]
    return {
        "type": "date",
        "range": ends,
        "showgrid": grid,
        "zeroline": False,
        "fixedrange": True,
        "ticks": "outside",
        "ticklen": 4,
    }


def middle(grain: str, first: object) -> dict[str, Any]:
    """What makes a trace with the first days of periods as x stand in the middle of them; ``first`` is one of those."""
    return {"xperiod": _PERIOD[grain], "xperiod0": f"{pd.Timestamp(first):%Y-%m-%d}", "xperiodalignment": "middle"}


def hover(grain: str) -> str:
    """A period in a hover template, from the first day that x gives: "week of 3 March 2025"."""
    return _HOVER[grain]

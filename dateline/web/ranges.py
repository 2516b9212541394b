"""Days, periods and grains on pages: what a drag or a marker means for the lens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dateline import lens as lenses
from dateline.corpus import Corpus
from dateline.counts.periods import Periods, day_number
from dateline.web import state
from dateline.web.keys import GRAINS

CLOCKS = {"published": "Published", "happened": "Happened"}
EVERYTHING = ("all",)
"""The value of a page's key ``within`` for every date that is named."""
_CLOCK_HELP = "Published: when articles appeared. Happened: the dates that the text names beside it."


def grain() -> str:
    """The grain that was chosen, '' for the one that suits the span."""
    return "" if state.get("grain") == "auto" else state.get("grain")


def grain_picker() -> None:
    """Draw the choice of day, week, month or year."""
    words = {"auto": "Auto", "day": "Day", "week": "Week", "month": "Month", "year": "Year"}
    st.segmented_control(
        "By", GRAINS, format_func=words.get, required=True, label_visibility="collapsed", **state.bound("grain")
    )


def clock_picker() -> None:
    """Draw the choice of the clock."""
    st.segmented_control(
        "Clock",
        list(CLOCKS),
        format_func=CLOCKS.get,
        required=True,
        label_visibility="collapsed",
        help=_CLOCK_HELP,
        **state.bound("clock", on_change=lambda: state.change(within=())),
    )


def scale_picker() -> None:
    """Draw the choice of counts or shares, which is the lens's, beside a chart."""
    st.segmented_control(
        "Show",
        lenses.SCALES,
        format_func={"count": "Counts", "share": "Share"}.get,
        required=True,
        label_visibility="collapsed",
        help="Share: of all that was published, or of all that names a date, in the same period.",
        **state.lens_bound("scale.here", state.lens().scale, lambda x, v: x.with_(scale=v or "count")),
    )


def span(corpus: Corpus, clock: str = "published") -> tuple[int, int] | None:
    """The day numbers that are asked for, None where they are left open: on the published clock by the dates of the
    lens, on the happened clock by the page's own key ``within``."""
    if clock == "happened":
        return days(state.get("within")) if len(state.get("within")) == 2 else None
    lens = state.lens()
    if corpus.span is None or not (lens.since or lens.until):
        return None
    first = day_number(lens.since) if lens.since else corpus.span[0]
    last = day_number(lens.until) if lens.until else corpus.span[1]
    return (first, last) if first <= last else None


def reach() -> str:
    """How far the happened clock reaches: "all" where every date that is named is asked for."""
    return "all" if state.get("within") == EVERYTHING else "most"


def dragged(ends: Sequence[object], periods: Periods) -> tuple[int, int] | None:
    """The day numbers of the periods that were dragged over (two moments, as Plotly reports them): those whose middle
    lies between, else the one around. None for what are no moments."""
    moments = sorted(m for m in (moment(e) for e in ends) if m is not None)
    if len(moments) != 2 or not len(periods):
        return None
    low, high = moments
    middles = (periods.edges[:-1] + periods.edges[1:]) / 2
    inside = np.flatnonzero((middles >= low) & (middles <= high))
    if not len(inside):
        at = int(np.searchsorted(periods.edges, (low + high) / 2, side="right")) - 1
        inside = np.array([min(max(at, 0), len(periods) - 1)])
    return int(periods.edges[inside[0]]), int(periods.edges[inside[-1] + 1]) - 1


def moment(text: object) -> float | None:
    """A moment as Plotly writes it, in days since 1970-01-01; None where it is none."""
    try:
        found = pd.Timestamp(str(text)[:26])
    except (ValueError, OverflowError):
        return None
    return None if found is pd.NaT else (found - pd.Timestamp("1970-01-01")) / pd.Timedelta(days=1)


def days(ends: Sequence[str]) -> tuple[int, int] | None:
    """Two ISO days as day numbers, None where one is none or they stand the wrong way round."""
    found = [day_of(e) for e in ends]
    if len(found) != 2 or not all(found) or found[0] > found[1] or found[1].year > 9000:
        return None
    return day_number(found[0]), day_number(found[1])


def iso(ends: tuple[int, int]) -> tuple[str, str]:
    """Two day numbers as ISO days."""
    return lenses.day(ends[0]).isoformat(), lenses.day(ends[1]).isoformat()


def day_of(text: object) -> date | None:
    """The day of a moment as Plotly or the address bar writes it, None where it is none."""
    try:
        return datetime.fromisoformat(str(text)[:10]).date()
    except ValueError:
        return None


def words_of(ends: tuple[int, int]) -> str:
    """Two day numbers in words: "3 March 2025", "3–9 March 2025", "March 2025", "March to May 2025", "2025"."""
    first, last = lenses.day(ends[0]), lenses.day(ends[1])
    after = lenses.day(ends[1] + 1)
    if first.day == 1 and after.day == 1:  # whole months
        if (first.month, after.month) == (1, 1):
            return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%B} {first.year}"
        year = "" if first.year == last.year else f" {first.year}"
        return f"{first:%B}{year} to {last:%B} {last.year}"
    end = f"{last.day} {last:%B} {last.year}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    return f"{first.day} {first:%B}{'' if first.year == last.year else f' {first.year}'} to {end}"


def narrow_days(ends: tuple[int, int] | None) -> None:
    """Narrow the dates of the lens to two day numbers; for callbacks."""
    if ends is not None:
        state.change(state.lens().with_(since=lenses.day(ends[0]), until=lenses.day(ends[1])))


def of_bars(periods: Periods) -> Callable[[dict[str, Any]], None]:
    """What a chart of one bar a period does: a drag narrows the dates of the lens, a click marks the bar's days.

    Bars carry the number of their period first in customdata.
    """

    def selected(got: dict[str, Any]) -> None:
        if got.get("box"):
            narrow_days(dragged(got["box"][0].get("x", ()), periods))
        elif got.get("points"):
            at = (got["points"][0].get("customdata") or [-1])[0]
            if isinstance(at, int) and 0 <= at < len(periods):
                state.change(mark=iso((int(periods.edges[at]), int(periods.edges[at + 1]) - 1)))

    return selected

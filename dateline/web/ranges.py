"""Days, periods and grains on pages: what a drag or a marker means for the lens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import streamlit as st

from dateline import lens as lenses
from dateline.corpus import Corpus
from dateline.counts.periods import day_number
from dateline.web import state
from dateline.web.keys import GRAINS


def grain() -> str:
    """The grain that was chosen, '' for the one that suits the span."""
    return "" if state.get("grain") == "auto" else state.get("grain")


def grain_picker() -> None:
    """Draw the choice of day, week, month or year."""
    words = {"auto": "Auto", "day": "Day", "week": "Week", "month": "Month", "year": "Year"}
    st.segmented_control("By", GRAINS, format_func=words.get, required=True, **state.bound("grain"))


def span(corpus: Corpus, clock: str = "published") -> tuple[int, int] | None:
    """The day numbers that the lens asks for on the published clock, None where it leaves them open."""
    lens = state.lens()
    if clock != "published" or corpus.span is None or not (lens.since or lens.until):
        return None
    first = day_number(lens.since) if lens.since else corpus.span[0]
    last = day_number(lens.until) if lens.until else corpus.span[1]
    return (first, last) if first <= last else None


def narrow(ends: Sequence[object]) -> None:
    """Narrow the dates of the lens to what was dragged over (two moments, as Plotly reports them); for callbacks."""
    found = sorted(d for d in map(day_of, ends) if d)
    if len(found) == 2:
        state.change(state.lens().with_(since=found[0], until=found[1]))


def days(ends: Sequence[str]) -> tuple[int, int] | None:
    """Two ISO days as day numbers, None where one is none."""
    found = [day_of(e) for e in ends]
    return (day_number(found[0]), day_number(found[1])) if len(found) == 2 and all(found) else None


def day_of(moment: object) -> date | None:
    """The day of a moment as Plotly or the address bar writes it, None where it is none."""
    try:
        return datetime.fromisoformat(str(moment)[:10]).date()
    except ValueError:
        return None


def words_of(ends: tuple[int, int]) -> str:
    """Two day numbers in words: "3 March 2025" or "3 March to 9 March 2025"."""
    first, last = lenses.day(ends[0]), lenses.day(ends[1])
    end = f"{last.day} {last:%B} {last.year}"
    return (
        end
        if first == last
        else f"{first.day} {first:%B}{'' if first.year == last.year else f' {first.year}'} to {end}"
    )


def narrow_days(ends: tuple[int, int]) -> None:
    """Narrow the dates of the lens to two day numbers; for callbacks."""
    state.change(state.lens().with_(since=lenses.day(ends[0]), until=lenses.day(ends[1])))

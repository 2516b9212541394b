"""A name over time on its own page: bars on two clocks, the passages behind one, and the peaks."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dateline.corpus import Corpus
from dateline.counts.timeline import Lane, Timeline, behind
from dateline.figures import text
from dateline.web import moments, peaks, ranges, state
from dateline.web.bars import bars
from dateline.web.charts import chart
from dateline.web.components.peaks import peak_list
from dateline.web.kept import coarsened
from dateline.web.kept import line as counted
from dateline.web.words import many


def draw(corpus: Corpus, code: int, rows: np.ndarray) -> None:
    """Draw the bars of an entity (code) among the article rows, and what was clicked in them."""
    clock = state.get("clock")
    line = counted(
        corpus,
        rows,
        (Lane("entity", code),),
        clock=clock,
        grain=ranges.grain(),
        span=ranges.span(corpus, clock),
        reach=ranges.reach(),
    )
    if line is None or not line.counts.any():
        why = "No date is named beside it" if clock == "happened" else "None of its articles has a date"
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(f"{why} in the articles shown.", width="content")
            ranges.clock_picker()
        return
    found = peaks.found(corpus, rows, line, 0, state.lens().scale == "share", limit=4)
    _bars(corpus, code, rows, line, found)
    mark = ranges.days(state.get("mark"))
    if mark:
        _behind(corpus, code, rows, line, mark)
    _peaks(corpus, found, line, mark)


def _bars(corpus: Corpus, code: int, rows: np.ndarray, line: Timeline, found: pd.DataFrame) -> None:
    lens, grain = state.lens(), line.periods.grain
    cells = line.frame(empty=True)
    name = corpus.entities.entity.iat[code]
    best = cells.loc[cells["count"].idxmax()]
    mark = ranges.days(state.get("mark"))

    def selected(got: dict[str, Any]) -> None:
        if got.get("box"):
            days = ranges.dragged(got["box"][0].get("x", ()), line.periods)
            if line.clock == "published":
                ranges.narrow_days(days)
            elif days:
                state.change(within=ranges.iso(days))
        elif got.get("points"):
            at = (got["points"][0].get("customdata") or [-1])[0]
            if isinstance(at, int) and 0 <= at < len(cells):
                edges = line.periods.edges
                state.change(mark=ranges.iso((int(edges[at]), int(edges[at + 1]) - 1)))

    def tools() -> None:
        ranges.clock_picker()
        ranges.grain_picker()
        ranges.scale_picker()

    figure = bars(corpus, rows, line, found, mark, scale=lens.scale, height=170)
    chart(
        "In the news" if line.clock == "published" else "When it happened",
        figure,
        cells[["start", "end", "count", "total", "share", "whole"]],
        key="entity.time",
        alt=f"{name} by {grain}; most in {text.period(best.start, grain)}: {best['count']:,} {lens.unit}",
        caption=_caption(line),
        on_select=selected,
        modes=("points", "box"),
        tools=tools,
    )
    if line.clock == "happened" and (state.get("within") or line.outside.any()):
        every = () if state.get("within") else ranges.EVERYTHING
        words = "Show all dates" if every else "Back to the usual stretch"
        st.button(words, type="tertiary", icon=":material/zoom_out_map:", on_click=lambda: state.change(within=every))


def _caption(line: Timeline) -> str:
    grain, left, outside = line.periods.grain, int(line.left_out.sum()), int(line.outside.sum())
    parts = [coarsened(line, ranges.grain())]
    if line.clock == "published":
        parts.append("Click a bar to read, drag to narrow the dates.")
        parts.append("" if line.whole.all() else f"Hatched: the {grain} is not complete.")
        parts.append(f"Not shown: {many(left, 'article')} without a date of publication." if left else "")
    else:
        parts.append("Dates in the sentences that name it. Click a bar to read, drag to zoom.")
        parts.append(f"Not shown: {many(left, 'date')} coarser than a {grain}." if left else "")
        parts.append(f"Beyond this stretch: {many(outside, 'date')}." if outside else "")
    return " ".join(filter(None, parts))


def _behind(corpus: Corpus, code: int, rows: np.ndarray, line: Timeline, mark: tuple[int, int]) -> None:
    found = behind(corpus, rows, Lane("entity", code), mark, clock=line.clock, grain=line.periods.grain)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader(ranges.words_of(mark), anchor=False, width="content")
        st.button("Only these dates", icon=":material/filter_alt:", type="tertiary", key="mark.narrow",
                  disabled=line.clock == "happened", on_click=ranges.narrow_days, args=(mark,))  # fmt: skip
        st.button("Close", icon=":material/close:", type="tertiary", key="mark.close",
                  on_click=lambda: state.change(mark=()))  # fmt: skip
    if len(found):
        moments.show(corpus, line.clock, code, found.row.to_numpy(), "behind")
    else:
        st.caption("No passages in the articles shown.")


def _peaks(corpus: Corpus, found: pd.DataFrame, line: Timeline, mark: tuple[int, int] | None) -> None:
    if not len(found):
        return
    days = [peaks.days_of(p) for p in found.itertuples()]
    acts = [(("read", "Read", d == mark),) for d in days]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader("Peaks", anchor=False, width="content")
        with st.popover("What is a peak", type="tertiary"):
            st.markdown(peaks.HELP)
    peak_list(
        peaks.listed(corpus, found, line.unit, acts),
        "entity.peaks",
        lambda act, row: state.change(mark=ranges.iso(days[row])),
    )

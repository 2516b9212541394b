"""The swimlanes of the Timelines page: the chart with its controls, what stands out in it, what is not in it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dateline import lens as lenses
from dateline.corpus import Corpus
from dateline.counts.timeline import Timeline
from dateline.figures import lanes as lane_figure
from dateline.figures import text
from dateline.web import peaks, ranges, state
from dateline.web.charts import chart
from dateline.web.kept import coarsened
from dateline.web.names import code_of
from dateline.web.words import many


def own_day() -> bool:
    """Whether dates that are the day of publication count."""
    return state.get("own") == "with"


def mark(corpus: Corpus) -> tuple[int, tuple[int, int]] | None:
    """Entity (code) and days of the marker that was clicked."""
    got = state.get("mark")
    days = ranges.days(got[1:]) if len(got) == 3 else None
    code = code_of(corpus, got[0]) if got else -1
    return (code, days) if days and code >= 0 else None


def draw(
    corpus: Corpus, rows: np.ndarray, chosen: pd.DataFrame, line: Timeline, lane: int, found: pd.DataFrame
) -> None:
    """Draw the chart of the lanes of ``line``; ``found`` are the peaks of ``lane``."""
    lens, grain, clock = state.lens(), line.periods.grain, line.clock
    cells = line.frame()
    ends = (line.periods.starts[0], line.periods.ends[-1])
    bands = _bands(corpus, chosen, lane, found)
    figure = lane_figure.lanes(chosen, cells, grain, ends, scale=lens.scale, unit=lens.unit, bands=bands)
    values = cells.assign(name=chosen.entity.to_numpy()[cells.lane])[
        ["name", "start", "end", "count", "total", "share", "whole"]
    ]

    def selected(got: dict[str, Any]) -> None:
        if got.get("box"):
            days = ranges.dragged(got["box"][0].get("x", ()), line.periods)
            if clock == "published":
                ranges.narrow_days(days)
            elif days:
                state.change(within=ranges.iso(days))
        elif got.get("points"):
            at = (got["points"][0].get("customdata") or [-1])[0]
            if isinstance(at, int) and 0 <= at < len(cells):
                period = int(cells.period.iat[at])
                days = (int(line.periods.edges[period]), int(line.periods.edges[period + 1]) - 1)
                state.change(mark=(chosen.entity_id.iat[int(cells.lane.iat[at])], *ranges.iso(days)))

    chart(
        f"In the news, by {grain}" if clock == "published" else f"When it happened, by {grain}",
        figure,
        values,
        key="lanes",
        alt=_alt(chosen, cells, grain),
        caption=_caption(corpus, rows, line),
        on_select=selected,
        modes=("points", "box"),
        tools=_tools,
    )
    if clock == "happened":
        _happened_tools(line)


def _tools() -> None:
    ranges.clock_picker()
    ranges.grain_picker()
    ranges.scale_picker()


def _bands(corpus: Corpus, chosen: pd.DataFrame, lane: int, found: pd.DataFrame) -> list[lane_figure.Band]:
    out = [lane_figure.Band(lane, p.start, p.end, str(n)) for n, p in enumerate(found.itertuples(), start=1)]
    places = {int(c): n for n, c in enumerate(chosen.code)}

    def stretch(code: int, days: tuple[int, int], sign: str) -> None:
        if code in places:
            first, last = (pd.Timestamp(lenses.day(d)) for d in days)
            out.append(lane_figure.Band(places[code], first, last, sign))

    for sign, pin in zip("AB", peaks.pins(corpus), strict=False):
        stretch(pin.entity, pin.days, sign)
    here = mark(corpus)
    if here:
        stretch(*here, "")
    return out


def _alt(chosen: pd.DataFrame, cells: pd.DataFrame, grain: str) -> str:
    words = f"{many(len(chosen), 'name')} over time"
    if not len(cells):
        return words
    best = cells.loc[cells["count"].idxmax()]
    name, unit = chosen.entity[best.lane], state.lens().unit
    return f"{words}; the largest marker is {name}, {text.period(best.start, grain)}: {best['count']:,} {unit}"


def _caption(corpus: Corpus, rows: np.ndarray, line: Timeline) -> str:
    grain, unit = line.periods.grain, state.lens().unit
    left, outside = int(line.left_out.sum()), int(line.outside.sum())
    if left and line.clock == "published":
        # an article that names two of them stands in both lanes, and is one article all the same
        articles = corpus.mention_article[corpus.by_entity.of_codes([lane.code for lane in line.lanes])]
        left = len(np.intersect1d(articles, rows[rows >= corpus.dated]))
    size = f"how many {unit}" if state.lens().scale == "count" else f"what share of the {unit} of that {grain}"
    parts = [coarsened(line, ranges.grain())]
    if line.clock == "published":
        parts.append(f"A marker is a {grain}, its size says {size}. Click one to read; drag to narrow the dates.")
        parts.append("" if line.whole.all() else f"Hollow: the {grain} is not complete.")
        parts.append(f"Not shown: {many(left, 'article')} without a date of publication." if left else "")
    else:
        parts.append(f"A marker is a {grain}, its size says {size} name a date in it, in a sentence with the name.")
        parts.append("Click one to read; drag to zoom.")
        parts.append(f"Not shown: {many(left, 'date')} coarser than a {grain}." if left else "")
        parts.append(f"Beyond this stretch: {many(outside, 'date')}." if outside else "")
    return " ".join(filter(None, parts))


def _happened_tools(line: Timeline) -> None:
    """What only the happened clock has: how far it reaches, and the day of publication."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        own_day_box(line)
        if state.get("within"):
            st.button("Back to the usual stretch", type="tertiary", icon=":material/zoom_out_map:", key="within.usual",
                      on_click=lambda: state.change(within=()))  # fmt: skip
        elif line.outside.any():
            st.button("Show all dates", type="tertiary", icon=":material/zoom_out_map:", key="within.all",
                      on_click=lambda: state.change(within=ranges.EVERYTHING))  # fmt: skip


def own_day_box(line: Timeline | None = None) -> None:
    """Draw the choice to leave out the day of publication."""
    words = "Leave out the day of publication"
    if line is not None and line.own_day.any():
        words += f" ({int(line.own_day.sum()):,} of the dates)"
    left_out = not own_day()
    widget = state.seeded(
        "timelines.own.box", left_out, lambda: state.change(own="with" if left_out else "without")
    )  # fmt: skip
    st.checkbox(
        words,
        help="“On Tuesday” in Tuesday’s report, or the date at its head, say when it was written.",
        **widget,
    )

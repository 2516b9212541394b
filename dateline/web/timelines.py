"""The Timelines page: swimlanes of names over time, on two clocks; a marker opens its passages."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dateline import lens as lenses
from dateline.corpus import Corpus
from dateline.counts.timeline import Lane, Timeline, behind, timeline
from dateline.counts.top import KINDS, top_entities
from dateline.figures import lanes as lane_figure
from dateline.figures import text
from dateline.web import evidence, notices, ranges, state
from dateline.web.charts import chart
from dateline.web.names import name_picker
from dateline.web.words import many, plain

_CLOCKS = {"published": "Published", "happened": "Happened"}
MOST_LANES = 12


def draw(corpus: Corpus, rows: np.ndarray) -> None:
    """Draw the page."""
    st.title("Timelines", anchor=False)
    if not len(rows):
        notices.nothing(corpus)
        return
    _controls(corpus)
    chosen = _chosen(corpus, rows)
    if not len(chosen):
        st.info("No names of this kind in the articles shown.", icon=":material/person_off:")
        return
    line = timeline(
        corpus,
        rows,
        [Lane("entity", int(c)) for c in chosen.code],
        clock=state.get("clock"),
        grain=ranges.grain(),
        unit=state.lens().unit,
        span=ranges.span(corpus, state.get("clock")),
    )
    if line is None:
        st.info(_undated(), icon=":material/event_busy:")
        return
    _figure(chosen, line)
    _open(chosen)
    _behind(corpus, rows, chosen, line)


def _controls(corpus: Corpus) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.segmented_control(
            "Clock",
            list(_CLOCKS),
            format_func=_CLOCKS.get,
            required=True,
            help="Published: when articles appeared. Happened: the dates named in the text beside the name.",
            **state.bound("clock"),
        )
        ranges.grain_picker()
        st.selectbox("Kind", ["all", *KINDS], format_func=str.capitalize, width=210, **state.bound("kind"))
        st.number_input("Lanes", 1, MOST_LANES, width=110, **state.bound("lanes"))
    name_picker(corpus, "lane", "Names (leave empty for those most in the news)", most=MOST_LANES)


def _chosen(corpus: Corpus, rows: np.ndarray) -> pd.DataFrame:
    """The lanes: entity_id, entity, label, code; those asked for, else the top ones of the kind."""
    wanted = [corpus.entity_code(i) for i in state.get("lane")]
    wanted = [c for c in wanted if c >= 0][:MOST_LANES]
    if wanted:
        return corpus.entities.iloc[wanted][["entity_id", "entity", "label"]].assign(code=wanted).reset_index(drop=True)
    labels = KINDS.get(state.get("kind"), ())
    limit = min(max(1, state.get("lanes")), MOST_LANES)
    return top_entities(corpus, rows, unit=state.lens().unit, labels=labels, limit=limit)


def _undated() -> str:
    if state.get("clock") == "happened":
        return "No dates are named beside these names in the articles shown."
    return "None of the articles shown has a date of publication. Dates can be set on the Load page, under Put right."


def _figure(chosen: pd.DataFrame, line: Timeline) -> None:
    lens, grain = state.lens(), line.periods.grain
    cells = line.frame()
    figure = lane_figure.lanes(chosen, cells, grain, scale=lens.scale, unit=lens.unit)
    values = cells.assign(name=chosen.entity.to_numpy()[cells.lane])[
        ["name", "start", "end", "count", "total", "share", "whole"]
    ]
    clock = state.get("clock")
    title = "In the news" if clock == "published" else "When things happened"
    best = cells.loc[cells["count"].idxmax()] if len(cells) else None
    alt = f"{many(len(chosen), 'name')} over time"
    if best is not None:
        peak = text.period(best.start, grain)
        alt += f"; the largest marker is {chosen.entity[best.lane]}, {peak}, {best['count']:,} {lens.unit}"
    left = int(line.left_out.sum())
    caption = (
        f"Each marker is one {grain}; its size says how many {lens.unit}. Click one to read; drag to narrow the dates."
    )
    if left:
        what = "articles without a date of publication" if clock == "published" else f"dates coarser than a {grain}"
        caption += f" Not shown: {left:,} {what}."
    if not line.whole.all() and clock == "published":
        caption += " Hollow markers: the period is not complete."

    def selected(got: dict[str, Any]) -> None:
        if got.get("box"):
            ranges.narrow(got["box"][0]["x"])
        elif got.get("points"):
            lane, first, last = got["points"][0]["customdata"]
            state.change(mark=(chosen.entity_id[int(lane)], first, last))

    chart(title, figure, values, key="lanes", alt=alt, caption=caption, on_select=selected, modes=("points", "box"))


def _open(chosen: pd.DataFrame) -> None:
    with st.container(horizontal=True, gap="small"):
        for row in chosen.itertuples():
            st.button(
                plain(row.entity, 40),
                key=f"open.{row.entity_id}",
                type="tertiary",
                icon=":material/person:" if row.label == "PERSON" else None,
                on_click=lambda i=row.entity_id: state.jump("entity", id=i),
                help="Open its page",
            )


def _behind(corpus: Corpus, rows: np.ndarray, chosen: pd.DataFrame, line: Timeline) -> None:
    """The passages behind the marker that was clicked."""
    mark = state.get("mark")
    days = ranges.days(mark[1:]) if len(mark) == 3 else None
    code = corpus.entity_code(mark[0]) if mark else -1
    if days is None or code < 0:
        return
    clock = state.get("clock")
    grain = line.periods.grain
    found = behind(corpus, rows, Lane("entity", code), days, clock=clock, grain=grain)
    first = lenses.day(days[0])
    name = corpus.entities.entity.iat[code]
    st.subheader(f"{plain(name)}, {text.period(first, grain)}", anchor=False)
    if not len(found):
        st.info("No passages: the filters have changed since this marker was clicked.", icon=":material/search_off:")
        return
    evidence.show(corpus, "mentions" if clock == "published" else "times", found.row.to_numpy(), key="behind")

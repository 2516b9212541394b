"""Topics or themes over time: a lane each, on two clocks; a marker opens its articles or the dates named in them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dateline import lens as lenses
from dateline.corpus import Corpus
from dateline.counts.timeline import Lane, Timeline, behind
from dateline.figures import lanes as lane_figure
from dateline.figures import text
from dateline.figures.topic_map import ink
from dateline.web import moments, ranges, state, topic_lines
from dateline.web.charts import chart
from dateline.web.kept import coarsened
from dateline.web.kept import line as counted
from dateline.web.lists import article_list
from dateline.web.topic_lines import Opened
from dateline.web.words import many, plain

_LANES, _MOST = 10, 20
_NOBODY = -9
"""A code that no name has: nothing but the date is marked in a passage."""


def draw(corpus: Corpus, rows: np.ndarray) -> None:
    """Draw the lanes of the article rows and what was clicked in them."""
    found = topic_lines.sizes(corpus, rows)
    both = topic_lines.grouped(found)
    level = state.get("level") if both else "topics"
    chosen = _chosen(corpus, rows, level)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if both:
            words = {"topics": "Topics", "themes": "Themes"}
            st.segmented_control("Level", list(words), format_func=words.get, required=True,
                                 label_visibility="collapsed",
                                 **state.bound("level", on_change=lambda: state.change(lane=(), mark=())))  # fmt: skip
        _picker(corpus, level)
    if not len(chosen):
        st.info("None of the articles shown has a topic.", icon=":material/category:")
        return
    clock = state.get("clock")
    kind = "theme" if level == "themes" else "topic"
    line = counted(
        corpus,
        rows,
        tuple(Lane(kind, int(c)) for c in chosen.code),
        clock=clock,
        grain=ranges.grain(),
        span=ranges.span(corpus, clock),
        own_day=state.get("own") == "with",
        reach=ranges.reach(),
    )
    if line is None:
        words = "No dates are named in the articles shown." if clock == "happened" else (
            "None of the articles shown has a date of publication. Dates can be set on the Load page."
        )  # fmt: skip
        st.info(words, icon=":material/event_busy:")
        ranges.clock_picker()
        return
    _chart(corpus, chosen, line)
    _behind(corpus, rows, chosen, line, kind)


def _picker(corpus: Corpus, level: str) -> None:
    part = corpus.topics.drop_duplicates("theme_id") if level == "themes" else corpus.topics
    id_, name = ("theme_id", "theme") if level == "themes" else ("topic_id", "topic")
    names = {str(i): n for i, n in zip(part[id_], part[name], strict=True)}
    options = [*names, *(k for k in state.get("lane") if k not in names)]
    st.multiselect(
        "Which",
        options,
        format_func=lambda i: names.get(i, f"{i} (not in this pile)"),
        max_selections=_MOST,
        placeholder=f"The largest ones, or choose up to {_MOST}",
        label_visibility="collapsed",
        **state.bound("lane"),
    )


def _chosen(corpus: Corpus, rows: np.ndarray, level: str) -> pd.DataFrame:
    """The lanes: code, entity (name), label, note, ink; those asked for, else the largest."""
    found = topic_lines.sizes(corpus, rows)
    if level == "themes":
        part = found.themes.rename(columns={"theme_id": "code", "theme": "entity"}).assign(theme=lambda f: f.code)
    else:
        part = found.topics.rename(columns={"topic_id": "code", "topic": "entity", "theme_id": "of", "theme": "name"})
        part = part.assign(theme=part.of)
    wanted = [int(k) for k in state.get("lane") if k.isascii() and k.isdigit() and len(k) < 9]
    if wanted:
        order = {c: n for n, c in enumerate(wanted)}
        part = part[part.code.isin(wanted)].sort_values("code", key=lambda s: s.map(order)).head(_MOST)
    else:
        # theme by theme, as in the list, but only the largest topics
        largest = part[part["count"] > 0].nlargest(_LANES, "count").index
        part = part.loc[sorted(largest)]
    none = np.where(part["count"] > 0, "no date in these periods", "none in the articles shown")
    return pd.DataFrame(
        {"code": part.code.to_numpy(), "entity": part.entity.to_numpy(), "label": "", "note": none,
         "ink": [ink(topic_lines.rank(found, int(t))) for t in part.theme]}
    )  # fmt: skip


def _chart(corpus: Corpus, chosen: pd.DataFrame, line: Timeline) -> None:
    lens, grain, clock = state.lens(), line.periods.grain, line.clock
    cells = line.frame()
    mark = _mark(chosen)
    bands = []
    if mark is not None:
        first, last = (pd.Timestamp(lenses.day(d)) for d in mark[1])
        bands = [lane_figure.Band(mark[0], first, last, "")]
    ends = (line.periods.starts[0], line.periods.ends[-1])
    figure = lane_figure.lanes(chosen, cells, grain, ends, scale=lens.scale, unit=lens.unit, bands=bands, lines=3)

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
                state.change(mark=(str(chosen.code.iat[int(cells.lane.iat[at])]), *ranges.iso(days)))

    def tools() -> None:
        ranges.clock_picker()
        ranges.grain_picker()
        ranges.scale_picker()

    chart(
        f"In the news, by {grain}" if clock == "published" else f"When it happened, by {grain}",
        figure,
        cells.assign(name=chosen.entity.to_numpy()[cells.lane])[
            ["name", "start", "end", "count", "total", "share", "whole"]
        ],
        key="topic.lanes",
        alt=_alt(chosen, cells, grain),
        caption=_caption(line),
        on_select=selected,
        modes=("points", "box"),
        tools=tools,
    )
    if clock == "happened":
        _reach(line)


def _alt(chosen: pd.DataFrame, cells: pd.DataFrame, grain: str) -> str:
    words = f"{many(len(chosen), 'topic')} over time"
    if not len(cells):
        return words
    best, unit = cells.loc[cells["count"].idxmax()], state.lens().unit
    name = chosen.entity.iat[int(best.lane)]
    return f"{words}; the largest marker is {name}, {text.period(best.start, grain)}: {best['count']:,} {unit}"


def _caption(line: Timeline) -> str:
    grain, lens = line.periods.grain, state.lens()
    left = int(line.left_out.sum())
    size = f"how many {lens.unit}" if lens.scale == "count" else f"what share of the {lens.unit} of that {grain}"
    parts = [coarsened(line, ranges.grain()), f"A marker is a {grain}, its size says {size}"]
    if line.clock == "published":
        parts[-1] += ". Click one to read; drag to narrow the dates. Colour and shape say the theme."
        parts.append("" if line.whole.all() else f"Hollow: the {grain} is not complete.")
        parts.append(f"Not shown: {many(left, 'article')} without a date of publication." if left else "")
    else:
        outside = int(line.outside.sum())
        parts[-1] += " name a date in it. Click one to read; drag to zoom. Colour and shape say the theme."
        parts.append(f"Not shown: {many(left, 'date')} coarser than a {grain}." if left else "")
        parts.append(f"Beyond this stretch: {many(outside, 'date')}." if outside else "")
    return " ".join(filter(None, parts))


def _reach(line: Timeline) -> None:
    """What only the happened clock has: how far it reaches, and the day of publication."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        left_out = state.get("own") == "without"
        widget = state.seeded("topics.own", left_out, lambda: state.change(own="with" if left_out else "without"))
        st.checkbox("Leave out the day of publication", **widget)
        if state.get("within"):
            st.button("Back to the usual stretch", type="tertiary", icon=":material/zoom_out_map:", key="within.usual",
                      on_click=lambda: state.change(within=()))  # fmt: skip
        elif line.outside.any():
            st.button("Show all dates", type="tertiary", icon=":material/zoom_out_map:", key="within.all",
                      on_click=lambda: state.change(within=ranges.EVERYTHING))  # fmt: skip


def _mark(chosen: pd.DataFrame) -> tuple[int, tuple[int, int]] | None:
    """Lane (row of ``chosen``) and days of the marker that was clicked."""
    got = state.get("mark")
    days = ranges.days(got[1:]) if len(got) == 3 else None
    at = np.flatnonzero(chosen.code.astype(str).to_numpy() == got[0]) if got else []
    return (int(at[0]), days) if days and len(at) else None


def _behind(corpus: Corpus, rows: np.ndarray, chosen: pd.DataFrame, line: Timeline, kind: str) -> None:
    mark = _mark(chosen)
    if mark is None:
        return
    lane, days = mark
    code, name = int(chosen.code.iat[lane]), chosen.entity.iat[lane]
    st.subheader(f"{plain(name)}, {ranges.words_of(days)}", anchor=False)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(f"Open the {kind}", icon=":material/category:", type="tertiary", key="mark.open",
                  on_click=lambda: state.change(view="list", open=Opened(kind, code, name).key, mark=()))  # fmt: skip
        st.button("Close", icon=":material/close:", type="tertiary", key="mark.close",
                  on_click=lambda: state.change(mark=()))  # fmt: skip
    settings = {"clock": line.clock, "grain": line.periods.grain, "own_day": state.get("own") == "with"}
    found = behind(corpus, rows, Lane(kind, code), days, **settings)
    if not len(found):
        st.info("No articles: the filters have changed since this marker was clicked.", icon=":material/search_off:")
    elif line.clock == "happened":
        moments.show(corpus, "happened", _NOBODY, found.row.to_numpy(), "topic.dates")
    else:
        article_list(corpus, found.article.to_numpy(), "topic.behind", each=10)

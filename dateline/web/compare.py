"""The Compare page: two sides, what tells them apart, how much each wrote when, who is in it and who speaks."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dateline.corpus import Corpus
from dateline.counts.periods import Periods
from dateline.counts.timeline import Lane, behind
from dateline.figures.facing import facing
from dateline.web import contrast, notices, ranges, rankings, side_pickers, state
from dateline.web import sides as sides_
from dateline.web.charts import chart
from dateline.web.kept import digest, kept
from dateline.web.kept import line as counted
from dateline.web.lists import article_list
from dateline.web.sides import Side
from dateline.web.words import many, plain


def draw(corpus: Corpus, rows: np.ndarray) -> None:
    """Draw the page."""
    st.title("Compare", anchor=False)
    # views that were kept stand by themselves, whatever the filters on the left are
    if not len(corpus) or (not len(rows) and state.get("by") != "any"):
        notices.nothing(corpus)
        return
    by = sides_.kind(corpus, rows)
    a, b = sides_.sides(corpus, rows)
    side_pickers.draw(corpus, rows, by, a, b)
    if side_pickers.problems(corpus, by, a, b, rows):
        return
    contrast.draw(corpus, a, b)
    _volume(corpus, a, b)
    _people(corpus, a, b)


def _volume(corpus: Corpus, a: Side, b: Side) -> None:
    both = np.zeros(len(corpus), bool)
    both[a.rows] = both[b.rows] = True
    both = np.flatnonzero(both).astype(np.int32)
    whole = counted(corpus, both, (Lane(),), grain=ranges.grain())
    if whole is None:
        st.caption("None of the articles compared has a date of publication.")
        return
    grain, edges, unit = whole.periods.grain, whole.periods.edges, state.lens().unit
    cells = [_cells(corpus, s.rows, whole.periods) for s in (a, b)]
    share = state.lens().scale == "share"
    ends, names = (whole.periods.starts[0], whole.periods.ends[-1]), (a.name, b.name)
    figure = kept(
        corpus,
        a.rows,
        "facing",
        (digest(b.rows), names, grain, share, unit),
        lambda: facing(*cells, names, grain, ends, share=share, unit=unit),
    )

    def selected(got: dict[str, Any]) -> None:
        side, row = ([*(got["points"][0].get("customdata") or ()), -1, -1] if got.get("points") else [-1, -1])[:2]
        if side in (0, 1) and isinstance(row, int) and 0 <= row < len(whole.periods):
            state.change(mark=("AB"[side], *ranges.iso((int(edges[row]), int(edges[row + 1]) - 1))))
        elif got.get("box"):
            ranges.narrow_days(ranges.dragged(got["box"][0].get("x", ()), whole.periods))

    def tools() -> None:
        ranges.grain_picker()
        ranges.scale_picker()

    values = pd.concat([c.assign(side=s) for c, s in zip(cells, "AB", strict=True)], ignore_index=True)
    totals = [int(c["count"].sum()) for c in cells]
    chart(
        f"Share of all {unit} by {grain}" if share else f"{unit.capitalize()} by {grain}",
        figure,
        values[["side", "start", "end", "count", "total", "share", "whole"]],
        key="facing",
        alt=f"Over time by {grain}: A has {totals[0]:,}, B {totals[1]:,} in all",
        caption=" ".join(
            filter(
                None,
                (
                    "Click a bar to read, drag to narrow the dates.",
                    f"Shares are of everything in the pile in that {grain}." if share else "",
                    "" if whole.whole.all() else f"Hatched: the {grain} is not complete.",
                ),
            )
        ),
        on_select=selected,
        modes=("points", "box"),
        tools=tools,
    )
    _behind(corpus, a, b, grain)


def _cells(corpus: Corpus, rows: np.ndarray, periods: Periods) -> pd.DataFrame:
    """A side in given periods, its shares being of all that the pile holds in the same period."""
    span = (int(periods.edges[0]), int(periods.edges[-1]) - 1)
    mine = counted(corpus, rows, (Lane(),), grain=periods.grain, span=span).frame(empty=True)
    every = np.arange(len(corpus), dtype=np.int32)
    whole = counted(corpus, every, (Lane(),), grain=periods.grain, span=span)
    return mine.assign(
        total=whole.totals, share=mine["count"] / np.where(whole.totals, whole.totals, np.nan), whole=whole.whole
    )


def _behind(corpus: Corpus, a: Side, b: Side, grain: str) -> None:
    """The articles behind the bar that was clicked."""
    mark = state.get("mark")
    days = ranges.days(mark[1:]) if len(mark) == 3 and mark[0] in ("A", "B") else None
    if days is None:
        return
    side = a if mark[0] == "A" else b
    inside = behind(corpus, side.rows, Lane(), days, grain=grain).article.to_numpy()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader(f"{side.sign}, {ranges.words_of(days)}: {many(len(inside), 'article')}", anchor=False,
                     width="content")  # fmt: skip
        st.button("Close", icon=":material/close:", type="tertiary", key="mark.close",
                  on_click=lambda: state.change(mark=()))  # fmt: skip
    if len(inside):
        article_list(corpus, inside, "mark.articles", each=6)


def _people(corpus: Corpus, a: Side, b: Side) -> None:
    """Who is in the news and who speaks on either side; a row opens its passages in both."""
    who = state.get("who")
    kind, _, now = who.partition(":")
    for title, name, top_of, draw_top, none in (
        ("In the news", "name", rankings.named, rankings.draw_named, "No names."),
        ("Speaking", "said", rankings.speaking, rankings.draw_speaking, "No quotations with a known speaker."),
    ):
        st.subheader(title, anchor=False)
        for side, column in zip((a, b), st.columns(2, gap="large"), strict=True):
            with column:
                st.markdown(f"**{side.sign}**: {plain(side.name, 80)}")
                top = top_of(corpus, side.rows, limit=10)
                if not len(top):
                    st.caption(none)
                    continue
                draw_top(
                    corpus,
                    side.rows,
                    top,
                    f"{name}.{side.sign}",
                    lens=side.lens,
                    on_open=lambda id_, name=name: state.change(who=f"{name}:{id_}"),
                    now=now if kind == name else "",
                )
        if kind == name:
            contrast.opened(corpus, who, a, b, "who")

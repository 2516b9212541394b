"""What stands beside an article: who speaks in it, and the dates in it as a small timeline."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from dateline.figures.strip import date_strip as strip_figure
from dateline.web.when import when
from dateline.web.words import many, on_day, plain


def speakers(quotes: pd.DataFrame, on_open: Callable[[Any], None]) -> None:
    """Who speaks: a button a speaker that opens the first of its quotations."""
    if not len(quotes):
        return
    st.subheader("Who speaks", anchor=False)
    name = quotes.speaker_entity.where(quotes.speaker_entity != "", quotes.speaker)
    first = quotes.assign(name=name.where(name != "", "Speaker unknown")).drop_duplicates("quote_id")
    for who, said in sorted(first.groupby("name", sort=False), key=lambda g: -len(g[1])):
        row = said.iloc[0]
        st.button(
            f"{plain(str(who), 60)} · {many(len(said), 'quotation')}",
            key=f"speaker.{who}",
            type="tertiary",
            on_click=on_open,
            args=(row,),
        )


def date_strip(times: pd.DataFrame, article: pd.Series, on_open: Callable[[int, int], None]) -> None:
    """The calendar dates named in an article, in order; a click on one opens its sentence."""
    dated = times[times.earliest.notna()].sort_values(["earliest", "start"])
    if not len(dated):
        return
    st.subheader("Dates in the text", anchor=False)

    def chosen() -> None:
        from dateline.web import state

        got = state.value_of("strip")
        points = got.selection.points if got is not None else []
        at = points[0].get("customdata") if points else None
        at = at[0] if isinstance(at, list | tuple) else at
        if at is not None and 0 <= int(at) < len(dated):
            row = dated.iloc[int(at)]
            on_open(int(row.start), int(row.end))

    alt = (
        f"{many(len(dated), 'date')} in the text, from {on_day(dated.earliest.iloc[0])} to {on_day(dated.latest.max())}"
    )
    dated = dated.assign(when=[when(a, b) for a, b in zip(dated.earliest, dated.latest, strict=True)])
    figure = strip_figure(dated, article.published)
    st.plotly_chart(
        figure, key="strip", alt=alt, on_select=chosen, selection_mode="points", config={"displayModeBar": False}
    )
    for n, row in enumerate(dated.drop_duplicates("value").head(12).itertuples()):
        st.button(
            f"{plain(row.value)}: “{plain(row.text, 50)}”",
            key=f"date.{n}",
            type="tertiary",
            on_click=on_open,
            args=(row.start, row.end),
            help=row.how or None,
        )

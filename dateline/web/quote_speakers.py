"""Who is quoted most, and the quotations of the speaker whose bar is open, through time and to read."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dateline import lens as lenses
from dateline.counts import quotes as counts
from dateline.counts.periods import Periods
from dateline.figures import text
from dateline.figures.quoted import quoted as bars
from dateline.figures.volume import volume
from dateline.web import quote_words, ranges, state
from dateline.web.charts import chart
from dateline.web.names import code_of
from dateline.web.quote_filters import Chosen
from dateline.web.words import many, plain

_MOST = 20


def draw(of: Chosen) -> None:
    """Draw the bars, and beside them the speaker that is open: the first one unless another was clicked."""
    corpus, unit = of.corpus, state.lens().unit
    settings = {"unit": unit, "limit": _MOST}
    top = of.kept("quoted", (unit,), lambda: counts.quoted(corpus, of.rows, of=of.first, **settings))
    if not len(top):
        st.info("None of these quotations has a speaker with a name.", icon=":material/person_off:")
        return
    wanted = state.get("open")
    code = code_of(corpus, wanted) if wanted else int(top.code.iat[0])
    left, right = st.columns([0.46, 0.54], gap="large")
    with left:
        _bars(top, code, unit)
    with right:
        if code < 0:
            st.warning(f"There is no name “{plain(wanted, 60)}” in this pile (any more).", icon=":material/link_off:")
        else:
            _speaker(of, code)


def _bars(top: pd.DataFrame, code: int, unit: str) -> None:
    def selected(got: dict[str, Any]) -> None:
        at = (got["points"][0].get("customdata") or [-1])[0]
        if isinstance(at, int) and 0 <= at < len(top):
            state.change(open=top.entity_id.iat[at], mark=())

    at = np.flatnonzero(top.code.to_numpy() == code)
    chart(
        "Quoted most",
        bars(top, unit=unit, now=int(at[0]) if len(at) else -1),
        top[["entity", "label", "count", "quotations"]],
        key="quoted",
        alt=f"Quoted in most {unit}: " + ", ".join(f"{r.entity} ({r.count:,})" for r in top.head(5).itertuples()),
        caption=f"In how many {unit}. Click a bar to read the quotations.",
        on_select=selected,
        modes=("click",),
    )


def _speaker(of: Chosen, code: int) -> None:
    corpus = of.corpus
    entity_id, name = corpus.entities.entity_id.iat[code], corpus.entities.entity.iat[code]
    mine = of.first[corpus.quote_speaker[of.first] == code]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader(plain(name), anchor=False, width="content")
        st.button("Open the page", icon=":material/person:", type="tertiary", key="speaker.page",
                  on_click=lambda: state.jump("entity", id=entity_id, show="said"))  # fmt: skip
        st.button("As a table", icon=":material/table_rows:", type="tertiary", key="speaker.table",
                  on_click=lambda: state.change(view="table", who=(entity_id,)))  # fmt: skip
    if not len(mine):
        st.caption("Not quoted in the articles shown, or the filters leave the quotations out.")
        return
    mark = ranges.days(state.get("mark"))
    _time(of, code, mine, mark)
    if mark:
        day = corpus.day[corpus.quote_article[mine]]
        mine = mine[(day >= mark[0]) & (day <= mark[1])]
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{ranges.words_of(mark)}**", width="content")
            st.button("All quotations", icon=":material/close:", type="tertiary", key="speaker.all",
                      on_click=lambda: state.change(mark=()))  # fmt: skip
    if len(mine):
        quote_words.show(corpus, mine, "speaker.quotes", each=5)
    else:
        st.caption("No quotations then.")


def _time(of: Chosen, code: int, mine: np.ndarray, mark: tuple[int, int] | None) -> None:
    corpus, lens = of.corpus, state.lens()
    undated = int((corpus.quote_article[mine] >= corpus.dated).sum())
    if undated == len(mine):
        st.caption("None of these quotations stands in an article with a date.")
        return
    days = corpus.day[of.rows[of.rows < corpus.dated]]
    asked = ranges.span(corpus)
    periods = Periods.between(*(asked or (int(days.min()), int(days.max()))), ranges.grain())
    shown = periods.grain

    def make() -> pd.DataFrame:
        return counts.over_time(corpus, code, of.rows, unit=lens.unit, grain=shown, span=asked, of=of.first)

    cells = of.kept("over time", (code, lens.unit, shown, asked), make)

    def selected(got: dict[str, Any]) -> None:
        if got.get("box"):
            ranges.narrow_days(ranges.dragged(got["box"][0].get("x", ()), periods))
        elif got.get("points"):
            at = (got["points"][0].get("customdata") or [-1])[0]
            if isinstance(at, int) and 0 <= at < len(cells):
                state.change(mark=(f"{cells.start.iat[at]:%Y-%m-%d}", f"{cells.end.iat[at]:%Y-%m-%d}"))

    best = cells.loc[cells["count"].idxmax()]
    caption = "Click a bar to read those alone, drag to narrow the dates."
    caption += "" if cells.whole.all() else f" Hatched: the {shown} is not complete."
    caption += f" Not shown: {many(undated, 'quotation')} in articles without a date." if undated else ""
    chart(
        f"Quoted, by {shown}",
        volume(
            cells,
            shown,
            (periods.starts[0], periods.ends[-1]),
            scale=lens.scale,
            unit=lens.unit,
            open_=tuple(pd.Timestamp(lenses.day(d)) for d in mark) if mark else None,
            height=150,
        ),
        cells[["start", "end", "count", "quotations", "total", "share"]],
        key="speaker.time",
        alt=f"Quoted most in {text.period(best.start, shown)}: {best['count']:,} {lens.unit}",
        caption=caption,
        on_select=selected,
        modes=("points", "box"),
        tools=ranges.grain_picker,
    )

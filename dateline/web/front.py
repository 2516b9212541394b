"""The front page: how much was written when and why, who is in the news, who speaks, what is new."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dateline.corpus import Corpus
from dateline.counts.peaks import peaks
from dateline.counts.periods import day_number
from dateline.counts.timeline import Lane, Timeline, timeline
from dateline.counts.top import top_entities, top_speakers
from dateline.figures import text
from dateline.figures import volume as volume_figure
from dateline.web import data, notices, ranges, state
from dateline.web.charts import chart
from dateline.web.components.passages import cards
from dateline.web.lists import newest_first
from dateline.web.words import many, plain


def draw(corpus: Corpus, rows: np.ndarray) -> None:
    """Draw the page."""
    here = data.pile()
    st.title(plain(here.name if here else "Dateline"), anchor=False)
    if not len(rows):
        notices.nothing(corpus)
        return
    _health(corpus, rows)
    _volume(corpus, rows)
    left, right = st.columns(2, gap="large")
    with left:
        _people(corpus, rows)
    with right:
        _speakers(corpus, rows)
    _newest(corpus, rows)


def _health(corpus: Corpus, rows: np.ndarray) -> None:
    """The pile's health in one line."""
    refused = int((corpus.report.outcome == "refused").sum())
    undated = int((rows >= corpus.dated).sum())
    unknown = int((corpus.articles.source.to_numpy()[rows] == "").sum())
    waiting = int((~corpus.articles.annotated.to_numpy()[rows]).sum())
    silent = int((corpus.quote_speaker < 0).sum())
    parts = [
        f"{undated:,} without a date" if undated else "",
        f"{unknown:,} without an outlet" if unknown else "",
        f"{waiting:,} not read for names" if waiting else "",
        f"{many(refused, 'file')} refused" if refused else "",
        f"{silent:,} of {many(len(corpus.quotes), 'quotation')} without a known speaker" if silent else "",
    ]
    model = corpus.manifest.get("model", {})
    by = f"Read with {model.get('name', '')} {model.get('version', '')}." if model else ""
    told = " · ".join(filter(None, parts)) or "Every article is dated, and nothing was refused"
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(plain(f"{told}. {by}"))
        if refused or undated or unknown:
            st.button(
                "Put right",
                type="tertiary",
                icon=":material/build:",
                on_click=lambda: state.jump("load", view="articles" if undated or unknown else "report"),
            )


def _volume(corpus: Corpus, rows: np.ndarray) -> None:
    lens = state.lens()
    ranges.grain_picker()
    line = timeline(corpus, rows, [Lane()], grain=ranges.grain(), unit=lens.unit, span=ranges.span(corpus))
    if line is None:
        st.info("None of the articles shown has a date of publication.", icon=":material/event_busy:")
        return
    cells = line.frame(empty=True)
    # the share of everything in the pile: what is shown against all that was published in the same period
    if len(rows) < len(corpus):
        whole = timeline(
            corpus,
            np.arange(len(corpus), dtype=np.int32),
            [Lane()],
            grain=line.periods.grain,
            unit=lens.unit,
            span=(int(line.periods.edges[0]), int(line.periods.edges[-1]) - 1),
        )
        cells = cells.assign(total=whole.totals, share=cells["count"] / np.maximum(whole.totals, 1))
    scale = lens.scale if len(rows) < len(corpus) else "count"
    found = _peaks(corpus, rows, line, cells, scale)
    grain = line.periods.grain
    figure = volume_figure.volume(cells, grain, scale=scale, unit=lens.unit, peaks=found)

    def selected(got: dict[str, Any]) -> None:
        ranges.narrow(got["box"][0]["x"] if got.get("box") else got["points"][0]["customdata"])

    word = lens.unit.capitalize()
    title = f"{word} by {grain}" if scale == "count" else f"Share of all {lens.unit} by {grain}"
    caption = "Click a bar, or drag, to narrow the dates."
    if not line.whole.all():
        caption += " Hatched: the period is not complete."
    best = cells.loc[cells["count"].idxmax()]
    alt = f"{word} over time; most in {text.period(best.start, grain)}: {best['count']:,}"
    chart(
        title,
        figure,
        cells[["start", "end", "count", "total", "share", "whole"]],
        key="volume",
        alt=alt,
        caption=caption,
        on_select=selected,
        modes=("points", "box"),
    )
    _peak_list(found)


def _peaks(corpus: Corpus, rows: np.ndarray, line: Timeline, cells: pd.DataFrame, scale: str) -> pd.DataFrame:
    """The peaks, with where to write their label in the figure (x, y) and the label: names first, then words."""
    found = peaks(corpus, rows, line, share=scale == "share", limit=4)
    top = cells.set_index("start").reindex(found.top)
    value = top["count"] if scale == "count" else top.share
    labels = [", ".join([*p.names[:2], *p.words][:2]) for p in found.itertuples()]
    at = text.middle(found.top, pd.Series(top.end.to_numpy()))
    return found.assign(label=labels, x=at.to_numpy(), y=value.to_numpy())


def _peak_list(found: pd.DataFrame) -> None:
    """Each peak in words, with its top headline; a click narrows the dates to it."""
    for n, row in enumerate(found.itertuples()):
        days = (day_number(row.start.date()), day_number(row.end.date()))
        what = ", ".join([*row.names, *row.words][:4])
        headline = f" · “{plain(row.headline, 100)}”" if row.headline else ""
        st.button(
            f"**{plain(ranges.words_of(days))}**: {plain(what, 80)}{headline}",
            key=f"peak.{n}",
            type="tertiary",
            icon=":material/trending_up:",
            on_click=ranges.narrow_days,
            args=(days,),
        )


def _people(corpus: Corpus, rows: np.ndarray) -> None:
    st.subheader("In the news", anchor=False)
    top = top_entities(corpus, rows, unit=state.lens().unit, limit=12)
    if not len(top):
        st.caption("No names were found in these articles.")
        return
    line = timeline(corpus, rows, [Lane("entity", int(c)) for c in top.code], unit=state.lens().unit)
    trend = [list(map(int, c)) for c in line.counts] if line is not None else [[] for _ in range(len(top))]
    _names_table(top.assign(trend=trend), "people", "Mentions", "mentions")


def _speakers(corpus: Corpus, rows: np.ndarray) -> None:
    st.subheader("Speaking", anchor=False)
    top = top_speakers(corpus, rows, unit=state.lens().unit, limit=12)
    if not len(top):
        st.caption("No quotations with a known speaker in these articles.")
        return
    inside = np.zeros(len(corpus), bool)
    inside[rows] = True
    weeks = _rhythm(corpus, top.code.to_numpy(), inside)
    _names_table(top.assign(trend=weeks), "speakers", "Quotations", "quotes", show="said")


def _rhythm(corpus: Corpus, codes: np.ndarray, inside: np.ndarray) -> list[list[int]]:
    """Quotations of each speaker in about 30 equal stretches of the time shown."""
    if corpus.span is None:
        return [[] for _ in codes]
    first, last = corpus.span
    steps = 30
    out = []
    for c in codes:
        articles = corpus.quote_article[corpus.by_speaker.of_code(int(c))]
        days = corpus.day[articles[inside[articles] & (articles < corpus.dated)]]
        at = (days.astype(np.int64) - first) * steps // max(1, last - first + 1)
        out.append(np.bincount(at, minlength=steps).tolist())
    return out


def _names_table(top: pd.DataFrame, key: str, events_label: str, events: str, show: str = "passages") -> None:
    unit = state.lens().unit

    def opened() -> None:
        got = state.value_of(key)
        cells = got.selection.cells if got is not None else []
        if cells and cells[0][0] < len(top):
            state.jump("entity", id=top.entity_id.iat[cells[0][0]], show=show)

    st.dataframe(
        top[["entity", "trend", "count", events]],
        hide_index=True,
        key=key,
        on_select=opened,
        selection_mode="single-cell",
        column_config={
            "entity": st.column_config.TextColumn("Name", width="medium"),
            "trend": st.column_config.BarChartColumn("Over time", width="small", y_min=0),
            "count": st.column_config.NumberColumn(unit.capitalize(), width="small", format="localized"),
            events: st.column_config.NumberColumn(events_label, width="small", format="localized"),
        },
    )


def _newest(corpus: Corpus, rows: np.ndarray) -> None:
    marks = data.marks()
    ids = corpus.articles.article_id.to_numpy(object)
    newest = [r for r in newest_first(corpus, rows)[:200] if ids[r] not in marks.read][:6]
    st.subheader("Newest unread" if marks.read else "Newest", anchor=False)
    if newest:
        cards(corpus, newest, "front.newest")
    else:
        st.caption("All of these are read.")
    st.button("All articles", on_click=state.jump, args=("read",), type="tertiary", icon=":material/list:")

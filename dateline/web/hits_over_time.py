"""Hits over time: a row of bars for each term of a query; a bar opens its passages, a drag narrows the dates."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dateline import lens as lenses
from dateline import search
from dateline.corpus import Corpus
from dateline.counts.hits import Hits, over_time
from dateline.errors import QueryError
from dateline.figures.hits import hits as hits_figure
from dateline.search import Finder
from dateline.search.index import Index
from dateline.search.tree import Near, Term, free, nears, terms
from dateline.web import hits as hit_views
from dateline.web import moments, ranges, state
from dateline.web.charts import chart
from dateline.web.components.hits import hit_list
from dateline.web.kept import kept
from dateline.web.words import many, plain

_MOST = 8
"""Terms that are drawn; more rows are no longer compared."""
_EACH = 10


def draw(corpus: Corpus, index: Index, rows: np.ndarray, found: np.ndarray, query: str) -> None:
    """Draw the hits of a query in the found articles among those shown (rows)."""
    inside = np.sort(found)
    by_term = kept(corpus, inside, "by term", (query,), lambda: search.by_term(corpus, index, query, inside))
    grain, span, unit = ranges.grain(), ranges.span(corpus), state.lens().unit

    def make() -> Hits | None:
        return over_time(corpus, rows, by_term, grain=grain, unit=unit, span=span)

    got = kept(corpus, rows, "hits over time", (query, grain, span, unit), make) if len(by_term) else None
    if got is None:
        words = (
            "None of the articles shown has a date of publication." if len(by_term) else "No words to count: only NOT."
        )
        st.info(words, icon=":material/event_busy:")
        return
    _chart(got, len(found))
    mark = state.get("mark")
    days = ranges.days(mark[1:]) if len(mark) == 3 else None
    if days and mark[0] in got.terms:
        _behind(corpus, by_term, mark[0], days, query)


def _chart(got: Hits, articles: int) -> None:
    lens, grain = state.lens(), got.periods.grain
    cells = got.frame()
    cells = cells[cells.lane < _MOST].reset_index(drop=True)
    of = "hits" if state.get("count") == "hits" else ("share" if lens.scale == "share" else "count")
    notes = [f"{many(h, 'hit')} in {n:,} {got.unit}" for h, n in zip(got.all_hits, got.all_counts, strict=True)]
    terms_ = pd.DataFrame({"term": got.terms[:_MOST], "note": notes[:_MOST]})

    def selected(chosen: dict[str, Any]) -> None:
        if chosen.get("box"):
            ranges.narrow_days(ranges.dragged(chosen["box"][0].get("x", ()), got.periods))
        elif chosen.get("points"):
            at = (chosen["points"][0].get("customdata") or [-1])[0]
            if isinstance(at, int) and 0 <= at < len(cells):
                period = int(cells.period.iat[at])
                edges = got.periods.edges
                ends = ranges.iso((int(edges[period]), int(edges[period + 1]) - 1))
                state.change(mark=(cells.term.iat[at], *ends))

    def tools() -> None:
        words = {"hits": "Hits", "articles": got.unit.capitalize()}
        st.segmented_control(
            "Bars count",
            list(words),
            format_func=words.get,
            required=True,
            label_visibility="collapsed",
            **state.bound("count"),
        )
        ranges.grain_picker()
        if of != "hits":
            ranges.scale_picker()

    figure = hits_figure(
        terms_, cells, grain, (got.periods.starts[0], got.periods.ends[-1]), of=of, unit=got.unit, open_=_open(got)
    )  # fmt: skip
    best = cells.loc[cells[of].idxmax()] if len(cells) else None
    most = f"; most hits: {best.term}, {best.hits:,} from {best.start:%Y-%m-%d}" if best is not None else ""
    chart(
        f"Hits by {grain}" if of == "hits" else f"{got.unit.capitalize()} by {grain}",
        figure,
        cells[["term", "start", "end", "hits", "count", "total", "share", "whole"]],
        key="hits.time",
        alt=f"{many(len(got.terms), 'term')} over time in {many(articles, 'article')}{most}",
        caption=_caption(got),
        on_select=selected,
        modes=("points", "box"),
        tools=tools,
    )


def _open(got: Hits) -> tuple[int, pd.Timestamp, pd.Timestamp] | None:
    mark = state.get("mark")
    days = ranges.days(mark[1:]) if len(mark) == 3 else None
    if not days or mark[0] not in got.terms[:_MOST]:
        return None
    return (got.terms.index(mark[0]), *(pd.Timestamp(lenses.day(d)) for d in days))


def _caption(got: Hits) -> str:
    undated, grain = int(got.undated.sum()), got.periods.grain
    parts = ["In the articles that the query finds. Click a bar to read, drag to narrow the dates."]
    parts.append("" if got.whole.all() else f"Hatched: the {grain} is not complete.")
    named = [t for t in got.terms if t.startswith(("speaker:", "entity:", "outlet:"))]
    parts.append("Names, speakers and outlets count once an article." if named else "")
    parts.append(f"Not shown: {many(undated, 'hit')} in articles without a date." if undated else "")
    left = len(got.terms) - _MOST
    parts.append(f"The first {_MOST} terms; {left:,} more are not drawn." if left > 0 else "")
    return " ".join(filter(None, parts))


def _behind(corpus: Corpus, by_term: pd.DataFrame, term: str, days: tuple[int, int], query: str) -> None:
    """The passages behind the bar that was clicked."""
    part = by_term[by_term.term == term]
    day = corpus.day[part.row.to_numpy()]
    part = part[(day >= days[0]) & (day <= days[1])]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader(f"{plain(term, 60)}, {ranges.words_of(days)}", anchor=False, width="content")
        st.button("Only these dates", icon=":material/filter_alt:", type="tertiary", key="mark.narrow",
                  on_click=ranges.narrow_days, args=(days,))  # fmt: skip
        st.button("Close", icon=":material/close:", type="tertiary", key="mark.close",
                  on_click=lambda: state.change(mark=()))  # fmt: skip
    if not len(part):
        st.info("No passages: the filters have changed since this bar was clicked.", icon=":material/search_off:")
        return
    rows = part.row.to_numpy()[::-1]
    words = f"{many(int(part.hits.sum()), 'hit')} in {many(len(rows), 'article')}"
    page = moments.pages(len(rows), words, f"behind.{term}.{days}", _EACH)
    finder = Finder(corpus, _only(query, term))
    hit_list(hit_views.in_articles(corpus, finder, rows[page * _EACH : (page + 1) * _EACH]), "behind", query)


def _only(query: str, label: str) -> Term | Near | str:
    """The part of a query that one of its terms was counted by: the term, or the NEAR that holds it."""
    try:
        tree = search.parse(query)
    except QueryError:
        return label
    term = next((t for t in terms(tree) if t.label == label), None)
    if term is None or term in set(free(tree)):
        return term or label
    return next((n for n in nears(tree) if term in n.terms), term)

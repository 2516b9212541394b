"""How much was written when: bars with their peaks, what made each peak, and the articles and passages behind one."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from dateline.corpus import Corpus
from dateline.counts.timeline import Lane, Timeline, behind
from dateline.figures import text
from dateline.web import evidence, peaks, ranges, state
from dateline.web.bars import bars
from dateline.web.charts import chart
from dateline.web.components.peaks import peak_list
from dateline.web.kept import coarsened, kept
from dateline.web.kept import line as counted
from dateline.web.lists import article_list
from dateline.web.words import many

HELP = (
    "Stretches in which much more was written than usual: the bursts of Kleinberg (2002), about 1.8 times the usual "
    "and more. Names and words are those much likelier in articles of the peak than in the others (log-odds, Monroe "
    "and others 2008); the headline is of its largest story."
)


def draw(corpus: Corpus, rows: np.ndarray) -> None:
    """Draw the section of the article rows; the peak whose articles are shown stands in the page's key ``mark``."""
    line = counted(corpus, rows, (Lane(),), grain=ranges.grain(), span=ranges.span(corpus))
    if line is None:
        st.info("None of the articles shown has a date of publication.", icon=":material/event_busy:")
        st.button("Set dates", on_click=state.jump, args=("load",), kwargs={"view": "articles"})
        return
    cells = cells_of(corpus, rows, line)
    share = state.lens().scale == "share" and len(rows) < len(corpus)
    # what is shown is the whole of it: its peaks are of counts, whatever the scale
    found = peaks.found(corpus, rows, line, 0, False)
    mark = ranges.days(state.get("mark"))
    _bars(corpus, rows, line, cells, found, share, mark)
    if mark:
        _behind(corpus, rows, line, found, mark)
    _peaks(corpus, found, line, mark)


def cells_of(corpus: Corpus, rows: np.ndarray, line: Timeline) -> pd.DataFrame:
    """The periods of ``line`` (of the article rows), as ``Timeline.frame``, shares being of all that the pile holds."""
    cells = line.frame(empty=True)
    if len(rows) == len(corpus):
        return cells
    span = (int(line.periods.edges[0]), int(line.periods.edges[-1]) - 1)
    every = np.arange(len(corpus), dtype=np.int32)
    whole = counted(corpus, every, (Lane(),), grain=line.periods.grain, span=span)
    return cells.assign(total=whole.totals, share=cells["count"] / np.where(whole.totals, whole.totals, np.nan))


def _bars(
    corpus: Corpus,
    rows: np.ndarray,
    line: Timeline,
    cells: pd.DataFrame,
    found: pd.DataFrame,
    share: bool,
    mark: tuple[int, int] | None,
) -> None:
    unit, grain = state.lens().unit, line.periods.grain
    best = cells.loc[cells["count"].idxmax()]

    def tools() -> None:
        ranges.grain_picker()
        if len(rows) < len(corpus):
            ranges.scale_picker()

    figure = bars(corpus, rows, line, found, mark, scale="share" if share else "count", height=200)
    left = int(line.left_out.sum())
    caption = [
        coarsened(line, ranges.grain()),
        "Click a bar to read, drag to narrow the dates.",
        "" if line.whole.all() else f"Hatched: the {grain} is not complete.",
        f"Not shown: {many(left, 'article')} without a date of publication." if left else "",
    ]
    words = unit.capitalize()
    chart(
        f"Share of all {unit} by {grain}" if share else f"{words} by {grain}",
        figure,
        cells[["start", "end", "count", "total", "share", "whole"]],
        key="volume",
        alt=f"{words} by {grain}; most in {text.period(best.start, grain)}: {best['count']:,}",
        caption=" ".join(filter(None, caption)),
        on_select=ranges.of_bars(line.periods),
        modes=("points", "box"),
        tools=tools,
    )


def _behind(corpus: Corpus, rows: np.ndarray, line: Timeline, found: pd.DataFrame, mark: tuple[int, int]) -> None:
    """What was published on the days that were clicked: the articles, and the passages that name what made the peak."""
    inside = behind(corpus, rows, Lane(), mark, grain=line.periods.grain).article.to_numpy()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader(ranges.words_of(mark), anchor=False, width="content")
        st.button("Only these dates", icon=":material/filter_alt:", type="tertiary", key="mark.narrow",
                  on_click=ranges.narrow_days, args=(mark,))  # fmt: skip
        st.button("Close", icon=":material/close:", type="tertiary", key="mark.close",
                  on_click=lambda: state.change(mark=()))  # fmt: skip
    if not len(inside):
        st.caption("Nothing was published on these days in the articles shown.")
        return
    named = _named(corpus, rows, inside, found, mark)
    mentions = corpus.by_entity.of_codes(list(named))
    mentions = mentions[np.isin(corpus.mention_article[mentions], inside)]
    words = {"articles": f"Articles ({len(inside):,})", "passages": f"Passages on what made it ({len(mentions):,})"}
    if not len(mentions):
        article_list(corpus, inside, "mark.articles", each=6)
        return
    show = st.segmented_control(
        "Show", list(words), format_func=words.get, required=True, label_visibility="collapsed", **state.bound("show")
    )
    if show == "passages":
        evidence.show(corpus, "mentions", mentions, "mark.passages")
    else:
        article_list(corpus, inside, "mark.articles", each=6)


def _named(
    corpus: Corpus, rows: np.ndarray, inside: np.ndarray, found: pd.DataFrame, mark: tuple[int, int]
) -> tuple[int, ...]:
    """The names (codes) that set the days apart: those of the peak that they are, else found for them."""
    for p in found.itertuples():
        if peaks.days_of(p) == mark:
            return tuple(p.entities)
    return kept(corpus, rows, "label", ("days", mark), lambda: peaks.label(corpus, inside, rows)).entities


def _peaks(corpus: Corpus, found: pd.DataFrame, line: Timeline, mark: tuple[int, int] | None) -> None:
    if not len(found):
        return
    days = [peaks.days_of(p) for p in found.itertuples()]
    acts = [(("read", "Read", d == mark), ("narrow", "Only these dates", False)) for d in days]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader("Peaks", anchor=False, width="content")
        with st.popover("What is a peak", type="tertiary"):
            st.markdown(HELP)

    def acted(act: str, row: int) -> None:
        if act == "narrow":
            ranges.narrow_days(days[row])
        else:
            state.change(mark=() if days[row] == mark else ranges.iso(days[row]))

    peak_list(peaks.listed(corpus, found, line.unit, acts), "front.peaks", acted)

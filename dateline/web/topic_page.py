"""One topic, opened: when it was in the news, its people, speakers and words, and its articles, most typical first."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from dateline import lens as lenses
from dateline.corpus import Corpus
from dateline.counts.keyness import keyness
from dateline.counts.timeline import Lane
from dateline.counts.topics import typical_first
from dateline.counts.units import total
from dateline.figures import text
from dateline.figures.volume import volume
from dateline.lens import Lens
from dateline.web import data, ranges, rankings, state, topic_edits, topic_lines
from dateline.web.charts import chart
from dateline.web.components.ranking import Ranked, ranking
from dateline.web.kept import coarsened, kept
from dateline.web.kept import line as counted
from dateline.web.lists import article_list
from dateline.web.topic_lines import Opened
from dateline.web.words import many, plain

_MOST_WORDS = 10
_LANES = {"topic": "topic", "theme": "theme"}


def draw(corpus: Corpus, rows: np.ndarray, opened: Opened) -> None:
    """Draw the page of what is opened."""
    inside = opened.rows(corpus, rows)
    _head(corpus, rows, opened, inside)
    if not len(inside):
        st.info("None of its articles passes the filters.", icon=":material/filter_alt:")
        st.button("Clear all filters", on_click=state.change, args=(state.lens().cleared(),))
        return
    if opened.kind == "theme":
        topic_lines.draw(corpus, rows, "theme.topics", only=opened.code)
    _time(corpus, rows, opened)
    people, words = st.columns(2, gap="large")
    with people:
        _people(corpus, inside, opened)
    with words:
        _speakers(corpus, inside, opened)
        _words(corpus, inside, opened)
    _articles(corpus, inside, opened)


def _head(corpus: Corpus, rows: np.ndarray, opened: Opened, inside: np.ndarray) -> None:
    lens = state.lens()
    st.button("All topics", icon=":material/arrow_back:", type="tertiary", key="topic.all",
              on_click=lambda: state.change(open="", mark=()))  # fmt: skip
    st.title(plain(opened.name), anchor=False)
    parts = [f"{total(corpus, inside, 'articles'):,} of {many(len(rows), 'article')} shown"]
    parts += [many(total(corpus, inside, "stories"), "story", "stories")]
    outlets = len(set(corpus.outlet[inside]) - {int(corpus.outlets.get_indexer([""])[0])})
    parts += [many(outlets, "outlet")] if outlets else []
    if len(rows):
        share = total(corpus, inside, lens.unit) / max(1, total(corpus, rows, lens.unit))
        parts += [f"{text.share(share)} of the {lens.unit}"]
    if opened.kind == "topic" and topic_lines.grouped(topic_lines.sizes(corpus, rows)):
        theme = corpus.topics.theme[corpus.topics.theme_id == opened.theme].iloc[0]
        if theme != opened.name:
            parts.insert(0, f"In the theme {theme}")
    if opened.kind == "none":
        parts.insert(0, "Articles that are like none of the topics, or whose topic was excluded")
    st.caption(plain(" · ".join(parts), 400))
    if opened.kind == "none":
        return
    key = opened.key
    has = opened.code in (lens.theme if opened.kind == "theme" else lens.topic)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            "In the filters" if has else f"Only this {opened.kind}",
            icon=":material/filter_alt_off:" if has else ":material/filter_alt:",
            help="Lift this filter" if has else "Narrow every page to it",
            key="topic.only",
            on_click=topic_lines.narrow_to,
            args=(key,),
        )
        if opened.kind == "topic":
            st.button("Compare with the rest", icon=":material/compare_arrows:", key="topic.compare",
                      on_click=lambda: state.jump("compare", by="topic", a=(str(opened.code),)))  # fmt: skip
        topic_edits.editor(corpus, opened, len(inside))


def _time(corpus: Corpus, rows: np.ndarray, opened: Opened) -> None:
    lane = Lane(_LANES.get(opened.kind, "topic"), opened.code)
    line = counted(corpus, rows, (lane,), grain=ranges.grain(), span=ranges.span(corpus))
    if line is None or not line.counts.any():
        return
    lens, cells, grain = state.lens(), line.frame(empty=True), line.periods.grain
    best = cells.loc[cells["count"].idxmax()]
    mark = ranges.days(state.get("mark"))

    def tools() -> None:
        ranges.grain_picker()
        ranges.scale_picker()

    left = int(line.left_out.sum())
    caption = [
        coarsened(line, ranges.grain()),
        "Click a bar to read, drag to narrow the dates.",
        f"Hatched: the {grain} is not complete." if (~cells.whole & (cells["count"] > 0)).any() else "",
        f"Not shown: {many(left, 'article')} without a date of publication." if left else "",
    ]
    chart(
        "In the news",
        volume(
            cells,
            grain,
            (line.periods.starts[0], line.periods.ends[-1]),
            scale=lens.scale,
            unit=lens.unit,
            open_=tuple(pd.Timestamp(lenses.day(d)) for d in mark) if mark else None,
            height=170,
        ),
        cells[["start", "end", "count", "total", "share", "whole"]],
        key="topic.time",
        alt=f"{opened.name} by {grain}; most in {text.period(best.start, grain)}: {best['count']:,} {lens.unit}",
        caption=" ".join(filter(None, caption)),
        on_select=ranges.of_bars(line.periods),
        modes=("points", "box"),
        tools=tools,
    )
    if mark:
        days = corpus.day
        behind = opened.rows(corpus, rows)
        behind = behind[(days[behind] >= mark[0]) & (days[behind] <= mark[1])]
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.subheader(ranges.words_of(mark), anchor=False, width="content")
            st.button("Only these dates", icon=":material/filter_alt:", type="tertiary", key="mark.narrow",
                      on_click=ranges.narrow_days, args=(mark,))  # fmt: skip
            st.button("Close", icon=":material/close:", type="tertiary", key="mark.close",
                      on_click=lambda: state.change(mark=()))  # fmt: skip
        if len(behind):
            article_list(corpus, behind, "topic.mark", each=6)
        else:
            st.caption("None of its articles appeared on these days.")


def _people(corpus: Corpus, inside: np.ndarray, opened: Opened) -> None:
    st.subheader("People, organisations, places", anchor=False)
    top = rankings.named(corpus, inside, limit=14)
    if len(top):
        rankings.draw_named(corpus, inside, top, "topic.people", lens=_lens(opened))
    else:
        st.caption("No names were found in these articles.")


def _speakers(corpus: Corpus, inside: np.ndarray, opened: Opened) -> None:
    st.subheader("Speaking", anchor=False)
    top = rankings.speaking(corpus, inside, limit=6)
    if len(top):
        rankings.draw_speaking(corpus, inside, top, "topic.speakers", lens=_lens(opened))
    else:
        st.caption("No quotations with a known speaker in these articles.")


def _lens(opened: Opened) -> Lens:
    """The lens narrowed to what is opened: what its numbers count."""
    lens = state.lens()
    if opened.kind == "none":
        return lens
    return lens.with_(topic=(opened.code,)) if opened.kind == "topic" else lens.with_(theme=(opened.code,))


def _words(corpus: Corpus, inside: np.ndarray, opened: Opened) -> None:
    """The words much more frequent here than in the rest of the pile; a word opens its passages in these articles."""
    tally = data.tally()
    if tally is None or len(inside) == len(corpus):
        return
    least = 1 if len(inside) < 3 else 2 if len(inside) < 12 else 3

    def make() -> pd.DataFrame:
        found = keyness(corpus, tally, inside, kinds="words", least=least, limit=3 * _MOST_WORDS)
        return found[found.z > 0].head(_MOST_WORDS)

    found = kept(corpus, inside, "topic words", (least,), make)
    if not len(found):
        return
    st.subheader("Its words", anchor=False)
    lens = _lens(opened)
    ranking(
        [Ranked(w.term, "", (int(w.count_a), int(w.count_b)), "search", {"q": w.term}) for w in found.itertuples()],
        ["Here", "Elsewhere"],
        "topic.words",
        on_open=lambda row: state.jump("search", lens, **row.keys),
    )
    st.caption(
        "How often each stands here and in the rest of the pile, most telling first. A word opens its passages.",
        help="Most telling: by log-odds with the whole pile as a prior (Monroe and others 2008).",
    )


def _articles(corpus: Corpus, inside: np.ndarray, opened: Opened) -> None:
    known = opened.kind != "none" and (corpus.articles.typical.to_numpy()[inside] >= 0).any()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader("Articles", anchor=False, width="content")
        if known and len(inside) > 1:
            words = {"typical": "Most typical first", "newest": "Newest first"}
            st.segmented_control("Order", list(words), format_func=words.get, required=True,
                                 label_visibility="collapsed", **state.bound("first"))  # fmt: skip
    typical = known and state.get("first") == "typical"
    article_list(
        corpus,
        typical_first(corpus, inside) if typical else inside,
        "topic.articles",
        12,
        ordered=typical,
        topic=opened.kind == "theme",
    )

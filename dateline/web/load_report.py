"""What became of what was handed in: a row an input, totals that add up, what to do about what was refused."""

from __future__ import annotations

from datetime import datetime

import numpy as np
import pandas as pd
import streamlit as st

from dateline import work
from dateline.corpus import Corpus
from dateline.web import data, state
from dateline.web.components.passages import cards
from dateline.web.known import date_from
from dateline.web.tables import Col, table
from dateline.web.words import many, plain

COLUMNS = (
    Col("outcome", "Outcome", width="small"),
    Col("title", "Article"),
    Col("day", "Dated", width="small"),
    Col("dated", "Date from"),
    Col("cut", "Words cut", "number", width="small", help="Words of menus, teasers and the like cut from it"),
    Col("share", "Share cut", "share", shown=False, width="small", help="Of all words of the input"),
    Col("reason", "Why"),
    Col("cure", "What to do", width="medium", shown=False),
    Col("source", "Outlet", shown=False),
    Col("origin", "File"),
    Col("place", "Place", width="small", help="Line, row or page in the file"),
)
_OUTCOMES = {"refused": "Refused", "duplicate": "Given twice", "loaded": "Loaded"}
_ALL = ""
_MOST = 8
"""Reasons why inputs were refused that are listed over the table."""


def draw(corpus: Corpus) -> None:
    """Draw the view."""
    report = corpus.report
    here, wanted = data.pile(), state.get("batch")
    awaited = not len(report) or (wanted and wanted not in set(report.batch))
    if awaited and here is not None and work.status(here).busy:
        st.info("The files are being loaded: articles appear as they are ready.", icon=":material/hourglass_empty:")
        return
    if not len(report) and here is not None and work.waiting(here):
        st.info("What was handed in is not loaded yet: go on, and it will be.", icon=":material/pause_circle:")
        return
    if not len(report):
        st.info("Nothing was handed in here yet.", icon=":material/inbox:")
        st.button("Add articles", type="primary", on_click=state.change, kwargs={"view": "add"})
        return
    part = _batch(report)
    n = part.outcome.value_counts()
    counts = {o: int(n.get(o, 0)) for o in _OUTCOMES}
    st.markdown(
        f"**{many(len(part), 'article')} given** = {counts['loaded']:,} loaded + {counts['duplicate']:,} given twice + "
        f"{counts['refused']:,} refused"
    )
    if not counts["loaded"] and len(part) == len(report) and not len(corpus):
        st.error("Nothing could be read: the pile holds no articles. Why, and what to do, stands below.",
                 icon=":material/block:")  # fmt: skip
        st.button("Add other files", on_click=state.change, kwargs={"view": "add"}, key="load.others")
    _unlike(corpus, report, counts["loaded"], whole=len(part) == len(report))
    _refused(part[part.outcome == "refused"])
    _missing(corpus)
    shown = st.pills(
        "Outcome",
        [o for o in _OUTCOMES if counts[o]],
        format_func=lambda o: f"{_OUTCOMES[o]} {counts[o]:,}",
        label_visibility="collapsed",
        **state.seeded(
            "load.outcome",
            state.get("outcome") if counts.get(state.get("outcome")) else None,
            lambda: state.change(outcome=state.value_of("load.outcome") or _ALL),
        ),
    )
    if shown:
        part = part[part.outcome == shown]
    chosen = table("Load report", rows_of(corpus, part), COLUMNS, key="load.report", row_id="article_id", height=520)
    if chosen and (row := corpus.article_row(chosen)) >= 0:
        cards(corpus, [row], "load.chosen")


def _refused(rows: pd.DataFrame) -> None:
    """What was refused, why, and what to do about it."""
    lines = []
    # a hundred pictures are one line
    for (reason, cure), alike in rows.groupby(["reason", "cure"], sort=False):
        first = alike.iloc[0]
        place = f", {plain(first.place)}" if first.place else ""
        others = f" and {many(len(alike) - 1, 'other')}" if len(alike) > 1 else ""
        lines.append(f"- **{plain(first.origin, 120)}**{place}{others}: {plain(reason)}. {_sentence(cure)}")
    if lines:
        with st.container(border=True):
            st.markdown(f":material/block: {many(len(rows), 'input')} refused\n" + "\n".join(lines[:_MOST]))
            if len(lines) > _MOST:
                st.caption("and for other reasons, which stand in the table below")


def _missing(corpus: Corpus) -> None:
    """What was loaded and lacks a date or an outlet, with the way to set them for many at once."""
    undated, nameless = len(corpus) - corpus.dated, int((corpus.articles.source == "").sum())
    with st.container(horizontal=True, gap="small"):
        for n, what, which in ((undated, "a date", "undated"), (nameless, "an outlet", "nameless")):
            if n:
                st.button(
                    f"{many(n, 'article')} without {what}: set it",
                    icon=":material/edit:",
                    key=f"load.{which}",
                    on_click=state.change,
                    kwargs={"view": "articles", "which": which},
                )


def _sentence(cure: str) -> str:
    return f"{plain(cure[:1].upper() + cure[1:])}." if cure else ""


def _batch(report: pd.DataFrame) -> pd.DataFrame:
    """The rows of the handing-in that is chosen; all of them where there was one only."""
    batches = [b for b in dict.fromkeys(report.batch) if b][::-1]
    if len(batches) < 2 and not (batches and (report.batch == "").any()):
        return report
    wanted = state.get("batch")
    widget = state.seeded("load.batch", wanted if wanted in batches else _ALL,
                          lambda: state.change(batch=state.value_of("load.batch")))  # fmt: skip
    size = report.batch.value_counts()
    chosen = st.selectbox(
        "Handed in",
        [_ALL, *batches],
        format_func=lambda b: f"{_local(b)} · {many(int(size[b]), 'article')}" if b else "at any time",
        width=320,
        **widget,
    )
    return report[report.batch == chosen] if chosen else report


def _local(batch: str) -> str:
    """The time of a handing-in, on this computer's clock."""
    try:
        when = datetime.fromisoformat(batch).astimezone()
    except ValueError:
        return batch
    return f"{when.day} {when:%b %Y, %H:%M:%S}"


def _unlike(corpus: Corpus, report: pd.DataFrame, loaded: int, whole: bool) -> None:
    """Say why the pile holds fewer articles than were loaded, where it does."""
    gone = loaded - len(corpus)
    if whole and gone > 0:
        st.caption(f"The pile shows {len(corpus):,}: {many(gone, 'article')} removed by hand.")
    copies = int((corpus.articles.duplicate_of != "").sum())
    if whole and copies:
        st.caption(
            f"{many(copies, 'article')} {'is' if copies == 1 else 'are'} nearly the same as another; copies count as "
            "one distinct story."
        )


def rows_of(corpus: Corpus, report: pd.DataFrame) -> pd.DataFrame:
    """The report as a table: what was refused first, then what was given twice; with the article's date and cuts."""
    order = np.argsort(report.outcome.map(list(_OUTCOMES).index).to_numpy(), kind="stable")
    report = report.iloc[order]
    at = corpus.rows_by_id.get_indexer(report.article_id)
    articles = corpus.articles.take(np.maximum(at, 0)) if len(corpus) else None
    if articles is None:
        blank = {"title": report.origin, "source": "", "day": "", "dated": "", "cut": 0, "share": 0.0}
        return report.assign(**blank, outcome=report.outcome.map(_OUTCOMES)).reset_index(drop=True)
    here = at >= 0
    cut = np.bincount(corpus.cut_article, _words(corpus.cuts.text), minlength=len(corpus))[np.maximum(at, 0)]
    words = articles.words.to_numpy()
    mine = here & (report.outcome == "loaded").to_numpy()
    return report.assign(
        outcome=report.outcome.map(_OUTCOMES).to_numpy(),
        title=np.where(here, articles.title.where(articles.title != "", "Without a headline"), report.origin),
        source=np.where(here, articles.source, ""),
        day=articles.published.dt.strftime("%Y-%m-%d").fillna("").where(mine, "").to_numpy(),
        dated=[date_from(a) if m else "" for a, m in zip(articles.itertuples(), mine, strict=True)],
        cut=np.where(mine, cut, 0).astype(int),
        share=np.where(mine, cut / np.maximum(cut + words, 1), 0.0),
    ).reset_index(drop=True)


def _words(texts: pd.Series) -> np.ndarray:
    return texts.str.split().str.len().to_numpy(float) if len(texts) else np.empty(0)

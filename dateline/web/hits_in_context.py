"""Hits in context: a line a hit, aligned on it, sorted by the words before or after."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from dateline import search
from dateline.corpus import Corpus
from dateline.search import Finder
from dateline.web import moments, state
from dateline.web.charts import downloads
from dateline.web.components.concordance import HEADS, Line, concordance
from dateline.web.evidence import meta
from dateline.web.kept import kept
from dateline.web.lists import newest_first
from dateline.web.view import file_name
from dateline.web.words import many

EACH = 50
_MOST = 2_000
"""Lines that are sorted; more cannot be read, and would be slow."""


def draw(corpus: Corpus, found: np.ndarray, query: str) -> None:
    """Draw the hits of a query in the found articles (rows)."""
    by = state.get("kwic")
    rows = np.sort(found)
    lines = kept(corpus, rows, "context", (query,), lambda: _lines(corpus, rows, query))
    if not len(lines):
        st.info(
            "These words name no place in a text to show: outlets stand beside it. See the articles instead.",
            icon=":material/subject:",
        )
        return
    ordered = kept(corpus, rows, "arranged", (query, by), lambda: _arranged(lines, by))
    words = f"{many(len(ordered), 'hit')} in {many(ordered.row.nunique(), 'article')}"
    if lines.attrs["more"]:
        words = (
            f"The first {len(ordered):,} hits, of the newest articles; there are more in {many(len(rows), 'article')}."
        )
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.segmented_control(
            "Sort by",
            list(HEADS),
            format_func=HEADS.get,
            required=True,
            label_visibility="collapsed",
            **state.bound("kwic"),
        )
        page = moments.pages(len(ordered), words, f"context.{query}.{by}", EACH)
        with st.popover("Save", icon=":material/download:", type="tertiary", width="content"):
            st.caption(f"{many(len(ordered), 'line')}, in this order")
            with st.container(horizontal=True):
                downloads(_table(corpus, ordered), file_name(f"in context {query}"), "context")
    part = ordered.iloc[page * EACH : (page + 1) * EACH]
    concordance(
        [
            Line(r.left, r.hit, r.right, _day(r.published), _where(corpus, r), r.article_id, *_place(r))
            for r in part.itertuples()
        ],
        "context",
        by,
        lambda name: state.change(kwic=name),
        query,
    )


def _lines(corpus: Corpus, rows: np.ndarray, query: str) -> pd.DataFrame:
    newest = newest_first(corpus, rows)
    return search.context(corpus.articles, newest, query, limit=_MOST, places=Finder(corpus, query).places)


def _arranged(lines: pd.DataFrame, by: str) -> pd.DataFrame:
    # by date they stand as they were found, newest first
    return lines if by == "date" else search.arranged(lines, by)


def _place(r: object) -> tuple[int, int]:
    """Where a line opens its article; a headline is at its head."""
    return (-1, -1) if r.part == "title" else (int(r.start), int(r.end))


def _where(corpus: Corpus, r: object) -> str:
    head = "in the headline" if r.part == "title" else corpus.articles.title.iat[r.row]
    return " · ".join(filter(None, (head, meta(corpus, r.row))))


def _day(when: pd.Timestamp) -> str:
    return "undated" if pd.isna(when) else f"{when:%Y-%m-%d}"


def _table(corpus: Corpus, lines: pd.DataFrame) -> pd.DataFrame:
    """The lines as a table to save."""
    return pd.DataFrame({
        "Words before": lines.left, "Hit": lines.hit, "Words after": lines.right,
        "Published": [_day(d).replace("undated", "") for d in lines.published],
        "Outlet": corpus.articles.source.iloc[lines.row].to_numpy(),
        "Headline": corpus.articles.title.iloc[lines.row].to_numpy(),
        "Article": lines.article_id, "Start": lines.start, "End": lines.end,
    })  # fmt: skip

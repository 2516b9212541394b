"""Articles as a table: headline, outlet, date, topic, length; a row opens the article."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from dateline.corpus import Corpus
from dateline.web import data
from dateline.web.components.passages import cards
from dateline.web.kept import kept
from dateline.web.tables import Col, table

_NONE = np.empty(0, np.int32)
COLUMNS = (
    Col("title", "Headline", width="large"),
    Col("published", "Published", "date", width="small"),
    Col("source", "Outlet"),
    Col("author", "Byline", shown=False),
    Col("topic", "Topic"),
    Col("words", "Words", "number", width="small"),
    Col("copies", "Copies", "number", shown=False, width="small", help="Near-identical copies of it in this pile"),
    Col("state", "Read", shown=False, width="small"),
    Col("origin", "File", shown=False),
    Col("url", "Address", "link", shown=False),
)


def articles_of(corpus: Corpus, rows: np.ndarray) -> pd.DataFrame:
    """The articles of rows as a small frame for a table: the columns of COLUMNS and article_id."""
    plain = ["article_id", "title", "published", "source", "author", "topic", "words", "origin", "url"]
    frame = corpus.articles[plain].take(rows).reset_index(drop=True)
    bare = np.flatnonzero(frame.title == "")
    if len(bare):
        frame.loc[bare, "title"] = [corpus.articles.text.iat[r][:80] + "…" for r in rows[bare]]
    frame["copies"] = kept(corpus, _NONE, "copies", (), lambda: _copies(corpus))[rows]
    frame["state"] = np.where(frame.article_id.isin(data.marks().read), "read", "")
    return frame


def _copies(corpus: Corpus) -> np.ndarray:
    """How many copies of each article there are (int64), by its row."""
    first = corpus.rows_by_id.get_indexer(corpus.articles.duplicate_of)
    return np.bincount(first[first >= 0], minlength=len(corpus))


def newest_first(corpus: Corpus, rows: np.ndarray) -> np.ndarray:
    """The rows from newest to oldest, undated ones last."""
    return np.concatenate([rows[rows < corpus.dated][::-1], rows[rows >= corpus.dated]])


def article_list(
    corpus: Corpus, rows: np.ndarray, key: str, each: int = 25, ordered: bool = False, topic: bool = True
) -> None:
    """Draw articles as a list, newest first unless they are ``ordered`` already, so many a page; a click opens one.

    ``topic``: whether each says its topic.
    """
    rows = rows if ordered else newest_first(corpus, rows)
    pages = -(-len(rows) // each)
    page = st.pagination(pages, key=f"{key}.page") - 1 if pages > 1 else 0
    cards(corpus, rows[page * each : (page + 1) * each], key, topic=topic)


def article_table(corpus: Corpus, rows: np.ndarray, title: str, key: str) -> None:
    """Draw the table of articles, newest first; a click on a row shows the article under it."""
    chosen = table(
        title, articles_of(corpus, newest_first(corpus, rows)), COLUMNS, key=key, row_id="article_id", height=560
    )
    row = corpus.article_row(chosen) if chosen else -1
    if row >= 0:
        cards(corpus, [row], f"{key}.chosen")

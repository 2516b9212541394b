"""Putting an article right: date, outlet, headline, byline, text cut or put back, removal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd
import streamlit as st

from dateline import work
from dateline.load.article import Article, Cut
from dateline.web import data, state


def amend(article_ids: Iterable[str], **fields: Any) -> None:
    """Amend fields of articles and have the pile made anew in the background; for callbacks."""
    here, book = data.pile(), data.amendments()
    ids = list(article_ids)
    if here is None or book is None or not ids:
        return
    for field, value in fields.items():
        book.set(ids, field, value)
    work.start(here)


def cut(article: pd.Series, cuts: pd.DataFrame, start: int, end: int) -> None:
    """Cut a stretch from an article's text; for callbacks."""
    from dateline.load.edit import cut as cut_out

    _body(article, cut_out(_loaded(article, cuts), start, end))


def restore(article: pd.Series, cuts: pd.DataFrame, number: int) -> None:
    """Put a cut back into an article's text; for callbacks."""
    from dateline.load.edit import put_back

    _body(article, put_back(_loaded(article, cuts), number))


def _loaded(article: pd.Series, cuts: pd.DataFrame) -> Article:
    found = tuple(Cut(int(c.position), c.text, c.reason) for c in cuts.itertuples())
    return Article(article.text, title=article.title, cuts=found)


def _body(article: pd.Series, changed: Article) -> None:
    here, book = data.pile(), data.amendments()
    if here is not None and book is not None:
        book.set_body(article.article_id, changed.text, changed.cuts)
        work.start(here)


def article_form(article: pd.Series) -> None:
    """A form for one article: date, outlet, headline, byline; and its removal."""
    with st.form("article"):
        day = article.published.date() if pd.notna(article.published) else None
        st.date_input(
            "Date of publication", value=day, format="YYYY-MM-DD", key="form.published", min_value="1600-01-01"
        )
        st.text_input("Outlet", article.source, key="form.source", max_chars=200)
        st.text_input("Headline", article.title, key="form.title", max_chars=500)
        st.text_input("Byline", article.author, key="form.author", max_chars=300)
        st.form_submit_button("Save", type="primary", on_click=_save, args=(article,))
    st.button(
        "Remove from the pile",
        icon=":material/delete:",
        on_click=amend,
        args=([article.article_id],),
        kwargs={"removed": True},
        help="It can be brought back on the Load page.",
    )


def _save(article: pd.Series) -> None:
    day = state.value_of("form.published")
    before = article.published.date() if pd.notna(article.published) else None
    new: dict[str, Any] = {} if day == before else {"published": day.isoformat() if day else ""}
    for field in ("source", "title", "author"):
        value = " ".join((state.value_of(f"form.{field}") or "").split())
        if value != getattr(article, field):
            new[field] = value
    if new:
        amend([article.article_id], **new)

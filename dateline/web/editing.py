"""Putting an article right: date, outlet, headline, byline, text cut or put back, removal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd
import streamlit as st

from dateline import work
from dateline.load.article import Article
from dateline.web import data, state
from dateline.web.shown import Shown
from dateline.web.words import many

EARLIEST_DAY = "1600-01-01"
"""The first day that a date of publication can be set to: newspapers begin in 1605."""
_WORDS = {
    "title": "headline",
    "source": "outlet",
    "author": "byline",
    "published": "date",
    "body": "text",
    "removed": "removal",
}


def amend(article_ids: Iterable[str], **fields: Any) -> None:
    """Amend fields of articles and have the pile made anew in the background; for callbacks."""
    here, book = data.pile(), data.amendments()
    ids = list(article_ids)
    if here is None or book is None or not ids:
        return
    for field, value in fields.items():
        book.set(ids, field, value)
    work.start(here)


def cut(shown: Shown, start: int, end: int) -> None:
    """Cut a stretch from an article's text; for callbacks."""
    from dateline.load.edit import cut as cut_out

    _body(shown, cut_out(_as_shown(shown), start, end))


def restore(shown: Shown, number: int) -> None:
    """Put a cut back into an article's text; for callbacks."""
    from dateline.load.edit import put_back

    _body(shown, put_back(_as_shown(shown), number))


def _as_shown(shown: Shown) -> Article:
    return Article(shown.article.text, title=shown.article.title, cuts=shown.cuts)


def _body(shown: Shown, changed: Article) -> None:
    here, book = data.pile(), data.amendments()
    if here is not None and book is not None:
        book.set_body(shown.article.article_id, changed.text, changed.cuts)
        work.start(here)


def article_form(shown: Shown) -> None:
    """A form for one article: date, outlet, headline, byline; undoing what was put right; removal."""
    article = shown.article
    id_ = article.article_id
    # a correction made elsewhere must show here: its widgets are new ones
    stamp = data.amendments().stamp
    form = f"form.{id_}.{stamp}"
    with st.form("article", border=False):
        day = article.published.date() if pd.notna(article.published) else None
        st.date_input("Date of publication", day, format="YYYY-MM-DD", key=f"{form}.published",
                      min_value=EARLIEST_DAY)  # fmt: skip
        st.text_input("Outlet", article.source, key=f"{form}.source", max_chars=200)
        st.text_input("Headline", article.title, key=f"{form}.title", max_chars=500)
        st.text_input("Byline", article.author, key=f"{form}.author", max_chars=300)
        st.form_submit_button("Save", type="primary", on_click=_save, args=(article, form))
    if shown.amendments:
        changed = ", ".join(_WORDS[f] for f in _WORDS if f in shown.amendments)
        st.button(
            f"Undo what was put right: {changed}",
            icon=":material/undo:",
            on_click=amend,
            args=([id_],),
            kwargs=dict.fromkeys(shown.amendments),
        )
    st.button(
        "Remove from the pile",
        icon=":material/delete:",
        on_click=amend,
        args=([id_],),
        kwargs={"removed": True},
        help="It can be brought back on the Load page.",
    )


def _save(article: pd.Series, form: str) -> None:
    day = state.value_of(f"{form}.published")
    before = article.published.date() if pd.notna(article.published) else None
    new: dict[str, Any] = {} if day == before else {"published": day.isoformat() if day else ""}
    for field in ("source", "title", "author"):
        value = " ".join((state.value_of(f"{form}.{field}") or "").split())
        if value != getattr(article, field):
            new[field] = value
    if new:
        amend([article.article_id], **new)


def removed() -> None:
    """Say how many articles were taken out of the pile by hand, and offer to bring them back."""
    book = data.amendments()
    gone = [i for i, fields in (book.now() if book else {}).items() if fields.get("removed")]
    if gone:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(f"{many(len(gone), 'article')} removed by hand.", width="content")
            st.button("Bring them back", on_click=amend, args=(gone,), kwargs={"removed": None}, type="tertiary")

"""Outlets and dates put right in bulk: tick rows, say what they are."""

from __future__ import annotations

from hashlib import blake2b

import numpy as np
import streamlit as st

from dateline.corpus import Corpus
from dateline.web import data, editing, notices, state
from dateline.web.lists import articles_of, newest_first
from dateline.web.words import many

MOST = 2000
"""Articles that are listed at a time."""
_KINDS = {"all": "All", "undated": "Without a date", "nameless": "Without an outlet"}


def draw(corpus: Corpus, rows: np.ndarray) -> None:
    """Draw the view."""
    if not len(rows):
        notices.nothing(corpus)
        editing.removed()
        return
    parts = {
        "all": newest_first(corpus, rows),
        "undated": rows[rows >= corpus.dated],
        "nameless": rows[(corpus.articles.source.iloc[rows] == "").to_numpy()],
    }
    kind = st.segmented_control(
        "Which articles",
        list(_KINDS),
        format_func=lambda k: f"{_KINDS[k]} {len(parts[k]):,}",
        required=True,
        label_visibility="collapsed",
        **state.bound("which"),
    )
    part = parts[kind]
    if not len(part):
        st.info("None of the articles shown.", icon=":material/check:")
        editing.removed()
        return
    st.caption("Tick articles, then set their outlet or date. The filters choose which articles are listed.")
    if len(part) > MOST:
        st.caption(f"The first {MOST:,} of {len(part):,} are listed: narrow the filters for the others.")
    ids = _picked(corpus, part[:MOST])
    _form(ids)
    editing.removed()


def _picked(corpus: Corpus, rows: np.ndarray) -> list[str]:
    """The table; returns the ids of the ticked articles."""
    frame = articles_of(corpus, rows)
    # a tick is a row number: other rows must be another table
    mark = blake2b(np.ascontiguousarray(rows).tobytes() + str(data.version()).encode(), digest_size=6).hexdigest()
    got = st.dataframe(
        frame[["title", "published", "source", "author", "origin"]],
        hide_index=True,
        key=f"load.bulk.{mark}",
        on_select="rerun",
        selection_mode="multi-row",
        placeholder="",
        height=420 if len(frame) > 11 else "auto",
        column_config={
            "title": st.column_config.TextColumn("Headline", width="large"),
            "published": st.column_config.DateColumn("Published", format="YYYY-MM-DD"),
            "source": "Outlet",
            "author": "Byline",
            "origin": "File",
        },
    )
    return [frame.article_id.iat[i] for i in got.selection.rows if i < len(frame)]


def _form(ids: list[str]) -> None:
    with st.form("bulk"), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input("Outlet", key="bulk.source", max_chars=200, placeholder="leave empty to keep", width=240)
        st.date_input("Date of publication", None, format="YYYY-MM-DD", key="bulk.published", width=200,
                      min_value=editing.EARLIEST_DAY)  # fmt: skip
        st.form_submit_button(
            f"Set for {many(len(ids), 'article')}" if ids else "Set", disabled=not ids, on_click=_set, args=(ids,),
            type="primary",
        )  # fmt: skip
        st.form_submit_button(
            "Remove from the pile", disabled=not ids, on_click=editing.amend, args=(ids,), kwargs={"removed": True}
        )


def _set(ids: list[str]) -> None:
    fields = {}
    if source := " ".join((state.value_of("bulk.source") or "").split()):
        fields["source"] = source
    if day := state.value_of("bulk.published"):
        fields["published"] = day.isoformat()
    if fields:
        editing.amend(ids, **fields)

"""A list of names, pasted or uploaded: one row a name with its hits; a row opens its passages.

The list is kept beside the pile under a short id, which stands in the address bar: a copied link shows the same list.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from dateline import search
from dateline.corpus import Corpus
from dateline.corrections.aliasfile import decoded
from dateline.search import Finder, Lists, names_in
from dateline.search.fold import tokens
from dateline.search.index import Index
from dateline.search.lists import MOST_NAMES
from dateline.search.tree import Term
from dateline.web import data, moments, state
from dateline.web import hits as hit_views
from dateline.web.components.hits import hit_list
from dateline.web.kept import kept
from dateline.web.tables import Col, table
from dateline.web.words import many, plain

_EACH = 10
_COLUMNS = (
    Col("name", "Name", width="medium"),
    Col("hits", "Hits", "number", width="small", help="Places in headlines and texts where it stands so"),
    Col("articles", "Articles", "number", width="small"),
    Col("first", "First", "date", width="small"),
    Col("last", "Last", "date", width="small"),
    Col("note", "Note", shown=False),
)


def draw(corpus: Corpus, index: Index, rows: np.ndarray) -> None:
    """Draw the list of names, or the form where there is none yet."""
    key = state.get("names")
    names = _lists().get(key) if key else None
    if key and names is None:
        st.warning("The list of names in this link is not kept here (any more). Paste it again.",
                   icon=":material/link_off:")  # fmt: skip
    if not names:
        _form([])
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(
            f"{many(len(names), 'name')}. The list is kept with this pile, so that a copied link shows it.",
            width="stretch",
        )
        st.button("Another list", icon=":material/playlist_add:", type="tertiary",
                  on_click=lambda: state.change(names="", row="", find=""))  # fmt: skip
    with st.expander("Change this list"):
        _form(names)
    with st.spinner("Looking the names up …", show_time=False):
        found = kept(corpus, rows, "names", (tuple(names),), lambda: search.names(corpus, index, names, rows))
    missing = int((found.hits == 0).sum())
    if missing:
        st.caption(f"{many(missing, 'name')} {'is' if missing == 1 else 'are'} not found in the articles shown.")
    shown = _COLUMNS if not (found.note != "").any() else tuple(c if c.name != "note" else Col("note", "Note")
                                                               for c in _COLUMNS)  # fmt: skip
    chosen = table("Names looked up", found, shown, key="names.table", row_id="name", height=420)
    if chosen:
        _passages(corpus, index, rows, found, chosen)


def _lists() -> Lists:
    here = data.pile()
    assert here is not None  # there are articles, so there is a pile
    return Lists(here.lists)


def _form(names: list[str]) -> None:
    """Paste names or hand in a file; a name a line, or the column "name" of a table."""

    def keep(found: list[str]) -> None:
        if not found:
            state.remember("names.problem", "No names in it: write one a line.")
            return
        extra = len(found) - MOST_NAMES
        state.remember("names.problem", f"Only the first {MOST_NAMES:,} names were taken." if extra > 0 else "")
        state.change(names=_lists().keep(found), row="", find="")

    def typed() -> None:
        keep(names_in(state.value_of("names.text") or ""))

    def handed_in() -> None:
        file = state.value_of("names.file")
        if file is not None:
            keep(names_in(decoded(file.getvalue())))

    with st.form("names.form", border=False):
        st.text_area(
            "Names, one a line",
            "\n".join(names),
            height=180,
            key="names.text",
            placeholder="Ada Quill\nHarbour Board\nAldmoor",
            help="Each line is looked up as it is written. * at the end stands for any ending.",
        )
        st.form_submit_button("Look them up", type="primary", on_click=typed)
    st.file_uploader(
        "Or a file: a name a line (.txt), or a table with a column “name” (.csv)",
        type=["txt", "csv", "tsv"],
        key="names.file",
        on_change=handed_in,
        max_upload_size=2,
    )
    if problem := state.recall("names.problem", ""):
        st.warning(plain(problem), icon=":material/error:")


def _passages(corpus: Corpus, index: Index, rows: np.ndarray, found: pd.DataFrame, name: str) -> None:
    row = found[found.name == name]
    words = tuple(tokens(name))
    if not len(row) or not words:
        return
    term = Term(words, name.endswith("*"))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader(plain(name, 80), anchor=False, width="content")
        st.button("Search for it", icon=":material/search:", type="tertiary",
                  on_click=lambda: state.change(q=term.label, view="hits"))  # fmt: skip
        st.button("Close", icon=":material/close:", type="tertiary", on_click=lambda: state.change(row=""))
    inside = kept(corpus, rows, "found", (term.label, "newest"),
                  lambda: search.found(corpus, index, term, rows, order="newest"))  # fmt: skip
    if not len(inside):
        st.info("It is not found in the articles shown.", icon=":material/search_off:")
        return
    hits, articles = int(row.hits.iat[0]), int(row.articles.iat[0])
    page = moments.pages(len(inside), f"{many(hits, 'hit')} in {many(articles, 'article')}", f"names.{name}", _EACH)
    part = inside.row.to_numpy()[page * _EACH : (page + 1) * _EACH]
    hit_list(hit_views.in_articles(corpus, Finder(corpus, term), part), "names.passages", term.label)

"""The Load page: hand in files or text, see what became of them, put outlets and dates right, look after piles."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import streamlit as st

from dateline import piles, work
from dateline.corpus import Corpus
from dateline.errors import DatelineError
from dateline.piles import Pile
from dateline.web import data, state
from dateline.web.editing import amend
from dateline.web.lists import articles_of, newest_first
from dateline.web.tables import Col, table
from dateline.web.words import many, plain

_VIEWS = {"add": "Add articles", "report": "What became of them", "articles": "Put right", "piles": "Piles"}
_NEW = ""


def draw(corpus: Corpus, rows: np.ndarray) -> None:
    """Draw the page."""
    st.title("Load", anchor=False)
    view = st.segmented_control(
        "Part of the page",
        list(_VIEWS),
        format_func=_VIEWS.get,
        required=True,
        label_visibility="collapsed",
        **state.bound("view"),
    )
    {"add": _add, "report": _report, "articles": _articles, "piles": _piles}[view](corpus, rows)


# -- adding -----------------------------------------------------------------------------------------------------------


def _add(corpus: Corpus, rows: np.ndarray) -> None:
    known = {p.id: p.name for p in piles.piles() if p.id != data.DEMO}
    here = state.pile()
    options = [_NEW, *known]
    start = here if here in known else _NEW
    left, right = st.columns(2, gap="large")
    with left:
        target = st.selectbox(
            "Into",
            options,
            index=options.index(start),
            format_func=lambda i: known.get(i, "a new pile"),
            key="load.into",
        )
        if target == _NEW:
            st.text_input("Name of the new pile", placeholder="Flood inquiry", key="load.name", max_chars=80)
        files = st.file_uploader(
            "Files",
            accept_multiple_files=True,
            key=f"load.files.{state.recall('uploads', 0)}",
            help="What a file is, is told by its content, not by its ending.",
        )
        st.button("Add the files", type="primary", disabled=not files, on_click=_hand_in_files, key="load.go")
        st.caption(
            "HTML, plain text, Markdown, PDF, Word, RTF, CSV, Excel, JSON, mail, RSS, WARC, Nexis and Factiva exports; "
            "a .zip holds as many as you like. Files stay on this computer."
        )
    with right, st.form("paste", clear_on_submit=True):
        st.text_area("Or paste an article", height=190, key="paste.text", placeholder="Headline first, then the text")
        with st.container(horizontal=True):
            st.text_input("Outlet", key="paste.source", max_chars=200)
            st.date_input("Published", value=None, format="YYYY-MM-DD", key="paste.published", min_value="1600-01-01")
        st.form_submit_button("Add the text", on_click=_hand_in_text)
    if problem := state.recall("load.problem"):
        st.error(plain(problem), icon=":material/error:")
        state.remember("load.problem", None)


def _target() -> Pile | None:
    chosen = state.value_of("load.into", _NEW)
    try:
        return (
            piles.create(state.value_of("load.name") or f"Pile of {date.today().isoformat()}")
            if chosen == _NEW
            else piles.get(chosen)
        )
    except DatelineError as e:
        state.remember("load.problem", str(e))
        return None


def _hand_in_files() -> None:
    number = state.recall("uploads", 0)
    files = state.value_of(f"load.files.{number}") or []
    if files and (pile := _target()):
        work.hand_in(pile, ((f.name, f.getvalue()) for f in files))
        state.remember("uploads", number + 1)  # an uploader with a new key is empty
        _begin(pile)


def _hand_in_text() -> None:
    text = state.value_of("paste.text") or ""
    if text.strip() and (pile := _target()):
        work.hand_in(pile, [pasted(text, state.value_of("paste.source") or "", state.value_of("paste.published"))])
        _begin(pile)


def pasted(text: str, source: str, published: date | None) -> tuple[str, bytes]:
    """A pasted article as a file to hand in: plain text, or one with fields where outlet or date were given."""
    from dateline.load.pasted import as_file

    return as_file(text, source=source, published=published)


def _begin(pile: Pile) -> None:
    work.start(pile)
    if pile.id != state.pile():
        state.open_pile(pile.id)
    state.change(view="report")


# -- the report -------------------------------------------------------------------------------------------------------

_REPORT = (
    Col("origin", "File", width="medium"),
    Col("place", "Place", width="small"),
    Col("outcome", "Outcome", width="small"),
    Col("title", "Article", width="large"),
    Col("dated", "Dated", "text", width="small"),
    Col("cut", "Words cut", "number", width="small"),
    Col("reason", "Why", width="large"),
    Col("cure", "What to do", width="large"),
)


def _report(corpus: Corpus, rows: np.ndarray) -> None:
    report = corpus.report
    if not len(report):
        st.info("Nothing was handed in here yet.", icon=":material/inbox:")
        return
    n = report.outcome.value_counts()
    loaded, twice, refused = (int(n.get(o, 0)) for o in ("loaded", "duplicate", "refused"))
    st.markdown(
        f"**{many(len(report), 'article')} given** = {loaded:,} loaded + {twice:,} given twice + {refused:,} refused"
    )
    at = corpus.rows_by_id.get_indexer(report.article_id)
    articles = corpus.articles
    cut = (
        np.bincount(corpus.cut_article, corpus.cuts.text.str.split().str.len(), minlength=len(corpus))
        if len(corpus)
        else np.zeros(1)
    )
    frame = report.assign(
        title=[articles.title.iat[r] if r >= 0 else "" for r in at],
        dated=[_dated(articles.iloc[r]) if r >= 0 else "" for r in at],
        cut=[int(cut[r]) if r >= 0 else 0 for r in at],
        row=report.article_id.where(report.article_id != "", report.origin),
    )
    frame = frame.iloc[
        np.argsort(frame.outcome.map({"refused": 0, "duplicate": 1, "loaded": 2}).to_numpy(), kind="stable")
    ]
    chosen = table("Load report", frame, _REPORT, key="load.report", row_id="article_id", height=520)
    if chosen and (row := corpus.article_row(chosen)) >= 0:
        from dateline.web.components.passages import cards

        cards(corpus, [row], "load.chosen")


def _dated(article: pd.Series) -> str:
    return f"{article.published:%Y-%m-%d}" if pd.notna(article.published) else article.published_note or "no date"


# -- putting right in bulk --------------------------------------------------------------------------------------------


def _articles(corpus: Corpus, rows: np.ndarray) -> None:
    if not len(rows):
        st.info("No article passes the filters.", icon=":material/filter_alt:")
        return
    st.caption(
        "Tick articles, then set their outlet or date. The filters on the left choose which articles are listed."
    )
    frame = articles_of(corpus, newest_first(corpus, rows)).head(2000)
    got = st.dataframe(
        frame[["title", "published", "source", "author", "origin"]],
        hide_index=True,
        key="load.bulk",
        on_select="rerun",
        selection_mode="multi-row",
        height=420,
        column_config={
            "title": st.column_config.TextColumn("Headline", width="large"),
            "published": st.column_config.DateColumn("Published", format="YYYY-MM-DD"),
            "source": "Outlet",
            "author": "Byline",
            "origin": "File",
        },
    )
    ids = [frame.article_id.iat[i] for i in got.selection.rows if i < len(frame)]
    with st.form("bulk"), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input("Outlet", key="bulk.source", max_chars=200, placeholder="leave empty to keep")
        st.date_input(
            "Date of publication", value=None, format="YYYY-MM-DD", key="bulk.published", min_value="1600-01-01"
        )
        st.form_submit_button(
            f"Set for {many(len(ids), 'article')}", disabled=not ids, on_click=_set, args=(ids,), type="primary"
        )
        st.form_submit_button(
            "Remove from the pile", disabled=not ids, on_click=amend, args=(ids,), kwargs={"removed": True}
        )
    _removed()


def _set(ids: list[str]) -> None:
    fields = {}
    if source := " ".join((state.value_of("bulk.source") or "").split()):
        fields["source"] = source
    if day := state.value_of("bulk.published"):
        fields["published"] = day.isoformat()
    if fields:
        amend(ids, **fields)


def _removed() -> None:
    book = data.amendments()
    gone = [i for i, fields in (book.now() if book else {}).items() if fields.get("removed")]
    if gone:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(f"{many(len(gone), 'article')} removed by hand.")
            st.button("Bring them back", on_click=amend, args=(gone,), kwargs={"removed": None}, type="tertiary")


# -- piles ------------------------------------------------------------------------------------------------------------


def _piles(corpus: Corpus, rows: np.ndarray) -> None:
    for pile in piles.piles():
        with st.container(border=True):
            now = work.status(pile)
            name, size, acts = st.columns([0.5, 0.25, 0.25], vertical_alignment="center")
            articles = data.manifest(pile).get("counts", {}).get("articles", 0)
            name.markdown(f"**{plain(pile.name)}**" + (" (shown)" if pile.id == state.pile() else ""))
            if pile.note:
                name.caption(plain(pile.note))
            size.caption(
                f"{many(articles, 'article')} · {pile.size() / 1e6:.1f} MB" + (" · at work" if now.busy else "")
            )
            with acts, st.container(horizontal=True, horizontal_alignment="right"):
                st.button(
                    "Open", key=f"open.{pile.id}", on_click=_open, args=(pile.id,), disabled=pile.id == state.pile()
                )
                with st.popover("More", icon=":material/more_horiz:"):
                    widget = state.seeded(
                        f"rename.{pile.id}", pile.name, lambda p=pile: p.rename(state.value_of(f"rename.{p.id}"))
                    )
                    st.text_input("Name", max_chars=80, **widget)
                    sure = st.checkbox("Delete it, with all tags, notes and corrections", key=f"sure.{pile.id}")
                    st.button(
                        "Delete the pile", key=f"delete.{pile.id}", disabled=not sure, on_click=_delete, args=(pile,)
                    )


def _open(pile_id: str) -> None:
    state.open_pile(pile_id)
    state.jump("front")


def _delete(pile: Pile) -> None:
    work.cancel(pile)
    data.forget(pile.id)
    pile.delete()
    if pile.id == state.pile():
        state.open_pile(data.default_pile())

"""Adding articles to a pile: files, a folder, pasted text; into a new pile or one that is there."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from dateline import piles, settings, work
from dateline.errors import DatelineError
from dateline.piles import Pile
from dateline.web import columns, data, state
from dateline.web.editing import EARLIEST_DAY
from dateline.web.words import many, plain

_NEW = ""
_FORMATS = (
    "Web pages, plain text, Markdown, PDF, Word, RTF, CSV, Excel, JSON, mail, RSS and Atom, WARC, exports of Nexis, "
    "Factiva, ProQuest and WordPress. A .zip or .tar.gz holds as many files as you like."
)


def draw() -> None:
    """Draw the view."""
    _into()
    left, right = st.columns([0.58, 0.42], gap="large")
    with left:
        _files()
    with right:
        _text()
    if problem := state.recall("load.problem"):
        st.error(plain(problem), icon=":material/error:")
        state.remember("load.problem", None)


def _into() -> None:
    known = {p.id: p.name for p in piles.piles() if p.id != data.DEMO}
    here = state.pile()
    options = [_NEW, *known]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        target = st.selectbox(
            "Into",
            options,
            index=options.index(here if here in known else _NEW),
            format_func=lambda i: known.get(i, "a new pile"),
            key="load.into",
            width=320,
        )
        if target == _NEW:
            st.text_input("Name of the new pile", placeholder="Flood inquiry", key="load.name", max_chars=80, width=320)


def _files() -> None:
    whole = st.toggle("A whole folder", key="load.folder")
    number = state.recall("uploads", 0)
    files = st.file_uploader(
        "Drop a folder here" if whole else "Drop files here",
        accept_multiple_files="directory" if whole else True,
        key=f"load.files.{number}.{'folder' if whole else 'files'}",
    )
    ready = columns.draw(files or [])
    st.button(
        f"Add {many(len(files), 'file')}" if files else "Add the files",
        type="primary",
        disabled=not files or not ready,
        on_click=_hand_in_files,
        args=(list(files or []),),
        key="load.go",
    )
    st.caption(f"{_FORMATS} What a file is, is told by its content. Files stay on this computer.")
    with st.expander("Limits"):
        st.markdown(_limits())


def _limits() -> str:
    rows = [
        (f"a file dropped here: {_megabytes(_upload_limit() * 1_000_000)}", "`server.maxUploadSize`"),
        (f"a page, PDF, Word file, workbook: {_megabytes(settings.FILE_LIMIT)}", "`FILE_LIMIT`"),
        (f"one article: {settings.ARTICLE_LIMIT:,} characters", "`ARTICLE_LIMIT`"),
        (f"what an archive unpacks to: {_megabytes(settings.ARCHIVE_LIMIT)}", "`ARCHIVE_LIMIT`"),
        (f"files in an archive: {settings.ARCHIVE_FILES:,}", "`ARCHIVE_FILES`"),
        (f"pages of a PDF: {settings.PDF_PAGES:,}", "`PDF_PAGES`"),
        (f"cells of a sheet: {settings.WORKBOOK_CELLS:,}", "`WORKBOOK_CELLS`"),
    ]
    lines = "\n".join(f"- {words} ({name})" for words, name in rows)
    return f"{lines}\n\nWhat is beyond a limit is refused and named in the report; the rest is loaded. The limits are "\
           "settings: `.streamlit/config.toml` and `dateline/settings.py`. Larger files, tables and web archives "\
           "of any size are loaded with `python -m dateline annotate`."  # fmt: skip


def _upload_limit() -> int:
    return int(st.get_option("server.maxUploadSize"))


def _megabytes(n: int) -> str:
    return f"{n / 1e9:g} GB" if n >= 1e9 else f"{n / 1e6:g} MB"


def _text() -> None:
    with st.form("paste", clear_on_submit=True):
        st.text_area("Or paste an article", height=190, key="paste.text", placeholder="Headline first, then the text")
        with st.container(horizontal=True):
            st.text_input("Outlet", key="paste.source", max_chars=200, width=200)
            st.date_input("Published", None, format="YYYY-MM-DD", key="paste.published", min_value=EARLIEST_DAY,
                          width=180)  # fmt: skip
        st.form_submit_button("Add the text", on_click=_hand_in_text)


def _target() -> Pile | None:
    chosen = state.value_of("load.into", _NEW)
    try:
        if chosen != _NEW:
            return piles.get(chosen)
        return piles.create(state.value_of("load.name") or f"Pile of {date.today().isoformat()}")
    except DatelineError as e:
        state.remember("load.problem", str(e))
        return None


def _hand_in_files(files: list[Any]) -> None:
    if files and (pile := _target()):
        columns.keep()
        at = work.hand_in(pile, ((f.name, f.getvalue()) for f in files))
        state.remember("uploads", state.recall("uploads", 0) + 1)  # an uploader with a new key is empty
        _begin(pile, at)


def _hand_in_text() -> None:
    from dateline.load.pasted import as_file

    text = state.value_of("paste.text") or ""
    if text.strip() and (pile := _target()):
        source, published = state.value_of("paste.source") or "", state.value_of("paste.published")
        _begin(pile, work.hand_in(pile, [as_file(text, source=source, published=published)]))


def _begin(pile: Pile, at: str) -> None:
    work.start(pile)
    if pile.id != state.pile():
        state.open_pile(pile.id)
    state.change(view="report", batch=at)  # what became of these, not of all that was ever handed in

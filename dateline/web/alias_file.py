"""Taking corrections along as a CSV file, and loading such a file."""

from __future__ import annotations

import streamlit as st

from dateline.corrections import Action, aliasfile
from dateline.errors import InputError
from dateline.web import data, state
from dateline.web.view import file_name
from dateline.web.words import many, plain

_SHOWN = 8


def draw(actions: list[Action]) -> None:
    """Draw the menu: save the corrections that hold, load a file."""
    with st.popover("Alias file", icon=":material/table_view:", width="content"):
        st.caption("All corrections that hold, as a table: read it, change it in a spreadsheet, load it elsewhere.")
        here = data.pile()
        st.download_button(
            f"Save {many(len(actions), 'correction')} (CSV)",
            lambda: aliasfile.export(actions).encode("utf-8-sig"),
            f"{file_name('names of ' + (here.name if here else ''))}.csv",
            "text/csv",
            key="alias.save",
            icon=":material/download:",
            disabled=not actions,
            on_click="ignore",
        )

        def load() -> None:
            file = state.value_of("alias.file")
            book = data.corrections()
            if file is None or book is None:
                return
            try:
                number, problems = aliasfile.load(aliasfile.decoded(file.getvalue()), book)
            except InputError as e:
                state.remember("alias.said", (0, [str(e)], True))
                return
            state.remember("alias.said", (number, problems, False))

        st.file_uploader(
            "Load one", type=["csv"], key="alias.file", on_change=load, max_upload_size=5,
            help="What it says is added to the corrections here; what is here already is passed over.",
        )  # fmt: skip


def said() -> None:
    """Say once what came of a file that was loaded."""
    got = state.recall("alias.said")
    if not got:
        return
    number, problems, refused = got
    state.remember("alias.said", None)
    if refused:
        st.error(f"{plain(problems[0][:1].upper() + problems[0][1:], 600)}.", icon=":material/error:")
        return
    words = f"{many(number, 'correction')} loaded." if number else "Nothing new in this file."
    st.success(words, icon=":material/check:")
    if problems:
        more = f" And {len(problems) - _SHOWN:,} more." if len(problems) > _SHOWN else ""
        lines = "\n".join(f"- {plain(p, 300)}" for p in problems[:_SHOWN])
        st.warning(f"{many(len(problems), 'row')} could not be used.{more}\n\n{lines}", icon=":material/error:")

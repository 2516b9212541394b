"""The Names page: suggested merges, all names, the history of corrections, and the editor of one name."""

from __future__ import annotations

import numpy as np
import streamlit as st

from dateline.corpus import Corpus
from dateline.web import (
    alias_file,
    data,
    name_acts,
    name_editor,
    name_history,
    name_suggestions,
    name_table,
    notices,
    state,
)
from dateline.web.words import many, plain

_NONE = np.empty(0, np.int32)


def draw(corpus: Corpus) -> None:
    """Draw the page. It is about the whole pile, whatever the filters."""
    book = data.corrections()
    history = book.history() if book else []
    actions = [a for a in reversed(history) if not a.undone]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.title("Names", anchor=False, width="content")
        st.space("stretch")
        last = actions[-1].sentence if actions else ""
        st.button("Undo last", icon=":material/undo:", disabled=not actions, on_click=name_acts.undo,
                  help=plain(last) or None)  # fmt: skip
        alias_file.draw(actions)
    if not len(corpus):
        notices.nothing(corpus)
        return
    held = f"{many(len(actions), 'correction')} made" if actions else "nothing corrected yet"
    st.caption(
        f"{many(len(corpus.entities), 'name')} in the whole pile, whatever the filters · {held}. Corrections show on "
        "every page, for everybody who opens this pile, and in articles loaded later."
    )
    name_acts.said(history)
    alias_file.said()
    if state.get("id"):
        _one(corpus, actions)
        return
    with st.spinner("Looking for names that may be one …", show_time=False):
        found = name_suggestions.suggestions(corpus, actions)
    words = {
        "suggestions": f"Suggested merges ({len(found):,})",
        "all names": f"All names ({len(corpus.entities):,})",
        "history": f"History ({len(history):,})",
    }
    view = st.segmented_control(
        "View", list(words), format_func=words.get, required=True, label_visibility="collapsed", **state.bound("view")
    )
    if view == "suggestions":
        name_suggestions.draw(corpus, found)
    elif view == "all names":
        name_table.draw(corpus)
    else:
        name_history.draw(corpus, history, data.opened().lost)


def _one(corpus: Corpus, actions: list) -> None:
    """The editor of the name that the address bar gives; or why there is none."""
    wanted = state.get("id")
    code = corpus.entity_code(wanted)
    if code >= 0:
        name_editor.draw(corpus, code)
        return
    went = data.opened().redirects.get(wanted)
    if went is not None and went.kind == "hidden":
        name_editor.hidden(wanted, went.name, actions)
        return
    st.warning(f"There is no name “{plain(wanted, 60)}” in this pile (any more).", icon=":material/link_off:")
    st.button("All names", icon=":material/list:", on_click=lambda: state.change(id="", view="all names"))

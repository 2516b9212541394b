"""Correcting a name from a page: the correction is made, what was done is said once, and can be taken back there."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dateline.corpus import Corpus
from dateline.corrections import Action, Corrections, Thing
from dateline.errors import InputError
from dateline.web import data, state
from dateline.web.words import plain


def thing(corpus: Corpus, code: int) -> Thing:
    """The entity of a code as a correction refers to it."""
    return Thing.of(corpus.entities.iloc[code])


def act(make: Callable[[Corrections], int], **keys: object) -> bool:
    """Make a correction and change keys of the page where that worked; for callbacks. Tells whether it worked."""
    book = data.corrections()
    if book is None:
        return False
    try:
        number = make(book)
    except InputError as e:
        state.remember("names.problem", str(e))
        return False
    state.remember("names.problem", "")
    state.remember("names.done", number)
    state.change(**keys)
    return True


def undo(number: int = 0) -> None:
    """Take a correction back, the last one without its number; for callbacks."""
    book = data.corrections()
    gone = book.undo(number) if book else None
    state.remember("names.done", 0)
    state.remember("names.problem", "" if gone else "There is nothing to take back.")


def redo(number: int) -> None:
    """Let a correction hold again; for callbacks."""
    book = data.corrections()
    if book is not None and book.redo(number):
        state.remember("names.done", number)


def said(history: list[Action]) -> None:
    """Say what was just done, with the way back, or why it could not be."""
    if problem := state.recall("names.problem", ""):
        st.warning(f"{plain(problem[:1].upper() + problem[1:])}.", icon=":material/error:")
        state.remember("names.problem", "")
    last = next((a for a in history if a.id == state.recall("names.done", 0) and not a.undone), None)
    if last is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.success(plain(last.sentence, 400), icon=":material/check:", width="stretch")
        st.button("Undo", icon=":material/undo:", key="names.undo", on_click=undo, args=(last.id,))

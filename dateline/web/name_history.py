"""The history of corrections: every step, the latest first, each to be taken back or done again on its own."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from dateline.corpus import Corpus
from dateline.corrections import Action
from dateline.web import moments
from dateline.web.components.peaks import Peak, peak_list
from dateline.web.name_acts import redo, undo
from dateline.web.words import many, on_day

_EACH = 25
_NAMES = 6


def draw(corpus: Corpus, history: list[Action], lost: frozenset[int]) -> None:
    """Draw the steps; ``lost`` are the numbers of those that find nothing to change in this pile."""
    if not history:
        st.info("Nothing has been put right in this pile yet.", icon=":material/history:")
        return
    page = moments.pages(len(history), many(len(history), "step"), "history", _EACH)
    part = history[page * _EACH : (page + 1) * _EACH]

    def acted(what: str, row: int) -> None:
        (undo if what == "undo" else redo)(part[row].id)

    peak_list([_step(corpus, a, a.id in lost) for a in part], "history.list", acted)


def _step(corpus: Corpus, a: Action, lost: bool) -> Peak:
    state_ = "taken back" if a.undone else "finds no such name in this pile" if lost else ""
    facts = " · ".join(filter(None, (_when(a.at), state_)))
    things = [*a.things, *([a.to] if a.to else [])]
    names = [(t.id, t.name) for t in things[:_NAMES] if t.id and corpus.entity_code(t.id) >= 0]
    button = ("redo", "Do again", False) if a.undone else ("undo", "Undo", False)
    return Peak("", a.sentence, facts, tuple(names), (), "", "", (button,))


def _when(at: str) -> str:
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return ""
    return f"{on_day(moment, short=True)}, {moment:%H:%M} UTC"

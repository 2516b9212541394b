"""Peaks as a list: when, how much above the usual, the names and words that made them, the top headline.

Texts are put in as text nodes. What can be done with a peak is the page's to say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from dateline.web import state

_HERE = Path(__file__).parent
_list = st.components.v2.component(
    "dateline.peaks",
    css=(_HERE / "peaks.css").read_text(encoding="utf-8"),
    js=(_HERE / "peaks.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True)
class Peak:
    """One row. ``sign`` stands before it and in the chart ("1", "A"); ``names`` are (entity id, name) pairs;
    ``article`` is the id of the headline's article; ``acts`` are (action, label, on) of its buttons."""

    sign: str
    when: str
    size: str
    names: tuple[tuple[str, str], ...]
    words: tuple[str, ...]
    headline: str
    article: str
    acts: tuple[tuple[str, str, bool], ...] = ()


def peak_list(rows: Sequence[Peak], key: str, on_act: Callable[[str, int], None]) -> None:
    """Draw the list. Names open their page and headlines their article; ``on_act`` (a callback) is given the action of
    any other button and the number of the row."""

    def acted() -> None:
        got: Any = getattr(state.value_of(key), "act", None)
        if not isinstance(got, dict):
            return
        at, name, act = got.get("row"), got.get("name"), str(got.get("act"))
        if not isinstance(at, int) or not 0 <= at < len(rows):
            return
        if act == "headline":
            state.jump("read", article=rows[at].article)
        elif act == "name":
            if isinstance(name, int) and 0 <= name < len(rows[at].names):
                state.jump("entity", id=rows[at].names[name][0])
        elif act in {a for a, _, _ in rows[at].acts}:
            on_act(act, at)

    data = [
        {
            "sign": r.sign,
            "when": r.when,
            "size": r.size,
            "names": [n for _, n in r.names],
            "words": list(r.words),
            "headline": r.headline,
            "acts": [list(a) for a in r.acts],
        }
        for r in rows
    ]
    _list(data={"rows": data}, key=key, on_act_change=acted)

"""Keyword in context: a line a hit, the hits in one column, what stands before them right-aligned; a line opens Read.

The headings sort. Texts are put in as text nodes. An ordinary click stays in this view, a middle click opens a new tab.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from dateline.web import state

_HERE = Path(__file__).parent
_lines = st.components.v2.component(
    "dateline.concordance",
    css=(_HERE / "concordance.css").read_text(encoding="utf-8"),
    js=(_HERE / "concordance.js").read_text(encoding="utf-8"),
)

HEADS = {"left": "Words before", "hit": "Hit", "right": "Words after", "date": "Published"}
"""What the columns are sorted by, and their headings."""


@dataclass(frozen=True, slots=True)
class Line:
    """One hit: the words on either side, where it stands, and what opens it."""

    left: str
    hit: str
    right: str
    when: str
    where: str
    article_id: str
    start: int
    end: int


def concordance(lines: Sequence[Line], key: str, by: str, on_sort: Callable[[str], None], query: str = "") -> None:
    """Draw the lines, as they are given; ``by`` marks the heading they are sorted by, ``on_sort`` (a callback) is given
    the one that was clicked. A line opens the Read page, where the hits of ``query`` are marked."""

    def target(x: Line) -> dict:
        return {"article": x.article_id, "at": x.start, "to": x.end, "q": query}

    def opened() -> None:
        at = getattr(state.value_of(key), "open", None)
        if isinstance(at, int) and 0 <= at < len(lines):
            state.jump("read", **target(lines[at]))

    def sorted_by() -> None:
        name = getattr(state.value_of(key), "sort", None)
        if name in HEADS:
            on_sort(name)

    rows = [
        [x.left, x.hit, x.right, x.when, x.where, "read?" + urlencode(state.link("read", **target(x)), doseq=True)]
        for x in lines
    ]
    _lines(
        data={"heads": list(HEADS.items()), "by": by, "rows": rows},
        key=key,
        on_open_change=opened,
        on_sort_change=sorted_by,
    )

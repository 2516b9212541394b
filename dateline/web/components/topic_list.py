"""Themes over topics as a list: a mark for the theme, the name, a small picture over time, size and share.

A row opens its theme or topic; a button at its end narrows the lens to it, or lifts that filter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from dateline.web import state

_HERE = Path(__file__).parent
_list = st.components.v2.component(
    "dateline.topic_list",
    css=(_HERE / "topic_list.css").read_text(encoding="utf-8"),
    js=(_HERE / "topic_list.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One row: ``kind`` "theme", "topic", "topic under" (a theme's row), or "topic faint" (what fits nowhere).

    ``open``: the value of the page's key that opens it; ``rank``: place of its theme among the themes, for colour and
    mark; ``marked``: whether the mark is drawn; ``only``: whether the lens is narrowed to it, None where it cannot be.
    """

    kind: str
    name: str
    open: str
    count: int
    share: str
    trend: tuple[int, ...]
    rank: int
    marked: bool = True
    note: str = ""
    only: bool | None = False
    now: bool = False


def topic_list(
    lines: Sequence[Line],
    heads: tuple[str, str, str, str],
    key: str,
    *,
    on_open: Callable[[Line], None],
    on_only: Callable[[Line], None],
    narrow: bool = False,
) -> None:
    """Draw the rows; ``heads`` name the columns: name, over time, count, share. Both functions are callbacks.

    ``narrow`` is for half a page's width.
    """

    def acted(name: str, do: Callable[[Line], None]) -> None:
        at = getattr(state.value_of(key), name, None)
        if isinstance(at, int | float) and 0 <= int(at) < len(lines):
            do(lines[int(at)])

    rows = [
        {
            "kind": r.kind, "name": r.name, "count": r.count, "share": r.share, "trend": list(r.trend), "rank": r.rank,
            "marked": r.marked, "note": r.note, "only": r.only, "now": r.now,
            "href": "topics?" + urlencode(state.link("topics", open=r.open), doseq=True),
        }
        for r in lines
    ]  # fmt: skip
    _list(
        data={"rows": rows, "heads": list(heads), "narrow": narrow},
        key=key,
        on_open_change=lambda: acted("open", on_open),
        on_only_change=lambda: acted("only", on_only),
    )

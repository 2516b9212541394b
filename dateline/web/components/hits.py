"""Articles that a search found, each with its hits in their context; the headline and every hit open the article there.

Texts are put in as text nodes. An ordinary click stays in this view, a middle click opens a new tab.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from dateline.web import state

_HERE = Path(__file__).parent
_list = st.components.v2.component(
    "dateline.hits",
    css=(_HERE / "hits.css").read_text(encoding="utf-8"),
    js=(_HERE / "hits.js").read_text(encoding="utf-8"),
)

Pieces = tuple[tuple[str, str], ...]
"""(text, class) pairs: class '' for plain text, ``hit`` for what was found."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of the text with hits; opens the article at [start, end)."""

    pieces: Pieces
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """One article: headline in pieces, where and when, its snippets; ``more`` says what is not shown and opens at
    ``more_at``. ``group`` is a heading before it."""

    article_id: str
    title: Pieces
    meta: str
    snippets: tuple[Snippet, ...]
    lead: str = ""
    more: str = ""
    more_at: tuple[int, int] = (-1, -1)
    group: str = ""


def hit_list(items: Sequence[Found], key: str, query: str = "") -> None:
    """Draw the list; a click opens the Read page, where the hits of ``query`` are marked."""

    def targets(f: Found) -> list[dict[str, Any]]:
        places = [(-1, -1), *((s.start, s.end) for s in f.snippets), f.more_at]
        return [{"article": f.article_id, "at": a, "to": b, "q": query} for a, b in places]

    def opened() -> None:
        got = getattr(state.value_of(key), "open", None)
        row, at = (got.get("row"), got.get("at")) if isinstance(got, dict) else (None, None)
        if isinstance(row, int) and 0 <= row < len(items) and isinstance(at, int):
            where = targets(items[row])
            if 0 <= at < len(where):
                state.jump("read", **where[at])

    rows = [
        {
            "group": f.group,
            "hrefs": ["read?" + urlencode(state.link("read", **w), doseq=True) for w in targets(f)],
            "title": [list(p) for p in f.title],
            "meta": f.meta,
            "lead": f.lead,
            "snippets": [[list(p) for p in s.pieces] for s in f.snippets],
            "more": f.more,
        }
        for f in items
    ]
    _list(data={"rows": rows}, key=key, on_open_change=opened)

"""A list of names with a small picture of each over time and its counts; a row opens what stands behind it.

Texts are put in as text nodes. An ordinary click stays in this view, a middle click opens the row in a new tab.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from dateline.lens import Lens
from dateline.web import state

_HERE = Path(__file__).parent
_list = st.components.v2.component(
    "dateline.ranking",
    css=(_HERE / "ranking.css").read_text(encoding="utf-8"),
    js=(_HERE / "ranking.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True)
class Ranked:
    """One row: the name, its label (of ``schema.LABELS``, for the mark before it; '' for none), counts, values
    over time.

    ``page`` and ``keys`` say what the row opens, under ``lens`` (the present one where None).
    """

    name: str
    label: str
    counts: tuple[int, ...]
    page: str
    keys: dict[str, Any]
    trend: tuple[int, ...] = ()
    now: bool = False
    lens: Lens | None = None


def ranking(
    rows: Sequence[Ranked],
    heads: Sequence[str],
    key: str,
    *,
    trend: str = "",
    on_open: Callable[[Ranked], None] | None = None,
) -> None:
    """Draw the list; ``heads`` name the columns of counts, ``trend`` says what the small pictures show.

    A row goes to its page unless ``on_open`` (a callback) does something else.
    """

    def opened() -> None:
        at = getattr(state.value_of(key), "open", None)
        if isinstance(at, int | float) and 0 <= int(at) < len(rows):
            row = rows[int(at)]
            if on_open:
                on_open(row)
            else:
                state.jump(row.page, row.lens, **row.keys)

    data = {
        "heads": list(heads),
        "trend": trend,
        "rows": [
            {
                "href": f"{r.page}?" + urlencode(state.link(r.page, r.lens, **r.keys), doseq=True),
                "name": r.name,
                "label": r.label,
                "counts": list(r.counts),
                "trend": list(r.trend),
                "now": r.now,
            }
            for r in rows
        ],
    }
    _list(data=data, key=key, on_open_change=opened)

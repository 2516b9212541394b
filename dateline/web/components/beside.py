"""A narrow list beside an article: each row leads to one or several places in it, or to another article.

Texts are put in as text nodes. A row with several places shows them as numbered buttons.
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
    "dateline.beside",
    css=(_HERE / "beside.css").read_text(encoding="utf-8"),
    js=(_HERE / "beside.js").read_text(encoding="utf-8"),
)

MOST_STOPS = 12
"""Numbered buttons of a row; the others are reached from the text."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its words, a line in small type under them, and where it leads: keys of the Read page, a dict a place."""

    text: str
    note: str = ""
    places: tuple[dict[str, Any], ...] = ()


def beside(rows: Sequence[Row], key: str, look: str = "") -> None:
    """Draw the list; ``look`` "serif" sets its words as headlines."""

    def opened() -> None:
        got = getattr(state.value_of(key), "open", None)
        row, stop = (got.get("row"), got.get("stop")) if isinstance(got, dict) else (None, None)
        if isinstance(row, int) and isinstance(stop, int) and 0 <= row < len(rows):
            places = rows[row].places
            if 0 <= stop < len(places):
                state.change(**{"at": -1, "to": -1, "near": "", **places[stop]})

    data = [
        {
            "text": r.text,
            "note": r.note,
            "stops": min(len(r.places), MOST_STOPS),
            "href": "read?" + urlencode(state.link("read", **r.places[0]), doseq=True) if r.places else "",
        }
        for r in rows
    ]
    _list(data={"rows": data, "look": look}, key=key, on_open_change=opened)

"""Groups of one quotation in several wordings, side by side, with what differs marked; each leads to its passages.

Texts are put in as text nodes: words that the fullest wording does not have are marked as added, words that it has and
this one lacks stand struck through.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from dateline.web import state

_HERE = Path(__file__).parent
_list = st.components.v2.component(
    "dateline.wordings",
    css=(_HERE / "wordings.css").read_text(encoding="utf-8"),
    js=(_HERE / "wordings.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a wording stands: outlet and date in words, who is said to speak, and the Read page's keys for it."""

    meta: str
    speaker: str
    where: dict[str, Any]
    quote_id: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """One wording: ``pieces`` are (text, class) pairs, class '' or ``new``, ``gone``; and where it stands."""

    pieces: tuple[tuple[str, str], ...]
    kind: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One quotation: how often, who speaks, a flag where different speakers are named, and its wordings."""

    size: str
    flag: str
    versions: tuple[Version, ...]
    now: bool = False


def wording_groups(groups: Sequence[Group], key: str, on_row: Callable[[str], None]) -> None:
    """Draw the groups. A place opens its passage on the Read page; ``on_row`` (a callback) is given the quote id where
    the reader asks for the row in the table."""

    def acted() -> None:
        got: Any = getattr(state.value_of(key), "act", None)
        at = got.get("at") if isinstance(got, dict) else None
        if not (isinstance(at, list) and len(at) == 3 and all(isinstance(n, int) and n >= 0 for n in at)):
            return
        g, v, p = at
        if g < len(groups) and v < len(groups[g].versions) and p < len(groups[g].versions[v].places):
            place = groups[g].versions[v].places[p]
            if got.get("act") == "row":
                on_row(place.quote_id)
            else:
                state.jump("read", **place.where)

    data = [
        {
            "size": g.size,
            "flag": g.flag,
            "now": g.now,
            "versions": [
                {
                    "pieces": [list(x) for x in v.pieces],
                    "kind": v.kind,
                    "places": [
                        {
                            "meta": p.meta,
                            "speaker": p.speaker,
                            "href": "read?" + urlencode(state.link("read", **p.where), doseq=True),
                        }
                        for p in v.places
                    ],
                }
                for v in g.versions
            ],
        }
        for g in groups
    ]
    _list(data={"groups": data}, key=key, on_act_change=acted)

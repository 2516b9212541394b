"""Pairs of names that may be one: both names with a sentence each, what speaks for it, and buttons to decide.

Texts are put in as text nodes. A name opens its page, a sentence its article; what else is done is the page's to say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from dateline.web import state
from dateline.web.components.passages import Passage

_HERE = Path(__file__).parent
_list = st.components.v2.component(
    "dateline.pairs",
    css=(_HERE / "pairs.css").read_text(encoding="utf-8"),
    js=(_HERE / "pairs.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two names: entity id, name, what it is and how often, and a passage that holds it."""

    id: str
    name: str
    facts: str
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, why they may be one in words, and how likely that looks (0 to 1)."""

    sides: tuple[Side, Side]
    evidence: str
    score: float


ACTS = (("merge", "Merge"), ("apart", "Not the same"))


def pair_list(pairs: Sequence[Pair], key: str, on_act: Callable[[str, int], None]) -> None:
    """Draw the list; ``on_act`` (a callback) is given "merge" or "apart" and the number of the pair."""

    def acted() -> None:
        got: Any = getattr(state.value_of(key), "act", None)
        if not isinstance(got, dict):
            return
        row, side, act = got.get("row"), got.get("side"), got.get("act")
        if not isinstance(row, int) or not 0 <= row < len(pairs):
            return
        if act in dict(ACTS):
            on_act(act, row)
        elif side in (0, 1):
            chosen = pairs[row].sides[side]
            if act == "name":
                state.jump("entity", id=chosen.id)
            elif act == "read" and chosen.passage:
                state.jump("read", **chosen.passage.where)

    rows = [
        {
            "evidence": p.evidence,
            "score": round(p.score, 2),
            "sides": [
                {
                    "name": s.name,
                    "facts": s.facts,
                    "pieces": [list(x) for x in s.passage.pieces] if s.passage else [],
                    "from": " · ".join(filter(None, (s.passage.title, s.passage.meta))) if s.passage else "",
                }
                for s in p.sides
            ],
        }
        for p in pairs
    ]
    _list(data={"rows": rows, "acts": [list(a) for a in ACTS]}, key=key, on_act_change=acted)

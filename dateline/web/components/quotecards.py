"""Quotations to look at closely: the words, the cue and the speaker marked; to open, to judge, to put right.

Used for the row that is open in the table of quotations and for the rows that a reader checks. Texts are put in as text
nodes. What a click means is the page's to say, but for opening, which goes to the Read page.
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
    "dateline.quotecards",
    css=(_HERE / "quotecards.css").read_text(encoding="utf-8"),
    js=(_HERE / "quotecards.js").read_text(encoding="utf-8"),
)
ACTS = ("open", "name", "elsewhere", "content", "speaker", "both", "who", "typed", "back")
"""What can be done: read it, open the speaker's page, see the same words elsewhere; mark words, speaker or both (value
right, wrong or ''); say who speaks (an entity id, '' for nobody), or type a name; take that back."""


@dataclass(frozen=True, slots=True)
class Card:
    """One quotation. ``pieces`` are (text, class) as in ``passages``; ``note`` says who speaks and how that is known.

    ``names`` are (entity id, name) to choose the right speaker from; none: the speaker cannot be put right here.
    ``content`` and ``right_speaker`` are a reader's marks, None where there is none; shown where ``checked`` is true.
    """

    id: str
    where: dict[str, Any]
    href: str
    title: str
    meta: str
    pieces: tuple[tuple[str, str], ...]
    note: str
    speaker: str = ""
    fixed: bool = False
    elsewhere: int = 0
    names: tuple[tuple[str, str], ...] = ()
    found: str = ""
    checked: bool = False
    content: bool | None = None
    right_speaker: bool | None = None


def quote_cards(cards: Sequence[Card], key: str, on_act: Callable[[Card, str, str], None]) -> None:
    """Draw the list; ``on_act`` (a callback) is given the card, the act (of ``ACTS``, but for open) and its value."""

    def acted() -> None:
        got: Any = getattr(state.value_of(key), "act", None)
        if not isinstance(got, dict):
            return
        at, act, value = got.get("row"), got.get("act"), got.get("value")
        # the list may have changed since it was drawn in the browser: the id must be that of the row
        if not isinstance(at, int) or not 0 <= at < len(cards) or cards[at].id != got.get("id") or act not in ACTS:
            return
        if act == "open":
            state.jump("read", **cards[at].where)
        else:
            on_act(cards[at], act, str(value or "")[:300])

    mark = {True: "right", False: "wrong", None: ""}
    rows = [
        {
            "id": c.id,
            "href": c.href,
            "title": c.title or "Without a headline",
            "meta": c.meta,
            "pieces": [list(p) for p in c.pieces],
            "note": c.note,
            "found": c.found,
            "speaker": c.speaker,
            "fixed": c.fixed,
            "elsewhere": c.elsewhere,
            "names": [list(n) for n in c.names],
            "checked": c.checked,
            "content": mark[c.content],
            "right": mark[c.right_speaker],
        }
        for c in cards
    ]
    _list(data={"rows": rows}, key=key, on_act_change=acted)

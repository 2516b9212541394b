"""The article with its highlights: names, quotations, dates and search hits, drawn from offsets; what was cut, folded.

Python decides what is marked and what a mark says; the component draws it, folds and steps through it without asking
the server. It reports what the reader does (``act``) as {"action": …} with the span, the cut or the selected offsets.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from dateline.web import state

_HERE = Path(__file__).parent
_reader = st.components.v2.component(
    "dateline.reader",
    css=(_HERE / "reader.css").read_text(encoding="utf-8"),
    js=(_HERE / "reader.js").read_text(encoding="utf-8"),
)

KIND_WORDS = {
    "person": "People",
    "organisation": "Organisations",
    "place": "Places",
    "group": "Groups",
    "other": "Events and works",
    "quote": "Quotations",
    "date": "Dates",
    "hit": "Search hits",
}
"""What the toggles are called, in their order."""

NEAR = 80
"""Characters of a passage that a link to it carries, to find it again when the text has changed."""


@dataclass(frozen=True, slots=True)
class Span:
    """A highlight: offsets in the text, a kind of KIND_WORDS (or ``target``), and what its card says and offers.

    ``actions`` are (action, label) pairs; ``id`` is handed back with an action (an entity id, a quote id).
    """

    start: int
    end: int
    kind: str
    head: str = ""
    lines: tuple[str, ...] = ()
    actions: tuple[tuple[str, str], ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What the reader did: the action, and the span, the number of the cut, the selected stretch, the kinds hidden."""

    action: str
    span: Span | None = None
    cut: int = -1
    start: int = -1
    end: int = -1
    kinds: tuple[str, ...] = ()
    on: bool = False


def reader(
    text: str,
    spans: Sequence[Span],
    cuts: Sequence[tuple[int, str, str]],
    *,
    key: str,
    article: str,
    language: str = "",
    target: str = "",
    hidden: Sequence[str] = (),
    cuts_shown: bool = False,
    link: dict[str, str] | None = None,
    source: str = "",
    on_act: Callable[[Done], None],
) -> None:
    """Draw an article (its id ``article``). ``cuts`` are (position, text, reason), in order of position.

    ``target`` names the passage to scroll to, once; ``hidden`` are the kinds that are not highlighted; ``link`` are
    query parameters that a copied link to a passage gets; ``source`` is said when a passage is copied with its source.
    """

    def acted() -> None:
        got = getattr(state.value_of(key), "act", None)
        if not isinstance(got, dict):
            return
        at = {n: _number(got.get(n), len(limit)) for n, limit in (("span", spans), ("cut", cuts))}
        where = {n: _number(got.get(n), len(text) + 1) for n in ("start", "end")}
        span = spans[at["span"]] if at["span"] >= 0 else None
        kinds = got.get("kinds")
        kinds = tuple(str(k) for k in kinds[:20]) if isinstance(kinds, list) else ()
        on = got.get("on") is True
        on_act(Done(str(got.get("action", "")), span, at["cut"], where["start"], where["end"], kinds, on))

    data: dict[str, Any] = {
        "text": text,
        "language": language,
        "spans": [
            {"start": s.start, "end": s.end, "kind": s.kind, "head": s.head, "lines": s.lines, "actions": s.actions}
            for s in spans
        ],
        "cuts": [
            {"position": p, "text": t, "reason": r, "words": len(t.split()), "index": i}
            for i, (p, t, r) in enumerate(cuts)
        ],
        "words": KIND_WORDS,
        "article": article,
        "hidden": list(hidden),
        "cutsShown": cuts_shown,
        "near": NEAR,
        "target": target,
        "link": link or {},
        "source": source,
    }
    _reader(data=data, key=key, on_act_change=acted)


def _number(value: object, below: int) -> int:
    """A number that the browser sent, -1 when it is none or out of range."""
    return int(value) if isinstance(value, int | float) and 0 <= int(value) < below else -1

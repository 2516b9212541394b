"""A list of passages: each a sentence with its hit marked, and the article it stands in. Each opens the article there.

Every figure leads here. Texts are handed to the browser as pieces and put in as text nodes; an ordinary click stays in
this view (and keeps Back working), a middle click opens the passage in a new tab.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from dateline.corpus import Corpus
from dateline.web import state
from dateline.web.words import on_day

_HERE = Path(__file__).parent
_list = st.components.v2.component(
    "dateline.passages",
    css=(_HERE / "passages.css").read_text(encoding="utf-8"),
    js=(_HERE / "passages.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One row: the article, the marked stretch (offsets in its text), and what to show of it.

    ``pieces`` are (text, class) pairs, class '' for plain text or ``hit``, ``cue``, ``speaker``; ``note`` is a line in
    small type (how a speaker or a date was found).
    """

    article_id: str
    start: int
    end: int
    title: str
    meta: str
    pieces: tuple[tuple[str, str], ...]
    note: str = ""

    @property
    def where(self) -> dict[str, Any]:
        """Keys of the Read page that open this passage."""
        return {"article": self.article_id, "at": self.start, "to": self.end}


def passages(
    items: Sequence[Passage], key: str, on_open: Callable[[Passage], None] | None = None, look: str = "passages"
) -> None:
    """Draw the list; opening one goes to the Read page unless ``on_open`` (a callback) does something else.

    ``look`` "cards" puts the headline first.
    """
    _draw(items, key, on_open, look)


def _draw(items: Sequence[Passage], key: str, on_open: Callable[[Passage], None] | None, look: str) -> None:
    def opened() -> None:
        at = getattr(state.value_of(key), "open", None)
        if isinstance(at, int | float) and 0 <= int(at) < len(items):
            chosen = items[int(at)]
            if on_open:
                on_open(chosen)
            else:
                state.jump("read", **chosen.where)

    rows = [
        {
            "href": "read?" + urlencode(state.link("read", **p.where), doseq=True),
            "title": p.title or "Without a headline",
            "meta": p.meta,
            "pieces": [list(x) for x in p.pieces],
            "note": p.note,
        }
        for p in items
    ]
    _list(data={"rows": rows, "look": look}, key=key, on_open_change=opened)


def cards(
    corpus: Corpus, rows: Sequence[int], key: str, notes: Mapping[int, str] | None = None, topic: bool = True
) -> None:
    """Articles as a list: headline, where and when, the first lines; a click opens the article.

    ``notes`` says something more about an article, by its row (why it is here); ``topic``: whether its topic is said.
    """
    items = []
    for row in rows:
        a = corpus.articles.iloc[row]
        lead = a.deck or " ".join(a.text[:600].split())
        cut = lead if len(lead) <= 220 else lead[:220].rsplit(" ", 1)[0] + " …"
        meta = " · ".join(filter(None, (a.source, on_day(a.published, short=True), a.topic if topic else "")))
        items.append(Passage(a.article_id, -1, -1, a.title, meta, ((cut, ""),), (notes or {}).get(int(row), "")))
    _draw(items, key, None, "cards")


def sentence(text: str, bounds: tuple[int, int], marks: Sequence[tuple[int, int, str]], around: int = 90) -> tuple:
    """Pieces of a sentence (offsets ``bounds`` in an article's text) with marked stretches (start, end, class).

    Without known bounds (-1) it is ``around`` characters on either side. Whitespace is folded; a very long sentence is
    cut with … far from its marks.
    """
    first, last = min(m[0] for m in marks), max(m[1] for m in marks)
    low, high = bounds
    if low < 0:
        low, high = first - around, last + around
    low, high = max(0, min(low, first)), min(len(text), max(high, last))
    head, tail = "", ""
    if first - low > 3 * around:
        low, head = text.find(" ", first - 2 * around) + 1 or low, "… "
    if high - last > 3 * around:
        high, tail = max(text.rfind(" ", 0, last + 2 * around), last), " …"
    out: list[tuple[str, str]] = [(head, "")] if head else []
    at = low
    for start, end, kind in sorted(marks):
        start, end = max(start, at), min(end, high)
        if end <= start:
            continue
        out += [(text[at:start], ""), (text[start:end], kind)]
        at = end
    out += [(text[at:high], ""), (tail, "")]
    folded = ((_fold(t), k) for t, k in out)
    return tuple((t, k) for t, k in folded if t)


def _fold(text: str) -> str:
    """Whitespace folded to one space each, also at the ends."""
    words = " ".join(text.split())
    return " " * text[:1].isspace() + words + " " * (bool(words) and text[-1:].isspace())

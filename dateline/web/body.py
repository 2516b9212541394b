"""The text of an article with its highlights, and what a reader does in it."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dateline.web import data, editing, heading, state
from dateline.web.components.copy_link import copy_link
from dateline.web.components.reader import KIND_WORDS, NEAR, Done, Span, reader
from dateline.web.shown import Shown
from dateline.web.when import when
from dateline.web.words import plain

_KIND = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
    "EVENT": "other", "WORK_OF_ART": "other", "LAW": "other", "PRODUCT": "other",
}  # fmt: skip
_RESOLVED = {
    "named": "named here",
    "short name": "by a short name",
    "pronoun": "by a pronoun",
    "role": "by a role",
    "unnamed": "a speaker without a name",
    "document": "a document",
    "unresolved": "who speaks could not be told",
}


def draw(shown: Shown) -> None:
    """Draw the text."""
    a = shown.article
    start, end = _passage(shown)
    spans = _spans(shown, start, end)
    reader(
        a.text,
        spans,
        [(c.position, c.text, c.reason) for c in shown.cuts],
        key="reader",
        article=a.article_id,
        language=a.language,
        target=f"{a.article_id}:{start}:{end}" if start >= 0 else "",
        hidden=state.get("hide"),
        cuts_shown=state.get("cuts") == "shown",
        link={"pile": state.pile(), "v": f"{data.version()}.{len(data.rows())}"},
        source=heading.reference(a).plain(),
        on_act=partial(_acted, shown),
    )


def _passage(shown: Shown) -> tuple[int, int]:
    """Where the passage of the link stands now, (-1, -1) where there is none; says so where it moved or is gone."""
    start, end, near = state.get("at"), state.get("to"), state.get("near")
    if start < 0:
        return -1, -1
    text = shown.article.text
    found = located(text, start, end, near)
    if found is None:
        in_cut = near and any(" ".join(near.split()) in " ".join(c.text.split()) for c in shown.cuts)
        words = "was cut from the article: see what was cut" if in_cut else "is not in this article any more"
        with st.container(horizontal=True, vertical_alignment="center"):
            quoted = f" “{plain(near, 60)}”" if near else ""
            st.warning(f"The passage{quoted} that the link names {words}.", icon=":material/link_off:")
            _let_go()
        return -1, -1
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="passage"):
        moved = found != (start, end)
        words = "The text has changed since the link was made; the passage was found again." if moved else (
            "A passage is marked.")  # fmt: skip
        st.caption(words, width="content")
        copy_link(state.pile(), data.version(), len(data.rows()), label="Copy link to it", key="passage.link")
        _let_go()
    return found


def _let_go() -> None:
    st.button("Let go", icon=":material/close:", type="tertiary", key="passage.close",
              on_click=lambda: state.change(at=-1, to=-1, near=""))  # fmt: skip


def located(text: str, start: int, end: int, near: str) -> tuple[int, int] | None:
    """Where a passage stands in a text: at its offsets, or where its first words ``near`` are found; None if nowhere.

    Without ``near`` the offsets are believed as long as they lie in the text.
    """
    wanted = " ".join(near.split())
    if 0 <= start < end <= len(text):
        here = " ".join(text[start:end].split())
        if here.startswith(wanted) or (here and wanted.startswith(here)):
            return start, end
    if not wanted:
        return None
    at = text.find(near)
    if at < 0:
        return None
    return at, min(len(text), at + max(len(near), end - start))


def _spans(shown: Shown, start: int, end: int) -> list[Span]:
    out = []
    for m in shown.part("mentions").itertuples():
        lines = tuple(filter(None, (m.entity if m.entity != m.text else "", m.role, m.reason)))
        actions = (("entity", "Open its page"), ("filter", "Only articles with it"))
        out.append(Span(m.start, m.end, _KIND.get(m.label, "other"), m.text, lines, actions, m.entity_id))
    for q in shown.part("quotes").itertuples():
        who = q.speaker_entity or q.speaker or "Speaker unknown"
        lines = (f"{q.kind.capitalize()} quotation" + (f", “{q.cue}”" if q.cue else ""), _RESOLVED[q.resolved])
        actions = (("quote", "In the table of quotes"), *((("speaker", "All it said"),) if q.speaker_entity_id else ()))
        out.append(Span(q.start, q.end, "quote", who, lines, actions, q.quote_id))
    out.extend(Span(t.start, t.end, "date", _day(t), (t.how,) if t.how else ()) for t in _times(shown))
    if not shown.fresh:
        out.extend(Span(a, b, "hit") for a, b in data.hits(shown.row, state.get("q")))
    if start >= 0:
        out.append(Span(start, end, "target"))
    return out


def _times(shown: Shown) -> Any:
    return shown.part("times").itertuples()


def _day(t: Any) -> str:
    """What a time expression means, in words."""
    return when(t.earliest, t.latest) if pd.notna(t.earliest) else t.text


def _acted(shown: Shown, done: Done) -> None:
    """What the reader did in the text; a callback."""
    lens, inside = state.lens(), done.end > done.start >= 0
    if done.action == "hide":
        state.change(hide=tuple(k for k in done.kinds if k in KIND_WORDS))
    elif done.action == "cuts":
        state.change(cuts="shown" if done.on else "folded")
    elif done.action == "entity" and done.span:
        state.jump("entity", id=done.span.id)
    elif done.action == "filter" and done.span:
        state.change(lens.with_(entity=tuple(dict.fromkeys((*lens.entity, done.span.id)))))
    elif done.action == "quote" and done.span:
        state.jump("quotes", row=done.span.id)
    elif done.action == "speaker" and done.span:
        quotes = shown.part("quotes")
        speaker = quotes.speaker_entity_id[quotes.quote_id == done.span.id].iloc[0]
        state.jump("entity", id=speaker, show="said")
    elif done.action == "passage" and inside:
        state.change(at=done.start, to=done.end, near=shown.article.text[done.start : done.end][:NEAR])
    elif done.action == "cut" and inside:
        state.change(at=-1, to=-1, near="")
        editing.cut(shown, done.start, done.end)
    elif done.action == "restore" and done.cut >= 0:
        editing.restore(shown, done.cut)

"""The Read page: one article as a person would want to read it, with what surrounds it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd
import streamlit as st

from dateline.cite import Reference
from dateline.corpus import Corpus
from dateline.counts.related import related, versions
from dateline.web import data, editing, notices, state
from dateline.web.components.reader import Done, Span, reader
from dateline.web.lists import article_list, article_table
from dateline.web.view import file_name
from dateline.web.words import many, on_day, plain

_KIND = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
    "EVENT": "other", "WORK_OF_ART": "other", "LAW": "other", "PRODUCT": "other",
}  # fmt: skip
_FROM = {
    "given": "as given",
    "metadata": "from the page’s metadata",
    "text": "from the text",
    "filename": "from the file name",
    "hand": "set by hand",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """The article shown: its row in the corpus and its fields."""

    corpus: Corpus
    row: int

    @property
    def article(self) -> pd.Series:
        """The article's row of the frame."""
        return self.corpus.articles.iloc[self.row]

    def part(self, frame: str) -> pd.DataFrame:
        """Its rows of another frame."""
        return getattr(self.corpus, frame).iloc[self.corpus.rows_of(frame, self.row)]


def draw(corpus: Corpus, rows: np.ndarray) -> None:
    """Draw the article that the address bar names, or the list to choose from."""
    wanted = state.get("article")
    row = corpus.article_row(wanted) if wanted else -1
    if wanted and row < 0:
        st.warning(f"There is no article “{plain(wanted, 40)}” in this pile (any more).", icon=":material/link_off:")
    if row < 0:
        _choose(corpus, rows)
        return
    shown = Shown(corpus, row)
    _steps(corpus, rows, row)
    text, beside = st.columns([0.68, 0.32], gap="large")
    with text:
        _head(shown)
        _body(shown)
    with beside:
        _beside(shown)


def _choose(corpus: Corpus, rows: np.ndarray) -> None:
    st.title("Read", anchor=False)
    if not len(rows):
        notices.nothing(corpus)
        return
    look = st.segmented_control(
        "Show as", ["list", "table"], required=True, label_visibility="collapsed", **state.bound("look")
    )
    if look == "table":
        article_table(corpus, rows, "Articles", key="read.table")
    else:
        article_list(corpus, rows, key="read.list")


def _steps(corpus: Corpus, rows: np.ndarray, row: int) -> None:
    """Previous and next in the lens, and back to the list."""
    at = int(np.searchsorted(rows, row))
    inside = at < len(rows) and rows[at] == row
    before = rows[at - 1] if at > 0 else None
    after_at = at + 1 if inside else at
    after = rows[after_at] if after_at < len(rows) else None
    ids = corpus.articles.article_id
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="steps"):
        st.button("All articles", icon=":material/list:", on_click=_show, args=("",), type="tertiary")
        for label, icon, to in (("Earlier", "arrow_back", before), ("Later", "arrow_forward", after)):
            st.button(
                label,
                icon=f":material/{icon}:",
                disabled=to is None,
                on_click=_show,
                args=(ids.iat[to] if to is not None else "",),
                type="tertiary",
            )
        place = f"{at + 1:,} of {len(rows):,} in this view" if inside else "not in the present filters"
        st.caption(place)


def _show(article_id: str, at: int = -1, to: int = -1) -> None:
    state.change(article=article_id, at=at, to=to, find="")


def _head(shown: Shown) -> None:
    a = shown.article
    st.title(plain(a.title or "Without a headline", 400), anchor=False)
    if a.deck:
        st.markdown(f"*{plain(a.deck, 600)}*")
    day = on_day(a.published) if pd.notna(a.published) else "No date of publication"
    how = f" ({a.published_note or _FROM.get(a.published_from, '')})" if pd.notna(a.published) else ""
    parts = [plain(p) for p in (a.source or "Outlet unknown", a.author, day + how, many(a.words, "word")) if p]
    st.caption(" · ".join(parts))
    if pd.isna(a.published):
        note = f" {plain(a.published_note)}." if a.published_note else ""
        st.info(
            f"This article has no date of publication, so words such as “Wednesday” stay open.{note}",
            icon=":material/event_busy:",
        )
    if not a.annotated:
        reason = "Names, quotations and dates are still being read." if a.language in ("en", "") else (
            f"Names, quotations and dates were not read: there is no language model for “{plain(a.language)}”."
        )  # fmt: skip
        st.info(reason, icon=":material/translate:")
    _marks(shown)


def _marks(shown: Shown) -> None:
    book, id_ = data.book(), shown.article.article_id
    if book is None:
        return
    marks = data.marks()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for flag, on, off, icon in (("starred", "Starred", "Star", "star"), ("read", "Read", "Mark as read", "done")):
            has = id_ in getattr(marks, flag)
            st.button(
                on if has else off,
                icon=f":material/{icon}:",
                key=f"flag.{flag}",
                type="primary" if has else "secondary",
                on_click=book.flag,
                args=([id_], flag, not has),
            )
        with st.popover("Tags and note", icon=":material/sell:"):
            _tags(shown, id_)
        with st.popover("Put right", icon=":material/edit:"):
            editing.article_form(shown.article)
        with st.popover("Cite", icon=":material/format_quote:"):
            _cite(shown)
        if str(shown.article.url).startswith(("http://", "https://")):
            st.link_button("Original", shown.article.url, icon=":material/open_in_new:")


def _tags(shown: Shown, id_: str) -> None:
    book = data.book()
    mine, known = book.tags_of(id_), sorted(data.marks().tags)

    def changed() -> None:
        wanted = set(state.value_of("tags") or ())
        for tag in wanted - set(mine):
            book.tag([id_], tag)
        for tag in set(mine) - wanted:
            book.untag([id_], tag)

    st.multiselect(
        "Tags",
        sorted({*known, *mine}),
        accept_new_options=True,
        placeholder="Add a tag",
        **state.seeded("tags", mine, changed),
    )
    note = state.seeded("note", book.note(id_), lambda: book.write_note(id_, state.value_of("note") or ""))
    st.text_area("Note", placeholder="For you and all who open this pile", **note)


def _cite(shown: Shown) -> None:
    a = shown.article
    authors = tuple(x.strip() for x in str(a.author).split(",") if x.strip())
    when = a.published.to_pydatetime() if pd.notna(a.published) else None
    reference = Reference(a.title, a.source, authors, when, a.url, a.article_id)
    st.code(reference.plain(), language=None, wrap_lines=True)
    with st.container(horizontal=True):
        name = file_name(a.title or "article")
        st.download_button("BibTeX", reference.bibtex(), f"{name}.bib", key="cite.bib", on_click="ignore")
        st.download_button("RIS", reference.ris(), f"{name}.ris", key="cite.ris", on_click="ignore")


def _body(shown: Shown) -> None:
    a = shown.article
    spans = _spans(shown)
    cuts = [(c.position, c.text, c.reason) for c in shown.part("cuts").itertuples()]
    at, to = state.get("at"), state.get("to")
    target = f"{a.article_id}:{at}:{to}" if at >= 0 else ""
    reader(
        a.text,
        spans,
        cuts,
        key="reader",
        language=a.language,
        target=target,
        shown={"date": True, "group": True},
        on_act=partial(_acted, shown),
    )


def _spans(shown: Shown) -> list[Span]:
    out = []
    for m in shown.part("mentions").itertuples():
        lines = tuple(filter(None, (m.entity if m.entity != m.text else "", m.role, m.reason)))
        actions = (("entity", "Open its page"), ("filter", "Only articles with it"))
        out.append(Span(m.start, m.end, _KIND.get(m.label, "other"), m.text, lines, actions, m.entity_id))
    for q in shown.part("quotes").itertuples():
        who = q.speaker_entity or q.speaker or "Speaker unknown"
        lines = (f"{q.kind} quotation" + (f", “{q.cue}”" if q.cue else ""), f"speaker: {q.resolved}")
        actions = (("quote", "In the quote table"), *((("speaker", "All it said"),) if q.speaker_entity_id else ()))
        out.append(Span(q.start, q.end, "quote", who, lines, actions, q.quote_id))
    dates = shown.part("times").itertuples()
    out.extend(Span(t.start, t.end, "date", t.value or t.text, tuple(filter(None, (t.how,)))) for t in dates)
    out.extend(Span(start, end, "hit") for start, end in data.hits(shown.row))
    at, to = state.get("at"), state.get("to")
    if 0 <= at < to <= len(shown.article.text):
        out.append(Span(at, to, "target"))
    return out


def _acted(shown: Shown, done: Done) -> None:
    """What the reader did in the text; a callback."""
    a = shown.article
    if done.action == "entity" and done.span:
        state.jump("entity", id=done.span.id)
    elif done.action == "filter" and done.span:
        state.change(state.lens().with_(entity=(*state.lens().entity, done.span.id)))
    elif done.action == "quote" and done.span:
        state.jump("quotes", quote=done.span.id)
    elif done.action == "speaker" and done.span:
        quotes = shown.part("quotes")
        speaker = quotes.speaker_entity_id[quotes.quote_id == done.span.id].iloc[0]
        state.jump("entity", id=speaker, show="said")
    elif done.action == "passage" and done.end > done.start >= 0:
        state.change(at=done.start, to=done.end)
    elif done.action == "cut" and done.end > done.start >= 0:
        editing.cut(a, shown.part("cuts"), done.start, done.end)
    elif done.action == "restore" and done.cut >= 0:
        editing.restore(a, shown.part("cuts"), done.cut)


def _beside(shown: Shown) -> None:
    from dateline.web.strips import date_strip, speakers

    speakers(shown.part("quotes"), on_open=lambda q: _show(shown.article.article_id, int(q.start), int(q.end)))
    date_strip(shown.part("times"), shown.article, on_open=lambda at, to: _show(shown.article.article_id, at, to))
    _others(shown)


def _others(shown: Shown) -> None:
    corpus = shown.corpus
    found = versions(corpus, shown.row)
    if len(found):
        st.subheader("The same story", anchor=False)
        for v in found.head(12).itertuples():
            _article_button(corpus, v.row, "a near-identical copy" if v.copy else "")
        if len(found) > 12:
            st.caption(f"and {many(len(found) - 12, 'more article')}")
    near = related(corpus, shown.row)
    if len(near):
        st.subheader("Related", anchor=False)
        for r in near.itertuples():
            _article_button(corpus, r.row, ", ".join(r.shared))


def _article_button(corpus: Corpus, row: int, note: str) -> None:
    a = corpus.articles.iloc[row]
    st.button(
        plain(a.title or "Without a headline", 110),
        key=f"other.{row}",
        type="tertiary",
        on_click=_show,
        args=(a.article_id,),
    )
    day = on_day(a.published, short=True)
    st.caption(" · ".join(plain(x) for x in (a.source, day, note) if x))

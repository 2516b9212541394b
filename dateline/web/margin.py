"""What stands beside an article: who speaks in it, the dates in it, other versions of its story, related articles."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from dateline.corpus import Corpus
from dateline.counts.related import related, versions
from dateline.figures.strip import date_strip
from dateline.web import state
from dateline.web.components.beside import Row, beside
from dateline.web.shown import Shown
from dateline.web.when import when
from dateline.web.words import many, on_day

_MOST = 12
UNKNOWN = "Speaker unknown"


def draw(shown: Shown) -> None:
    """Draw the column beside an article."""
    _speakers(shown)
    _dates(shown)
    corpus = shown.corpus
    found = versions(corpus, shown.row)
    copies = {int(v.row): "a near-identical copy" for v in found.itertuples() if v.copy}
    _articles(corpus, "The same story", [int(r) for r in found.row], copies, "versions")
    near = related(corpus, shown.row)
    shared = {int(r.row): "with " + ", ".join(r.shared) for r in near.itertuples() if r.shared}
    _articles(corpus, "Related", [int(r) for r in near.row], shared, "related")


def _place(shown: Shown, start: int, end: int) -> dict:
    return {"article": shown.article.article_id, "at": int(start), "to": int(end)}


def _speakers(shown: Shown) -> None:
    quotes = shown.part("quotes")
    if not len(quotes):
        return
    st.subheader("Who speaks", anchor=False)
    unnamed = (quotes.speaker_entity == "") & quotes.resolved.isin(["unresolved", "pronoun"])
    name = quotes.speaker_entity.where(quotes.speaker_entity != "", quotes.speaker)
    name = name.mask(unnamed | (name == ""), UNKNOWN)
    first = quotes.assign(name=name.str.split().str.join(" ")).drop_duplicates("quote_id")
    groups = sorted(first.groupby("name", sort=False), key=lambda g: (g[0] == UNKNOWN, -len(g[1])))
    rows = [
        Row(
            who[:1].upper() + who[1:],
            many(len(said), "quotation") if len(said) > 1 else "",
            tuple(_place(shown, q.start, q.end) for q in said.itertuples()),
        )
        for who, said in groups
    ]
    beside(rows, "speakers")


def _dates(shown: Shown) -> None:
    times = shown.part("times")
    dated = times[times.earliest.notna()].sort_values(["earliest", "latest", "start"])
    vague = times[times.earliest.isna() & times.type.isin(["DATE", "TIME"]) & times.how.str.startswith("left open")]
    if not len(dated) and not len(vague):
        return
    st.subheader("Dates in the text", anchor=False)
    if len(dated):
        dated = dated.assign(when=[when(a, b) for a, b in zip(dated.earliest, dated.latest, strict=True)])
        if dated.when.nunique() > 1:  # one date is no line
            _strip(shown, dated)
    rows = [_date_row(shown, words, part) for words, part in dated.groupby("when", sort=False)] if len(dated) else []
    if len(vague):
        rows.append(_date_row(shown, "Which day is not known", vague))
    beside(rows[:_MOST], "dates")
    if len(rows) > _MOST:
        with st.expander(f"{len(rows) - _MOST} more"):
            beside(rows[_MOST:], "dates.more")


def _date_row(shown: Shown, words: str, part: pd.DataFrame) -> Row:
    said = dict.fromkeys(" ".join(t.split()) for t in part.text)
    note = ", ".join(f"“{t}”" for t in list(said)[:4]) if list(said) != [words] else ""
    return Row(words, note, tuple(_place(shown, t.start, t.end) for t in part.sort_values("start").itertuples()))


def _strip(shown: Shown, dated: pd.DataFrame) -> None:
    def chosen() -> None:
        got = state.value_of("strip")
        points = got.selection.points if got is not None else []
        at = points[0].get("customdata") if points else None
        at = at[0] if isinstance(at, list | tuple) else at
        if isinstance(at, int | float) and 0 <= int(at) < len(dated):
            t = dated.iloc[int(at)]
            state.change(**_place(shown, t.start, t.end), near="")

    first, last = on_day(dated.earliest.iloc[0]), on_day(dated.latest.max())
    alt = f"{many(len(dated), 'date')} in the text, from {first} to {last}"
    figure = date_strip(dated, shown.article.published)
    st.plotly_chart(
        figure, key="strip", alt=alt, on_select=chosen, selection_mode="points", config={"displayModeBar": False}
    )


def _articles(corpus: Corpus, title: str, rows: Iterable[int], notes: dict[int, str], key: str) -> None:
    rows = list(rows)
    if not rows:
        return
    st.subheader(title, anchor=False)
    made = []
    for row in rows:
        a = corpus.articles.iloc[row]
        note = " · ".join(filter(None, (a.source, on_day(a.published, short=True), notes.get(row, ""))))
        made.append(Row(a.title or "Without a headline", note, ({"article": a.article_id},)))
    beside(made[:_MOST], key, look="serif")
    if len(made) > _MOST:
        with st.expander(f"{len(made) - _MOST} more"):
            beside(made[_MOST:], f"{key}.more", look="serif")

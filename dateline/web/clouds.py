"""A word cloud on a page: words and names of some articles, to be pointed at and clicked; as a list too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dateline.corpus import Corpus
from dateline.figures import text
from dateline.figures.cloud import cloud as cloud_figure
from dateline.web import charts, data, state
from dateline.web.components.ranking import Ranked, ranking
from dateline.web.components.wordcloud import Fitted, fitted
from dateline.web.kept import digest, kept
from dateline.web.labels import LABEL_WORDS
from dateline.web.view import file_name
from dateline.web.words import many

WIDE, NARROW, HALF = (960, 400, 620), (380, 420, 0), (460, 340, 0)
"""Layouts: width, height, and the width of the place from which on one is shown."""
_WORDS = {WIDE: 80, NARROW: 45, HALF: 45}
_LISTED = 40


def terms(corpus: Corpus, rows: np.ndarray, others: np.ndarray | None = None, **settings: Any) -> pd.DataFrame:
    """The terms of a cloud, as ``counts.cloud.terms``; none where the pile has not been counted."""
    from dateline.counts import cloud as clouds

    tally = data.tally()
    key = (*sorted(settings.items()), b"" if others is None else digest(others))
    return kept(corpus, rows, "terms", key, lambda: clouds.terms(corpus, tally, rows, others, **settings))


def draw(
    corpus: Corpus,
    found: pd.DataFrame,
    title: str,
    key: str,
    on_pick: Callable[[str, str], None],
    *,
    layouts: tuple[tuple[int, int, int], ...] = (WIDE, NARROW),
    look: str = "cloud",
    tools: Callable[[], None] | None = None,
    caption: str = "",
) -> None:
    """Draw ``terms`` as a cloud, or as a list where ``look`` is "list"; ``on_pick`` (a callback) is given kind ("word"
    or "name") and key of the term that is clicked."""
    alt = _alt(found)
    made = [(*_drawn(corpus, found, *layout[:2], _WORDS[layout]), layout) for layout in layouts]
    pick = lambda row: on_pick(found.kind.iat[row], found.key.iat[row]) if row < len(found) else None  # noqa: E731
    with st.container(gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.subheader(title, anchor=False, width="content")
            if look == "cloud":
                boxes = [Fitted(f"{key}_{w}", w, h, least) for *_, (w, h, least) in made]
                fitted(f"{key}_box", boxes, pick, f"{key}.fit")
            st.space("stretch")
            if tools:
                tools()
            values = found[["term", "kind", "count", "articles", "keyness"]]
            charts.menu(title, values, key, alt, lambda: _pictures(title, made[0][0], layouts[0], key))
        if look == "list":
            _list(found, key, pick)
        else:
            # from the first: Streamlit would fit a plot to a narrower place, which moves its words into one another
            sizes = " ".join(
                f".st-key-{key}_{w} {{ width: {w}px !important; max-width: none; flex: none; overflow: visible; }}"
                for w, *_ in layouts
            )
            st.html(f"<style>{sizes} .st-key-{key}_box {{ overflow: hidden; }}</style>")
            with st.container(key=f"{key}_box", gap=None):
                for _, figure, (width, *_) in made:
                    st.plotly_chart(
                        figure, key=f"{key}_{width}", alt=alt, width=width, config={"displayModeBar": False}
                    )
        if caption:
            st.caption(caption)


def _drawn(corpus: Corpus, found: pd.DataFrame, width: int, height: int, most: int) -> tuple[pd.DataFrame, go.Figure]:
    """Where the words stand, and the figure of it; made once for the same words."""
    words = found.head(most)

    def make() -> tuple[pd.DataFrame, go.Figure]:
        from dateline.counts import cloud as clouds

        rows = dict(zip(found.term, range(len(found)), strict=True))
        placed = clouds.cloud(words, width, height)
        placed = placed.assign(row=[rows[t] for t in placed.term], told=[_told(t) for t in placed.itertuples()])
        return placed, cloud_figure(placed, width, height)

    settings = (width, height, tuple(words.term), tuple(words.weight.round(6)), tuple(words["count"]))
    return kept(corpus, np.empty(0, np.int32), "cloud", settings, make)


def _told(t: Any) -> str:
    """What is said of a term that is pointed at."""
    lines = [f"<b>{text.label(t.term, 60)}</b>"]
    if t.label:
        lines.append(LABEL_WORDS.get(t.label, t.label))
    lines.append(f"{many(t.count, 'time')} in {many(t.articles, 'article')}")
    if np.isinf(t.ratio):
        lines.append("never in the other articles")
    elif not np.isnan(t.ratio):
        lines.append(f"{t.ratio:,.1f} times as often as in the others")
    return "<br>".join(lines)


def _alt(found: pd.DataFrame) -> str:
    if not len(found):
        return "No words"
    first = ", ".join(f"{t.term} ({t.count:,})" for t in found.head(25).itertuples())
    return f"Word cloud of {many(len(found), 'word or name', 'words and names')}, the largest first: {first}"


def _list(found: pd.DataFrame, key: str, pick: Callable[[int], None]) -> None:
    """The terms in two columns, each with its counts."""
    part = found.head(_LISTED)
    half = -(-len(part) // 2)
    for n, (column, rows) in enumerate(
        zip(st.columns(2, gap="large"), (range(half), range(half, len(part))), strict=True)
    ):
        if not len(rows):
            continue
        ranked = [
            Ranked(t.term, t.label, (t.count, t.articles), "entity" if t.kind == "name" else "search",
                   {"id": t.key} if t.kind == "name" else {"q": t.key})
            for t in part.iloc[list(rows)].itertuples()
        ]  # fmt: skip
        with column:
            ranking(ranked, ["Times", "Articles"], f"{key}.list.{n}",
                    on_open=lambda row, rows=rows, ranked=ranked: pick(rows[ranked.index(row)]))  # fmt: skip


def _pictures(title: str, layout: pd.DataFrame, size: tuple[int, int, int], key: str) -> None:
    width, height, _ = size
    name = file_name(title)

    def picture(kind: str) -> bytes:
        from dateline.counts import cloud as clouds

        return clouds.png(layout, width, height) if kind == "png" else clouds.svg(layout, width, height).encode()

    with st.container(horizontal=True):
        for kind, mime in (("png", "image/png"), ("svg", "image/svg+xml")):
            st.download_button(kind.upper(), lambda kind=kind: picture(kind), f"{name}.{kind}", mime,
                               key=f"{key}.{kind}", on_click="ignore", disabled=not len(layout))  # fmt: skip


def leave_out(found: pd.DataFrame) -> None:
    """Draw the choice of words and names to leave out; they stand in the page's key ``stop``."""
    chosen = list(state.get("stop"))
    label = f"Left out ({len(chosen)})" if chosen else "Leave out"
    with st.popover(label, icon=":material/block:", type="tertiary", width="content"):
        st.multiselect(
            "Words and names to leave out",
            [*chosen, *(t for t in found.term if t not in chosen)],
            placeholder="Choose or type",
            accept_new_options=True,
            help="They stay in the address bar, so that a copied link leaves them out too.",
            width=320,
            **state.bound("stop"),
        )

"""With whom a name appears: the network, the same as a list, and the passages that name both."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dateline.corpus import Corpus
from dateline.counts.both import both
from dateline.counts.top import company, together
from dateline.web import evidence, moments, state
from dateline.web.charts import chart
from dateline.web.components.passages import Passage, passages, sentence
from dateline.web.components.ranking import Ranked, ranking
from dateline.web.kept import kept
from dateline.web.names import code_of
from dateline.web.words import many, plain

_MOST = 14
"""Names around the middle: as many as can be told apart on a phone."""
_EACH = 10


def draw(corpus: Corpus, code: int, rows: np.ndarray) -> None:
    """Draw the network of an entity (code) among the article rows."""
    unit = state.lens().unit
    near, ties = kept(corpus, rows, "network", (code, unit), lambda: _ties(corpus, code, rows, unit))
    if not len(near):
        return
    other = code_of(corpus, state.get("with"))
    picture, beside = st.columns([0.62, 0.38], gap="large")
    with picture:
        _picture(corpus, code, rows, near, ties)
    with beside:
        st.subheader("Most often with", anchor=False)
        ranking(
            [
                Ranked(r.entity, r.label, (r.count,), "entity", {"id": state.get("id"), "with": r.entity_id},
                       now=r.code == other)
                for r in near.itertuples()
            ],
            [unit.capitalize()],
            "near",
            on_open=lambda row: state.change(**{"with": row.keys["with"]}),
        )  # fmt: skip
    if other >= 0:
        _both(corpus, code, other, rows)


def _ties(corpus: Corpus, code: int, rows: np.ndarray, unit: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    near = company(corpus, code, rows, unit=unit, limit=_MOST)
    return near, together(corpus, [code, *(int(c) for c in near.code)], rows, unit=unit)


def _figure(corpus: Corpus, code: int, near: pd.DataFrame, ties: pd.DataFrame) -> go.Figure:
    # networkx is heavy, and only this page draws with it
    from dateline.figures.network import network

    me = corpus.entities.iloc[[code]][["entity_id", "entity", "label"]].assign(code=code, count=0)
    people = pd.concat([me, near], ignore_index=True)
    # ties among the others only where they are strong, or the picture is a ball of wool
    own = (ties.a == code) | (ties.b == code)
    strong = ties["count"] >= max(2, ties["count"][~own].quantile(0.75)) if (~own).any() else own
    return network(people, ties[own | strong], code)


def _picture(corpus: Corpus, code: int, rows: np.ndarray, near: pd.DataFrame, ties: pd.DataFrame) -> None:
    unit = state.lens().unit
    figure = kept(corpus, rows, "network figure", (code, unit), lambda: _figure(corpus, code, near, ties))
    name = corpus.entities.entity.iat[code]

    def selected(got: dict[str, Any]) -> None:
        picked = (got.get("points") or [{}])[0].get("customdata") or []
        codes = [int(c) for c in picked if isinstance(c, int) and 0 <= c < len(corpus.entities)]
        ids = [corpus.entities.entity_id.iat[c] for c in codes]
        if len(ids) == 1 and codes[0] != code:
            state.jump("entity", id=ids[0])
        elif len(ids) == 2 and code in codes:
            state.change(**{"with": ids[codes.index(code) - 1]})
        elif len(ids) == 2:  # a line between two others: the page of one of them, with the other
            state.jump("entity", id=ids[0], **{"with": ids[1]})

    chart(
        "With whom it appears",
        figure,
        near[["entity", "label", "count", "mentions"]],
        key="network",
        alt=f"{name} appears most with {', '.join(near.entity.head(3))}",
        caption=f"A line opens the passages that name both, its number says how many {unit}; a name opens its page.",
        on_select=selected,
    )


def _both(corpus: Corpus, code: int, other: int, rows: np.ndarray) -> None:
    """The passages that name both."""
    found = both(corpus, code, other, rows)
    names = [corpus.entities.entity.iat[c] for c in (code, other)]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader(f"{plain(names[0])} and {plain(names[1])}", anchor=False, width="content")
        st.button(f"Open the page of {plain(names[1], 40)}", icon=":material/person:", type="tertiary", key="both.open",
                  on_click=lambda: state.jump("entity", id=corpus.entities.entity_id.iat[other]))  # fmt: skip
        st.button("Close", icon=":material/close:", type="tertiary", key="both.close",
                  on_click=lambda: state.change(**{"with": ""}))  # fmt: skip
    if not len(found):
        st.caption("No article shown names both.")
        return
    order = moments.newest_first(corpus, np.arange(len(found)), found.article.to_numpy())
    found = found.iloc[order]
    apart = int((~found.together).sum())
    words = f"{many(len(found) - apart, 'sentence')} with both"
    words += f", and {many(apart, 'article')} that {'names' if apart == 1 else 'name'} them apart" if apart else ""
    page = moments.pages(len(found), words, "both", _EACH)
    passages([_pair(corpus, row) for row in found.iloc[page * _EACH : (page + 1) * _EACH].itertuples()], "both")


def _pair(corpus: Corpus, row: Any) -> Passage:
    a, b = corpus.mentions.iloc[row.first], corpus.mentions.iloc[row.second]
    text = corpus.articles.text.iat[row.article]
    marks = [(m.start, m.end, "hit") for m in (a, b)]
    if row.together:
        pieces = sentence(text, (a.sentence_start, a.sentence_end), marks)
    else:
        parts = [sentence(text, (m.sentence_start, m.sentence_end), [k]) for m, k in zip((a, b), marks, strict=True)]
        pieces = (*parts[0], (" … ", ""), *parts[1])
    title = corpus.articles.title.iat[row.article]
    note = "" if row.together else "named apart in this article"
    return Passage(a.article_id, int(a.start), int(a.end), title, evidence.meta(corpus, row.article), pieces, note)

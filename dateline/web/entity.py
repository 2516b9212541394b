"""The page of one name: what it goes by, when it was in the news, with whom, what it said, what was said about it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dateline.corpus import Corpus
from dateline.counts.said import said_about, said_by
from dateline.counts.timeline import Lane, timeline
from dateline.counts.top import company, together
from dateline.figures import volume as volume_figure
from dateline.web import evidence, ranges, state
from dateline.web.charts import chart
from dateline.web.lists import article_list
from dateline.web.words import many, on_day, plain

LABEL_WORDS = {
    "PERSON": "Person",
    "ORG": "Organisation",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Building or site",
    "NORP": "Nationality or group",
    "EVENT": "Event",
    "WORK_OF_ART": "Work",
    "LAW": "Law or agreement",
    "PRODUCT": "Product",
}
"""What a label is called on the page."""


def draw(corpus: Corpus, rows: np.ndarray) -> None:
    """Draw the page of the entity that the address bar names."""
    code = corpus.entity_code(state.get("id"))
    if code < 0:
        st.title("Name", anchor=False)
        if state.get("id"):
            st.warning(
                f"There is no name “{plain(state.get('id'), 60)}” in this pile (any more).", icon=":material/link_off:"
            )
        st.info("Choose a name on the Timelines page, or click one in an article.", icon=":material/person_search:")
        return
    inside = np.intersect1d(corpus.entity_articles.of_code(code), rows, assume_unique=True)
    _head(corpus, code, inside)
    if not len(inside):
        st.info("It is not mentioned in the articles that pass the filters.", icon=":material/filter_alt:")
        st.button("Clear all filters", on_click=state.change, args=(state.lens().cleared(),))
        return
    _time(corpus, code, rows)
    _company(corpus, code, rows)
    _evidence(corpus, code, rows, inside)


def _head(corpus: Corpus, code: int, inside: np.ndarray) -> None:
    e = corpus.entities.iloc[code]
    st.title(plain(e.entity), anchor=False)
    dates = f"{on_day(e['first'])} to {on_day(e['last'])}" if pd.notna(e["first"]) else "in undated articles"
    facts = [
        LABEL_WORDS.get(e.label, e.label),
        f"{many(e.mentions, 'mention')} in {many(e.articles, 'article')}",
        dates,
    ]
    if len(inside) != e.articles:
        facts.append(f"{len(inside):,} of them pass the filters")
    st.caption(" · ".join(plain(f) for f in facts))
    if len(e.roles):
        st.markdown("**Roles given to it:** " + plain(" · ".join(e.roles[:8])))
    others = [a for a in e.aliases if a != e.entity]
    if others:
        st.markdown("**Also written:** " + plain(" · ".join(others[:20])))
    lens = state.lens()
    with st.container(horizontal=True, gap="small"):
        has = e.entity_id in lens.entity
        st.button(
            "In the filters" if has else "Only articles with it",
            icon=":material/filter_alt:",
            disabled=has,
            on_click=state.change,
            args=(lens.with_(entity=(*lens.entity, e.entity_id)),),
        )
        st.button(
            "Put this name right",
            icon=":material/edit:",
            on_click=lambda: state.jump("corrections", id=e.entity_id),
            help="Merge, split, rename, change its kind, or hide it",
        )


def _time(corpus: Corpus, code: int, rows: np.ndarray) -> None:
    lens = state.lens()
    ranges.grain_picker()
    line = timeline(
        corpus, rows, [Lane("entity", code)], grain=ranges.grain(), unit=lens.unit, span=ranges.span(corpus)
    )
    if line is None:
        return
    cells = line.frame(empty=True)
    figure = volume_figure.volume(cells, line.periods.grain, scale=lens.scale, unit=lens.unit, height=210)
    name = corpus.entities.entity.iat[code]
    best = cells.loc[cells["count"].idxmax()]
    alt = f"{name} by {line.periods.grain}; most in the one from {best.start:%Y-%m-%d}: {best['count']:,} {lens.unit}"

    def selected(got: dict[str, Any]) -> None:
        ends = got["box"][0]["x"] if got.get("box") else got["points"][0]["customdata"]
        ranges.narrow(ends)

    values = cells[["start", "end", "count", "total", "share", "whole"]]
    caption = "Click a bar, or drag, to narrow the dates."
    chart(
        "In the news",
        figure,
        values,
        key="entity.time",
        alt=alt,
        caption=caption,
        on_select=selected,
        modes=("points", "box"),
    )


def _company(corpus: Corpus, code: int, rows: np.ndarray) -> None:
    unit = state.lens().unit
    near = company(corpus, code, rows, unit=unit, limit=14)
    if not len(near):
        return
    from dateline.figures.network import network

    me = corpus.entities.iloc[[code]][["entity_id", "entity", "label"]].assign(code=code)
    me["count"] = near["count"].max()
    people = pd.concat([me, near], ignore_index=True)
    ties = together(corpus, [int(c) for c in people.code], rows, unit=unit)
    # ties among the others only where they are strong, or the picture is a ball of wool
    strong = ties["count"] >= max(2, ties["count"].quantile(0.6))
    ties = ties[(ties.a == code) | (ties.b == code) | strong]
    name = corpus.entities.entity.iat[code]

    def selected(got: dict[str, Any]) -> None:
        picked = (got.get("points") or [{}])[0].get("customdata") or []
        ids = [corpus.entities.entity_id.iat[int(c)] for c in picked]
        if len(ids) == 1 and ids[0] != state.get("id"):
            state.jump("entity", id=ids[0])
        elif len(ids) == 2:
            state.jump("read", state.lens().with_(entity=tuple(ids), match="all"))

    first = ", ".join(near.entity.head(3))
    chart(
        "With whom it appears",
        network(people, ties, code),
        near[["entity", "label", "count", "mentions"]],
        key="network",
        alt=f"{name} appears most with {first}",
        caption="A dot opens that name, a line opens the articles that name both.",
        on_select=selected,
    )


def _evidence(corpus: Corpus, code: int, rows: np.ndarray, inside: np.ndarray) -> None:
    mentions = corpus.by_entity.of_code(code)
    mentions = mentions[np.isin(corpus.mention_article[mentions], inside)]
    parts = {"passages": mentions, "said": said_by(corpus, code, rows), "said about": said_about(corpus, code, rows)}
    counts = {name: len(found) for name, found in parts.items()} | {"articles": len(inside)}
    words = {
        "passages": "Passages",
        "said": "What it said",
        "said about": "What was said about it",
        "articles": "Articles",
    }
    show = st.segmented_control(
        "Show",
        list(words),
        format_func=lambda v: f"{words[v]} ({counts[v]:,})",
        required=True,
        label_visibility="collapsed",
        **state.bound("show"),
    )
    if show == "articles":
        article_list(corpus, inside, key="entity.articles")
    elif len(parts[show]):
        evidence.show(corpus, "mentions" if show == "passages" else "quotes", parts[show], key=f"entity.{show}")
    else:
        st.info("No quotations in the articles shown.", icon=":material/format_quote:")

"""The map of the articles: a dot opens its article, an outline narrows the lens to the articles inside it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dateline.corpus import Corpus
from dateline.counts import atlas
from dateline.figures.topic_map import hover, topic_map
from dateline.lens import MOST_ARTICLES
from dateline.web import evidence, state, topic_lines
from dateline.web.charts import chart
from dateline.web.kept import kept
from dateline.web.words import many

_CORNERS = 2_000


def draw(corpus: Corpus, rows: np.ndarray) -> None:
    """Draw the map of the article rows, and the topics beside it."""
    here = atlas.placed(corpus, rows)
    if not len(here):
        _nothing(corpus, rows)
        return
    picture, beside = st.columns([0.66, 0.34], gap="large")
    with picture:
        _picture(corpus, rows, here)
    with beside:
        st.subheader("What lies where", anchor=False)
        topic_lines.draw(corpus, rows, "map.topics", narrow=True)


def _nothing(corpus: Corpus, rows: np.ndarray) -> None:
    if (corpus.articles.map_x >= 0).any():
        st.info("None of the articles shown has a topic, so none has a place on the map.", icon=":material/map:")
        st.button("Open them", on_click=lambda: state.change(view="list", open="none"))
        return
    st.info(
        "This pile was made before articles had places on a map. It has one when it is put together again: add an "
        "article, or make topics anew.",
        icon=":material/map:",
    )


def _picture(corpus: Corpus, rows: np.ndarray, here: np.ndarray) -> None:
    points, discs = kept(corpus, rows, "map", (), lambda: _made(corpus, here))

    def selected(got: dict[str, Any]) -> None:
        if got.get("lasso") or got.get("box"):
            outline = (got.get("lasso") or got.get("box"))[0]
            _narrow(corpus, here, outline.get("x", ()), outline.get("y", ()))
        elif got.get("points"):
            at = (got["points"][0].get("customdata") or [-1])[0]
            if isinstance(at, int) and 0 <= at < len(corpus):
                state.jump("read", article=corpus.articles.article_id.iat[at])

    lost = len(rows) - len(here)
    capped = state.recall("map.capped", "")
    caption = [
        "A dot is an article, like lies near like. Point at one for its headline, click it to read, draw around "
        "several to see only those.",
        f"Drawn: {len(points):,} of {many(len(here), 'article')}, every topic in proportion; an outline takes all."
        if len(points) < len(here)
        else "",
        f"{many(lost, 'article')} without a topic {'has' if lost == 1 else 'have'} no place here." if lost else "",
    ]
    chart(
        "Map of the articles",
        topic_map(points, discs),
        points[["x", "y", "title", "where", "topic"]],
        key="topics.map",
        alt=f"{many(len(here), 'article')} in {many(int(discs['first'].sum()), 'topic')}; the largest: "
        + ", ".join(discs.topic[discs["first"]].head(3)),
        caption=" ".join(filter(None, caption)),
        on_select=selected,
        modes=("points", "lasso"),
    )
    if capped:
        st.warning(capped, icon=":material/filter_alt:")
        state.remember("map.capped", "")


def _made(corpus: Corpus, here: np.ndarray) -> tuple[pd.DataFrame, pd.DataFrame]:
    shown = atlas.drawn(corpus, here)
    part = corpus.articles.iloc[shown]
    ranks = {int(t): n for n, t in enumerate(sorted(set(corpus.topics.theme_id)))}
    points = pd.DataFrame(
        {
            "row": shown,
            "x": part.map_x.to_numpy(),
            "y": part.map_y.to_numpy(),
            "title": [t or "Without a headline" for t in part.title],
            "where": [evidence.meta(corpus, int(r)) for r in shown],
            "topic": [t or topic_lines.NOWHERE for t in part.topic],
            "rank": [ranks.get(int(t), -1) for t in part.theme_id],
        }
    )
    told = zip(points.title, points["where"], points.topic, strict=True)
    points = points.assign(hover=[hover(*t) for t in told])
    discs = atlas.discs(corpus, here)
    return points, discs.assign(rank=[ranks.get(int(t), 0) for t in discs.theme_id])


def _narrow(corpus: Corpus, here: np.ndarray, xs: Any, ys: Any) -> None:
    """Narrow the lens to the articles inside an outline; for callbacks."""
    try:
        x, y = (np.array(v[:_CORNERS], float) for v in (xs, ys))
    except (TypeError, ValueError):
        return
    if len(x) == len(y) == 2:  # two corners of a box
        x, y = np.array([x[0], x[1], x[1], x[0]]), np.array([y[0], y[0], y[1], y[1]])
    if len(x) != len(y) or len(x) < 3:
        return
    found = atlas.inside(corpus, here, x, y)
    if not len(found):
        return
    if len(found) > MOST_ARTICLES:
        typical = corpus.articles.typical.to_numpy()[found]
        best = np.sort(found[np.argsort(-typical, kind="stable")[:MOST_ARTICLES]])
        words = f"The outline holds {len(found):,} articles, and a link can name {MOST_ARTICLES}: "
        words += "the most typical ones of their topics are shown."
        state.remember("map.capped", words)
        found = best
    ids = tuple(corpus.articles.article_id.iloc[found])
    state.change(state.lens().with_(article=ids))

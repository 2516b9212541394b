"""The Topics page: themes over topics as a list, over time and as a map; stories; and one topic, opened."""

from __future__ import annotations

import numpy as np
import streamlit as st

from dateline.corpus import Corpus
from dateline.web import notices, state, stories, topic_edits, topic_lines, topic_map, topic_page, topic_time
from dateline.web.topic_lines import Opened

VIEWS = {"list": "Topics", "over time": "Over time", "map": "Map of the articles", "stories": "Stories"}


def draw(corpus: Corpus, rows: np.ndarray) -> None:
    """Draw the view that the address bar names."""
    opened = topic_lines.opened(corpus)
    if opened is not None and state.get("view") == "list":
        topic_page.draw(corpus, rows, opened)
        return
    st.title("Topics", anchor=False)
    view = st.segmented_control(
        "View", list(VIEWS), format_func=VIEWS.get, required=True, label_visibility="collapsed", **state.bound("view")
    )
    if state.get("open") and opened is None:
        topic_lines.gone()
    if not len(rows):
        notices.nothing(corpus)
        return
    if view == "stories":
        stories.draw(corpus, rows)
        return
    if not len(corpus.topics):
        st.info(_without(corpus), icon=":material/category:")
        topic_edits.bar(corpus)
        return
    {"list": _list, "over time": topic_time.draw, "map": topic_map.draw}[view](corpus, rows)


def _without(corpus: Corpus) -> str:
    if topic_edits.excluded_all():
        return "Every topic was excluded."
    if not corpus.articles.text.str.len().max():
        return "No topics: these articles hold no words."
    return "This pile has no topics yet."


def _list(corpus: Corpus, rows: np.ndarray) -> None:
    topic_edits.bar(corpus)
    topic_lines.draw(corpus, rows, "topics.list")
    topic_edits.summary(corpus)


def show(opened: Opened) -> None:
    """Open a topic, a theme or what fits nowhere, in the list view; for callbacks."""
    state.change(view="list", open=opened.key)

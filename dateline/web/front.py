"""The front page: how much was written when and why, who is in the news, who speaks, what it is about, what is new."""

from __future__ import annotations

import numpy as np
import streamlit as st

from dateline.corpus import Corpus
from dateline.counts.top import KINDS
from dateline.web import clouds, coverage, data, health, notices, rankings, state
from dateline.web.lists import article_list
from dateline.web.narrow import with_term
from dateline.web.words import plain


def draw(corpus: Corpus, rows: np.ndarray) -> None:
    """Draw the page."""
    here = data.pile()
    st.title(plain(here.name if here else "Dateline"), anchor=False)
    if not len(rows):
        notices.nothing(corpus)
        return
    health.draw(corpus, rows)
    coverage.draw(corpus, rows)
    left, right = st.columns(2, gap="large")
    with left:
        _named(corpus, rows)
    with right:
        _speaking(corpus, rows)
    # laid out while the rest is there to be read
    place = st.container()
    _newest(corpus, rows)
    with place:
        _words(corpus, rows)


def _words(corpus: Corpus, rows: np.ndarray) -> None:
    """The word cloud; a click puts a word or name into the lens."""
    whole = len(rows) == len(corpus)
    by = "frequent" if whole else state.get("cloud")
    found = clouds.terms(corpus, rows, by=by, stop=state.get("stop"), limit=80)

    def tools() -> None:
        if not whole:
            st.segmented_control(
                "Which words",
                ["distinctive", "frequent"],
                format_func=str.capitalize,
                required=True,
                label_visibility="collapsed",
                help="Distinctive: more often here than in the other articles of the pile.",
                **state.bound("cloud"),
            )
        st.segmented_control(
            "As",
            ["cloud", "list"],
            format_func={"cloud": "Cloud", "list": "List"}.get,
            required=True,
            label_visibility="collapsed",
            **state.bound("words_as"),
        )
        clouds.leave_out(found)

    everyday = " Everyday words are left out." if by == "frequent" else ""
    title = "Most frequent words and names" if by == "frequent" else "Words and names that set these articles apart"
    clouds.draw(
        corpus,
        found,
        title,
        "cloud",
        lambda kind, key: state.change(with_term(state.lens(), kind, key)),
        look=state.get("words_as"),
        tools=tools,
        caption=f"Click one to see only articles with it.{everyday}"
        if len(found)
        else "These articles have too few words to show any.",
    )


def _named(corpus: Corpus, rows: np.ndarray) -> None:
    st.subheader("In the news", anchor=False)
    words = {"all": "All", **{k: k.capitalize() for k in KINDS}}
    st.pills(
        "Kind", list(words), format_func=words.get, required=True, label_visibility="collapsed", **state.bound("kind")
    )
    top = rankings.named(corpus, rows, state.get("kind"))
    if len(top):
        rankings.draw_named(corpus, rows, top, "front.named")
    else:
        st.caption("No names of this kind in the articles shown.")


def _speaking(corpus: Corpus, rows: np.ndarray) -> None:
    st.subheader("Speaking", anchor=False)
    top = rankings.speaking(corpus, rows)
    if len(top):
        rankings.draw_speaking(corpus, rows, top, "front.speaking")
    else:
        st.caption("No quotations with a known speaker in the articles shown.")


def _newest(corpus: Corpus, rows: np.ndarray) -> None:
    """The newest articles, or the newest that are not read yet."""
    read = data.marks().read
    ids = corpus.articles.article_id.to_numpy(object)
    unread = np.array([r for r in rows if ids[r] not in read], np.int32) if read else rows
    words = {"all": f"Newest ({len(rows):,})", "unread": f"Unread ({len(unread):,})"}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader("Articles", anchor=False, width="content")
        chosen = st.segmented_control(
            "Which articles",
            list(words),
            format_func=words.get,
            required=True,
            label_visibility="collapsed",
            **state.bound("articles"),
        )
        st.space("stretch")
        st.button("All as a table", on_click=lambda: state.jump("read", look="table"), type="tertiary",
                  icon=":material/table_rows:")  # fmt: skip
    shown = unread if chosen == "unread" else rows
    if len(shown):
        article_list(corpus, shown, "front.newest", each=6)
    else:
        st.caption("All of these are read.")

"""The Search page: a query, its hits in four views, and what to do where it finds nothing or cannot be read."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from dateline import search
from dateline.corpus import Corpus
from dateline.counts.top import KINDS, top_entities
from dateline.errors import QueryError
from dateline.search.index import Index
from dateline.web import data, hits, hits_in_context, hits_over_time, name_list, notices, state
from dateline.web.kept import kept
from dateline.web.words import many, plain

_VIEWS = {
    "hits": "Articles",
    "in context": "In context",
    "over time": "Over time",
    "list of names": "A list of names",
}
_HELP = """
| Write | to find |
| --- | --- |
| `harbour wall` | both words, anywhere in headline or text |
| `"harbour wall"` | these words in a row |
| `harbour OR port` | either |
| `harbour NOT storm` | the first without the second |
| `(storm OR flood) bridge` | brackets group |
| `flood*` | words that begin so |
| `storm NEAR/5 bridge` | at most 5 words between them |
| `title:storm` | only in the headline |
| `entity:smith` | articles that name somebody or something called so |
| `speaker:smith` | articles that quote them |
| `outlet:courier` | articles of an outlet |

Operators are written in capitals. Capitals, accents and curly apostrophes in words do not matter.
"""


def draw(corpus: Corpus, rows: np.ndarray) -> None:
    """Draw the page."""
    st.title("Search", anchor=False)
    view = st.segmented_control(
        "View",
        list(_VIEWS),
        format_func=_VIEWS.get,
        required=True,
        label_visibility="collapsed",
        **state.bound("view"),
    )
    if view != "list of names":
        _box()
    index = data.index()
    if index is None or not len(rows):
        notices.nothing(corpus)
    elif view == "list of names":
        name_list.draw(corpus, index, rows)
    elif not _query():
        _start(corpus, rows)
    else:
        try:
            _results(corpus, index, rows, view)
        except QueryError as e:
            _fault(e)


def _query() -> str:
    return " ".join(state.get("q").split())


def _box() -> None:
    """The query, the help, and the button that makes the query a filter of every page."""
    lens, query = state.lens(), _query()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="search-box"):
        st.text_input(
            "Search headlines and texts",
            type="search",
            placeholder='flood AND "harbour wall"',
            label_visibility="collapsed",
            max_chars=500,
            **state.bound("q", on_change=lambda: state.change(mark=())),
        )
        same = bool(query) and lens.words == query
        st.button(
            "In the filters" if same else "Put these words into the filters",
            icon=":material/filter_alt:",
            disabled=not query or same or bool(search.check(query)),
            on_click=lambda: state.change(lens.with_(words=_both(lens.words, query))),
            help="Every page then shows only articles that hold them",
        )
        with st.popover("How to search", icon=":material/help:", type="tertiary"):
            st.markdown(_HELP)


def _both(words: str, query: str) -> str:
    """The words of the filters and a query in one: an article has to satisfy both."""
    return query if not words or words == query else f"({words}) ({query})"


def _fault(e: QueryError) -> None:
    """Say what is wrong with a query and point at the place."""
    message = str(e)
    st.error(f"{plain(message[:1].upper() + message[1:])}.", icon=":material/search_off:")
    query = _query()
    if 0 <= e.position <= len(query) and query:
        # a long query is shown around the fault only
        start = max(0, e.position - 60)
        st.code(f"{query[start : e.position + 60]}\n{' ' * (e.position - start)}▲", language=None)


def _results(corpus: Corpus, index: Index, rows: np.ndarray, view: str) -> None:
    query, order = _query(), state.get("order")
    made = kept(
        corpus, rows, "found", (query, order), lambda: search.found(corpus, index, query, rows, order=order)
    ).row.to_numpy()  # fmt: skip
    if not len(made):
        _nothing(corpus, index, rows)
    elif view == "hits":
        hits.draw(corpus, rows, made, query)
    elif view == "in context":
        hits_in_context.draw(corpus, made, query)
    else:
        hits_over_time.draw(corpus, index, rows, made, query)


def _nothing(corpus: Corpus, index: Index, rows: np.ndarray) -> None:
    """Say that nothing was found and offer what may have been meant."""
    query = _query()
    st.info("Nothing in the articles shown.", icon=":material/search_off:")
    outside = len(search.matching(corpus, index, query)) if len(rows) < len(corpus) else 0
    others = kept(corpus, rows, "instead", (query,), lambda: search.instead(corpus, index, query, rows))
    if not outside and not others:
        st.caption("No nearby spelling finds anything either. Fewer words, or other ones, may.")
        return
    with st.container(gap="xsmall"):
        if outside:
            st.button(
                f"{many(outside, 'article')} outside the filters: clear them",
                icon=":material/filter_alt_off:",
                on_click=state.change,
                args=(state.lens().cleared(),),
            )
        for n, other in enumerate(others):
            _try(other.query, f"{other.why}, {many(other.articles, 'article')}", f"instead.{n}")


def _try(query: str, why: str, key: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(plain(query, 80), key=key, icon=":material/search:", on_click=lambda: state.change(q=query, mark=()))
        st.caption(plain(why), width="content")


def _start(corpus: Corpus, rows: np.ndarray) -> None:
    """Before anything is typed: the language, and a few queries of this pile to try."""
    left, right = st.columns([0.62, 0.38], gap="large")
    with left:
        st.markdown(_HELP)
    examples = kept(corpus, rows, "examples", (), lambda: _examples(corpus, rows))
    with right:
        if examples:
            st.subheader("Try", anchor=False)
        for n, (query, why) in enumerate(examples):
            _try(query, why, f"try.{n}")


def _examples(corpus: Corpus, rows: np.ndarray) -> list[tuple[str, str]]:
    """Queries that find something: about the names most in the news."""
    people: pd.DataFrame = top_entities(corpus, rows, labels=KINDS["people"], limit=2)
    places: pd.DataFrame = top_entities(corpus, rows, labels=KINDS["places"], limit=1)
    bare = [" ".join(search.fold.tokens(n)) for n in (*people.entity, *places.entity)]
    bare = [b for b in bare if b]
    out = [(f'"{b}"', "the name as it is written") for b in bare[:1]]
    out += [(f'speaker:"{b}"', "articles that quote them") for b in bare[:1] if len(people)]
    if len(bare) > 1:
        out.append((f'"{bare[0]}" NEAR/20 "{bare[1]}"', "near one another"))
        out.append((f'"{bare[0]}" OR "{bare[-1]}"', "either; compare them over time"))
    return out

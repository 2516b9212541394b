"""The articles that a search found: ranked, dated or by outlet, each with its hits in their context."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import streamlit as st

from dateline.corpus import Corpus
from dateline.search import Finder, Place
from dateline.search.index import RANKED
from dateline.web import evidence, moments, state
from dateline.web.components.hits import Found, Pieces, Snippet, hit_list
from dateline.web.words import many

EACH = 20
_ORDERS = {"best": "Best first", "newest": "Newest first", "oldest": "Oldest first", "outlet": "By outlet"}
_SNIPPETS, _AROUND, _TOGETHER = 3, 110, 130
"""Snippets an article, characters around a hit, and characters between hits that stand in one snippet."""


def draw(corpus: Corpus, rows: np.ndarray, found: np.ndarray, query: str) -> None:
    """Draw the found articles (rows, in order) among those shown."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.selectbox(
            "Order",
            list(_ORDERS),
            format_func=_ORDERS.get,
            width=170,
            label_visibility="collapsed",
            **state.bound("order"),
        )
        words = f"{len(found):,} of {many(len(rows), 'article')}"
        page = moments.pages(len(found), words, f"hits.{query}.{state.get('order')}", EACH)
    if state.get("order") == "best" and len(found) > RANKED:
        st.caption(f"More than {RANKED:,} articles fit, so they are not ranked: the newest come first.")
    finder = Finder(corpus, query)
    part = found[page * EACH : (page + 1) * EACH]
    hit_list(in_articles(corpus, finder, part, state.get("order") == "outlet"), "hits", query)


def in_articles(corpus: Corpus, finder: Finder, rows: Sequence[int], grouped: bool = False) -> list[Found]:
    """The articles with their hits, as they are shown; ``grouped`` puts the outlet before the first of each."""
    out: list[Found] = []
    before = None
    for row in rows:
        a = corpus.articles.iloc[row]
        places = finder.places(int(row))
        inside = [p for p in places if p.part == "text"]
        snippets, more = _snippets(a.text, inside)
        size = f"{many(len(places), 'hit')}" if places else ""
        meta = " · ".join(filter(None, (evidence.meta(corpus, int(row)), size)))
        head = _marked(a.title or "Without a headline", [p for p in places if p.part == "title"], 0, len(a.title) or 99)
        lead = "" if snippets else " ".join(a.text[:260].split())[:220].rsplit(" ", 1)[0] + " …"
        outlet = a.source or "Outlet unknown"
        group = outlet if grouped and outlet != before else ""
        before = outlet
        out.append(
            Found(
                a.article_id, head, meta, snippets, lead,
                more=f"{many(len(more), 'more hit')} in it" if more else "",
                more_at=(more[0].start, more[0].end) if more else (-1, -1),
                group=group,
            )
        )  # fmt: skip
    return out


def _snippets(text: str, places: Sequence[Place]) -> tuple[tuple[Snippet, ...], list[Place]]:
    """Stretches around hits, those with most terms first taken, in the order of the text; and the hits left out."""
    groups: list[list[Place]] = []
    for p in places:
        near = groups and p.start - groups[-1][-1].end < _TOGETHER and p.end - groups[-1][0].start < 4 * _TOGETHER
        if near and "\n" not in text[groups[-1][-1].end : p.start]:
            groups[-1].append(p)
        else:
            groups.append([p])
    best = sorted(groups, key=lambda g: (-len({p.term for p in g}), -len(g)))[:_SNIPPETS]
    chosen = sorted(best, key=lambda g: g[0].start)
    shown = {id(g) for g in chosen}
    rest = [p for g in groups if id(g) not in shown for p in g]
    return tuple(snippet(text, g) for g in chosen), rest


def snippet(text: str, places: Sequence[Place]) -> Snippet:
    """The stretch of a text around hits, cut at words and paragraphs, with the hits marked; opens at the first."""
    first, last = places[0].start, places[-1].end
    low = max(text.rfind("\n", 0, first) + 1, first - _AROUND)
    high = text.find("\n", last)
    high = min(len(text) if high < 0 else high, last + _AROUND)
    # whole words only
    if low and not text[low - 1].isspace():
        low = min(text.find(" ", low) + 1 or first, first)
    if high < len(text) and not text[high].isspace():
        high = max(text.rfind(" ", 0, high), last)
    return Snippet(_marked(text, places, low, high), places[0].start, places[0].end)


def _marked(text: str, places: Sequence[Place], low: int, high: int) -> Pieces:
    """Pieces of a stretch with hits marked, whitespace folded, … where the sentence goes on."""
    out: list[tuple[str, str]] = []
    at = low
    for p in places:
        out += [(text[at : p.start], ""), (text[p.start : p.end], "hit")]
        at = p.end
    out.append((text[at:high], ""))
    if low and text[low - 1] != "\n":
        out.insert(0, ("… ", ""))
    if high < len(text.rstrip()) and text[high] != "\n":
        out.append((" …", ""))
    return tuple((_fold(t), k) for t, k in out if t)


def _fold(text: str) -> str:
    words = " ".join(text.split())
    return " " * text[:1].isspace() + words + " " * (bool(words) and text[-1:].isspace())

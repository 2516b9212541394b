"""The pile's health in one line: what is missing in the articles shown, each with the page that puts it right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import streamlit as st

from dateline.corpus import Corpus
from dateline.web import state
from dateline.web.kept import kept
from dateline.web.words import many, plain


@dataclass(frozen=True, slots=True)
class Health:
    """What is missing: of the articles shown how many are undated, without an outlet, not read for names; of their
    quotations how many it is unclear who says them, and how many there are; and files of the pile that were refused."""

    undated: int
    no_outlet: int
    waiting: int
    unclear: int
    quotations: int
    refused: int


def health(corpus: Corpus, rows: np.ndarray) -> Health:
    """The health of the article rows. A speaker who is told but not named ("officials") is not unclear."""
    inside = np.zeros(len(corpus), bool)
    inside[rows] = True
    quotes = corpus.quotes.iloc[np.flatnonzero(inside[corpus.quote_article])]
    unclear = quotes.quote_id[(quotes.resolved == "unresolved").to_numpy()]
    return Health(
        undated=int((rows >= corpus.dated).sum()),
        no_outlet=int((corpus.articles.source.to_numpy()[rows] == "").sum()),
        waiting=int((~corpus.articles.annotated.to_numpy()[rows]).sum()),
        unclear=unclear.nunique(),
        quotations=quotes.quote_id.nunique(),
        refused=int((corpus.report.outcome == "refused").sum()),
    )


def draw(corpus: Corpus, rows: np.ndarray) -> None:
    """Draw the line; what can be put right is a button that leads there."""
    found: Health = kept(corpus, rows, "health", (), lambda: health(corpus, rows))
    parts: list[tuple[str, str, Callable[[], None]]] = []
    to_articles = lambda: state.jump("load", view="articles")  # noqa: E731
    if found.undated:
        parts.append((f"{many(found.undated, 'article')} without a date", "Set dates", to_articles))
    if found.no_outlet:
        parts.append((f"{many(found.no_outlet, 'article')} without an outlet", "Set outlets", to_articles))
    if found.waiting:
        words = f"{many(found.waiting, 'article')} in which no names or quotations were looked for"
        parts.append((words, "See why", to_articles))
    if found.refused:
        words = f"{many(found.refused, 'file')} could not be read"
        parts.append((words, "See why and what to do", lambda: state.jump("load", view="report")))
    if found.unclear:
        words = f"{found.unclear:,} of {many(found.quotations, 'quotation')} with an unclear speaker"
        parts.append((words, "See them", lambda: state.jump("quotes", resolved=("unresolved",))))
    model = corpus.manifest.get("model", {})
    by = f"Names and quotations were read with {model['name']} {model.get('version', '')}." if model.get("name") else ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="health"):
        if not parts:
            words = "Every article has a date and an outlet; every file could be read."
            st.caption(words, help=plain(by) or None, width="content")
            return
        st.caption("To put right:", help=plain(by) or None, width="content")
        for n, (words, cure, act) in enumerate(parts):
            st.button(words, key=f"health.{n}", help=cure, type="tertiary", on_click=act)

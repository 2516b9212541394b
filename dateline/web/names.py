"""Pickers of names: the most frequent ones to choose from, all others by typing a part of the name."""

from __future__ import annotations

import numpy as np
import streamlit as st

from dateline.corpus import Corpus
from dateline.web import state

_MOST = 300
"""Names sent to the browser: all of a large pile would be megabytes a click."""


def name_picker(corpus: Corpus, key: str, label: str, most: int | None = None) -> None:
    """A picker bound to a page key that holds entity ids; what is typed in finds the rarer names too."""
    chosen = list(state.get(key))
    options = _options(corpus, chosen)
    names = display_names(corpus)

    def words(entity_id: str) -> str:
        code = corpus.entity_code(entity_id)
        return names[code] if code >= 0 else f"{entity_id} (not in this pile)"

    left, right = st.columns([0.7, 0.3], vertical_alignment="bottom")
    with right:
        st.text_input(
            "Find a rarer name",
            key=f"{key}.find",
            placeholder="a part of the name",
            on_change=_add,
            args=(corpus, key, most),
            help="Adds the most mentioned name with these letters.",
        )
    with left:
        st.multiselect(
            label, options, format_func=words, max_selections=most, placeholder="Choose names", **state.bound(key)
        )


def display_names(corpus: Corpus) -> np.ndarray:
    """A name for each entity code, as it should stand on a page."""
    return corpus.entities.entity.to_numpy(object)


def _options(corpus: Corpus, chosen: list[str]) -> list[str]:
    best = np.argsort(-corpus.entities.articles.to_numpy(), kind="stable")[:_MOST]
    ids = corpus.entities.entity_id.to_numpy(object)
    options = list(ids[best])
    return options + [c for c in chosen if c not in set(options)]


def _add(corpus: Corpus, key: str, most: int | None) -> None:
    typed = " ".join((state.value_of(f"{key}.find") or "").split()).casefold()
    if not typed:
        return
    names = corpus.entities.entity.str.casefold()
    hits = np.flatnonzero(names.str.contains(typed, regex=False).to_numpy())
    if len(hits):
        best = hits[np.argmax(corpus.entities.mentions.to_numpy()[hits])]
        chosen = (*state.get(key), str(corpus.entities.entity_id.iat[best]))
        state.change(**{key: tuple(dict.fromkeys(chosen))[-(most or len(chosen)) :]})

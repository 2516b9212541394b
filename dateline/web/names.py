"""Pickers of names: the most frequent ones to choose from, all others by typing a part of the name."""

from __future__ import annotations

import numpy as np
import streamlit as st

from dateline.corpus import Corpus
from dateline.web import data, state
from dateline.web.labels import LABEL_WORDS
from dateline.web.words import plain, told_apart

_MOST = 300
"""Names sent to the browser: all of a large pile would be megabytes a click."""


def name_picker(
    corpus: Corpus,
    key: str,
    label: str,
    most: int | None = None,
    empty: str = "Choose names",
    weight: np.ndarray | None = None,
) -> None:
    """A picker bound to a page key that holds entity ids; what is typed in finds the rarer names too.

    ``weight`` (a number an entity code) says which names are offered first; else those in most articles.
    """
    chosen = list(state.get(key))
    names = display_names(corpus)
    # a look-up a name in a large index would be most of the time that a page takes
    options = _options(corpus, chosen, weight)
    codes = corpus.entities_by_id.get_indexer(options)
    shown = {i: names[c] if c >= 0 else f"{i} (not in this pile)" for i, c in zip(options, codes, strict=True)}
    shown = apart(corpus, shown)
    st.multiselect(
        label,
        options,
        format_func=lambda i: shown.get(i, i),
        max_selections=most,
        placeholder=empty,
        accept_new_options=True,
        label_visibility="collapsed",
        **state.bound(key, on_change=lambda: _resolve(corpus, key, chosen)),
    )
    missed = state.recall(f"{key}.missed", "")
    if missed:
        st.caption(f"No name in this pile has “{plain(missed, 60)}” in it.")
        state.remember(f"{key}.missed", "")


def apart(corpus: Corpus, shown: dict[str, str]) -> dict[str, str]:
    """Names by entity id for a picker: those of one name have their kind behind them, where need be their id."""
    names = list(shown.values())
    if len(set(names)) == len(names):
        return shown
    codes = corpus.entities_by_id.get_indexer(list(shown))
    labels = corpus.entities.label
    kinds = {i: LABEL_WORDS.get(labels.iat[c], "") if c >= 0 else "" for i, c in zip(shown, codes, strict=True)}
    return told_apart(shown, kinds)


def code_of(corpus: Corpus, entity_id: str) -> int:
    """Code of an entity id, of the one it was merged into where readers did that; -1 when it is not in the pile."""
    code = corpus.entity_code(entity_id) if entity_id else -1
    if code < 0 and entity_id in (went := data.opened().redirects):
        return corpus.entity_code(went[entity_id].to)
    return code


def display_names(corpus: Corpus) -> np.ndarray:
    """A name for each entity code, as it should stand on a page."""
    return corpus.entities.entity.to_numpy(object)


def _options(corpus: Corpus, chosen: list[str], weight: np.ndarray | None) -> list[str]:
    number = corpus.entities.articles.to_numpy() if weight is None else weight
    best = np.argsort(-number, kind="stable")[:_MOST]
    best = best if weight is None else best[number[best] > 0]
    ids = corpus.entities.entity_id.to_numpy(object)
    options = list(ids[best])
    return options + [c for c in chosen if c not in set(options)]


def _resolve(corpus: Corpus, key: str, before: list[str]) -> None:
    """Turn what was typed into the most mentioned name with these letters; a callback."""
    out = []
    for value in state.get(key):
        if value in before or corpus.entity_code(value) >= 0:
            out.append(value)
            continue
        found = most_mentioned(corpus, value)
        if found < 0:
            state.remember(f"{key}.missed", value)
        else:
            out.append(str(corpus.entities.entity_id.iat[found]))
    state.change(**{key: tuple(dict.fromkeys(out))})


def most_mentioned(corpus: Corpus, typed: str) -> int:
    """Code of the most mentioned entity whose name or another spelling of it holds the letters, -1 for none."""
    letters = " ".join(typed.split()).casefold()
    if not letters:
        return -1
    names = corpus.entities.entity.str.casefold()
    hits = np.flatnonzero(names.str.contains(letters, regex=False).to_numpy())
    if not len(hits):
        also = (any(letters in a.casefold() for a in aliases) for aliases in corpus.entities.aliases)
        hits = np.flatnonzero(np.fromiter(also, bool, len(names)))
    return int(hits[np.argmax(corpus.entities.mentions.to_numpy()[hits])]) if len(hits) else -1

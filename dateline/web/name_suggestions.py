"""Suggested merges: names that look like one thing, likeliest first, each with its evidence; accept or refuse."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from dateline.corpus import Corpus
from dateline.corrections import Action
from dateline.resolve.identity.suggest import suggest_merges
from dateline.web import evidence, moments
from dateline.web.components.pairs import Pair, Side, pair_list
from dateline.web.kept import kept
from dateline.web.labels import LABEL_WORDS
from dateline.web.name_acts import act, thing
from dateline.web.words import many

_EACH = 10
_NONE = np.empty(0, np.int32)


def suggestions(corpus: Corpus, actions: list[Action]) -> pd.DataFrame:
    """The pairs, as ``suggest_merges``; made once for a state of the corrections."""
    apart = tuple(a.id for a in actions if a.kind == "apart")
    return kept(corpus, _NONE, "suggestions", apart,
                lambda: suggest_merges(corpus.mentions, corpus.entities, actions))  # fmt: skip


def draw(corpus: Corpus, found: pd.DataFrame) -> None:
    """Draw the pairs."""
    if not len(found):
        st.info("No two names of this pile look like one.", icon=":material/done_all:")
        return
    page = moments.pages(len(found), many(len(found), "pair"), "suggestions", _EACH)
    part = found.iloc[page * _EACH : (page + 1) * _EACH]
    codes = [(corpus.entity_code(a), corpus.entity_code(b)) for a, b in zip(part.entity_id, part.other_id, strict=True)]
    pairs = [
        Pair((_side(corpus, a), _side(corpus, b)), _sentence(r.evidence), float(r.score))
        for r, (a, b) in zip(part.itertuples(), codes, strict=True)
    ]

    def acted(what: str, row: int) -> None:
        a, b = (thing(corpus, c) for c in codes[row])
        act(lambda book: book.merge([b], into=a) if what == "merge" else book.keep_apart(a, b))

    pair_list(pairs, "suggestions.list", acted)


def _side(corpus: Corpus, code: int) -> Side:
    e = corpus.entities.iloc[code]
    mentions = corpus.by_entity.of_code(code)
    facts = f"{LABEL_WORDS.get(e.label, e.label)} · {many(int(e.mentions), 'mention')}"
    passage = evidence.of_mentions(corpus, mentions[:1])[0] if len(mentions) else None
    return Side(e.entity_id, e.entity, facts, passage)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."

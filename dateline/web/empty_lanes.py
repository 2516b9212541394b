"""Lanes that were asked for and are empty: why, and which filter to lift."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from dateline.corpus import Corpus
from dateline.counts.timeline import Timeline
from dateline.web import data, state
from dateline.web.sidebar import FILTERS
from dateline.web.words import plain

ABSENT = "not in the articles shown"


def absent(corpus: Corpus, rows: np.ndarray, chosen: pd.DataFrame, line: Timeline) -> list[str]:
    """For each lane why it is empty, '' where it is not."""
    out = []
    for lane, code in enumerate(chosen.code):
        if line.counts[lane].any():
            out.append("")
            continue
        articles = corpus.entity_articles.of_code(int(code))
        inside = articles[np.isin(articles, rows, assume_unique=True)]
        if not len(inside):
            out.append(ABSENT)
        elif line.clock == "happened":
            out.append("no date of this grain and stretch is named beside it")
        else:
            out.append("only in articles without a date" if (inside >= corpus.dated).all() else "not in this stretch")
    return out


def say_why(corpus: Corpus, rows: np.ndarray, chosen: pd.DataFrame) -> None:
    """Say which filters keep lanes empty, and offer to lift each."""
    gone = chosen[chosen.note == ABSENT]
    lens = state.lens()
    if not len(gone) or not lens.narrows:
        return
    for name in lens.narrows:
        without = data.rows(lens.without(name))
        back = [
            row.entity
            for row in gone.itertuples()
            if np.isin(corpus.entity_articles.of_code(int(row.code)), without, assume_unique=True).any()
        ]
        if back:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.caption(f"The filter “{FILTERS[name]}” leaves out {plain(', '.join(back[:6]))}.")
                st.button(
                    f"Lift “{FILTERS[name]}”",
                    key=f"empty.{name}",
                    type="tertiary",
                    icon=":material/filter_alt_off:",
                    on_click=state.change,
                    args=(lens.without(name),),
                )

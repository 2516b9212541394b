"""Who quotes whom: outlets × speakers, and the quotations of the cell that was clicked."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dateline.counts import quotes as counts
from dateline.figures.matrix import matrix
from dateline.web import quote_words, ranges, state
from dateline.web.charts import chart
from dateline.web.names import code_of
from dateline.web.quote_filters import Chosen
from dateline.web.words import many, plain

_SPEAKERS, _OUTLETS = 12, 20
"""As many as can be told apart on a phone, and on a page."""


def draw(of: Chosen) -> None:
    """Draw the matrix and what is open of it."""
    corpus = of.corpus

    def make() -> pd.DataFrame:
        return counts.who_quotes_whom(corpus, of.rows, speakers=_SPEAKERS, outlets=_OUTLETS, of=of.first)

    table = of.kept("matrix", (), make)
    if not table.size:
        words = "None of these quotations has both an outlet and a speaker with a name."
        st.info(words, icon=":material/grid_off:")
        return
    codes = corpus.entities_by_id.get_indexer(table.columns)
    names = corpus.entities.entity.to_numpy(object)[codes].tolist()
    rows, columns = list(table.index), codes.tolist()
    best = np.unravel_index(table.to_numpy().argmax(), table.shape)
    # the largest cell is open until another is clicked
    outlet, speaker = _open(of) or (rows[best[0]], columns[best[1]])
    now = (rows.index(outlet), columns.index(speaker)) if outlet in rows and speaker in columns else None
    said = np.bincount(corpus.outlet[corpus.quote_article[of.first]], minlength=len(corpus.outlets))
    totals = said[corpus.outlets.get_indexer(table.index)]

    def selected(got: dict[str, Any]) -> None:
        cell = got["points"][0].get("customdata") or []
        if len(cell) == 3 and all(isinstance(c, int) for c in cell):
            i, j, n = cell
            if 0 <= i < len(table) and 0 <= j < len(table.columns) and n:
                state.change(cell=(table.index[i], table.columns[j]))

    values = table.set_axis(names, axis=1).reset_index()
    scale = state.lens().scale
    caption = "How many quotations" if scale == "count" else "Which share of the outlet’s quotations"
    caption += ": click a cell to read them."
    left = len(of.first) - int(table.to_numpy().sum())
    caption += f" Not shown: {many(left, 'quotation')} by others, or in articles without an outlet." if left else ""
    chart(
        "Who quotes whom",
        matrix(table, names, scale=scale, totals=totals, now=now),
        values,
        key="matrix",
        alt=f"{many(len(table), 'outlet')} by {many(len(names), 'speaker')}; most: {table.index[best[0]]} quotes "
        f"{names[best[1]]} {table.to_numpy().max():,} times",
        caption=caption,
        on_select=selected,
        modes=("click",),
        tools=ranges.scale_picker,
    )
    _cell(of, outlet, speaker)


def _open(of: Chosen) -> tuple[str, int] | None:
    """Outlet and speaker (code, -1 where it is gone) of the cell that was clicked."""
    cell = state.get("cell")
    return (cell[0], code_of(of.corpus, cell[1])) if len(cell) == 2 else None


def _cell(of: Chosen, outlet: str, speaker: int) -> None:
    corpus = of.corpus
    if outlet not in corpus.outlets or speaker < 0:
        what = outlet if outlet not in corpus.outlets else state.get("cell")[1]
        st.warning(f"“{plain(what, 60)}” is not in this pile (any more).", icon=":material/link_off:")
        return
    name = corpus.entities.entity.iat[speaker]
    article = corpus.quote_article[of.first]
    here = corpus.outlet[article] == corpus.outlets.get_loc(outlet)
    mine = of.first[here & (corpus.quote_speaker[of.first] == speaker)]
    lens = state.lens()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader(f"{plain(name)} in {plain(outlet)}", anchor=False, width="content")
        st.button(
            "Only this outlet",
            icon=":material/filter_alt:",
            type="tertiary",
            key="cell.outlet",
            disabled=outlet in lens.outlet,
            on_click=state.change,
            args=(lens.with_(outlet=(outlet,)),),
        )
    if len(mine):
        quote_words.show(corpus, mine, "cell.quotes")
    else:
        st.caption("No quotations: the filters have changed since this cell was clicked.")

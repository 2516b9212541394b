"""The table of quotations, and the quotation of the row that is open under it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from dateline.corpus import Corpus
from dateline.counts import quotetable
from dateline.web import quote_filters, state, who_said
from dateline.web.components.quotecards import Card, quote_cards
from dateline.web.kept import kept
from dateline.web.quote_filters import Chosen
from dateline.web.quote_words import HOW, HOW_HELP, KINDS, KINDS_HELP, SURE_HELP, card, passages_of, row_of, speakers_of
from dateline.web.tables import Col, table
from dateline.web.words import plain

COLUMNS = (
    Col("published", "Date", "date", width="small"),
    Col("who", "Speaker", width="medium"),
    Col("words", "Words", width="large"),
    Col("resolved", "Known by", width="small", help=HOW_HELP),
    Col("sure", "Sure", "share", width="small", help=f"How sure the speaker is. {SURE_HELP}"),
    Col("cue", "Cue", width="small", help="The words that report it"),
    Col("kind", "Kind", width="small", help=KINDS_HELP),
    Col("outlet", "Outlet"),
    Col("title", "Headline", width="medium"),
    Col("written", "In the text", shown=False, help="The speaker as the text has it"),
    Col(
        "pieces", "Pieces", "number", shown=False, width="small", help="Parts that belong together: “…,” she said, “…”"
    ),
    Col("elsewhere", "Elsewhere", "number", shown=False, width="small", help="Other articles with the same words"),
)
_ROWS = 200


@dataclass(frozen=True)
class _Quotations:
    """The quotations of the page as the source of a table."""

    of: Chosen

    def __len__(self) -> int:
        return len(self.of.first)

    def rows(self, find: str, sort: str) -> np.ndarray:
        """Quote rows (first pieces) with the words, in order."""
        corpus = self.of.corpus

        def make() -> np.ndarray:
            found = quotetable.holding(corpus, self.of.first, find)
            if not sort:
                return quotetable.newest_first(corpus, found)
            return quotetable.ordered(found, _ranks(corpus, sort.lstrip("-")), sort.startswith("-"))

        return self.of.kept("rows", (find, sort), make)

    def cells(self, rows: np.ndarray) -> pd.DataFrame:
        """The cells of some quote rows, in words."""
        if len(rows) > _ROWS:  # a file
            return self._made(rows)
        return kept(self.of.corpus, rows, "quotes.cells", (), lambda: self._made(rows))

    def _made(self, rows: np.ndarray) -> pd.DataFrame:
        frame = quotetable.cells(self.of.corpus, rows)
        return frame.assign(who=speakers_of(frame), resolved=frame.resolved.map(HOW), kind=frame.kind.map(KINDS))


def _ranks(corpus: Corpus, column: str) -> np.ndarray:
    # "In the text" has few readers: it is ordered as the speakers are
    name = {"written": "who"}.get(column, column)
    return kept(corpus, np.empty(0, np.int32), "quotes.ranks", (name,), lambda: quotetable.ranks(corpus, name))


def draw(of: Chosen) -> None:
    """Draw the table and, under it, what is open."""
    wanted = table(
        "Quotations",
        _Quotations(of),
        COLUMNS,
        key="quotes.table",
        row_id="quote_id",
        height=520,
        note=quote_filters.words(of),
        page_rows=_ROWS,
        given="newest first",
    )
    if wanted:
        opened(of, wanted)
    else:
        st.caption("Click a row to read it here.")


def opened(of: Chosen, quote_id: str) -> None:
    """Draw the quotation that is open; the page's key ``row`` holds its id."""
    corpus, row = of.corpus, row_of(of.corpus, quote_id)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader("The quotation", anchor=False, width="content")
        st.button("Close", icon=":material/close:", type="tertiary", key="quote.close",
                  on_click=lambda: state.change(row=""))  # fmt: skip
    if row < 0:
        text = f"There is no quotation “{plain(quote_id, 60)}” in this pile (any more)."
        st.warning(text, icon=":material/link_off:")
        return
    if not np.isin(row, of.first):
        st.caption("It is not among the rows above: the filters leave it out.")
    more = {"names": who_said.names(corpus, row), "found": who_said.found(row)}
    shown = card(corpus, row, passages_of(corpus, [row])[0], **more)

    def acted(_: Card, act: str, value: str) -> None:
        who_said.acted(corpus, row, act, value)

    quote_cards([shown], "quote.card", acted)
    who_said.missed()

"""All names of a pile as a table: kind, spellings, counts, first and last seen; a row opens what to do with it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from dateline.corpus import Corpus
from dateline.counts.top import KINDS
from dateline.web import evidence, state
from dateline.web.components.passages import passages
from dateline.web.kept import kept
from dateline.web.labels import LABEL_WORDS
from dateline.web.tables import Col, table
from dateline.web.words import many, plain

COLUMNS = (
    Col("entity", "Name", width="medium"),
    Col("label", "Kind"),
    Col("mentions", "Mentions", "number", width="small"),
    Col("articles", "Articles", "number", width="small"),
    Col("first", "First seen", "date", width="small"),
    Col("last", "Last seen", "date", width="small"),
    Col("aliases", "Written", width="large", help="Every way in which articles write it, the commonest first"),
    Col("roles", "Called", shown=False),
    Col("short", "Short", shown=False, help="What it is called where room is short"),
)
_NONE = np.empty(0, np.int32)


@dataclass(frozen=True)
class Names:
    """The names of some kinds as a source of a table: nothing is made of rows that are not shown."""

    corpus: Corpus
    codes: np.ndarray

    def __len__(self) -> int:
        return len(self.codes)

    def rows(self, find: str, sort: str) -> np.ndarray:
        """Numbers of the rows that hold all words of ``find``, ordered by a column."""
        at = np.arange(len(self.codes))
        if words := find.casefold().split():
            texts = kept(self.corpus, _NONE, "names folded", (), lambda: _folded(self.corpus.entities))
            at = np.array([n for n in at.tolist() if all(w in texts[self.codes[n]] for w in words)], np.int64)
        column = sort.lstrip("-")
        if column not in {c.name for c in COLUMNS}:
            return at
        order = kept(self.corpus, _NONE, "names order", (column,), lambda: _order(self.corpus.entities, column))
        place = order[self.codes[at]]
        nothing = place == len(self.corpus.entities)
        return at[np.lexsort((-place if sort.startswith("-") else place, nothing))]

    def cells(self, rows: np.ndarray) -> pd.DataFrame:
        """The cells of some rows."""
        part = self.corpus.entities.iloc[self.codes[rows]]
        lists = {n: [" · ".join(v) for v in part[n]] for n in ("aliases", "roles")}
        return part.assign(label=[LABEL_WORDS.get(v, v) for v in part.label], **lists).reset_index(drop=True)


def draw(corpus: Corpus) -> None:
    """Draw the table, and the name whose row was clicked."""
    words = {"all": "All kinds", **{k: k.capitalize() for k in KINDS}}
    kind = st.pills(
        "Kind", list(words), format_func=words.get, required=True, label_visibility="collapsed", **state.bound("kind")
    )
    codes = np.arange(len(corpus.entities))
    if kind in KINDS:
        codes = codes[corpus.entities.label.isin(KINDS[kind]).to_numpy()]
    if not len(codes):
        st.info("No names of this kind in this pile.", icon=":material/person_off:")
        return
    chosen = table("Names", Names(corpus, codes), COLUMNS, key="names.all", row_id="entity_id", height=460)
    code = corpus.entity_code(chosen) if chosen else -1
    if code >= 0:
        _chosen(corpus, code)


def _chosen(corpus: Corpus, code: int) -> None:
    """The name whose row was clicked: what can be done, and where it stands."""
    e = corpus.entities.iloc[code]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader(plain(e.entity), anchor=False, width="content")
        st.button("Put right", icon=":material/edit:", type="primary", key="chosen.edit",
                  on_click=lambda: state.change(id=e.entity_id))  # fmt: skip
        st.button("Open its page", icon=":material/person:", key="chosen.open",
                  on_click=lambda: state.jump("entity", id=e.entity_id))  # fmt: skip
        st.button("Close", icon=":material/close:", type="tertiary", key="chosen.close",
                  on_click=lambda: state.change(row=""))  # fmt: skip
    mentions = corpus.by_entity.of_code(code)
    shown = mentions[:5]
    st.caption(many(len(mentions), "passage") + (f", the first {len(shown)}" if len(shown) < len(mentions) else ""))
    passages(evidence.of_mentions(corpus, shown), "chosen.passages")


def _folded(entities: pd.DataFrame) -> list[str]:
    """What each name is found by: itself, its spellings, its kind."""
    return [
        "\n".join((name, LABEL_WORDS.get(label, label), *aliases)).casefold()
        for name, label, aliases in zip(entities.entity, entities.label, entities.aliases, strict=True)
    ]


def _order(entities: pd.DataFrame, column: str) -> np.ndarray:
    """The place of each name in the order of a column (int64); the number of names where it is empty."""
    values = entities[column]
    if column in ("aliases", "roles"):
        values = pd.Series([" · ".join(v) for v in values])
    if column == "label":
        values = values.astype("str").map(lambda v: LABEL_WORDS.get(v, v))
    if not pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_datetime64_any_dtype(values):
        values = values.astype("str").str.casefold()
    place = pd.factorize(values, sort=True)[0]
    return np.where(place < 0, len(values), place)

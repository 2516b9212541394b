"""Which quotations the Quotes page speaks of: those in the articles of the lens that pass the page's own filters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import pandas as pd
import streamlit as st

from dateline import schema
from dateline.corpus import Corpus
from dateline.counts import quotes as counts
from dateline.web import notices, state
from dateline.web.kept import kept
from dateline.web.names import code_of, name_picker
from dateline.web.quote_words import HOW, HOW_HELP, KINDS, KINDS_HELP, SURE, SURE_HELP, spoken
from dateline.web.words import many, plain

T = TypeVar("T")
_OWN = ("kind", "resolved", "sure", "who")


@dataclass(frozen=True)
class Chosen:
    """The quotations of the page. ``rows``: article rows of the lens; ``all``: quote rows (first pieces) in them;
    ``first``: those that pass the page's filters, whose values are ``settings``."""

    corpus: Corpus
    rows: np.ndarray
    all: np.ndarray
    first: np.ndarray
    settings: tuple

    def kept(self, name: str, more: tuple, make: Callable[[], T]) -> T:
        """What ``make`` gives for these quotations, made once (``web.kept``)."""
        return kept(self.corpus, self.rows, f"quotes.{name}", (self.settings, *more), make)


def chosen(corpus: Corpus, rows: np.ndarray) -> Chosen:
    """The quotations that the address bar asks for."""
    speakers = tuple(sorted({c for c in (code_of(corpus, i) for i in state.get("who")) if c >= 0}))
    lens = state.lens()
    if not speakers and lens.speaker and state.get("also") == "theirs":
        speakers = tuple(sorted({c for c in (corpus.entity_code(i) for i in lens.speaker) if c >= 0}))
    settings = (state.get("kind"), state.get("resolved"), state.get("sure"), speakers)
    every = kept(corpus, rows, "quotes.all", (), lambda: counts.first_pieces(corpus, rows))

    def make() -> np.ndarray:
        kinds, resolved, sure, who = settings
        return counts.narrowed(corpus, every, kinds=kinds, resolved=resolved, sure=sure, speakers=who)

    return Chosen(corpus, rows, every, kept(corpus, rows, "quotes.first", settings, make), settings)


def draw(of: Chosen) -> None:
    """Draw the filters, and what they leave in a line."""
    corpus = of.corpus
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(width=420):
            name_picker(corpus, "who", "Speakers", empty="All speakers, or choose", weight=_spoken(corpus))
        on = sum(bool(state.get(k)) for k in _OWN[:3])
        with st.popover(f"Filter ({on})" if on else "Filter", icon=":material/tune:", width="content"):
            _pills(of)
        if state.get("who") or on:
            st.button("Lift these", icon=":material/close:", type="tertiary", key="quotes.lift", on_click=lift)
        if state.lens().speaker and not state.get("who"):
            _speakers_of_lens()
    st.caption(of.kept("line", (), lambda: _line(of)))


def lift() -> None:
    """Lift the page's own filters; for callbacks."""
    state.change(**dict.fromkeys(_OWN, ()), also="all" if state.lens().speaker else "theirs")


def _spoken(corpus: Corpus) -> np.ndarray:
    return kept(corpus, np.empty(0, np.int32), "quotes.spoken", (), lambda: spoken(corpus))


def _pills(of: Chosen) -> None:
    corpus = of.corpus
    kinds, known = kept(corpus, of.rows, "quotes.offered", (), lambda: _offered(of))
    st.pills(
        "Kind",
        schema.KINDS,
        format_func=lambda k: f"{KINDS[k]} ({kinds[schema.KINDS.index(k)]:,})",
        selection_mode="multi",
        help=KINDS_HELP,
        **state.bound("kind"),
    )
    offered = [k for k in schema.KNOWN_BY if k != schema.HAND or known[k] or k in state.get("resolved")]
    st.pills(
        "Speaker known by",
        offered,
        format_func=lambda k: f"{HOW[k]} ({known[k]:,})",
        selection_mode="multi",
        help=HOW_HELP,
        **state.bound("resolved"),
    )
    st.pills(
        "How sure the speaker is",
        list(SURE),
        format_func=SURE.get,
        selection_mode="multi",
        help=SURE_HELP,
        **state.bound("sure"),
    )


def _offered(of: Chosen) -> tuple[np.ndarray, pd.Series]:
    """How many quotations there are of each kind, and of each way in which the speaker is known."""
    kinds = np.bincount(of.corpus.quote_kind[of.all], minlength=len(schema.KINDS))
    return kinds, counts.how_known(of.corpus, of.rows, of=of.all).set_index("resolved").quotations


def _speakers_of_lens() -> None:
    """The lens keeps articles that quote somebody: say whether others in these articles are shown too."""
    words = {"theirs": "Only the speakers of the filter", "all": "All in these articles"}
    st.segmented_control(
        "Whose",
        list(words),
        format_func=words.get,
        required=True,
        label_visibility="collapsed",
        **state.bound("also"),
    )


def _line(of: Chosen) -> str:
    corpus, first = of.corpus, of.first
    articles = len(np.unique(corpus.quote_article[first]))
    known = counts.how_known(corpus, of.rows, of=first).set_index("resolved").quotations
    named = int((corpus.quote_speaker[first] >= 0).sum())
    unknown = int(known["unresolved"])
    size = many(len(first), "quotation")
    if len(first) != len(of.all):
        size = f"{len(first):,} of {many(len(of.all), 'quotation')}"
    parts = [f"{size} in {many(articles, 'article')}"]
    if len(first):
        parts.append(f"{named:,} by speakers with a name")
        others = len(first) - named - unknown
        parts.append(f"{others:,} by people or documents without one" if others else "")
        parts.append(f"{unknown:,} by speakers that could not be told" if unknown else "")
    return plain(" · ".join(filter(None, parts)))


def nothing(of: Chosen) -> bool:
    """Say why there is nothing to show; whether that is so."""
    if len(of.first):
        return False
    if not len(of.rows):
        notices.nothing(of.corpus)
    elif not len(of.all):
        waiting = int((~of.corpus.articles.annotated.to_numpy()[of.rows]).sum())
        words = "The articles shown quote nobody."
        if waiting:
            has = "has" if waiting == 1 else "have"
            words += f" {many(waiting, 'article')} among them {has} not been read for quotations."
        st.info(words, icon=":material/format_quote:")
    else:
        st.info("No quotation passes the filters of this page.", icon=":material/tune:")
        st.button("Lift these filters", key="quotes.nothing", on_click=lift)
    return True


def words(of: Chosen) -> str:
    """The page's filters in a line of plain text, for saved files; '' where there is none."""
    parts = [
        ("Kind", ", ".join(KINDS[k] for k in state.get("kind"))),
        ("Speaker known by", ", ".join(HOW[k] for k in state.get("resolved"))),
        ("Sureness", ", ".join(SURE[k] for k in state.get("sure"))),
        ("Quotations by", ", ".join(of.corpus.entities.entity.iat[c] for c in of.settings[3])),
    ]
    return "; ".join(f"{label}: {value}" for label, value in parts if value)

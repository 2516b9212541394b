"""The same quotation in several articles: its wordings side by side, who is said to speak, and in how many outlets."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from dateline import schema
from dateline.corpus import Corpus
from dateline.counts.quotetable import holding
from dateline.counts.repeated import Wording, groups, wordings
from dateline.web import evidence, moments, state
from dateline.web.components.wordings import Group, Place, Version, wording_groups
from dateline.web.quote_filters import Chosen
from dateline.web.quote_words import KINDS, row_of
from dateline.web.words import many

_EACH = 10
_PLACES = 12
"""Articles named under one wording."""


def draw(of: Chosen) -> None:
    """Draw the groups, those in most outlets first."""
    found: pd.DataFrame = of.kept("repeated", (), lambda: groups(of.corpus, of.first))
    if not len(found):
        words = "None of these quotations stands in a second article."
        st.info(words, icon=":material/content_copy:")
        return
    one = _asked(of)
    if one is not None:
        found = found[found.echo == one]
        st.button("All repeated quotations", icon=":material/arrow_back:", type="tertiary", key="repeated.all",
                  on_click=lambda: state.change(row=""))  # fmt: skip
        if not len(found):
            st.info("These words stand in one of the articles shown only.", icon=":material/content_copy:")
            return
    else:
        found = _narrowed(of, found)
        if not len(found):
            st.info("No repeated quotation is like that.", icon=":material/search_off:")
            return
    differ = int((found.speakers > 1).sum())
    words = f"{many(len(found), 'quotation')} in more than one article"
    if one is not None:
        words = "The same words in the articles shown"
    elif differ:
        words += f", {differ:,} with different speakers"
    page = moments.pages(len(found), words, "repeated", _EACH)
    part = found.iloc[page * _EACH : (page + 1) * _EACH]
    made = of.kept("groups", (tuple(part.echo),), lambda: [_group(of, g) for g in part.itertuples()])
    wording_groups(made, "repeated.groups", _to_row)
    st.caption(
        "Compared with the fullest wording: marked words are added, struck ones are left out. Capitals and punctuation "
        "do not count."
    )


def _to_row(quote_id: str) -> None:
    state.change(view="table", row=quote_id)


def _asked(of: Chosen) -> int | None:
    """The group of the quotation that the address bar names, None where it names none or one that stands alone."""
    row = row_of(of.corpus, state.get("row"))
    return int(of.corpus.quote_echo[row]) if row >= 0 and of.corpus.quote_echo[row] >= 0 else None


def _narrowed(of: Chosen, found: pd.DataFrame) -> pd.DataFrame:
    """The groups that hold some words, or whose speakers differ."""
    words = {"all": "All", "differing": f"Different speakers ({int((found.speakers > 1).sum()):,})"}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.text_input(
            "Find",
            type="search",
            width=260,
            placeholder="words, speaker, outlet",
            label_visibility="collapsed",
            **state.bound("find"),
        )
        st.segmented_control(
            "Which",
            list(words),
            format_func=words.get,
            required=True,
            label_visibility="collapsed",
            help="Words in quotation marks that are given to different speakers: an outlet is wrong, or Dateline.",
            **state.bound("differ"),
        )
    if state.get("differ") == "differing":
        found = found[found.speakers > 1]
    if find := state.get("find"):
        corpus = of.corpus
        hits = of.kept("holding", (find,), lambda: holding(corpus, of.first, find))
        found = found[np.isin(found.echo.to_numpy(), np.unique(corpus.quote_echo[hits]))]
    return found


def _group(of: Chosen, group: object) -> Group:
    corpus = of.corpus
    rows = of.kept("by echo", (), lambda: _by_echo(of)).get(int(group.echo), np.empty(0, np.int64))
    versions = tuple(_version(corpus, w) for w in wordings(corpus, rows))
    size = [many(group.articles, "article"), many(group.outlets, "outlet")]
    size.append(many(len(versions), "wording") if len(versions) > 1 else "the same wording")
    flag = "Different speakers" if group.speakers > 1 else ""
    return Group(" · ".join(size), flag, versions)


def _by_echo(of: Chosen) -> dict[int, np.ndarray]:
    """The quotations shown, by group."""
    mine = of.first[of.corpus.quote_echo[of.first] >= 0]
    echo = of.corpus.quote_echo[mine]
    order = np.argsort(echo, kind="stable")
    codes, starts = np.unique(echo[order], return_index=True)
    return dict(zip(codes.tolist(), np.split(mine[order], starts[1:]), strict=True))


def _version(corpus: Corpus, wording: Wording) -> Version:
    pieces: list[tuple[str, str]] = []
    for c in wording.changes:
        if c.how == "equal":
            pieces.append((f"{c.now} ", ""))
            continue
        if c.was.strip("… "):
            pieces += [(c.was, "gone"), (" ", "")]
        if c.now.strip("… "):
            pieces += [(c.now, "new"), (" ", "")]
    kinds = dict.fromkeys(corpus.quotes.kind.iloc[list(wording.rows)])
    places = tuple(_place(corpus, r) for r in wording.rows[:_PLACES])
    more = len(wording.rows) - len(places)
    kind = ", ".join(KINDS[k] for k in kinds).capitalize() + (f" · and {many(more, 'article')} more" if more else "")
    return Version(tuple(pieces), kind, places)


def _place(corpus: Corpus, row: int) -> Place:
    quotes = corpus.quotes
    who, how = quotes.speaker_entity.iat[row], quotes.resolved.iat[row]
    written = " ".join(quotes.speaker.iat[row].split()) if how not in ("unresolved", schema.HAND) else ""
    who = who or (f"“{written}”" if written else "Speaker not known")
    where = {"article": quotes.article_id.iat[row], "at": int(quotes.start.iat[row]), "to": int(quotes.end.iat[row])}
    return Place(evidence.meta(corpus, int(corpus.quote_article[row])), who, where, quotes.quote_id.iat[row])

"""Check these: twenty quotations drawn by lot, to mark right or wrong; and what that says of all quotations shown."""

from __future__ import annotations

import numpy as np
import streamlit as st

from dateline.checks import Check
from dateline.corpus import Corpus
from dateline.corrections.quotation import Quotation, same
from dateline.counts.precision import SAMPLE, Share, sample, wilson
from dateline.web import data, state, who_said
from dateline.web.components.passages import Passage
from dateline.web.components.quotecards import Card, quote_cards
from dateline.web.kept import kept
from dateline.web.quote_filters import Chosen
from dateline.web.quote_words import card, passages_of, row_of
from dateline.web.words import many

HELP = (
    "Words are right where they are all of what was said or told, and nothing else. A speaker is right where the name "
    "is that of who speaks, or where the article gives no name and none is shown. “Not known” is right only where a "
    "reader could not tell either. What is judged is what Dateline found; putting a speaker right does not change the "
    "mark. The range is Wilson’s interval: were all quotations checked, the share would lie in it 19 times out of 20."
)
_PARTS = {"content": "Words right", "speaker": "Speaker right", "both": "Both right"}


def draw(of: Chosen) -> None:
    """Draw what the marks say, the quotations of this draw, and the way to the next."""
    corpus, seed = of.corpus, state.get("seed")
    ids = corpus.quotes.quote_id
    drawn = of.kept("drawn", (seed,), lambda: sample(ids.iloc[of.first], seed))
    checks = _held(corpus)
    mine = set(ids.iloc[of.first[np.isin(of.first, [row_of(corpus, i) for i in checks])]])
    _shares([c for i, c in checks.items() if i in mine], len(of.first))
    rows = [row_of(corpus, i) for i in drawn]
    done = sum(_whole(checks.get(i)) for i in drawn)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        words = f"{many(len(drawn), 'quotation')} drawn by lot, {done:,} checked"
        st.caption(words if len(of.first) > SAMPLE else f"All {many(len(drawn), 'quotation')}, {done:,} checked")
        st.space("stretch")
        st.button("Undo", icon=":material/undo:", key="checks.undo", help="Take back your last mark",
                  disabled=not state.recall("checks.marked", 0), on_click=_undo)  # fmt: skip
        if len(of.first) > SAMPLE:
            st.button("Draw others", icon=":material/casino:", key="checks.next",
                      on_click=lambda: state.change(seed=seed + 1))  # fmt: skip

    def acted(shown: Card, act: str, value: str) -> None:
        row = row_of(corpus, shown.id)
        if act in ("content", "speaker", "both"):
            _mark(corpus, row, act, value)
        else:
            who_said.acted(corpus, row, act, value)

    who_said.missed()
    of_rows = zip(drawn, rows, passages_of(corpus, rows), strict=True)
    quote_cards([_card(corpus, r, p, checks.get(i)) for i, r, p in of_rows], "checks.cards", acted)


def _card(corpus: Corpus, row: int, passage: Passage, check: Check | None) -> Card:
    check = check or Check()
    names = kept(corpus, np.array([row]), "quotes.names", (), lambda: who_said.names(corpus, row))
    more = {"names": names, "found": who_said.found(row)}
    return card(corpus, row, passage, checked=True, content=check.content, right_speaker=check.speaker, **more)


def _whole(check: Check | None) -> bool:
    return check is not None and check.content is not None and check.speaker is not None


def _shares(checks: list[Check], size: int) -> None:
    """What the marks say: three shares with their ranges."""
    shares = {
        "content": _share([c.content for c in checks]),
        "speaker": _share([c.speaker for c in checks]),
        "both": _share([c.content and c.speaker for c in checks if _whole(c)]),
    }
    if any(share.n for share in shares.values()):
        with st.container(horizontal=True, gap="medium"):
            for part, share in shares.items():
                with st.container(width=172, gap=None):
                    st.metric(_PARTS[part], f"{100 * share.value:.0f}%" if share.n else "–")
                    st.caption(_range(share))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        marked = len(checks)
        if marked:
            words = f"From {many(marked, 'quotation')} checked of {size:,} shown."
            words += " Check more to narrow the range." if marked < 100 else ""
        else:
            words = f"Nothing is checked yet of the {many(size, 'quotation')} shown. Twenty take about five minutes."
        st.caption(words, width="content")
        with st.popover("What counts as right", type="tertiary"):
            st.markdown(HELP)


def _share(marks: list[bool | None]) -> Share:
    known = [m for m in marks if m is not None]
    return wilson(sum(known), len(known))


def _range(share: Share) -> str:
    if not share.n:
        return "not checked yet"
    return f"{share.right:,} of {share.n:,} · probably {100 * share.low:.0f} to {100 * share.high:.0f}%"


def _held(corpus: Corpus) -> dict[str, Check]:
    """Quote id → marks, of what this pile holds."""
    book = data.checks()
    went = {i: r.to for i, r in data.opened().redirects.items() if r.to}
    return book.held(lambda q: _now(corpus, q), went) if book else {}


def _now(corpus: Corpus, q: Quotation) -> tuple[str, str]:
    """The id that a quotation has now and the speaker found for it; ('', '') where the pile no longer has the words."""
    row = row_of(corpus, q.id)
    if row < 0 or who_said.quotation(corpus, row).words != q.words or corpus.quotes.article_id.iat[row] != q.article:
        article = corpus.article_row(q.article)
        if article < 0:
            return "", ""
        numbers = np.unique(corpus.quotation[corpus.rows_of("quotes", article)])
        among = [who_said.quotation(corpus, int(corpus.quote_first[n])) for n in numbers]
        row = row_of(corpus, same(q, among, exact=True))
    return (corpus.quotes.quote_id.iat[row], _found(row)) if row >= 0 else ("", "")


def _found(row: int) -> str:
    """The speaker that was found, whatever a reader put in its place."""
    q = data.opened().found.iloc[row]
    return q.speaker_entity_id or q.speaker


def _mark(corpus: Corpus, row: int, act: str, value: str) -> None:
    book = data.checks()
    if book is None or value not in ("right", "wrong", ""):
        return
    right = None if not value else value == "right"
    parts = {"content": right, "speaker": right} if act == "both" else {act: right}
    book.mark(who_said.quotation(corpus, row), _found(row), parts, who_said.visitor())
    state.remember("checks.marked", state.recall("checks.marked", 0) + 1)


def _undo() -> None:
    book = data.checks()
    if book is None or not book.undo(who_said.visitor()):
        state.remember("checks.marked", 0)
    else:
        state.remember("checks.marked", max(0, state.recall("checks.marked", 0) - 1))

"""Why mentions are one name: the reason of every join; and names that more than one bears, said so."""

from __future__ import annotations

from collections import Counter

import numpy as np
import streamlit as st

from dateline.corpus import Corpus
from dateline.web import state
from dateline.web.kept import kept
from dateline.web.words import many, plain

_NONE = np.empty(0, np.int32)
_MOST, _BEARERS = 40, 6
Join = tuple[str, str, int]
"""How it is written, why it is this name ('' where it is the name itself), how many mentions."""


def joins(corpus: Corpus, code: int) -> list[Join]:
    """The joins of an entity (code), the commonest first."""
    rows = corpus.by_entity.of_code(code)
    pairs = zip(corpus.mentions.text.iloc[rows], corpus.mentions.reason.iloc[rows], strict=True)
    counts = Counter((" ".join(t.split()), why) for t, why in pairs)
    return [(t, why, n) for (t, why), n in sorted(counts.items(), key=lambda x: (-x[1], x[0]))]


def draw(corpus: Corpus, code: int) -> None:
    """Draw a button that opens the reasons; nothing where every mention is the name itself."""
    found = kept(corpus, _NONE, "joins", (code,), lambda: joins(corpus, code))
    reasoned = [j for j in found if j[1]]
    if not reasoned:
        return
    with st.popover("Why these are one", type="tertiary", icon=":material/link:", width="content"):
        lines = ["| Written | Why it is this name | Mentions |", "| --- | --- | ---: |"]
        for written, why, n in found[:_MOST]:
            said = why or ("the name itself" if written == corpus.entities.entity.iat[code] else "the same name")
            lines.append(f"| {plain(written, 60)} | {plain(said, 160)} | {n:,} |")
        st.markdown("\n".join(lines))
        if len(found) > _MOST:
            left = sum(n for *_, n in found[_MOST:])
            st.caption(f"And {many(left, 'more mention')} for other reasons.")
        st.caption("Each passage says it too. A join that is wrong can be taken apart: Put right, Split.")


def doubt(corpus: Corpus, code: int) -> None:
    """Say that a bare surname has several bearers and was left on its own, with those it may be."""
    found = kept(corpus, _NONE, "joins", (code,), lambda: joins(corpus, code))
    open_ = sum(n for _, why, n in found if why.startswith(("ambiguous", "surname alone")))
    if not open_:
        return
    e = corpus.entities
    others = kept(corpus, _NONE, "bearers", (code,), lambda: _bearers(corpus, code))
    total = int(e.mentions.iat[code])
    if 2 * open_ < total:
        be = "is" if open_ == 1 else "are"
        st.caption(f"{open_:,} of {many(total, 'mention')} {be} a bare surname that may be another person's.")
        return
    which = "It is" if open_ == total else f"{open_:,} of {many(total, 'mention')} are"
    st.info(
        f"{which} a bare surname that more than one person bears. The articles do not say who is meant, so it is left "
        "on its own. It may be:" if others else
        f"{which} a surname whose bearer the articles do not tell, so it is left on its own.",
        icon=":material/help:",
    )  # fmt: skip
    if others:
        with st.container(horizontal=True, gap="small"):
            for c in others:
                st.button(
                    f"{plain(e.entity.iat[c], 60)} ({e.mentions.iat[c]:,})",
                    key=f"bearer.{e.entity_id.iat[c]}",
                    on_click=lambda c=c: state.change(id=str(e.entity_id.iat[c])),
                )


def _bearers(corpus: Corpus, code: int) -> list[int]:
    """People whose name ends or begins with the words of this one, the oftenest mentioned first."""
    e = corpus.entities
    bare = e.entity.iat[code].casefold()
    people = np.flatnonzero((e.label == "PERSON").to_numpy())
    names = e.entity.iloc[people].str.casefold()
    hit = (names.str.endswith(f" {bare}") | names.str.startswith(f"{bare} ")).to_numpy()
    found = people[hit]
    return found[np.argsort(-e.mentions.to_numpy()[found], kind="stable")][:_BEARERS].tolist()

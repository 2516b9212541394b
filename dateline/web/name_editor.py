"""Putting one name right: merge, split, rename, change its kind, hide; each says beforehand what it will do."""

from __future__ import annotations

import numpy as np
import streamlit as st

from dateline.corpus import Corpus
from dateline.counts.units import total
from dateline.schema import LABELS
from dateline.web import name_split, state
from dateline.web.kept import kept
from dateline.web.labels import KIND_WORDS, LABEL_WORDS
from dateline.web.name_acts import act, thing, undo
from dateline.web.names import apart, name_picker
from dateline.web.words import many, plain

_DO = {"merge": "Merge", "split": "Split", "rename": "Rename", "kind": "Kind", "hide": "Hide"}
_NONE = np.empty(0, np.int32)
_LIKE = 12


def draw(corpus: Corpus, code: int) -> None:
    """Draw the editor of an entity (code)."""
    e = corpus.entities.iloc[code]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader(plain(e.entity), anchor=False, width="content")
        st.space("stretch")
        st.button("Open its page", icon=":material/person:", key="edit.open",
                  on_click=lambda: state.jump("entity", id=e.entity_id))  # fmt: skip
        st.button("All names", icon=":material/list:", type="tertiary", key="edit.close",
                  on_click=lambda: state.change(id="", others=(), view="all names"))  # fmt: skip
    facts = [LABEL_WORDS.get(e.label, e.label), f"{many(e.mentions, 'mention')} in {many(e.articles, 'article')}"]
    if len(e.aliases) > 1:
        facts.append("written " + ", ".join(f"“{a}”" for a in e.aliases[:8]) + (" …" if len(e.aliases) > 8 else ""))
    st.caption(plain(" · ".join(facts), 500))
    do = st.segmented_control(
        "What to do", list(_DO), format_func=_DO.get, required=True, label_visibility="collapsed", **state.bound("do")
    )
    {"merge": _merge, "split": name_split.draw, "rename": _rename, "kind": _kind, "hide": _hide}[do](corpus, code)


def hidden(entity_id: str, name: str, actions: list) -> None:
    """Say that a name is hidden, and how to show it again."""
    st.info(f"“{plain(name)}” is hidden: it stands on no page.", icon=":material/visibility_off:")
    number = next((a.id for a in reversed(actions) if a.kind == "hide" and a.things[0].name == name), 0)
    number = number or next(
        (a.id for a in reversed(actions) if a.kind == "hide" and entity_id in {t.id for t in a.things}), 0
    )
    with st.container(horizontal=True, gap="small"):
        st.button("Show it again", icon=":material/visibility:", disabled=not number, on_click=undo, args=(number,))
        st.button("All names", type="tertiary", icon=":material/list:",
                  on_click=lambda: state.change(id="", view="all names"))  # fmt: skip


def _merge(corpus: Corpus, code: int) -> None:
    """Others that are the same thing, which name stays, and what comes of it."""
    mine = str(corpus.entities.entity_id.iat[code])
    st.markdown("**Which other names are the same?**")
    name_picker(corpus, "others", "The same", empty="Choose names, or type a part of one")
    chosen = [c for c in (corpus.entity_code(i) for i in state.get("others")) if c >= 0 and c != code]
    like = [c for c in kept(corpus, _NONE, "names like", (code,), lambda: _like(corpus, code)) if c not in chosen]
    if like:
        ids = corpus.entities.entity_id
        names = {
            str(ids.iat[c]): f"{corpus.entities.entity.iat[c]} ({corpus.entities.mentions.iat[c]:,})" for c in like
        }

        def add() -> None:
            if got := state.value_of("names.like"):
                state.change(others=(*state.get("others"), got))

        st.pills(
            "Written alike",
            list(names),
            format_func=lambda i: plain(names[i], 60),
            **state.seeded("names.like", None, add),
        )
    if not chosen:
        return
    every = [code, *chosen]
    part = corpus.entities.iloc[every]
    labels = dict(zip(every, apart(corpus, dict(zip(part.entity_id, part.entity, strict=True))).values(), strict=True))
    stays = st.radio(
        "Which name stays", every, format_func=lambda c: plain(labels[c]), horizontal=True, key=f"names.stays.{mine}"
    )  # fmt: skip
    articles = np.unique(np.concatenate([corpus.entity_articles.of_code(c) for c in every]))
    together = sum(
        len(np.intersect1d(corpus.entity_articles.of_code(code), corpus.entity_articles.of_code(c), assume_unique=True))
        for c in chosen
    )
    mentions = int(corpus.entities.mentions.iloc[every].sum())
    words = f"One name with {many(mentions, 'mention')} in {many(total(corpus, articles, 'articles'), 'article')}."
    if together:
        words += f" {many(together, 'article')} name both: make sure that they are one."
    st.caption(words)

    def merge() -> None:
        into = thing(corpus, stays)
        others = [thing(corpus, c) for c in every if c != stays]
        act(lambda book: book.merge(others, into=into), others=(), id=into.id)

    st.button(f"Merge {len(every)} names into one", type="primary", icon=":material/merge:", on_click=merge)


def _like(corpus: Corpus, code: int) -> list[int]:
    """Names that share a longer word with this one's, the oftenest mentioned first."""
    e = corpus.entities
    words = {w.casefold() for a in (e.entity.iat[code], *e.aliases.iat[code][:6]) for w in a.split() if len(w) > 3}
    if not words:
        return []
    names = e.entity.str.casefold()
    hit = np.zeros(len(e), bool)
    for w in sorted(words)[:12]:
        hit |= names.str.contains(w, regex=False).to_numpy()
    hit[code] = False
    found = np.flatnonzero(hit)
    return found[np.argsort(-e.mentions.to_numpy()[found], kind="stable")][:_LIKE].tolist()


def _rename(corpus: Corpus, code: int) -> None:
    e = corpus.entities.iloc[code]
    name = st.text_input("Its name", e.entity, max_chars=200, key=f"names.rename.{e.entity_id}", width=420)
    others = [a for a in e.aliases if a != e.entity][:10]
    if others:
        st.caption(plain("Articles write it: " + ", ".join(others)))

    def rename() -> None:
        new = " ".join((state.value_of(f"names.rename.{e.entity_id}") or "").split())
        act(lambda book: book.rename(thing(corpus, code), new))

    st.button("Rename", type="primary", disabled=" ".join(name.split()) in ("", e.entity), on_click=rename)


def _kind(corpus: Corpus, code: int) -> None:
    e = corpus.entities.iloc[code]
    widget = f"names.kind.{e.entity_id}"
    known = list(LABELS)
    label = st.selectbox(
        "What it is", known, index=known.index(e.label) if e.label in known else 0, format_func=KIND_WORDS.get,
        key=widget, width=420,
    )  # fmt: skip
    st.caption("All its mentions get this kind, those loaded later too.")

    def retype() -> None:
        act(lambda book: book.retype(thing(corpus, code), state.value_of(widget)))

    st.button("Change its kind", type="primary", disabled=label == e.label, on_click=retype)


def _hide(corpus: Corpus, code: int) -> None:
    e = corpus.entities.iloc[code]
    st.caption(
        "A hidden name stands in no list, chart or picker: for what is no name at all, or only in the way. "
        "The articles stay as they are, and it can be shown again."
    )

    def hide() -> None:
        act(lambda book: book.hide([thing(corpus, code)]))

    st.button(f"Hide “{plain(e.entity, 60)}”", type="primary", icon=":material/visibility_off:", on_click=hide)

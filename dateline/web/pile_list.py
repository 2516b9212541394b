"""Piles: what there is, how large; open, name, share, delete, make a new one."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from dateline import piles, work
from dateline.errors import DatelineError
from dateline.piles import Pile
from dateline.web import data, state
from dateline.web.components.copy_link import copy_link
from dateline.web.words import many, on_day, plain


def draw() -> None:
    """Draw the view."""
    for pile in piles.piles():
        with st.container(border=True, key=f"pile-{pile.id}"):
            _pile(pile)
    with st.form("new", border=False, clear_on_submit=True), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input("A new pile", key="new.name", placeholder="Its name", max_chars=80, width=320)
        st.form_submit_button("Make it", icon=":material/add:", on_click=_make)
    if problem := state.recall("load.problem"):
        st.error(plain(problem), icon=":material/error:")
        state.remember("load.problem", None)


def _pile(pile: Pile) -> None:
    here, now = pile.id == state.pile(), work.status(pile)
    counts = data.manifest(pile).get("counts", {})
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="small"):
        with st.container(width="content", gap=None):
            st.markdown(f"**{plain(pile.name)}**" + (" · shown now" if here else ""))
            facts = [many(counts.get("articles", 0), "article"), _size(pile.size())]
            if counts.get("stories"):
                facts.insert(1, many(counts["stories"], "distinct story", "distinct stories"))
            if pile.created:
                facts.append(f"made {_day(pile.created)}")
            if now.busy:
                facts.append("being read now")
            elif work.waiting(pile):
                facts.append("not wholly read")
            st.caption(" · ".join(facts))
            if pile.note:
                st.caption(plain(pile.note))
        # the buttons keep together where there is no room beside the facts
        with st.container(horizontal=True, width="content", gap="small"):
            st.button("Open", key=f"open.{pile.id}", on_click=_open, args=(pile.id,), disabled=here)
            articles = counts.get("articles", 0)
            copy_link(pile.id, pile.version, articles, label="Copy its link", key=f"link.{pile.id}", page="")
            with st.popover("More", icon=":material/more_horiz:"):
                _more(pile)


def _more(pile: Pile) -> None:
    widget = state.seeded(
        f"rename.{pile.id}", pile.name, lambda: pile.rename(state.value_of(f"rename.{pile.id}") or pile.name)
    )
    st.text_input("Name", max_chars=80, **widget)
    sure = st.checkbox("Delete it, with all tags, notes and corrections", key=f"sure.{pile.id}")
    st.button(
        "Delete the pile",
        icon=":material/delete:",
        key=f"delete.{pile.id}",
        disabled=not sure,
        on_click=_delete,
        args=(pile,),
    )


def _size(n: int) -> str:
    return f"{n / 1e9:.1f} GB" if n >= 1e9 else f"{n / 1e6:.1f} MB" if n >= 1e5 else f"{max(1, round(n / 1e3))} kB"


def _day(iso: str) -> str:
    try:
        return on_day(datetime.fromisoformat(iso).astimezone().date(), short=True)
    except ValueError:
        return iso[:10]


def _make() -> None:
    try:
        made = piles.create(state.value_of("new.name") or "")
    except DatelineError as e:
        state.remember("load.problem", str(e))
        return
    state.open_pile(made.id)
    state.change(view="add")


def _open(pile_id: str) -> None:
    state.open_pile(pile_id)
    state.jump("front")


def _delete(pile: Pile) -> None:
    work.cancel(pile)
    data.forget(pile.id)
    try:
        pile.delete()
    except OSError as e:
        state.remember("load.problem", f"“{pile.name}” could not be deleted ({e.strerror or e}): try again")
        return
    if pile.id == state.pile():
        state.open_pile(data.default_pile())
        state.change(view="piles")

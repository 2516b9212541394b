"""Changing topics: rename, merge, split, exclude, make anew; undo; and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pandas as pd
import streamlit as st

from dateline import work
from dateline.corpus import Corpus
from dateline.corrections.retopic import leaves_of
from dateline.corrections.topics import LONGEST, Edit, TopicEdits
from dateline.errors import DatelineError
from dateline.web import data, state
from dateline.web.tables import Col, table
from dateline.web.topic_lines import Opened
from dateline.web.words import many, plain

_SHOWN = 12
"""Edits listed in the history."""
_LATER = ("split", "refit")
"""Edits that need a new version of the pile."""
_WAS = {"kept": "as before", "renamed": "renamed", "new": "new", "gone": "gone"}


def names(corpus: Corpus) -> dict[int, str]:
    """The topics that there are: number → name."""
    return dict(zip(corpus.topics.topic_id.astype(int).tolist(), corpus.topics.topic, strict=True))


def excluded_all() -> bool:
    """Whether there are no topics because readers excluded them."""
    edits = data.topic_edits()
    return edits is not None and any(e.kind == "exclude" for e in edits.standing())


# -- one topic --------------------------------------------------------------------------------------------------------


def editor(corpus: Corpus, opened: Opened, articles: int) -> None:
    """Draw the button that opens the means to change a topic or theme, and what went wrong with the last try."""
    edits = data.topic_edits()
    if edits is None:
        return
    with st.popover("Change", icon=":material/edit:", key="topic.change"):
        _rename(corpus, opened, edits)
        if opened.kind == "topic":
            _merge(corpus, opened, edits)
            _split(corpus, opened, edits)
            st.button(
                "Exclude this topic",
                icon=":material/block:",
                key="edit.exclude",
                help="Its articles stay in the pile, without a topic; so do later ones like them. It can be undone.",
                on_click=_do,
                args=(lambda: edits.exclude(opened.code, names(corpus)),),
                kwargs={"then": ""},
            )
    _undo_button(edits)
    _problem()


def _rename(corpus: Corpus, opened: Opened, edits: TopicEdits) -> None:
    key = f"edit.name.{opened.key}"
    with st.form("edit.rename", border=False):
        st.text_input("Name", opened.name, max_chars=LONGEST, key=key)

        def save() -> None:
            name = state.value_of(key) or ""
            if opened.kind == "theme":
                titles = dict(zip(corpus.topics.theme_id.astype(int).tolist(), corpus.topics.theme, strict=True))
                _do(lambda: edits.rename_theme(opened.code, name, titles))
            else:
                _do(lambda: edits.rename(opened.code, name, names(corpus)))

        st.form_submit_button("Save the name", type="primary", on_click=save)


def _merge(corpus: Corpus, opened: Opened, edits: TopicEdits) -> None:
    known = names(corpus)
    others = [t for t in known if t != opened.code]
    if not others:
        return
    key = f"edit.with.{opened.key}"
    st.multiselect(
        "Put together with", others, format_func=lambda t: known.get(t, str(t)), key=key, placeholder="Other topics"
    )
    st.button(
        "Make one topic of them",
        icon=":material/merge:",
        key="edit.merge",
        help="It keeps this topic’s name and theme.",
        on_click=lambda: _do(lambda: edits.merge([opened.code, *(state.value_of(key) or ())], names(corpus))),
    )


def _split(corpus: Corpus, opened: Opened, edits: TopicEdits) -> None:
    size = int(corpus.topics.articles[corpus.topics.topic_id == opened.code].iloc[0])
    most = min(5, size // 2)
    if most < 2:
        return
    key = f"edit.into.{opened.key}"
    st.segmented_control(
        "Split into", range(2, most + 1), default=2, required=True, key=key,
        format_func=lambda n: f"{n} topics",
    )  # fmt: skip
    st.button(
        "Split by what its articles are about",
        icon=":material/call_split:",
        key="edit.split",
        help="Done in the background: the pile is put together anew, which takes a moment.",
        on_click=lambda: _do(
            lambda: edits.split(opened.code, int(state.value_of(key) or 2), names(corpus)), later=True, then=""
        ),
    )


# -- all of them ------------------------------------------------------------------------------------------------------


def bar(corpus: Corpus) -> None:
    """Draw what stands over the list: undo, history, making topics anew; and what is waited for."""
    edits = data.topic_edits()
    if edits is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(
            "A topic opens its articles, people and words. “Only this” narrows every page to it.", width="stretch"
        )
        _undo_button(edits)
        _history(edits)
        _anew(corpus, edits)
    _problem()
    if waiting := data.opened().waiting:
        said = "; ".join(_asked(e) for e in waiting)
        here = data.pile()
        busy = here is not None and work.status(here).busy
        with st.container(horizontal=True, vertical_alignment="center"):
            st.info(
                f"Under way: {plain(said, 300)}. It shows when the pile is put together.", icon=":material/hourglass:"
            )
            if not busy and here is not None:
                st.button("Do it now", key="edits.now", on_click=work.start, args=(here,))
    elif advice := _advice(corpus):
        st.info(advice, icon=":material/update:")


def _asked(e: Edit) -> str:
    return e.said if e.kind != "refit" else "topics are made anew"


def _undo_button(edits: TopicEdits) -> None:
    standing = edits.standing()
    if standing:
        last = standing[-1]
        st.button(
            "Undo",
            icon=":material/undo:",
            type="tertiary",
            key="edits.undo",
            help=plain(last.said, 200),
            on_click=lambda: _do(edits.undo, later=last.kind in _LATER),
        )


def _history(edits: TopicEdits) -> None:
    history = edits.history()
    if not history:
        return
    notes = edits.notes()
    with st.popover("History", icon=":material/history:", type="tertiary", key="edits.history"):
        taken = [e for e in history if e.undone and e.id not in notes]
        if taken:
            st.button("Redo", icon=":material/redo:", key="edits.redo",
                      on_click=lambda: _do(edits.redo, later=any(e.kind in _LATER for e in taken)))  # fmt: skip
        for e in history[:_SHOWN]:
            why = notes.get(e.id, {}).get("why", "")
            told = f" It could not be done: {why}." if why else " (taken back)" if e.undone else ""
            st.markdown(plain(e.said + told, 400))
            st.caption(_when(e.at))
        if len(history) > _SHOWN:
            st.caption(f"and {len(history) - _SHOWN:,} earlier")


def _when(at: str) -> str:
    try:
        when = datetime.fromisoformat(at)
    except ValueError:
        return ""
    return f"{when.day} {when:%B %Y, %H:%M} UTC"


def _anew(corpus: Corpus, edits: TopicEdits) -> None:
    if not len(corpus):
        return
    with st.popover("Make anew", icon=":material/refresh:", type="tertiary", key="edits.anew"):
        st.markdown(
            "Topics hold still: new articles join those that there are. Made anew, they are found again from all "
            "articles. Topics that are found again keep their numbers and names; so does what was merged, split or "
            "excluded. A summary says what moved, and it can be undone."
        )
        st.number_input("How many topics", 0, 200, 0, key="edits.wanted", help="0: as many as suit the pile")
        st.button(
            "Make topics anew",
            type="primary",
            key="edits.refit",
            on_click=lambda: _do(lambda: edits.refit(int(state.value_of("edits.wanted") or 0)), later=True),
        )


def _advice(corpus: Corpus) -> str:
    leaves = leaves_of(corpus.leaves, corpus.topics)
    fitted = int(leaves.fitted.max()) if len(leaves) else -1
    if fitted < 1 or len(corpus) < 2 * fitted:
        return ""
    return (
        f"The topics were made from {many(fitted, 'article')}, and the pile now holds {len(corpus):,}. Make them anew "
        "to have topics for what came since."
    )


def summary(corpus: Corpus) -> None:
    """Say what moved when topics were last made anew."""
    edits = data.topic_edits()
    if edits is None:
        return
    notes, last = edits.notes(), [e for e in edits.standing() if e.kind == "refit"]
    told = notes.get(last[-1].id) if last else None
    if not told or "sentence" not in told:
        return
    with st.expander(f"When topics were made anew: {plain(told['sentence'], 300)}"):
        frame = pd.DataFrame(told["topics"])
        frame = frame.assign(was=frame.was.map(_WAS).fillna(frame.was), moved=frame.before - frame.stayed)
        columns = (
            Col("topic", "Topic", width="large"),
            Col("was", "It is", width="small"),
            Col("before", "Articles before", "number", width="small"),
            Col("after", "Articles now", "number", width="small"),
            Col("stayed", "In both", "number", width="small"),
            Col("moved", "Moved away", "number", width="small"),
        )
        row = table("What moved", frame, columns, key="edits.moved", row_id="topic_id")
        if row and row.isdigit() and int(row) in names(corpus):
            st.button(f"Open “{plain(names(corpus)[int(row)], 80)}”", key="edits.moved.open",
                      on_click=lambda: state.change(open=str(int(row)), row=""))  # fmt: skip


# -- doing ------------------------------------------------------------------------------------------------------------


def _do(act: Callable[[], object], later: bool = False, then: str | None = None) -> None:
    """Make an edit and say what is wrong with it if it cannot be made; for callbacks. ``later``: the pile is to be put
    together anew for it; ``then``: what is opened afterwards."""
    try:
        act()
    except DatelineError as e:
        state.remember("topics.problem", str(e))
        return
    here = data.pile()
    if later and here is not None:
        work.start(here)
    if then is not None:
        state.change(open=then)


def _problem() -> None:
    """Say once what went wrong."""
    problem = state.recall("topics.problem", "")
    if problem:
        st.error(plain(problem[:1].upper() + problem[1:]), icon=":material/error:")
        state.remember("topics.problem", "")

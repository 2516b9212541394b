"""The Timelines page: swimlanes of names over time, on two clocks; a marker opens its passages."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from dateline.corpus import Corpus
from dateline.counts.timeline import Lane, Timeline, behind
from dateline.counts.top import KINDS, top_entities
from dateline.web import moments, notices, peaks, ranges, state, swimlanes
from dateline.web.components.peaks import peak_list
from dateline.web.empty_lanes import absent, say_why
from dateline.web.kept import kept
from dateline.web.kept import line as counted
from dateline.web.names import apart, name_picker
from dateline.web.words import many, plain

MOST_LANES = 12


def draw(corpus: Corpus, rows: np.ndarray) -> None:
    """Draw the page."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.title("Timelines", anchor=False, width="content")
        st.space("stretch")
        st.button(
            "Put names right",
            icon=":material/group:",
            type="tertiary",
            on_click=state.jump,
            args=("corrections",),
            help="Merge, split, rename or hide names",
        )
    if not len(rows):
        notices.nothing(corpus)
        return
    _pickers(corpus)
    chosen = _chosen(corpus, rows)
    if not len(chosen):
        st.info("No names of this kind in the articles shown.", icon=":material/person_off:")
        return
    clock = state.get("clock")
    line = counted(
        corpus,
        rows,
        tuple(Lane("entity", int(c)) for c in chosen.code),
        clock=clock,
        grain=ranges.grain(),
        span=ranges.span(corpus, clock),
        own_day=swimlanes.own_day(),
        reach=ranges.reach(),
    )
    if line is None:
        _nothing_dated()
        return
    chosen = chosen.assign(note=absent(corpus, rows, chosen, line))
    lane = _lane(chosen, line)
    found = peaks.found(corpus, rows, line, lane, state.lens().scale == "share")
    swimlanes.draw(corpus, rows, chosen, line, lane, found)
    say_why(corpus, rows, chosen)
    if swimlanes.mark(corpus) is None:
        _peaks(corpus, chosen, line, lane, found)
    else:
        passages, beside = st.columns([0.62, 0.38], gap="large")
        with passages:
            _behind(corpus, rows, line)
        with beside:
            _peaks(corpus, chosen, line, lane, found)
    peaks.compare(corpus, rows, clock, line.periods.grain, swimlanes.own_day())


def _pickers(corpus: Corpus) -> None:
    """Which names: by search, by kind, or those most in the news."""
    name_picker(corpus, "lane", "Names", most=MOST_LANES, empty="Those most in the news, or choose up to 12")
    if state.get("lane"):
        return
    words = {"all": "All kinds", **{k: k.capitalize() for k in KINDS}}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.pills(
            "Kind",
            list(words),
            format_func=words.get,
            required=True,
            label_visibility="collapsed",
            **state.bound("kind"),
        )
        st.space("stretch")
        st.selectbox(
            "How many names",
            range(1, MOST_LANES + 1),
            format_func=lambda n: many(n, "name"),
            width=130,
            label_visibility="collapsed",
            **state.bound("lanes"),
        )


def _chosen(corpus: Corpus, rows: np.ndarray) -> pd.DataFrame:
    """The lanes: entity_id, entity, label, code; those asked for, else the top ones of the kind."""
    wanted = [corpus.entity_code(i) for i in state.get("lane")]
    wanted = [c for c in wanted if c >= 0][:MOST_LANES]
    columns = ["entity_id", "entity", "label"]
    if wanted:
        return corpus.entities.iloc[wanted][columns].assign(code=wanted).reset_index(drop=True)
    labels, unit = KINDS.get(state.get("kind"), ()), state.lens().unit
    limit = min(max(1, state.get("lanes")), MOST_LANES)
    settings = {"unit": unit, "labels": labels, "limit": limit}
    return kept(corpus, rows, "top", tuple(settings.values()), lambda: top_entities(corpus, rows, **settings))


def _nothing_dated() -> None:
    if state.get("clock") == "happened":
        st.info("No dates are named beside these names in the articles shown.", icon=":material/event_busy:")
        swimlanes.own_day_box()
        return
    words = "None of the articles shown has a date of publication. Dates can be set on the Load page."
    st.info(words, icon=":material/event_busy:")
    st.button("Set dates", on_click=state.jump, args=("load",), kwargs={"view": "articles"})


def _lane(chosen: pd.DataFrame, line: Timeline) -> int:
    """The lane whose peaks are shown: the one asked for, else the first that is not empty."""
    at = np.flatnonzero((chosen.entity_id == state.get("peaks")).to_numpy())
    full = np.flatnonzero(line.counts.any(1))
    return int(at[0] if len(at) else full[0] if len(full) else 0)


def _behind(corpus: Corpus, rows: np.ndarray, line: Timeline) -> None:
    """The passages behind the marker that was clicked."""
    mark = swimlanes.mark(corpus)
    if mark is None:
        return
    code, days = mark
    name = corpus.entities.entity.iat[code]
    st.subheader(f"{plain(name)}, {ranges.words_of(days)}", anchor=False)
    found = behind(
        corpus,
        rows,
        Lane("entity", code),
        days,
        clock=line.clock,
        grain=line.periods.grain,
        own_day=swimlanes.own_day(),
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        has = peaks.pinned(corpus, code, days)
        st.button(
            "Let go" if has else "Pin",
            icon=":material/keep:",
            type="tertiary",
            key="mark.pin",
            help="Keep it in view, to compare it with another",
            on_click=peaks.toggle,
            args=(corpus, code, days),
        )
        st.button("Open its page", icon=":material/person:", type="tertiary", key="mark.open",
                  on_click=lambda: state.jump("entity", id=corpus.entities.entity_id.iat[code]))  # fmt: skip
        st.button("Close", icon=":material/close:", type="tertiary", key="mark.close",
                  on_click=lambda: state.change(mark=()))  # fmt: skip
    if not len(found):
        st.info("No passages: the filters have changed since this marker was clicked.", icon=":material/search_off:")
        return
    moments.show(corpus, line.clock, code, found.row.to_numpy(), "behind")


def _peaks(corpus: Corpus, chosen: pd.DataFrame, line: Timeline, lane: int, found: pd.DataFrame) -> None:
    """The peaks of one lane; the lane is chosen here."""
    ids = chosen.entity_id.tolist()
    names = apart(corpus, dict(zip(ids, chosen.entity, strict=True)))
    widget = state.seeded("timelines.peaks", ids[lane], lambda: state.change(peaks=state.value_of("timelines.peaks")))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader("Peaks of", anchor=False, width="content")
        st.selectbox("Peaks of", ids, format_func=names.get, label_visibility="collapsed", width=260, **widget)
        st.button(
            "Its page",
            icon=":material/person:",
            type="tertiary",
            key="peaks.open",
            on_click=lambda: state.jump("entity", id=ids[lane]),
        )
        with st.popover("What is a peak", type="tertiary"):
            st.markdown(peaks.HELP)
    if not len(found):
        st.caption(f"None: it was never well above its usual rate, by {line.periods.grain}.")
        return
    code = int(chosen.code.iat[lane])
    mark = swimlanes.mark(corpus)
    days = [peaks.days_of(p) for p in found.itertuples()]
    acts = [
        (
            ("read", "Read", mark == (code, d)),
            ("pin", "Pinned" if peaks.pinned(corpus, code, d) else "Pin", peaks.pinned(corpus, code, d)),
        )
        for d in days
    ]

    def acted(act: str, row: int) -> None:
        if act == "pin":
            peaks.toggle(corpus, code, days[row])
        else:
            state.change(mark=(ids[lane], *ranges.iso(days[row])))

    peak_list(peaks.listed(corpus, found, line.unit, acts), "peak_list", acted)

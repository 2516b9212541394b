"""How far the pile's build is: a line that renews itself each second and shows the new version when there is one."""

from __future__ import annotations

import streamlit as st

from dateline import work
from dateline.piles import Pile
from dateline.web import data
from dateline.web.words import many, plain
from dateline.work import Status

_STEADY = 8
"""Articles read before their pace is told: the first ones wait for the language model."""


def draw(here: Pile | None) -> None:
    """Draw the line while a build is under way; nothing otherwise. Articles appear as they are ready."""
    if here is None:
        return
    now = work.status(here)
    if not now.busy and now.state in ("done", "none") and work.wanted(here).exists():
        work.start(here)  # asked for at the very moment when the last build ended
        now = work.status(here)
    if now.busy:
        _watch(here.id, here.version)
    elif now.state == "failed":
        st.error(f"The pile could not be built. {plain(now.message)}", icon=":material/error:")
        st.button("Try again", on_click=work.start, args=(here,), key="progress.again")
    elif now.state in ("stopped", "interrupted"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.warning(f"{plain(now.message)} Some articles are not read yet.", icon=":material/pause_circle:")
            st.button("Go on", on_click=work.start, args=(here,), key="progress.on", icon=":material/play_arrow:")


@st.fragment(run_every="1s")
def _watch(pile_id: str, version: int) -> None:
    here = data.pile()
    if here is None or here.id != pile_id:
        return
    now = work.status(here)
    if not now.busy or here.version != version:
        st.rerun()
    known = data.manifest(here).get("counts", {}).get("articles", 0)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.progress(now.done / now.total if now.total else 0.0, text=_words(now, known))
        st.button("Stop", on_click=work.cancel, args=(here,), key="progress.stop", type="tertiary", width="content")


def _words(now: Status, known: int) -> str:
    """The line; ``known`` is how many articles the pile holds."""
    if now.state == "waiting":
        return "Starting …"
    if now.stage == "loading":
        rate = f", {now.rate:,.0f} a second" if now.rate >= 1 else ""
        file = f" ({plain(now.message, 60)})" if now.message else ""
        return f"Loading: {many(now.done, 'article')} so far{rate}{file}"
    if now.stage == "loaded":
        return "All is loaded: the articles can be read in a moment"
    if now.stage == "reading":
        steady = now.done >= _STEADY
        rate = f", {now.rate:.1f} a second" if steady else ""
        left = f", {_left(now.left)} left" if steady and now.left >= 0 and now.done < now.total else ""
        # after a stop, or where articles are added, some were read before
        still = " still to read" if now.total < known else ""
        what = f"{now.done:,} of {many(now.total, 'article')}{still}"
        return f"Reading names, quotations and dates: {what}{rate}{left}"
    return "Putting names, topics and stories together"


def _left(seconds: float) -> str:
    if seconds < 60:
        return f"about {max(1, round(seconds))} s"
    if seconds < 3600:
        return f"about {round(seconds / 60)} min"
    return f"about {seconds / 3600:.1f} h"

"""The peaks of a lane on a page: found, listed, opened, pinned, and two of them side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from dateline.corpus import Corpus
from dateline.counts.peaks import Label, label, peaks
from dateline.counts.periods import day_number
from dateline.counts.timeline import Lane, Timeline, behind
from dateline.counts.units import total
from dateline.figures.volume import LABEL
from dateline.web import moments, ranges, state
from dateline.web.components.peaks import Peak, peak_list
from dateline.web.kept import kept
from dateline.web.names import code_of
from dateline.web.words import many, plain

HELP = (
    "Stretches in which it ran well above its usual rate: the bursts of Kleinberg (2002), about 1.8 times the usual "
    "and more. Names and words are those much likelier in articles of the peak than in the others (log-odds, Monroe "
    "and others 2008); the headline is of its largest story."
)
_UNIT = {"articles": "article", "stories": "story", "outlets": "outlet"}


@dataclass(frozen=True, slots=True)
class Pin:
    """A stretch of days (day numbers) of a name (code) that is kept to compare."""

    entity: int
    days: tuple[int, int]


def found(corpus: Corpus, rows: np.ndarray, line: Timeline, lane: int, share: bool, limit: int = 5) -> pd.DataFrame:
    """The peaks of a lane, as ``counts.peaks``; on the happened clock against all dates named, or what was written
    last would always be the peak."""
    share = share or line.clock == "happened"
    edges = (int(line.periods.edges[0]), int(line.periods.edges[-1]))
    settings = (tuple(line.lanes[lane]), line.clock, line.unit, line.periods.grain, edges, line.with_own_day, share)
    return kept(corpus, rows, "peaks", settings, lambda: peaks(corpus, rows, line, lane, share=share, limit=limit))


def days_of(peak: object) -> tuple[int, int]:
    """First and last day (day numbers) of a row of ``found``."""
    return day_number(peak.start.date()), day_number(peak.end.date())


def short(peak: object) -> str:
    """What made a peak in two words, or in one where two are too long for a label: names first, then words."""
    one, *more = [*peak.names[:2], *peak.words][:2] or [""]
    both = ", ".join((one, *more))
    return both if len(both) <= LABEL else one


def listed(
    corpus: Corpus, table: pd.DataFrame, unit: str, acts: Sequence[Sequence[tuple[str, str, bool]]]
) -> list[Peak]:
    """The rows of the list, numbered; ``acts`` are the buttons of each."""
    out = []
    for n, (p, buttons) in enumerate(zip(table.itertuples(), acts, strict=True), start=1):
        size = f"{many(p.count, _UNIT[unit], unit)}, {p.ratio:.1f} times the usual"
        names = tuple((corpus.entities.entity_id.iat[e], name) for e, name in zip(p.entities, p.names, strict=True))
        out.append(_row(corpus, str(n), days_of(p), size, names, p.words, p.headline, p.row, buttons))
    return out


def _row(
    corpus: Corpus,
    sign: str,
    days: tuple[int, int],
    size: str,
    names: tuple[tuple[str, str], ...],
    words: Sequence[str],
    headline: str,
    row: int,
    acts: Sequence[tuple[str, str, bool]],
) -> Peak:
    article = corpus.articles.article_id.iat[row] if row >= 0 else ""
    return Peak(sign, ranges.words_of(days), size, names, tuple(words), headline, article, tuple(acts))


# -- pins ------------------------------------------------------------------------------------------------------------


def pins(corpus: Corpus) -> list[Pin]:
    """The pins of the address bar that are understood, two at most."""
    out = []
    for text in state.get("pin"):
        first, last, entity = ([*text.split("~", 2), "", ""])[:3]
        days, code = ranges.days((first, last)), code_of(corpus, entity)
        if days and code >= 0:
            out.append(Pin(code, days))
    return out[-2:]


def pinned(corpus: Corpus, entity: int, days: tuple[int, int]) -> bool:
    """Whether a stretch of a name is pinned."""
    return Pin(entity, days) in pins(corpus)


def toggle(corpus: Corpus, entity: int, days: tuple[int, int]) -> None:
    """Pin a stretch of a name, or let go of it; the older of two pins makes way. For callbacks."""
    now = pins(corpus)
    pin = Pin(entity, days)
    now = [p for p in now if p != pin] if pin in now else [*now, pin][-2:]
    state.change(pin=tuple(_text(corpus, p) for p in now))


def _text(corpus: Corpus, pin: Pin) -> str:
    return "~".join((*ranges.iso(pin.days), corpus.entities.entity_id.iat[pin.entity]))


def compare(corpus: Corpus, rows: np.ndarray, clock: str, grain: str, own_day: bool) -> None:
    """Draw the pinned stretches side by side: what made each, and its passages."""
    now = pins(corpus)
    if not now:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader("Pinned", anchor=False, width="content")
        if len(now) == 1:
            st.caption("Pin a second peak, of this name or another, to see both side by side.")
        st.space("stretch")
        st.button("Let go of both" if len(now) == 2 else "Let go", type="tertiary", icon=":material/keep_off:",
                  key="pins.clear", on_click=lambda: state.change(pin=()))  # fmt: skip
    for sign, pin, column in zip("AB", now, st.columns(len(now), gap="large"), strict=False):
        with column:
            _one(corpus, rows, pin, sign, clock, grain, own_day)


def _one(corpus: Corpus, rows: np.ndarray, pin: Pin, sign: str, clock: str, grain: str, own_day: bool) -> None:
    at = behind(corpus, rows, Lane("entity", pin.entity), pin.days, clock=clock, grain=grain, own_day=own_day)
    inside = np.unique(at.article.to_numpy())
    name = corpus.entities.entity.iat[pin.entity]
    st.markdown(f"**{plain(name)}**")
    unit = state.lens().unit
    settings = (pin.entity, pin.days, clock, grain, own_day)
    told: Label = kept(corpus, rows, "label", settings, lambda: label(corpus, inside, rows, without=(pin.entity,)))
    names = tuple((corpus.entities.entity_id.iat[e], n) for e, n in zip(told.entities, told.names, strict=True))
    size = f"{many(total(corpus, inside, unit), _UNIT[unit], unit)}"
    acts = (("unpin", "Let go", True),)
    row = _row(corpus, sign, pin.days, size, names, told.words, told.headline, told.row, acts)
    peak_list([row], f"pin.{sign}", lambda act, n: toggle(corpus, pin.entity, pin.days))
    if len(at):
        moments.show(corpus, clock, pin.entity, at.row.to_numpy(), f"pin.{sign}.passages", each=5)
    else:
        st.caption("No passages in the articles shown.")

"""Topics in lines, themes over topics; what the key ``open`` of the Topics page names; narrowing the lens to either."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import streamlit as st

from dateline.corpus import Corpus
from dateline.counts import topics as counts
from dateline.counts.topics import Sizes
from dateline.figures import text
from dateline.web import data, state
from dateline.web.components.topic_list import Line, topic_list
from dateline.web.kept import kept
from dateline.web.words import many, plain

NOWHERE = "Fit no topic"


@dataclass(frozen=True, slots=True)
class Opened:
    """What is opened: ``kind`` topic, theme or none; its number and name; the number of its theme."""

    kind: str
    code: int
    name: str
    theme: int = -1

    @property
    def key(self) -> str:
        """The value of the page's key ``open``."""
        return {"topic": str(self.code), "theme": f"theme-{self.code}", "none": "none"}[self.kind]

    def rows(self, corpus: Corpus, rows: np.ndarray) -> np.ndarray:
        """Its articles among the rows."""
        return counts.of_theme(corpus, rows, self.code) if self.kind == "theme" else counts.of_topic(
            corpus, rows, self.code
        )  # fmt: skip


def opened(corpus: Corpus, key: str | None = None) -> Opened | None:
    """What ``key`` (that of the page, unless given) names; None where it names nothing that there is.

    A topic that was merged is followed to the one that it is now.
    """
    key = state.get("open") if key is None else key
    if key == "none":
        return Opened("none", counts.NONE, NOWHERE)
    kind, number = ("theme", key.removeprefix("theme-")) if key.startswith("theme-") else ("", key)
    if not number.isascii() or not number.isdigit() or len(number) > 8:
        return None
    code = int(number)
    went = data.opened().went.get(code) if not kind else None
    if went is not None and len(went.to) == 1:
        code = went.to[0]
    found = corpus.topics[(corpus.topics.theme_id if kind else corpus.topics.topic_id) == code]
    if not len(found):
        return None
    t = found.iloc[0]
    return Opened("theme" if kind else "topic", code, t.theme if kind else t.topic, int(t.theme_id))


def gone() -> None:
    """Say that what the link opens is not here (any more)."""
    key = state.get("open")
    went = data.opened().went.get(int(key)) if key.isascii() and key.isdigit() and len(key) < 9 else None
    words = went.sentence if went else f"There is no topic “{plain(key, 40)}” in this pile (any more)."
    with st.container(horizontal=True, vertical_alignment="center"):
        st.warning(plain(went.sentence) if went else words, icon=":material/link_off:")
        st.button("Close", key="gone.open", on_click=lambda: state.change(open=""))


def sizes(corpus: Corpus, rows: np.ndarray) -> Sizes:
    """The sizes of topics and themes among the rows, in the unit of the lens."""
    unit = state.lens().unit
    return kept(corpus, rows, "topic sizes", (unit,), lambda: counts.sizes(corpus, rows, unit))


def grouped(found: Sizes) -> bool:
    """Whether themes say more than topics do: some theme has several topics, and there are several themes."""
    return len(found.themes) > 1 and bool((found.themes.topics > 1).any())


def rank(found: Sizes, theme: int) -> int:
    """Place of a theme among those of the pile, for its colour and mark."""
    ranks = dict(zip(found.themes.theme_id, found.themes["rank"], strict=True))
    return int(ranks.get(theme, 0))


def lines(found: Sizes, now: str = "") -> list[Line]:
    """The rows of the list: each theme with its topics under it, a theme of one topic as that topic alone."""
    lens = state.lens()
    out: list[Line] = []
    both = grouped(found)

    def share(count: int) -> str:
        return text.share(count / found.all) if found.all else ""

    for theme in found.themes.itertuples():
        mine = found.topics[found.topics.theme_id == theme.theme_id]
        under = both and len(mine) > 1
        if not theme.count and theme.theme_id not in lens.theme:
            continue
        if under:
            trend = found.theme_trends.get(int(theme.theme_id), ())
            out.append(
                Line("theme", theme.theme, f"theme-{theme.theme_id}", theme.count, share(theme.count), trend,
                     theme.rank, note=many(len(mine), "topic"), only=theme.theme_id in lens.theme,
                     now=now == f"theme-{theme.theme_id}")
            )  # fmt: skip
        for t in mine.itertuples():
            if t.count or t.topic_id in lens.topic:
                kind = "topic under" if under else "topic"
                out.append(
                    Line(kind, t.topic, str(t.topic_id), t.count, share(t.count),
                         found.trends.get(int(t.topic_id), ()), theme.rank, marked=not under,
                         only=t.topic_id in lens.topic, now=now == str(t.topic_id))
                )  # fmt: skip
    if found.none:
        out.append(
            Line("topic faint", NOWHERE, "none", found.none, share(found.none), (), -1, only=None, now=now == "none")
        )
    return out


def draw(corpus: Corpus, rows: np.ndarray, key: str, narrow: bool = False, only: int | None = None) -> None:
    """Draw the list; a row opens its topic, its button narrows the lens. ``only``: the topics of one theme."""
    found = sizes(corpus, rows)
    shown = lines(found)
    if only is not None:
        mine = {str(t) for t in found.topics.topic_id[found.topics.theme_id == only]}
        shown = [r for r in shown if r.open in mine]
    heads = ("Topic", "Over time", state.lens().unit.capitalize(), "Share")
    topic_list(
        shown,
        heads,
        key,
        on_open=lambda line: state.change(view="list", open=line.open, mark=()),
        on_only=lambda line: narrow_to(line.open),
        narrow=narrow,
    )


def narrow_to(key: str) -> None:
    """Narrow the lens to a topic or theme, or lift that filter; for callbacks."""
    lens = state.lens()
    theme = key.startswith("theme-")
    number = int(key.rpartition("-")[2])
    now = lens.theme if theme else lens.topic
    now = tuple(x for x in now if x != number) if number in now else (*now, number)
    state.change(lens.with_(theme=now) if theme else lens.with_(topic=now))

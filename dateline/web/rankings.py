"""Who is in the news and who is speaking: names with a small picture of each over time; a row opens its passages."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from dateline.corpus import Corpus
from dateline.counts.quotes import quoted
from dateline.counts.timeline import Lane
from dateline.counts.top import KINDS, top_entities
from dateline.lens import Lens
from dateline.web import state
from dateline.web.components.ranking import Ranked, ranking
from dateline.web.kept import kept
from dateline.web.kept import line as counted

_STEPS = 30
"""Bars of a small picture at most."""


def named(corpus: Corpus, rows: np.ndarray, kind: str = "all", limit: int = 12) -> pd.DataFrame:
    """Who is in the news among the article rows, as ``top_entities``; ``kind`` is "all" or one of ``top.KINDS``."""
    settings = {"unit": state.lens().unit, "labels": KINDS.get(kind, ()), "limit": limit}
    return kept(corpus, rows, "top", tuple(settings.values()), lambda: top_entities(corpus, rows, **settings))


def speaking(corpus: Corpus, rows: np.ndarray, limit: int = 12) -> pd.DataFrame:
    """Who is quoted most among the article rows, as ``counts.quotes.quoted``."""
    settings = {"unit": state.lens().unit, "limit": limit}
    return kept(corpus, rows, "quoted", tuple(settings.values()), lambda: quoted(corpus, rows, **settings))


def draw_named(
    corpus: Corpus,
    rows: np.ndarray,
    top: pd.DataFrame,
    key: str,
    *,
    lens: Lens | None = None,
    on_open: Callable[[str], None] | None = None,
    now: str = "",
) -> None:
    """Draw ``named``; a row opens the name's page at its passages, unless ``on_open`` (a callback, given the entity id)
    does something else. ``lens`` is that of the articles, ``now`` the id of the row that is open."""
    codes = tuple(int(c) for c in top.code)
    trends = kept(corpus, rows, "trends", (codes,), lambda: _trends(corpus, rows, codes))
    _draw(top, top.mentions, ("Mentions", "passages"), trends, key, lens, on_open, now)


def draw_speaking(
    corpus: Corpus,
    rows: np.ndarray,
    top: pd.DataFrame,
    key: str,
    *,
    lens: Lens | None = None,
    on_open: Callable[[str], None] | None = None,
    now: str = "",
) -> None:
    """Draw ``speaking``; a row opens the name's page at what it said; the rest as in ``draw_named``."""
    codes = tuple(int(c) for c in top.code)
    trends = kept(corpus, rows, "said", (codes,), lambda: _said(corpus, rows, codes))
    _draw(top, top.quotations, ("Quotations", "said"), trends, key, lens, on_open, now)


def _draw(
    top: pd.DataFrame,
    events: pd.Series,
    words: tuple[str, str],
    trends: list[tuple[int, ...]],
    key: str,
    lens: Lens | None,
    on_open: Callable[[str], None] | None,
    now: str,
) -> None:
    head, show = words
    rows = [
        Ranked(r.entity, r.label, (r.count, int(n)), "entity", {"id": r.entity_id, "show": show}, t,
               r.entity_id == now, lens)
        for r, n, t in zip(top.itertuples(), events, trends, strict=True)
    ]  # fmt: skip
    opened = (lambda row: on_open(row.keys["id"])) if on_open else None
    ranking(rows, [state.lens().unit.capitalize(), head], key, trend="Over time", on_open=opened)


def _trends(corpus: Corpus, rows: np.ndarray, codes: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Articles of each name over the time shown, in at most ``_STEPS`` stretches."""
    if not len(codes):
        return []
    line = counted(corpus, rows, tuple(Lane("entity", c) for c in codes))
    return [_shortened(c) for c in line.counts] if line is not None else [() for _ in codes]


def _said(corpus: Corpus, rows: np.ndarray, codes: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Quotations of each speaker over the time shown, in at most ``_STEPS`` stretches."""
    line = counted(corpus, rows, (Lane(),))
    if line is None:
        return [() for _ in codes]
    inside = np.zeros(len(corpus), bool)
    inside[rows[rows < corpus.dated]] = True
    out = []
    for c in codes:
        articles = corpus.quote_article[corpus.by_speaker.of_code(c)]
        period = line.periods.of(corpus.day[articles[inside[articles]]])
        out.append(_shortened(np.bincount(period[period >= 0], minlength=len(line.periods))))
    return out


def _shortened(counts: np.ndarray) -> tuple[int, ...]:
    """Neighbouring periods put together until there are at most ``_STEPS``."""
    each = -(-len(counts) // _STEPS)
    return tuple(int(n) for n in np.add.reduceat(counts, np.arange(0, len(counts), each)))

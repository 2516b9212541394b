"""Counts of quotations for the page: who is quoted most, who quotes whom, when somebody was quoted, how it is known.

A quotation in several pieces is one quotation. What counts is the unit of the page (articles, stories, outlets) or,
where it says quotations, quotations. Every count is made of the quotations in some article rows, or of those in ``of``
(rows of first pieces, as ``first_pieces`` and ``narrowed`` give them).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from dateline import schema
from dateline.corpus import UNDATED, Corpus
from dateline.counts.periods import Periods
from dateline.counts.units import distinct

SURENESS: dict[str, tuple[float, float]] = {"sure": (0.9, 1.01), "fairly sure": (0.8, 0.9), "unsure": (0.0, 0.8)}
"""How sure a known speaker is, in words: from (included) and to (not included)."""


def rows_in(corpus: Corpus, rows: np.ndarray) -> np.ndarray:
    """The rows of the quotes frame (int, ascending) that stand in the article rows."""
    return np.flatnonzero(_inside(corpus, rows)[corpus.quote_article])


def first_pieces(corpus: Corpus, rows: np.ndarray) -> np.ndarray:
    """The first row (int, ascending) of every quotation in the article rows."""
    first = corpus.quote_first
    return first[_inside(corpus, rows)[corpus.quote_article[first]]]


def narrowed(
    corpus: Corpus,
    first: np.ndarray,
    *,
    kinds: Sequence[str] = (),
    resolved: Sequence[str] = (),
    sure: Sequence[str] = (),
    speakers: Sequence[int] = (),
) -> np.ndarray:
    """Those of some quotations (rows of first pieces) that have one of the kinds, are known in one of the ways, are as
    sure as one of the words of ``SURENESS``, and are by one of the speakers (entity codes). None given: all pass.

    A quotation whose speaker is not known is neither sure nor unsure.
    """
    keep = np.ones(len(first), bool)
    if kinds:
        keep &= np.isin(corpus.quote_kind[first], [schema.KINDS.index(k) for k in kinds])
    if resolved:
        keep &= np.isin(corpus.quote_resolved[first], [schema.KNOWN_BY.index(r) for r in resolved])
    if sure:
        # float32 in the frame: 0.9 must not fall short of 0.9
        value = np.round(corpus.quotes.sure.to_numpy()[first].astype(float), 3)
        bands = [(value >= low) & (value < high) for low, high in (SURENESS[s] for s in sure)]
        keep &= np.logical_or.reduce(bands) & (corpus.quote_resolved[first] != schema.KNOWN_BY.index("unresolved"))
    if speakers:
        keep &= np.isin(corpus.quote_speaker[first], speakers)
    return first[keep]


def quoted(
    corpus: Corpus,
    rows: np.ndarray,
    *,
    unit: str = "articles",
    labels: tuple[str, ...] = (),
    limit: int = 20,
    of: np.ndarray | None = None,
) -> pd.DataFrame:
    """Who is quoted by most units among the article rows.

    Returns entity_id, entity, label (str), code (int32: row in ``corpus.entities``), count (int64: distinct units),
    quotations (int64), most first; ties by quotations, then by name. ``labels`` keeps entities of these labels only.
    """
    first = _known(corpus, rows, of)
    speakers, articles = corpus.quote_speaker[first], corpus.quote_article[first]
    size = len(corpus.entities)
    units, times = distinct(corpus, speakers, articles, size, unit), np.bincount(speakers, minlength=size)
    codes = np.flatnonzero(units)
    if labels:
        codes = codes[corpus.entities.label.isin(labels).to_numpy()[codes]]
    # enough of the best to break ties by name among them, without sorting every name of the pile
    codes = codes[np.lexsort((-times[codes], -units[codes]))][: 3 * limit + 50]
    frame = corpus.entities.iloc[codes][["entity_id", "entity", "label"]].assign(
        code=codes.astype(np.int32), count=units[codes], quotations=times[codes]
    )
    order = frame.sort_values(["count", "quotations", "entity"], ascending=[False, False, True])
    return order.head(limit).reset_index(drop=True)


def who_quotes_whom(
    corpus: Corpus,
    rows: np.ndarray,
    *,
    unit: str = "quotations",
    speakers: int = 15,
    outlets: int = 20,
    of: np.ndarray | None = None,
) -> pd.DataFrame:
    """Outlets × speakers: the outlets with most quotations in the article rows, and the speakers quoted most.

    Returns an int64 frame: index outlet names, columns entity_ids, both by their sums, largest first. ``unit``:
    quotations, articles or stories. Articles without a known outlet and quotations without a known speaker are left
    out. Raises ValueError for another unit.
    """
    if unit not in ("quotations", "articles", "stories"):
        raise ValueError(f"{unit!r} is not one of quotations, articles, stories")
    first = _known(corpus, rows, of)
    first = first[(corpus.outlets != "")[corpus.outlet[corpus.quote_article[first]]]]
    articles = corpus.quote_article[first]
    pair = corpus.outlet[articles].astype(np.int64) * len(corpus.entities) + corpus.quote_speaker[first]
    if unit != "quotations":
        whole = articles if unit == "articles" else corpus.story[articles]
        pair = np.unique(pair * (len(corpus) + 1) + whole) // (len(corpus) + 1)
    outlet, speaker = np.divmod(pair, max(len(corpus.entities), 1))
    said = np.bincount(speaker, minlength=len(corpus.entities))
    best = np.argsort(-said, kind="stable")[: speakers * 3 + 50]
    names = corpus.entities.entity.to_numpy(object)
    columns = sorted((int(c) for c in best if said[c]), key=lambda c: (-said[c], names[c]))[:speakers]
    place = np.full(len(corpus.entities), -1, np.int64)
    place[columns] = np.arange(len(columns))
    mine = place[speaker] >= 0
    width = max(len(columns), 1)
    cells = np.bincount(outlet[mine] * width + place[speaker[mine]], minlength=len(corpus.outlets) * width)
    table = cells.reshape(-1, width)[:, : len(columns)]
    sums = table.sum(1)
    index = sorted(np.flatnonzero(sums).tolist(), key=lambda o: (-sums[o], corpus.outlets[o]))[:outlets]
    return pd.DataFrame(
        table[index].astype(np.int64),
        index=pd.Index([corpus.outlets[o] for o in index], name="outlet", dtype="str"),
        columns=pd.Index(corpus.entities.entity_id.to_numpy(object)[columns], name="entity_id", dtype="str"),
    )


def over_time(
    corpus: Corpus,
    speaker: int,
    rows: np.ndarray,
    *,
    unit: str = "articles",
    grain: str = "",
    text: str = "",
    span: tuple[int, int] | None = None,
    of: np.ndarray | None = None,
) -> pd.DataFrame:
    """One speaker's quotations through time: a row a period from the first to the last dated article of the rows, or of
    ``span`` (day numbers).

    ``speaker``: entity code. ``grain``: as in ``periods.GRAINS``, chosen by the span where '' is given. ``text`` keeps
    quotations that hold it, whatever its case. Returns start, end (datetime64[s], last day), count (units), quotations
    (int64), total (units of everything in the period), share (count over total, NaN where that is 0), whole (bool:
    whether the pile, and the span, reach over the period). Quotations in undated articles are not in it. No rows where
    no article is dated.
    """
    dated = rows[corpus.day[rows] != UNDATED]
    columns = ["start", "end", "count", "quotations", "total", "share", "whole"]
    if not len(dated):
        return pd.DataFrame({c: np.empty(0, np.int64) for c in columns})
    days = corpus.day[dated]
    periods = Periods.between(*(span or (int(days.min()), int(days.max()))), grain)
    first = first_pieces(corpus, dated) if of is None else of
    first = first[corpus.quote_speaker[first] == speaker]
    if text:
        first = first[_holds(corpus, first, text)]
    articles = corpus.quote_article[first]
    period, whole = periods.of(corpus.day[articles]), periods.of(days)
    articles, period = articles[period >= 0], period[period >= 0]
    count = distinct(corpus, period, articles, len(periods), unit)
    total = distinct(corpus, whole[whole >= 0], dated[whole >= 0], len(periods), unit)
    reach = [(corpus.span or (0, 0)), span or corpus.span or (0, 0)]
    return pd.DataFrame(
        {
            "start": periods.starts.astype("datetime64[s]"),
            "end": periods.ends.astype("datetime64[s]"),
            "count": count,
            "quotations": np.bincount(period, minlength=len(periods)),
            "total": total,
            "share": np.where(total > 0, count / np.maximum(total, 1), np.nan),
            "whole": periods.whole(max(r[0] for r in reach), min(r[1] for r in reach)),
        }
    )


def how_known(corpus: Corpus, rows: np.ndarray, *, of: np.ndarray | None = None) -> pd.DataFrame:
    """How the speakers of the article rows are known: resolved (str, in the order of the contract), quotations, share.

    ``share`` (float) is of all quotations in the rows; kinds that do not occur have 0.
    """
    first = first_pieces(corpus, rows) if of is None else of
    counts = np.bincount(corpus.quote_resolved[first], minlength=len(schema.KNOWN_BY))
    return pd.DataFrame(
        {
            "resolved": list(schema.KNOWN_BY),
            "quotations": counts.astype(np.int64),
            "share": counts / max(1, counts.sum()),
        }
    )


def _inside(corpus: Corpus, rows: np.ndarray) -> np.ndarray:
    inside = np.zeros(len(corpus), bool)
    inside[rows] = True
    return inside


def _known(corpus: Corpus, rows: np.ndarray, of: np.ndarray | None) -> np.ndarray:
    """The first rows of the quotations with a known speaker."""
    first = first_pieces(corpus, rows) if of is None else of
    return first[corpus.quote_speaker[first] >= 0]


def _holds(corpus: Corpus, first: np.ndarray, text: str) -> np.ndarray:
    wanted = text.casefold()
    of = [corpus.by_quotation.of_code(n) for n in corpus.quotation[first]]
    return np.array([any(wanted in t.casefold() for t in corpus.quotes.text.iloc[r]) for r in of], bool)

"""Counts of quotations for the page: who is quoted most, who quotes whom, when somebody was quoted, how it is known.

A quotation in several pieces is one quotation. What counts is the unit of the page (articles, stories, outlets) or,
where it says quotations, quotations.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from dateline import schema
from dateline.corpus import UNDATED, Corpus
from dateline.counts.periods import Periods
from dateline.counts.units import distinct


def rows_in(corpus: Corpus, rows: np.ndarray) -> np.ndarray:
    """The rows of the quotes frame (int, ascending) that stand in the article rows."""
    return np.flatnonzero(_inside(corpus, rows)[corpus.quote_article])


def quoted(
    corpus: Corpus, rows: np.ndarray, *, unit: str = "articles", labels: tuple[str, ...] = (), limit: int = 20
) -> pd.DataFrame:
    """Who is quoted by most units among the article rows.

    Returns entity_id, entity, label (str), code (int32: row in ``corpus.entities``), count (int64: distinct units),
    quotations (int64), most first; ties by quotations, then by name. ``labels`` keeps entities of these labels only.
    """
    first = _first_pieces(corpus, rows)
    first = first[corpus.quote_speaker[first] >= 0]
    speakers, articles = corpus.quote_speaker[first], corpus.quote_article[first]
    size = len(corpus.entities)
    units = distinct(corpus, speakers, articles, size, unit)
    codes = np.flatnonzero(units)
    if labels:
        codes = codes[corpus.entities.label.isin(labels).to_numpy()[codes]]
    frame = corpus.entities.iloc[codes][["entity_id", "entity", "label"]].assign(
        code=codes.astype(np.int32), count=units[codes], quotations=np.bincount(speakers, minlength=size)[codes]
    )
    order = frame.sort_values(["count", "quotations", "entity"], ascending=[False, False, True])
    return order.head(limit).reset_index(drop=True)


def who_quotes_whom(
    corpus: Corpus, rows: np.ndarray, *, unit: str = "quotations", speakers: int = 15, outlets: int = 20
) -> pd.DataFrame:
    """Outlets × speakers: the outlets with most quotations in the article rows, and the speakers quoted most.

    Returns an int64 frame: index outlet names, columns entity_ids, both by their sums, largest first. ``unit``:
    quotations, articles or stories. Articles without a known outlet and quotations without a known speaker are left
    out. Raises ValueError for another unit.
    """
    if unit not in ("quotations", "articles", "stories"):
        raise ValueError(f"{unit!r} is not one of quotations, articles, stories")
    first = _first_pieces(corpus, rows)
    known = (corpus.quote_speaker[first] >= 0) & (corpus.outlets != "")[corpus.outlet[corpus.quote_article[first]]]
    first = first[known]
    articles = corpus.quote_article[first]
    pairs = pd.DataFrame({"outlet": corpus.outlet[articles], "speaker": corpus.quote_speaker[first]})
    if unit != "quotations":
        pairs["unit"] = articles if unit == "articles" else corpus.story[articles]
        pairs = pairs.drop_duplicates()
    table = pairs.groupby(["outlet", "speaker"]).size().unstack(fill_value=0).astype(np.int64)
    names = corpus.entities.entity.to_numpy(object)
    columns = sorted(table.columns, key=lambda c: (-table[c].sum(), names[c]))[:speakers]
    table = table[columns]
    index = sorted(table.index, key=lambda o: (-table.loc[o].sum(), corpus.outlets[o]))[:outlets]
    table = table.loc[[o for o in index if table.loc[o].sum()]]
    table.index = pd.Index([corpus.outlets[o] for o in table.index], name="outlet", dtype="str")
    table.columns = pd.Index(corpus.entities.entity_id.to_numpy(object)[columns], name="entity_id", dtype="str")
    return table


def over_time(
    corpus: Corpus, speaker: int, rows: np.ndarray, *, unit: str = "articles", grain: str = "", text: str = ""
) -> pd.DataFrame:
    """One speaker's quotations through time: a row a period from the first to the last dated article of the rows.

    ``speaker``: entity code. ``grain``: as in ``periods.GRAINS``, chosen by the span where '' is given. ``text`` keeps
    quotations that hold it, whatever its case. Returns start, end (datetime64[s], last day), count (units), quotations
    (int64), total (units of everything in the period). Quotations in undated articles are not in it. No rows where no
    article is dated.
    """
    dated = rows[corpus.day[rows] != UNDATED]
    columns = ["start", "end", "count", "quotations", "total"]
    if not len(dated):
        return pd.DataFrame({c: np.empty(0, np.int64) for c in columns})
    days = corpus.day[dated]
    periods = Periods.between(int(days.min()), int(days.max()), grain)
    first = _first_pieces(corpus, dated)
    first = first[corpus.quote_speaker[first] == speaker]
    if text:
        first = first[_holds(corpus, first, text)]
    articles = corpus.quote_article[first]
    period = periods.of(corpus.day[articles])
    return pd.DataFrame(
        {
            "start": periods.starts.astype("datetime64[s]"),
            "end": periods.ends.astype("datetime64[s]"),
            "count": distinct(corpus, period, articles, len(periods), unit),
            "quotations": np.bincount(period, minlength=len(periods)),
            "total": distinct(corpus, periods.of(days), dated, len(periods), unit),
        }
    )


def how_known(corpus: Corpus, rows: np.ndarray) -> pd.DataFrame:
    """How the speakers of the article rows are known: resolved (str, in the order of the contract), quotations, share.

    ``share`` (float) is of all quotations in the rows; kinds that do not occur have 0.
    """
    first = _first_pieces(corpus, rows)
    counts = corpus.quotes.resolved.iloc[first].value_counts().reindex(list(schema.RESOLVED), fill_value=0)
    total = max(1, int(counts.sum()))
    return pd.DataFrame(
        {"resolved": list(schema.RESOLVED), "quotations": counts.to_numpy(np.int64), "share": counts.to_numpy() / total}
    )


def _inside(corpus: Corpus, rows: np.ndarray) -> np.ndarray:
    inside = np.zeros(len(corpus), bool)
    inside[rows] = True
    return inside


def _first_pieces(corpus: Corpus, rows: np.ndarray) -> np.ndarray:
    """The first row of every quotation in the article rows."""
    found = rows_in(corpus, rows)
    return found[~corpus.quotes.quote_id.iloc[found].duplicated().to_numpy()]


def _holds(corpus: Corpus, first: np.ndarray, text: str) -> np.ndarray:
    wanted = text.casefold()
    ids = set(corpus.quotes.quote_id.iloc[first])
    mine = corpus.quotes[corpus.quotes.quote_id.isin(ids)]
    hits = set(mine.quote_id[[wanted in t.casefold() for t in mine.text]])
    return corpus.quotes.quote_id.iloc[first].isin(hits).to_numpy()

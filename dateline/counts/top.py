"""Who and what is most in the rows shown: entities by mentions' units, speakers by quotations."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dateline.corpus import Corpus, Index
from dateline.counts.units import distinct

KINDS: dict[str, tuple[str, ...]] = {
    "people": ("PERSON",),
    "organisations": ("ORG",),
    "places": ("GPE", "LOC", "FAC"),
    "groups": ("NORP",),
    "events and works": ("EVENT", "WORK_OF_ART", "LAW", "PRODUCT"),
}
"""The kinds a reader chooses from, and the labels they hold."""


def top_entities(
    corpus: Corpus, rows: np.ndarray, *, unit: str = "articles", labels: tuple[str, ...] = (), limit: int = 20
) -> pd.DataFrame:
    """The entities that most units among the article rows mention.

    Returns entity_id, entity, label (str), code (int32: row in ``corpus.entities``), count (distinct units), mentions
    (within the rows), most first; ties by mentions, then by name. ``labels`` keeps only entities of these labels.
    """
    inside = _inside(corpus, rows)
    articles = _per_code(corpus.entity_articles, inside)
    codes = np.flatnonzero(articles)
    if labels:
        codes = codes[corpus.entities.label.isin(labels).to_numpy()[codes]]
    codes = codes[np.argsort(-articles[codes], kind="stable")]
    if unit == "articles":
        units = articles[codes]
    else:
        codes, units = _best_by_unit(corpus, inside, codes, articles[codes], unit, limit)
    # only those that can be among the best, ties of the last one included
    least = np.sort(units)[-limit] if len(units) > limit else 0
    codes, units = codes[units >= least], units[units >= least]
    return _ranked(corpus, codes, units, _events(corpus, inside, codes), "mentions", limit)


def top_speakers(corpus: Corpus, rows: np.ndarray, *, unit: str = "articles", limit: int = 20) -> pd.DataFrame:
    """The entities that most units among the article rows quote; columns as above, with quotes instead of mentions."""
    keep = _inside(corpus, rows)[corpus.quote_article] & (corpus.quote_speaker >= 0)
    speaker, size = corpus.quote_speaker[keep], len(corpus.entities)
    units = distinct(corpus, speaker, corpus.quote_article[keep], size, unit)
    codes = np.flatnonzero(units)
    return _ranked(corpus, codes, units[codes], np.bincount(speaker, minlength=size)[codes], "quotes", limit)


def company(
    corpus: Corpus,
    entity: int,
    rows: np.ndarray,
    *,
    unit: str = "articles",
    labels: tuple[str, ...] = (),
    limit: int = 20,
) -> pd.DataFrame:
    """With whom an entity (code) appears: the entities in the same articles; columns as in ``top_entities``."""
    shared = np.intersect1d(corpus.entity_articles.of_code(entity), rows, assume_unique=True)
    found = top_entities(corpus, shared, unit=unit, labels=labels, limit=limit + 1)
    return found[found.code != entity].head(limit).reset_index(drop=True)


def together(corpus: Corpus, entities: list[int], rows: np.ndarray, *, unit: str = "articles") -> pd.DataFrame:
    """Pairs of the given entities (codes) that share articles among the rows: a, b (codes, a < b), count (units)."""
    index: Index = corpus.entity_articles
    inside = np.zeros(len(corpus), bool)
    inside[rows] = True
    member = {e: (r := index.of_code(e))[inside[r]] for e in sorted(set(entities))}
    found = []
    for i, a in enumerate(member):
        for b in list(member)[i + 1 :]:
            both = np.intersect1d(member[a], member[b], assume_unique=True)
            if len(both):
                n = distinct(corpus, np.zeros(len(both), np.int32), both, 1, unit)[0]
                found.append((a, b, int(n)))
    return pd.DataFrame(found, columns=["a", "b", "count"])


def _inside(corpus: Corpus, rows: np.ndarray) -> np.ndarray:
    inside = np.zeros(len(corpus), bool)
    inside[rows] = True
    return inside


def _per_code(index: Index, inside: np.ndarray) -> np.ndarray:
    """How many rows of each code are inside (int64). Sums over slices: many times quicker than sorting pairs."""
    if inside.all():
        return np.diff(index.starts)
    passed = np.concatenate([[0], np.cumsum(inside[index.rows], dtype=np.int64)])
    return passed[index.starts[1:]] - passed[index.starts[:-1]]


def _events(corpus: Corpus, inside: np.ndarray, codes: np.ndarray) -> np.ndarray:
    """Mentions of each code inside."""
    if len(codes) > 1000:
        found = corpus.mention_entity[inside[corpus.mention_article] & (corpus.mention_entity >= 0)]
        return np.bincount(found, minlength=len(corpus.entities))[codes]
    return np.array([inside[corpus.mention_article[corpus.by_entity.of_code(c)]].sum() for c in codes], np.int64)


def _best_by_unit(
    corpus: Corpus, inside: np.ndarray, codes: np.ndarray, articles: np.ndarray, unit: str, limit: int
) -> tuple[np.ndarray, np.ndarray]:
    """The codes that may be among the best and their units. An entity has at most as many stories or outlets as
    articles, so that those with fewer articles than the last of the best has units need not be counted."""
    done, units = 0, np.empty(0, np.int64)
    while done < len(codes) and (done < limit or articles[done] >= np.sort(units)[-limit]):
        part = codes[done : done + max(4 * limit, done)]
        of_code = [(r := corpus.entity_articles.of_code(c))[inside[r]] for c in part]
        group = np.repeat(np.arange(len(part)), [len(r) for r in of_code])
        units = np.concatenate([units, distinct(corpus, group, np.concatenate(of_code), len(part), unit)])
        done += len(part)
    return codes[:done], units


def _ranked(
    corpus: Corpus, codes: np.ndarray, units: np.ndarray, times: np.ndarray, events: str, limit: int
) -> pd.DataFrame:
    # enough of the best to break ties by name among them, without sorting a hundred thousand names
    best = np.lexsort((-times, -units))[: limit * 3 + 50]
    codes = codes[best]
    frame = corpus.entities.iloc[codes][["entity_id", "entity", "label"]].assign(
        code=codes.astype(np.int32), count=units[best], **{events: times[best]}
    )
    return (
        frame.sort_values(["count", events, "entity"], ascending=[False, False, True])
        .head(limit)
        .reset_index(drop=True)
    )

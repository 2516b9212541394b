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
    inside = np.zeros(len(corpus), bool)
    inside[rows] = True
    keep = inside[corpus.mention_article] & (corpus.mention_entity >= 0)
    counts = _counts(corpus, corpus.mention_entity[keep], corpus.mention_article[keep], unit)
    return _ranked(corpus, counts, "mentions", labels, limit)


def top_speakers(corpus: Corpus, rows: np.ndarray, *, unit: str = "articles", limit: int = 20) -> pd.DataFrame:
    """The entities that most units among the article rows quote; columns as above, with quotes instead of mentions."""
    inside = np.zeros(len(corpus), bool)
    inside[rows] = True
    keep = inside[corpus.quote_article] & (corpus.quote_speaker >= 0)
    counts = _counts(corpus, corpus.quote_speaker[keep], corpus.quote_article[keep], unit)
    return _ranked(corpus, counts, "quotes", (), limit)


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


def _counts(corpus: Corpus, entity: np.ndarray, article: np.ndarray, unit: str) -> tuple[np.ndarray, np.ndarray]:
    size = len(corpus.entities)
    return distinct(corpus, entity, article, size, unit), np.bincount(entity, minlength=size)


def _ranked(
    corpus: Corpus, counts: tuple[np.ndarray, np.ndarray], events: str, labels: tuple[str, ...], limit: int
) -> pd.DataFrame:
    units, times = counts
    codes = np.flatnonzero(units)
    if labels:
        codes = codes[corpus.entities.label.isin(labels).to_numpy()[codes]]
    # enough of the best to break ties by name among them, without sorting a hundred thousand names
    codes = codes[np.lexsort((-times[codes], -units[codes]))][: limit * 3 + 50]
    frame = corpus.entities.iloc[codes][["entity_id", "entity", "label"]].assign(
        code=codes.astype(np.int32), count=units[codes], **{events: times[codes]}
    )
    return (
        frame.sort_values(["count", events, "entity"], ascending=[False, False, True])
        .head(limit)
        .reset_index(drop=True)
    )

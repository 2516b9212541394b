"""Records and dates of publication in, the times frame out. Cheap: a date that a reader corrects is counted at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from dateline import schema
from dateline.annotate.record import Record
from dateline.annotate.times.resolve import resolve
from dateline.load.article import Article


def times(articles: Sequence[Article], records: Sequence[Record], ids: Sequence[str]) -> pd.DataFrame:
    """The times frame (``schema.TIMES``) of articles in reading order.

    ``records[i]`` and ``ids[i]`` belong to ``articles[i]``. Values are counted from ``published``; where that is not
    known, what depends on it stays open and has no interval.
    """
    rows: list[tuple] = []
    bounds: list[np.ndarray] = []
    for article, record, id_ in zip(articles, records, ids, strict=True):
        if not record.times:
            continue
        text = article.text
        for t, r in zip(record.times, resolve(record.times, article.published), strict=True):
            rows.append((id_, t.start, t.end, text[t.start : t.end], t.type, *r))
        bounds.append(_sentences(record))
    if not rows:
        return schema.empty("times")
    frame = pd.DataFrame(rows, columns=["article_id", "start", "end", "text", "type", *_RESOLVED])
    frame["sentence_start"], frame["sentence_end"] = np.concatenate(bounds).T
    return schema.conform("times", frame)


_RESOLVED = ("value", "earliest", "latest", "how")


def _sentences(record: Record) -> np.ndarray:
    """Bounds of the sentence that each time expression starts in, -1 where there is none; shape (times, 2)."""
    if not record.sentences:
        return np.full((len(record.times), 2), -1)
    sentences = np.array(record.sentences)
    at = np.searchsorted(sentences[:, 0], [t.start for t in record.times], side="right") - 1
    return np.where(at[:, None] >= 0, sentences[at], -1)

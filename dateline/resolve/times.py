"""Records and dates of publication in, the times frame out. Cheap: a date that a reader corrects is counted at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from dateline.annotate.record import Record
from dateline.annotate.times.resolve import resolve
from dateline.load.article import Article
from dateline.resolve.rows import framed
from dateline.resolve.sentences import sentences_at
from dateline.resolve.texts import Told


def times(articles: Sequence[Article | Told], records: Sequence[Record], ids: Sequence[str]) -> pd.DataFrame:
    """The times frame (``schema.TIMES``) of articles in reading order.

    ``records[i]`` and ``ids[i]`` belong to ``articles[i]``. Values are counted from ``published``; where that is not
    known, what depends on it stays open and has no interval.
    """

    def rows() -> Iterator[tuple]:
        for i, (record, id_) in enumerate(zip(records, ids, strict=True)):
            if not record.times:
                continue
            text, when = articles[i].text, articles[i].published
            spans = sentences_at(record, [t.start for t in record.times]).tolist()
            for t, r, span in zip(record.times, resolve(record.times, when), spans, strict=True):
                yield (id_, t.start, t.end, text[t.start : t.end], t.type, *r, *span)

    return framed("times", rows(), _COLUMNS)


_COLUMNS = (
    "article_id", "start", "end", "text", "type", "value", "earliest", "latest", "how", "sentence_start",
    "sentence_end",
)  # fmt: skip

"""Articles and their records in, the frames of the whole pile out. The one place that knows the order of the steps."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
import pandas as pd

from dateline import schema
from dateline.annotate import model as models
from dateline.annotate.record import Record
from dateline.corrections.topics import TopicEdits
from dateline.load.article import Article, unique_ids
from dateline.load.duplicates import Pair, group, pairs
from dateline.resolve.identity import entities_of, identify
from dateline.resolve.quotes import quotes
from dateline.resolve.sentences import sentences_at
from dateline.resolve.stories import stories
from dateline.resolve.texts import AllTold, Texts, Told
from dateline.resolve.times import times
from dateline.resolve.topics import filled
from dateline.resolve.topics import kept as topics_kept

T = TypeVar("T")
_AT_ONCE = 500
"""Articles whose rows are made together: their texts are Python strings for so long only."""

Frames = dict[str, pd.DataFrame]


def resolve(
    articles: Sequence[Article],
    records: Sequence[Record | None],
    topics: int = 0,
    state: Path | None = None,
    previous: Frames | None = None,
    edits: TopicEdits | None = None,
) -> Frames:
    """The frames of a pile (all of ``schema.FRAMES`` but the report).

    ``records[i]`` belongs to ``articles[i]``; None where the article is not annotated yet. ``topics`` asks for so many
    topics, 0 lets their number be chosen. The rows do not depend on the order of the articles.

    ``state`` is a folder that keeps the topics from one run to the next, so that articles keep theirs; ``previous``
    are the frames of an earlier run, whose entities and stories keep their ids. Without them everything is made anew.
    ``edits``: what readers changed about the topics of the state folder.
    """
    order = reading_order(articles)
    frame, out = _articles(_Ordered(articles, order))
    records = _Read(_Ordered(records, order))
    told, ids = AllTold(frame), frame.article_id.tolist()
    copies = pairs(Texts(frame.text))
    frame["duplicate_of"] = pd.Series(group(ids, told.published, copies), dtype="str")
    names, read = _names(told, records)
    spoken = {language: models.has(language or "en") for language in frame.language.unique()}
    frame["annotated"] = frame.language.map(spoken).to_numpy(bool) & read
    names = identify(frame, names, previous["mentions"] if previous else None)
    out["mentions"] = _mentions(names, ids)
    out["quotes"] = quotes(told, records, ids, names)
    del names
    out["times"] = times(told, records, ids)
    out["entities"] = entities_of(frame, out["mentions"])
    frame["story_id"] = stories(frame, previous["articles"] if previous else None)
    out["copies"] = _copies(ids, copies)
    return retopiced(out | {"articles": frame}, state, edits, topics)


def retopiced(frames: Frames, state: Path | None = None, edits: TopicEdits | None = None, topics: int = 0) -> Frames:
    """The frames with their topics as the state folder and the readers' edits have them now; the rest as it was."""
    now = topics_kept.current(frames["articles"], state, topics, edits)
    articles, named = filled(frames["articles"], now.model, now.place)
    return frames | {"articles": articles, "topics": named, "leaves": now.leaves()}


class _Ordered(Sequence[T]):
    """A sequence in another order, each item taken from it when it is asked for."""

    def __init__(self, items: Sequence[T], order: Sequence[int]) -> None:
        self._items, self._order = items, order

    def __len__(self) -> int:
        return len(self._order)

    def __getitem__(self, i: int) -> T:
        return self._items[self._order[i]]


class _Read(Sequence[Record]):
    """Records, an empty one where there is none."""

    def __init__(self, records: Sequence[Record | None]) -> None:
        self._records = records

    def __len__(self) -> int:
        return len(self._records)

    def __getitem__(self, i: int) -> Record:
        return self._records[i] or _UNREAD


_UNREAD = Record()


def reading_order(articles: Sequence[Article]) -> list[int]:
    """Row numbers by date of publication (undated last), then by id and content: the same for any input order."""

    def key(i: int) -> tuple:
        a = articles[i]
        return (a.published is None, a.published or 0, a.given_id, a.content_hash)

    return sorted(range(len(articles)), key=key)


def article_ids(articles: Sequence[Article]) -> list[str]:
    """A unique id an article: the given one, else one made from the content; a second bearer of an id gets a suffix."""
    known = [(a.given_id, a.content_hash) for a in articles]
    return unique_ids([i for i, _ in known], [h for _, h in known])


_COLUMNS = (
    "origin", "title", "text", "published", "published_from", "published_note", "source", "author", "url", "language",
    "deck", "dateline", "source_note",
)  # fmt: skip


def _articles(articles: Sequence[Article]) -> tuple[pd.DataFrame, Frames]:
    """The frame of articles, without what the whole pile tells, and that of cuts."""
    ids = article_ids(articles)
    parts, cuts = [], []
    for start in range(0, len(articles), _AT_ONCE):
        some = [articles[i] for i in range(start, min(start + _AT_ONCE, len(articles)))]
        own = ids[start : start + len(some)]
        rows = {"article_id": own} | {c: [getattr(a, c) for a in some] for c in _COLUMNS}
        rows["words"] = [len(a.text.split()) for a in some]
        parts.append(schema.conform("articles", pd.DataFrame(rows)))
        cut = [(i, c.position, c.text, c.reason) for i, a in zip(own, some, strict=True) for c in a.cuts]
        cuts.append(schema.conform("cuts", pd.DataFrame(cut, columns=["article_id", "position", "text", "reason"])))
    whole = pd.concat(parts, ignore_index=True) if parts else schema.empty("articles")
    return whole, {"articles": whole, "cuts": pd.concat(cuts, ignore_index=True) if cuts else schema.empty("cuts")}


def _copies(ids: Sequence[str], found: Sequence[Pair]) -> pd.DataFrame:
    rows = [{"article_id": ids[p.first], "other_id": ids[p.second], "similarity": p.similarity} for p in found]
    return schema.conform("copies", rows) if rows else schema.empty("copies")


def _names(articles: Sequence[Told], records: Sequence[Record]) -> tuple[pd.DataFrame, np.ndarray]:
    """The names of all records, each with the bounds of its sentence, and which articles have a record."""
    numbers = {c: array("i") for c in ("article", "start", "end", "chain")}
    words: dict[str, list[str]] = {c: [] for c in ("text", "label", "role", "reason")}
    bounds = [np.empty((0, 2), np.int32)]
    known: dict[str, str] = {}  # a name that stands in a thousand articles is one string
    read = np.zeros(len(records), bool)
    for i, record in enumerate(records):
        read[i] = record is not _UNREAD
        if not record.names:
            continue
        text = articles[i].text
        for n in record.names:
            for c, number in (("article", i), ("start", n.start), ("end", n.end), ("chain", n.chain)):
                numbers[c].append(number)
            for c, word in (
                ("text", text[n.start : n.end]),
                ("label", n.label),
                ("role", n.role),
                ("reason", n.reason),
            ):
                words[c].append(known.setdefault(word, word))
        bounds.append(sentences_at(record, [n.start for n in record.names]))
    rows: dict[str, object] = {c: np.frombuffer(v, np.int32) if v else np.empty(0, int) for c, v in numbers.items()}
    rows |= {c: pd.Series(v, dtype="str") for c, v in words.items()}
    rows["sentence_start"], rows["sentence_end"] = np.concatenate(bounds).T
    return pd.DataFrame(rows), read


def _mentions(names: pd.DataFrame, ids: Sequence[str]) -> pd.DataFrame:
    at = pd.Series(ids, dtype="str").take(names.article.to_numpy()).reset_index(drop=True)
    return schema.conform("mentions", names.drop(columns=["article", "chain"]).assign(article_id=at))

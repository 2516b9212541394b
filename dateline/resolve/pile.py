"""Articles and their records in, the frames of the whole pile out. The one place that knows the order of the steps."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

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
from dateline.resolve.times import times
from dateline.resolve.topics import filled
from dateline.resolve.topics import kept as topics_kept

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
    articles = [articles[i] for i in order]
    read = [records[i] is not None for i in order]
    records = [records[i] or Record() for i in order]
    copies = pairs([a.text for a in articles])
    frame = _articles(articles, copies)
    spoken = {language: models.has(language or "en") for language in frame.language.unique()}
    frame["annotated"] = frame.language.map(spoken).to_numpy(bool) & np.array(read, bool)
    ids = list(frame.article_id)
    names = _names(articles, records)
    names = identify(frame, names, previous["mentions"] if previous else None)
    out: Frames = {"articles": frame}
    out["mentions"] = schema.conform("mentions", _with_sentences(names, ids, records))
    out["quotes"] = quotes(articles, records, ids, names)
    out["times"] = times(articles, records, ids)
    out["entities"] = entities_of(frame, out["mentions"])
    frame["story_id"] = stories(frame, previous["articles"] if previous else None)
    now = topics_kept.current(frame, state, topics, edits)
    out["articles"], out["topics"] = filled(frame, now.model, now.place)
    out["leaves"] = now.leaves()
    out["copies"] = _copies(ids, copies)
    cuts = [
        {"article_id": i, "position": c.position, "text": c.text, "reason": c.reason}
        for i, a in zip(ids, articles, strict=True)
        for c in a.cuts
    ]
    out["cuts"] = schema.conform("cuts", cuts) if cuts else schema.empty("cuts")
    return out


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


def _articles(articles: Sequence[Article], copies: Sequence[Pair]) -> pd.DataFrame:
    rows: dict[str, Any] = {"article_id": article_ids(articles)}
    for c in ("origin", "title", "text", "published", "published_from", "published_note", "source", "author", "url",
              "language", "deck", "dateline", "source_note"):  # fmt: skip
        rows[c] = [getattr(a, c) for a in articles]
    rows["words"] = [len(a.text.split()) for a in articles]
    rows["story_id"] = rows["article_id"]
    rows["duplicate_of"] = group(rows["article_id"], [a.published for a in articles], copies)
    return schema.conform("articles", pd.DataFrame(rows))


def _copies(ids: Sequence[str], found: Sequence[Pair]) -> pd.DataFrame:
    rows = [{"article_id": ids[p.first], "other_id": ids[p.second], "similarity": p.similarity} for p in found]
    return schema.conform("copies", rows) if rows else schema.empty("copies")


def _names(articles: Sequence[Article], records: Sequence[Record]) -> pd.DataFrame:
    rows = [
        (i, n.start, n.end, a.text[n.start : n.end], n.label, n.chain, n.role, n.reason)
        for i, (a, r) in enumerate(zip(articles, records, strict=True))
        for n in r.names
    ]
    return pd.DataFrame(rows, columns=["article", "start", "end", "text", "label", "chain", "role", "reason"])


def _with_sentences(rows: pd.DataFrame, ids: list[str], records: Sequence[Record]) -> pd.DataFrame:
    """Add article_id and the bounds of the sentence that a row starts in."""
    spans = sentences_at(records, rows.article.tolist(), rows.start.tolist())
    return rows.assign(
        article_id=[ids[a] for a in rows.article],
        sentence_start=[s for s, _ in spans],
        sentence_end=[e for _, e in spans],
    ).drop(columns=["article", "chain"])

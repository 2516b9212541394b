"""Small piles for counts over time: articles in a few words each."""

import pandas as pd

from dateline import schema
from dateline.corpus import Corpus


def pile(articles: list[dict]) -> Corpus:
    """Articles: day, and if they matter: outlet, story, title, topic; ``names``: (entity, sentence) pairs; ``times``:
    (first day, last day, sentence). Ids are a000, a001 ... in the order given; undated ones have day None."""
    rows, mentions, times = [], [], []
    for i, a in enumerate(articles):
        key = f"a{i:03}"
        rows.append(
            {
                "article_id": key, "published": pd.Timestamp(a["day"]) if a["day"] else pd.NaT, "text": "x" * 99,
                "source": a.get("outlet", "o"), "story_id": a.get("story", key), "title": a.get("title", ""),
                "topic_id": a.get("topic", -1),
            }
        )  # fmt: skip
        for n, (entity, sentence) in enumerate(a.get("names", ())):
            mentions.append(
                {"article_id": key, "start": n, "end": n + 1, "text": "x", "label": "PERSON", "entity_id": entity,
                 "entity": entity.title(), "sentence_start": sentence}
            )  # fmt: skip
        for n, (first, last, sentence) in enumerate(a.get("times", ())):
            times.append(
                {"article_id": key, "start": n, "end": n + 1, "text": "x", "type": "DATE", "value": "?",
                 "earliest": pd.Timestamp(first), "sentence_start": sentence,
                 "latest": pd.Timestamp(last) + pd.Timedelta(days=1) - pd.Timedelta("1us")}
            )  # fmt: skip
    names = sorted({m["entity_id"] for m in mentions})
    frames = {n: schema.empty(n) for n in schema.FRAMES}
    frames["articles"] = schema.conform("articles", rows)
    frames["mentions"] = schema.conform("mentions", mentions) if mentions else frames["mentions"]
    frames["times"] = schema.conform("times", times) if times else frames["times"]
    frames["entities"] = schema.conform("entities", [{"entity_id": n, "entity": n.title()} for n in names])
    return Corpus(frames, {})

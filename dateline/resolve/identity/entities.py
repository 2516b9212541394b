"""The frame of entities, made from the mentions."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from dateline import schema
from dateline.annotate.names import places
from dateline.resolve.identity.naming import STATE, short_names

_ALIASES, _ROLES = 40, 12
"""Names and roles kept for an entity; a page can show no more of them."""


def entities_of(articles: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """One row an entity, the oftenest mentioned first, as schema.ENTITIES; ``short`` is its name where room is short.

    ``articles``: article_id and published. ``mentions``: article_id, text, label, entity_id, entity, role.
    """
    if mentions.empty:
        return schema.empty("entities")
    groups = mentions.groupby("entity_id", sort=False)
    published = mentions.article_id.map(dict(zip(articles.article_id, articles.published, strict=True)))
    frame = groups.agg(entity=("entity", "first"), mentions=("text", "size"), articles=("article_id", "nunique"))
    when = published.groupby(mentions.entity_id, sort=False)
    frame["first"], frame["last"] = when.min(), when.max()
    frame["label"] = labels_of(mentions)
    frame["aliases"] = _commonest(mentions, "text").map(lambda v: v[:_ALIASES])
    roles = (
        _commonest(mentions[mentions.role != ""], "role") if (mentions.role != "").any() else pd.Series(dtype=object)
    )
    frame["roles"] = [roles.get(i, [])[:_ROLES] for i in frame.index]
    frame["country"] = [_country(name, label) for name, label in zip(frame.entity, frame.label, strict=True)]
    frame = frame.reset_index().sort_values(["mentions", "entity_id"], ascending=[False, True])
    frame["short"] = short_names(frame.entity.tolist(), frame.label.tolist(), frame.aliases.tolist())
    return schema.conform("entities", frame)


def labels_of(mentions: pd.DataFrame) -> pd.Series:
    """The label that most mentions of each entity (the index: entity_id) have, ties by the label.

    ``mentions``: entity_id and label.
    """
    counts = mentions.groupby(["entity_id", "label"], sort=False).size().reset_index(name="n")
    best = counts.sort_values(["n", "label"], ascending=[False, True], kind="stable").drop_duplicates("entity_id")
    return best.set_index("entity_id").label


def _commonest(mentions: pd.DataFrame, column: str) -> pd.Series:
    """For each entity the values of a column, most frequent first, ties by the value."""
    counts: dict[str, Counter[str]] = {}
    for i, v in zip(mentions.entity_id.tolist(), mentions[column].tolist(), strict=True):
        counts.setdefault(i, Counter())[" ".join(v.split()) if column == "text" else v] += 1
    return pd.Series(
        {i: [v for v, _ in sorted(c.items(), key=lambda x: (-x[1], x[0]))] for i, c in counts.items()}, dtype=object
    )


def _country(name: str, label: str) -> str:
    if name.endswith(STATE):
        return "US"
    return places.country_of(name) if label in ("GPE", "NORP", "LOC") else ""

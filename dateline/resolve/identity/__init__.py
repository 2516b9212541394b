"""Identity across the pile: which mentions, in all articles, are one thing; with a name, an id and a reason each.

    names = identify(articles, names)                       # from scratch
    names = identify(articles, names, previous=frames)      # only articles that are new to ``frames`` are resolved
    entities = entities_of(articles, names)

Same articles, same entities and ids, whatever their order. With ``previous`` old mentions keep their entity and ids stay.
"""

from __future__ import annotations

import re

import pandas as pd

from dateline.annotate.names.sports import sport_of
from dateline.resolve.identity import naming
from dateline.resolve.identity.chains import chains_of
from dateline.resolve.identity.entities import entities_of
from dateline.resolve.identity.join import join
from dateline.resolve.identity.things import Things

_WORD = re.compile(r"[a-z0-9][\w,'’-]*")

__all__ = ["entities_of", "identify"]


def identify(
    articles: pd.DataFrame, names: pd.DataFrame, previous: dict[str, pd.DataFrame] | None = None
) -> pd.DataFrame:
    """``names`` with the columns entity_id, entity and reason filled.

    ``articles``: as schema.ARTICLES, in reading order. ``names``: article (row number), start, end, text, label, chain,
    role, reason. ``previous``: the frames ``mentions`` and ``entities`` of an earlier run.
    """
    if names.empty:
        return names.assign(entity_id=pd.Series(dtype="str"), entity=pd.Series(dtype="str"))
    _ = previous
    fields = [sport_of(_WORD.findall(text.lower())) for text in articles.text]
    chains = chains_of(names, articles.title.tolist(), fields)
    things = Things()
    join(chains, things, len(articles))
    entities = things.entities
    called = [naming.canonical(e) for e in entities]
    article_ids = articles.article_id.tolist()
    starts = names.start.tolist()
    first = [""] * len(entities)
    for c in chains:
        at = f"{article_ids[c.article]}:{starts[c.rows[0]]:09d}"
        first[c.entity] = min(first[c.entity] or at, at)
    ids = naming.ids(entities, called, first)
    entity_id, entity = [""] * len(names), [""] * len(names)
    reason = names.reason.tolist()
    for c in chains:
        for row in c.rows:
            entity_id[row], entity[row] = ids[c.entity], called[c.entity]
            reason[row] = reason[row] or c.reason
    return names.assign(entity_id=entity_id, entity=entity, reason=reason)

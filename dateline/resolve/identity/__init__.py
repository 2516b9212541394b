"""Identity across the pile: which mentions, in all articles, are one thing; with a name, an id and a reason each.

    names = identify(articles, names)                       # from scratch
    names = identify(articles, names, previous=mentions)    # only articles that are new are resolved, the rest stays
    entities = entities_of(articles, mentions)

Same articles, same entities and ids, whatever their order. Ids are readable ("ada-hale") and stay when articles are
added: with ``previous`` because old mentions keep their entity; from scratch because an id is made of the name
(``again=True`` resolves everything anew and still carries the old ids over).
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence

import numpy as np
import pandas as pd

from dateline.annotate.names.sports import sport_of
from dateline.resolve.identity import naming
from dateline.resolve.identity.before import Before, carried, moved, recall
from dateline.resolve.identity.beside import addresses, tell_places
from dateline.resolve.identity.chains import chains_of
from dateline.resolve.identity.entities import entities_of
from dateline.resolve.identity.outlets import own_outlets
from dateline.resolve.identity.things import Things
from dateline.resolve.rows import shared
from dateline.resolve.texts import Texts

__all__ = ["entities_of", "identify", "moved"]

_WORD = re.compile(r"[a-z0-9][\w,'’-]*")


def identify(
    articles: pd.DataFrame, names: pd.DataFrame, previous: pd.DataFrame | None = None, again: bool = False
) -> pd.DataFrame:
    """``names`` with the columns entity_id, entity and reason filled, and labels that the rest of the pile puts right.

    ``articles``: as schema.ARTICLES, in reading order. ``names``: article (row number), start, end, text, label, chain,
    role, reason. ``previous``: the frame of mentions of an earlier run, without corrections; ``again`` resolves its
    articles too, and keeps its ids where most of an entity's mentions had one.
    """
    from dateline.resolve.identity.join import join

    names = names.reset_index(drop=True)
    if names.empty:
        return names.assign(entity_id=pd.Series(dtype="str"), entity=pd.Series(dtype="str"))
    article_ids = articles.article_id.tolist()
    fields = [sport_of(_WORD.findall(text.lower())) for text in Texts(articles.text)]
    things = Things()
    before = Before()
    if previous is not None and not again:
        before = recall(article_ids, fields, names, previous, things)
    todo = names if not before.rows else names[~names.index.isin(before.rows.keys())]
    chains = chains_of(todo, articles.title.tolist(), fields)
    text, starts, ends = Texts(articles.text), _numbers(names.start), _numbers(names.end)
    tell_places(chains, text, starts, ends)
    own_outlets(chains, articles.source.tolist() if "source" in articles else [""] * len(articles), text, starts)
    addresses(chains, text, starts)
    join(chains, things, len(articles), before)
    entities = things.entities
    called = [before.names.get(n) or naming.canonical(e) for n, e in enumerate(entities)]
    first = _first(chains, article_ids, starts, len(entities))
    ids = naming.ids(entities, called, first)
    entity = [-1] * len(names)
    reason = shared(names.reason)
    for row, (n, why) in before.rows.items():
        entity[row], reason[row] = n, why
    label, texts = shared(names.label), shared(names.text)
    for c in chains:
        for row in c.rows:
            entity[row] = c.entity
            label[row] = c.label if c.relabelled else label[row]
            reason[row] = reason[row] or c.reason or naming.why(texts[row], called[c.entity], entities[c.entity])
    entity_id = [ids[n] for n in entity]
    if previous is not None and again:
        kept = carried(entity_id, previous, names, article_ids)
        entity_id = [kept[i] for i in entity_id]
    return names.assign(label=label, entity_id=entity_id, entity=[called[n] for n in entity], reason=reason)


def _numbers(column: pd.Series) -> Sequence[int]:
    """The whole numbers of a column, four bytes each; a list takes ten times that."""
    out = array("i")
    out.frombytes(column.to_numpy(np.int32).tobytes())
    return out


def _first(chains: list, article_ids: list[str], starts: Sequence[int], n: int) -> list[str]:
    """For each entity where it is first named: tells namesakes apart, whatever the order of articles."""
    first = [""] * n
    for c in chains:
        at = f"{article_ids[c.article]}:{starts[c.rows[0]]:09d}"
        first[c.entity] = min(first[c.entity] or at, at)
    return first

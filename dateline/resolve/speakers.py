"""Readers' decisions about speakers laid over the frame of quotations.

    quotes, fixed = put_right(quotes, entities, speakers.fixes())

Only the rows of the quotations meant are changed; the frame given is not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from dateline import schema
from dateline.corrections import Thing
from dateline.corrections.quotation import Quotation, same
from dateline.corrections.speakers import Fix


def put_right(
    quotes: pd.DataFrame, entities: pd.DataFrame, fixes: Sequence[Fix], went: Mapping[str, str] | None = None
) -> tuple[pd.DataFrame, dict[str, Fix]]:
    """The frame of quotations with the speakers that readers gave, and the fix of each quote id that has one.

    ``entities``: entity_id, entity, label, aliases, mentions. ``went``: old entity id → the id it has now, for names
    that readers merged. A fixed row has ``resolved`` "hand" and ``sure`` 1; the speaker as written stays. A decision
    whose quotation is gone, or whose name this pile does not hold, changes nothing.
    """
    if not fixes or not len(quotes):
        return quotes, {}
    held: dict[str, Fix] = {}
    meant = {f.quotation.article for f in fixes}
    rows = np.flatnonzero(quotes.article_id.isin(meant).to_numpy())
    among = _quotations(quotes.iloc[rows])
    by_id = dict(zip(entities.entity_id, entities.entity, strict=True))
    to: dict[str, tuple[str, str]] = {}
    for fix in fixes:
        quote_id = same(fix.quotation, among.get(fix.quotation.article, ()))
        entity = _entity(fix.to, entities, by_id, went or {}) if fix.to else ("", "")
        if quote_id and entity is not None:
            held[quote_id], to[quote_id] = fix, entity
    if not held:
        return quotes, {}
    mine = rows[quotes.quote_id.iloc[rows].isin(held).to_numpy()]
    ids, names = (quotes[c].to_numpy(object).copy() for c in ("speaker_entity_id", "speaker_entity"))
    how, sure = quotes.resolved.to_numpy(object).copy(), quotes.sure.to_numpy().copy()
    for row, quote_id in zip(mine, quotes.quote_id.iloc[mine], strict=True):
        ids[row], names[row] = to[quote_id]
        how[row], sure[row] = schema.HAND, 1.0
    out = quotes.assign(speaker_entity_id=ids, speaker_entity=names, resolved=how, sure=sure)
    return out.astype(dict.fromkeys(("speaker_entity_id", "speaker_entity", "resolved"), "str")), held


def _quotations(part: pd.DataFrame) -> dict[str, list[Quotation]]:
    """The quotations of some rows, by article."""
    out: dict[str, list[Quotation]] = {}
    for (article, quote_id), pieces in part.groupby(["article_id", "quote_id"], sort=False):
        text = " … ".join(" ".join(t.split()) for t in pieces.text)
        out.setdefault(str(article), []).append(Quotation(str(quote_id), str(article), text))
    return out


def _entity(
    thing: Thing, entities: pd.DataFrame, by_id: Mapping[str, str], went: Mapping[str, str]
) -> tuple[str, str] | None:
    """Id and name of a thing now: by id where that still goes by the name, else the oftenest mentioned of that name."""
    i = went.get(thing.id, thing.id)
    if i in by_id and (i != thing.id or by_id[i] == thing.name):
        return i, by_id[i]
    wanted = thing.name.casefold()
    hits = entities[entities.entity.str.casefold() == wanted]
    if not len(hits) and i in by_id:  # renamed, or called otherwise in the new version
        aliases = entities.aliases.iloc[list(by_id).index(i)]
        return (i, by_id[i]) if wanted in {a.casefold() for a in aliases} else None
    if not len(hits):
        return None
    like = hits[hits.label == thing.label] if thing.label and (hits.label == thing.label).any() else hits
    best = like.sort_values("mentions", ascending=False, kind="stable").iloc[0]
    return str(best.entity_id), str(best.entity)

"""What an earlier run found: its entities with their ids, so that new articles join them and old mentions stay as
they are."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

import pandas as pd

from dateline.annotate.names import persons, places
from dateline.annotate.names.sports import SPORTS
from dateline.resolve.identity.chains import KINDS, key_of
from dateline.resolve.identity.naming import STATE
from dateline.resolve.identity.things import Entity, Things

_TEAM = re.compile(r"(.+) \((" + "|".join([*SPORTS, "sport"]) + r")\)$")
"""A team's name as naming.canonical gives it: "Norway (soccer)"."""


@dataclass(slots=True)
class Before:
    """Rows that need no resolving (row → entity number and reason), and the company of their articles."""

    rows: dict[int, tuple[int, str]] = field(default_factory=dict)
    company: dict[int, set[str]] = field(default_factory=dict)
    neighbours: dict[int, set[str]] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)


def recall(
    article_ids: list[str], fields: list[str], names: pd.DataFrame, mentions: pd.DataFrame, things: Things
) -> Before:
    """Put the entities of ``mentions`` (an earlier run's frame) into ``things``; tell which rows of ``names`` they
    settle.

    An article counts as known where its names are exactly those of before; another reading of it is resolved anew.
    """
    before = Before()
    number = {a: i for i, a in enumerate(article_ids)}
    old: dict[int, dict[tuple[int, int], tuple[str, str, str, str, str]]] = defaultdict(dict)
    columns = ("article_id", "start", "end", "text", "label", "entity_id", "entity", "reason")
    for article_id, start, end, *rest in zip(*(mentions[c].tolist() for c in columns), strict=True):
        if (at := number.get(article_id)) is not None:
            old[at][start, end] = tuple(rest)
    new: dict[int, dict[tuple[int, int], int]] = defaultdict(dict)
    for row, (article, start, end) in enumerate(
        zip(names.article.tolist(), names.start.tolist(), names.end.tolist(), strict=True)
    ):
        new[article][start, end] = row
    entity_of: dict[str, int] = {}
    for article, spans in old.items():
        rows = new.get(article, {})
        if spans.keys() != rows.keys():
            continue
        field_ = fields[article]
        seen: set[int] = set()
        for span, (text, label, entity_id, name, reason) in spans.items():
            n = entity_of.get(entity_id)
            if n is None:
                n = entity_of[entity_id] = _entity(entity_id, name, label, field_, things)
                before.names[n] = name
            e = things.entities[n]
            e.forms[" ".join(text.split())] += 1
            e.labels[label] += 1
            if n not in seen:
                seen.add(n)
                e.articles.append(article)
                e.fields.add(field_)
                e.full += e.person is not None and bool(e.person.given)
            before.rows[rows[span]] = (n, reason)
        before.company[article] = {_sign(things.entities[n], n) for n in seen}
        before.neighbours[article] = {
            things.entities[n].key for n in seen if things.entities[n].kind not in ("place", "norp")
        }
    return before


def _entity(entity_id: str, name: str, label: str, field_: str, things: Things) -> int:
    """The entity with its key, as join would have made it."""
    kind = KINDS.get(label, label)
    if kind == "person":
        p = persons.parse(name)
        key = " ".join((*p.given, p.surname, *([p.suffix] if p.suffix else [])))
        n = things.add(kind, key, p, bare=not p.given)
    else:
        team = _TEAM.match(name) if kind == "org" else None
        key = key_of(team[1] if team else name, kind)
        if kind == "place" and name.endswith(STATE):
            key = places.key(name.removesuffix(STATE))
        if kind == "org" and places.is_place(team[1] if team else name) and key == key.lower():
            key = f"{key}|{team[2] if team else ''}"
        n = things.add(kind, key)
    things.entities[n].id = entity_id
    return n


def _sign(e: Entity, n: int) -> str:
    return f"@{n}" if e.kind == "person" and not e.bare else f"~{e.key}" if e.kind == "person" else e.key


def carried(
    entity_ids: list[str], mentions: pd.DataFrame, names: pd.DataFrame, article_ids: list[str]
) -> dict[str, str]:
    """For a run from scratch: id it would give → id that most of the entity's mentions had before.

    An old id goes to one entity only, the one with most of its mentions; ties by the id.
    """
    had = {
        (a, s, e): i
        for a, s, e, i in zip(mentions.article_id, mentions.start, mentions.end, mentions.entity_id, strict=True)
    }
    votes: Counter[tuple[str, str]] = Counter()
    for made, article, start, end in zip(entity_ids, names.article, names.start, names.end, strict=True):
        if (was := had.get((article_ids[article], start, end))) is not None:
            votes[made, was] += 1
    out: dict[str, str] = {}
    given: set[str] = set()
    for (made, was), _ in sorted(votes.items(), key=lambda v: (-v[1], v[0])):
        if made not in out and was not in given:
            out[made] = was
            given.add(was)
    # a fresh id must not be one that another entity keeps
    for made in sorted(set(entity_ids) - out.keys()):
        wanted, n = made, 2
        while wanted in given:
            wanted, n = f"{made}-{n}", n + 1
        out[made] = wanted
        given.add(wanted)
    return out


def moved(old: pd.DataFrame, new: pd.DataFrame) -> dict[str, str]:
    """Entity ids that are gone → the id that most of their mentions have now (both as schema.MENTIONS): for old
    links."""
    gone = set(old.entity_id) - set(new.entity_id)
    lost = old[old.entity_id.isin(gone)]
    both = lost.merge(new, on=["article_id", "start", "end"], suffixes=("_was", "_is"))
    if both.empty:
        return {}
    counts = both.groupby(["entity_id_was", "entity_id_is"]).size().reset_index(name="n")
    best = counts.sort_values(["n", "entity_id_is"], ascending=[False, True]).drop_duplicates("entity_id_was")
    return dict(zip(best.entity_id_was, best.entity_id_is, strict=True))

"""Organisations across articles: acronyms and short forms to the long name that others spell out."""

from __future__ import annotations

from dateline.annotate.names import places
from dateline.annotate.names.chains import initials
from dateline.resolve.identity.chains import Chain, key_of
from dateline.resolve.identity.company import behind_place
from dateline.resolve.identity.context import Context
from dateline.resolve.identity.people import RARE_NEAR
from dateline.resolve.identity.things import Things

_TOLD = 0.05
"""A short form is another name of what this share of its articles spell it out as; a firm is more than one of its
parts."""

_RARER = 3
"""So many times as often as the long name may its initials stand without it."""


def is_short(c: Chain) -> bool:
    """An acronym without its long form in this article, that no table knows."""
    short = len(c.key.split()) <= 2 and not behind_place(c.key)
    return c.key == c.key.lower() and (short or "|" in c.key) and not places.kind_of(c.key)


def tell_short_forms(chains: list[Chain], things: Things) -> None:
    """Note which short forms articles use for which entity: the evidence for articles that hold only the short form."""
    for c in chains:
        if c.entity < 0 or len(c.forms) < 2 or c.kind == "person":
            continue
        for key in {key_of(f, c.kind) for f in c.forms}:
            if key != c.key:
                things.short[c.kind, key][c.entity] += 1
    # "Rovers" may be short for "Oldtown Rovers" in any article, if that is the only club so named
    for (kind, key), n in things.by_key.items():
        if kind == "org" and len(key.split()) > 2:
            things.initials[initials(things.shown(n))].add(n)
        if kind == "org" and key == key.lower() and (parts := behind_place(key)):
            place, nickname = parts
            things.nicknames[nickname].add(n)
            for sport in things.entities[n].fields - {""}:
                things.clubs[place, sport].add(n)


def body(c: Chain, things: Things, context: Context) -> None:
    """A short form of an organisation: the one long name that other articles, or its letters, give it."""
    told = things.short.get((c.kind, c.key))
    n = things.by_key.get((c.kind, c.key))
    if told and told.total() >= _TOLD * things.bodies[c.key]:
        ranked = told.most_common(2)
        if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]:
            times = ranked[0][1]
            where = "another article" if times == 1 else f"{times} other articles"
            things.put(c, ranked[0][0], f"short for {things.shown(ranked[0][0])} in {where}")
            return
    place, _, sport = c.key.partition("|")
    clubs = things.clubs.get((place, sport), ()) if sport else things.nicknames.get(c.key, ())
    if len(clubs) == 1:
        (club,) = clubs
        things.put(c, club, f"short for {things.shown(club)}, the only one so named")
        return
    letters = c.name.replace(".", "")
    if " " not in letters and letters.isupper() and len(letters) > 2:
        spelled = things.initials.get(letters, ())
        if len(spelled) == 1:
            (long,) = spelled
            # letters that far more articles use than ever name the long form stand for something else
            usual = len(set(things.entities[long].articles)) * _RARER >= things.bodies[c.key]
            if usual and context.likeness(c.article, things.entities[long].articles) >= RARE_NEAR:
                things.put(c, long, f"initials of {things.shown(long)}, in articles that name the same things")
                return
    if n is None:
        n = things.add(c.kind, c.key)
    things.put(c, n)


def event(c: Chain, things: Things, context: Context) -> None:
    """ "the Cup" to the one long name that articles in like company give it."""
    told = things.short.get((c.kind, c.key))
    if told and (len(told) == 1 or told.most_common(2)[0][1] >= 2 * told.most_common(2)[1][1]):
        n = told.most_common(1)[0][0]
        if context.likeness(c.article, things.entities[n].articles) >= RARE_NEAR:
            things.put(c, n, f"short for {things.shown(n)} in articles that name the same things")
            return
    n = things.by_key.get((c.kind, c.key), -1)
    things.put(c, things.add(c.kind, c.key) if n < 0 else n)

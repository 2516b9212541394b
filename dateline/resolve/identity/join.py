"""Chains to entities: first what a name makes sure, then short names by evidence. Two people are never joined on trust.

Sure: equal keys (full names, firms without "Inc", countries by code, well-known acronyms), variants of a full name
that fit one person only. By evidence: a bare surname joins the bearer whose articles share its company by a clear
margin; an acronym or short form joins the long name that other articles spell out for it. Joins go from a chain to
an entity, never from entity to entity, so nothing is joined through a name that two entities own.
"""

from __future__ import annotations

from collections import Counter

from dateline.resolve.identity.before import Before
from dateline.resolve.identity.bodies import body, event, is_short, tell_short_forms
from dateline.resolve.identity.chains import Chain
from dateline.resolve.identity.company import all_names, neighbours
from dateline.resolve.identity.context import Context
from dateline.resolve.identity.kinds import one_kind, tell_states
from dateline.resolve.identity.people import bare_surname, full_names
from dateline.resolve.identity.things import Things


def join(chains: list[Chain], things: Things, articles: int, before: Before) -> None:
    """Give every chain its entity. ``things`` may hold entities of before, ``before`` the company of their articles."""
    tell_states(chains)
    one_kind(chains, neighbours(chains, articles, before))
    company = neighbours(chains, articles, before)
    weak: list[Chain] = []
    events: list[Chain] = []
    people: list[Chain] = []
    for c in chains:
        if c.kind == "person":
            (people if c.person is not None and c.person.given else weak).append(c)
        elif c.kind == "org" and not c.called and is_short(c):
            weak.append(c)
        elif c.kind == "EVENT" and " " not in c.key:
            events.append(c)
        else:
            _by_key(c, things)
    full_names(people, things, company)
    tell_short_forms(chains, things)
    context = Context(all_names(chains, articles, before))
    things.bodies = Counter(c.key for c in weak if c.kind == "org")
    for c in weak:
        if c.kind == "org":
            body(c, things, context)
    for c in events:
        event(c, things, context)
    things.surnames = Counter(c.person.surname for c in weak if c.person is not None)
    for c in sorted((c for c in weak if c.kind == "person"), key=lambda c: (c.article, c.rows[0])):
        bare_surname(c, things, context)


def _by_key(c: Chain, things: Things) -> None:
    n = things.by_key.get((c.kind, c.key))
    things.put(c, things.add(c.kind, c.key) if n is None else n)

"""People across articles: full names first, then bare surnames by the company they keep."""

from __future__ import annotations

from collections import defaultdict

from dateline.annotate.names import given, persons, places
from dateline.resolve.identity.chains import Chain
from dateline.resolve.identity.company import share
from dateline.resolve.identity.context import Context
from dateline.resolve.identity.things import Things

NEAR = 0.12
"""Likeness of articles above which a bare surname may be the same person."""
MARGIN = 1.6
"""How much likelier the best bearer must be than the next."""
RARE_NEAR = 0.05
"""The same as NEAR where the pile knows one bearer only, in several articles."""
_ENOUGH = 3
_ALONE = 3
"""So many times as many articles may hold a surname alone as name its bearers in full."""


def full_names(chains: list[Chain], things: Things, company: list[set[str]]) -> None:
    """People by their full names: equal names first, then variants that fit one person only."""
    by_name: dict[str, list[Chain]] = defaultdict(list)
    for c in chains:
        by_name[c.key].append(c)

    # fuller names first, then the oftener: "J. Hale" looks for "John Hale", not the other way round
    def rank(k: str) -> tuple:
        p = by_name[k][0].person
        assert p is not None
        return (-min(2, sum(len(w) > 1 for w in p.given)), -len(by_name[k]), k)

    for k in sorted(by_name, key=rank):
        for group in _apart(by_name[k], company):
            _one_person(k, group, things, company)


def _one_person(k: str, group: list[Chain], things: Things, company: list[set[str]]) -> None:
    """Chains with one full name, of one person as far as can be told, to their entity."""
    p = group[0].person
    assert p is not None
    articles = [c.article for c in group]
    fields = {c.field for c in group}

    def may_be(n: int) -> bool:
        e = things.entities[n]
        return bool(e.fields & fields) or share(company, articles, e.articles, k)

    reason = ""
    same = [n for n in things.bearers[p.surname] if things.entities[n].key == k and (not _is_usual(p) or may_be(n))]
    if same:
        n = same[0]
    else:
        fits = [n for n in things.bearers[p.surname] if _variant(things.entities[n].person or p, p) and may_be(n)]
        if len(fits) == 1:
            n = fits[0]
            reason = f"another form of {things.shown(n)}"
        else:
            n = things.add("person", k, p)
    for c in group:
        things.put(c, n, reason)
    things.entities[n].full = len(things.entities[n].articles)


def _variant(a: persons.Person, b: persons.Person) -> bool:
    return persons.compatible(a, b) or persons.tail_of(a, b) or persons.tail_of(b, a)


def _is_usual(p: persons.Person) -> bool:
    """Whether many people have this full name: a common given name (or an initial) and a common surname."""
    return p.surname in given.common_surnames() and (p.given[0] in given.genders() or len(p.given[0]) == 1)


def _apart(group: list[Chain], company: list[set[str]]) -> list[list[Chain]]:
    """One usual full name in articles of different fields that share no company: as many people.

    "Alan Gray" the pitcher and "Alan Gray" the minister; a rare name is one person wherever it stands.
    """
    fields = sorted({c.field for c in group})
    p = group[0].person
    if len(fields) == 1 or p is None or not _is_usual(p):
        return [group]
    parts = [[c for c in group if c.field == f] for f in fields]
    merged: list[list[Chain]] = []
    for part in sorted(parts, key=lambda x: -len(x)):
        home = next(
            (m for m in merged if share(company, [c.article for c in part], [c.article for c in m], group[0].key)),
            None,
        )
        if home is None:
            merged.append(part)
        else:
            home += part
    return merged


def bare_surname(c: Chain, things: Things, context: Context) -> None:
    """A bare surname: the bearer by the company it keeps, else an entity of its own."""
    p = c.person
    assert p is not None
    if not c.sure:
        things.put(c, things.add("person", c.key, p, alone=True), "ambiguous surname: left unassigned")
        return
    scored = sorted(
        ((_score(c, n, things, context), n) for n in things.bearers[p.surname] if _answers(c, n, things)),
        key=lambda s: (-s[0], things.entities[s[1]].key),
    )
    # a name that far more articles hold alone than in full is something else, mostly a firm that the model does not
    # know
    full = sum(things.entities[n].full for n in things.bearers[p.surname])
    if scored and things.surnames[p.surname] <= _ALONE * full + 2:
        best, n = scored[0]
        second = scored[1][0] if len(scored) > 1 else 0.0
        known = second == 0 and len(things.entities[n].articles) >= _ENOUGH
        if best >= (RARE_NEAR if known else NEAR) and best >= MARGIN * second:
            shared = context.shared(c.article, things.entities[n].articles, f"~{c.key}")
            things.put(c, n, _reason(things.shown(n), shared, things))
            return
    own = [(context.likeness(c.article, things.entities[n].articles), n) for n in things.bare[p.surname]]
    if own:
        best, n = max(own, key=lambda s: (s[0], -s[1]))
        if best >= (NEAR if scored else RARE_NEAR):
            things.put(c, n, "the same surname in like company")
            return
    n = things.add("person", c.key, p, bare=True)
    things.put(c, n, "surname alone: whose it is could not be told" if scored else "")


def _answers(c: Chain, n: int, things: Things) -> bool:
    """Whether a bearer may be addressed as the bare surname is: "Mr Hale" is not Ada."""
    p = things.entities[n].person
    own = given.gender_of(p.given[0]) if c.address and p is not None and p.given else ""
    return not own or own == c.address


def _score(c: Chain, n: int, things: Things, context: Context) -> float:
    """How well a bare surname fits a bearer: the likeness of the article to the bearer's; 0 in another field of
    life."""
    e = things.entities[n]
    if c.field not in e.fields and c.field and "" not in e.fields:
        return 0.0
    return context.nearness(c.article, e.articles)


def _reason(name: str, shared: list[str], things: Things) -> str:
    words = [w for w in (_readable(k, things) for k in shared) if w]
    return f"surname of {name}, whose articles also name {', '.join(words)}" if words else f"surname of {name}"


def _readable(key: str, things: Things) -> str:
    if key.startswith("@"):
        return things.shown(int(key[1:]))
    if key.startswith("~"):
        return key[1:].title()
    return places.country_name(key[1:]) if key.startswith("=") else key

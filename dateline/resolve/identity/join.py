"""Chains to entities: first what a name makes sure, then short names by evidence. Two people are never joined on trust.

Sure: equal keys (full names, firms without "Inc", countries by code, well-known acronyms), variants of a full name
that fit one person only. By evidence: a bare surname joins the bearer whose articles share its company by a clear
margin; an acronym or short form joins the long name that other articles spell out for it. Joins go from a chain to
an entity, never from entity to entity, so nothing is joined through a name that two entities own.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from dateline.annotate.names import given, persons, places
from dateline.annotate.names.chains import initials
from dateline.annotate.names.words import ORG_ENDINGS
from dateline.resolve.identity.before import Before
from dateline.resolve.identity.chains import Chain, key_of
from dateline.resolve.identity.context import Context
from dateline.resolve.identity.things import Things

NEAR = 0.12
"""Likeness of articles above which a bare surname may be the same person."""
MARGIN = 1.6
"""How much likelier the best bearer must be than the next."""
RARE_NEAR = 0.05
"""The same as NEAR where the pile knows one bearer only, in several articles."""
_MANY = 100
"""Of an entity's articles at most so many are asked for shared company."""
_OFTEN = 0.1
"""What stands in more than this share of articles (the agency itself) is no company."""
_TOLD = 0.05
"""A short form is another name of what this share of its articles spell it out as; a firm is more than one of its
parts."""
_DOMINANT = 0.8
_ENOUGH = 3
_LOOSE = ("EVENT", "WORK_OF_ART", "LAW", "PRODUCT")
"""Kinds that the model gives most wrongly: they count less than the others."""


def join(chains: list[Chain], things: Things, articles: int, before: Before) -> None:
    """Give every chain its entity. ``things`` may hold entities of before, ``before`` the company of their articles."""
    _one_kind(chains, _neighbours(chains, articles, before))
    company = _neighbours(chains, articles, before)
    weak: list[Chain] = []
    people: list[Chain] = []
    for c in chains:
        if c.kind == "person":
            (people if c.person is not None and c.person.given else weak).append(c)
        elif c.kind == "org" and _is_short(c):
            weak.append(c)
        else:
            _by_key(c, things)
    _full_names(people, things, company)
    _tell_short_forms(chains, things)
    context = Context(_company(chains, articles, before))
    things.bodies = Counter(c.key for c in weak if c.kind == "org")
    for c in weak:
        if c.kind == "org":
            _body(c, things, context)
    for c in sorted((c for c in weak if c.kind == "person"), key=lambda c: (c.article, c.rows[0])):
        _surname(c, things, context)


def _one_kind(chains: list[Chain], company: list[set[str]]) -> None:
    """A name that most articles give one kind gets it in the others too: a slip of the model, not another thing.

    A clear majority is enough everywhere; where the articles of the two kinds share company, a plain one is. A place
    and the team named after it are two things.
    """
    groups: dict[str, dict[str, list[Chain]]] = defaultdict(lambda: defaultdict(list))
    full: dict[str, list[Chain]] = defaultdict(list)
    for c in chains:
        if c.person is not None and c.person.given:
            full[c.person.surname].append(c)
    for c in chains:
        groups[places.key(c.name)][c.kind].append(c)
    for k, kinds in groups.items():
        if len(kinds) < 2 or places.is_place(k):
            continue
        best = max(sorted(kinds), key=lambda kind: (len(kinds[kind]) * (0.3 if kind in _LOOSE else 1), kind == "org"))
        if best == "person" and " " not in k and k not in full:
            # a lone word that is nobody's surname here: as likely a body that the model does not know
            others = [kind for kind in kinds if kind == "org"]
            best = "org" if others and 2 * len(kinds["org"]) >= len(kinds["person"]) else best
        n, total = len(kinds[best]), sum(map(len, kinds.values()))
        clear = n >= _ENOUGH and n >= _DOMINANT * total
        label = Counter(c.label for c in kinds[best]).most_common(1)[0][0]
        home = [c.article for c in kinds[best]]
        for kind in kinds.keys() - {best}:
            if not clear and not _share(company, [c.article for c in kinds[kind]], home, k):
                continue
            for c in kinds[kind]:
                _make(c, best, label)
    for c in chains:
        if c.kind not in ("person", "norp") and _bears(c, full, company):
            _make(c, "person", "PERSON")


def _bears(c: Chain, full: dict[str, list[Chain]], company: list[set[str]]) -> bool:
    """Whether what the model took for a place or body is a person whom articles in like company name in full."""
    words = c.name.split()
    if (
        len(words) > 3
        or places.kind_of(c.name)
        or _behind_place(c.key)
        or "|" in c.key
        or words[-1].isupper()
        or len(c.forms) > 2
    ):
        return False
    p = persons.parse(c.name)
    bearers = [b for b in full.get(p.surname, ()) if b.article != c.article and b.kind == "person" and b.key != c.key]
    if p.given:
        bearers = [b for b in bearers if persons.compatible(b.person or p, p)]
    if not bearers or (c.kind == "org" and not p.given):
        return False
    return _share(company, [c.article], [b.article for b in bearers], c.key)


def _make(c: Chain, kind: str, label: str) -> None:
    c.kind, c.label, c.relabelled = kind, label, True
    c.key = key_of(c.name, kind)
    c.person = persons.parse(c.name) if kind == "person" else None
    if c.person is not None:
        c.key = " ".join((*c.person.given, c.person.surname, *([c.person.suffix] if c.person.suffix else [])))


def _is_short(c: Chain) -> bool:
    """An acronym without its long form in this article, that no table knows."""
    short = len(c.key.split()) <= 2 and not _behind_place(c.key)
    return c.key == c.key.lower() and (short or "|" in c.key) and not places.kind_of(c.key)


def _by_key(c: Chain, things: Things) -> None:
    n = things.by_key.get((c.kind, c.key))
    if n is None:
        n = things.add(c.kind, c.key)
    things.put(c, n, _same(c, things, n))


def _same(c: Chain, things: Things, n: int) -> str:
    """Why equal keys are one thing, where the names differ."""
    e = things.entities[n]
    if not e.forms or c.name in e.forms:
        return ""
    if c.key.startswith("="):
        return "a name of the country" if c.kind == "place" else "the same nationality"
    return "another name that is generally known" if c.key != c.key.lower() else "the same name, written otherwise"


def _full_names(chains: list[Chain], things: Things, company: list[set[str]]) -> None:
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
        return bool(e.fields & fields) or _share(company, articles, e.articles, k)

    reason = ""
    same = [n for n in things.bearers[p.surname] if things.entities[n].key == k and (not _is_usual(p) or may_be(n))]
    if same:
        n = same[0]
    else:
        fits = [n for n in things.bearers[p.surname] if _variant(things.entities[n].person or p, p) and may_be(n)]
        if len(fits) == 1:
            n = fits[0]
            reason = f"another form of {_shown(things, n)}"
        else:
            n = things.add("person", k, p)
    for c in group:
        things.put(c, n, reason)


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
            (m for m in merged if _share(company, [c.article for c in part], [c.article for c in m], group[0].key)),
            None,
        )
        if home is None:
            merged.append(part)
        else:
            home += part
    return merged


def _share(company: list[set[str]], a: list[int], b: list[int], leave: str) -> bool:
    """Whether any article of the one list names something but places that an article of the other names too."""
    mine = set().union(*(company[x] for x in a[:_MANY])) - {leave}
    return any(mine & company[y] for y in b[:_MANY])


def _shown(things: Things, n: int) -> str:
    """The fullest of an entity's names as written."""
    forms = things.entities[n].forms
    return max(forms, key=lambda f: (len(f.split()) > 1, forms[f], f))


def _tell_short_forms(chains: list[Chain], things: Things) -> None:
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
            things.initials[initials(_shown(things, n))].add(n)
        if kind == "org" and key == key.lower() and (parts := _behind_place(key)):
            place, nickname = parts
            things.nicknames[nickname].add(n)
            for sport in things.entities[n].fields - {""}:
                things.clubs[place, sport].add(n)


def _behind_place(key: str) -> tuple[str, str] | None:
    """A place at the head of an organisation's name and what follows: 'oldtown rovers' → 'oldtown', 'rovers'."""
    words = key.split()
    for n in range(min(3, len(words) - 1), 0, -1):
        place, rest = " ".join(words[:n]), " ".join(words[n:])
        if places.is_place(place):
            return None if words[-1] in ORG_ENDINGS or places.kind_of(rest) else (place, rest)
    return None


def _neighbours(chains: list[Chain], articles: int, before: Before) -> list[set[str]]:
    """For each article the keys of the people and bodies in it, but for those that very many articles name."""
    out = [set(before.neighbours.get(i, ())) for i in range(articles)]
    count: Counter[str] = Counter(k for keys in before.neighbours.values() for k in keys)
    for c in chains:
        if c.kind not in ("place", "norp") and (c.person is None or c.person.given) and c.key not in out[c.article]:
            out[c.article].add(c.key)
            count[c.key] += 1
    often = {k for k, n in count.items() if n > max(4, articles * _OFTEN)}
    return [keys - often for keys in out]


def _company(chains: list[Chain], articles: int, before: Before) -> list[set[str]]:
    """For each article the keys of what is surely named in it."""
    out = [set(before.company.get(i, ())) for i in range(articles)]
    for c in chains:
        if c.entity >= 0 and c.article >= 0:
            out[c.article].add(c.key if c.kind != "person" else f"@{c.entity}")
        elif c.entity < 0:
            # a bare surname is company to the others all the same
            out[c.article].add(f"~{c.key}")
    return out


def _body(c: Chain, things: Things, context: Context) -> None:
    """A short form of an organisation: the one long name that other articles, or its letters, give it."""
    told = things.short.get((c.kind, c.key))
    n = things.by_key.get((c.kind, c.key))
    if told and told.total() >= _TOLD * things.bodies[c.key]:
        ranked = told.most_common(2)
        if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]:
            times = ranked[0][1]
            where = "another article" if times == 1 else f"{times} other articles"
            things.put(c, ranked[0][0], f"short for {_shown(things, ranked[0][0])} in {where}")
            return
    place, _, sport = c.key.partition("|")
    clubs = things.clubs.get((place, sport), ()) if sport else things.nicknames.get(c.key, ())
    if len(clubs) == 1:
        (club,) = clubs
        things.put(c, club, f"short for {_shown(things, club)}, the only one so named")
        return
    letters = c.name.replace(".", "")
    if " " not in letters and letters.isupper() and len(letters) > 2:
        spelled = things.initials.get(letters, ())
        if len(spelled) == 1:
            (long,) = spelled
            if context.likeness(c.article, things.entities[long].articles) >= RARE_NEAR:
                things.put(c, long, f"initials of {_shown(things, long)}, in articles that name the same things")
                return
    if n is None:
        n = things.add(c.kind, c.key)
    things.put(c, n)


def _surname(c: Chain, things: Things, context: Context) -> None:
    """A bare surname: the bearer by the company it keeps, else an entity of its own."""
    p = c.person
    assert p is not None
    if not c.sure:
        things.put(c, things.add("person", c.key, p, alone=True), "ambiguous surname: left unassigned")
        return
    scored = sorted(
        ((_score(c, n, things, context), n) for n in things.bearers[p.surname]),
        key=lambda s: (-s[0], things.entities[s[1]].key),
    )
    if scored:
        best, n = scored[0]
        second = scored[1][0] if len(scored) > 1 else 0.0
        known = second == 0 and len(things.entities[n].articles) >= _ENOUGH
        if best >= (RARE_NEAR if known else NEAR) and best >= MARGIN * second:
            shared = context.shared(c.article, things.entities[n].articles, f"~{c.key}")
            things.put(c, n, _reason(_shown(things, n), shared, things))
            return
    own = [(context.likeness(c.article, things.entities[n].articles), n) for n in things.bare[p.surname]]
    if own:
        best, n = max(own, key=lambda s: (s[0], -s[1]))
        if best >= (NEAR if scored else RARE_NEAR):
            things.put(c, n, "the same surname in like company")
            return
    n = things.add("person", c.key, p, bare=True)
    things.put(c, n, "surname alone: whose it is could not be told" if scored else "")


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
        return _shown(things, int(key[1:]))
    if key.startswith("~"):
        return key[1:].title()
    return places.country_name(key[1:]) if key.startswith("=") else key

"""One kind for one name: a name that most articles give one label gets it in the others too."""

from __future__ import annotations

from collections import Counter, defaultdict

from dateline.annotate.names import known, persons, places
from dateline.resolve.identity.chains import Chain, key_of
from dateline.resolve.identity.company import behind_place, share

_ENOUGH, _DOMINANT = 3, 0.8
"""In so many articles, and in this share of them, a kind is clear without further evidence."""
_FAR = 5
"""A lone word that the model calls a body is a surname where so many times as many articles name a bearer in full."""
_LOOSE = ("EVENT", "WORK_OF_ART", "LAW", "PRODUCT")
"""Kinds that the model gives most wrongly: they count less than the others."""


def one_kind(chains: list[Chain], company: list[set[str]]) -> None:
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
            if not clear and not share(company, [c.article for c in kinds[kind]], home, k):
                continue
            for c in kinds[kind]:
                make(c, best, label)
    lone = Counter(c.key for c in chains if c.kind not in ("person", "norp"))
    for c in chains:
        if c.kind not in ("person", "norp") and _bears(c, full, lone, company):
            make(c, "person", "PERSON")


def _bears(c: Chain, full: dict[str, list[Chain]], lone: Counter[str], company: list[set[str]]) -> bool:
    """Whether what the model took for a place or body is a person whom articles in like company name in full."""
    words = c.name.split()
    if (
        len(words) > 3
        or places.kind_of(c.name)
        or places.key(c.name) in known.labels()
        or behind_place(c.key)
        or "|" in c.key
        or words[-1].isupper()
        or len(c.forms) > 2
    ):
        return False
    p = persons.parse(c.name)
    bearers = [b for b in full.get(p.surname, ()) if b.article != c.article and b.kind == "person" and b.key != c.key]
    if p.given:
        bearers = [b for b in bearers if persons.compatible(b.person or p, p)]
    # many articles that hold the word alone, and few that name its bearer: the word is what the model says it is
    if not bearers or (not p.given and len(bearers) < (_FAR if c.kind == "org" else 1) * lone[c.key]):
        return False
    return share(company, [c.article], [b.article for b in bearers], c.key)


def make(c: Chain, kind: str, label: str) -> None:
    """Give a chain another kind and label, and the key that goes with it."""
    c.kind, c.label, c.relabelled = kind, label, True
    c.key = key_of(c.name, kind)
    c.person = persons.parse(c.name) if kind == "person" else None
    if c.person is not None:
        c.key = " ".join((*c.person.given, c.person.surname, *([c.person.suffix] if c.person.suffix else [])))


def tell_states(chains: list[Chain]) -> None:
    """ "Georgia" is the American state where the article's other places are American, and the country elsewhere."""
    double = [c for c in chains if c.kind == "place" and places.state_key(c.key)]
    if not double:
        return
    wanted = {c.article for c in double}
    american: Counter[int] = Counter()
    foreign: Counter[int] = Counter()
    for c in chains:
        if c.article in wanted and c.kind in ("place", "norp") and not places.state_key(c.key):
            code = places.country_of(c.name)
            american[c.article] += code == "US" and c.key != "=US"
            foreign[c.article] += code not in ("US", "")
    for c in double:
        if american[c.article] and american[c.article] >= foreign[c.article]:
            c.key = places.state_key(c.key)

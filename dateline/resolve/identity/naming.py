"""What an entity is called: its canonical name, its id, and a short name that confuses it with nothing else."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict

from dateline.annotate.names import given, known, persons, places
from dateline.annotate.names.place_names import STATE_SHORT
from dateline.resolve.identity.things import Entity

_SHOWN = {places.key(v): v for v in known.organisations().values()}

STATE = " (state)"


def canonical(e: Entity) -> str:
    """The name that is shown: a country's usual one, a person's commonest full name, a body's long or well-known
    name."""
    if e.called:
        return e.called
    if e.kind == "place" and e.key.startswith("="):
        return places.country_name(e.key[1:]) or _commonest(e.forms)
    if e.kind == "org" and e.key in _SHOWN.values():
        return e.key
    if e.kind == "place" and e.key in places.countries():
        return f"{e.key.title()}{STATE}"  # as "Georgia (state)": the country of that name is another thing
    forms = Counter({f: n for f, n in e.forms.items() if f})
    if e.kind == "person":
        full = Counter({f: n for f, n in forms.items() if persons.parse(f).given})
        return _commonest(_without_initials(full) or full or forms)
    if e.kind == "org" and "|" in e.key:
        # a team named after its town or country, of which there is one in every sport
        place, _, sport = e.key.partition("|")
        own = Counter({f: n for f, n in forms.items() if places.key(f) == place})
        return f"{_commonest(own or forms)} ({sport})" if sport else _commonest(forms)
    if e.kind == "org":
        # the long name where a short form or acronym stands for it
        long = Counter({f: n for f, n in forms.items() if len(f.split()) > 1})
        if long and any(" " not in f and f.isupper() for f in forms):
            return _commonest(long)
    if e.kind == "place":
        # "Mich." is Michigan
        spelled: Counter[str] = Counter()
        for f, n in forms.items():
            spelled[STATE_SHORT.get(f, f)] += n
        forms = spelled
    if e.kind == "norp":
        singular = Counter({f: n for f, n in forms.items() if not f.endswith("s")})
        return _commonest(singular or forms)
    return _commonest(forms)


def _without_initials(full: Counter[str]) -> Counter[str]:
    return Counter({f: n for f, n in full.items() if len(persons.parse(f).given[0]) > 1})


def _commonest(forms: Counter[str]) -> str:
    """The form that stands most often; one set in capitals only where there is no other."""
    plain = {f: n for f, n in forms.items() if not (f.isupper() and len(f) > 5)} or dict(forms)
    best = max(plain, key=lambda f: (plain[f], -len(f), f))
    return _from_capitals(best) if best.isupper() and len(best) > 5 and " " in best else best


def _from_capitals(name: str) -> str:
    return " ".join(w if "." in w or len(w) < 3 else w.capitalize() for w in name.split())


def why(text: str, name: str, e: Entity) -> str:
    """Why a mention that reads ``text`` is the thing called ``name``, if nothing else says so, else ''."""
    if places.key(text) == places.key(name):
        return ""
    if e.key.startswith("="):
        return "a name of the country" if e.kind == "place" else "the same nationality"
    if e.kind == "org" and "|" in e.key:
        return "a team by the name of its town or country"
    if e.kind == "org" and e.key in _SHOWN.values():
        return "another name that is generally known"
    return f"a form of the name {name}"


def slug(name: str) -> str:
    """'U.S. Senate' → 'u-s-senate': lower case letters and digits, joined by hyphens; never empty."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    made = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].strip("-")
    return made or "x" + hashlib.blake2b(name.encode(), digest_size=4).hexdigest()


def ids(entities: list[Entity], names: list[str], first: list[str]) -> list[str]:
    """An id for each entity: the one it has, else the slug of its name, with its kind or more where that is taken.

    ``first``: for each the id of its first article and the place there, which tells namesakes apart whatever the order.
    """
    out = [e.id for e in entities]
    taken = {i for i in out if i}

    # the oftener named thing gets the plain slug
    def order(n: int) -> tuple:
        e = entities[n]
        return (e.bare, -len(e.articles), -sum(e.forms.values()), names[n], e.kind, first[n])

    for n in sorted((n for n in range(len(out)) if not out[n]), key=order):
        base = slug(names[n])
        digest = hashlib.blake2b(first[n].encode(), digest_size=3).hexdigest()
        for wanted in (base, f"{base}-{entities[n].kind.lower().replace('_', '-')}", f"{base}-{digest}"):
            if wanted not in taken:
                break
        else:
            wanted = f"{base}-{hashlib.blake2b((first[n] + entities[n].kind).encode(), digest_size=8).hexdigest()}"
        taken.add(wanted)
        out[n] = wanted
    return out


def short_names(names: list[str], labels: list[str], aliases: list[list[str]] | None = None) -> list[str]:
    """What to call each thing where room is short: a person's surname, with the given name behind it where two share
    it.

    "Ada Smith" and "Ben Smith" become "Smith (Ada)" and "Smith (Ben)"; a bare "Smith" of unknown bearer "Smith (?)".
    ``aliases`` tell whose surname comes first: "Wang Min", whom articles call Wang.
    """
    people = {i: persons.parse(n) for i, (n, label) in enumerate(zip(names, labels, strict=True)) if label == "PERSON"}
    sharing: dict[str, list[int]] = defaultdict(list)
    for i, p in people.items():
        sharing[p.surname].append(i)
    others = {places.key(n) for i, n in enumerate(names) if i not in people}
    out = list(names)
    for surname, rows in sharing.items():
        alone = len(rows) == 1 and surname not in others
        for i in rows:
            words = names[i].split()
            start = _surname_at(words)
            last, before = " ".join(words[start:]), " ".join(words[:start])
            called = aliases and len(words) > 1 and words[0] in aliases[i] and last not in aliases[i]
            if called and words[0].lower() not in given.genders():
                last, before = words[0], " ".join(words[1:])
            out[i] = last if alone else f"{last} ({before or '?'})"
    return out


def _surname_at(words: list[str]) -> int:
    """Where the surname begins: its particles and a suffix belong to it."""
    from dateline.annotate.names.words import PARTICLES, SUFFIXES

    at = len(words) - 1
    while at > 0 and words[at].lower() in SUFFIXES:
        at -= 1
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    return at

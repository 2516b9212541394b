"""The things of a pile while identity works: entities, and the index by which a chain finds its own."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from dateline.annotate.names.persons import Person
from dateline.resolve.identity.chains import Chain


@dataclass(slots=True)
class Entity:
    """One thing: its kind and key, the articles it stands in, its names. ``id`` is set when it was known before."""

    kind: str
    key: str
    person: Person | None = None
    id: str = ""
    articles: list[int] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    fields: set[str] = field(default_factory=set)
    """The sports of its articles, '' for others."""
    full: int = 0
    """Articles that name a person in full."""
    bare: bool = False
    """Known by a surname alone: joined to only by the company that it keeps."""
    called: str = ""
    """The name that is shown, where something surer than its mentions tells it."""
    longs: set[str] = field(default_factory=set)
    """Keys of its longer names, told by articles that hold both the short and the long one."""


class Things:
    """All entities, found by key, by surname and by short form."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self.by_key: dict[tuple[str, str], int] = {}
        self.bearers: dict[str, list[int]] = defaultdict(list)
        self.bare: dict[str, list[int]] = defaultdict(list)
        self.short: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
        """(kind, key of a short form) → entities that articles have used it for, and in how many articles."""
        self.nicknames: dict[str, set[int]] = defaultdict(set)
        """What follows the place in a body's name ('rovers') → the bodies."""
        self.surnames: Counter[str] = Counter()
        """Surname → articles that hold it alone."""
        self.bodies: Counter[str] = Counter()
        """Key of a short form → articles that hold it alone."""
        self.initials: dict[str, set[int]] = defaultdict(set)
        """First letters of a body's long name → the bodies."""
        self.clubs: dict[tuple[str, str], set[int]] = defaultdict(set)
        """(place, sport) → the clubs that are named after the place."""

    def add(self, kind: str, key: str, person: Person | None = None, bare: bool = False, alone: bool = False) -> int:
        """A new entity; its number. One that stands ``alone`` is not found by its key."""
        n = len(self.entities)
        self.entities.append(Entity(kind, key, person, bare=bare))
        if alone:
            return n
        if bare and person is not None:
            self.bare[person.surname].append(n)
            return n
        self.by_key[kind, key] = n
        if person is not None and person.given:
            self.bearers[person.surname].append(n)
        return n

    def put(self, chain: Chain, entity: int, reason: str = "") -> None:
        """Give a chain its entity, and the entity what the chain tells of it."""
        e = self.entities[entity]
        chain.entity = entity
        chain.reason = chain.reason or reason
        if not e.articles or e.articles[-1] != chain.article:
            e.articles.append(chain.article)
        e.fields.add(chain.field)
        e.forms.update(chain.forms)
        e.labels[chain.label] += len(chain.rows)
        e.called = e.called or chain.called

    def shown(self, entity: int) -> str:
        """The fullest of an entity's names as written."""
        forms = self.entities[entity].forms
        return max(forms, key=lambda f: (len(f.split()) > 1, forms[f], f))

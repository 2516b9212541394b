"""Merges that a reader may want: pairs of things that look like one, ranked, each with its evidence in words.

Names bring pairs together (spelling, short forms, initials), the articles rank them: the company two names keep
speaks for one thing, standing side by side in the same articles speaks for two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import pandas as pd
from rapidfuzz import fuzz

from dateline.annotate.names import persons
from dateline.annotate.names.chains import initials
from dateline.annotate.names.places import key
from dateline.corrections import Action

_BLOCK = 40
"""A word that more things share ('bank') brings no pairs together."""
_ALIKE = 88
"""Likeness of two spellings, of 100, from which they may be one name."""
COLUMNS = ("entity_id", "other_id", "entity", "other", "score", "evidence", "together", "shared")


@dataclass(frozen=True, slots=True)
class _Thing:
    id: str
    name: str
    label: str
    mentions: int
    aliases: tuple[str, ...]


def suggest_merges(
    mentions: pd.DataFrame, entities: pd.DataFrame, actions: Sequence[Action] = (), most: int = 100
) -> pd.DataFrame:
    """At most ``most`` pairs, best first: ``entity_id`` is the oftener named thing, ``other_id`` what might join it.

    ``score`` lies between 0 and 1; ``evidence`` says why in words; ``together`` is the number of articles that name
    both (against), ``shared`` that of further names that the articles of both hold (for). Pairs that a reader keeps
    apart (``actions``) are left out. ``mentions`` and ``entities`` as in dateline.schema.
    """
    things = [
        _Thing(i, n, label, m, tuple(a))
        for i, n, label, m, a in zip(
            entities.entity_id, entities.entity, entities.label, entities.mentions, entities.aliases, strict=True
        )
    ]
    apart = {frozenset(t.id for t in a.things) for a in actions if a.kind == "apart"}
    pairs = {
        (a.id, b.id): (a, b, why, base) for a, b, why, base in _pairs(things) if frozenset((a.id, b.id)) not in apart
    }
    company = _Company(mentions, {i for pair in pairs for i in pair})
    rows = []
    for a, b, why, base in pairs.values():
        together, shared, names = company.of(a.id, b.id)
        # names that stand together in an article and were not joined there are rarely one thing
        score = base * (0.25 if together else 1.0) * (0.5 + 0.5 * min(1.0, shared / 4))
        if shared:
            why += f"; both appear with {', '.join(names)}"
        if together:
            why += f"; but {together} article{'s name' if together > 1 else ' names'} both"
        rows.append((a.id, b.id, a.name, b.name, round(score, 3), why, together, shared))
    rows.sort(key=lambda r: (-r[4], r[0], r[1]))
    return pd.DataFrame(rows[:most], columns=list(COLUMNS))


def _pairs(things: list[_Thing]) -> Iterator[tuple[_Thing, _Thing, str, float]]:
    """Pairs with the reason and how much the names alone speak for them, the oftener named first."""
    seen: set[tuple[str, str]] = set()
    for a, b in _meet(things):
        if a.mentions < b.mentions or (a.mentions == b.mentions and a.id > b.id):
            a, b = b, a
        if (a.id, b.id) in seen or a.id == b.id:
            continue
        seen.add((a.id, b.id))
        if found := _look(a, b):
            yield a, b, *found


def _meet(things: list[_Thing]) -> Iterator[tuple[_Thing, _Thing]]:
    """Things that share a word of their name, its first letters, or an acronym."""
    blocks: dict[str, list[_Thing]] = defaultdict(list)
    for t in things:
        words = key(t.name).split()
        for w in set(words):
            if len(w) > 2:
                blocks[w].append(t)
                blocks["^" + w[:4]].append(t)
        if len(words) > 2:
            blocks["*" + initials(t.name).lower()].append(t)
        elif len(words) == 1 and t.name.isupper():
            blocks["*" + words[0]].append(t)
    for block in blocks.values():
        if len(block) <= _BLOCK:
            yield from combinations(block, 2)


def _look(a: _Thing, b: _Thing) -> tuple[str, float] | None:
    """Why two names may be one, and how strong that is; None where they may not."""
    ka, kb = key(a.name), key(b.name)
    if ka == kb:
        return ("the same name, of another kind", 0.75) if a.label != b.label else ("the same name", 0.6)
    if a.label == "PERSON" and b.label == "PERSON":
        return _people(persons.parse(a.name), persons.parse(b.name), ka, kb)
    if {a.label, b.label} & {"NORP"}:
        return None
    one, other = sorted((a, b), key=lambda t: len(t.name))
    if " " not in one.name and one.name.isupper() and len(one.name) > 1 and initials(other.name) == one.name:
        return f"{one.name} are the initials of {other.name}", 0.8
    wa, wb = set(ka.split()), set(kb.split())
    small, large = sorted((wa, wb), key=len)
    if "PERSON" not in (a.label, b.label) and small < large and a.label == b.label:
        return "one name holds the other", 0.5
    if a.label == b.label and min(len(ka), len(kb)) > 4 and (alike := fuzz.ratio(ka, kb)) >= _ALIKE:
        return "nearly the same spelling", 0.7 * alike / 100
    return None


def _people(p: persons.Person, q: persons.Person, ka: str, kb: str) -> tuple[str, float] | None:
    if p.surname == q.surname:
        if not p.given or not q.given:
            return "the same surname, once without a given name", 0.6
        if persons.compatible(p, q):
            return "the same surname, and given names that fit", 0.85
        if fuzz.ratio(p.given[0], q.given[0]) >= 75:
            return "the same surname, and given names spelled alike", 0.6
        return None
    if p.given and q.given and persons.same_given(p.given[0], q.given[0]) and fuzz.ratio(p.surname, q.surname) >= 80:
        return "the same given name, and surnames spelled alike", 0.7
    if not p.given and not q.given and len(ka) > 4 and fuzz.ratio(ka, kb) >= _ALIKE:
        return "nearly the same spelling", 0.6
    if set(ka.split()) == set(kb.split()):
        return "the same words in another order", 0.8
    return None


class _Company:
    """In which articles things stand, and with whom."""

    def __init__(self, mentions: pd.DataFrame, wanted: Iterable[str]) -> None:
        pairs = mentions[["article_id", "entity_id", "entity"]].drop_duplicates(["article_id", "entity_id"])
        self._names = dict(zip(pairs.entity_id, pairs.entity, strict=True))
        self._in: dict[str, set[str]] = {}
        mine = pairs[pairs.entity_id.isin(set(wanted))]
        for i, a in zip(mine.entity_id, mine.article_id, strict=True):
            self._in.setdefault(i, set()).add(a)
        needed = set().union(*self._in.values()) if self._in else set()
        self._of: dict[str, set[str]] = defaultdict(set)
        near = pairs[pairs.article_id.isin(needed)]
        for a, i in zip(near.article_id, near.entity_id, strict=True):
            self._of[a].add(i)
        count = Counter(pairs.entity_id)
        often = max(5, 0.1 * mentions.article_id.nunique())
        self._often = {i for i, n in count.items() if n > often}
        self._count = count

    def of(self, a: str, b: str) -> tuple[int, int, list[str]]:
        """Articles with both, number of further names that go with both, and the three rarest of these."""
        mine, theirs = self._in.get(a, set()), self._in.get(b, set())
        near = set().union(*(self._of[x] for x in sorted(mine)[:200])) - self._often if mine else set()
        far = set().union(*(self._of[x] for x in sorted(theirs)[:200])) if theirs else set()
        both = sorted((near & far) - {a, b}, key=lambda i: (self._count[i], i))
        return len(mine & theirs), len(both), [self._names[i] for i in both[:3]]

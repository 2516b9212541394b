"""The company that names keep: which people and bodies an article names, the evidence for joining across articles."""

from __future__ import annotations

from collections import Counter

from dateline.annotate.names import places
from dateline.annotate.names.words import ORG_ENDINGS
from dateline.resolve.identity.before import Before
from dateline.resolve.identity.chains import Chain

_MANY = 100
"""Of an entity's articles at most so many are asked for shared company."""
_OFTEN = 0.1
"""What stands in more than this share of articles (the agency itself) is no company."""


def neighbours(chains: list[Chain], articles: int, before: Before) -> list[set[str]]:
    """For each article the keys of the people and bodies in it, but for those that very many articles name."""
    out = [set(before.neighbours.get(i, ())) for i in range(articles)]
    count: Counter[str] = Counter(k for keys in before.neighbours.values() for k in keys)
    for c in chains:
        if c.kind not in ("place", "norp") and (c.person is None or c.person.given) and c.key not in out[c.article]:
            out[c.article].add(c.key)
            count[c.key] += 1
    often = {k for k, n in count.items() if n > max(4, articles * _OFTEN)}
    return [keys - often for keys in out]


def all_names(chains: list[Chain], articles: int, before: Before) -> list[set[str]]:
    """For each article the keys of what is surely named in it."""
    out = [set(before.company.get(i, ())) for i in range(articles)]
    for c in chains:
        if c.entity >= 0 and c.article >= 0:
            out[c.article].add(c.key if c.kind != "person" else f"@{c.entity}")
        elif c.entity < 0:
            # a bare surname is company to the others all the same
            out[c.article].add(f"~{c.key}")
    return out


def share(company: list[set[str]], a: list[int], b: list[int], leave: str) -> bool:
    """Whether any article of the one list names something but places that an article of the other names too."""
    mine = set().union(*(company[x] for x in a[:_MANY])) - {leave}
    return any(mine & company[y] for y in b[:_MANY])


def behind_place(key: str) -> tuple[str, str] | None:
    """A place at the head of an organisation's name and what follows: 'oldtown rovers' → 'oldtown', 'rovers'."""
    words = key.split()
    for n in range(min(3, len(words) - 1), 0, -1):
        place, rest = " ".join(words[:n]), " ".join(words[n:])
        if places.is_place(place):
            return None if words[-1] in ORG_ENDINGS or places.kind_of(rest) else (place, rest)
    return None

"""Towns, buildings and streets that the model takes for people and bodies, told by the words around them."""

from __future__ import annotations

from collections import Counter

from dateline.annotate.names import given, known, places
from dateline.annotate.names.tokens import Span, Tokens
from dateline.annotate.names.words import (
    BUILDING_ENDINGS,
    ORG_ENDINGS,
    PLACE_FOLLOWERS,
    PLACES_OF,
    POSSESSIVES,
    STREET_ENDINGS,
)

_TRADED = frozenset("stock futures commodity commodities metal metals mercantile securities options currency".split())


_PARTS = frozenset("floor floors wall walls roof steps door doors cellar yard windows gates ceiling stairs".split())


def weigh(ballot: Counter[str], s: Span, t: Tokens) -> None:
    """Add to a ballot what stands around one mention."""
    before = t.lower[s.a - 1] if s.a else ""
    last = t.lower[s.b - 1]
    n = s.b - s.a
    if (
        n > 1
        and s.label not in ("GPE", "LOC")
        and _stands_in(s, t)
        and (last in STREET_ENDINGS or last in BUILDING_ENDINGS)
    ):
        ballot["FAC"] += 2.4 if last in ORG_ENDINGS else 1.2
        return
    if s.label not in ("PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "EVENT", "NORP"):
        return
    if t.words[s.a].isupper() or places.kind_of(t.text(s)) or (s.b < len(t.words) and t.words[s.b] in POSSESSIVES):
        return
    if (n == 1 and before == "of" and s.a > 1 and t.lower[s.a - 2] in PLACES_OF) or (
        n == 1 and t.lower[s.b : s.b + 2] == [",", "where"]
    ):
        ballot["GPE"] += 1.5
    elif s.label != "PERSON":
        return
    elif before in ("in", "near") and n == 1:
        # on top of what is said of any name there: nobody lives "in Hale" who is a person
        ballot["GPE"] += 0.8
    elif (before == "the" and n == 1 and s.b < len(t.lower) and t.lower[s.b] in PLACE_FOLLOWERS) or (
        before in ("in", "near", "at") and n == 2 and t.lower[s.a] not in given.genders() and len(t.words[s.a]) > 2
    ):
        ballot["GPE"] += 1.2


def _stands_in(s: Span, t: Tokens) -> bool:
    """Whether a building or street is where something is: "outside the Cloth Exchange", "on Baker's Court"."""
    last = t.lower[s.b - 1]
    before = t.lower[s.a - 1] if s.a else ""
    if last in STREET_ENDINGS:
        return before == "on" or before.isdigit()
    if places.key(t.text(s)) in known.organisations() or t.lower[s.b - 2] in _TRADED:
        return False
    at = t.lower[s.a - 2] if before == "the" and s.a > 1 else ""
    if at == "of" and s.a > 2 and t.lower[s.a - 3] in _PARTS:
        return True
    return at in ("in", "at", "outside", "inside", "near", "behind") and t.lower[s.a] not in ("white", "lower", "upper")


def lived_in(group: list[Span], t: Tokens) -> bool:
    """Whether a mention stands as a place only does: "in Oldtown", "residents of Oldtown"; no short form of a body."""
    return any(
        (before in ("in", "near") and (s.b >= len(t.words) or t.words[s.b] not in POSSESSIVES))
        or (before == "of" and s.a > 1 and t.lower[s.a - 2] in PLACES_OF)
        for s in group
        if (before := t.lower[s.a - 1] if s.a else "")
    )

"""What the words beside a name tell across the pile: a lone name that nobody bears and that is lived in is a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.annotate.names import given, places
from dateline.annotate.names.words import HONORIFICS, PLACE_FOLLOWERS, PLACES_OF, SAYING, TITLES
from dateline.resolve.identity.chains import Chain
from dateline.resolve.identity.kinds import make

_REACH = 40
"""Characters on either side that are read."""
_ENOUGH, _AGAINST = 2.0, 3.0
"""A place needs so much evidence, and so many times as much as there is for a person."""
_IN = frozenset(("in", "near"))
_TOWARDS = frozenset("at from to around across throughout toward towards outside via reach reached left".split())
_OF_A_STATE = frozenset(
    """government parliament minister ministers president capital economy coast army navy border borders currency
    largest biggest oldest second third north south east west northern southern eastern western mayor harbour port
    voters exports""".split()
)
"""What a country or town has: "Northland's largest port", "Northland's finance minister"."""

Places = Sequence[int]


def addresses(chains: list[Chain], texts: Sequence[str], starts: Places) -> None:
    """Note how a bare surname is addressed ("Mr", "Ms"): what tells its bearer from a namesake."""
    for c in chains:
        if c.person is not None and not c.person.given:
            said = {HONORIFICS.get(_last(texts[c.article], starts[row]), "") for row in c.rows} - {""}
            c.address = said.pop() if len(said) == 1 else ""


def tell_places(chains: list[Chain], texts: Sequence[str], starts: Places, ends: Places) -> None:
    """Lone names that the model took for people become places where the pile uses them as such.

    A name that anybody in the pile bears with a given name is left alone, and one that speaks or has a title.
    """
    people = [c for c in chains if c.person is not None]
    full = [c for c in people if c.person is not None and c.person.given and not _unknown(c)]
    borne = {w for c in full if c.person is not None for w in (*c.person.given, c.person.surname)}
    lone: dict[str, list[Chain]] = defaultdict(list)
    for c in people:
        p = c.person
        if p is None or p.surname in borne or (p.given and not _unknown(c)) or places.kind_of(c.name):
            continue
        lone[c.key].append(c)
    for group in lone.values():
        place = person = 0.0
        for c in group:
            for row in c.rows:
                p, q = _evidence(texts[c.article], starts[row], ends[row])
                place, person = place + p, person + q
        if place >= _ENOUGH and place >= _AGAINST * person:
            for c in group:
                make(c, "place", "GPE")


def _unknown(c: Chain) -> bool:
    """Two words of which the first is no given name that is known: "Cold Ferry" may be a village."""
    first = c.person.given if c.person is not None else ()
    return len(first) == 1 and len(first[0]) > 2 and first[0] not in given.genders() and " " in c.name


def _evidence(text: str, start: int, end: int) -> tuple[float, float]:
    """How much one mention speaks for a place, and for a person."""
    before = [w.strip("(“\"'‘,") for w in text[max(0, start - _REACH) : start].lower().split()]
    behind = text[end : end + _REACH]
    after = list(_words(behind))
    last = before[-1] if before else ""
    if behind[:2] in ("'s", "’s"):
        return (0.5 if any(w in _OF_A_STATE for w in after[1:4]) else 0.0), 0.0
    if last in HONORIFICS or last in TITLES:
        return 0.0, 2.0
    if after[:1] and after[0] in SAYING:
        return 0.0, 1.0
    if behind.startswith(", who") or (behind.startswith(", ") and behind[2:3].isdigit()):
        return 0.0, 1.0
    if last == "and" and len(before) > 3:
        before = before[:-2]  # "the districts of Eastgate and Westgate"
        last = before[-1] if before[-1] == "of" else last
    if last in _IN or (last == "of" and before[-2:-1] and before[-2] in PLACES_OF) or behind.startswith(", where"):
        return 1.0, 0.0
    if last == "the" and after[:1] and after[0] in PLACE_FOLLOWERS:
        return 1.0, 0.0
    return (0.5 if last in _TOWARDS else 0.0), 0.0


def _last(text: str, start: int) -> str:
    words = text[max(0, start - 16) : start].lower().split()
    return words[-1].strip("(“\"'‘") if words else ""


def _words(text: str) -> Iterator[str]:
    for w in text.lower().split():
        yield w.strip(".,;:!?”\"'’)")

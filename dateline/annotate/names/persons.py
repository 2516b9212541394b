"""The names of people, taken apart: given names, surname with its particles, suffix; and when two may be one person."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from dateline.annotate.names.known import nicknames
from dateline.annotate.names.places import key
from dateline.annotate.names.words import HONORIFICS, PARTICLES, SUFFIXES

_QUOTED = re.compile(r"""\s["“‘'][^"”“‘]{1,30}["”’']\s""")
"""A by-name inside a name: Vincent "The Boot" Hale."""
_ARABIC = ("al-", "el-", "al ", "el ")


class Person(NamedTuple):
    """A person's name in comparable form: lower case, no accents, no points."""

    given: tuple[str, ...]
    surname: str
    suffix: str = ""

    @property
    def full(self) -> bool:
        """Whether there is more than one part to it."""
        return bool(self.given)


@lru_cache(maxsize=65536)
def parse(name: str) -> Person:
    """'Ursula von der Leyen' → ('ursula',), 'leyen'; 'al-Abadi' → (), 'abadi'; 'Ada M. Hale Jr.' → ('ada', 'm'),
    'hale', 'jr'."""
    name = _QUOTED.sub(" ", name)
    words = key(name.replace(" - ", "-").replace(" -", "-").replace("- ", "-").replace(",", " ")).split()
    suffix = ""
    while len(words) > 1 and words[-1] in SUFFIXES:
        suffix = words.pop()
    while len(words) > 1 and words[0] in HONORIFICS:
        words.pop(0)
    # Ben and Al are given names at the head of a full name, particles elsewhere
    first = words[0] if len(words) > 1 and name.startswith(("Al ", "Ben ")) else ""
    words = [w for w in words if w not in PARTICLES or w == words[-1] or w == first] or words
    if not words:
        return Person((), key(name))
    surname = words[-1]
    for prefix in _ARABIC:
        if surname.startswith(prefix) and len(surname) > len(prefix) + 1:
            surname = surname[len(prefix) :]
    return Person(tuple(g for w in words[:-1] if (g := w.strip("\"'“”‘’`"))), surname, suffix)


def compatible(a: Person, b: Person) -> bool:
    """Whether two full names may be one person's: same surname, given names that are equal, initials or short forms."""
    if a.surname != b.surname or (a.suffix and b.suffix and a.suffix != b.suffix):
        return False
    if not a.given or not b.given:
        return False
    if not same_given(a.given[0], b.given[0]):
        # "W. Mark Hale" may be called "Mark Hale"
        return _called_by_second(a, b) or _called_by_second(b, a)
    # "John F." and "John K." are two, "John" and "John F." may be one
    return all(same_given(x, y) for x, y in zip(a.given[1:], b.given[1:], strict=False))


def _called_by_second(a: Person, b: Person) -> bool:
    return len(a.given) > 1 and len(a.given[0]) == 1 and len(b.given[0]) > 1 and same_given(a.given[1], b.given[0])


def tail_of(short: Person, long: Person) -> bool:
    """Whether a name of several words ends a longer one: "Lopez Obrador" that of "Andres Manuel Lopez Obrador"."""
    n = len(short.given)
    return short.surname == long.surname and 0 < n < len(long.given) and long.given[-n:] == short.given


def same_given(x: str, y: str) -> bool:
    """Equal, an initial of the other, or a known short form."""
    if x == y:
        return True
    if len(x) == 1 or len(y) == 1:
        return x[:1] == y[:1]
    return y in nicknames().get(x, ())

"""General knowledge: other names of organisations, labels of well-known events and laws, short forms of given names.

The tables are text files beside this module: organisations.txt, labelled.txt, nicknames.txt.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def organisations() -> dict[str, str]:
    """Key of a name (see ``places.key``) → the name that is shown."""
    from dateline.annotate.names.places import key

    out: dict[str, str] = {}
    for row in _rows("organisations.txt"):
        shown, *others = row.split("|")
        for name in (shown, *others):
            out[key(name)] = shown
    return out


@cache
def labels() -> dict[str, str]:
    """Key of a name (see ``places.key``) → its label, for names that mean one thing in news."""
    from dateline.annotate.names.places import key

    rows = (row.split(": ", 1) for row in _rows("labelled.txt"))
    return {key(name): label for label, names in rows for name in names.split(" | ")}


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Given name (lower case) → the other forms of it."""
    out: dict[str, set[str]] = {}
    for row in _rows("nicknames.txt"):
        names = row.split()
        for a in names:
            # a short form may stand for the long one, not for its other short forms
            out.setdefault(a, set()).update(names if a == names[0] else names[:1])
    return {k: frozenset(v - {k}) for k, v in out.items()}


def _rows(name: str) -> list[str]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]

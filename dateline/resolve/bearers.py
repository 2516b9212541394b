"""Whom a role means that its own article does not explain: "the minister" where one person named in it is a minister.

Roles stand beside names all over a pile ("Infrastructure Minister Ada Hale"); an article that is part of a longer story
says only "the minister". Such a speaker is taken for the one person of the article who bears that role elsewhere; where
there are two or none, it stays open.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pandas as pd

LEAST = 2
"""Mentions with a role before a person counts as its bearer."""
_WORD = re.compile(r"[\w’'-]+")
_END = re.compile(r"\s+(?:of|for|in|at|from|with|to|by|on)\s|,")
_LOOSE = frozenset("the new then current outgoing own".split())
_JOINED = (("prime minister", "premier"), ("vice president", "vice-president"))


class Bearers:
    """The roles of the people of a pile, ready to be asked who "the minister" of an article is."""

    def __init__(self, names: pd.DataFrame) -> None:
        """``names``: article (row number), label, role, entity_id, entity."""
        known = names[(names.label == "PERSON") & (names.entity_id != "")]
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        with_role = known[known.role != ""]
        for entity, role in zip(with_role.entity_id, with_role.role, strict=True):
            counts[entity].update({head_of(role), *words_of(role)} - {""})
        self.roles = {e: {w for w, n in c.items() if n >= LEAST} for e, c in counts.items()}
        self.here: defaultdict[int, dict[str, str]] = defaultdict(dict)
        bearing = known[known.entity_id.isin(list(self.roles))]
        for article, entity, name in zip(bearing.article, bearing.entity_id, bearing.entity, strict=True):
            self.here[article][entity] = name

    def who(self, article: int, speaker: str) -> tuple[str, str]:
        """(entity_id, entity) of the one person of the article whose roles hold every word of it; else blanks."""
        low = speaker.lower()
        if not low.startswith("the ") or "former" in low or "deputy" in low:
            return "", ""
        wanted = words_of(low)
        if not wanted or _END.search(low):
            return "", ""
        found = [(e, name) for e, name in self.here[article].items() if wanted <= self.roles[e]]
        return found[0] if len(found) == 1 else ("", "")


def head_of(role: str) -> str:
    """The noun of a role: minister of "infrastructure minister", director of "director of the port"."""
    words = _WORD.findall(_END.split(_joined(role))[0])
    return words[-1] if words else ""


def words_of(role: str) -> set[str]:
    """The words of a role before any preposition, without articles and the like."""
    return set(_WORD.findall(_END.split(_joined(role))[0])) - _LOOSE


def _joined(role: str) -> str:
    low = role.lower()
    for two, one in _JOINED:
        low = low.replace(two, one)
    return low

"""Is a person of the article spoken of as he or as she? Forms of address, roles and the given name tell; pronouns may.

A hint for resolving "he said": never shown, never a claim about anybody.
"""

from __future__ import annotations

from dateline.annotate.names import given
from dateline.annotate.names.tokens import Span, Tokens
from dateline.annotate.names.words import FEMALE, HONORIFICS, MALE

_REACH = 25
"""Tokens behind a mention in which a pronoun may be its own."""
_AGAINST = 3
"""So many pronouns of the other kind, and none of its own, make the gender of a given name open."""
_QUOTES = frozenset(('"', "“", "”", "«", "»", "''", "``"))
"""Marks that are never an apostrophe."""


def addressed(spans: list[Span], t: Tokens) -> str:
    """'m' or 'f' by the form of address before any of the mentions, else ''."""
    for s in spans:
        if s.a and (found := HONORIFICS.get(t.lower[s.a - 1])):
            return found
    return ""


def of_name(name: str) -> str:
    """'m' or 'f' by the first given name of a full name, else ''."""
    words = name.split()
    return given.gender_of(words[0]) if len(words) > 1 else ""


def of_chain(name: str, spans: list[Span], roles: tuple[str, ...], t: Tokens) -> str:
    """'m', 'f' or '' for the person with these mentions."""
    if found := addressed(spans, t):
        return found
    for role in roles:
        words = set(role.lower().split())
        if words & MALE and not words & FEMALE:
            return "m"
        if words & FEMALE and not words & MALE:
            return "f"
    he, she = _pronouns(spans, t)
    if found := of_name(name):
        # a man who bears a name that mostly women bear: the article knows him
        own, other = (he, she) if found == "m" else (she, he)
        return found if own or other < _AGAINST else ""
    return _clear(he, she)


def by_pronouns(spans: list[Span], t: Tokens) -> str:
    """'m' or 'f' where the pronouns that follow the mentions are clearly more of one kind, else ''."""
    return _clear(*_pronouns(spans, t))


def _clear(he: int, she: int) -> str:
    if he >= 2 * she + 1 and he:
        return "m"
    return "f" if she >= 2 * he + 1 and she else ""


def _pronouns(spans: list[Span], t: Tokens) -> tuple[int, int]:
    """How often "he" and how often "she" stands behind the mentions."""
    he = she = 0
    for s in spans:
        inside = False  # whom somebody speaks of is not who speaks
        for i in range(s.b, min(len(t.words), s.b + _REACH)):
            if t.words[i] in _QUOTES:
                inside = not inside
            elif inside:
                continue
            elif t.lower[i] in ("he", "his", "him"):
                he += 1
            elif t.lower[i] in ("she", "her", "hers"):
                she += 1
            elif t.breaks[i]:
                break
    return he, she

"""Whose surname it is where two people of an article bear it: what a reader goes by, and nothing where that is silent.

News calls the one whom a story is about by the bare surname, and the others by their full names.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.names import gender
from dateline.annotate.names.tokens import Span, Tokens
from dateline.annotate.names.words import FAMILY

_OFTENER = 3
"""So many times as often as any other must one be named in full to be the one whom the story is about."""
_NEAR = 5
"""Tokens before a full name in which "her husband" makes its bearer somebody's relative."""

Bearer = tuple[str, Sequence[Span]]


def whose(bare: Sequence[Span], bearers: Sequence[Bearer], t: Tokens) -> tuple[int, str] | None:
    """Which of the bearers (name, full mentions in order) the bare mentions mean, and why; None where it is open."""
    if address := gender.addressed(list(bare), t):
        fits = [i for i, (name, _) in enumerate(bearers) if gender.of_name(name) == address]
        if len(fits) == 1:
            return fits[0], "by the form of address"
    order = sorted(range(len(bearers)), key=lambda i: bearers[i][1][0].a)
    first, second = (bearers[i][1][0].a for i in order[:2])
    if any(first < s.a < second for s in bare):
        return order[0], f"called so before {bearers[order[1]][0]} is named"
    own = [i for i, (_, spans) in enumerate(bearers) if not all(_relative(s, t) for s in spans)]
    if len(own) == 1:
        return own[0], "the other is named as a relative"
    if fit := _by_pronoun(bare, bearers, t):
        return fit
    ranked = sorted(range(len(bearers)), key=lambda i: -len(bearers[i][1]))
    most, next_ = (len(bearers[i][1]) for i in ranked[:2])
    if most >= _OFTENER * next_:
        return ranked[0], "who is named in full far oftener than the other"
    return None


def _relative(s: Span, t: Tokens) -> bool:
    """'her husband, former President Bill Hale', 'Ben Hale, his son'."""
    before, after = t.lower[max(0, s.a - _NEAR) : s.a], t.lower[s.b : s.b + 4]
    return any(w in FAMILY for w in before) or (after[:1] == [","] and any(w in FAMILY for w in after))


def _by_pronoun(bare: Sequence[Span], bearers: Sequence[Bearer], t: Tokens) -> tuple[int, str] | None:
    """The only bearer of the gender that the pronouns behind the bare mentions speak of."""
    genders = [gender.of_name(name) for name, _ in bearers]
    if "" in genders or len(set(genders)) < 2:
        return None
    spoken = gender.by_pronouns(list(bare), t)
    fits = [i for i, g in enumerate(genders) if g == spoken]
    return (fits[0], f"spoken of as {'he' if spoken == 'm' else 'she'}") if len(fits) == 1 else None

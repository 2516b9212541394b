"""Schools, churches and hospitals called after a saint: "at St Hilda's school", later "at St Hilda's"."""

from __future__ import annotations

from collections import defaultdict

from dateline.annotate.names import places
from dateline.annotate.names.tokens import Span, Tokens
from dateline.annotate.names.words import POSSESSIVES

_SAINT = frozenset(("St", "St.", "Saint", "Ste", "Ste."))
_HOUSES = frozenset(
    """school schools church churches churchyard hospital hall college parish ambulance hospice cathedral chapel
    primary infants clinic convent academy nursery crypt vicar headteacher pupils choir""".split()
)
_VERBS = frozenset("has is was will had would said says".split())
_SMALL = frozenset("until in on and for since before after to with by last this when while but where as".split())
_AT = frozenset("at from to outside inside near of".split())


def saints(t: Tokens) -> list[Span]:
    """Spans of "St Hilda's" where the article uses it as the name of a house; the possessive belongs to it.

    A town ("St Kilda's mayor") stands somewhere without the possessive, or is known.
    """
    found: dict[str, list[Span]] = defaultdict(list)
    plain: set[str] = set()
    houses: set[str] = set()
    n = len(t.words)
    for i in range(n - 1):
        name = t.lower[i + 1]
        if t.words[i] not in _SAINT or not t.words[i + 1][:1].isupper():
            continue
        if i + 2 >= n or t.words[i + 2] not in POSSESSIVES or len(t.words[i + 2]) < 2:
            plain.add(name)
            continue
        found[name].append(Span(i, i + 3, "FAC", "rule"))
        after = t.words[i + 3] if i + 3 < n else "."
        at = bool(i) and t.lower[i - 1] in _AT
        if after in _HOUSES or after in _VERBS or (at and (after in _SMALL or not after[0].isalnum())):
            houses.add(name)
    kept = [name for name in found if name in houses and name not in plain and not places.is_place(f"St {name}")]
    return [s for name in kept for s in found[name] if s.b >= n or not t.words[s.b][0].isupper() or t.opens[s.b]]

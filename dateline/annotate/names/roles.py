"""The title or role beside a person: "U.S. Secretary of State" before the name, "a lawyer for the family" behind it."""

from __future__ import annotations

from dateline.annotate.names.tokens import Span, Tokens
from dateline.annotate.names.words import ARTICLES, HONORIFICS, NOT_NAMES, POSSESSIVES, ROLE_NOUNS, ROLE_WORDS, TITLES

_BEFORE, _AFTER = 9, 12
"""How many tokens a role may take before and behind a name."""
_STARTERS = ARTICLES | frozenset(["his", "her", "their", "its", "whose", "former", "ex", "who"])
_OF = frozenset("of for to with by in at from on against".split())
_LEADING = frozenset("then for in at and of late".split())
_NO_FIRST = frozenset(["of", "for", "and", "in", "at", "&", "'s", "’s", ",", "-", "the"])


def add_roles(spans: list[Span], t: Tokens) -> None:
    """Set ``role`` of the people among the spans, in place."""
    ends = {s.b: s for s in spans}
    starts = {s.a: s for s in spans}
    for s in spans:
        if s.label == "PERSON":
            s.role = _before(s, t, ends) or _after(s, t, starts)


def _before(s: Span, t: Tokens, ends: dict[int, Span]) -> str:
    """The longest run of role words, capitalised words and names before ``s`` that holds a role noun."""
    i = s.a
    head = -1
    while i > 0 and s.a - i < _BEFORE:
        w, low = t.words[i - 1], t.lower[i - 1]
        other = ends.get(i)
        if other is not None and other.label in ("GPE", "NORP", "ORG", "LOC", "FAC"):
            # a place or body belongs to a role only together with a role noun behind it
            if head < 0:
                break
            i = other.a
            continue
        if low in NOT_NAMES and low not in ROLE_NOUNS and low not in ROLE_WORDS:
            break
        if t.opens[i - 1] and low not in ROLE_NOUNS and low in _LEADING:
            break
        if low in ROLE_NOUNS or low in HONORIFICS:
            head = i - 1
        elif not (low in ROLE_WORDS or (w[0].isupper() and not t.opens[i - 1] and other is None) or w in ("-", "–")):
            break
        i -= 1
    if head < 0:
        return ""
    while i < s.a and (
        t.lower[i] in _NO_FIRST or t.words[i] in POSSESSIVES or t.lower[i] in ARTICLES or t.words[i] in "-–"
    ):
        i += 1
    if i > head:
        return ""
    i = _own(i, s.a, t, ends)
    if not any(w in ROLE_NOUNS or w in HONORIFICS for w in t.lower[i : s.a]):
        return ""
    role = _join(i, s.a, t)
    return "" if role.lower() in HONORIFICS else role


def _own(a: int, b: int, t: Tokens, ends: dict[int, Span]) -> int:
    """Where the role that is this person's own begins: behind "spokesman for" and behind "Congress and"."""
    for i in range(b - 1, a - 1, -1):
        rest = t.lower[i + 1 : b]
        if t.lower[i] in _OF and all(w in HONORIFICS or w in TITLES or w in ARTICLES or w in "-–" for w in rest):
            return i + 1
        if t.lower[i] == "and" and (i in ends or t.lower[i - 1] not in ROLE_WORDS | ROLE_NOUNS):
            return i + 1
        if t.lower[i] in ARTICLES and i >= a:
            return i + 1
    return a


def _after(s: Span, t: Tokens, starts: dict[int, Span]) -> str:
    """', the U.S. secretary of state,' or ', 54, a farmer from Ohio,' up to the next comma or end of a clause."""
    n = len(t.words)
    i = s.b
    if i + 2 >= n or t.words[i] != ",":
        return ""
    i += 1
    if t.words[i].isdigit() and t.words[i + 1] == ",":
        i += 2
    if i >= n:
        return ""
    begin = i + 1 if t.lower[i] in ("the", "a", "an") else i
    if t.lower[i] not in _STARTERS and t.lower[i] not in ROLE_WORDS and t.lower[i] not in ROLE_NOUNS:
        other = starts.get(i)
        if other is None or other.label not in ("NORP", "GPE", "ORG"):
            return ""
    end = begin
    noun = False
    while (
        end < n
        and end - begin < _AFTER
        and t.words[end] not in (",", ".", ";", ":", "-", "—", "–", ")", "”", '"')
        and not t.breaks[end]
    ):
        if (
            t.lower[end] in ("who", "whom", "that", "which", "whose", "said", "told", "has", "had", "was", "is", "and")
            or t.words[end] in "("
        ):
            break
        noun = noun or t.lower[end] in ROLE_NOUNS
        if t.lower[end] in TITLES and end + 1 in starts and starts[end + 1].label == "PERSON":
            return ""
        if end in starts and starts[end].label == "PERSON":
            return ""
        end += 1
    if not noun or end >= n or end - begin >= _AFTER:
        return ""
    while end > begin and (t.lower[end - 1] in _OF or t.lower[end - 1] in POSSESSIVES or t.lower[end - 1] in ARTICLES):
        end -= 1
    return _join(begin, end, t)


def _join(a: int, b: int, t: Tokens) -> str:
    """The words of a role as they stand, runs of space made one."""
    out: list[str] = []
    for i in range(a, b):
        if i > a and not t.glued(i):
            out.append(" ")
        out.append(t.words[i])
    role = " ".join("".join(out).split())
    return role.lower() if role.isupper() and len(role) > 5 else role

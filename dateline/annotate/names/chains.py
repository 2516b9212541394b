"""Mentions of one article joined into chains: what inside an article is surely one thing, each join with its reason.

Only what the article itself, or general knowledge, makes certain: full name and surname, acronym in brackets, initials,
"also known as", short form of a firm, the names of a country. A surname that two people of the article bear stays
alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from dateline.annotate.names import gender, known, persons, places
from dateline.annotate.names.bearers import whose
from dateline.annotate.names.common import is_common
from dateline.annotate.names.tokens import Span, Tokens
from dateline.annotate.names.words import FAMILY, FIRM_ENDINGS, ORG_ENDINGS, POSSESSIVES


@dataclass(slots=True)
class Chain:
    """One thing in one article. ``name`` is its fullest form, ``gender`` 'm', 'f' or '' (people only)."""

    id: int
    name: str
    label: str
    gender: str = ""
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(slots=True)
class _Group:
    """Mentions of one name: ``kind`` keeps people, places, bodies and nationalities apart."""

    name: str
    kind: str
    key: str
    spans: list[Span]
    reason: str = ""
    into: int = -1
    words: list[str] = field(default_factory=list)


_KIND = {"GPE": "place", "LOC": "place", "FAC": "org", "PERSON": "person", "ORG": "org", "NORP": "norp"}
_KNOWN_AS = (("also", "known", "as"), ("known", "as"), ("a.k.a.",), ("aka",), ("formerly", "known", "as"),
             ("formerly",),
             ("better", "known", "as"), ("also", "called"), ("previously", "known", "as"))  # fmt: skip


def chain(spans: list[Span], t: Tokens) -> tuple[list[tuple[int, str]], list[Chain]]:
    """For every span its chain and the reason, and the chains in order of their first mention."""
    groups, of = _group(spans, t)
    _people(groups, t)
    _bodies(groups, t)
    _events(groups)
    _brackets(spans, of, groups, t)
    _known_as(spans, of, groups, t)
    return _number(spans, of, groups, t)


def _group(spans: list[Span], t: Tokens) -> tuple[list[_Group], list[int]]:
    groups: list[_Group] = []
    at: dict[tuple[str, str, str], int] = {}
    of: list[int] = []
    both = _two_addressed(spans, t)
    for s in spans:
        name = t.text(s)
        kind = _KIND.get(s.label, s.label)
        k = _key(name, kind)
        whom = kind, k, gender.addressed([s], t) if k in both and kind == "person" else ""
        if whom not in at:
            at[whom] = len(groups)
            groups.append(_Group(name, kind, k, [], words=k.split()))
        of.append(at[whom])
        groups[at[whom]].spans.append(s)
    return groups, of


def _two_addressed(spans: list[Span], t: Tokens) -> set[str]:
    """Bare surnames that the article calls both "Mr" and "Ms": two people, each mention for itself."""
    said: dict[str, set[str]] = defaultdict(set)
    for s in spans:
        if s.label == "PERSON" and s.b - s.a == 1 and (address := gender.addressed([s], t)):
            said[_key(t.text(s), "person")].add(address)
    return {k for k, found in said.items() if len(found) > 1}


def _key(name: str, kind: str) -> str:
    if kind == "place":
        return places.place_key(name)
    if kind == "norp":
        code = places.nationalities().get(places.key(name))
        return f"={code}" if code else places.key(name).removesuffix("s")
    if kind == "person":
        p = persons.parse(name)
        return " ".join((*p.given, p.surname, *([p.suffix] if p.suffix else [])))
    if kind == "org":
        k = places.key(name)
        words = [w for w in k.replace(" & ", " and ").replace(",", "").split() if w not in POSSESSIVES]
        while len(words) > 1 and words[-1] in FIRM_ENDINGS:
            words.pop()
        if words and words[-1] in ("and", "&"):
            words.pop()
        k = " ".join(words) or k
        return known.organisations().get(k, k)
    return places.key(name)


def _people(groups: list[_Group], t: Tokens) -> None:
    """Surnames, given names and initials to the one full name of the article that they fit."""
    full = [(i, persons.parse(g.name)) for i, g in enumerate(groups) if g.kind == "person"]
    heads = [(i, p) for i, p in full if p.given]
    # the fullest first, so that "J. Hale" looks for "John Hale" and not the other way round
    heads.sort(key=lambda h: (-sum(len(w) > 1 for w in h[1].given), -len(h[1].given), h[0]))
    kept: list[tuple[int, persons.Person]] = []
    for i, p in heads:
        fits = [j for j, q in kept if persons.compatible(p, q) or persons.tail_of(p, q)]
        if len(fits) == 1:
            groups[i].into, groups[i].reason = fits[0], f"another form of {groups[fits[0]].name} in this article"
        else:
            kept.append((i, p))
    for i, p in full:
        if p.given:
            continue
        g = groups[i]
        # "Mrs. Hale" is not Ben Hale: she is his wife, or his mother
        address = gender.addressed(g.spans, t)
        apart = {j for j, _ in kept if address and _sex(groups[j], t) not in ("", address)}
        fits = [j for j, q in kept if q.surname == p.surname and j not in apart]
        how, other = "surname", False
        if not fits:
            # "her husband Eric" is not the Eric Hale of another paragraph
            other = any(s.a and t.lower[s.a - 1] in FAMILY for s in g.spans)
            fits = [
                j
                for j, q in kept
                if len(p.surname) > 2 and not other and j not in apart and persons.same_given(q.given[0], p.surname)
            ]
            how = "given name"
        if not fits and not other:
            # the second of two family names, or a name in the order of its country
            fits = [
                j
                for j, q in kept
                if len(p.surname) > 2 and j not in apart and p.surname in (q.given + tuple(q.surname.split("-")))
            ]
            how = "part of the name"
        why = ""
        if len(fits) > 1 and (found := whose(g.spans, [(groups[j].name, groups[j].spans) for j in fits], t)):
            fits, why = [fits[found[0]]], f", {found[1]}"
        if len(fits) == 1:
            g.into, g.reason = fits[0], f"{how} of {groups[fits[0]].name} in this article{why}"
        elif fits:
            names = " and ".join(groups[j].name for j in sorted(fits)[:3])
            g.reason = f"ambiguous: {how} of {names} in this article"


def _sex(g: _Group, t: Tokens) -> str:
    return gender.addressed(g.spans, t) or gender.of_name(g.name)


def _bodies(groups: list[_Group], t: Tokens) -> None:
    """Acronyms and short forms to the one long name of the article that they fit."""
    bodies = [(i, g) for i, g in enumerate(groups) if g.kind == "org"]
    long = [(i, g) for i, g in bodies if len(g.words) > 1]
    for i, g in bodies:
        if not g.words or places.key(g.name) in known.labels():
            continue
        name = g.name.replace(".", "")
        if len(g.words) == 1 and 2 <= len(name) <= 7 and name.isupper():
            fits = [j for j, h in long if j != i and initials(h.name) == name]
            if len(fits) == 1:
                g.into, g.reason = fits[0], f"initials of {groups[fits[0]].name} in this article"
                continue
        # a full form introduces a short one; "Hale Labs" that comes after "Hale" is a part of it, not its long name
        fits = [j for j, h in long if j != i and _short_form(g.words, h.words) and _introduces(h, g)]
        if (
            len(fits) == 1
            and groups[fits[0]].words[0] == g.key
            and all(s.a and t.lower[s.a - 1] == "the" for s in g.spans)
        ):
            # "the Calder" is the river that the Calder Barrier stands in
            continue
        if len(fits) == 1 and groups[fits[0]].into != i:
            g.into, g.reason = fits[0], f"short form of {groups[fits[0]].name} in this article"


def _events(groups: list[_Group]) -> None:
    """ "the Cup" behind the one long name that ends so."""
    for g in groups:
        if g.kind == "EVENT" and len(g.words) == 1:
            fits = [
                j
                for j, h in enumerate(groups)
                if h.kind == "EVENT" and h.words[-1:] == g.words and h is not g and h.spans[0].a < g.spans[0].a
            ]
            if len(fits) == 1:
                g.into, g.reason = fits[0], f"short form of {groups[fits[0]].name} in this article"


def _introduces(long: _Group, short: _Group) -> bool:
    if long.spans[0].a < short.spans[0].a or long.words[: len(short.words)] != short.words:
        return True
    return long.words[-1] in ORG_ENDINGS and len(short.spans) <= 3 * len(long.spans)


def _short_form(short: list[str], long: list[str]) -> bool:
    """'hale energy' of 'hale energy partners', 'rovers' of 'oldtown rovers'; never a bare place or ordinary word."""
    n = len(short)
    if n >= len(long):
        return False
    text = " ".join(short)
    if n == 1 and short[0] in ORG_ENDINGS:
        return False
    if places.kind_of(text):
        # a place is a body only as a team: "Oldtown" of "Oldtown Rovers"
        return long[:n] == short and long[-1] not in ORG_ENDINGS and places.is_place(text)
    if long[:n] == short:
        # "University" of "University of X", "Ministry of Health" of "Ministry of Health and Sport"
        return not (is_common(short[-1]) and n == 1) and long[n] not in ("of", "for")
    # "Rovers", "Red Stars" of a club that is named after its town, or any rare last word
    return long[-n:] == short and (
        places.is_place(" ".join(long[:-n])) or (n == 1 and len(text) > 3 and not is_common(text))
    )


def initials(name: str) -> str:
    """'International Atomic Energy Agency' → 'IAEA'; small words do not count."""
    words = name.replace("-", " ").replace("&", " ").split()
    return "".join(
        w[0]
        for w in words
        if w[0].isupper() or (w[0].isalpha() and w not in ("of", "the", "and", "for", "in", "on", "at", "to"))
    )


def _brackets(spans: list[Span], of: list[int], groups: list[_Group], t: Tokens) -> None:
    """'Office of Fair Play (OFP)', 'OFP (Office of Fair Play)'."""
    for x in range(len(spans) - 1):
        s, u = spans[x], spans[x + 1]
        i, j = of[x], of[x + 1]
        if i == j or u.a - s.b not in (1, 2) or t.words[u.a - 1] != "(" or u.b >= len(t.words) or t.words[u.b] != ")":
            continue
        short, long = (j, i) if len(groups[j].name) <= len(groups[i].name) else (i, j)
        acronym = groups[short].name.replace(".", "")
        if " " in acronym or not 2 <= len(acronym) <= 8 or sum(c.isupper() for c in acronym) < 2:
            continue
        if groups[long].kind == "person" or len(groups[long].name.split()) < 2:
            continue
        if not _spells(acronym, groups[long].name):
            continue
        groups[short].into, groups[short].reason = long, f"acronym in parentheses after {groups[long].name}"
        if groups[short].kind != groups[long].kind:
            for s2 in groups[short].spans:
                s2.label = groups[long].spans[0].label
            groups[short].kind = groups[long].kind


def _spells(acronym: str, name: str) -> bool:
    """Whether the letters come from the name's words in order: most of them begin one."""
    starts = [w[0].lower() for w in name.replace("-", " ").split() if w[0].isalpha()]
    hit = at = 0
    for c in acronym.lower():
        if c in starts[at:]:
            at = starts.index(c, at) + 1
            hit += 1
    return hit >= max(2, 0.6 * len(acronym)) or (acronym[0].lower() == starts[0] and hit >= len(acronym) // 2)


def _known_as(spans: list[Span], of: list[int], groups: list[_Group], t: Tokens) -> None:
    """'IS, also known as ISIL': the second is another name of the first."""
    for x in range(len(spans) - 1):
        s, u = spans[x], spans[x + 1]
        if not 1 <= u.a - s.b <= 6 or of[x] == of[x + 1]:
            continue
        between = tuple(w for w in t.lower[s.b : u.a] if w not in (",", "(", "the", '"', "“", "-", "—"))
        i, j = of[x], of[x + 1]
        if between in _KNOWN_AS and groups[i].kind == groups[j].kind and _root(groups, i) != _root(groups, j):
            groups[_root(groups, j)].into = _root(groups, i)
            groups[j].reason = f"“{' '.join(between)}” after {groups[i].name}"


def _root(groups: list[_Group], i: int) -> int:
    seen = set()
    while groups[i].into >= 0 and i not in seen:
        seen.add(i)
        i = groups[i].into
    return i


def _number(
    spans: list[Span], of: list[int], groups: list[_Group], t: Tokens
) -> tuple[list[tuple[int, str]], list[Chain]]:
    ids: dict[int, int] = {}
    members: dict[int, list[int]] = defaultdict(list)
    out: list[tuple[int, str]] = []
    for x in range(len(spans)):
        root = _root(groups, of[x])
        c = ids.setdefault(root, len(ids))
        members[c].append(x)
        out.append((c, groups[of[x]].reason))
    chains: list[Chain] = []
    for root, c in ids.items():
        mine = [spans[x] for x in members[c]]
        forms = Counter(t.text(s) for s in mine)
        name = groups[root].name
        label = Counter(s.label for s in mine).most_common(1)[0][0]
        roles = tuple(r for r, _ in Counter(s.role for s in mine if s.role).most_common())
        sex = gender.of_chain(name, mine, roles, t) if label == "PERSON" else ""
        chains.append(Chain(c, name, label, sex, roles, tuple(f for f, _ in forms.most_common())))
    return out, chains

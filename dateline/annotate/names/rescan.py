"""Mentions that the model missed: other places where a name of the article stands, and names whose form is sure."""

from __future__ import annotations

from collections import Counter, defaultdict

from dateline.annotate.names import given, known, places
from dateline.annotate.names.common import is_common
from dateline.annotate.names.teams import TEAM_VERBS
from dateline.annotate.names.tokens import Span, Tokens
from dateline.annotate.names.vote import looks_like_person
from dateline.annotate.names.words import (
    BODY_NOUNS,
    FIRM_ENDINGS,
    HONORIFICS,
    NOT_NAMES,
    ORG_ENDINGS,
    PARTICLES,
    PLACE_PREPOSITIONS,
    POSSESSIVES,
    SAYING,
    SUFFIXES,
    TITLES,
)

_ROYAL = frozenset(("st", "st.", "prince", "king", "queen", "princess"))
_AMBIGUOUS = ("WHO", "ICE", "MIT", "SEC", "GCC")
_CAMEL_PEOPLE = ("Mc", "Mac", "De", "La", "Le", "O", "Di", "Du", "Van", "Fitz", "Da", "Ja", "Ra")
_DOING = frozenset(
    """was is has had will would could did does died threw took made won lost led went ran gave came left became
    began met
    put kept fell felt held caught hit got grew knew saw spoke sat stood thought throws returns""".split()
)
_AGAIN = frozenset(("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT"))


def rescan(spans: list[Span], t: Tokens, title: list[str]) -> list[Span]:
    """Spans that stand beside the given ones without touching them. ``title``: words of the headline, for full
    names."""
    known = _known(spans, t, title)
    covered = bytearray(len(t.words))
    for s in spans:
        covered[s.a : s.b] = b"\x01" * (s.b - s.a)
    heads: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for words, label in known.items():
        heads[words[0]].append((words, label))
    for options in heads.values():
        options.sort(key=lambda o: -len(o[0]))
    always = _always(spans, t)
    out: list[Span] = []
    i, n = 0, len(t.words)
    while i < n:
        w = t.words[i]
        if covered[i] or not (w[0].isupper() or w[0].isdigit() or t.lower[i] in heads):
            i += 1
            continue
        found = _match(heads.get(t.lower[i], ()), i, t, covered, always) or _sure(i, t, covered)
        if found is None:
            i += 1
            continue
        out.append(found)
        i = found.b
    return out


def _known(spans: list[Span], t: Tokens, title: list[str]) -> dict[tuple[str, ...], str]:
    """Names to look for, as tuples of words in lower case, with their labels; surnames of people included."""
    counts: Counter[tuple[tuple[str, ...], str]] = Counter()
    for s in spans:
        if s.label in _AGAIN:
            counts[tuple(t.lower[s.a : s.b]), s.label] += 1
    known: dict[tuple[str, ...], str] = {}
    for (words, label), _ in counts.most_common():
        if words not in known and (
            len(words) > 1 or len(words[0]) > 2 or not words[0].isalpha() or label in ("GPE", "ORG")
        ):
            known[words] = label
    for words, label in list(known.items()):
        if label == "ORG" and len(words) > 1:
            # "Chiefs" of "Oldtown Chiefs"
            for n in (1, 2):
                if n < len(words) and places.is_place(" ".join(words[:n])) and words[-1] not in ORG_ENDINGS:
                    known.setdefault(words[n:], "ORG")
        if label != "PERSON" or len(words) < 2:
            continue
        core = list(words)
        while len(core) > 1 and (core[-1] in SUFFIXES or core[-1] == "."):
            core.pop()
        surname = _surname(core)
        if len(surname[-1]) > 2 and not (len(surname) == 1 and places.kind_of(surname[0])):
            known.setdefault(surname, "PERSON")
        if len(core[-1]) > 2 and not places.kind_of(core[-1]):
            known.setdefault((core[-1],), "PERSON")
        if len(core[0]) > 2 and core[0] in given.genders() and not is_common(core[0]) and not places.kind_of(core[0]):
            known.setdefault((core[0],), "PERSON")
    _ = title
    return known


def _surname(words: list[str]) -> tuple[str, ...]:
    """The family name with its particles: "van der Bellen"; the last word, and what a hyphen or particle ties to it."""
    at = len(words) - 1
    while at > 1 and (words[at - 1] in PARTICLES or words[at - 1] in ("-", "–") or words[at] in ("-", "–")):
        at -= 1
    return tuple(words[at:])


def _match(
    options: list[tuple[tuple[str, ...], str]] | tuple, i: int, t: Tokens, covered: bytearray, always: set[str]
) -> Span | None:
    for words, label in options:
        j = i + len(words)
        if j > len(t.words) or tuple(t.lower[i:j]) != words or any(covered[i:j]):
            continue
        first = t.words[i]
        if not any(w[0].isupper() for w in t.words[i:j]):
            continue
        # a surname that is an ordinary word needs its capital inside a sentence
        if j - i == 1 and (t.opens[i] or i == 0) and is_common(words[0]) and not first.isupper():
            acts = (label == "PERSON" and _acts(j, t)) or (label == "ORG" and _plays(j, t))
            if not acts and words[0] not in always:
                continue
        if j - i == 1 and not first[0].isupper():
            continue
        # inside a longer capitalised run it is probably part of another name
        if j - i == 1 and _in_run(i, j, t, covered, label):
            continue
        return Span(i, j, label, "rescan")
    return None


def _always(spans: list[Span], t: Tokens) -> set[str]:
    """Ordinary words that in this article are names only: capitalised inside sentences, never in lower case."""
    inside = {t.lower[s.a] for s in spans if s.b - s.a == 1 and not t.opens[s.a] and s.label in ("PERSON", "ORG")}
    return inside - {w for w in t.words if w.islower()}


def _acts(i: int, t: Tokens) -> bool:
    """Whether what follows makes the word before it somebody: "Page died", "Bush, 41,", "Luck's arm"."""
    if i >= len(t.words):
        return False
    w = t.lower[i]
    if w == ",":
        return i + 1 < len(t.words) and (t.words[i + 1].isdigit() or t.lower[i + 1] in ("who", "whose", "a", "the"))
    return w in POSSESSIVES or w in SAYING or w in _DOING or (w.endswith("ed") and len(w) > 4)


def _plays(i: int, t: Tokens) -> bool:
    """Whether the word behind is what a team or firm does: "Chiefs lose", "Saints place"."""
    return i < len(t.words) and t.words[i].islower() and (t.lower[i] in TEAM_VERBS or t.lower[i] in _DOING)


def _in_run(i: int, j: int, t: Tokens, covered: bytearray, label: str) -> bool:
    def part(k: int) -> bool:
        return (
            0 <= k < len(t.words)
            and not covered[k]
            and t.words[k][0].isupper()
            and not is_common(t.lower[k])
            and t.lower[k] not in TITLES
            and t.lower[k] not in HONORIFICS
            and t.lower[k] not in NOT_NAMES
            and not t.opens[k]
        )

    if label == "PERSON":
        return part(j)
    return part(i - 1) or part(j)


def _sure(i: int, t: Tokens, covered: bytearray) -> Span | None:
    """Countries and nationalities, people behind a title or with a given name, firms by their ending."""
    n = len(t.words)
    if not t.words[i][0].isupper():
        return None
    j = i
    while j < n and j - i < 6 and not covered[j] and (t.words[j][0].isupper() or (j > i and t.lower[j] in PARTICLES)):
        if t.words[j] in POSSESSIVES:
            break
        j += 1
    while j > i and t.lower[j - 1] in PARTICLES:
        j -= 1
    for end in range(j, i, -1):
        name = " ".join(t.words[i:end])
        kind = places.kind_of(name)
        if kind in ("country", "region", "state") and not (end - i == 1 and len(name) < 4 and not name.isupper()):
            if end < j or (i and t.words[i - 1][0].isupper() and not t.opens[i] and not covered[i - 1]):
                continue
            return Span(i, end, "LOC" if kind == "region" else "GPE", "rescan")
        if kind == "nationality" or (kind == "people" and end - i == 1 and not is_common(name.lower())):
            return Span(i, end, "NORP", "rescan")
        if kind == "city" and i and end == j and (t.lower[i - 1] in PLACE_PREPOSITIONS):
            return Span(i, end, "GPE", "rescan")
    before = t.lower[i - 1] if i else ""
    low = t.lower[i:j]
    if j - i >= 2 and low[-1] in FIRM_ENDINGS and low[-1] != "se":
        return Span(i, j, "ORG", "rescan")
    if (
        before in HONORIFICS
        and (before not in _ROYAL or low[0] in given.genders())
        and 1 <= j - i <= 3
        and low[0] not in TITLES
    ):
        return Span(i, j, "PERSON", "rescan")
    word = t.words[i]
    if j - i == 1 and word.isupper() and len(word) > 2 and word not in _AMBIGUOUS and low[0] in known.organisations():
        return Span(i, j, "ORG", "rescan")
    if j - i == 1 and _camel(word):
        return Span(i, j, "ORG", "rescan")
    if (
        j - i == 1
        and before in BODY_NOUNS
        and not t.opens[i]
        and (word.isupper() or not is_common(low[0]))
        and len(word) > 1
    ):
        return Span(i, j, "ORG", "rescan")
    if (
        j - i >= 2
        and low[-1] in ("holdings", "airlines", "pharmaceuticals", "ministry", "university")
        and not t.opens[i]
    ):
        return Span(i, j, "ORG", "rescan")
    if j - i >= 2 and low[0] in given.genders() and looks_like_person(low, t.words[i:j]) and not is_common(low[0]):
        return Span(i, j, "PERSON", "rescan")
    return None


def _camel(word: str) -> bool:
    """'GloboFilm' is a firm; 'McCall', 'DeShawn' and 'LaRue' are people."""
    if len(word) < 6 or not word.isalpha() or word.startswith(_CAMEL_PEOPLE):
        return False
    return word[0].isupper() and 0 < sum(c.isupper() for c in word[1:]) < len(word) - 2

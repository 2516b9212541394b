"""The chains of all articles, one row of plain lists each: what identity works on.

A chain is what annotation joined inside one article. Here each gets its kind, its fullest form and the key under which
the same thing stands in other articles.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import pandas as pd

from dateline.annotate.names import known, persons, places
from dateline.annotate.names.words import FIRM_ENDINGS, POSSESSIVES
from dateline.resolve.rows import shared

KINDS = {"PERSON": "person", "ORG": "org", "GPE": "place", "LOC": "place", "FAC": "org", "NORP": "norp"}
"""Labels that may be one thing share a kind; the others are kinds of their own."""


@dataclass(slots=True)
class Chain:
    """One thing in one article. ``rows`` are rows of the names frame; ``forms`` its names as written."""

    article: int
    rows: list[int]
    label: str
    forms: Counter[str]
    sure: bool = True
    """False for a bare surname that two people of the article bear: nothing outside the article makes it clear."""
    kind: str = ""
    name: str = ""
    key: str = ""
    person: persons.Person | None = None
    entity: int = -1
    reason: str = ""
    relabelled: bool = False
    """Whether the other articles of the pile gave it another label than its own."""
    address: str = ""
    """'m' or 'f' where a bare surname is called "Mr" or "Ms"."""
    called: str = ""
    """The name that is shown whatever the article writes: that of its own outlet."""
    field: str = ""
    """The sport that the article reports, or ''."""


def chains_of(names: pd.DataFrame, titles: list[str], fields: list[str]) -> list[Chain]:
    """Chains in reading order; ``names`` is in the order of articles.

    ``titles``: headline of each article, where a full name may stand alone. ``fields``: its sport, or ''.
    """
    out: list[Chain] = []
    made: dict[tuple[int, int], Chain] = {}
    labels: dict[tuple[int, int], Counter[str]] = {}

    def finish() -> None:
        for at, c in made.items():
            c.label = max(sorted(labels[at]), key=lambda x: labels[at][x])
            c.kind = KINDS.get(c.label, c.label)
            c.field = fields[c.article]
            _identify(c, titles[c.article])
        out.extend(made.values())
        made.clear()
        labels.clear()

    columns = (shared(names[c]) for c in ("text", "label", "reason"))
    numbers = (names[c].tolist() for c in ("article", "chain"))
    before = -1
    for row, article, number, text, label, reason in zip(names.index.tolist(), *numbers, *columns, strict=True):
        if article != before:
            finish()
            before = article
        # a name without a chain (-1) stands alone
        at = (article, number) if number >= 0 else (article, -2 - row)
        c = made.get(at)
        if c is None:
            c = made[at] = Chain(article, [], label, Counter())
            labels[at] = Counter()
        c.rows.append(row)
        c.forms[_plain(text)] += 1
        labels[at][label] += 1
        if reason.startswith("ambiguous"):
            c.sure = False
    finish()
    return out


def _plain(text: str) -> str:
    return " ".join(text.split()) if "\n" in text or "  " in text else text


def _identify(c: Chain, title: str) -> None:
    """Set name and key from the forms."""
    if c.kind == "person":
        _as_person(c, title)
        return
    c.name = max(c.forms, key=lambda f: (c.forms[f], f))
    if c.kind == "org":
        keys = {org_key(f): f for f in sorted(c.forms, key=len)}
        shown = [k for k in keys if k in _SHOWN]
        # the long form of a chain that holds an acronym and its expansion
        c.key = shown[0] if shown else max(keys, key=lambda k: (len(k.split()) > 1, len(k), k))
        c.name = keys[c.key]
        if places.is_place(c.name) and c.key == c.key.lower():
            # a team is another one in every sport
            c.key = f"{c.key}|{c.field}"
    else:
        keys = sorted({key_of(f, c.kind) for f in c.forms})
        c.key = min(keys, key=lambda k: (not k.startswith("="), -len(k)))
        fits = [f for f in c.forms if key_of(f, c.kind) == c.key]
        c.name = max(fits, key=lambda f: (c.forms[f], f))


def _as_person(c: Chain, title: str) -> None:
    best = None
    for form in sorted(c.forms, key=lambda f: (-c.forms[f], f)):
        p = persons.parse(form)
        rank = (sum(len(w) > 1 for w in p.given), bool(p.given), -len(form))
        if best is None or rank > best[0]:
            best = (rank, p, form)
    assert best is not None
    _, p, form = best
    if not p.given and title and (full := _in_title(form, title)):
        p, form = persons.parse(full), full
        c.reason = f"surname of {full} in the headline"
    c.person, c.name = p, form
    c.key = " ".join((*p.given, p.surname, *([p.suffix] if p.suffix else [])))


def _in_title(surname: str, title: str) -> str:
    """'Ada Hale' for 'Hale' where the headline has it and the word before is a given name."""
    from dateline.annotate.names import given

    at = title.find(surname)
    if at <= 0:
        return ""
    before = title[:at].split()
    if before and before[-1].isalpha() and before[-1][0].isupper() and before[-1].lower() in given.genders():
        return f"{before[-1]} {surname}"
    return ""


def key_of(name: str, kind: str) -> str:
    """The key of a name among names of its kind; a country's begins with '='."""
    k = places.key(name)
    if kind == "place":
        return places.place_key(name)
    if kind == "norp":
        code = places.nationalities().get(k)
        return f"={code}" if code else k.removesuffix("s")
    if kind == "org":
        return org_key(name)
    return k


_SHOWN = frozenset(known.organisations().values())


def org_key(name: str) -> str:
    """The shown name of a well-known organisation, else its words in lower case without "Inc", "Ltd" and their like."""
    k = places.key(name)
    if (shown := known.organisations().get(k)) is not None:
        return shown
    words = [w for w in re.sub(r"[,\"“”]", "", k).replace(" & ", " and ").split() if w not in POSSESSIVES]
    while len(words) > 1 and words[-1] in FIRM_ENDINGS:
        words.pop()
    if len(words) > 1 and words[-1] == "and":
        words.pop()
    k = " ".join(words) or k
    return known.organisations().get(k, k)

"""Word forms of ``lexicon.toml``: which verbs, nouns and phrases report speech."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_VOWELS = "aeiou"


def forms(lemma: str, irregular: dict[str, str]) -> list[str]:
    """The forms of a verb by the regular rules of spelling, or those that ``irregular`` names."""
    if lemma in irregular:
        return [lemma, *irregular[lemma].split()]
    third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    if lemma.endswith("e"):
        return [lemma, third, lemma + "d", (lemma if lemma.endswith(("ee", "oe")) else lemma[:-1]) + "ing"]
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    return [lemma, third, lemma + "ed", lemma + "ing"]


@cache
def load() -> dict[str, Any]:
    """The tables of lexicon.toml as they stand there."""
    return tomllib.loads(files(__package__).joinpath("lexicon.toml").read_text(encoding="utf-8"))


@cache
def verbs(group: str) -> dict[str, str]:
    """Form to base form of the verbs of one group."""
    table = load()["verbs"]
    return {f: lemma for lemma in table[group].split() for f in forms(lemma, table["irregular"])}


@cache
def _reporting() -> frozenset[str]:
    return frozenset(f for g in ("say", "tell", "ask", "quote", "near") for f in verbs(g))


def reporting(word: str) -> bool:
    """Whether the word is a form of a verb that can govern a quotation in marks."""
    return word.lower() in _reporting()


@cache
def nouns(group: str) -> frozenset[str]:
    """The nouns of a group, singular and plural."""
    words = load()["nouns"][group].split()
    return frozenset(words) | {w[:-1] + "ies" if w.endswith("y") else w + "s" for w in words}


NONE: frozenset[str] = frozenset()


@cache
def _groups() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for g in load()["verbs"]:
        if g not in ("irregular", "aside"):
            for f in verbs(g):
                out.setdefault(f, set()).add(g)
    return {f: frozenset(g) for f, g in out.items()}


def groups(word: str) -> frozenset[str]:
    """The groups of verbs (tables of lexicon.toml) that a word, in lower case, is a form of."""
    return _groups().get(word, NONE)


@cache
def lemmas() -> dict[str, str]:
    """Base form of every verb form in the tables."""
    return {f: lemma for g in load()["verbs"] if g != "irregular" for f, lemma in verbs(g).items()}


@cache
def phrases() -> dict[tuple[str, str], frozenset[str]]:
    """(base form, particle) of phrasal cues to their groups: point out, fire back."""
    out: dict[tuple[str, str], set[str]] = {}
    for g, items in load()["phrases"].items():
        for item in items:
            verb, particle = item.split()
            out.setdefault((verb, particle), set()).add(g)
    return {k: frozenset(v) for k, v in out.items()}


@cache
def tables(group: str) -> frozenset[str]:
    """The base forms of one group of verbs."""
    return frozenset(load()["verbs"][group].split())


@cache
def voicing() -> frozenset[str]:
    """Forms of the verbs that make a feeling public."""
    table = load()["verbs"]["irregular"]
    return frozenset(f for lemma in load()["voicing"]["verbs"].split() for f in forms(lemma, table))


@cache
def marks_of_discourse() -> frozenset[str]:
    """Words and phrases that link sentences."""
    return frozenset(load()["discourse"]["marks"].replace("\n", "").split("|"))


@cache
def settings_of_speech() -> frozenset[str]:
    """What something is said in or at: letter, interview, rally."""
    return frozenset(load()["discourse"]["settings"].split())


@cache
def words(group: str) -> frozenset[str]:
    """A group of nouns for speakers."""
    return frozenset(load()["speakers"][group].split())


@cache
def calls_for_parse() -> frozenset[str]:
    """The words, in lower case, of which a paragraph without quotation marks must hold one to be worth a parse."""
    table = load()["verbs"]["irregular"]
    phrasal = (f for phrase in load()["phrases"]["say"] for f in forms(phrase.split()[0], table))
    forms_of = (f for g in ("say", "tell", "ask", "propose", "substance") for f in verbs(g))
    found = frozenset((*forms_of, *phrasal, *nouns("say"), *nouns("voiced"), "according"))
    return found - frozenset(load()["discourse"]["common"].split())


def singular(noun: str) -> str:
    """A plural noun without its ending, as far as its spelling tells."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun

"""Pool: the phrases that a topic's label may be made of, each with the articles that hold it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.annotate.names import given
from dateline.resolve.topics import english as en
from dateline.resolve.topics import phrases as ph
from dateline.resolve.topics.grammar import Grammar
from dateline.resolve.words import words

_MOST = 120
_SUM = re.compile(r"\d[\d.,]*-")
"""Begins a phrase about one number: "890-million-crown project"."""
_POSSESSIVE = re.compile("['’]s ")
_NAME, _PHRASE, _WORD = 0.02, 0.02, -0.03
"""What a name, a noun phrase of several words and a single common word are worth in a label, beside what they find."""
_FEW, _WORD_OF_FEW = 300, -0.1
"""In so few articles any word tells some apart, and what is a noun is less sure."""
_LEAST, _LEAST_NAMED = 0.02, 0.05
"""A phrase, a name in a smaller share of a topic's articles does not stand for it: a name is one thing among many."""
_DISTINCT = 1.5
"""How many times more often than elsewhere a phrase must stand in the topic's articles."""
_ATTRIBUTIVE = 0.35
"""A name that stands alone less often than this is an adjective ("Israeli", "Olympic")."""
_FULL = 0.25
"""A full name in this share of the articles of its short form stands for all of them ("John Kerry" for "Kerry")."""

Holders = dict[str, set[int]]
"""Text of a phrase → numbers of the articles that hold it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase: its text, its words, the articles of the topic that hold it (bool), what its kind is worth, and
    whether it names a person."""

    text: str
    words: tuple[str, ...]
    holds: np.ndarray
    bonus: float
    person: bool = False


def without_own_name(found: Sequence[set[tuple[str, str]]], outlets: Sequence[str]) -> list[set[tuple[str, str]]]:
    """The phrases of each article without the names that its paper has for itself ("the Bell", "Evening Bell").

    A name made of words of the paper's own stays where others say it about as often: it is a place, say. ``found``: the
    phrases of each article, (kind, text); ``outlets``: its paper, '' unknown.
    """
    own = [frozenset(words(name)) for name in outlets]
    home, times = Counter(own), Counter()
    at_home: Counter[tuple[frozenset[str], str]] = Counter()
    for article, paper in zip(found, own, strict=True):
        for text in {text for kind, text in article if kind != ph.NOUN}:
            times[text] += 1
            at_home[paper, text] += bool(paper) and paper.issuperset(words(text))

    def is_own(paper: frozenset[str], text: str) -> bool:
        inside = at_home[paper, text]
        return inside * (len(found) - home[paper]) > 2 * (times[text] - inside) * home[paper]

    return [
        {(kind, text) for kind, text in article if kind == ph.NOUN or not is_own(paper, text)}
        for article, paper in zip(found, own, strict=True)
    ]


class Finder:
    """Candidates topic by topic, from the phrases of each article of a sample."""

    def __init__(
        self,
        found: Sequence[set[tuple[str, str]]],
        grammar: Grammar,
        stop: frozenset[str],
        spelled: Mapping[str, str] | None = None,
    ) -> None:
        self._found, self._grammar, self._stop, self._spelled = found, grammar, stop, spelled or {}
        self._everywhere: dict[tuple[str, str], int] = defaultdict(int)
        for article in found:
            for phrase in article:
                self._everywhere[phrase] += 1

    def candidates(self, mine: np.ndarray) -> list[Candidate]:
        """The phrases worth trying for the topic of the articles ``mine`` (row numbers), most distinctive first."""
        kinds: dict[str, Holders] = {k: defaultdict(set) for k in (ph.NAME, ph.ADJECTIVE, ph.JOINED, ph.NOUN)}
        for k, i in enumerate(mine):
            for kind, text in self._found[i]:
                kinds[kind][text].add(k)
        names, joined, nouns = kinds[ph.NAME], kinds[ph.JOINED], kinds[ph.NOUN]
        either = {t: names.get(t, set()) | kinds[ph.ADJECTIVE].get(t, set()) for t in {*names, *kinds[ph.ADJECTIVE]}}
        halves = _halves(names, joined)
        pool: dict[str, tuple[float, set[int], int]] = {}
        for text, rows in _full_forms(either, self._spelled).items():
            if text not in halves and self._is_name(text, len(names.get(text, ())), len(either[text])):
                pool[text] = (_NAME, rows, self._times(text, ph.NAME, ph.ADJECTIVE))
        for text, rows in joined.items():
            if any(side in halves for side in _sides(text)) and not _POSSESSIVE.search(text):
                pool[text] = (0.0, rows, self._times(text, ph.JOINED))
        word = _WORD if len(self._found) >= _FEW else _WORD_OF_FEW
        for text, rows in nouns.items():
            if _SUM.match(text) or (" " not in text and self._grammar.is_fixture(text.lower())):
                continue
            pool.setdefault(text, (_PHRASE if " " in text else word, rows, self._times(text, ph.NOUN)))
        return self._best(pool, len(mine))

    def _times(self, text: str, *kinds: str) -> int:
        return sum(self._everywhere.get((kind, text), 0) for kind in kinds)

    def _best(self, pool: dict[str, tuple[float, set[int], int]], n: int) -> list[Candidate]:
        total = len(self._found)
        few = 1 if n == 1 else 2 if n < 50 else 3
        out = []
        for text, (bonus, rows, times) in pool.items():
            tokens = tuple(dict.fromkeys(w for w in words(text) if w not in self._stop))
            least = max(few, (_LEAST if bonus < 0 or text[:1].islower() else _LEAST_NAMED) * n)
            if len(rows) < least or not tokens or any(w in en.FILLER for w in text.lower().replace("’", "'").split()):
                continue
            inside = len(rows) / n
            outside = (max(times - len(rows), 0) + 0.5) / (total - n + 1)
            if inside > _DISTINCT * outside or total == n:
                holds = np.zeros(n, bool)
                holds[list(rows)] = True
                out.append(
                    (inside * np.log(1 + inside / outside), Candidate(text, tokens, holds, bonus, is_person(text)))
                )
        out.sort(key=lambda x: (-x[0], x[1].text))
        return [c for _, c in out[:_MOST]]

    def _is_name(self, text: str, alone: int, times: int) -> bool:
        if alone < _ATTRIBUTIVE * times or len(text.replace(" ", "")) < 2 or any(len(w) > 25 for w in text.split()):
            return False
        if " " not in text and self._grammar.is_fixture(text.lower()):
            return False
        if " " in text and all(len(w) <= 2 for w in text.split()):
            return False  # the head of a table: "AB H BA"
        # "Test", "Record": words of the language that happen to have a capital
        return " " in text or self._grammar.is_name(text.lower()) or not self._grammar.lower[text.lower()]


def is_person(text: str) -> bool:
    """Whether a name reads like one of a person: a given name and one or two words more."""
    parts = text.split()
    return 2 <= len(parts) <= 3 and all(w[0].isupper() for w in parts) and parts[0].lower() in given.genders()


def _sides(text: str) -> tuple[str, str]:
    if found := _POSSESSIVE.search(text):
        return text[: found.start()], text[found.end() :]
    for link in (" and ", *(f" {c} " for c in sorted(en.CONNECTORS))):
        left, found, right = text.partition(link)
        if found:
            return left, right
    return text, text


def _halves(names: Holders, joined: Holders) -> set[str]:
    """Names that mostly stand as half of a longer one: "Exchange Commission", "Aden" in "Gulf of Aden"."""
    return {
        side
        for text, rows in joined.items()
        for side in _sides(text)
        if len(rows) >= 2 and len(rows) >= 0.5 * len(names.get(side, ()))
    }


def _full_forms(names: Holders, spelled: Mapping[str, str]) -> Holders:
    """The articles that hold each name, a short form counted to its full one; initials to what they stand for."""
    longer: dict[str, tuple[int, str]] = {}
    for text, rows in sorted(names.items()):
        parts = text.split()
        if 2 <= len(parts) <= 3 and len(rows) >= 2:
            for word in (parts[-1], parts[0]):
                if len(rows) > longer.get(word, (0, ""))[0]:
                    longer[word] = (len(rows), text)
    out = dict(names)
    for text, rows in names.items():
        if (full := spelled.get(text, "")) in out:
            out[full] = out[full] | rows
            del out[text]
            continue
        times, full = longer.get(text, (0, ""))
        if " " not in text and full and times >= _FULL * len(rows):
            out[full] = out[full] | rows
            del out[text]
    return out

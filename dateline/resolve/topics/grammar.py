"""Grammar: what is a noun, a verb, a name, read off a sample of articles.

Nouns stand between "the" or "of" and a function word, verbs stand after "to" or "he" and before "the". That needs a
few hundred articles to be sure and works on a few.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.resolve.topics import english as en
from dateline.resolve.topics.reading import Text, Word


@dataclass(slots=True)
class Grammar:
    """How often each word (lower case) stood as a noun, as a verb, as a modifier; in lower case, with a capital
    inside a sentence, with a capital and small letters anywhere; for those, the content words beside them.

    ``nouns``, ``modifiers``: what ``is_noun`` and ``may_modify`` have said, as both are asked for every word."""

    noun: Counter = field(default_factory=Counter)
    verb: Counter = field(default_factory=Counter)
    modifier: Counter = field(default_factory=Counter)
    lower: Counter = field(default_factory=Counter)
    capital: Counter = field(default_factory=Counter)
    titled: Counter = field(default_factory=Counter)
    around: dict[str, Counter] = field(default_factory=lambda: defaultdict(Counter))
    nouns: dict[str, bool] = field(default_factory=dict)
    modifiers: dict[str, bool] = field(default_factory=dict)

    def is_noun(self, word: str) -> bool:
        """Whether the word ends a noun phrase."""
        if (known := self.nouns.get(word)) is None:
            noun, other = self.noun[word], self.verb[word] + self.modifier[word]
            # no participles after a noun: "a share compared with"
            known = self.nouns[word] = not _is_past(word) and noun > 0 and noun >= 0.45 * (noun + other + 1)
        return known

    def may_modify(self, word: str) -> bool:
        """Whether the word may stand before a noun inside a phrase: nouns, adjectives, participles; not verbs."""
        if (known := self.modifiers.get(word)) is None:
            seen = self.noun[word] + self.verb[word] + self.modifier[word]
            known = self.modifiers[word] = seen == 0 or self.verb[word] <= 0.3 * seen
        return known

    def is_name(self, word: str) -> bool:
        """Whether the word is written with a capital wherever it stands."""
        return self.capital[word] > 0 and self.capital[word] >= 3 * self.lower[word]

    def is_fixture(self, word: str) -> bool:
        """Whether nearly always the same content word stands beside it: furniture ("Quote, Profile, Research")."""
        seen = self.around.get(word)
        times = self.titled[word]
        return bool(seen) and times >= 8 and max(seen.values()) > 0.8 * times


def _is_past(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and not word.endswith("eed")


def study(articles: Sequence[Text]) -> Grammar:
    """The grammar of a sample."""
    g = Grammar()
    for article in articles:
        words = article.words
        last = len(words) - 1
        for i, w in enumerate(words):
            if w.stop or not w.low[:1].isalpha():
                continue
            if not w.capital:
                g.lower[w.low] += 1
            else:
                g.capital[w.low] += not w.begins
                g.titled[w.low] += not w.shouted
                for side in (i - 1, i + 1):
                    if 0 <= side <= last and not words[side].stop:
                        g.around[w.low][side - i, words[side].low] += 1
            before = "" if w.breaks else words[i - 1].low
            after = words[i + 1] if i < last and not words[i + 1].breaks else None
            _note(g, w.low, before, after)
    return g


def _note(g: Grammar, word: str, before: str, after: Word | None) -> None:
    ends = after is None or after.stop
    object_ = after is not None and (after.low in en.DETERMINERS or after.low in en.OBJECTS)
    if object_ or before in en.VERB_SIGNS:
        g.verb[word] += 1
    elif before in en.LINKS:
        g.modifier[word] += 1
    elif ends and (before in en.DETERMINERS or before in en.PREPOSITIONS):
        g.noun[word] += 2
    elif after is not None and (after.low in en.AFTER_NOUNS or _is_past(after.low)) and not word.endswith("ly"):
        g.noun[word] += 1
    elif before in en.DETERMINERS or before in en.PREPOSITIONS:
        g.modifier[word] += 0.5

"""What stands around an expression: neighbouring words, tags, the tense of the governing verb.

Everything here works without a model too, and then knows less.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.annotate.times.calendar import writes_day_first
from dateline.annotate.times.lex import Lexemes
from dateline.annotate.times.lexicon import LISTS
from dateline.annotate.times.tense import toward

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.annotate.times.syntax import Syntax

_CLAUSE = 14
"""Words on either side in which a verb is looked for before a parser is asked."""
_STOPS = (".", ";", ":", "?", "!", '"', "“", "`", "")


def _is_past(word: str) -> bool:
    return word in LISTS["irregular past"] or (word.endswith("ed") and len(word) > 4)


class Context:
    """The lexemes of a text and, where there is one, what a model says of it."""

    def __init__(self, lexemes: Lexemes, syntax: Syntax | None = None, dated: tuple[tuple[int, int], ...] = ()) -> None:
        self.lexemes = lexemes
        self._syntax = syntax
        self._dated = dated
        self._day_first: bool | None = None

    def near(self, i: int, k: int, name: str) -> bool:
        """Whether the lexeme k after (before, when negative) lexeme i is in a word list of lexicon.txt."""
        return self.lexemes.word(i + k) in LISTS[name]

    def token(self, i: int) -> Token | None:
        """The parsed spaCy token in which lexeme i starts, None where nothing was parsed."""
        if self._syntax is None or not 0 <= i < len(self.lexemes.starts):
            return None
        return self._syntax.token(self.lexemes.starts[i])

    def tag(self, i: int) -> str:
        """Fine-grained tag of lexeme i, '' without a tagger."""
        token = self.token(i)
        return token.tag_ if token is not None else ""

    def plain(self, first: int, last: int) -> str:
        """'past' or 'future' where the words alone show it, so that no parse is needed; '' where they do not.

        They do where a verb in the past stands before the lexemes in the same clause and nothing that looks ahead ("met
        the mayor on Friday"), or "will" and nothing past after it; or, at the head of a sentence, where a verb in the
        past comes after them ("On Friday, the mayor resigned").
        """
        word = self.lexemes.word
        if word(last + 1) in ("'s", "’s"):
            return ""
        before = list(self._clause(range(first - 1, first - 1 - _CLAUSE, -1)))
        if LISTS["not past"].isdisjoint(before) and any(map(_is_past, before)):
            return "past"
        if "will" in before and LISTS["not past"].isdisjoint(since := before[: before.index("will")]):
            return "" if any(map(_is_past, since)) else "future"
        if not (set(before) <= LISTS["opens a sentence"] and self._opens(first - len(before) - 1)):
            return ""
        for w in (word(i) for i in range(last + 1, last + 1 + _CLAUSE)):
            if w in LISTS["not past"] or w in _STOPS:
                return ""
            if _is_past(w):
                return "past"
        return ""

    def _clause(self, indexes: range) -> Iterator[str]:
        """Words up to the first lexeme that is no word."""
        for i in indexes:
            w = self.lexemes.word(i)
            if not w.isalnum():
                return
            yield w

    def _opens(self, i: int) -> bool:
        """Whether a sentence begins after lexeme i."""
        return i < 0 or self.lexemes.word(i)[-1:] in (".", "!", "?", "\n")

    def toward(self, first: int, last: int) -> str:
        """Past or future by the tense of the verb that governs the lexemes, '' when it does not tell."""
        if plain := self.plain(first, last):
            return plain
        a, b = self.token(first), self.token(last)
        return toward(a, b) if a is not None and b is not None and a.doc is b.doc else ""

    def modifies(self, i: int) -> bool:
        """Whether lexeme i stands before a noun that it describes ("a June report")."""
        token = self.token(i)
        return token is not None and token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i

    def dated(self, i: int) -> bool:
        """Whether the model's own entities mark lexeme i as a date or time."""
        at = self.lexemes.starts[i]
        k = bisect_right(self._dated, (at, 1 << 60)) - 1
        return k >= 0 and at < self._dated[k][1]

    @property
    def day_first(self) -> bool:
        """Whether the text writes the day before the month: a numeric date that can only be so, or '5 March'."""
        if self._day_first is None:
            self._day_first = writes_day_first(self.lexemes.text)
        return self._day_first

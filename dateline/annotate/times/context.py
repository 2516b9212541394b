"""What stands around an expression: neighbouring words, tags, the tense of the governing verb.

Everything here works without a model too, and then knows less.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from dateline.annotate.times.calendar import writes_day_first
from dateline.annotate.times.lex import Lexemes
from dateline.annotate.times.lexicon import LISTS
from dateline.annotate.times.tense import toward

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.annotate.times.syntax import Syntax


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

    def reported(self, first: int) -> bool:
        """Whether a verb in the simple past stands right before lexeme i: "said Friday", "said on Friday"."""
        before = -2 if self.lexemes.word(first - 1) in ("on", "late", "early") else -1
        return self.near(first, before, "reported")

    def toward(self, first: int, last: int) -> str:
        """Past or future by the tense of the verb that governs the lexemes, '' when it does not tell."""
        if self.reported(first):
            return "past"
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

"""What stands around an expression: neighbouring words, tags, the tense of the governing verb.

Everything here works without a tagger and parser too, and then knows less.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from dateline.annotate.times.lex import Lexemes
from dateline.annotate.times.tense import toward

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Context:
    """The lexemes of a text and, where there is one, its spaCy Doc."""

    def __init__(self, lexemes: Lexemes, doc: Doc | None = None) -> None:
        self.lexemes = lexemes
        self.doc = doc
        self._offsets: list[int] | None = None
        self._dated: list[tuple[int, int]] | None = None
        self._day_first: bool | None = None

    def token(self, i: int) -> Token | None:
        """The spaCy token in which lexeme i starts."""
        if self.doc is None or not len(self.doc):
            return None
        if self._offsets is None:
            from spacy.attrs import IDX

            self._offsets = self.doc.to_array([IDX]).ravel().tolist()
        return self.doc[max(0, bisect_right(self._offsets, self.lexemes.starts[i]) - 1)]

    def tag(self, i: int) -> str:
        """Fine-grained tag of lexeme i, '' without a tagger."""
        token = self.token(i)
        return token.tag_ if token is not None else ""

    def toward(self, first: int, last: int) -> str:
        """Past or future by the tense of the verb that governs the lexemes, '' when it does not tell."""
        a, b = self.token(first), self.token(last)
        return toward(a, b) if a is not None and b is not None and self.doc.has_annotation("DEP") else ""

    def modifies(self, i: int) -> bool:
        """Whether lexeme i stands before a noun that it describes."""
        token = self.token(i)
        return token is not None and token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i

    def dated(self, i: int) -> bool:
        """Whether the model's own entities mark lexeme i as a date or time."""
        if self._dated is None:
            ents = self.doc.ents if self.doc is not None else ()
            self._dated = [(e.start_char, e.end_char) for e in ents if e.label_ in ("DATE", "TIME")]
        at = self.lexemes.starts[i]
        return any(a <= at < b for a, b in self._dated)

    def before(self, i: int, k: int = 1) -> str:
        """The lexeme k before lexeme i, in lower case."""
        return self.lexemes.word(i - k)

    def after(self, i: int, k: int = 1) -> str:
        """The lexeme k after lexeme i, in lower case."""
        return self.lexemes.word(i + k)

    @property
    def day_first(self) -> bool:
        """Whether the text writes the day before the month: a numeric date that can only be so, or '5 March'."""
        if self._day_first is None:
            from dateline.annotate.times.calendar import writes_day_first

            self._day_first = writes_day_first(self.lexemes.text)
        return self._day_first

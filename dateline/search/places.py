"""Places: everything in an article that a query finds: words of headline and text, names, and what speakers said.

Where names stand is read from the corpus, with readers' corrections, as is which articles they find (see ``named``). An
outlet stands nowhere in a text and has no place.
"""

from __future__ import annotations

from functools import cached_property

from dateline.corpus import Corpus
from dateline.search.fold import tokens
from dateline.search.named import holds
from dateline.search.passages import Matcher, Place
from dateline.search.query import parse
from dateline.search.tree import Query, Term, terms


class Finder:
    """Finds the places of a query in the articles of a corpus. Raises QueryError as ``parse`` does."""

    def __init__(self, corpus: Corpus, query: str | Query) -> None:
        self._corpus = corpus
        tree = parse(query) if isinstance(query, str) else query
        self._parts = {"title": Matcher(tree, ("", "title")), "text": Matcher(tree, ("", "text"))}
        every = list(dict.fromkeys(terms(tree)))
        self._named = [t for t in every if t.field == "entity"]
        self._spoken = [t for t in every if t.field == "speaker"]
        self._bears: dict[tuple[Term, int], bool] = {}

    def places(self, row: int) -> list[Place]:
        """The places in an article row: of the headline first, then of the text in order; of two that overlap the
        longer."""
        out = self._words("title", row)
        found = self._words("text", row)
        if self._named:
            found += self._of_frame(row, "mentions", self._corpus.mention_entity, self._named)
        if self._spoken:
            found += self._of_frame(row, "quotes", self._corpus.quote_speaker, self._spoken)
        if self._named or self._spoken:
            found.sort(key=lambda p: (p.start, -p.end))
        for p in found:
            if not out or out[-1].part == "title" or p.start >= out[-1].end:
                out.append(p)
            elif p.end - p.start > out[-1].end - out[-1].start:
                out[-1] = p
        return out

    def _words(self, part: str, row: int) -> list[Place]:
        matcher = self._parts[part]
        if not matcher:
            return []
        text = (self._corpus.articles.title if part == "title" else self._corpus.articles.text).iat[row]
        return [Place(part, h.start, h.end, matcher.labels[h.term]) for h in matcher.hits(text)]

    def _of_frame(self, row: int, name: str, codes, wanted: list[Term]) -> list[Place]:  # noqa: ANN001 - int32 array
        frame = getattr(self._corpus, name)
        out = []
        mine = self._corpus.rows_of(name, row)
        for at in range(mine.start, mine.stop):
            for term in wanted:
                if codes[at] >= 0 and self._has(term, int(codes[at])):
                    out.append(Place("text", int(frame.start.iat[at]), int(frame.end.iat[at]), term.label))
                    break
        return out

    def _has(self, term: Term, code: int) -> bool:
        """Whether an entity goes by a name with these words; asked once an entity, and only of those met."""
        known = self._bears.get((term, code))
        if known is None:
            aliases = self._entities[1].iat[code]
            known = any(holds(tokens(n), term) for n in (self._entities[0].iat[code], *aliases))
            self._bears[term, code] = known
        return known

    @cached_property
    def _entities(self) -> tuple:
        return self._corpus.entities.entity, self._corpus.entities.aliases

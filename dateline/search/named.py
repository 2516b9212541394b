"""Named: which articles a query finds where names count as readers corrected them.

The index holds the names of a pile as it was written. A merge, a split or a new name changes none of its words, so
terms of the fields entity and speaker are looked up in the corpus, and the rest of a query in the index.
"""

from __future__ import annotations

from functools import reduce
from weakref import WeakKeyDictionary

import numpy as np

from dateline.corpus import Corpus
from dateline.search.fold import tokens
from dateline.search.index import Index
from dateline.search.tree import And, Near, Not, Query, Term

_BY_NAME = ("entity", "speaker")


def asks_names(query: Query) -> bool:
    """Whether any term of a query, those under NOT included, is of the fields entity or speaker."""
    if isinstance(query, Term):
        return query.field in _BY_NAME
    if isinstance(query, Near):
        return query.terms[0].field in _BY_NAME
    return asks_names(query.part) if isinstance(query, Not) else any(map(asks_names, query.parts))


def articles_of(corpus: Corpus, index: Index, query: Query) -> np.ndarray:
    """Article rows of the corpus (int32, ascending) that a query finds."""
    return np.flatnonzero(_mask(corpus, index, query)).astype(np.int32)


def _mask(corpus: Corpus, index: Index, query: Query) -> np.ndarray:
    """Whether each article of the corpus is found (bool)."""
    if not asks_names(query):
        return _marked(corpus, index.rows_in(corpus)[index.matching(query)])
    if isinstance(query, Term):
        return _named(corpus, query) if query.field == "entity" else _spoken(corpus, index, query)
    if isinstance(query, Near):  # names near each other in a list of names mean no more than both
        return reduce(np.logical_and, (_mask(corpus, index, t) for t in query.terms))
    if isinstance(query, Not):
        return ~_mask(corpus, index, query.part)
    join = np.logical_and if isinstance(query, And) else np.logical_or
    return reduce(join, (_mask(corpus, index, p) for p in query.parts))


def _named(corpus: Corpus, term: Term) -> np.ndarray:
    parts = [corpus.entity_articles.of_code(c) for c in _codes(corpus, term)]
    return _marked(corpus, np.concatenate(parts) if parts else np.empty(0, np.int32))


def _spoken(corpus: Corpus, index: Index, term: Term) -> np.ndarray:
    rows = [corpus.quote_article[corpus.by_speaker.of_code(c)] for c in _codes(corpus, term)]
    found = _marked(corpus, np.concatenate(rows) if rows else np.empty(0, np.int32))
    # speakers that are no entity ("officials") are known to the index alone
    nobody = _marked(corpus, corpus.quote_article[corpus.quote_speaker < 0])
    return found | (nobody & _marked(corpus, index.rows_in(corpus)[index.matching(term)]))


def _codes(corpus: Corpus, term: Term) -> list[int]:
    """Codes of the entities that go by a name with these words."""
    wanted = " ".join(term.words)
    # a quick look at all names before the exact one at a few
    return [
        code
        for code, text in enumerate(_known_as(corpus))
        if wanted in text and any(holds(line.split(), term) for line in text.split("\n"))
    ]


def holds(words: list[str], term: Term) -> bool:
    """Whether the words of a name hold those of a term, in a row."""
    size = len(term.words)
    for at in range(len(words) - size + 1):
        part = words[at : at + size]
        if part[:-1] == list(term.words[:-1]) and (
            part[-1].startswith(term.words[-1]) if term.prefix else part[-1] == term.words[-1]
        ):
            return True
    return False


_NAMES: WeakKeyDictionary[Corpus, list[str]] = WeakKeyDictionary()


def _known_as(corpus: Corpus) -> list[str]:
    """The names of each entity, by code: folded words, a line a name. Made once a corpus."""
    if corpus not in _NAMES:
        _NAMES[corpus] = [
            "\n".join(dict.fromkeys(" ".join(tokens(n)) for n in (name, *aliases)))
            for name, aliases in zip(corpus.entities.entity, corpus.entities.aliases, strict=True)
        ]
    return _NAMES[corpus]


def _marked(corpus: Corpus, rows: np.ndarray) -> np.ndarray:
    out = np.zeros(len(corpus), bool)
    out[rows[rows >= 0]] = True
    return out

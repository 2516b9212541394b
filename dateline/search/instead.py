"""Instead: for a query that finds nothing, what to try: the nearest spelling, a part left out, words not in a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from dateline.corpus import Corpus
from dateline.search.index import Index
from dateline.search.query import parse
from dateline.search.results import matching
from dateline.search.tree import And, Near, Not, Or, Query, Term, said, terms

_MOST_TRIED = 24
"""Queries that are tried out at most."""


@dataclass(frozen=True, slots=True)
class Instead:
    """Another query, why it may be meant (a few words), and how many of the articles shown it finds."""

    query: str
    why: str
    articles: int


def instead(corpus: Corpus, index: Index, query: str | Query, rows: np.ndarray, most: int = 5) -> list[Instead]:
    """Queries near to one that finds nothing among the article rows, those that find something, likeliest first."""
    tree = parse(query) if isinstance(query, str) else query
    shown = np.zeros(len(corpus), bool)
    shown[rows] = True
    out: dict[str, Instead] = {}
    for tried, (other, why) in enumerate(_others(index, tree)):
        if tried == _MOST_TRIED or len(out) == most:
            break
        text = said(other)
        if text not in out and (n := int(shown[matching(corpus, index, other)].sum())):
            out[text] = Instead(text, why, n)
    return list(out.values())


def nearest(index: Index, word: str, most: int = 3) -> list[str]:
    """Words of the pile that are spelled nearly like a folded word, likeliest first: few changes, then often used."""
    if len(word) < 3:
        return []
    furthest = 1 if len(word) < 5 else 2
    for begins in (word[0], ""):
        found = []
        for term, n in index.vocabulary(begins, (len(word) - furthest, len(word) + furthest)):
            d = OSA.distance(word, term, score_cutoff=furthest)
            if 0 < d <= furthest:
                # of words one change away the commoner; a beginning that is the same says more than an end
                found.append((d, -fuzz.ratio(word[:3], term[:3]), -n, term))
        if found:
            return [t for *_, t in sorted(found)[:most]]
    return []


def _others(index: Index, tree: Query) -> Iterator[tuple[Query, str]]:
    for term in dict.fromkeys(terms(tree)):
        for n, word in enumerate(term.words):
            if term.prefix and n == len(term.words) - 1:
                continue
            # a word that headlines and texts hold is spelled right; it may still be no name
            if term.field in ("speaker", "entity", "outlet") or not len(index.times(word)[0]):
                for other in nearest(index, word):
                    words = (*term.words[:n], other, *term.words[n + 1 :])
                    yield _swapped(tree, term, replace(term, words=words)), f"“{other}” for “{word}”"
    for term in dict.fromkeys(terms(tree)):
        if term.field:
            yield _swapped(tree, term, replace(term, field="")), f"anywhere, not only in {term.field}"
        if len(term.words) > 1:
            *before, last = (Term((w,), False, term.field) for w in term.words)
            loose = And((*before, replace(last, prefix=term.prefix)))
            yield _swapped(tree, term, loose), "the words anywhere, not in a row"
        elif not term.prefix and len(term.words[-1]) > 4:
            # the commonest endings of English off: "flooding" finds "flood", "floods"
            stem = term.words[0][: max(4, len(term.words[0]) - 3)]
            yield _swapped(tree, term, replace(term, words=(stem,), prefix=True)), "words that begin so"
    if isinstance(tree, Near):
        yield And(tree.terms), "at any distance"
    if isinstance(tree, And) and len(tree.parts) > 1:
        for n, part in enumerate(tree.parts):
            rest = tree.parts[:n] + tree.parts[n + 1 :]
            if all(isinstance(p, Not) for p in rest):
                continue
            yield rest[0] if len(rest) == 1 else And(rest), f"without “{said(part)}”"
        if not any(isinstance(p, Not) for p in tree.parts):
            yield Or(tree.parts), "any of them"


def _swapped(tree: Query, old: Term, new: Query) -> Query:
    """The tree with a term replaced; inside NEAR only another term can stand."""
    if tree == old:
        return new
    if isinstance(tree, Near):
        if not isinstance(new, Term) or old not in tree.terms:
            return tree
        return replace(tree, terms=tuple(new if t == old else t for t in tree.terms))
    if isinstance(tree, And | Or):
        parts: list[Query] = []
        for p in tree.parts:
            made = _swapped(p, old, new)
            parts += made.parts if isinstance(made, And) and isinstance(tree, And) else [made]
        return type(tree)(tuple(parts))
    return tree

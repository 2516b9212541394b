"""Tree: a query as it was understood, what it looks for, and how the database is asked for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

FIELDS = ("title", "text", "speaker", "entity", "outlet")


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase: its words, folded; whether the last is only the beginning of a word; its field, '' none."""

    words: tuple[str, ...]
    prefix: bool = False
    field: str = ""

    @property
    def label(self) -> str:
        """The term as a reader would write it."""
        text = " ".join(self.words) + "*" * self.prefix
        text = f'"{text}"' if len(self.words) > 1 else text
        return f"{self.field}:{text}" if self.field else text


@dataclass(frozen=True, slots=True)
class Near:
    """Terms with at most ``distance`` words between neighbours, in any order."""

    terms: tuple[Term, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of the parts."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but the part."""

    part: Query


Query = Term | Near | And | Or | Not


def terms(query: Query) -> Iterator[Term]:
    """The terms that a passage may hold, in order; those under NOT are left out."""
    if isinstance(query, Term):
        yield query
    elif isinstance(query, Near):
        yield from query.terms
    elif isinstance(query, And | Or):
        for part in query.parts:
            yield from terms(part)


def written(query: Query) -> str:
    """The query in the language of SQLite's FTS5, made of words and operators only."""
    if isinstance(query, Term):
        return f"{_columns(query.field)} : {_phrase(query)}"
    if isinstance(query, Near):
        return f"{_columns(query.terms[0].field)} : NEAR({' '.join(map(_phrase, query.terms))}, {query.distance})"
    if isinstance(query, Or):
        return f"({' OR '.join(map(written, query.parts))})"
    if isinstance(query, Not):
        return f"({EVERYTHING} NOT {written(query.part)})"
    have = [written(p) for p in query.parts if not isinstance(p, Not)] or [EVERYTHING]
    lack = [written(p.part) for p in query.parts if isinstance(p, Not)]
    found = f"({' AND '.join(have)})"
    return f"({found} NOT ({' OR '.join(lack)}))" if lack else found


def nears(query: Query) -> Iterator[Near]:
    """The parts joined by NEAR, but for those under NOT."""
    if isinstance(query, Near):
        yield query
    elif isinstance(query, And | Or):
        for part in query.parts:
            yield from nears(part)


def free(query: Query) -> Iterator[Term]:
    """The terms that stand outside NEAR and NOT: they count wherever they are."""
    if isinstance(query, Term):
        yield query
    elif isinstance(query, And | Or):
        for part in query.parts:
            yield from free(part)


def said(query: Query) -> str:
    """The query as a reader would write it; ``parse`` reads it to an equal tree."""
    if isinstance(query, Term):
        return query.label
    if isinstance(query, Near):
        return f" NEAR/{query.distance} ".join(t.label for t in query.terms)
    if isinstance(query, Not):
        inner = said(query.part)
        return f"NOT {inner}" if isinstance(query.part, Term) else f"NOT ({inner})"
    if isinstance(query, Or):
        return " OR ".join(f"({said(p)})" if isinstance(p, And | Or) else said(p) for p in query.parts)
    return " ".join(f"({said(p)})" if isinstance(p, And | Or | Near) else said(p) for p in query.parts)


EVERY, ALL = "every", "all"
EVERYTHING = f'{EVERY} : "{ALL}"'
"""Each row holds this word in this column, so that "everything but" can be asked."""


def _columns(field: str) -> str:
    return field or "{title text}"


def _phrase(term: Term) -> str:
    return f'"{" ".join(term.words)}"{" *" * term.prefix}'

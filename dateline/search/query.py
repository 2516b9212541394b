"""Query: what a reader types, read into a tree; what cannot be read is said with its place.

    harbour dock                  both words                "paper mill"           the words in this order
    harbour OR dock               either                    flood*                 words that begin so
    harbour NOT storm             the first without         storm NEAR/5 harbour   at most 5 words between them
    (storm OR flood) Aldmoor      brackets                  speaker:quill          in a field
    title:"paper mill"            a phrase in a field       entity:(quill OR lund) several in a field

Fields: title, text, speaker (names of those quoted), entity (names), outlet; without one, title and text are searched.
Operators are written in capitals. NOT binds closest, then NEAR, AND, OR. Case, accents and curly apostrophes do not
matter. Nothing of a query reaches the database but words: the tree is written out anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.errors import QueryError
from dateline.search.fold import tokens
from dateline.search.tree import FIELDS, And, Near, Not, Or, Query, Term

_ALIASES = {"headline": "title", "body": "text", "said": "speaker", "name": "entity", "source": "outlet"}
NEAR_WORDS = 10
"""Words between, where NEAR gives no number."""
_LONGEST, _MOST_TERMS, _DEEPEST, _FARTHEST = 2_000, 200, 30, 1_000

_LEX = re.compile(
    r"""\s*(?:
    (?P<open>\() | (?P<close>\)) |
    (?P<quote>["“”„«»]) |
    (?P<near>(?-i:NEAR)(?:/(?P<distance>[^\s()"“”]*))?(?=[\s()"“”]|$)) |
    (?P<op>(?-i:AND|OR|NOT))(?=[\s()"“”]|$) |
    (?P<field>(?:title|text|speaker|entity|outlet|headline|body|said|name|source):|[^\W\d_]+:(?=[^\s)])) |
    (?P<word>[^\s()"“”„«»]+)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_CLOSING = re.compile('["“”«»]')


def parse(text: str) -> Query:
    """The tree of a query. Raises QueryError, whose message names the place and whose ``position`` is its offset."""
    if len(text) > _LONGEST:
        raise QueryError(f"the query has {len(text):,} characters; {_LONGEST:,} are the most: shorten it", _LONGEST)
    return _Parser(text).read()


@dataclass(slots=True)
class _Token:
    kind: str
    text: str
    at: int
    words: tuple[str, ...] = ()
    prefix: bool = False
    distance: int = 0


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = list(self._lex())
        self._next = 0
        self._depth = 0
        if sum(t.kind == "term" for t in self._tokens) > _MOST_TERMS:
            raise QueryError(
                f"the query has more than {_MOST_TERMS} words: put a list of names into “Names” instead", 0
            )

    def read(self) -> Query:
        if not self._tokens:
            raise QueryError("the query is empty: type a word, a name or a phrase in quotation marks", 0)
        query = self._or("")
        if (t := self._peek()) is not None:
            raise QueryError(f"the bracket “)” {_where(t.at)} closes none: remove it, or open one before it", t.at)
        return query

    # -- what stands there ---------------------------------------------------------------------------------------------

    def _lex(self) -> Iterator[_Token]:
        at = 0
        while m := _LEX.match(self._text, at):
            start, at = m.start(m.lastgroup if m.lastgroup != "distance" else "near"), m.end()
            if m["quote"]:
                end = _CLOSING.search(self._text, at)
                if end is None:
                    raise QueryError(f"the quotation mark {_where(start)} is not closed: add one at the end", start)
                inside = self._text[at : end.start()]
                at = end.end()
                starred = inside.rstrip().endswith("*") or self._text[at : at + 1] == "*"
                at += self._text[at : at + 1] == "*"
                yield self._term(inside, start, starred)
            elif m["near"]:
                yield _Token("near", m["near"], start, distance=_distance(m["distance"], start))
            elif m["op"]:
                yield _Token(m["op"], m["op"], start)
            elif m["field"]:
                yield _Token("field", _field(m["field"][:-1], start), start)
            elif m["word"]:
                yield self._term(m["word"], start, m["word"].endswith("*"))
            else:
                yield _Token("(" if m["open"] else ")", m.group().strip(), start)

    def _term(self, text: str, at: int, prefix: bool) -> _Token:
        found = tuple(tokens(text))
        if not found:
            raise QueryError(f"“{_short(text)}” {_where(at)} holds no letter or digit to search for: remove it", at)
        return _Token("term", text, at, found, prefix)

    def _peek(self) -> _Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _take(self) -> _Token:
        self._next += 1
        return self._tokens[self._next - 1]

    # -- what it means -------------------------------------------------------------------------------------------------

    def _or(self, field: str) -> Query:
        parts = [self._and(field)]
        while (t := self._peek()) is not None and t.kind == "OR":
            parts.append(self._after(self._take(), field, self._and))
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _and(self, field: str) -> Query:
        parts = [self._near(field)]
        while (t := self._peek()) is not None and t.kind not in ("OR", ")"):
            if t.kind == "AND":
                parts.append(self._after(self._take(), field, self._near))
            else:
                parts.append(self._near(field))
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _near(self, field: str) -> Query:
        first = self._not(field)
        together: list[Query] = [first]
        distance = 0
        while (t := self._peek()) is not None and t.kind == "near":
            self._take()
            distance = max(distance, t.distance)
            together.append(self._after(t, field, self._not))
            if not all(isinstance(p, Term) for p in together):
                raise QueryError(
                    f"{t.text} {_where(t.at)} stands between words or phrases, not between brackets or after NOT", t.at
                )
            if len({p.field for p in together if isinstance(p, Term)}) > 1:
                raise QueryError(f"{t.text} {_where(t.at)} joins words of one field; here they are of two", t.at)
        return first if len(together) == 1 else Near(tuple(p for p in together if isinstance(p, Term)), distance)

    def _not(self, field: str) -> Query:
        t = self._peek()
        if t is not None and t.kind == "NOT":
            return _but(self._after(self._take(), field, self._not))
        return self._atom(field)

    def _atom(self, field: str) -> Query:
        t = self._peek()
        if t is None:
            raise QueryError("something is missing at the end of the query", len(self._text))
        if t.kind == "term":
            self._take()
            return Term(t.words, t.prefix, field)
        if t.kind == "field":
            self._take()
            return self._after(t, t.text, self._atom)
        if t.kind == "(":
            return self._bracket(field)
        if t.kind == ")":
            raise QueryError(f"the bracket “)” {_where(t.at)} closes none: remove it, or open one before it", t.at)
        raise QueryError(f"{t.text} {_where(t.at)} has nothing before it: {_hint(t.text)}", t.at)

    def _bracket(self, field: str) -> Query:
        opened = self._take()
        self._depth += 1
        if self._depth > _DEEPEST:
            raise QueryError(f"there are more than {_DEEPEST} brackets in one another {_where(opened.at)}", opened.at)
        t = self._peek()
        if t is None:
            raise QueryError(f"the bracket “(” {_where(opened.at)} is not closed: add “)” at the end", opened.at)
        if t.kind == ")":
            raise QueryError(f"the brackets {_where(opened.at)} hold nothing: remove them", opened.at)
        query = self._or(field)
        if self._peek() is None:
            raise QueryError(f"the bracket “(” {_where(opened.at)} is not closed: add “)” at the end", opened.at)
        self._take()
        self._depth -= 1
        return query

    def _after(self, t: _Token, field: str, read) -> Query:  # noqa: ANN001 - one of the methods above
        nxt = self._peek()
        if nxt is None or nxt.kind in ("OR", "AND", ")", "near") or (nxt.kind == "NOT" and t.kind == "near"):
            name = f"{t.text}:" if t.kind == "field" else t.text
            raise QueryError(f"{name} {_where(t.at)} has nothing after it: {_hint(t.text)}", t.at)
        return read(field)


def _but(query: Query) -> Query:
    """Not of a not is the thing itself."""
    return query.part if isinstance(query, Not) else Not(query)


def _field(name: str, at: int) -> str:
    low = name.lower()
    if low not in FIELDS and low not in _ALIASES:
        known = ", ".join(FIELDS)
        raise QueryError(
            f"“{_short(name)}:” {_where(at)} is no field: use one of {known}, or leave a space after it", at
        )
    return _ALIASES.get(low, low)


def _distance(text: str | None, at: int) -> int:
    if text is None:
        return NEAR_WORDS
    if not (text.isascii() and text.isdigit() and int(text[:9]) <= _FARTHEST):
        raise QueryError(
            f"NEAR/{_short(text)} {_where(at)} needs a number of words up to {_FARTHEST}, as in NEAR/5", at
        )
    return int(text)


def _hint(operator: str) -> str:
    if operator in ("AND", "OR", "NOT") or operator.startswith("NEAR"):
        return f"write “{operator.lower().partition('/')[0]}” in small letters to search for the word"
    return "type a word after it"


def _where(at: int) -> str:
    return f"at character {at + 1}"


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:29] + "…"

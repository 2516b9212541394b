"""Find time expressions in a text and say what each means, before the date of publication is known."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.annotate.record import Time
from dateline.annotate.times import days, lengths, relative, repeats, vague, years
from dateline.annotate.times.context import Context
from dateline.annotate.times.grammar import Found, Match, compile_rules
from dateline.annotate.times.lex import Lexemes, code, lex

if TYPE_CHECKING:
    from dateline.annotate.times.syntax import Syntax

_RULES = [*relative.PERIODS, *repeats.PLURALS, *days.RULES, *years.RULES, *relative.RULES, *repeats.RULES,
          *lengths.RULES, *vague.RULES, *days.LAST]  # fmt: skip


@cache
def _pattern() -> re.Pattern[str]:
    """Compiled when the first text is searched: whoever only works values out need not wait for it."""
    return compile_rules(_RULES)


_CHUNK = re.compile("[^x]+")
# a stretch without any of these classes holds no time expression
_NEEDED = (
    "month weekday weekdays season seasons daypart dayparts night nights overnight tonight today unit units quarters"
    " day week moon annum decade century quarter weekend weekends halfno lasting yearago yearend laterday daybefore"
    " dayafter past set vague recent current period future present term while oneday holiday nineeleven era_decade"
    " iso numdate clock year bigyear decadeno decadeshort decadeword qno fiscal dayth"
).split()
_CORE = re.compile("[" + "".join(code(n) for n in _NEEDED) + "]")
_SURE = "".join(code(n) for n in ("year", "bigyear", "today", "tonight", "last", "next", "this", "annum", "week"))
_FOLLOWING = code("following")
_UNIT_CODES = {code(n) for n in ("units", "unit", "day", "week", "moon", "annum", "today")}


@dataclass(frozen=True, slots=True)
class Search:
    """A text cut into lexemes and the matches in it; ``wants`` are the offsets where a meaning hangs on a verb.

    ``hits`` holds, for each stretch of time words, its end (a lexeme) and its matches in order.
    """

    lexemes: Lexemes
    hits: list[tuple[int, list[re.Match[str]]]]
    wants: list[int]


def search(text: str) -> Search:
    """The first step of ``find``: says which places of the text should be parsed."""
    lexemes = lex(text)
    context = Context(lexemes)
    chunks = [chunk.span() for chunk in _CHUNK.finditer(lexemes.codes)]
    hits = [(end, found) for start, end in chunks if (found := list(_hits(lexemes.codes, start, end)))]
    wants = [
        lexemes.starts[hit.start()]
        for _, found in hits
        for hit in found
        if _RULES[hit.lastindex - 1].tense
        and not any(c in _SURE for c in hit[0])
        and not context.plain(hit.start(), hit.end() - 1)
    ]
    return Search(lexemes, hits, wants)


def find(text: str | Search, syntax: Syntax | None = None, dated: tuple[tuple[int, int], ...] = ()) -> list[Time]:
    """Time expressions of a text in reading order, none inside another.

    ``syntax`` gives tags and parse of the places that ``search`` wants; without it, and where a verb tells nothing, the
    nearest date is taken. ``dated`` are (start, end) of entities that a model calls a date or time, in order: evidence
    for bare years and words of two meanings. The time needed is linear in the length of the text.
    """
    looked = search(text) if isinstance(text, str) else text
    lexemes = looked.lexemes
    context = Context(lexemes, syntax, dated)
    out: list[Time] = []
    for end, hits in looked.hits:
        queue = deque(hits)
        while queue:
            hit = queue.popleft()
            found = _build(hit, context)
            out += [Time(lexemes.starts[f.first], lexemes.ends[f.last], f.type, f.meaning.to_json()) for f in found]
            _go_on(queue, lexemes.codes, hit, end, bool(found))
    return out


def _build(hit: re.Match[str], context: Context) -> list[Found]:
    """What a match means; nothing where words around it speak against it."""
    if _title(context.lexemes, hit.start(), hit.end()):
        return []
    if hit[0][0] == _FOLLOWING:  # a preposition: "following Monday's debate"; a date is "the following Monday"
        return []
    return _RULES[hit.lastindex - 1].build(Match(hit.start(), hit.end(), context)) or []


def _go_on(queue: deque[re.Match[str]], codes: str, hit: re.Match[str], end: int, taken: bool) -> None:
    """Put the next match at the head of the queue.

    After a match that was not taken, one may begin inside it and reach beyond; after one that was taken, those that it
    overlaps are dropped, and what they hid may come out.
    """
    hidden = not taken
    while taken and queue and queue[0].start() < hit.end():
        queue.popleft()
        hidden = True
    fresh = _pattern().search(codes, hit.end() if taken else hit.start() + 1, end) if hidden else None
    if fresh and (not queue or fresh.start() < queue[0].start()):
        queue.appendleft(fresh)


def _hits(codes: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Matches from left to right, none inside another."""
    at = start
    while at < end and _CORE.search(codes, at, end):
        hit = _pattern().search(codes, at, end)
        if hit is None:
            return
        yield hit
        at = hit.end()


def _title(lexemes: Lexemes, start: int, end: int) -> bool:
    """Whether the stretch is the name of a programme or paper: "This Week", "60 Minutes", "USA Today"."""
    last = lexemes.raw(end - 1)
    if lexemes.codes[end - 1] not in _UNIT_CODES or not last[:1].isupper() or last.isupper():
        return False
    begins = start == end - 1 and not lexemes.raw(start - 1)[-1:].isalnum() and lexemes.raw(start - 1) not in (",", "&")
    return not begins

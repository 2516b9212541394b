"""Find time expressions in a text and say what each means, before the date of publication is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.annotate.record import Time
from dateline.annotate.times import days, lengths, relative, vague, years
from dateline.annotate.times.context import Context
from dateline.annotate.times.grammar import Match, compile_rules
from dateline.annotate.times.lex import Lexemes, code, lex

if TYPE_CHECKING:
    from spacy.tokens import Doc

_RULES = [
    *relative.PERIODS,
    *lengths.REPEATED,
    *days.RULES,
    *years.RULES,
    *relative.RULES,
    *lengths.RULES,
    *vague.RULES,
]
_PATTERN = compile_rules(_RULES)
_CHUNK = re.compile("[^x]+")


def find(text: str, doc: Doc | None = None) -> list[Time]:
    """Time expressions of a text in reading order, none inside another.

    ``doc`` is the text as spaCy read it; tags and parse decide about tense and words of two meanings. Without them the
    past is assumed where it matters. The time needed is linear in the length of the text.
    """
    lexemes = lex(text)
    context = Context(lexemes, doc)
    out: list[Time] = []
    for chunk in _CHUNK.finditer(lexemes.codes):
        at, end = chunk.span()
        while at < end:
            hit = _PATTERN.search(lexemes.codes, at, end)
            if hit is None:
                break
            if _title(lexemes, hit.start(), hit.end()):
                at = hit.end()
                continue
            found = _RULES[hit.lastindex - 1].build(Match(hit.start(), hit.end(), context))
            for f in found or ():
                out.append(Time(lexemes.starts[f.first], lexemes.ends[f.last], f.type, f.meaning.to_json()))
            at = hit.end() if found else hit.start() + 1
    return out


def _title(lexemes: Lexemes, start: int, end: int) -> bool:
    """Whether the stretch is the name of a programme or paper: "This Week", "60 Minutes", "USA Today"."""
    if lexemes.codes[end - 1] not in _UNIT_CODES:
        return False
    last = lexemes.raw(end - 1)
    first = start == end - 1 and lexemes.raw(start - 1)[-1:] in ("", ".", "”", '"', "?", "!", "“", "`", ":", ")", "_", "-")
    return last[:1].isupper() and not last.isupper() and not first


_UNIT_CODES = {code(n) for n in ("units", "unit", "u_day", "u_week", "u_month", "u_year", "today")}

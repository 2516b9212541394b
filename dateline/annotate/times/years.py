"""Rules for months, seasons, quarters, halves, years, decades and centuries."""

from __future__ import annotations

from dateline.annotate.times.grammar import Found, Match, Rule
from dateline.annotate.times.lexicon import LISTS
from dateline.annotate.times.meaning import Meaning
from dateline.annotate.times.place import WHICH, mod, place


def year(m: Match) -> list[Found] | None:
    """1998, early 1990, the end of 1994. Alone, a number of four digits is a year only where its neighbours say so."""
    if m.single:
        near, dated = m.context.near, m.context.dated(m.start)
        if m.has("year") and not m.context.lexemes.word(m.start)[0].isdigit():  # "nineteen eighty-four"
            return place(m)
        if (m.has("bigyear") and not dated) or near(m.start, -1, "price") or near(m.start, 1, "counted things"):
            return None
        if not (dated or near(m.start, -1, "before year") or (m.before() == "(" and m.after() == ")")):
            return None
    return place(m)


def decade(m: Match) -> list[Found] | None:
    """the 1990s, the late '80s, the nineties, the mid-1970s; "in his 80s" is an age."""
    value = m.first("decadeno", "era_decade")
    if value is None:
        short = m.first("decadeshort", "decadeword")
        value = (190 if short >= 20 else 200) + short // 10
        sure = m.has("quote", "early", "late", "mid", "edge") or m.context.dated(m.end - 1)
        if not m.has("the") or not sure:
            return None
    return m.found("DATE", value=f"{value:03}", mod=mod(m))


def numbered_century(m: Match) -> list[Found] | None:
    """the 20th century, 19th-century."""
    n = m.first("ordinal", "dayth", "second")
    return m.found("DATE", value=f"{n - 1:02}", mod=mod(m)) if 1 <= n <= 30 else None


def span_of_years(m: Match) -> list[Found] | None:
    """1914-18, 1990-1995: two years."""
    (a, i), (b, j) = [(v, i) for n, v, i in m if n in ("year", "dayno", "number")]
    if b < 100:
        b += a // 100 * 100 + (100 if b <= a % 100 else 0)
    if not a < b <= a + 100 or m.context.near(m.start, -1, "price"):
        return None
    return [Found(m.start, i, "DATE", Meaning(year=a)), Found(j, j, "DATE", Meaning(year=b))]


def month(m: Match) -> list[Found] | None:
    """A month with or without its year. May and March are also verbs, months are also names of people."""
    if m.single:
        if m.context.tag(m.start) in ("MD", "VB", "VBP", "VBD", "VBZ", "JJ"):
            return None
        if m.before() == "annual":  # "the annual March for Life"
            return None
        if m.context.near(m.start, 0, "name month") and not m.context.dated(m.start):
            named = m.context.lexemes.raw(m.start - 1)[:1].isupper() or m.context.lexemes.raw(m.end)[:1].isupper()
            if named or not (m.context.near(m.start, -1, "before year") or m.before() in ("last", "late")):
                return None
    return place(m)


def season(m: Match) -> list[Found] | None:
    """A season: with a year or a word for which one, or alone after a preposition; fall and spring are also verbs."""
    at = m.at("season")
    if m.context.tag(at).startswith("VB"):
        return None
    if m.end - m.start <= 2 and not m.has("year", *WHICH):
        if not m.context.near(m.start, -1, "before season") or m.after() == "of":
            return None
        if m.context.lexemes.raw(at)[0].isupper() and not m.context.dated(at):
            return None
    return place(m)


def quarter(m: Match) -> list[Found] | None:
    """The third quarter, Q3 2015, the fiscal first quarter; the last quarter of 1990 is the fourth.

    Fiscal quarters begin as the company likes, and "third-quarter profit" is reported when it is known: there the one
    of that number that began last is taken. Games have quarters too.
    """
    number = m.first("ordinal", "dayth", "second", "qno") or 4
    sure = m.has("year", "bigyear", "annum")
    if not 1 <= number <= 4 or (m.has("last") and not m.has("ordinal", "dayth", "second", "qno", "of")):
        return None
    if not sure and not m.has("fiscal") and _game(m):
        return None
    begun = not sure and (m.has("fiscal") or m.has("hyphen"))
    return place(m, quarter=number, day=0, **({"toward": "ended"} if begun else {}))


def half(m: Match) -> list[Found] | None:
    """The first half of 2012. Without a year only in business text ("first-half profit")."""
    if m.has("decadeno", "decadeshort", "decadeword"):
        return decade(m)
    if not m.has("year", "bigyear", "annum", "fiscal"):
        near = {m.after(k) for k in (1, 2)} | {m.before(k) for k in (1, 2)}
        if not near & LISTS["business"]:
            return None
    return place(m, half=m.first("halfno"))


def two_quarters(m: Match) -> list[Found] | None:
    """The first two quarters of 1990: a half."""
    first = m.first("ordinal", "dayth", "second")
    return place(m, half=first, day=0) if first in (1, 3) and m.first("cardinal", "dayno") == 2 else None


def quarters(m: Match) -> list[Found] | None:
    """The third and fourth quarters of 1990: two quarters."""
    (a, i), (b, j) = [(v, i) for n, v, i in m if n in ("ordinal", "dayth", "second")]
    if not 1 <= a < b <= 4:
        return None
    shared = {"year": m.first("year")} if m.has("year") else {}
    first = place(m.part(m.start, i + 1), quarter=a, day=0, **shared)
    second = place(m.part(j, m.end), quarter=b, day=0, **shared)
    return [*first, *second] if first and second else None


def _game(m: Match) -> bool:
    """Whether a quarter is one of a game: words of sport around it and none of business."""
    words = {m.context.lexemes.word(i) for i in range(m.start - 25, m.end + 25)}
    return bool(words & LISTS["game"]) and not words & LISTS["business"]


_OF = "(OFYEAR | of? fiscal YEAR | in YEAR)"
_YEARS = "(WHICH annum possessive | YEAR possessive? | yearago)"
RULES = [
    Rule("the? EARLY? ORD hyphen? century", numbered_century),
    Rule("the? EARLY? the? quote? (decadeno | decadeshort | decadeword | era_decade)", decade),
    Rule("the? halfno of the quote? (decadeno | decadeshort | decadeword)", half),
    Rule(f"APX? the? ORD (cardinal | dayno) quarters {_OF}", two_quarters),
    Rule(f"the? ORD (and | or | to) ORD (quarter | quarters) {_OF}?", quarters, tense=True),
    Rule(f"the? {_YEARS}? (EARLY | like)? fiscal? hyphen? (ORD | last) fiscal? hyphen quarter {_OF}?", quarter),
    Rule(f"the? {_YEARS}? (EARLY | like)? fiscal? hyphen? (ORD | last) fiscal? quarter {_OF}?", quarter, tense=True),
    Rule("fiscal? qno (of? comma? YEAR)?", quarter, tense=True),
    Rule(f"the? {_YEARS}? EARLY? fiscal? hyphen? halfno {_OF}?", half, tense=True),
    Rule(f"LEAD? month {_OF}", place),
    Rule("LEAD? month", month, tense=True),
    Rule(f"(LEAD | the)? season {_OF}", place),
    Rule("(LEAD | the)? season", season, tense=True),
    Rule("year (hyphen | dash | slash) (dayno | number | year)", span_of_years),
    Rule("(the? EARLY)? (the? (fiscal | calendar)? annum | fiscal | calendar)? YEAR", year),
]

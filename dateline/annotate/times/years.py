"""Rules for months, seasons, quarters, halves, years, decades and centuries."""

from __future__ import annotations

from dateline.annotate.times.grammar import Found, Match, Rule
from dateline.annotate.times.meaning import Meaning
from dateline.annotate.times.place import mod, place

_BEFORE_YEAR = {"in", "since", "by", "of", "until", "till", "from", "to", "between", "before", "after", "during", "through",
                "around", "circa", "year", "and", "or", "into", "than", "throughout", "beyond", "back", "the", "for"}  # fmt: skip
_COUNTED = {
    "%",
    "percent",
    "people",
    "miles",
    "feet",
    "pounds",
    "dollars",
    "points",
    "men",
    "women",
    "children",
    "times",
}
_PRICE = {"$", "£", "€", "#", "-", "/", ".", "no", "number", "about", "only", "some", "nearly", "than", "dlrs", "us"}
_BUSINESS = {"profit", "profits", "earnings", "sales", "results", "revenue", "revenues", "net", "loss", "losses", "income",
             "pretax", "quarter", "growth", "output", "dividend", "figures", "gdp", "of"}  # fmt: skip


def year(m: Match) -> list[Found] | None:
    """1998, early 1990, the end of 1994. Alone, a number of four digits is a year only where its neighbours say so."""
    if m.end - m.start == 1:
        i, context = m.start, m.context
        before, after = context.before(i), context.after(i)
        if (
            m.has("bigyear")
            or before in _PRICE
            or after in _COUNTED
            or context.tag(i + 1) == "NNS"
            and not context.dated(i)
        ):
            return None
        if not (before in _BEFORE_YEAR or context.dated(i) or (before == "(" and after == ")")):
            return None
    return place(m)


def decade(m: Match) -> list[Found] | None:
    """the 1990s, the late '80s, the nineties, the mid-1970s."""
    value = m.first("decade")
    if value is None:
        short = m.first("shortdecade", "decadeword")
        value = (190 if short >= 20 else 200) + short // 10
        sure = m.has("quote", "early", "late", "mid", "edge") or m.context.dated(m.end - 1)
        if not (m.has("the") and sure):
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
    if not a < b <= a + 100 or m.context.before(m.start) in _PRICE:
        return None
    return [Found(m.start, i, "DATE", Meaning(year=a)), Found(j, j, "DATE", Meaning(year=b))]


def month(m: Match) -> list[Found] | None:
    """A month with or without its year. May, March and August are also other words, months are also names of people."""
    if m.end - m.start == 1:
        word, tag = m.context.lexemes.word(m.start), m.context.tag(m.start)
        if tag in ("MD", "VB", "VBP", "VBD", "VBZ", "JJ"):
            return None
        if word in ("may", "march", "april", "june", "august", "jan", "mar"):
            named = m.context.tag(m.start - 1) == "NNP" or m.context.tag(m.start + 1) == "NNP"
            if (
                tag
                and not m.context.dated(m.start)
                and (named or m.context.before(m.start) not in _BEFORE_YEAR | {"last", "late"})
            ):
                return None
    return place(m)


def season(m: Match) -> list[Found] | None:
    """A season: with a year or a word for which one, or alone after a preposition."""
    at = next(i for n, _, i in m if n == "season")
    if m.context.tag(at).startswith("VB"):
        return None
    if m.end - m.start <= 2 and not m.has(
        "year", "last", "next", "this", "past", "coming", "previous", "following", "that"
    ):
        before = m.context.before(m.start)
        if (
            before not in ("in", "by", "since", "until", "during", "over", "through", "of", "for")
            or m.context.after(at) == "of"
        ):
            return None
        if m.context.lexemes.raw(at)[0].isupper() and not m.context.dated(at):
            return None
    return place(m)


def quarter(m: Match) -> list[Found] | None:
    """The third quarter, Q3 2015, the fiscal first quarter; the last quarter of 1990 is the fourth."""
    number = m.first("ordinal", "dayth", "second", "qno") or 4
    if not 1 <= number <= 4 or (m.has("last") and not m.has("ordinal", "dayth", "second", "qno", "of")):
        return None
    if m.has("fiscal") and not m.has("year", "bigyear", "u_year"):
        return place(m, quarter=number, toward="ended")
    return place(m, quarter=number)


def half(m: Match) -> list[Found] | None:
    """The first half of 2012. Games have halves too: without a year, only in business text ("first-half profit")."""
    number = m.first("halfno", "ordinal", "dayth", "second") or 2
    if m.has("decade", "shortdecade", "decadeword"):
        return decade(m)
    if not m.has("year", "bigyear", "u_year", "fiscal"):
        near = {m.context.after(m.end - 1, k) for k in (1, 2)} | {m.context.before(m.start, k) for k in (1, 2)}
        if not near & _BUSINESS - {"of"}:
            return None
    return place(m, half=number)


def quarters(m: Match) -> list[Found] | None:
    """The first two quarters of 1990: a half; the third and fourth quarters: two quarters."""
    numbers = m.all("ordinal", "dayth", "second")
    if m.first("cardinal", "dayno") == 2:
        return place(m, half=1 if numbers == [1] else 2, day=0)
    spots = [i for n, _, i in m if n in ("ordinal", "dayth", "second")]
    if len(numbers) != 2 or max(numbers) > 4:
        return None
    one, two = Match(m.start, spots[0] + 1, m.context), Match(spots[1], m.end, m.context)
    shared = {"year": m.first("year")} if m.has("year") else {}
    first, second = place(one, quarter=numbers[0], day=0, **shared), place(two, quarter=numbers[1], day=0, **shared)
    return [*first, *second] if first and second else None


_OFYEAR = "(OFYEAR | of? fiscal YEAR | in YEAR)"
_WHICHYEAR = "(WHICH u_year possessive | YEAR possessive? | yearago)"
RULES = [
    Rule("the? EARLY? (ordinal | dayth | second) hyphen? century", numbered_century),
    Rule("the? EARLY? the? quote? (decade | shortdecade | decadeword)", decade),
    Rule("the? halfno of the quote? (decade | shortdecade | decadeword)", half),
    Rule(
        f"the? ORD (cardinal | dayno) units {_OFYEAR}",
        lambda m: quarters(m) if "Q" in m.all("units") else None,
    ),
    Rule(f"the? ORD (and | or | to) ORD (quarter | units) {_OFYEAR}?", quarters),
    Rule(
        f"the? {_WHICHYEAR}? (EARLY | like)? fiscal? hyphen? (ORD | last) fiscal? hyphen? quarter {_OFYEAR}?", quarter
    ),
    Rule("fiscal? qno (of? comma? YEAR)?", quarter),
    Rule(f"the? {_WHICHYEAR}? EARLY? fiscal? hyphen? halfno {_OFYEAR}?", half),
    Rule(f"LEAD? month {_OFYEAR}", place),
    Rule("LEAD? month", month),
    Rule(f"(LEAD | the)? season {_OFYEAR}", place),
    Rule("(LEAD | the)? season", season),
    Rule("(year | fiscal) (hyphen | dash | slash) (dayno | number | year)", span_of_years),
    Rule("(the? EARLY)? (the? (fiscal | calendar)? u_year | fiscal | calendar)? YEAR", year),
]

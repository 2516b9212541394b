"""Rules for what is counted from another date: last week, two years ago, a year earlier, the quarter, that day."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dateline.annotate.times.grammar import Found, Match, Rule
from dateline.annotate.times.lengths import amount, ended, length, unit
from dateline.annotate.times.place import mod, place

_NAMED = ("previous", "following", "that", "same")
_UNITS = ("u_day", "u_week", "u_month", "u_year", "u_decade", "century", "quarter", "weekend", "period", "unit")


def which_unit(m: Match) -> list[Found] | None:
    """last week, this month, next year, the previous quarter, that year, earlier this month."""
    name = m.first_name(
        "last", "latest", "previous", "next", "coming", "following", "past", "this", "current", "that", "same"
    )
    what = m.first(*_UNITS)
    if what == "E" and name in ("last", "past", "next", "coming"):
        return m.found("DURATION", value="P10Y")
    if m.has("period") and not m.has("latest", "like", "same", "that", "yearago"):
        return None
    n = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(name, 0)
    base = "named" if name in _NAMED else ""
    if name == "latest":
        n, base = (0, "latest") if what in ("Q", "P") else (-1, "")
    return m.found("DATE", unit=what, n=n, base=base, mod=mod(m))


def the_unit(m: Match) -> list[Found] | None:
    """the quarter, later in the week, the end of the year: the one that the text is about."""
    what = m.first(*_UNITS)
    if m.end - m.start <= 2 and m.context.after(m.end - 1) in ("of", "that", "when", "since", "before", "after", "in", "-"):
        return None
    return m.found("DATE", unit=what, n=0, base="latest" if what in ("Q", "P") else "", mod=mod(m))


def ago(m: Match) -> list[Found] | None:
    """two years ago, some 20 minutes ago, several years ago, a week or so ago."""
    n, letter = amount(m), unit(m)
    if n is None:
        return m.found("DATE", value="PAST_REF")
    if letter == "E":
        n, letter = 10 * n, "Y"
    return m.found("DATE", unit=letter, n=-n, mod=mod(m)) if letter else None


def beside(m: Match) -> list[Found] | None:
    """a year earlier, two days later, 10 days after: counted from the date named last."""
    n, letter = amount(m), unit(m)
    if not letter:
        return None
    step = -1 if m.has("earlier", "before") else 1
    if n is None:
        return m.found("DATE", value="PAST_REF" if step < 0 else "FUTURE_REF")
    return m.found("DATE", unit=letter, n=step * n, base="named")


def before_or_after(m: Match) -> list[Found] | None:
    """two days after: only at the end of a clause. "Two days after the vote" is a length of time and an event."""
    after = m.context.after(m.end - 1)
    if after not in (".", ",", ";", ":", "", "-", "–", "—", ")", '"', "”", "’", "'", "and", "but"):
        return length(Match(m.start, m.end - 1, m.context))
    return beside(m)


def year_ago(m: Match) -> list[Found] | None:
    """year-ago, the year-earlier quarter, a year ago: the same period one year before, or the year before."""
    return m.found("DATE", unit="Y", n=-1, base="period")


def same_period(m: Match) -> list[Found] | None:
    """the 1988 quarter, last year's quarter, the corresponding period last year."""
    parts: dict[str, Any] = {"year": m.first("year")} if m.has("year") else {"unit": "Y", "n": -1}
    return m.found("DATE", base="period", **parts)


def year_end(m: Match) -> list[Found] | None:
    """year-end: the last day of the year; the year by its verb."""
    return place(m, unit="", month=12, day=31) if not m.has("this", "last", "next") else None


def week_of(m: Match) -> list[Found] | None:
    """the week of March 6."""
    found = place(m)
    return [f._replace(meaning=replace(f.meaning, unit="W")) for f in found] if found else None


def weekend(m: Match) -> list[Found] | None:
    """the weekend, over the weekend: the last one, or the next by its verb."""
    return m.found("DATE", unit="WE", toward=m.context.toward(m.start, m.end - 1), mod=mod(m))


_WHICHUNIT = "(u_day | u_week | u_month | u_year | u_decade | century | quarter | weekend)"
_AMOUNT = "APX? COUNT (more)? hyphen? (UNIT | UNITS) (or so)?"
_ONE = "APX? a (UNIT) (or so)?"
PERIODS = [
    Rule("the? (u_week | weekend) of (the)? DATE", week_of),
    Rule("the? (month | yearago) WHICH? quarter", year_ago),
    Rule("the? like? yearago (like? (quarter | period)) ", year_ago),
    Rule(
        "the? like (quarter | period) (of | in)? (WHICH u_year | YEAR | a u_year (earlier | before | ago))", same_period
    ),
    Rule("the? (WHICH u_year possessive | YEAR) like? (quarter | period)", same_period),
    Rule("the fiscal? u_year (?= ended)", ended),
    Rule("(the? quarter)? a u_year (earlier | before | ago)", year_ago),
]
RULES = [
    Rule("the? yearago", year_ago),
    Rule(f"({_AMOUNT} | {_ONE}) ago", ago),
    Rule("UNITS ago", ago),
    Rule(f"({_AMOUNT} | {_ONE}) (earlier | later | hence)", beside),
    Rule(f"({_AMOUNT} | {_ONE}) (before | after)", before_or_after),
    Rule(
        "the? EARLY? the? edge of (the? WHICH (fiscal | calendar)? _WHICHUNIT)".replace("_WHICHUNIT", _WHICHUNIT),
        which_unit,
    ),
    Rule(f"EARLY? the? WHICH (fiscal | calendar)? ({_WHICHUNIT} | period)", which_unit),
    Rule(f"the? EARLY? edge of the (fiscal | whole)? {_WHICHUNIT}", the_unit),
    Rule(
        "(EARLY in? | edge of | mid hyphen?) the? (fiscal | whole)? (u_week | u_month | u_year | u_decade | century | quarter)",
        the_unit,
    ),
    Rule("(around | approx)? (the? yearend) (of? YEAR)?".replace("around | ", ""), year_end),
    Rule("the whole (u_year | quarter)", the_unit),
    Rule("the weekend", weekend),
    Rule("the fiscal? (quarter | u_year | u_week | u_month)", the_unit),
]

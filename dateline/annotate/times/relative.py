"""Rules for what is counted from another date: last week, two years ago, a year earlier, the quarter, that month."""

from __future__ import annotations

from dataclasses import replace

from dateline.annotate.times.grammar import Found, Match, Rule
from dateline.annotate.times.lengths import amount, length, unit, year_ended
from dateline.annotate.times.place import NAMED, STEP, WHICH, mod, place


def which_unit(m: Match) -> list[Found] | None:
    """last week, this month, next year, the previous quarter, that year, earlier this month.

    "the next week" is counted from the date named last, "next week" from the day of publication.
    """
    which, letter = m.name(*WHICH), unit(m) or "P"
    if letter == "E" and which in ("last", "past", "next", "coming"):
        return m.found("DURATION", value="P10Y")
    if letter == "P" and which not in ("latest", "same", "that"):
        return None
    if letter == "P" or (which == "latest" and letter == "Q"):
        return m.found("DATE", unit=letter, base="latest")
    base = "named" if which in NAMED or (which == "next" and m.has("the")) else ""
    return m.found("DATE", unit=letter, n=STEP.get(which, 0), base=base, mod=mod(m))


def the_unit(m: Match) -> list[Found] | None:
    """the quarter, later in the week, the end of the year: the one that the text is about."""
    letter = unit(m)
    if m.end - m.start <= 2 and m.after() in ("of", "that", "when", "since", "before", "after", "in", "-"):
        return None
    return m.found("DATE", unit=letter, base="latest" if letter == "Q" else "the", mod=mod(m))


def ago(m: Match) -> list[Found] | None:
    """two years ago, some 20 minutes ago, several years ago, a week or so ago."""
    n, letter = amount(m), unit(m)
    if n is None:
        return m.found("DATE", value="PAST_REF")
    if letter == "E":  # "two decades ago" means a year about then
        n, letter = 10 * n, "Y"
    return m.found("DATE", unit=letter, n=-n, mod=mod(m))


def beside(m: Match) -> list[Found] | None:
    """a year earlier, two days later: counted from the date named last."""
    n, step = amount(m), -1 if m.has("earlier", "before") else 1
    if n is None:
        return m.found("DATE", value="PAST_REF" if step < 0 else "FUTURE_REF")
    return m.found("DATE", unit=unit(m), n=step * n, base="named")


def before_or_after(m: Match) -> list[Found] | None:
    """two days after: at the end of a clause. "Two days after the vote" is a length of time and an event."""
    if m.after() and not m.context.near(m.end - 1, 1, "ends a clause"):
        return length(m.part(m.start, m.end - 1))
    return beside(m)


def year_ago(m: Match) -> list[Found] | None:
    """year-ago, the year-earlier quarter, a year ago: the same period one year before, or the year before."""
    return m.found("DATE", unit="Y", n=-1, base="period")


def same_period(m: Match) -> list[Found] | None:
    """the 1988 quarter, last year's quarter, the corresponding period last year."""
    if m.has("year"):
        return m.found("DATE", base="period", year=m.first("year"))
    return year_ago(m)


def year_end(m: Match) -> list[Found] | None:
    """year-end: the last day of the year, the nearest one."""
    return place(m, unit="", month=12, day=31, toward="near")


def week_of(m: Match) -> list[Found] | None:
    """the week of March 6, Easter week, Thanksgiving weekend."""
    found, letter = place(m), "WE" if m.has("weekend") else "W"
    return [f._replace(meaning=replace(f.meaning, unit=letter, n=0)) for f in found] if found else None


def weekend(m: Match) -> list[Found] | None:
    """the weekend, over the weekend: the last one, or the next by its verb."""
    return m.found("DATE", unit="WE", toward=m.toward(), mod=mod(m))


_UNIT = "(day | week | moon | annum | decade | century | quarter | weekend)"
_LONG = "(week | moon | annum | decade | century | quarter)"
_AMOUNT = "(APX? COUNT more? hyphen? (ONE | MANY) (or so)? | APX? a ONE (or so)?)"
_BEFORE = "(earlier | before | ago)"
PERIODS = [
    Rule("the? (week | weekend) of the? DATE", week_of, tense=True),
    Rule("the? WHICH? holiday (week | weekend) (of? YEAR)?", week_of, tense=True),
    Rule("the fiscal? annum (?= ended)", year_ended),
    Rule("the? yearago COUNT MANY", length),
    Rule("the? like? yearago like? (quarter | period)", year_ago),
    Rule(f"the? like (quarter | period) (of | in)? (WHICH annum | YEAR | a annum {_BEFORE})", same_period),
    Rule("the? (WHICH annum possessive | YEAR) like? (quarter | period)", same_period),
    Rule(f"(the? quarter)? a annum {_BEFORE}", year_ago),
]
"""Before the rules for years: they would take "the 1988" of "the 1988 period"."""
RULES = [
    Rule("the? yearago", year_ago),
    Rule(f"({_AMOUNT} | units | quarters) ago", ago),
    Rule(f"{_AMOUNT} (earlier | later | hence)", beside),
    Rule(f"{_AMOUNT} (before | after)", before_or_after),
    Rule(f"the? EARLY? the? edge of the? WHICH (fiscal | calendar)? {_UNIT}", which_unit),
    Rule(f"EARLY? the? WHICH (fiscal | calendar)? ({_UNIT} | period)", which_unit),
    Rule(f"the? EARLY? edge of the (fiscal | whole)? {_UNIT}", the_unit),
    Rule(f"(EARLY in? | mid hyphen?) the? (fiscal | whole)? {_LONG}", the_unit),
    Rule("approx? the? yearend (of? YEAR)?", year_end),
    Rule("the weekend", weekend, tense=True),
    Rule("the (fiscal | whole)? (quarter | annum | week | moon)", the_unit),
]

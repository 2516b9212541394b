"""Rules for words that point to the past, the present or the future and name no date."""

from __future__ import annotations

from dateline.annotate.times.grammar import Found, Match, Rule


def word(m: Match) -> list[Found] | None:
    """now, recently, at the moment."""
    return m.found("DATE", value=m.first("vague"))


def recent(m: Match) -> list[Found] | None:
    """recent, recent years, past months, coming weeks."""
    return m.found("DATE", value="PAST_REF" if m.has("recent", "past", "previous") else "FUTURE_REF")


def future(m: Match) -> list[Found] | None:
    """the future, in future, the near term; "future losses" names no time."""
    if m.has("future") and not m.has("the") and m.before() != "in":
        return None
    return m.found("DATE", value="FUTURE_REF")


def past(m: Match) -> list[Found] | None:
    """the past, the present: only where no noun follows."""
    if m.after() and not m.context.near(m.end - 1, 1, "after the past"):
        return None
    return m.found("DATE", value="PRESENT_REF" if m.has("present") else "PAST_REF")


def one_day(m: Match) -> list[Found] | None:
    """'will one day be': some time ahead; else the length of a day."""
    if m.toward() == "future" and m.before() not in ("in", "for", "within", "by", "only"):
        return m.found("DATE", value="FUTURE_REF")
    return m.found("DURATION", value="P1D")


def a_while(m: Match) -> list[Found] | None:
    """for a while."""
    return m.found("DURATION", value=m.first("while")) if m.before() in ("for", "in", "after") else None


def current(m: Match) -> list[Found] | None:
    """current, as an adjective."""
    return m.found("DATE", value="PRESENT_REF")


RULES = [
    Rule("vague", word),
    Rule("recent ((units | quarters) (and units)?)?", recent),
    Rule("the? (coming | past | future | previous) (units | quarters)", recent),
    Rule("the near (future | term) | the? future", future),
    Rule("oneday", one_day, tense=True),
    Rule("a while", a_while),
    Rule("the (past | present)", past),
    Rule("current", current),
]

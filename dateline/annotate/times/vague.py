"""Rules for words that point to the past, the present or the future and name no date."""

from __future__ import annotations

from dateline.annotate.times.grammar import Found, Match, Rule


def word(m: Match) -> list[Found] | None:
    """now, recently, soon, at the moment."""
    if m.context.lexemes.word(m.start) == "now" and m.context.tag(m.start) in ("NNP", "UH"):
        return None
    return m.found("DATE", value=m.first("vague"))


def recent(m: Match) -> list[Found] | None:
    """recent, recent years, the last few months, coming weeks."""
    if m.has("recent", "past", "last", "previous"):
        return m.found("DATE", value="PAST_REF")
    return m.found("DATE", value="FUTURE_REF")


def noun(m: Match) -> list[Found] | None:
    """the past, the future, the present: only where they stand alone."""
    tag, after = m.context.tag(m.end - 1), m.context.tag(m.end)
    if m.has("future"):
        if not m.has("the") and m.context.before(m.start) != "in":
            return None
        return m.found("DATE", value="FUTURE_REF")
    if (tag and tag != "NN") or after.startswith(("NN", "CD", "JJ")):
        return None
    return m.found("DATE", value="PRESENT_REF" if m.has("present") else "PAST_REF")


def term(m: Match) -> list[Found] | None:
    """the near term, the short term."""
    return m.found("DATE", value="FUTURE_REF")


def one_day(m: Match) -> list[Found] | None:
    """'will one day be': some time ahead; else the length of a day."""
    if m.context.toward(m.start, m.end - 1) == "future" and m.context.before(m.start) not in ("in", "for", "within", "by", "only"):
        return m.found("DATE", value="FUTURE_REF")
    return m.found("DURATION", value="P1D")


def a_while(m: Match) -> list[Found] | None:
    """for a while."""
    return m.found("DURATION", value="PXX") if m.context.before(m.start) in ("for", "in", "after") else None


def current(m: Match) -> list[Found] | None:
    """current, as an adjective."""
    return m.found("DATE", value="PRESENT_REF") if m.context.tag(m.start) in ("JJ", "") else None


RULES = [
    Rule("vague", word),
    Rule("recent (units (and units)?)?", recent),
    Rule("(the? coming | past | future | previous) units", recent),
    Rule("the? (near)? future", noun),
    Rule("the near term", term),
    Rule("oneday", one_day),
    Rule("a while", a_while),
    Rule("the past", noun),
    Rule("the present", noun),
    Rule("current", current),
]

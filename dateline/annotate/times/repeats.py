"""Rules for what repeats: every Monday, each year, Tuesday nights, daily."""

from __future__ import annotations

from dateline.annotate.times.grammar import Found, Match, Rule
from dateline.annotate.times.lengths import duration, unit


def every(m: Match) -> list[Found] | None:
    """every year, each Thursday, every two weeks, every other day, every night."""
    part = m.first("daypart", "night") or ""
    if m.has("weekday"):
        value = f"XXXX-WXX-{m.first('weekday')}{part}"
    elif m.has("month"):
        value = f"XXXX-{m.first('month'):02}" + (f"-{m.first('dayno'):02}" if m.has("dayno") else "")
    elif m.has("season"):
        value = f"XXXX-{m.first('season')}"
    elif m.has("weekend"):
        value = "XXXX-WXX-WE"
    elif part:
        value = f"XXXX-XX-XX{part}"
    else:
        n = m.first("dayno", "number", "cardinal", "couple", "other") or m.first("ordinal", "dayth") or 1
        value = duration(None if m.has("few", "some") else n, unit(m))
    return m.found("SET", value=value)


def plural(m: Match) -> list[Found] | None:
    """Mondays, Tuesday nights, weekends."""
    if not m.has("weekday", "weekdays"):
        return m.found("SET", value="XXXX-WXX-WE")
    part = m.first("nights", "dayparts") or ""
    return m.found("SET", value=f"XXXX-WXX-{m.first('weekday', 'weekdays')}{part}")


def adverb(m: Match) -> list[Found] | None:
    """daily, annually. "A quarterly dividend" names no times, "paid quarterly" does."""
    adjective = m.first("set") == "P3M" and m.after() and not m.context.near(m.end - 1, 1, "after an adverb")
    return None if adjective else m.found("SET", value=m.first("set"))


_UNIT = "(day | week | moon | annum | decade | century | quarter | second | unit)"
_EACH = f"(weekday PART? | month dayno? | season | weekend | PART | MANY | {_UNIT})"
PLURALS = [Rule("weekday (nights | dayparts) | weekdays | weekends", plural)]
"""Before the rules for days: they would take "Tuesday" of "Tuesday nights"."""
RULES = [
    Rule(f"every (other | ORD | NUM | few | couple)? hyphen? {_EACH}", every),
    Rule("set", adverb),
]

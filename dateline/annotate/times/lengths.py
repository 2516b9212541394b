"""Rules for lengths of time (two years, a 30-day truce, the past three months) and for what repeats (every Monday)."""

from __future__ import annotations

from typing import Any

from dateline.annotate.times.grammar import Found, Match, Rule

_FINER = {
    "Y": ("M", 12),
    "M": None,
    "W": ("D", 7),
    "D": ("TH", 24),
    "TH": ("TM", 60),
    "TM": ("TS", 60),
    "E": ("Y", 10),
    "C": ("Y", 100),
}
_BEFORE_BARE = {"for", "in", "within", "after", "over", "takes", "take", "took", "taken", "spent", "spend", "lasted", "last",
                "of", "by", "follows", "through", "the", "during", "few", "these", "those", "past", "until", "many"}  # fmt: skip


def unit(m: Match) -> str:
    """TIMEX3 letters of the first unit in a match (TM minutes, M months), '' without one."""
    return next((v for n, v, _ in m if n in ("u_day", "u_week", "u_month", "u_year", "u_decade", "century", "quarter", "unit",
                                              "units", "nights")), "TS" if m.has("second") else "N" if m.has("night") else "")  # fmt: skip


def amount(m: Match) -> int | float | None:
    """How many: 'two', '2 1/2', 'a', 'a couple of'; None for 'several'. Of 'two or three' the first."""
    if m.has("few", "some") and not m.has("cardinal", "dayno", "number"):
        return None
    numbers = m.all("dayno", "number", "cardinal", "year", "bigyear", "couple", "dozen")
    total = numbers[0] if numbers else 1 if m.has("a") else None
    if total is not None and m.has("slash") and len(numbers) >= 2:
        total = (numbers[0] + numbers[1] / numbers[2]) if len(numbers) == 3 else numbers[0] / numbers[1]
    return total + m.first("ahalf") if m.has("ahalf") and total is not None else total


def duration(n: float | None, letter: str) -> str:
    """A TIMEX3 duration: (2, "Y") → P2Y, (2.5, "Y") → P2Y6M, (None, "D") → PXD, (0.5, "TH") → PT30M."""
    if letter[:1].isdigit():
        n, letter = (None if n is None else n * int(letter[:-1])), letter[-1]
    if letter == "N":
        letter = "D"
    time, letter = ("T", letter[1:]) if letter.startswith("T") else ("", letter)
    if n is None:
        return f"P{time}X{letter}"
    if letter in "EC":  # only whole years have a common reading
        n, letter = n * (10 if letter == "E" else 100), "Y"
    if n == int(n):
        return f"P{time}{int(n)}{letter}"
    finer = _FINER.get(time + letter)
    if finer is None:
        return f"P{time}{n:g}{letter}"
    rest = round((n - int(n)) * finer[1])
    head = f"{int(n)}{letter}" if n >= 1 else ""
    if finer[0].startswith("T") and not time:
        return f"P{head}T{rest}{finer[0][1:]}"
    return f"P{time}{head}{rest}{finer[0].removeprefix('T')}"


def length(m: Match) -> list[Found] | None:
    """two years, a 30-day truce, 2 1/2 years, half an hour; ages ("37 years old") are no dates."""
    letter = unit(m)
    after = m.context.after(m.end - 1)
    if after == "old" or (after == "-" and m.context.after(m.end - 1, 2) == "old" and letter == "Y"):
        return None
    if m.has("second") and not m.has("a", "dayno", "number", "cardinal", "few"):
        return None
    if m.context.before(m.start) in ("$", "£", "€") or (letter == "Q" and m.has("hyphen") and after in ("of", "the")):
        return None
    return m.found("DURATION", value=duration(amount(m), letter), mod=_limit(m)) if letter else None


def one(m: Match) -> list[Found] | None:
    """a year, an hour, the year: a length where a preposition of length stands before it."""
    letter, before = unit(m), m.context.before(m.start)
    if m.has("second", "night", "quarter") or m.context.after(m.end - 1) in ("-", "old", "when"):
        return None
    if m.has("approx", "bound", "over", "just"):
        return m.found("DURATION", value=duration(1, letter), mod=_limit(m))
    # "$5 a month", "four flights a week", "twice a day" are rates
    tag = m.context.tag(m.start - 1)
    rate = tag in ("CD", "NNS", "NN", "RB", "$", "NNPS") or before in ("%", "percent", "times", "twice", "once", "dollars")
    return None if rate and before not in _PREPOSITIONS else m.found("DURATION", value=duration(1, letter))


_PREPOSITIONS = {"for", "in", "within", "after", "over", "than", "last", "lasts", "lasted", "half"}


def bare(m: Match) -> list[Found] | None:
    """for years, within weeks, in recent decades."""
    if m.context.before(m.start) not in _BEFORE_BARE and not m.context.dated(m.start):
        return None
    if m.context.after(m.start) == "old" or m.context.before(m.start, 2) in ("hundreds", "thousands", "matter"):
        return None
    return m.found("DURATION", value=duration(None, unit(m)))


def ended(m: Match) -> list[Found] | None:
    """the year ended June 30: a year as a length, its end stands after it."""
    return m.found("DURATION", value="P1Y")


def whole(m: Match) -> list[Found] | None:
    """the entire week, all day, all year, a full year."""
    return m.found("DURATION", value=duration(1, unit(m)))


def half_unit(m: Match) -> list[Found] | None:
    """half an hour, half a century."""
    return m.found("DURATION", value=duration(0.5, unit(m)), mod=_limit(m))


def adjective(m: Match) -> list[Found] | None:
    """day-long, months-long, weeklong."""
    if m.has("length"):
        return m.found("DURATION", value=m.first("length"))
    return m.found("DURATION", value=duration(None if m.has("units") else 1, unit(m)))


def _limit(m: Match) -> str:
    return m.first("bound", "over", "within", "approx") or ""


# -- what repeats -----------------------------------------------------------------------------------------------------


def every(m: Match) -> list[Found] | None:
    """every year, each Thursday, every two weeks, every other day, every night."""
    value: Any = None
    n = m.first("dayno", "number", "cardinal") or (2 if m.has("other") else 1)
    if m.has("few", "some"):
        n = None
    if m.has("weekday"):
        value = f"XXXX-WXX-{m.first('weekday')}" + (m.first("daypart", "night") or "")
    elif m.has("month"):
        value = f"XXXX-{m.first('month'):02}" + (f"-{m.first('dayno'):02}" if m.has("dayno") else "")
    elif m.has("season"):
        value = f"XXXX-{m.first('season')}"
    elif m.has("weekend"):
        value = "XXXX-WXX-WE"
    elif m.has("daypart", "night") and not m.has("few", "cardinal"):
        value = "XXXX-XX-XX" + m.first("daypart", "night")
    else:
        value = duration(n, unit(m))
    return m.found("SET", value=value)


def repeated(m: Match) -> list[Found] | None:
    """Mondays, Tuesday nights, weekends, summers."""
    if m.has("weekdays", "weekday"):
        return m.found(
            "SET",
            value=f"XXXX-WXX-{m.first('weekdays', 'weekday')}"
            + ({"nights": "TNI"}.get(m.first_name("nights"), "") or m.first("dayparts") or ""),
        )
    if m.has("seasons"):
        return m.found("SET", value=f"XXXX-{m.first('seasons')}")
    return m.found("SET", value="XXXX-WXX-WE")


def adverb(m: Match) -> list[Found] | None:
    """daily, annually. "A quarterly dividend" names no times; "paid quarterly" does."""
    if m.first("set") in ("P3M", "P1Y") and not m.context.tag(m.start).startswith("RB"):
        return None
    return m.found("SET", value=m.first("set", "annual"))


_FRACTION = "(dayno? dayno slash dayno | NUM and? ahalf)"
_RANGE = "(to | or | hyphen | dash)"
_WHICHN = "the? (last | past | next | coming | previous | following | latest | this (past | coming))"
_LEAD = f"(APX? {_WHICHN} | the (ordinal | dayth | second)? | the? yearago)"
_ANY = "(u_day | u_week | u_month | u_year | u_decade | century | quarter | second | unit)"
_EACH = f"(weekday PART? | month dayno? | season | weekend | PART | UNITS | {_ANY})"
REPEATED = [Rule("weekday (nights | dayparts) | weekdays", repeated)]
RULES = [
    Rule(f"every (other | ORD | NUM | few | couple)? hyphen? {_EACH}", every),
    Rule("set", adverb),
    Rule(f"APX? every of {_WHICHN} COUNT UNITS", length),
    Rule("APX? the? halfa UNIT", half_unit),
    Rule("a half hyphen? (unit | u_day | u_year | century | u_decade)", half_unit),
    Rule(f"{_LEAD}? (APX | over)? {_FRACTION} more? hyphen? (UNIT | UNITS)", length),
    Rule("(APX | over)? a UNIT and ahalf", length),
    Rule(f"{_LEAD}? (APX | over)? COUNT ({_RANGE} COUNT)? (more | working | straight | fiscal | whole)? hyphen?"
         " (UNIT | UNITS) (?! OFYEAR) (or so)?", length),
    Rule(f"(length | ({_ANY} | units) hyphen long)", adjective),
    Rule("(all | (the | a | this)? whole) (u_day | u_week | u_month | u_year | night)", whole),
    Rule("(APX | over)? a more? UNIT (or so)?", one),
    Rule("units", bare),
]  # fmt: skip

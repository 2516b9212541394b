"""Rules for lengths of time: two years, a 30-day truce, the past three months, half an hour, for weeks."""

from __future__ import annotations

from dateline.annotate.times.grammar import Found, Match, Rule
from dateline.annotate.times.place import UNITS

_FINER = {"Y": ("M", 12), "W": ("D", 7), "D": ("TH", 24), "TH": ("TM", 60), "TM": ("TS", 60)}


def unit(m: Match) -> str:
    """TIMEX3 letters of the first unit in a match (TM minutes, M months), '' without one."""
    for name, value, _ in m:
        if name in ("units", "quarters", "unit"):
            return value
        if name in UNITS and (name != "second" or not m.has("quarter")):
            return UNITS[name]
    return "N" if m.has("nights") else ""


def amount(m: Match) -> int | float | None:
    """How many: 'two', '2 1/2', 'a', 'a couple of'; None for 'several'. Of 'two or three' the first."""
    numbers = m.all("dayno", "number", "cardinal", "year", "bigyear", "couple", "dozen")
    if not numbers:
        return None if m.has("few", "some", "units", "quarters") else 1 + (m.first("ahalf") or 0)
    total = numbers[0]
    if m.has("slash") and numbers[-1]:
        total = total + numbers[1] / numbers[2] if len(numbers) == 3 else numbers[0] / numbers[1]
    return total + (m.first("ahalf") or 0)


def duration(n: float | None, letter: str) -> str:
    """A TIMEX3 duration: (2, "Y") → P2Y, (2.5, "Y") → P2Y6M, (None, "D") → PXD, (2, "E") → P20Y."""
    if letter[:1].isdigit():
        n, letter = (None if n is None else n * int(letter[:-1])), letter[-1]
    letter = {"N": "D"}.get(letter, letter)
    if n is not None and letter in ("E", "C"):
        n, letter = n * (10 if letter == "E" else 100), "Y"
    time, name = ("T", letter[1:]) if letter.startswith("T") else ("", letter)
    if n is None:
        return f"P{time}X{name}"
    if n == int(n):
        return f"P{time}{int(n)}{name}"
    if letter not in _FINER:
        return f"P{time}{n:g}{name}"
    finer, size = _FINER[letter]
    head, rest = f"{int(n)}{name}" if n >= 1 else "", round((n - int(n)) * size)
    if finer.startswith("T") and not time:
        return f"P{head}T{rest}{finer[1:]}"
    return f"P{time}{head}{rest}{finer.removeprefix('T')}"


def length(m: Match) -> list[Found] | None:
    """two years, a 30-day truce, 2 1/2 years; ages ("37 years old") are no dates, "three-quarters of" is a fraction."""
    m.trim()
    letter, n = unit(m), amount(m)
    if m.after() == "old" or (m.after() == "-" and m.after(2) == "old" and letter == "Y"):
        return None
    if m.before() in ("$", "£", "€") or (letter == "Q" and m.has("hyphen") and m.after() in ("of", "the")):
        return None
    return m.found("DURATION", value=duration(n, letter), mod=_limit(m)) if n != 0 else None


def one(m: Match) -> list[Found] | None:
    """a year, an hour; "$5 a month", "four flights a week", "twice a day" are rates and no lengths."""
    if m.has("second", "night", "quarter") or m.after() in ("-", "old", "when"):
        return None
    if not (m.has("approx", "bound", "over", "just") or m.context.near(m.start, -1, "takes a length")):
        before = m.before()
        if (
            before[-1:].isdigit()
            or before in ("%", "percent", "times", "twice", "once")
            or before.endswith(("s", "illion"))
        ):
            return None
    return m.found("DURATION", value=duration(1, unit(m)), mod=_limit(m))


def bare(m: Match) -> list[Found] | None:
    """for years, within weeks: many, after a preposition or where the model's entities say that it is a time."""
    dated = m.context.dated(m.start) and not unit(m).startswith("T")
    if not (dated or m.context.near(m.start, -1, "before bare")):
        return None
    if m.after() == "old" or m.before(2) in ("hundreds", "thousands", "matter"):
        return None
    return m.found("DURATION", value=duration(None, unit(m)))


def year_ended(m: Match) -> list[Found] | None:
    """the year ended June 30: a length; its end stands after it."""
    return m.found("DURATION", value="P1Y")


def whole(m: Match) -> list[Found] | None:
    """the entire week, all day, a full year."""
    return m.found("DURATION", value=duration(1, unit(m)))


def half_unit(m: Match) -> list[Found] | None:
    """half an hour, half a century."""
    return m.found("DURATION", value=duration(0.5, unit(m)), mod=_limit(m))


def long(m: Match) -> list[Found] | None:
    """day-long, months-long, weeklong."""
    m.trim()
    return m.found("DURATION", value=m.first("lasting") or duration(None if m.has("units", "quarters") else 1, unit(m)))


def _limit(m: Match) -> str:
    return m.first("bound", "over", "approx") or ""


_FRACTION = "(dayno? dayno slash dayno | NUM and? ahalf)"
_LAST = "the? (last | past | next | coming | previous | following | latest | this (past | coming))"
_LEAD = f"(APX? {_LAST} | the ORD?)"
_UNIT = "(day | week | moon | annum | decade | century | quarter | unit)"
RULES = [
    Rule(f"APX? every of {_LAST} COUNT MANY", length),
    Rule("APX? the? halfa ONE", half_unit),
    Rule("a half hyphen? (unit | day | annum | century | decade)", half_unit),
    Rule(f"{_LEAD}? (APX | over)? {_FRACTION} more? hyphen? (ONE | MANY)", length),
    Rule("(APX | over)? a ONE and ahalf", length),
    Rule(
        f"{_LEAD}? (APX | over)? COUNT ((to | or | hyphen | dash) COUNT)? (more | counted | fiscal | whole)? hyphen?"
        " (ONE | MANY) (or so)?",
        length,
    ),
    Rule(f"a? lasting | a? ({_UNIT} | units | quarters) hyphen long", long),
    Rule("(all | (the | a | this)? whole) (day | week | moon | annum | night)", whole),
    Rule("(APX | over)? a more? ONE (or so)?", one),
    Rule("units | quarters", bare),
]

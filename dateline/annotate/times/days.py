"""Rules for days and times of day: written dates, weekdays, holidays, today and yesterday, "5 p.m. Tuesday"."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.annotate.times.grammar import Found, Match, Rule
from dateline.annotate.times.meaning import Meaning
from dateline.annotate.times.place import NAMED, STEP, WHICH, place, valid


def iso(m: Match) -> list[Found] | None:
    """2015-12-02, 2015-12-02T17:00:00Z."""
    text = m.first("iso")
    if not (1 <= int(text[5:7]) <= 12 and valid(int(text[5:7]), int(text[8:10])) and int(text[:4])):
        return None
    return m.found("TIME", value=f"{text[:10]}T{text[11:16]}") if len(text) > 10 else m.found("DATE", value=text)


def numeric(m: Match) -> list[Found] | None:
    """12/02/2015, 02.12.2015: day and month in the order that the rest of the text writes, else the American one."""
    a, b, c = (int(x) for x in re.split(r"[/.]", m.first("numdate")))
    if a > 31:
        year, month, day = a, b, c
    else:
        year = c if c > 99 else c + (2000 if c < 50 else 1900)
        day_first = a > 12 or (b <= 12 and ("." in m.first("numdate") or m.context.day_first))
        month, day = (b, a) if day_first else (a, b)
    if not (1 <= month <= 12 and valid(month, day) and 1000 <= year < 2200):
        return None
    return m.found("DATE", value=f"{year:04}-{month:02}-{day:02}")


def september_eleventh(m: Match) -> list[Found] | None:
    """9/11, the Sept. 11 attacks: the day in 2001, whatever the year of publication."""
    if m.has("nineeleven"):
        return m.found("DATE", value="2001-09-11")
    return m.found("DATE", value="2001-09-11") if (m.first("month"), m.first("dayno")) == (9, 11) else place(m)


def day(m: Match) -> list[Found] | None:
    """Any day, with or without a part of the day or a time on the clock."""
    if m.has("holiday") and not m.has("year") and m.context.near(m.end - 1, 1, "not a day"):
        return None
    return place(m)


def time_of_day(m: Match) -> list[Found] | None:
    """5 p.m., 4 in the morning, 17:00: on the day named just before, else on the day of publication.

    Bare figures are a time of day only after "at", "by" ...: "14:05 left" and "ran it in 3:43" are none.
    """
    hour = m.first("dayno")
    if hour:
        hour = hour % 12 + (0 if m.first("daypart") == "TMO" else 12) if hour <= 12 else 24
        return m.found("TIME", unit="D", base="near", clock=f"T{hour:02}:00") if hour < 24 else None
    if m.first("clock")[-1].isdigit() and not m.has("zone", "daypart", "night"):
        at = m.context.near(m.start, -1, "before clock") or m.context.near(m.start, -2, "before clock")
        if not at or m.context.near(m.end - 1, 1, "game clock"):
            return None
    return place(m, type="TIME", unit="D", n=0, base="near")


def today_at(m: Match) -> list[Found] | None:
    """6 o'clock this evening."""
    return place(m, type="TIME", unit="D", n=0)


def noon(m: Match) -> list[Found] | None:
    """at noon, at midnight: the parts of the day that are moments."""
    moment = ":" in m.first("daypart") and m.context.near(m.start, -1, "before clock")
    return m.found("TIME", unit="D", base="near", clock=m.first("daypart")) if moment else None


def part_of_day(m: Match) -> list[Found] | None:
    """this morning, last night, that evening, the next morning."""
    which = m.name(*WHICH)
    base = "named" if which in NAMED or (which == "next" and m.has("the")) else ""
    return m.found("TIME", unit="D", n=STEP.get(which, 0), base=base, clock=m.first("daypart", "night"))


def overnight(m: Match) -> list[Found] | None:
    """overnight: the night before, unless the verb looks ahead."""
    return m.found("TIME", unit="D", n=0 if m.toward() == "future" else -1, clock="TNI")


def later_that_day(m: Match) -> list[Found] | None:
    """later in the day: the day named just before."""
    return m.found("DATE", unit="D", base="near")


def day_beside(m: Match) -> list[Found] | None:
    """the day before, the night before, the day after: counted from the day named last, at the end of a clause only
    ("the day before the vote" is counted from the vote)."""
    if m.after() and not m.context.near(m.end - 1, 1, "ends a clause"):
        return None
    clock = m.first("daypart", "night") or ""
    return m.found("TIME" if clock else "DATE", unit="D", n=1 if m.has("dayafter") else -1, base="named", clock=clock)


def beside_a_day(m: Match) -> list[Found] | None:
    """the day before last Tuesday, the day after Thanksgiving."""
    found = place(m)
    if not found or found[0].meaning.unit:
        return None
    return [found[0]._replace(meaning=replace(found[0].meaning, unit="D", n=-1 if m.has("daybefore") else 1))]


def numbered_day(m: Match) -> list[Found] | None:
    """On the 25th: only where the model's entities say that it is a date ("on the 5th floor" is none)."""
    if not m.context.dated(m.end - 1) or m.before() not in ("on", "by", "until", "since", "from", "before", "after"):
        return None
    return m.found("DATE", day=m.first("dayth"), toward=m.toward())


def span_of_days(m: Match) -> list[Found] | None:
    """Oct. 13-15, 13-15 October: two days of one month."""
    month, year = m.first("month"), m.first("year", "bigyear") or 0
    (a, i), (b, j) = [(v, i) for n, v, i in m if n in ("dayno", "dayth")]
    if not (valid(month, a) and valid(month, b)) or b <= a:
        return None
    way = "" if year else m.toward()
    return [
        Found(m.start, i, "DATE", Meaning(month=month, day=a, year=year, toward=way)),
        Found(j, m.end - 1, "DATE", Meaning(month=month, day=b, year=year, toward=way)),
    ]


def span_of_dates(m: Match) -> list[Found] | None:
    """March to May 2014, Oct. 28 to Nov. 2, 1998: the year stands once and counts for both."""
    cut = m.at("to", "dash", "hyphen", "and")
    one, two = m.part(m.start, cut), m.part(cut + 1, m.end)
    first = place(one, year=two.first("year", "bigyear") - (one.first("month") > two.first("month")))
    second = place(two)
    return [*first, *second] if first and second else None


_DAY = "EARLY? DAYS (comma? PART)?"
_BETWEEN = "(to | dash | hyphen | and)"
_IN_PART = "((in the daypart) | (at night))"
_THAT = "(this | that | last | next | previous | following | same)"
RULES = [
    Rule("iso", iso),
    Rule("numdate", numeric),
    Rule("nineeleven | month dayno (?= x? attack)", september_eleventh, tense=True),
    Rule(f"month dayno {_BETWEEN} dayno (comma? YEAR)?", span_of_days, tense=True),
    Rule(f"dayno {_BETWEEN} dayno month (comma? YEAR)?", span_of_days, tense=True),
    Rule(f"month dayno? {_BETWEEN} month dayno? comma? YEAR", span_of_dates),
    Rule(f"dayno? month {_BETWEEN} dayno month comma? YEAR", span_of_dates),
    Rule(f"(approx | just | some)? CLOCK {_IN_PART}? comma? (on | of)? the? {_DAY}", place, tense=True),
    Rule(f"{_DAY} comma? at? (approx | just)? CLOCK {_IN_PART}?", place, tense=True),
    Rule(f"(approx | just | some)? (CLOCK | dayno) {_IN_PART}", time_of_day),
    Rule("(approx | just)? CLOCK comma? this PART", today_at),
    Rule("(approx | just)? CLOCK", time_of_day),
    Rule(f"(the? EARLY)? the? EARLY? PART comma? (of | on)? {_DAY}", place, tense=True),
    Rule(f"EARLY? the? edge of {_DAY}", place, tense=True),
    Rule("EARLY? (today | tonight) (comma? PART | at CLOCK)?", place),
    Rule("EARLY? overnight", overnight, tense=True),
    Rule(f"EARLY? the? {_THAT} (early | late | mid)? hyphen? (daypart | night)", part_of_day),
    Rule("(daybefore | dayafter) (DATE | WEEKDAY | HOLIDAY)", beside_a_day, tense=True),
    Rule("daybefore | dayafter | the (night | daypart) before", day_beside),
    Rule("laterday", later_that_day),
    Rule("daypart", noon),
    Rule("the? WHICH week on? weekday PART?", place),
    Rule(_DAY, day, tense=True),
]
LAST = [Rule("the dayth", numbered_day)]
"""After all others: they begin with "the third", too."""

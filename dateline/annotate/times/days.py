"""Rules for days and times of day: written dates, weekdays, holidays, today and yesterday, "5 p.m. Tuesday"."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.annotate.times.grammar import Found, Match, Rule
from dateline.annotate.times.meaning import Meaning
from dateline.annotate.times.place import place, valid


def iso(m: Match) -> list[Found] | None:
    """2015-12-02, 2015-12-02T17:00:00Z."""
    text = m.first("iso")
    if not (1 <= int(text[5:7]) <= 12 and valid(int(text[5:7]), int(text[8:10]))):
        return None
    return m.found("TIME", value=f"{text[:10]}T{text[11:16]}") if len(text) > 10 else m.found("DATE", value=text)


def numeric(m: Match) -> list[Found] | None:
    """12/02/2015, 02.12.2015: day and month in the order that the rest of the text writes, else as American papers do."""
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


def day(m: Match) -> list[Found] | None:
    """Any day, with or without a part of the day or a time on the clock."""
    context, word = m.context, m.context.lexemes.raw(m.start)
    if m.end - m.start == 1 and m.has("weekday") and word.isupper() and len(word) < 4:
        return None
    if m.has("holiday") and not m.has("year") and context.after(m.end - 1) in _AFTER_HOLIDAY:
        return None
    return place(m)


_AFTER_HOLIDAY = {
    "card",
    "cards",
    "island",
    "islands",
    "tree",
    "trees",
    "carol",
    "eggs",
    "egg",
    "bunny",
    "party",
    "shopping",
}


def only_clock(m: Match) -> list[Found] | None:
    """A time of day without a day: on the day named last, else on the day of publication."""
    part, hour = m.first("daypart", "night"), m.first("dayno")
    if m.has("clock"):
        return place(m, type="TIME", unit="D", n=0, base="named")
    if hour and hour > 12:
        return None
    hour = hour % 12 + (0 if part == "TMO" else 12) if hour else None
    return m.found("TIME", unit="D", n=0, base="named", clock=part if hour is None else f"T{hour:02}:00")


def only_day(m: Match) -> list[Found] | None:
    """later in the day: the day named last."""
    return m.found("DATE", unit="D", n=0, base="named")


def noon(m: Match) -> list[Found] | None:
    """at noon, at midnight: the day parts that are moments."""
    return only_clock(m) if m.first("daypart") in ("T12:00", "T24:00") and m.context.before(m.start) in ("at", "by", "until", "since", "before", "after", "around") else None


def part_of_day(m: Match) -> list[Found] | None:
    """this morning, last night, that evening, the next morning."""
    which = m.first_name("this", "that", "last", "previous", "next", "following", "same", "past", "coming")
    step = {"last": -1, "previous": -1, "past": -1, "next": 1, "following": 1, "coming": 1}.get(which, 0)
    base = "named" if which in ("that", "previous", "next", "following", "same") else ""
    return m.found("TIME", unit="D", n=step, base=base, clock=m.first("daypart", "night"))


def day_beside(m: Match) -> list[Found] | None:
    """the day before, the night before, the day after, a day earlier: counted from the day named last."""
    after = m.context.after(m.end - 1)
    if after not in (".", ",", ";", ":", "", "-", ")", '"', "”", "’", "'", "and", "but", "–", "—"):
        return None
    step = -1 if m.has("daybefore", "before") else 1
    clock = m.first("daypart", "night") or ""
    return m.found("TIME" if clock else "DATE", unit="D", n=step, base="named", clock=clock)


def overnight(m: Match) -> list[Found] | None:
    """overnight: the night before, unless the verb looks ahead."""
    ahead = m.context.toward(m.start, m.end - 1) == "future"
    return m.found("TIME", unit="D", n=0 if ahead else -1, clock="TNI")


def beside_a_day(m: Match) -> list[Found] | None:
    """the day before last Tuesday, the day after Thanksgiving."""
    found = place(m)
    if not found or found[0].meaning.unit:
        return None
    return [found[0]._replace(meaning=replace(found[0].meaning, unit="D", n=-1 if m.has("daybefore") else 1))]


def span_of_days(m: Match) -> list[Found] | None:
    """Oct. 13-15, 13-15 October: two days of one month."""
    month, year = m.first("month"), m.first("year", "bigyear") or 0
    (a, i), (b, j) = [(v, i) for n, v, i in m if n in ("dayno", "dayth")]
    if not (valid(month, a) and valid(month, b)) or b <= a:
        return None
    way = "" if year else m.context.toward(m.start, m.end - 1)
    return [
        Found(m.start, i, "DATE", Meaning(month=month, day=a, year=year, toward=way)),
        Found(j, m.end - 1, "DATE", Meaning(month=month, day=b, year=year, toward=way)),
    ]


def span_of_dates(m: Match) -> list[Found] | None:
    """March to May 2014, Oct. 28 to Nov. 2, 1998: the year stands once and counts for both."""
    cut = next(i for n, _, i in m if n in ("to", "dash", "hyphen", "and"))
    one, two = Match(m.start, cut, m.context), Match(cut + 1, m.end, m.context)
    year = two.first("year", "bigyear") - (one.first("month") > two.first("month"))
    first, second = place(one, year=year), place(two)
    return [*first, *second] if first and second else None


_DAY = "EARLY? DAYX (comma? PART)?"
_BETWEEN = "(to | dash | hyphen | and)"
_IN_PART = "((in the daypart) | (at night))"
RULES = [
    Rule("iso", iso),
    Rule("numdate", numeric),
    Rule(f"month dayno {_BETWEEN} dayno (comma? YEAR)?", span_of_days),
    Rule(f"dayno {_BETWEEN} dayno month (comma? YEAR)?", span_of_days),
    Rule(f"month dayno? {_BETWEEN} month dayno? comma? YEAR", span_of_dates),
    Rule(f"dayno? month {_BETWEEN} dayno month comma? YEAR", span_of_dates),
    Rule(f"(approx | just | some)? CLOCK {_IN_PART}? comma? (on | of)? (the)? {_DAY}", place),
    Rule(f"{_DAY} comma? (at)? (approx | just)? CLOCK {_IN_PART}?", place),
    Rule(f"(approx | just | some)? (CLOCK | dayno) {_IN_PART}", only_clock),
    Rule("(approx | just)? CLOCK", only_clock),
    Rule(f"(the? EARLY)? the? EARLY? PART comma? (of | on)? {_DAY}", place),
    Rule(f"EARLY? the? edge of {_DAY}", place),
    Rule("EARLY? (today | tonight) ((comma? PART) | (at CLOCK))?", place),
    Rule("EARLY? overnight", overnight),
    Rule(
        "EARLY? the? (this | that | last | next | previous | following | same) (early | late | mid)? hyphen? (daypart | night)",
        part_of_day,
    ),
    Rule("the? (daybefore | dayafter) (DATE | (the? WHICH)? weekday | (the? WHICH)? holiday (of? YEAR)?)", beside_a_day),
    Rule("(the daybefore) | (the (night | daypart) before) | (the? dayafter)", day_beside),
    Rule("laterday", only_day),
    Rule("daypart", noon),
    Rule(_DAY, day),
]

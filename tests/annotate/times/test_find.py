"""Expressions, their types and values, without a model. Published on Wednesday, 2 December 2015."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.times import find, resolve
from dateline.annotate.times.meaning import Meaning

PUBLISHED = date(2015, 12, 2)


def values(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    found = find(text)
    return [(text[t.start : t.end], r.value) for t, r in zip(found, resolve(found, published), strict=True)]


DATES = [
    # British and American order, with and without the ordinal's letters
    ("The council met on 3 March 2014.", [("3 March 2014", "2014-03-03")]),
    ("It met again on March 5th, 2014, in Leeds.", [("March 5th, 2014", "2014-03-05")]),
    ("Born on the 4th of July 1976, she sings.", [("4th of July 1976", "1976-07-04")]),
    # a weekday beside the date belongs to it
    ("Doors open on Saturday, 5 December 2015.", [("Saturday, 5 December 2015", "2015-12-05")]),
    # ISO, with a time, and not part of a longer number
    ("Logged 2015-11-28T09:00:00Z by the pump.", [("2015-11-28T09:00:00Z", "2015-11-28T09:00")]),
    ("Ticket 2015-13-45 was lost.", []),
    # figures: American order, unless the text writes the day first somewhere
    ("Filed 04/05/2015.", [("04/05/2015", "2015-04-05")]),
    ("Filed 04/05/2015, due 28/05/2015.", [("04/05/2015", "2015-05-04"), ("28/05/2015", "2015-05-28")]),
    # dots are written with the day first
    ("Stamped 04.05.2015.", [("04.05.2015", "2015-05-04")]),
    # no such day
    ("On February 31 nothing happens.", []),
    # a year left out: the nearest
    ("It starts on Jan. 15.", [("Jan. 15", "2016-01-15")]),
    ("It ended on Nov. 15.", [("Nov. 15", "2015-11-15")]),
    # a weekday tells which year is meant
    ("The vote was on Monday, April 20.", [("Monday, April 20", "2015-04-20")]),
    # the year counts for both ends
    ("from 28 October to 2 November 1998", [("28 October", "1998-10-28"), ("2 November 1998", "1998-11-02")]),
    ("from March to May 2014", [("March", "2014-03"), ("May 2014", "2014-05")]),
    ("from December to February 2014", [("December", "2013-12"), ("February 2014", "2014-02")]),
    ("the Nov. 13-15, 2015, fair", [("Nov. 13", "2015-11-13"), ("15, 2015", "2015-11-15")]),
    # articles and prepositions are no part of a date
    ("The March 3, 2014, vote was close.", [("March 3, 2014", "2014-03-03")]),
    # the attacks keep their year, other days in September do not
    ("since the Sept. 11 attacks", [("Sept. 11", "2001-09-11")]),
    ("after 9/11 he moved", [("9/11", "2001-09-11")]),
    ("the Sept. 12 attack on the port", [("Sept. 12", "2015-09-12")]),
    # weeks of a day, days beside a day
    ("the week of Nov. 9, 2015", [("the week of Nov. 9, 2015", "2015-W46")]),
    ("the day after Thanksgiving", [("the day after Thanksgiving", "2015-11-27")]),
    # names of people and verbs are no months
    ("April Marsh may march on.", []),
    ("He may go in May.", [("May", "2015-05")]),
]

YEARS = [
    ("sales fell in 2009 and by 2011", [("2009", "2009"), ("2011", "2011")]),
    # counts, prices and addresses are no years
    ("1600 Acacia Avenue, $2000, 2015 people", []),
    ("the year 2000, nineteen eighty-four in print", [("the year 2000", "2000"), ("nineteen eighty-four", "1984")]),
    ("the 1914-18 war", [("1914", "1914"), ("18", "1918")]),
    ("from 1999-2003", [("1999", "1999"), ("2003", "2003")]),
    ("the mid-1990s", [("the mid-1990s", "199")]),
    ("the late '80s", [("the late '80s", "198")]),
    ("a man in his 80s", []),
    ("the early 19th century", [("the early 19th century", "18")]),
    ("the first half of 2012", [("the first half of 2012", "2012-H1")]),
    ("Q3 2015 and H1 2014", [("Q3 2015", "2015-Q3"), ("H1 2014", "2014-H1")]),
    ("the third quarter of 2014", [("the third quarter of 2014", "2014-Q3")]),
    ("next year's first quarter", [("next year's first quarter", "2016-Q1")]),
    ("the first two quarters of 2014", [("the first two quarters of 2014", "2014-H1")]),
    ("third and fourth quarters of 2014", [("third", "2014-Q3"), ("fourth quarters of 2014", "2014-Q4")]),
    ("in fiscal 2014 and fiscal year 2016", [("fiscal 2014", "2014"), ("fiscal year 2016", "2016")]),
    # a half or a quarter of a game
    ("scored a touchdown in the third quarter of the game", []),
    ("led the game in the first half", []),
    ("the winter of 2010", [("the winter of 2010", "2010-WI")]),
    ("June last year", [("June last year", "2014-06")]),
    ("early 2014, the end of 2013", [("early 2014", "2014"), ("the end of 2013", "2013")]),
]

RELATIVE = [
    (
        "yesterday, today and tomorrow",
        [("yesterday", "2015-12-01"), ("today", "2015-12-02"), ("tomorrow", "2015-12-03")],
    ),
    ("the day before yesterday", [("the day before yesterday", "2015-11-30")]),
    ("last week, this month, next year", [("last week", "2015-W48"), ("this month", "2015-12"), ("next year", "2016")]),
    ("next Tuesday and last Tuesday", [("next Tuesday", "2015-12-08"), ("last Tuesday", "2015-12-01")]),
    ("last week on Tuesday", [("last week on Tuesday", "2015-11-24")]),
    ("two weeks ago", [("two weeks ago", "2015-W47")]),
    ("three days ago", [("three days ago", "2015-11-29")]),
    ("18 months ago", [("18 months ago", "2014-06")]),
    ("two decades ago", [("two decades ago", "1995")]),
    ("several years ago", [("several years ago", "PAST_REF")]),
    ("last October", [("last October", "2015-10")]),
    ("this summer", [("this summer", "2015-SU")]),
    ("last winter", [("last winter", "2014-WI")]),
    ("the end of the year", [("the end of the year", "2015")]),
    ("over the weekend", [("the weekend", "2015-W48-WE")]),
    ("Easter, Christmas Eve", [("Easter", "2016-03-27"), ("Christmas Eve", "2015-12-24")]),
    # typographic apostrophes and hyphens
    ("on New Year’s Eve", [("New Year’s Eve", "2015-12-31")]),
    ("last year’s third quarter", [("last year’s third quarter", "2014-Q3")]),
    ("the year‑end", [("the year‑end", "2015-12-31")]),
    ("Thanksgiving weekend", [("Thanksgiving weekend", "2015-W48-WE")]),
    # "following" before a weekday alone is a preposition
    ("following Monday's debate", [("Monday", "2015-11-30")]),
    # ways of speaking
    ("at the end of the day, from time to time, at the last minute, next to it, day-to-day", []),
    # names of papers and programmes
    ("She read USA Today and watched 60 Minutes.", []),
]

TIMES = [
    ("at 5 p.m. EST on Nov. 9", [("5 p.m. EST on Nov. 9", "2015-11-09T17:00")]),
    ("Friday at 8:30 a.m.", [("Friday at 8:30 a.m.", "2015-11-27T08:30")]),
    ("by 17:00 on 1 December 2015", [("17:00 on 1 December 2015", "2015-12-01T17:00")]),
    ("at 12:15 a.m. today", [("12:15 a.m. today", "2015-12-02T00:15")]),
    ("noon Saturday", [("noon Saturday", "2015-11-28T12:00")]),
    ("4 in the morning", [("4 in the morning", "2015-12-02T04:00")]),
    ("6 o'clock this evening", [("6 o'clock this evening", "2015-12-02T18:00")]),
    ("2 Dec 2015 14.30 GMT", [("2 Dec 2015 14.30 GMT", "2015-12-02T14:30")]),
    ("last night, this morning", [("last night", "2015-12-01TNI"), ("this morning", "2015-12-02TMO")]),
    ("the night of Nov. 13", [("the night of Nov. 13", "2015-11-13TNI")]),
    ("late Tuesday night", [("late Tuesday night", "2015-12-01TNI")]),
    # the local time is the first of two
    ("10:35 a.m. (0735 GMT) Friday", [("10:35 a.m. (0735 GMT) Friday", "2015-11-27T10:35")]),
    # clocks of games, results, verses
    ("with 14:05 left he ran 3:43", []),
    ("at 25:70 p.m.", []),
]

LENGTHS = [
    ("for two years", [("two years", "P2Y")]),
    ("a 30-day truce", [("30-day", "P30D")]),
    ("2 1/2 years", [("2 1/2 years", "P2Y6M")]),
    ("an hour and a half", [("an hour and a half", "PT1H30M")]),
    ("half an hour", [("half an hour", "PT30M")]),
    ("at least twenty-five minutes", [("at least twenty-five minutes", "PT25M")]),
    ("the past three months", [("the past three months", "P3M")]),
    ("the last decade, two decades", [("the last decade", "P10Y"), ("two decades", "P20Y")]),
    ("several days, for weeks", [("several days", "PXD"), ("weeks", "PXW")]),
    ("two fortnights", [("two fortnights", "P4W")]),
    ("the year ended June 30, 2014", [("the year", "P1Y"), ("June 30, 2014", "2014-06-30")]),
    ("a month-long, weeklong stay", [("a month-long", "P1M"), ("weeklong", "P1W")]),
    # two days after an event that is no date
    ("two days after the vote", [("two days", "P2D")]),
    # the verb "to last" is no "last"
    ("It will last three weeks.", [("three weeks", "P3W")]),
    # ages, rates, fractions, zero
    ("A 44-year-old, 37 years old, paid $5 a month for three-quarters of a zero-day bug.", []),
]

REPEATED = [
    ("every Monday", [("every Monday", "XXXX-WXX-1")]),
    ("Tuesday nights", [("Tuesday nights", "XXXX-WXX-2TNI")]),
    ("each July, every summer", [("each July", "XXXX-07"), ("every summer", "XXXX-SU")]),
    ("every other week, every two years", [("every other week", "P2W"), ("every two years", "P2Y")]),
    ("twice daily, annually", [("daily", "P1D"), ("annually", "P1Y")]),
    # an adjective of a payment, not a time
    ("a quarterly dividend, paid quarterly.", [("quarterly", "P3M")]),
]

VAGUE = [
    (
        "right now, recently, in the past.",
        [("right now", "PRESENT_REF"), ("recently", "PAST_REF"), ("the past", "PAST_REF")],
    ),
    ("recent years, coming months", [("recent years", "PAST_REF"), ("coming months", "FUTURE_REF")]),
    ("in the near future; future losses", [("the near future", "FUTURE_REF")]),
    ("now that it is over, no longer", [("now", "PRESENT_REF")]),
    # "at last" is no time, "at last week's" holds one
    ("At last it rained; it was settled at last month's vote.", [("last month", "2015-11")]),
    ("the annual March for Books", []),
    ("the past president", []),
]


@pytest.mark.parametrize(("text", "expected"), DATES + YEARS + RELATIVE + TIMES + LENGTHS + REPEATED + VAGUE)
def test_values(text, expected):
    assert values(text) == expected


TYPES = [
    ("on 3 March 2014", ["DATE"]),
    ("at 5 p.m. on Friday", ["TIME"]),
    ("last night", ["TIME"]),
    ("for two years", ["DURATION"]),
    ("every Monday", ["SET"]),
    ("now", ["DATE"]),
]


@pytest.mark.parametrize(("text", "expected"), TYPES)
def test_types(text, expected):
    assert [t.type for t in find(text)] == expected


def test_paragraphs_are_not_joined():
    assert values("It ends in March\n\n2014 brought rain.")[0] == ("March", "2016-03")


WORDS = (
    "the last a two 3 31 March Monday May year years ago , . - ' ’s 1990s 2015 of in this next every half quarter \n\n"
    " 5 p.m. night day after before week of first second third now x € 12/12/2012 9/11 fiscal $ to and or so old ended"
).split(" ")


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
@settings(max_examples=400, deadline=None)
def test_any_words(text):
    """Whatever the words: in order, none inside another, meanings are plain JSON, every value can be worked out."""
    found = find(text)
    assert all(0 <= t.start < t.end <= len(text) for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(Meaning.read(t.meaning).to_json() == t.meaning for t in found)
    for published in (PUBLISHED, None):
        for r in resolve(found, published):
            assert r.value
            assert r.how
            assert (r.earliest is None) == (r.latest is None)
            assert r.earliest is None or r.earliest <= r.latest


def test_long_runs_of_time_words():
    """Patterns are bounded: a hundred thousand time words in a row are no trap."""
    assert len(find("the last " * 50_000 + "Monday")) == 1
    assert find("of the " * 50_000) == []

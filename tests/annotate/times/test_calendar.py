"""Intervals of values, distances, holidays."""

from datetime import date, datetime, timedelta

import pytest

from dateline.annotate.times.calendar import interval, shifted, writes_day_first
from dateline.annotate.times.holidays import EASTER, FIXED, NTH, holiday
from dateline.annotate.times.lexicon import PHRASES, WORDS

INTERVALS = [
    ("2015-12-02", datetime(2015, 12, 2), datetime(2015, 12, 3)),
    ("2016-02", datetime(2016, 2, 1), datetime(2016, 3, 1)),
    ("2015", datetime(2015, 1, 1), datetime(2016, 1, 1)),
    ("199", datetime(1990, 1, 1), datetime(2000, 1, 1)),
    ("18", datetime(1800, 1, 1), datetime(1900, 1, 1)),
    # ISO weeks: the first of 2015 begins in 2014
    ("2015-W01", datetime(2014, 12, 29), datetime(2015, 1, 5)),
    ("2015-W48-WE", datetime(2015, 11, 28), datetime(2015, 11, 30)),
    ("2015-Q4", datetime(2015, 10, 1), datetime(2016, 1, 1)),
    ("2015-H1", datetime(2015, 1, 1), datetime(2015, 7, 1)),
    # a winter reaches into the next year
    ("2015-WI", datetime(2015, 12, 1), datetime(2016, 3, 1)),
    ("2015-12-02T17:05", datetime(2015, 12, 2, 17, 5), datetime(2015, 12, 2, 17, 6)),
    ("2015-12-02TMO", datetime(2015, 12, 2, 0), datetime(2015, 12, 2, 12)),
    # a night is counted to the day it begins on, midnight to the day that ends
    ("2015-12-02TNI", datetime(2015, 12, 2, 18), datetime(2015, 12, 3)),
    ("2015-12-02T24:00", datetime(2015, 12, 2, 23, 59), datetime(2015, 12, 3)),
]


@pytest.mark.parametrize(("value", "first", "after"), INTERVALS)
def test_interval(value, first, after):
    assert interval(value) == (first, after - timedelta(microseconds=1))


@pytest.mark.parametrize(
    "value", ["P2D", "PRESENT_REF", "XXXX-WXX-3", "2015-WXX", "2015-13-01", "2015-02-30", "2015-W60", ""]
)
def test_no_interval(value):
    assert interval(value) is None


SHIFTS = [
    ("D", -1, "2015-12-01"),
    ("W", -1, "2015-W48"),
    ("WE", 0, "2015-W49-WE"),
    ("M", 1, "2016-01"),
    ("M", -12, "2014-12"),
    ("Q", -1, "2015-Q3"),
    ("Q", 1, "2016-Q1"),
    ("Y", -20, "1995"),
    ("E", -1, "200"),
    ("C", -1, "19"),
    ("2W", -1, "2015-W47"),
]


@pytest.mark.parametrize(("unit", "n", "expected"), SHIFTS)
def test_shifted(unit, n, expected):
    assert shifted(date(2015, 12, 2), unit, n) == expected


def test_shifting_out_of_the_calendar_is_refused():
    with pytest.raises(ValueError, match="outside the calendar"):
        shifted(date(2015, 12, 2), "Y", -3000)


HOLIDAYS = [
    ("easter", 2015, date(2015, 4, 5)),
    ("good friday", 2016, date(2016, 3, 25)),
    ("thanksgiving", 2015, date(2015, 11, 26)),
    ("memorial day", 2015, date(2015, 5, 25)),
    ("labor day", 2015, date(2015, 9, 7)),
    ("election day", 2016, date(2016, 11, 8)),
    # the Tuesday after the first Monday, when the month begins on a Tuesday
    ("election day", 2022, date(2022, 11, 8)),
    ("black friday", 2015, date(2015, 11, 27)),
    ("new year's eve", 2015, date(2015, 12, 31)),
]


@pytest.mark.parametrize(("name", "year", "expected"), HOLIDAYS)
def test_holiday(name, year, expected):
    assert holiday(name, year) == expected


def test_every_holiday_of_the_lexicon_has_a_day():
    names = {e[1] for e in (*WORDS.values(), *PHRASES.values()) if e[0] == "holiday"}
    assert names == {*FIXED, *NTH, *EASTER, "election day", "black friday"}
    assert all(holiday(n, 2015).year == 2015 for n in names)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("on 5 March", True), ("on 25/03/2015", True), ("on March 5", False), ("on 03/25/2015", False)],
)
def test_writes_day_first(text, expected):
    assert writes_day_first(text) is expected

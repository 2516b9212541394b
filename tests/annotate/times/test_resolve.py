"""Values against the date of publication, the date named before, the quarter named before; and left open."""

from datetime import date, datetime

import pytest

from dateline.annotate.times import find, resolve

PUBLISHED = date(2015, 12, 2)


def values(text, published=PUBLISHED):
    return [r.value for r in resolve(find(text), published)]


OPEN = [
    ("on Monday", "XXXX-WXX-1"),
    ("in October", "XXXX-10"),
    ("on Oct. 27", "XXXX-10-27"),
    ("yesterday", "XXXX-XX-XX"),
    ("last week", "XXXX-WXX"),
    ("last month", "XXXX-XX"),
    ("two years ago", "XXXX"),
    ("the third quarter", "XXXX-Q3"),
    ("over the weekend", "XXXX-WXX-WE"),
    ("this morning", "XXXX-XX-XXTMO"),
    ("this summer", "XXXX-SU"),
    ("on Christmas Eve", "XXXX-XX-XX"),
    ("this decade", "XXX"),
    ("two hours ago", "XXXX-XX-XX"),
    ("two fortnights ago", "XXXX-WXX"),
]


@pytest.mark.parametrize(("text", "expected"), OPEN)
def test_without_a_date_of_publication_what_depends_on_it_stays_open(text, expected):
    (result,) = resolve(find(text), None)
    assert result.value == expected
    assert result.earliest is None
    assert result.latest is None
    assert result.how == "left open: the date of publication is not known"


def test_without_a_date_of_publication_what_does_not_depend_on_it_is_known():
    assert values("signed on 3 March 1998, for two years, every Monday", None) == ["1998-03-03", "P2Y", "XXXX-WXX-1"]


NAMED = [
    # counted from the date named last
    ("He left in 2007. Two years later he came back.", ["2007", "2009"]),
    ("She won on 3 May 2014 and lost the next day.", ["2014-05-03", "2014-05-04"]),
    ("It rained on Nov. 3. The previous week had been dry.", ["2015-11-03", "2015-W44"]),
    ("It began on 29 January 2014. The following month it ended.", ["2014-01-29", "2014-02"]),
    # a day cannot be counted from a year
    ("He left in 2007. The next day he came back.", ["2007", "XXXX-XX-XX"]),
    # a time of day belongs to the day named just before
    ("The shot fell on Nov. 3, at 8:30 p.m.", ["2015-11-03T20:30"]),
    ("The shot fell on Nov. 3. The police came at 8:45 p.m.", ["2015-11-03", "2015-11-03T20:45"]),
    ("On Nov. 3 it rained. " + "The sun shone. " * 30 + "At 9 p.m. it snowed.", ["2015-11-03", "2015-12-02T21:00"]),
    # nothing was named
    ("He came back the same day.", ["XXXX-XX-XX"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_the_date_named_last(text, expected):
    assert values(text) == expected


BUSINESS = [
    # a year ago is the same quarter of the year before
    ("In the third quarter it earned $5, up from $4 a year earlier.", ["2015-Q3", "2014-Q3"]),
    ("Third-quarter profit rose. In the year-ago period it fell.", ["2015-Q3", "2014-Q3"]),
    # no quarter named: a year
    ("The town had two schools a year ago.", ["2014"]),
    # the quarter: the one that the figures are of, or the last full one
    ("In the second quarter sales fell. For the quarter it lost $3.", ["2015-Q2", "2015-Q2"]),
    ("It lost $3 in the latest quarter.", ["2015-Q3"]),
    # one that is not over has no figures
    ("It expects a loss in the fourth quarter of 2015. In the latest quarter it earned $1.", ["2015-Q4", "2015-Q3"]),
    ("In the 2013 period it earned $2.", ["2013"]),
]


@pytest.mark.parametrize(("text", "expected"), BUSINESS)
def test_business_periods(text, expected):
    assert values(text) == expected


LIFE = (
    "Ida Holm was born on 3 May 1871 in a village on the coast. In 1889 she left for the capital. In October she met"
    " the engineer Karl Lund; they married the following year. In 1894 a daughter was born. The family moved north in"
    " the spring of 1901. In July a fire destroyed the house; by the end of the year they had built a new one. On 12"
    " June 1905 she opened a school. On 14 June the first pupils came. That summer it closed."
)


@pytest.mark.parametrize("published", [PUBLISHED, None])
def test_a_narrative_counts_from_the_date_named_last(published):
    assert values(LIFE, published) == (
        "1871-05-03 1889 1889-10 1890 1894 1901-SP 1901-07 1901 1905-06-12 1905-06-14 1905-SU".split()
    )


def test_news_with_history_counts_from_publication():
    text = (
        "The bridge of 1901, 1923, 1950 and 1988 was closed on Monday. It was painted in May. It will open next week."
    )
    assert values(text)[-3:] == ["2015-11-30", "2015-05", "2015-W50"]


HOW = [
    ("on 3 March 2014", "written in full"),
    ("on Monday", "the Monday before publication"),
    ("on Wednesday", "the day of publication"),
    ("in October", "the nearest October before publication"),
    ("on Jan. 15", "the nearest 15 January after publication"),
    ("last week", "the week before publication"),
    ("two years ago", "2 years before publication"),
    ("this month", "the month of publication"),
    ("the latest quarter", "the last full quarter before publication"),
    ("for two years", "a length of time"),
    ("every Monday", "repeats"),
    ("recently", "names no date"),
]


@pytest.mark.parametrize(("text", "expected"), HOW)
def test_how(text, expected):
    assert resolve(find(text), PUBLISHED)[0].how == expected


def test_how_names_the_base():
    assert (
        resolve(find("In 2007 he left; two years later he came back."), PUBLISHED)[1].how
        == "2 years after 2007, named before"
    )


def test_publication_on_a_leap_day_and_at_the_edge_of_the_calendar():
    assert values("a year ago today, on Feb. 29", date(2016, 2, 29)) == ["2015", "2016-02-29", "2016-02-29"]
    assert values("90 centuries ago", PUBLISHED) == ["XX"]


def test_datetimes_count_by_their_day():
    assert values("today", datetime(2015, 12, 2, 23, 59)) == ["2015-12-02"]

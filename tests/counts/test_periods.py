"""Days, weeks, months and years: their edges, and which lie wholly in a span."""

from datetime import date

import numpy as np
import pytest

from dateline.counts.periods import Periods, day_number, grain_for


def day(text: str) -> int:
    return day_number(date.fromisoformat(text))


EDGES = [
    ("day", "2024-02-28", "2024-03-01", ["2024-02-28", "2024-02-29", "2024-03-01"]),
    # weeks begin on Monday
    ("week", "2024-01-03", "2024-01-10", ["2024-01-01", "2024-01-08"]),
    ("week", "2024-01-07", "2024-01-07", ["2024-01-01"]),
    ("month", "2023-12-31", "2024-02-01", ["2023-12-01", "2024-01-01", "2024-02-01"]),
    ("year", "2023-12-31", "2024-01-01", ["2023-01-01", "2024-01-01"]),
    # before 1970
    ("month", "1969-12-30", "1970-01-02", ["1969-12-01", "1970-01-01"]),
    ("week", "1969-12-31", "1969-12-31", ["1969-12-29"]),
]


@pytest.mark.parametrize(("grain", "first", "last", "starts"), EDGES)
def test_starts(grain, first, last, starts):
    periods = Periods.between(day(first), day(last), grain)
    assert [str(s) for s in periods.starts] == starts
    assert len(periods) == len(starts)


def test_ends_are_last_days():
    periods = Periods.between(day("2024-02-10"), day("2024-03-10"), "month")
    assert [str(e) for e in periods.ends] == ["2024-02-29", "2024-03-31"]


def test_of_puts_every_day_in_its_period():
    periods = Periods.between(day("2024-01-03"), day("2024-01-10"), "week")
    days = np.array(
        [day(d) for d in ("2023-12-31", "2024-01-01", "2024-01-07", "2024-01-08", "2024-01-14", "2024-01-15")]
    )
    assert list(periods.of(days)) == [-1, 0, 0, 1, 1, -1]
    assert list(periods.of(np.array([np.iinfo(np.int32).min], np.int32))) == [-1]  # undated


def test_whole_and_covered():
    periods = Periods.between(day("2024-01-03"), day("2024-01-19"), "week")
    assert list(periods.whole(day("2024-01-03"), day("2024-01-19"))) == [False, True, False]
    assert list(periods.covered(day("2024-01-03"), day("2024-01-19"))) == [5, 7, 5]


@pytest.mark.parametrize(
    ("days", "grain"), [(0, "day"), (60, "day"), (90, "week"), (700, "week"), (900, "month"), (9000, "year")]
)
def test_grain_by_span(days, grain):
    assert grain_for(0, days) == grain


def test_a_span_too_long_for_its_grain_gets_a_coarser_one():
    assert Periods.between(day("1900-01-01"), day("2020-01-01"), "day").grain == "month"


def test_what_is_refused():
    with pytest.raises(ValueError, match="'hour' is not one of"):
        Periods.between(0, 1, "hour")
    with pytest.raises(ValueError, match="empty"):
        Periods.between(1, 0)

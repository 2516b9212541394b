"""Counts over time on two clocks: units once, shares as quotients, unfinished periods, what was left out."""

from datetime import date

import numpy as np
import pytest

from dateline.counts.periods import day_number
from dateline.counts.timeline import Lane, behind, timeline
from tests.counts.piles import pile

ARTICLES = [
    # week of 1 January 2024: three articles on Monday, one on Tuesday
    {"day": "2024-01-01", "names": [("ada", 0), ("ada", 1)], "story": "s", "outlet": "post"},
    {"day": "2024-01-01", "names": [("ada", 0)], "story": "s", "outlet": "courier", "topic": 1},
    {"day": "2024-01-01", "outlet": "post", "topic": 1},
    {"day": "2024-01-02", "names": [("ada", 0), ("ben", 0)], "outlet": "post"},
    # week of 15 January
    {"day": "2024-01-16", "names": [("ben", 0)], "outlet": "post"},
    {"day": None, "names": [("ada", 0)], "outlet": "post"},
]


@pytest.fixture
def small():
    return pile(ARTICLES)


def rows(corpus):
    return np.arange(len(corpus), dtype=np.int32)


def lane(corpus, name):
    return Lane("entity", corpus.entity_code(name))


def test_published_counts_articles_and_mentions(small):
    line = timeline(small, rows(small), [lane(small, "ada"), lane(small, "ben")], grain="week")
    assert line.counts.tolist() == [[3, 0, 0], [1, 0, 1]]
    assert line.events.tolist() == [[4, 0, 0], [1, 0, 1]]
    assert line.totals.tolist() == [4, 0, 1]
    assert line.left_out.tolist() == [1, 0]  # one undated article on Ada


def test_a_share_is_a_quotient_and_not_a_mean_of_shares(small):
    daily = timeline(small, rows(small), [lane(small, "ada")], grain="day")
    weekly = timeline(small, rows(small), [lane(small, "ada")], grain="week")
    assert daily.share[0, :2].tolist() == [2 / 3, 1.0]
    assert weekly.share[0, 0] == 3 / 4  # their mean is 5 / 6
    assert np.isnan(weekly.share[0, 1])  # nothing was published: no share, not 0


@pytest.mark.parametrize(("unit", "ada", "total"), [("articles", 3, 4), ("stories", 2, 3), ("outlets", 2, 2)])
def test_units_count_once(small, unit, ada, total):
    line = timeline(small, rows(small), [lane(small, "ada")], grain="week", unit=unit)
    assert (line.counts[0, 0], line.totals[0]) == (ada, total)


def test_other_lanes(small):
    post = Lane("outlet", int(small.outlets.get_indexer(["post"])[0]))
    line = timeline(small, rows(small), [Lane(), post, Lane("topic", 1)], grain="week")
    assert line.counts.tolist() == [[4, 0, 1], [3, 0, 1], [2, 0, 0]]


def test_unfinished_periods_are_marked(small):
    line = timeline(small, rows(small), grain="week")
    assert line.whole.tolist() == [True, True, False]  # the pile ends on a Tuesday
    span = (day_number(date(2024, 1, 2)), day_number(date(2024, 1, 16)))
    assert timeline(small, rows(small), grain="week", span=span).whole.tolist() == [False, True, False]


def test_only_the_rows_of_the_lens_count(small):
    line = timeline(small, np.array([0, 4], np.int32), [lane(small, "ada")], grain="week")
    assert line.counts.tolist() == [[1, 0, 0]]
    assert line.totals.tolist() == [1, 0, 1]


def test_nothing_dated(small):
    assert timeline(small, np.array([5], np.int32)) is None
    assert timeline(small, np.empty(0, np.int32)) is None


def test_frame(small):
    frame = timeline(small, rows(small), [lane(small, "ada"), lane(small, "ben")], grain="week").frame()
    assert frame[["lane", "count", "total", "events"]].values.tolist() == [[0, 3, 4, 4], [1, 1, 4, 1], [1, 1, 1, 1]]
    assert str(frame.start[0]) == "2024-01-01 00:00:00"
    assert str(frame.end[0]) == "2024-01-07 00:00:00"
    assert len(timeline(small, rows(small), grain="week").frame(empty=True)) == 3


def test_behind_a_marker(small):
    week = (day_number(date(2024, 1, 1)), day_number(date(2024, 1, 7)))
    found = behind(small, rows(small), lane(small, "ada"), week, grain="week")
    assert found.article.tolist() == [0, 0, 1, 3]
    assert set(small.mentions.entity_id.iloc[found.row]) == {"ada"}
    assert len(found) == timeline(small, rows(small), [lane(small, "ada")], grain="week").events[0, 0]
    assert behind(small, rows(small), Lane("topic", 1), week).row.tolist() == [-1, -1]


@pytest.fixture
def told():
    return pile(
        [
            {
                "day": "2024-03-01",
                "names": [("ada", 0), ("ada", 0), ("ben", 50)],
                # two dates beside Ada in the first sentence, one of them a whole year; one beside Ben
                "times": [
                    ("2024-01-10", "2024-01-10", 0),
                    ("2024-01-01", "2024-12-31", 0),
                    ("2024-02-05", "2024-02-11", 50),
                ],
            },
            {
                "day": "2024-03-02",
                "names": [("ada", 0)],
                "times": [("2024-01-20", "2024-01-20", 0), ("2024-02-29", "2024-03-06", 0)],
            },
            {"day": "2024-03-03", "names": [("ada", 0)], "times": [("2024-02-06", "2024-02-06", 50)]},
        ]
    )


SPAN = (day_number(date(2024, 1, 1)), day_number(date(2024, 3, 31)))


def test_happened_counts_times_in_the_sentence_of_an_entity(told):
    line = timeline(
        told, rows(told), [lane(told, "ada"), lane(told, "ben"), Lane()], clock="happened", grain="month", span=SPAN
    )
    # a week across two months counts in the month that holds its middle (3 March)
    assert line.counts.tolist() == [[2, 0, 1], [0, 1, 0], [2, 2, 1]]
    assert line.events.tolist() == [[2, 0, 1], [0, 1, 0], [2, 2, 1]]
    assert line.totals.tolist() == [2, 2, 1]
    assert line.left_out.tolist() == [1, 0, 1]  # "2024" says nothing of a month
    assert line.whole.all()


def test_happened_by_year_takes_the_coarse_ones_too(told):
    line = timeline(told, rows(told), [lane(told, "ada")], clock="happened", grain="year", span=SPAN)
    assert line.counts.tolist() == [[2]]
    assert line.events.tolist() == [[4]]
    assert line.left_out.tolist() == [0]


def test_what_lies_outside_is_counted(told):
    line = timeline(told, rows(told), [lane(told, "ada")], clock="happened", grain="day", span=(SPAN[0], SPAN[0] + 14))
    assert line.events.sum() == 1
    assert line.outside.tolist() == [1]
    assert line.left_out.tolist() == [2]


def test_behind_a_marker_of_the_happened_clock(told):
    january = (day_number(date(2024, 1, 1)), day_number(date(2024, 1, 31)))
    found = behind(told, rows(told), lane(told, "ada"), january, clock="happened", grain="month")
    assert found.article.tolist() == [0, 1]
    assert told.times.earliest.iloc[found.row].dt.day.tolist() == [10, 20]


def test_a_pile_without_times_has_no_happened_clock(small):
    assert timeline(small, rows(small), clock="happened") is None


def test_what_is_refused(small):
    with pytest.raises(ValueError, match="'told' is not one of"):
        timeline(small, rows(small), clock="told")
    with pytest.raises(ValueError, match="'author' is not one of"):
        timeline(small, rows(small), [Lane("author", 1)])
    with pytest.raises(ValueError, match="'pages' is not one of"):
        timeline(small, rows(small), [lane(small, "ada")], unit="pages")


def test_random_piles_agree_with_counting_by_hand():
    rng = np.random.default_rng(7)
    days = np.sort(np.datetime64("2024-01-01") + rng.integers(0, 60, 80))
    corpus = pile(
        [
            {
                "day": str(d),
                "story": f"s{rng.integers(20)}",
                "outlet": f"o{rng.integers(4)}",
                "names": [(f"e{rng.integers(3)}", 0) for _ in range(rng.integers(4))],
            }
            for d in days
        ]
    )
    shown = np.flatnonzero(rng.random(80) < 0.7).astype(np.int32)
    for unit, codes in (("articles", np.arange(80)), ("stories", corpus.story), ("outlets", corpus.outlet)):
        line = timeline(corpus, shown, [Lane("entity", 1)], grain="week", unit=unit)
        for p in range(len(line.periods)):
            first, after = line.periods.edges[p], line.periods.edges[p + 1]
            here = [r for r in shown if first <= corpus.day[r] < after]
            with_it = [r for r in here if r in corpus.entity_articles.of_code(1)]
            assert line.totals[p] == len({codes[r] for r in here})
            assert line.counts[0, p] == len({codes[r] for r in with_it})

"""Bursts: what is one and what is not; and what a peak is labelled with."""

import numpy as np
import pytest

from dateline.counts.bursts import bursts
from dateline.counts.peaks import label, peaks
from dateline.counts.timeline import Lane, timeline
from tests.counts.piles import pile


def spans(counts, **options):
    found = bursts(np.array(counts), **options)
    return list(zip(found["first"], found["last"], strict=True))


SERIES = [
    # flat, empty and single series have none
    ([2] * 30, []),
    ([0] * 30, []),
    ([], []),
    ([9], []),
    # a clear peak, and its neighbour in one
    ([1, 1, 1, 14, 9, 1, 1, 0, 1, 1], [(3, 4)]),
    # a dip inside one peak does not split it
    ([1, 1, 1, 12, 4, 12, 1, 1, 1, 1, 1, 1], [(3, 5)]),
    # two peaks, the heavier first
    ([1] * 20 + [9] + [1] * 20 + [15] + [1] * 20, [(41, 41), (20, 20)]),
    # a few arrivals in a small pile are none
    ([0, 0, 1, 0, 2, 0, 0, 1, 0, 0, 0, 0], []),
    # nor is slow growth, nor a week with quiet weekends
    (list(range(5, 35)), []),
    ([10, 10, 11, 10, 9, 4, 4] * 8, []),
    # a peak at either end
    ([20] + [1] * 30, [(0, 0)]),
    ([1] * 30 + [20], [(30, 30)]),
]


@pytest.mark.parametrize(("counts", "expected"), SERIES)
def test_bursts(counts, expected):
    assert spans(counts) == expected


def test_fields():
    row = bursts(np.array([1, 1, 1, 14, 9, 1, 1, 0, 1, 1])).iloc[0]
    assert (row.peak, row["count"]) == (3, 23)
    assert row.expected == pytest.approx(6.0)
    assert row.ratio == pytest.approx(23 / 6)
    assert row.weight > 0


def test_shares_are_weighed_against_totals():
    totals = np.array([10] * 10 + [100] + [10] * 10)
    # ten times as many articles, and the share as ever: a burst of articles, none of the share
    assert spans(totals // 5) == [(10, 10)]
    assert spans(totals // 5, totals=totals) == []
    more = np.array([1] * 10 + [60] + [1] * 10)
    assert spans(more, totals=totals) == [(10, 10)]
    assert spans(totals, totals=totals) == []  # in every article: nothing to compare


def test_an_unfinished_period_counts_by_its_days():
    counts, days = np.array([14] * 20 + [8]), np.array([7] * 20 + [1])
    assert spans(counts) == []
    assert spans(counts, days=days) == [(20, 20)]


def news() -> list[dict]:
    """Forty quiet days, and a storm on three of them."""
    quiet = [
        {"day": f"2024-01-{1 + d % 28:02}", "title": t, "names": [("mayor", 0)]}
        for d, t in enumerate(["Council meets", "Library opens late", "Bus fares rise", "Council votes on fares"] * 7)
    ]
    storm = [
        {"day": f"2024-02-{d:02}", "title": t, "names": [("mayor", 0), ("northport", 0)], "story": s}
        for d, t, s in [
            (10, "Storm floods Northport harbour", "storm"),
            (10, "Storm floods harbour", "storm"),
            (10, "Flood cuts off Northport", "flood"),
            (10, "Northport under water after storm", "storm"),
            (11, "Storm leaves Northport in the dark", "dark"),
            (11, "Harbour wall broke in the storm", "wall"),
            (12, "Storm: what the harbour lost", "lost"),
            (12, "After the storm, Northport cleans up", "clean"),
        ]
    ]
    return [*quiet, *storm]


@pytest.fixture(scope="module")
def corpus():
    return pile(news())


def rows(corpus):
    return np.arange(len(corpus), dtype=np.int32)


def test_a_peak_is_labelled_with_what_made_it(corpus):
    found = peaks(corpus, rows(corpus), timeline(corpus, rows(corpus), grain="day"))
    assert len(found) == 1
    peak = found.iloc[0]
    assert (str(peak.start.date()), str(peak.end.date()), str(peak.top.date())) == (
        "2024-02-10",
        "2024-02-12",
        "2024-02-10",
    )
    assert peak["count"] == 8
    assert peak.names == ["Northport"]  # the mayor is in all articles
    assert "storm" in peak.words
    assert "northport" not in peak.words  # a name is said once
    assert not {"the", "after", "council"} & set(peak.words)
    assert peak.headline == "Storm floods Northport harbour"  # the first of the largest story
    assert corpus.articles.title[peak.row] == peak.headline


def test_the_lane_itself_is_no_label(corpus):
    lane = Lane("entity", corpus.entity_code("northport"))
    found = peaks(corpus, rows(corpus), timeline(corpus, rows(corpus), [lane], grain="week"))
    assert all("Northport" not in names for names in found.names)


def test_no_peaks(corpus):
    quiet = np.arange(20, dtype=np.int32)
    found = peaks(corpus, quiet, timeline(corpus, quiet, grain="day"))
    assert len(found) == 0
    assert {"start", "names", "headline"} <= set(found.columns)


def test_label_of_nothing_and_of_everything(corpus):
    assert label(corpus, np.empty(0, np.int32), rows(corpus)).row == -1
    everything = label(corpus, rows(corpus), rows(corpus))
    assert everything.entities == ()
    assert everything.row >= 0


def test_articles_without_headlines_show_their_head():
    alone = pile([{"day": "2024-01-01"}])
    assert label(alone, np.array([0]), np.array([0])).headline

"""Rows to check and the share found right: Wilson's interval against published values, the draw, the marks."""

import math

import pandas as pd
import pytest

from dateline.counts.precision import SAMPLE, precision, sample, wilson

# right, n → low, high; to three digits, from R's prop.test(correct = FALSE), which is Wilson's interval
PUBLISHED = [
    (0, 10, 0.0, 0.278),
    (10, 10, 0.722, 1.0),
    (5, 10, 0.237, 0.763),
    (19, 20, 0.764, 0.991),
    (81, 263, 0.255, 0.366),
    (1, 29, 0.006, 0.172),
]


@pytest.mark.parametrize(("right", "n", "low", "high"), PUBLISHED)
def test_wilson(right, n, low, high):
    share = wilson(right, n)
    assert (round(share.low, 3), round(share.high, 3)) == (low, high)
    assert share.value == right / n


def test_nothing_marked_says_nothing():
    share = wilson(0, 0)
    assert (share.low, share.high) == (0, 1)
    assert math.isnan(share.value)


@pytest.mark.parametrize(("right", "n"), [(3, 2), (-1, 2), (0, -1)])
def test_what_is_no_share_is_refused(right, n):
    with pytest.raises(ValueError, match="not a share"):
        wilson(right, n)


IDS = [f"k{n}-q0" for n in range(500)]


def test_the_draw_depends_on_seed_and_ids_alone():
    drawn = sample(IDS, seed=3)
    assert len(set(drawn)) == SAMPLE
    assert set(drawn) < set(IDS)
    assert sample(reversed(IDS), seed=3) == drawn
    assert sample(IDS + IDS, seed=3) == drawn
    assert sample(IDS, seed=4) != drawn


def test_more_articles_move_few_rows():
    before, after = sample(IDS, size=50), sample([*IDS, "new-q0", "new-q1"], size=50)
    assert len(set(before) & set(after)) >= 48


def test_the_draw_is_even():
    # every row of 100 is drawn about 20 times in 100 draws of 20: none far off
    counts = pd.Series([i for seed in range(100) for i in sample(IDS[:100], seed=seed)]).value_counts()
    assert len(counts) == 100
    assert counts.between(5, 40).all()


def test_marked_rows_are_skipped_and_small_piles_drawn_whole():
    drawn = sample(IDS, seed=3)
    assert not set(sample(IDS, seed=3, skip=drawn)) & set(drawn)
    assert sorted(sample(IDS[:3])) == IDS[:3]
    assert sample([]) == []


MARKS = {"k0-q0": (True, True), "k1-q0": (True, False), "k2-q0": (False, True), "elsewhere": (False, False)}


@pytest.mark.parametrize(
    "marks",
    [MARKS, pd.DataFrame([(k, *v) for k, v in MARKS.items()], columns=["quote_id", "content", "speaker"])],
)
def test_precision(marks):
    found = precision(marks, IDS)
    assert {p: (s.right, s.n) for p, s in found.items()} == {"content": (2, 3), "speaker": (2, 3), "both": (1, 3)}
    assert found["both"].low < found["both"].value < found["both"].high


def test_precision_without_marks():
    assert precision({}, IDS)["both"].n == 0

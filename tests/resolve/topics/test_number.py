import numpy as np
import pytest
from scipy import sparse

from dateline.resolve.topics import number


@pytest.mark.parametrize(
    ("articles", "near_one", "expected"),
    [
        # by size, then up to twice as many; three times where there are 40 articles for each
        (200, 0, [8, 12, 16]),
        (2_000, 0, [12, 16, 22, 30]),
        (7_600, 0, [30, 40]),
        # never more than 40
        (100_000, 0, [40]),
        # more where the graph falls into more
        (200, 16, [16, 22, 30]),
    ],
)
def test_numbers_that_are_tried(articles, near_one, expected):
    values = np.r_[np.full(near_one, 0.99), np.full(40 - near_one, 0.5)]
    found = number.steps(articles, values)
    assert [k for k in found if k <= 3 * found[0]] == found
    assert found == expected


def test_no_more_topics_than_there_are_axes():
    assert number.steps(200, np.full(10, 0.5)) == [8]


@pytest.mark.parametrize(
    ("group", "told"),
    [
        # each group has a word of its own
        ([0, 0, 0, 1, 1, 1], 1.0),
        # groups that share all their words have none that tells them apart
        ([0, 1, 0, 1, 0, 1], 0.0),
    ],
)
def test_groups_are_told_apart_by_their_words(group, told):
    held = sparse.csr_matrix([[1, 0, 1]] * 3 + [[0, 1, 1]] * 3)
    found = number.tellable(held, np.array(group))
    assert found == told or (told == 0.0 and found < 0.7)


def test_no_articles():
    assert number.tellable(sparse.csr_matrix((0, 3)), np.zeros(0, int)) == 0

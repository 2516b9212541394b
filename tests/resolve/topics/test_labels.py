import numpy as np
import pytest

from dateline.resolve.topics import labels
from dateline.resolve.topics.pool import Candidate
from dateline.resolve.words import words


def part(text):
    return Candidate(text, tuple(words(text)), np.ones(1, bool), 0.0)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("oil prices", "price controls", True),
        ("Weston", "Westonian troops", True),
        ("presidential vote", "president", True),
        ("Weston Harbour Authority", "WHA", True),
        ("United Ports", "U.P.", True),
        ("oil prices", "harbour", False),
        ("car", "carnival", False),
        ("Har", "Harbour Union", True),
        ("U.S", "U.S. troops", False),
        ("Weston Harbour Authority", "WTA", False),
    ],
)
def test_parts_of_a_label_do_not_say_the_same(one, other, same):
    assert labels.alike(part(one), part(other)) is same
    assert labels.alike(part(other), part(one)) is same


def test_people_are_at_most_half_of_a_label():
    inside = np.r_[np.ones(20, bool), np.zeros(20, bool)]
    held = {"Anna Weston": 15, "Paul Norden": 14, "Carla Osten": 13, "ferry line": 4, "old dock": 3}
    pool, scores = [], []
    for i, (text, n) in enumerate(held.items()):
        holds = np.roll(np.arange(20) < n, 3 * i)
        pool.append(Candidate(text, tuple(words(text)), holds, 0.02, text[0].isupper()))
        scores.append(np.r_[holds, np.zeros(20, bool)].astype(float))
    found = labels._chosen(pool, scores, inside, np.ones(40))
    assert sum(c.person for c in found) <= len(found) / 2
    assert len(found) >= 2

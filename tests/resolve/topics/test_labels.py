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
        ("Weston Harbour Authority", "WTA", False),
    ],
)
def test_parts_of_a_label_do_not_say_the_same(one, other, same):
    assert labels.alike(part(one), part(other)) is same
    assert labels.alike(part(other), part(one)) is same

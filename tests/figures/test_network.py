"""The network: whom it shows, what a click on it means, and that what can be clicked lies apart."""

import numpy as np
import pandas as pd
import pytest

from dateline.figures.network import network


def crowd(size: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Somebody (code 0) with so many others, each of whom appears with the next."""
    people = pd.DataFrame({"code": range(size + 1), "count": range(size + 1), "label": "PERSON"})
    people["entity"] = [f"Name {i}" for i in range(size + 1)]
    own = [(0, i, 3) for i in range(1, size + 1)]
    return people, pd.DataFrame(own + [(i, i + 1, 2) for i in range(1, size)], columns=["a", "b", "count"])


@pytest.mark.parametrize("size", [1, 2, 5, 14])
def test_every_tie_of_the_middle_has_a_number_and_every_name_a_dot(size):
    numbers, dots = network(*crowd(size), 0).data[-2:]
    assert [tuple(c) for c in numbers.customdata] == [(0, i) for i in range(1, size + 1)]
    assert sorted(c[0] for c in dots.customdata) == list(range(size + 1))


@pytest.mark.parametrize("size", [5, 9, 14])
def test_nothing_to_click_lies_under_a_number(size):
    targets, numbers, _ = network(*crowd(size), 0).data[-3:]
    assert len(targets.x)
    for x, y in zip(numbers.x, numbers.y, strict=True):
        assert np.hypot(np.subtract(targets.x, x), np.subtract(targets.y, y)).min() > 0.1


def test_names_reach_the_picture_as_text_only():
    people, ties = crowd(2)
    people.loc[1, "entity"] = "<b onmouseover=alert(1)>"
    assert "<b onmouseover" not in network(people, ties, 0).to_json()

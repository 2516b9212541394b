"""Figures of a comparison: which points are whose, labels that do not meet, bars that face each other."""

import numpy as np
import pandas as pd
import pytest

from dateline.figures.facing import facing
from dateline.figures.keyness import CLEAR, keyness


def terms(z, term=None):
    n = len(z)
    return pd.DataFrame(
        {
            "term": term or [f"word{i}" for i in range(n)], "kind": "word", "count_a": 10, "count_b": 5,
            "articles_a": 4, "articles_b": 3, "z": z,
        }
    )  # fmt: skip


def labels(figure):
    return [t.strip() for trace in figure.data if trace.mode == "text" for t in trace.text]


def test_points_belong_to_a_side_or_to_none():
    figure = keyness(terms([5.0, 1.0, -1.0, -CLEAR, -7.0]))
    rows = {t.name: [c[0] for c in t.customdata] for t in figure.data if t.mode == "markers"}
    assert rows == {"unclear": [1, 2], "A": [0], "B": [3, 4]}
    # colour is not all that tells them apart
    assert len({t.marker.symbol for t in figure.data if t.mode == "markers"}) == 3


def test_labels_do_not_meet_on_a_phone():
    rng = np.random.default_rng(3)
    found = terms(sorted(rng.normal(0, 4, 120), reverse=True))
    figure = keyness(found)
    found = labels(figure)
    assert len(found) >= 8
    assert "word0" in found


def test_both_sides_are_labelled_where_none_is_clear():
    found = labels(keyness(terms([1.4, 1.2, 0.1, -0.2, -0.3])))
    assert {"word0", "word4"} <= set(found)


def test_the_weaker_side_is_labelled_too():
    found = labels(keyness(terms([*np.linspace(40, 20, 70), -3.0])))
    assert "word70" in found


def test_labels_do_not_pass_one_another_where_the_screen_is_wider():
    # close together and level: the second has room to its left on a phone only, where it stands beyond the first
    found = terms([2.0, 1.99, -2.0], ["command", "control", "other"])
    found["count_a"], found["count_b"] = [9, 11, 5], [8, 9, 90]
    assert not {"command", "control"} <= set(labels(keyness(found)))


def test_the_open_term_is_labelled_however_weak():
    found = terms(list(np.linspace(9, -9, 99)))
    figure = keyness(found, chosen=50)
    assert "<b>word50</b>" in labels(figure)


def test_markup_in_a_term_is_text():
    figure = keyness(terms([5.0], ["<img src=x>"]))
    shown = [figure.data[0].text[0], *labels(figure)]
    assert not any("<img" in t for t in shown)


def test_no_terms():
    assert len(keyness(terms([])).data) == 0


def cells(counts, whole=None):
    start = pd.date_range("2025-01-06", periods=len(counts), freq="7D")
    return pd.DataFrame(
        {
            "start": start, "count": counts, "total": 10, "share": np.array(counts) / 10,
            "whole": whole or [True] * len(counts),
        }
    )  # fmt: skip


def test_bars_face_each_other_on_one_scale():
    figure = facing(cells([4, 0, 2]), cells([0, 9, 1]), ("The Post", "Courier"), "week",
                    ("2025-01-06", "2025-01-26"), share=False, unit="articles")  # fmt: skip
    a, b = figure.data
    assert list(a.y) == [4, 2]
    assert list(b.y) == [-9, -1]
    assert [tuple(c) for c in b.customdata] == [(1, 1), (1, 2)]
    low, high = figure.layout.yaxis.range
    assert low == -high
    assert high > 9
    # what is below is no negative number
    assert not any(t.startswith("-") for t in figure.layout.yaxis.ticktext)


@pytest.mark.parametrize("share", [True, False])
def test_a_side_without_articles_has_no_bars(share):
    figure = facing(cells([0, 0]), cells([1, 0], [False, True]), ("A", "B"), "week", ("2025-01-06", "2025-01-19"),
                    share=share, unit="articles")  # fmt: skip
    assert len(figure.data) == 1
    assert figure.data[0].marker.pattern.shape == ("/",)

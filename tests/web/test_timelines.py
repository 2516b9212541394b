"""Timelines and the page of a name: lanes, clocks, grains, marks and pins from the address."""

import json

import pytest

from .conftest import words


def lanes(at) -> list[str]:
    """The names down the side of the first chart."""
    figure = json.loads(at.get("plotly_chart")[0].proto.spec)
    return [t.replace("<br>", " ") for t in figure["layout"]["yaxis"]["ticktext"]]


def test_the_top_names_are_lanes(opened):
    found = lanes(opened("timelines"))
    assert len(found) == 8
    assert "Livia Tessaro" in found


@pytest.mark.parametrize(("params", "count"), [({"lanes": "3"}, 3), ({"lanes": "12"}, 12), ({"lanes": "99"}, 12)])
def test_as_many_lanes_as_asked_for(params, count, opened):
    assert len(lanes(opened("timelines", **params))) == count


def test_chosen_names_in_their_order(opened):
    found = lanes(opened("timelines", lane=["samira-kestelyn", "livia-tessaro"]))
    assert found == ["Samira Kestelyn", "Livia Tessaro"]


@pytest.mark.parametrize("grain", ["day", "week", "month", "year"])
@pytest.mark.parametrize("clock", ["published", "happened"])
def test_clocks_and_grains(clock, grain, opened):
    at = opened("timelines", clock=clock, grain=grain)
    said = words(at)
    assert f"by {grain}" in said
    assert len(lanes(at)) == 8


def test_a_mark_shows_its_passages(opened):
    said = words(opened("timelines", mark=["livia-tessaro", "2025-06-09", "2025-06-15"]))
    assert "Livia Tessaro, 9" in said
    assert "June 2025" in said


@pytest.mark.parametrize(
    "params",
    [
        {"mark": ["livia-tessaro"]},
        {"mark": ["nobody", "2025-06-09", "2025-06-15"]},
        {"mark": ["livia-tessaro", "soon", "later"]},
        {"pin": ["x"]},
        {"within": ["2025-99-99", "never"]},
        {"lane": ["<b>x</b>"]},
        {"peaks": "nobody"},
    ],
)
def test_page_values_that_make_no_sense_are_passed_over(params, opened):
    assert len(lanes(opened("timelines", **params))) == 8


def test_without_any_date_it_says_how_to_set_one(opened):
    at = opened("timelines", "one")
    assert "no" in words(at).lower()
    assert "Set dates" in [b.label for b in at.main.button]


@pytest.mark.parametrize("show", ["passages", "said", "said about", "articles"])
@pytest.mark.parametrize("clock", ["published", "happened"])
def test_the_page_of_a_name(show, clock, opened):
    at = opened("entity", id="livia-tessaro", show=show, clock=clock)
    assert at.title[0].value == "Livia Tessaro"


def test_a_name_that_is_not_here(opened):
    said = words(opened("entity", id="nobody-at-all"))
    assert "nobody-at-all" in said

"""The Search page: each view on the demonstration pile, an empty one and one article; bad values in a link."""

import pytest

from tests.web.app import opened, words

VIEWS = ["hits", "in context", "over time", "list of names"]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("pile", ["demo", "one", "empty"])
@pytest.mark.parametrize("q", ["", "bridge", "speaker:smith", "NOT bridge"])
def test_every_view_opens(q, pile, view, demo_home):
    at = opened("search", pile=pile, view=view, q=q)
    assert not at.exception
    assert at.title[0].value == "Search"
    if pile == "empty":
        assert "no articles yet" in words(at)


BAD = [
    ({"q": "(gate"}, "is not closed"),
    ({"q": "gate AND"}, "has nothing after it"),
    ({"q": "colour:red"}, "is no field"),
    ({"q": "gate", "view": "sideways"}, "is not one of"),
    ({"q": "gate", "order": "worst"}, "is not one of"),
    ({"view": "list of names", "names": "../../etc"}, "not kept here"),
    ({"q": "gate", "view": "over time", "mark": ["gate", "soon", "later"]}, "Hits by"),
    ({"q": "xyzzyqq"}, "Nothing in the articles shown"),
]


@pytest.mark.parametrize(("params", "expected"), BAD)
def test_what_a_link_says_wrongly_is_said(params, expected, demo_home):
    at = opened("search", pile="demo", **params)
    assert not at.exception
    assert expected in words(at).replace("\\", "")


def test_a_fault_is_pointed_at(demo_home):
    at = opened("search", pile="demo", q="storm AND (flood")
    query, arrow = at.code[0].value.split("\n")
    assert query[arrow.index("▲")] == "("


def test_words_go_into_the_filters(demo_home):
    at = opened("search", pile="demo", q="gate", words="flood")
    button = next(b for b in at.button if b.label.startswith("Put these"))
    button.click().run()
    assert at.query_params["words"] == "(flood) (gate)"
    assert not at.exception


def test_what_was_meant_is_offered_and_finds_something(demo_home):
    at = opened("search", pile="demo", q="flod")
    at.button(key="instead.0").click().run()
    assert at.query_params["q"] == "flood"
    assert "Nothing" not in words(at)

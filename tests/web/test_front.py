"""The front page without a browser: what it says of a pile, and what the address bar can ask of it."""

import json

import pytest

from dateline import piles
from dateline.web.health import health

from .conftest import words


def specs(at) -> list[dict]:
    return [json.loads(p.proto.spec) for p in at.get("plotly_chart")]


def drawn(at) -> set[str]:
    """The words of the first word cloud."""
    figure = next(f for f in specs(at) if any(t.get("mode") == "text" for t in f["data"]))
    return {word for t in figure["data"] if t.get("mode") == "text" for word in t["text"]}


def test_what_stands_on_it(opened):
    at = opened("front")
    said = words(at)
    for heading in ("Demonstration", "Articles by week", "Peaks", "In the news", "Speaking", "Most frequent words"):
        assert heading in said
    assert "Hatched" in said  # the first and the last week are not complete
    bars = specs(at)[0]["data"][0]
    assert bars["type"] == "bar"
    assert {"Tarnsund", "barrier"} <= drawn(at)
    # what says nothing by itself, and the halves of a name
    assert not {"said", "asked", "Monday", "Livia", "Tessaro"} & drawn(at)


def test_a_view_has_distinctive_words_and_a_choice(opened):
    at = opened("front", words="harriers")
    assert "set these articles apart" in words(at)
    apart = drawn(at)
    assert drawn(opened("front", words="harriers", cloud="frequent")) != apart
    # left out by the reader, whatever its case
    one = sorted(apart)[0]
    assert one not in drawn(opened("front", words="harriers", stop=[one.upper()]))


def test_words_left_out_of_one_cloud_are_left_out_of_the_others(opened):
    at = opened("front", stop=["Tarnsund"])
    links = {p.page: p.query_string for p in at.main.get("page_link") for p in [p.proto]}
    assert "stop=Tarnsund" in next(q for page, q in links.items() if "compare" in page)
    assert not any("stop=" in q for page, q in links.items() if "compare" not in page and page)


def test_a_peak_shows_its_articles_and_passages(opened):
    at = opened("front", mark=["2025-01-13", "2025-01-19"])
    said = words(at)
    assert "13–19 January 2025" in said
    at = opened("front", mark=["2025-01-13", "2025-01-19"], show="passages")
    assert "passages" in words(at)


@pytest.mark.parametrize(
    "params",
    [
        {"mark": ["2025-01-13"]},
        {"mark": ["soon", "later"]},
        {"mark": ["2025-01-19", "2025-01-13"]},
        {"mark": ["0001-01-01", "9999-12-31"]},
        {"grain": "fortnight"},
        {"kind": "ghosts"},
        {"stop": ["<b>", "", "x" * 400]},
        {"cloud": "loud", "words_as": "song"},
        {"articles": "none"},
    ],
)
def test_values_that_make_no_sense_are_passed_over(params, opened):
    assert "Articles by" in words(opened("front", **params))


@pytest.mark.parametrize("grain", ["day", "week", "month", "year"])
def test_grains_and_shares(grain, opened):
    at = opened("front", grain=grain, words="gate", scale="share")
    assert f"Share of all articles by {grain}" in words(at)


def test_days_without_articles(opened):
    assert "Nothing was published on these days" in words(opened("front", mark=["2019-01-01", "2019-01-07"]))


def test_one_article(opened):
    said = words(opened("front", pile="one"))
    assert "In the news" in said
    assert "without a date" in "\n".join(b.label for b in opened("front", pile="one").main.button)


def test_an_empty_pile_and_an_empty_view(opened):
    assert "no articles yet" in words(opened("front", pile="empty"))
    assert "No article passes" in words(opened("front", words="zzzz"))


def test_unnamed_speakers_are_not_unclear(corpus):
    import numpy as np

    every = np.arange(len(corpus), dtype=np.int32)
    assert health(corpus, every).unclear == 0
    assert health(corpus, every).quotations == 3
    corpus.quotes["resolved"] = ["unnamed", "unresolved", "unresolved"]
    assert health(corpus, every).unclear == 2
    found = health(corpus, every[:2])
    assert (found.unclear, found.undated, found.no_outlet, found.refused) == (1, 0, 0, 1)
    assert (health(corpus, every).undated, health(corpus, every).no_outlet) == (1, 1)


def test_the_demonstration_pile_is_there(demo_home):
    assert {"demo", "one", "empty"} <= {p.id for p in piles.piles()}

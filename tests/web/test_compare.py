"""The Compare page without a browser: the two sides, what is said of them, and what the address bar can ask for."""

import json

import pytest

from . import conftest

BELL, CHRONICLE = "Tarnsund Evening Bell", "The Teverin Chronicle"


def words(at) -> str:
    return conftest.words(at).replace("**", "")


def points(at) -> dict[str, int]:
    """How many points each trace of the chart of words has."""
    for chart in at.get("plotly_chart"):
        figure = json.loads(chart.proto.spec)
        if any(t.get("name") in ("A", "B", "unclear") for t in figure["data"]):
            return {t["name"]: len(t["text"]) for t in figure["data"]}
    return {}


def test_outlets_are_proposed_where_nothing_is_asked_for(opened):
    said = words(opened("compare"))
    assert "What tells them apart" in said
    assert f"A: {BELL}" in said
    assert "In the news" in said


def test_a_view_is_set_against_the_rest(opened):
    said = words(opened("compare", words="harriers"))
    assert "This view" in said
    assert "The rest of the pile" in said


SIDES = [
    ({"by": "outlet", "a": [CHRONICLE], "b": [BELL]}, f"A: {CHRONICLE}", f"B: {BELL}"),
    ({"by": "outlet", "a": [BELL, CHRONICLE]}, f"A: {BELL}, {CHRONICLE}", "B: "),
    ({"by": "date", "a": ["2025-05-01"]}, "A: Before 1 May 2025", "B: From 1 May 2025 on"),
    # the other way round
    ({"by": "date", "b": ["2025-05-01"]}, "A: From 1 May 2025 on", "B: Before 1 May 2025"),
    ({"by": "rest", "words": "gate", "b": ["view"]}, "A: The rest of the pile", "B: This view"),
    ({"by": "entity", "a": ["grace-abara"], "b": ["livia-tessaro"]}, "A: Grace Abara", "B: Livia Tessaro"),
    ({"by": "any", "a": [f"outlet={BELL}", "from=2025-03-01"]}, "A: Dates: 2025-03-01 to the end; Outlets", "B: This"),
    ({"by": "any", "a": ["everything"], "outlet": [BELL]}, "A: The whole pile", "B: This view"),
]


@pytest.mark.parametrize(("params", "a", "b"), SIDES)
def test_sides(params, a, b, opened):
    at = opened("compare", **params)
    said = words(at)
    assert a in said
    assert b in said
    assert points(at)


def test_every_way_to_show_it_and_the_passages_of_a_word(opened):
    for view in ("chart", "table", "clouds"):
        said = words(opened("compare", view=view, row="word:letter"))
        assert "“letter”" in said
        assert f"In A: {BELL}" in said
        assert said.count("times in") >= 2 or "time in" in said


@pytest.mark.parametrize(("of", "least"), [("words", "1"), ("names", "3"), ("both", "99")])
def test_least_articles_and_kinds(of, least, opened):
    at = opened("compare", of=of, least=least)
    if least == "99":
        assert "Ask for fewer" in words(at)
    else:
        assert sum(points(at).values()) > 10


def test_quotations_of_a_speaker_on_both_sides(opened):
    said = words(opened("compare", who="said:livia-tessaro"))
    assert "What Livia Tessaro said" in said
    assert "quotations" in said


SAID = [
    ({"by": "rest"}, "every article is in this view"),
    ({"by": "outlet", "a": [BELL], "b": [BELL]}, "A and B are the same articles"),
    ({"by": "any", "a": [f"outlet={BELL}"]}, "on both sides"),
    ({"by": "date"}, "without a date are on neither side"),
    ({"by": "outlet", "a": ["Nowhere Post"]}, "is not among the outlets"),
    ({"by": "topic", "a": ["9999"], "b": ["x"]}, "is not in this pile"),
    ({"by": "entity", "a": ["nobody"]}, "is not a name of this pile"),
    ({"by": "date", "a": ["yesterday"]}, "is not a day such as"),
    ({"by": "any", "a": ["words=(gate"]}, "A holds no articles"),
    ({"by": "any", "a": ["from=soon", "unit=pages"]}, "is not a day such as"),
    ({"by": "sideways"}, "is not one of"),
    ({"row": "word:zzzz"}, "Nowhere"),
    ({"row": "name:nobody"}, "is not in this pile"),
    ({"row": "nonsense"}, "What tells them apart"),
    ({"least": "0"}, "What tells them apart"),
    ({"least": "999999999"}, "Ask for fewer"),
    ({"mark": ["A", "2025-01-13", "2025-01-19"]}, "A, 13–19 January 2025: "),
    ({"mark": ["C", "2025-01-13", "2025-01-19"]}, "What tells them apart"),
    ({"who": "said:nobody"}, "is not in this pile"),
    ({"by": "entity", "a": ["dolores-brekke"], "b": ["aksel-varrin"], "from": "2025-08-01"}, ""),
]


@pytest.mark.parametrize(("params", "sentence"), SAID)
def test_what_is_said_of_sides_and_values(params, sentence, opened):
    assert sentence in words(opened("compare", **params))


def test_a_side_of_few_articles_is_said_to_be_one(opened):
    assert "may be chance" in words(opened("compare", words='"Nine minutes"', by="rest"))


@pytest.mark.parametrize("by", ["auto", "rest", "outlet", "date", "topic", "entity", "any"])
def test_one_article_and_none(by, opened):
    assert "Compare" in words(opened("compare", pile="one", by=by))
    assert "no articles yet" in words(opened("compare", pile="empty", by=by))


def test_swap(opened):
    at = opened("compare", by="outlet", a=[BELL], b=[CHRONICLE])
    at.button(key="swap").click().run()
    assert at.query_params["a"] in (CHRONICLE, [CHRONICLE])
    assert f"A: {CHRONICLE}" in words(at)
    at = opened("compare", by="date", a=["2025-05-01"])
    at.button(key="swap").click().run()
    assert "A: From 1 May 2025 on" in words(at)
    at.button(key="swap").click().run()
    assert "A: Before 1 May 2025" in words(at)


def test_a_view_is_kept_on_a_side(opened):
    at = opened("compare", by="any", outlet=[BELL])
    at.button(key="take.a").click().run()
    assert f"A · Outlets: {BELL}" in words(at)
    at.button(key="clear").click().run()
    assert f"A: Outlets: {BELL}" in words(at)
    assert "B: This view" in words(at)

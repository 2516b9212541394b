"""The Topics page as links open it: every view, what a link names and is gone, few articles, and readers' edits."""

import shutil

import pytest
from streamlit.testing.v1 import AppTest

from dateline import piles
from dateline.corrections.topics import TopicEdits

from .conftest import ROOT, words

VIEWS = ["list", "over time", "map", "stories"]
# parameters of the page → words that it says
SAYS = [
    ({}, "A topic opens its articles"),
    ({"open": "0"}, "In the news"),
    ({"open": "theme-0"}, "In the news"),
    ({"open": "0", "first": "newest"}, "Articles"),
    ({"view": "over time"}, "A marker is a week"),
    ({"view": "over time", "clock": "happened"}, "name a date in it"),
    ({"view": "over time", "level": "themes", "grain": "month"}, "A marker is a month"),
    ({"view": "over time", "scale": "share"}, "what share of the articles"),
    ({"view": "map"}, "A dot is an article"),
    ({"view": "stories"}, "in several versions"),
    ({"view": "stories", "by": "copies"}, "nothing is deleted"),
    ({"view": "stories", "order": "newest", "unit": "outlets"}, "in several versions"),
]
# a bad link → words that say so
BAD = [
    ({"open": "9999"}, "There is no topic “9999” in this pile"),
    ({"open": "<script>"}, "There is no topic “<script>” in this pile"),
    ({"open": "theme-77"}, "There is no topic “theme-77” in this pile"),
    ({"open": "-1"}, "There is no topic “-1” in this pile"),
    ({"view": "pie"}, "“pie” is not one of"),
    ({"view": "stories", "story": "no-such"}, "There is no story “no-such” in this pile"),
    ({"view": "stories", "by": "copies", "story": "no-such"}, "There is no story “no-such” in this pile"),
    ({"view": "stories", "same": "many"}, "“many” is not a number"),
    ({"pick": "no-such"}, "1 of 1"),
]


@pytest.mark.parametrize(("params", "said"), SAYS)
def test_a_view_opens(params, said, opened):
    assert said in words(opened("topics", **params))


@pytest.mark.parametrize(("params", "said"), BAD)
def test_a_bad_link_says_so(params, said, opened):
    assert said in words(opened("topics", **params))


@pytest.mark.parametrize("same", ["0", "7", "55", "999999"])
def test_any_threshold_is_brought_into_reach(same, opened):
    at = opened("topics", view="stories", same=same)
    assert 30 <= at.main.slider[0].value <= 100


@pytest.mark.parametrize(
    "mark", [["0"], ["0", "x", "y"], ["0", "2025-03-03", "2025-03-09"], ["99", "2025-03-03", "2025-03-09"]]
)
@pytest.mark.parametrize("view", ["list", "over time"])
def test_any_mark_is_taken_or_left(view, mark, opened):
    opened("topics", view=view, open="0" if view == "list" else "", mark=mark)


@pytest.mark.parametrize("pile", ["one", "empty"])
@pytest.mark.parametrize("view", VIEWS)
def test_few_articles_read_well(view, pile, opened):
    said = words(opened("topics", pile=pile, view=view))
    assert "no articles yet" in said if pile == "empty" else "nan" not in said.lower()


def test_a_lens_that_shows_nothing_says_which_filter_to_lift(opened):
    assert "No article passes all the filters" in words(opened("topics", words="zzzz"))


def test_what_fits_no_topic_is_said_to_fit_nowhere(opened):
    at = opened("topics", open="none")
    assert "like none of the topics" in words(at)


def test_chosen_articles_are_a_filter_that_can_be_lifted(opened):
    at = opened("topics", pick=["HPA-20250319-1447"])
    assert any("1 article chosen one by one" in b.label for b in at.sidebar.button)


# -- edits, on a pile of their own ------------------------------------------------------------------------------------


@pytest.fixture
def own(demo_home, tmp_path, monkeypatch):
    """Opens the Topics page on a copy of the demonstration pile that may be changed."""
    home = tmp_path / "own"
    (home / "piles").mkdir(parents=True)
    # a name of its own: what is cached goes by it
    shutil.copytree(demo_home / "piles" / "demo", home / "piles" / tmp_path.name)
    monkeypatch.setenv("DATELINE_HOME", str(home))

    def open_(**params):
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for name, value in {"pile": tmp_path.name, **params}.items():
            at.query_params[name] = value
        at.switch_page("pages/topics.py")
        at.run()
        assert not at.exception, at.exception
        return at

    return open_


def click(at, label):
    next(b for b in at.main.button if b.label == label).click()
    at.run()
    assert not at.exception, at.exception
    return at


def test_a_new_name_holds_in_a_fresh_visit_and_is_undone(own):
    at = own(open="1")
    before = at.main.title[0].value
    next(t for t in at.main.text_input if t.label == "Name").set_value("The *other* side")
    click(at, "Save the name")
    assert words(at).startswith("The *other* side")
    assert words(own(open="1")).startswith("The *other* side")
    click(at, "Undo")
    assert at.main.title[0].value == before


def test_a_name_that_another_topic_has_is_refused_with_the_cure(own):
    at = own(open="1")
    taken = own(open="0").main.title[0].value.replace("\\", "")
    next(t for t in at.main.text_input if t.label == "Name").set_value(taken)
    click(at, "Save the name")
    assert "merge the two, or choose another name" in words(at)


def test_merged_and_excluded_topics_are_followed_from_old_links(own, tmp_path):
    edits = TopicEdits(piles.get(tmp_path.name).topics)
    known = dict.fromkeys(range(9), "x")
    edits.merge([0, 1], known)
    edits.exclude(2, known)
    edits.close()
    merged = own(open="1")
    assert merged.main.title[0].value == own(open="0").main.title[0].value
    assert "was excluded by a reader" in words(own(open="2"))
    filtered = own(topic=["1"])
    assert "was merged into" in words(filtered)
    assert next(m for m in filtered.sidebar.multiselect if m.label == "Topics").value == [0]
    # the articles of the excluded one fit no topic now
    assert "· 0 of" not in words(own(open="none"))


def test_excluding_every_topic_leaves_a_page_that_says_so(own, tmp_path):
    edits = TopicEdits(piles.get(tmp_path.name).topics)
    known = dict.fromkeys(range(99), "x")
    for t in range(99):
        edits.exclude(t, known)
    edits.close()
    at = own()
    assert "Every topic was excluded" in words(at)
    click(at, "Undo")

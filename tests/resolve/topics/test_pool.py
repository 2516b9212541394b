import pytest

from dateline.resolve.topics import phrases as ph
from dateline.resolve.topics import pool

PAPERS = ["Weston Evening Lantern", "Weston Evening Lantern", *["The Inland Post"] * 3]


@pytest.mark.parametrize(
    ("kind", "text", "holders", "left"),
    [
        (ph.NAME, "Lantern", (0, 1), ()),
        (ph.NAME, "Evening Lantern", (0, 1), ()),
        (ph.NAME, "Lantern", (0, 1, 2), ()),  # one mention elsewhere makes it no place
        (ph.NAME, "Weston", (0, 1, 2, 3), (0, 1, 2, 3)),  # a place
        (ph.NAME, "Lantern Street", (0, 1), (0, 1)),
        (ph.NOUN, "lantern", (0, 1), (0, 1)),
        (ph.NAME, "Post", (0, 1), (0, 1)),
    ],
)
def test_a_paper_is_no_news_in_its_own_articles(kind, text, holders, left):
    found = [{(kind, text)} if i in holders else set() for i in range(5)]
    out = pool.without_own_name(found, PAPERS)
    expected = left or [i for i in holders if i > 1]
    assert [i for i in range(5) if out[i]] == list(expected)


def test_papers_unknown_change_nothing():
    found = [{(ph.NAME, "Lantern")}, {(ph.NAME, "Post")}]
    assert pool.without_own_name(found, ["", ""]) == found


@pytest.mark.parametrize(
    ("text", "sides"),
    [("Tanner’s Court", ("Tanner", "Court")), ("Bank of Weston", ("Bank", "Weston")), ("Weston", ("Weston", "Weston"))],
)
def test_two_names_that_may_be_one(text, sides):
    assert pool._sides(text) == sides


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Anna Weston", True),
        ("John H. Weston", True),
        ("Weston Harbour", False),
        ("Anna", False),
        ("Anna works", False),
    ],
)
def test_names_that_read_like_one_of_a_person(text, person):
    assert pool.is_person(text) is person


def test_initials_count_for_the_name_that_they_stand_for():
    names = {"OQU": {0, 1}, "Old Quay Union": {2}, "HSB": {3}}
    found = pool._full_forms(names, {"OQU": "Old Quay Union", "HSB": "Harbour Safety Board"})
    assert found == {"Old Quay Union": {0, 1, 2}, "HSB": {3}}

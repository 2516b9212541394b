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

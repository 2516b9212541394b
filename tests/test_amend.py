"""What readers put right lies over the articles and can be taken back."""

from datetime import datetime

import pytest

from dateline.amend import Amendments, amended
from dateline.errors import InputError
from dateline.load.article import Article, Cut

ARTICLE = Article("The text.", title="Old", source="Post", published=datetime(2025, 1, 1), published_from="given")


@pytest.fixture
def book(tmp_path):
    return Amendments(tmp_path / "amendments.sqlite")


# changes → fields that follow
CHANGES = [
    ({"title": "New"}, {"title": "New", "source": "Post"}),
    ({"published": "2025-02-03"}, {"published": datetime(2025, 2, 3), "published_from": "hand"}),
    ({"published": ""}, {"published": None, "published_from": ""}),
    (
        {"body": {"text": "The", "cuts": [[3, "text.", "by hand"]]}},
        {"text": "The", "cuts": (Cut(3, "text.", "by hand"),)},
    ),
    ({}, {"title": "Old"}),
]


@pytest.mark.parametrize(("changes", "fields"), CHANGES)
def test_amended(changes, fields):
    got = amended(ARTICLE, changes)
    assert {n: getattr(got, n) for n in fields} == fields


def test_removed_articles_are_gone_and_come_back(book):
    book.set(["a"], "removed", True)
    assert amended(ARTICLE, book.now()["a"]) is None
    book.set(["a"], "removed", None)
    assert book.now() == {}


def test_the_last_amendment_holds(book):
    before = book.stamp
    book.set(["a", "b"], "source", "One")
    book.set(["a"], "source", "Two")
    book.set_body("b", "x", [Cut(0, "y", "z")])
    assert book.now() == {
        "a": {"source": "Two"},
        "b": {"source": "One", "body": {"text": "x", "cuts": [[0, "y", "z"]]}},
    }
    assert book.stamp > before


@pytest.mark.parametrize(
    ("field", "value", "words"), [("url", "x", "cannot be amended"), ("published", "soon", "is not a date")]
)
def test_what_cannot_be_amended_is_said(book, field, value, words):
    with pytest.raises(InputError, match=words):
        book.set(["a"], field, value)

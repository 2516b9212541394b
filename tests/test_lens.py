"""The lens: address bar ↔ value, and which articles pass."""

from datetime import date

import numpy as np
import pytest

from dateline import lens as lenses
from dateline.lens import Lens, Marks

LENSES = [
    Lens(),
    Lens(since=date(2025, 3, 1), until=date(2025, 3, 31)),
    Lens(outlet=("A & B", "C=D?", "É"), entity=("ada-smith", "x"), match="all"),
    Lens(topic=(3, 0), theme=(1,), speaker=("s",), words='flood AND "sea wall"', tag=("to do",), read="unread"),
    Lens(unit="stories", scale="share"),
    Lens(article=("a1", "b&c")),
]


@pytest.mark.parametrize("lens", LENSES)
def test_parameters_round_trip(lens):
    assert Lens.from_params(lens.to_params()) == (lens, [])


def test_default_lens_leaves_the_address_bar_empty():
    assert Lens().to_params() == {}


# parameters → lens, words of the sentences that say what was not applied
BAD = [
    ({"from": ["yesterday"]}, Lens(), ["“yesterday” is not a day"]),
    ({"topic": ["3", "x", "-1"]}, Lens(topic=(3,)), ["“x” is not the number", "“-1” is not the number"]),
    ({"unit": ["pages"]}, Lens(), ["“pages” is not one of articles, stories, outlets"]),
    ({"outlet": ["A", "A", ""]}, Lens(outlet=("A",)), []),
    ({"words": ["  a   b "]}, Lens(words="a b"), []),
    ({"nonsense": ["1"]}, Lens(), []),
    ({"pick": [str(n) for n in range(301)]}, Lens(article=tuple(str(n) for n in range(300))), ["301 values"]),
    ({"tag": [str(n) for n in range(150)]}, Lens(tag=tuple(str(n) for n in range(100))), ["150 values"]),
]


@pytest.mark.parametrize(("params", "lens", "problems"), BAD)
def test_bad_parameters_are_said_and_not_applied(params, lens, problems):
    got, sentences = Lens.from_params(params)
    assert got == lens
    assert len(sentences) == len(problems)
    assert all(p in s for p, s in zip(problems, sentences, strict=True))


MARKS = Marks({"later": frozenset({"a1", "a3"})}, frozenset({"a2"}), frozenset({"a4"}))
# lens → ids of the articles that pass (undated a4 stands last)
SELECTS = [
    (Lens(), "a1 a2 a3 a4"),
    (Lens(since=date(2025, 3, 2)), "a2 a3"),
    (Lens(until=date(2025, 3, 3)), "a1 a2"),
    (Lens(outlet=("The Post",)), "a1 a2"),
    (Lens(outlet=("The Post", "Courier")), "a1 a2 a3"),
    (Lens(topic=(1,)), "a3"),
    (Lens(article=("a3", "a1", "gone")), "a1 a3"),
    (Lens(topic=(-1,)), "a4"),
    (Lens(theme=(0,)), "a1 a2"),
    (Lens(entity=("ada-smith",)), "a1 a2"),
    (Lens(entity=("ada-smith", "aldmoor")), "a1 a2 a3"),
    (Lens(entity=("ada-smith", "aldmoor"), match="all"), "a1"),
    (Lens(entity=("ada-smith", "gone"), match="all"), ""),
    (Lens(entity=("gone",)), ""),
    (Lens(speaker=("ben-smith",)), "a2 a4"),
    (Lens(speaker=("aldmoor",)), ""),
    (Lens(tag=("later",)), "a1 a3"),
    (Lens(tag=("nobody",)), ""),
    (Lens(read="read"), "a2"),
    (Lens(read="unread"), "a1 a3 a4"),
    (Lens(read="starred"), "a4"),
    (Lens(words="harbour"), "a2 a3"),
    (Lens(words="harbour", outlet=("Courier",)), "a3"),
]


def find(query):
    return np.array([1, 2], np.int32) if query == "harbour" else np.empty(0, np.int32)


@pytest.mark.parametrize(("lens", "ids"), SELECTS)
def test_select(corpus, lens, ids):
    rows = lenses.select(corpus, lens, find, MARKS)
    assert rows.dtype == np.int32
    assert " ".join(corpus.articles.article_id.iloc[rows]) == ids


def test_blocking_names_the_filter_to_lift(corpus):
    lens = Lens(entity=("ada-smith",), outlet=("Courier",), since=date(2025, 1, 1))
    assert lenses.blocking(corpus, lens) == [("outlet", 2), ("entity", 1)]


def test_gone_names_what_the_pile_does_not_know(corpus):
    lens = Lens(entity=("ada-smith", "x"), topic=(9,), outlet=("Z",), speaker=("y",))
    assert set(lenses.gone(corpus, lens)) == {("entity", "x"), ("topic", "9"), ("outlet", "Z"), ("speaker", "y")}


@pytest.mark.parametrize("name", ["dates", "outlet", "topic", "theme", "entity", "speaker", "words", "tag", "read"])
def test_lifting_a_filter_keeps_the_others(name):
    full = Lens(
        since=date(2025, 1, 1), outlet=("A",), topic=(1,), theme=(1,), entity=("e",), speaker=("s",), words="w",
        tag=("t",), read="read", unit="stories",
    )  # fmt: skip
    lifted = full.without(name)
    assert set(full.narrows) - set(lifted.narrows) == {name}
    assert lifted.unit == "stories"

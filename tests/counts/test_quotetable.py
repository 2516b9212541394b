"""The table of quotations: words found in any column, order by any column, cells with all pieces."""

import numpy as np
import pandas as pd
import pytest

from dateline.counts import quotes, quotetable

from .quotepile import pile


@pytest.fixture(scope="module")
def small():
    return pile()


@pytest.fixture(scope="module")
def first(small):
    return quotes.first_pieces(small, np.arange(len(small)))


def ids(corpus, rows):
    return " ".join(corpus.quotes.quote_id.iloc[rows])


FOUND = [  # words, quotations
    ("", "n1-q0 n1-q1 n2-q0 n2-q1 n3-q0 n3-q1 n4-q0"),
    # whatever the case, in the words
    ("WALL", "n1-q1 n2-q0 n3-q0 n4-q0"),
    # in the second piece
    ("ever.”", "n1-q0"),
    # in the resolved name and not in the text
    ("ada wall", "n1-q1 n3-q0 n4-q0"),
    # as written, in the outlet, in the headline
    ("officials", "n2-q1"),
    ("bell", "n3-q0 n3-q1"),
    ("harbour never", "n1-q0"),
    # a pattern is taken as it stands
    ("w.ll", ""),
    ("(", ""),
]


@pytest.mark.parametrize(("words", "wanted"), FOUND)
def test_holding(small, first, words, wanted):
    assert ids(small, quotetable.holding(small, first, words)) == wanted


ORDERS = [
    # undated last, also where the order is turned
    ("published", False, "n1-q0 n1-q1 n2-q0 n2-q1 n3-q0 n3-q1 n4-q0"),
    ("who", False, "n3-q1 n1-q0 n1-q1 n3-q0 n4-q0 n2-q0 n2-q1"),
    ("sure", True, "n1-q0 n4-q0 n2-q0 n2-q1 n1-q1 n3-q0 n3-q1"),
    ("outlet", False, "n3-q0 n3-q1 n2-q0 n2-q1 n1-q0 n1-q1 n4-q0"),
    ("title", True, "n4-q0 n1-q0 n1-q1 n2-q0 n2-q1 n3-q0 n3-q1"),
    ("kind", False, "n1-q0 n2-q0 n3-q0 n4-q0 n3-q1 n1-q1 n2-q1"),
    # marks before the first word do not count
    ("words", False, "n3-q1 n1-q0 n2-q1 n3-q0 n1-q1 n2-q0 n4-q0"),
    ("pieces", True, "n1-q0 n1-q1 n2-q0 n2-q1 n3-q0 n3-q1 n4-q0"),
    ("elsewhere", True, "n1-q1 n2-q0 n3-q0 n4-q0 n2-q1 n3-q1 n1-q0"),
]


@pytest.mark.parametrize(("column", "descending", "wanted"), ORDERS)
def test_order(small, first, column, descending, wanted):
    assert ids(small, quotetable.ordered(first, quotetable.ranks(small, column), descending)) == wanted


def test_there_is_no_other_column(small):
    with pytest.raises(ValueError, match="not one of published"):
        quotetable.ranks(small, "colour")


def test_newest_first_keeps_undated_last(small, first):
    assert ids(small, quotetable.newest_first(small, first)) == "n3-q0 n3-q1 n2-q0 n2-q1 n1-q0 n1-q1 n4-q0"


def test_cells(small, first):
    table = quotetable.cells(small, first).set_index("quote_id")
    assert table.words["n1-q0"] == "“Never,” … “ever.”"
    assert table.pieces["n1-q0"] == 2
    # a pronoun is followed to a name, an unnamed speaker is shown as written, an unknown one is not shown
    assert table.who.to_dict() == {
        "n1-q0": "Ada", "n1-q1": "Ada", "n2-q0": "Ben", "n2-q1": "officials", "n3-q0": "Ada", "n3-q1": "",
        "n4-q0": "Ada",
    }  # fmt: skip
    assert np.isnan(table.sure["n3-q1"])
    assert table.sure["n1-q1"] == pytest.approx(0.85)
    assert table.elsewhere.to_dict()["n1-q1"] == 3
    assert pd.isna(table.published["n4-q0"])
    assert len(quotetable.cells(small, first[:0])) == 0

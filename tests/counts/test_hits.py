"""Hits of search terms over time."""

import numpy as np
import pandas as pd
import pytest

from dateline.counts.hits import over_time
from dateline.figures.hits import hits as figure
from tests.counts.piles import pile

CORPUS = pile([
    {"day": "2025-03-03", "outlet": "A"},
    {"day": "2025-03-04", "outlet": "A"},
    {"day": "2025-03-11", "outlet": "B"},
    {"day": None, "outlet": "B"},
])  # fmt: skip
FOUND = pd.DataFrame({"term": ["storm", "storm", "storm", "gate"], "row": [0, 1, 3, 2], "hits": [2, 1, 4, 1]})
ROWS = np.arange(4, dtype=np.int32)


def test_hits_and_units_by_period():
    got = over_time(CORPUS, ROWS, FOUND, grain="week")
    assert got.terms == ("storm", "gate")
    assert got.hits.tolist() == [[3, 0], [0, 1]]
    assert got.counts.tolist() == [[2, 0], [0, 1]]
    assert got.totals.tolist() == [2, 1]
    assert got.undated.tolist() == [4, 0]
    assert got.all_hits.tolist() == [7, 1]
    assert got.all_counts.tolist() == [3, 1]


def test_units_are_those_asked_for():
    got = over_time(CORPUS, ROWS, FOUND, grain="week", unit="outlets")
    assert got.counts.tolist() == [[1, 0], [0, 1]]


def test_the_frame_holds_only_what_is_there():
    frame = over_time(CORPUS, ROWS, FOUND, grain="week").frame()
    assert frame[["term", "hits", "count", "total"]].values.tolist() == [["storm", 3, 2, 2], ["gate", 1, 1, 1]]
    assert frame.whole.tolist() == [True, False]  # the pile ends on a Tuesday


def test_the_span_of_the_lens_is_the_span_shown():
    days = (int(CORPUS.day[0]), int(CORPUS.day[0]))
    got = over_time(CORPUS, ROWS, FOUND, grain="day", span=days)
    assert got.hits.tolist() == [[2], [0]]


def test_nothing_dated_is_none():
    assert over_time(CORPUS, ROWS[3:], FOUND.iloc[2:3]) is None
    with pytest.raises(ValueError, match="decade"):
        over_time(CORPUS, ROWS, FOUND, grain="decade")


def test_the_figure_has_a_row_a_term_on_one_scale():
    got = over_time(CORPUS, ROWS, FOUND, grain="week")
    cells = got.frame()
    terms = pd.DataFrame({"term": ["<b>storm", "gate"], "note": ["", ""]})
    made = figure(terms, cells, "week", (got.periods.starts[0], got.periods.ends[-1]), of="hits", unit="articles")
    assert len(made.data) == 2
    assert made.layout.yaxis.range == made.layout.yaxis2.range
    assert made.layout.yaxis.domain[0] > made.layout.yaxis2.domain[1]
    # a row of bars knows its cells
    assert made.data[1].customdata.tolist() == [[1, 1, 1]]
    assert "<b>storm" not in made.layout.annotations[0].text.replace("<b>&lt;b&gt;storm", "")

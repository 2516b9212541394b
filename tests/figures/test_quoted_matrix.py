"""The bars of who is quoted and the matrix of who quotes whom: what a click on them says, what their text is."""

import numpy as np
import pandas as pd
import pytest

from dateline.figures.matrix import matrix
from dateline.figures.quoted import quoted

SPEAKERS = pd.DataFrame(
    {"entity": ["Ada <b>Ek</b>", "Harbour Board"], "label": ["PERSON", "ORG"], "count": [4, 1], "quotations": [9, 1]}
)


def test_bars():
    figure = quoted(SPEAKERS, unit="articles", now=1)
    bar = figure.data[0]
    assert np.asarray(bar.customdata).tolist() == [[0, 4, 9], [1, 1, 1]]
    assert list(bar.text) == ["4", "1"]
    # names of articles are never markup
    assert figure.layout.yaxis.ticktext[0] == "Ada &lt;b&gt;Ek&lt;/b&gt;"
    assert figure.layout.yaxis.ticktext[1] == "<b>Harbour Board</b>"
    assert bar.marker.color[0] != bar.marker.color[1]
    assert bar.marker.opacity[1] > bar.marker.opacity[0]


def test_bars_of_nobody():
    assert len(quoted(SPEAKERS.iloc[:0], unit="stories").data[0].y) == 0


TABLE = pd.DataFrame([[9, 0], [1, 4]], index=["The <i>Post</i>", "Bell"], columns=["ada", "ben"])
CELLS = [
    # (scale, words of the cells)
    ("count", [["9", ""], ["1", "4"]]),
    ("share", [["90%", ""], ["10%", "40%"]]),
]


@pytest.mark.parametrize(("scale", "words"), CELLS)
def test_matrix(scale, words):
    figure = matrix(TABLE, ["Ada", "Ben"], scale=scale, totals=np.array([10, 10]), now=(1, 0))
    heat = figure.data[0]
    assert [list(r) for r in heat.text] == words
    # row, column and quotations of a cell; an empty cell has no colour and no click
    assert np.asarray(heat.customdata)[1, 1].tolist() == [1, 1, 4]
    assert np.isnan(heat.z[0][1])
    assert not heat.hoverongaps
    assert "<i>" not in figure.layout.yaxis.ticktext[0]
    shape = figure.layout.shapes[0]
    assert (shape.x0, shape.y0) == (-0.5, 0.5)


def test_matrix_of_one_cell():
    figure = matrix(TABLE.iloc[:1, :1], ["Ada"], scale="count", totals=np.array([9]))
    assert figure.data[0].z.shape == (1, 1)
    assert not figure.layout.shapes

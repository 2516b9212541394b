"""Paragraphs, hard-wrapped lines, place lines."""

import pytest

from dateline.annotate.quotes.paragraphs import body, split

WRAPPED = """The harbour board said on Tuesday that the outer wall of
the port would be rebuilt before the winter, at a cost that
it did not name.
    The mayor, who had asked for the wall to be closed, said
she had not been told of the plan before it was announced to
the press.
"""


def test_blank_lines_and_single_breaks_end_paragraphs():
    text = "First one here.\n\nSecond.\nThird. "
    assert [text[p.start : p.end] for p in split(text)] == ["First one here.", "Second.", "Third."]
    assert [p.gap for p in split(text)] == [True, True, False]


def test_wrapped_lines_are_joined():
    found = [WRAPPED[p.start : p.end] for p in split(WRAPPED)]
    assert len(found) == 2
    assert found[0].startswith("The harbour")
    assert found[0].endswith("did not name.")
    assert found[1].startswith("The mayor")


PLACES = [
    ("ALDMOOR, March 3 (Agency) — The wall fell.", "ALDMOOR, March 3 (Agency) —"),
    ("ALDMOOR (Agency) - The wall fell.", "ALDMOOR (Agency) -"),
    ("Dec 7 (Agency) - The wall fell.", "Dec 7 (Agency) -"),
    ("PORT ALD, England -- The wall fell.", "PORT ALD, England --"),
    # no place line
    ("The mayor - who left - said so.", ""),
    ("NATO - the alliance - said so.", ""),
    ("Sen. Ada Hale (R-Ald.) - a doctor - said so.", ""),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_body(text, place):
    (p,) = split(text)
    assert text[: body(text, p)] == place

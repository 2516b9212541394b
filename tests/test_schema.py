"""The contract: types, unknowns, and what check refuses."""

import pandas as pd
import pytest

from dateline import schema
from dateline.contract import describe
from dateline.errors import FrameError

from .conftest import TEXTS


@pytest.mark.parametrize("name", schema.FRAMES)
def test_empty_frames_keep_the_contract(name):
    frame = schema.empty(name)
    assert list(frame.columns) == schema.FRAMES[name].names
    schema.check(name, frame)


@pytest.mark.parametrize("name", schema.FRAMES)
def test_small_pile_keeps_the_contract(name, frames):
    schema.check(name, frames[name], TEXTS)


def test_conform_fills_unknowns():
    frame = schema.conform(
        "mentions", [{"article_id": "a", "start": 3, "end": 5, "text": "xy", "label": "ORG", "role": None}]
    )
    row = frame.iloc[0]
    assert (row.role, row.entity_id, row.sentence_start) == ("", "", -1)


def test_conform_keeps_further_columns():
    assert list(schema.conform("topics", [{"topic_id": 1, "extra": 9}]).extra) == [9]


# what is wrong with the frame → words of the message
BROKEN = [
    (lambda f: f.drop(columns="label"), "mentions: column label is missing"),
    (lambda f: f.assign(start=f.start.astype("float64")), "mentions.start has type float64"),
    (lambda f: f.assign(start=f.start + 1), "is not its text"),
    (lambda f: f.assign(article_id="elsewhere"), "is not its text"),
]


@pytest.mark.parametrize(("breaking", "words"), BROKEN)
def test_check_says_what_is_wrong(breaking, words, frames):
    with pytest.raises(FrameError, match=words.replace(".", r"\.")):
        schema.check("mentions", breaking(frames["mentions"]), TEXTS)


def test_check_refuses_an_id_that_stands_twice(frames):
    twice = pd.concat([frames["articles"]] * 2, ignore_index=True)
    with pytest.raises(FrameError, match="'a1' stands twice"):
        schema.check("articles", twice)


def test_the_page_about_the_frames_is_true():
    from pathlib import Path

    page = Path(__file__).parents[1] / "docs" / "frames.md"
    assert page.read_text(encoding="utf-8") == describe(), "write it anew: python -m dateline frames > docs/frames.md"

"""Records and dates of publication in, the times frame out."""

from datetime import datetime

import pandas as pd

from dateline import schema
from dateline.annotate.record import Record
from dateline.annotate.times import find
from dateline.load.article import Article
from dateline.resolve.times import times

TEXT = "It closed. The council voted on Monday to open it in 2017."


def frame(*published):
    articles = [Article(TEXT, published=p) for p in published]
    record = Record(times=tuple(find(TEXT)), sentences=((0, 10), (11, len(TEXT))))
    return times(articles, [record] * len(articles), [f"a{i}" for i in range(len(articles))])


def test_rows_are_those_of_the_contract():
    got = frame(datetime(2015, 12, 2, 8), None)
    schema.check("times", got, {"a0": TEXT, "a1": TEXT})
    assert list(got.article_id) == ["a0", "a0", "a1", "a1"]
    assert list(got.text) == ["Monday", "2017"] * 2
    assert list(got.value) == ["2015-11-30", "2017", "XXXX-WXX-1", "2017"]
    assert list(got.earliest) == [pd.Timestamp("2015-11-30"), pd.Timestamp("2017"), pd.NaT, pd.Timestamp("2017")]
    assert got.latest[1] == pd.Timestamp("2017-12-31 23:59:59.999999")
    assert list(got.how[[0, 2]]) == ["the Monday before publication", "left open: the date of publication is not known"]


def test_sentences():
    got = frame(None)
    assert list(got.sentence_start) == [11, 11]
    assert list(got.sentence_end) == [len(TEXT)] * 2


def test_no_sentences_and_no_times():
    alone = times([Article(TEXT)], [Record(times=tuple(find(TEXT)))], ["a"])
    assert list(alone.sentence_start) == [-1, -1]
    schema.check("times", times([Article("")], [Record()], ["a"]))


def test_old_dates_survive():
    text = "The abbey was founded in 1123, in the 12th century."
    got = times([Article(text)], [Record(times=tuple(find(text)))], ["a"])
    assert got.earliest[0] == pd.Timestamp("1123-01-01")
    assert got.earliest[1] == pd.Timestamp("1100-01-01")

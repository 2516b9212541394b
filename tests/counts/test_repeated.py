"""Groups of repeated quotations: outlets before articles, different speakers only where they are sure and in marks."""

import numpy as np
import pytest

from dateline.counts import quotes
from dateline.counts.repeated import groups, wordings

from .quotepile import pile


@pytest.fixture(scope="module")
def small():
    return pile()


def of(corpus, *articles):
    rows = np.flatnonzero(corpus.articles.article_id.isin(articles).to_numpy())
    return quotes.first_pieces(corpus, rows)


def test_groups(small):
    found = groups(small, of(small, "n1", "n2", "n3", "n4"))
    assert [small.echo_ids[e] for e in found.echo] == ["x1", "x2"]
    assert found[["outlets", "articles", "quotations"]].to_numpy().tolist() == [[3, 4, 4], [2, 2, 2]]
    # Ben and, in the undated article, Ada; told in other words ("she") it would not count
    assert found.speakers.tolist() == [2, 0]


def test_a_group_needs_a_second_article_among_those_shown(small):
    assert len(groups(small, of(small, "n2"))) == 0
    two = groups(small, of(small, "n1", "n2"))
    assert two.articles.tolist() == [2]
    # her words stand there without marks, so that only Ben is quoted
    assert two.speakers.tolist() == [1]
    assert len(groups(small, np.empty(0, np.int64))) == 0


def test_wordings(small):
    rows = of(small, "n1", "n2", "n3", "n4")
    found = wordings(small, rows[small.quote_echo[rows] == small.echo_ids.get_loc("x1")])
    # those that differ in case and marks are one wording, newest first, undated last
    assert [w.text for w in found] == ["“the wall is quite safe”", "“The Wall is safe,”"]
    assert [small.quotes.quote_id.iat[r] for r in found[1].rows] == ["n2-q0", "n1-q1", "n4-q0"]
    assert [(c.how, c.was) for c in found[1].changes if c.how != "equal"] == [("delete", "quite")]
    assert {c.how for c in found[0].changes} == {"equal"}

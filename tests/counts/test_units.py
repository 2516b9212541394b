"""Counting articles, stories and outlets: each unit once."""

import numpy as np
import pytest

from dateline.counts import units
from dateline.counts.summary import summary
from dateline.counts.top import company, together, top_entities, top_speakers

ALL = np.arange(4, dtype=np.int32)


@pytest.mark.parametrize(("unit", "n"), [("articles", 4), ("stories", 3), ("outlets", 3)])
def test_total(corpus, unit, n):
    assert units.total(corpus, ALL, unit) == n


# a1 and a2 are one story of one outlet
@pytest.mark.parametrize(("unit", "n"), [("articles", [2, 1]), ("stories", [1, 1]), ("outlets", [1, 1])])
@pytest.mark.parametrize("large", [False, True])
def test_distinct_counts_each_unit_once(corpus, unit, n, large, monkeypatch):
    groups, articles = np.array([0, 0, 0, 1]), np.array([0, 0, 1, 2])
    size = 2_000_000 if large else 2  # beyond the table, pairs are sorted instead
    assert list(units.distinct(corpus, groups, articles, size, unit)[:2]) == n


def test_another_unit_is_refused(corpus):
    with pytest.raises(ValueError, match="'pages' is not one of"):
        units.unit_codes(corpus, "pages")


def test_summary_line(corpus):
    assert summary(corpus, ALL).line == "4 articles · 3 distinct stories · 2 outlets"
    assert summary(corpus, ALL[:1]).line == "1 of 4 articles · 1 distinct story · 1 outlet"


def test_top_entities(corpus):
    top = top_entities(corpus, ALL)
    assert list(zip(top.entity, top["count"], top.mentions, strict=True)) == [
        ("Ada Smith", 2, 3),
        ("Aldmoor", 2, 2),
        ("Ben Smith", 2, 2),
    ]
    assert list(top_entities(corpus, ALL, labels=("GPE",)).entity) == ["Aldmoor"]
    assert list(top_entities(corpus, ALL, unit="stories")["count"]) == [2, 2, 1]
    assert len(top_entities(corpus, np.empty(0, np.int32))) == 0


def test_top_speakers(corpus):
    top = top_speakers(corpus, ALL)
    assert list(zip(top.entity, top["count"], strict=True)) == [("Ben Smith", 2), ("Ada Smith", 1)]


def test_company(corpus):
    ada = corpus.entity_code("ada-smith")
    assert set(company(corpus, ada, ALL).entity) == {"Aldmoor", "Ben Smith"}
    pairs = together(corpus, [corpus.entity_code(e) for e in ("ada-smith", "ben-smith", "aldmoor")], ALL)
    assert sorted(pairs["count"]) == [1, 1]

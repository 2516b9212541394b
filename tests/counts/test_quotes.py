"""Counts of quotations: a quotation once however many pieces, units, outlets × speakers, periods."""

import numpy as np
import pandas as pd
import pytest

from dateline import schema
from dateline.corpus import Corpus
from dateline.counts.quotes import (
    first_pieces,
    how_known,
    narrowed,
    over_time,
    quoted,
    rows_in,
    who_quotes_whom,
)

from .quotepile import pile

ARTICLES = {  # id: day, outlet, story
    "k1": ("2024-01-01", "Post", "s1"),
    "k2": ("2024-01-02", "Courier", "s1"),
    "k3": ("2024-01-02", "Post", "s2"),
    "k4": (None, "", "s3"),
}
QUOTES = [  # article, quotation, speaker, text, resolved
    ("k1", "q0", "ada", "“Never,”", "named"),
    ("k1", "q0", "ada", "“ever.”", "named"),
    ("k1", "q1", "ada", "the Wall is safe", "pronoun"),
    ("k2", "q0", "ada", "the wall is safe", "named"),
    ("k2", "q1", "ben", "no", "named"),
    ("k3", "q0", "ben", "yes", "role"),
    ("k3", "q1", "", "perhaps", "unnamed"),
    ("k4", "q0", "ada", "who knows", "named"),
]
LABELS = {"ada": "PERSON", "ben": "ORG", "cleo": "PERSON"}


@pytest.fixture
def small():
    frames = {n: schema.empty(n) for n in schema.FRAMES}
    articles = [
        {"article_id": i, "text": "x" * 40, "published": pd.Timestamp(d) if d else pd.NaT, "source": o, "story_id": s}
        for i, (d, o, s) in ARTICLES.items()
    ]
    quotes = [
        {
            "article_id": a, "quote_id": f"{a}-{q}", "start": n, "end": n + 1, "text": t, "speaker_entity_id": who,
            "speaker_entity": who.title(), "resolved": how, "kind": "direct",
        }
        for n, (a, q, who, t, how) in enumerate(QUOTES)
    ]  # fmt: skip
    entities = [{"entity_id": e, "entity": e.title(), "label": label} for e, label in LABELS.items()]
    for name, data in {"articles": articles, "quotes": quotes, "entities": entities}.items():
        frames[name] = schema.conform(name, data)
    return Corpus(frames, {})


def rows(corpus, *ids):
    keep = corpus.articles.article_id.isin(ids or ARTICLES)
    return np.flatnonzero(keep.to_numpy()).astype(np.int32)


def test_rows_in(small):
    assert small.quotes.text.iloc[rows_in(small, rows(small, "k3"))].tolist() == ["yes", "perhaps"]
    assert len(rows_in(small, rows(small, "nothing"))) == 0


UNITS = [
    # (unit, of Ada, of Ben): Ada speaks in three articles of two stories, in two outlets and one unknown
    ("articles", 3, 2),
    ("stories", 2, 2),
    ("outlets", 3, 2),
]


@pytest.mark.parametrize(("unit", "ada", "ben"), UNITS)
def test_quoted(small, unit, ada, ben):
    table = quoted(small, rows(small), unit=unit).set_index("entity_id")
    assert (table["count"]["ada"], table["count"]["ben"]) == (ada, ben)
    # two pieces are one quotation
    assert table.quotations.to_dict() == {"ada": 4, "ben": 2}
    assert "cleo" not in table.index


def test_quoted_keeps_labels_order_and_limit(small):
    assert quoted(small, rows(small)).entity.tolist() == ["Ada", "Ben"]
    assert quoted(small, rows(small), labels=("ORG",)).entity.tolist() == ["Ben"]
    assert quoted(small, rows(small), limit=1).entity.tolist() == ["Ada"]
    assert quoted(small, rows(small, "k3")).entity.tolist() == ["Ben"]
    assert small.entities.entity.iloc[quoted(small, rows(small)).code[0]] == "Ada"
    assert len(quoted(small, rows(small, "nothing"))) == 0


def test_who_quotes_whom(small):
    table = who_quotes_whom(small, rows(small))
    # the article without an outlet and the quotation without a speaker are not in it
    assert table.to_dict("index") == {"Post": {"ada": 2, "ben": 1}, "Courier": {"ada": 1, "ben": 1}}
    assert list(table.index) == ["Post", "Courier"]
    assert list(table.columns) == ["ada", "ben"]
    assert who_quotes_whom(small, rows(small), unit="articles").loc["Post", "ada"] == 1
    assert who_quotes_whom(small, rows(small), speakers=1, outlets=1).shape == (1, 1)
    assert who_quotes_whom(small, rows(small, "nothing")).shape == (0, 0)


def test_another_unit_is_refused(small):
    with pytest.raises(ValueError, match="not one of quotations"):
        who_quotes_whom(small, rows(small), unit="words")


def test_over_time(small):
    ada = small.entity_code("ada")
    table = over_time(small, ada, rows(small), grain="day")
    assert [d.isoformat()[:10] for d in table.start] == ["2024-01-01", "2024-01-02"]
    assert table["count"].tolist() == [1, 1]
    assert table.quotations.tolist() == [2, 1]
    # all articles of the day, for the share
    assert table.total.tolist() == [1, 2]


def test_over_time_with_words(small):
    table = over_time(small, small.entity_code("ada"), rows(small), grain="day", text="the WALL")
    assert table.quotations.tolist() == [1, 1]
    # words of the second piece find the quotation
    assert over_time(small, small.entity_code("ada"), rows(small), grain="day", text="ever.”").quotations.sum() == 1


def test_over_time_without_dates(small):
    assert len(over_time(small, small.entity_code("ada"), rows(small, "k4"))) == 0


def test_how_known(small):
    table = how_known(small, rows(small)).set_index("resolved")
    assert table.quotations.to_dict() == {
        "named": 4, "short name": 0, "pronoun": 1, "role": 1, "unnamed": 1, "document": 0, "unresolved": 0, "hand": 0,
    }  # fmt: skip
    assert table.share.sum() == pytest.approx(1)
    assert how_known(small, rows(small, "nothing")).share.sum() == 0


NARROWED = [
    ({"kinds": ("indirect",)}, "n1-q1 n2-q1"),
    ({"resolved": ("unnamed", "unresolved")}, "n2-q1 n3-q1"),
    # 0.9 and more; an unknown speaker is neither sure nor unsure
    ({"sure": ("sure",)}, "n1-q0 n2-q0 n2-q1 n4-q0"),
    ({"sure": ("unsure",)}, "n3-q0"),
    ({"sure": ("fairly sure", "unsure")}, "n1-q1 n3-q0"),
    ({"speakers": (1,)}, "n2-q0"),
    ({"kinds": ("direct",), "speakers": (0,), "sure": ("sure",)}, "n1-q0 n4-q0"),
    ({}, "n1-q0 n1-q1 n2-q0 n2-q1 n3-q0 n3-q1 n4-q0"),
]


@pytest.mark.parametrize(("filters", "wanted"), NARROWED)
def test_narrowed(filters, wanted):
    corpus = pile()
    first = first_pieces(corpus, np.arange(len(corpus)))
    assert " ".join(corpus.quotes.quote_id.iloc[narrowed(corpus, first, **filters)]) == wanted


def test_counts_of_chosen_quotations():
    corpus, every = pile(), np.arange(4)
    direct = narrowed(corpus, first_pieces(corpus, every), kinds=("direct",))
    assert quoted(corpus, every, of=direct).quotations.tolist() == [3, 1]
    assert who_quotes_whom(corpus, every, of=direct).to_numpy().sum() == 4
    assert how_known(corpus, every, of=direct).quotations.sum() == 4
    assert over_time(corpus, 0, every, grain="month", of=direct).quotations.tolist() == [1, 1]


def test_a_span_leaves_out_what_lies_beyond_it():
    corpus = pile()
    first, last = (corpus.day[n] for n in (0, 1))
    cells = over_time(corpus, 0, np.arange(4), grain="month", span=(int(first), int(last)))
    assert cells.quotations.tolist() == [2]
    assert cells.whole.tolist() == [False]

"""Places of every kind, what to try instead, a query as a reader writes it, and lists of names."""

import numpy as np
import pandas as pd
import pytest

from dateline import schema, search
from dateline.corpus import Corpus
from dateline.search import Finder, Lists, names_in, parse
from dateline.search.instead import nearest
from dateline.search.tree import said
from tests.conftest import MANIFEST, small_frames


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    frames = small_frames()
    return Corpus(frames, MANIFEST), search.Index.open(tmp_path_factory.mktemp("index"), frames)


def cut(corpus, row, places):
    part = {"text": corpus.articles.text, "title": corpus.articles.title}
    return [part[p.part].iat[row][p.start : p.end] for p in places]


PLACES = [
    # words of headline and text, the headline first
    ("report OR harbour", "a2", ["Report", "harbour"]),
    # all mentions of whoever goes by the name, short ones too
    ('entity:"ada smith"', "a1", ["Ada Smith", "Smith"]),
    ("entity:smi*", "a2", ["Ben Smith", "Ada Smith"]),
    # what a speaker said
    ('speaker:"ben smith"', "a2", ["the harbour was closed"]),
    # of two places that overlap the longer
    ("smith entity:ada", "a1", ["Ada Smith", "Smith"]),
    # an outlet stands nowhere in a text
    ("outlet:post", "a1", []),
]


@pytest.mark.parametrize(("query", "article", "expected"), PLACES)
def test_places(query, article, expected, small):
    corpus, _ = small
    row = corpus.article_row(article)
    assert sorted(cut(corpus, row, Finder(corpus, query).places(row))) == sorted(expected)


def test_context_with_places_shows_headlines_and_names(small):
    corpus, index = small
    rows = search.matching(corpus, index, "entity:aldmoor")
    found = search.context(
        corpus.articles, rows, "entity:aldmoor", places=Finder(corpus, "entity:aldmoor").places
    )  # fmt: skip
    assert set(found.hit) == {"Aldmoor"}
    assert set(found.part) == {"text"}
    headlines = search.context(corpus.articles, rows, "report", places=Finder(corpus, "report").places)
    assert set(headlines.part) == {"title"}
    assert len(headlines) == len(rows)


def test_by_term_counts_near_only_where_it_is_near(small):
    corpus, index = small
    found = search.by_term(corpus, index, "rebuild NEAR/1 said")
    assert found.groupby("term").hits.sum().to_dict() == {"rebuild": 1, "said": 1}
    near = search.by_term(corpus, index, "smith NEAR/0 said")
    assert near[near.term == "smith"].hits.sum() == 1
    alone = search.by_term(corpus, index, "smith")
    assert alone.hits.sum() == 5


SAID = [
    "harbour",
    '"harbour wall"',
    "flood*",
    "title:storm",
    'speaker:"ada quill"',
    "storm NEAR/5 bridge",
    "(storm OR flood) bridge",
    "harbour NOT storm",
    "harbour NOT (storm OR flood)",
    "(a b) OR (c d)",
    "(storm NEAR/3 bridge) NOT gate",
]


@pytest.mark.parametrize("query", SAID)
def test_a_tree_is_said_so_that_it_is_read_again(query):
    assert parse(said(parse(query))) == parse(query)


TEXTS = ["The harbour wall broke.", "A quiet day in the harbour.", "Flooding on the quay.", "Ada Quill spoke."]


@pytest.fixture(scope="module")
def words(tmp_path_factory):
    frames = {name: schema.empty(name) for name in schema.FRAMES}
    frames["articles"] = schema.conform(
        "articles", [{"article_id": f"a{n}", "text": t, "title": "", "published": pd.NaT} for n, t in enumerate(TEXTS)]
    )
    return Corpus(frames, {}), search.Index.open(tmp_path_factory.mktemp("words"), frames)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("harbor", "harbour"), ("quai", "quay"), ("Zzzzzz", None), ("of", None), ("uarbour", "harbour")],
)
def test_nearest_spelling(word, expected, words):
    found = nearest(words[1], word.lower())
    assert (found[0] if found else None) == expected


INSTEAD = [
    ("harbor wall", "harbour wall"),
    ('"wall harbour"', "wall harbour"),
    ("harbour elephant", "harbour"),
    ("floods", "floo*"),
    ("title:harbour", "harbour"),
    ("harbour NEAR/0 broke", "harbour broke"),
]


@pytest.mark.parametrize(("query", "expected"), INSTEAD)
def test_what_to_try_instead_finds_something(query, expected, words):
    corpus, index = words
    rows = np.arange(len(corpus), dtype=np.int32)
    assert len(search.matching(corpus, index, query)) == 0
    found = {i.query: i for i in search.instead(corpus, index, query, rows)}
    assert expected in found
    assert found[expected].articles == len(search.matching(corpus, index, expected))


def test_nothing_near_is_nothing(words):
    corpus, index = words
    assert search.instead(corpus, index, "xylophones", np.arange(4, dtype=np.int32)) == []


NAMES = [
    ("Ada Quill\nBen Lund\n\nAda Quill\n", ["Ada Quill", "Ben Lund"]),
    # a comma belongs to a name where the lines are no table
    ("Quill, Ada\nLund, Ben", ["Quill, Ada", "Lund, Ben"]),
    ("id;Name;born\n1;Ada Quill;1961\n2;Ben Lund;1970", ["Ada Quill", "Ben Lund"]),
    ('name,note\n"Quill, Ada",x\nBen Lund,y', ["Quill, Ada", "Ben Lund"]),
    ("\ufeff# a note\n Harbour   Board \n", ["Harbour Board"]),
    ("", []),
    ("  \n\n", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names_in_a_text(text, expected):
    assert names_in(text) == expected


def test_lists_are_kept_under_the_same_id(tmp_path):
    lists = Lists(tmp_path / "lists")
    assert lists.get("nothing") is None
    key = lists.keep(["Ada Quill", "Ben Lund"])
    assert lists.keep(["Ada Quill", "Ben Lund"]) == key
    assert Lists(tmp_path / "lists").get(key) == ["Ada Quill", "Ben Lund"]
    for bad in ("../lists/" + key, "*", "", key + ".txt", "/etc/passwd"):
        assert lists.get(bad) is None

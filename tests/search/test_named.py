"""Names in a query count as readers corrected them, though the index was made before."""

import pytest

from dateline.corpus import Corpus
from dateline.search import Index, by_term, found, matching

from ..conftest import MANIFEST


@pytest.fixture
def corrected(frames, tmp_path) -> tuple[Corpus, Index]:
    """The small pile, Ada Smith renamed Ada Quill and Ben Smith Ben Orley, with the index of before."""
    index = Index.open(tmp_path, frames)
    entities, mentions, quotes = (frames[n].copy() for n in ("entities", "mentions", "quotes"))
    ada, ben = (entities.entity_id == i for i in ("ada-smith", "ben-smith"))
    entities.loc[ada, "entity"], entities.loc[ben, "entity"] = "Ada Quill", "Ben Orley"
    entities["aliases"] = [[n] for n in entities.entity]
    gone = (mentions.entity_id == "ben-smith") & (mentions.article_id == "a4")
    return Corpus(frames | {"entities": entities, "mentions": mentions[~gone], "quotes": quotes}, MANIFEST), index


CASES = [
    ("entity:quill", ["a1", "a2"]),
    ("entity:qui*", ["a1", "a2"]),
    ('entity:"ada quill"', ["a1", "a2"]),
    ('entity:"quill ada"', []),
    ("entity:smith", []),  # nobody goes by that name any more
    ("entity:orley", ["a2"]),
    ("speaker:orley", ["a2", "a4"]),
    ("speaker:smith", []),
    ("harbour NOT entity:orley", ["a3"]),
    ("entity:quill AND harbour", ["a2"]),
    ("entity:orley OR reopened", ["a2", "a3"]),
    ("smith", ["a1", "a2", "a4"]),  # the words of texts are what they are
]


@pytest.mark.parametrize(("query", "ids"), CASES)
def test_articles(query, ids, corrected):
    corpus, index = corrected
    assert sorted(corpus.articles.article_id.iloc[matching(corpus, index, query)]) == ids
    assert sorted(corpus.articles.article_id.iloc[found(corpus, index, query).row]) == ids


def test_hits_of_a_name_count_once_an_article(corrected):
    counted = by_term(*corrected, "entity:quill")
    assert counted.hits.tolist() == [1, 1]

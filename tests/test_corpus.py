"""The corpus: reading order, codes and index, whatever order the frames come in."""

import numpy as np
import pytest

from dateline import corpus as corpora
from dateline.corpus import UNDATED, Corpus, Index

from .conftest import MANIFEST


def test_undated_articles_stand_last(corpus):
    assert list(corpus.articles.article_id) == ["a1", "a2", "a3", "a4"]
    assert corpus.dated == 3
    assert corpus.day[3] == UNDATED
    assert np.diff(corpus.day[:3]).min() > 0


def test_the_order_of_the_rows_does_not_matter(frames):
    turned = {name: frame.iloc[::-1].reset_index(drop=True) for name, frame in frames.items()}
    a, b = Corpus(frames, MANIFEST), Corpus(turned, MANIFEST)
    assert list(a.articles.article_id) == list(b.articles.article_id)
    assert list(a.mentions.text) == list(b.mentions.text)
    assert list(a.mentions.entity_id) == list(b.entities.entity_id.iloc[b.mention_entity])


def test_codes_lead_back_to_names(corpus):
    assert list(corpus.outlets[corpus.outlet]) == list(corpus.articles.source)
    assert list(corpus.stories[corpus.story]) == list(corpus.articles.story_id)
    assert list(corpus.entities.entity_id.iloc[corpus.quote_speaker]) == ["ada-smith", "ben-smith", "ben-smith"]


@pytest.mark.parametrize(("entity", "articles"), [("ada-smith", [0, 1]), ("ben-smith", [1, 3]), ("aldmoor", [0, 2])])
def test_articles_of_an_entity(corpus, entity, articles):
    assert list(corpus.entity_articles.of_code(corpus.entity_code(entity))) == articles


def test_unknown_ids(corpus):
    assert corpus.entity_code("nobody") == corpus.article_row("none") == -1
    assert len(corpus.entity_articles.of_code(-1)) == 0


def test_rows_of_an_article_are_a_slice(corpus):
    assert list(corpus.mentions.iloc[corpus.rows_of("mentions", 1)].text) == ["Ben Smith", "Ada Smith"]
    assert len(corpus.times.iloc[corpus.rows_of("times", 0)]) == 0


def test_index_leaves_out_unknown_codes():
    index = Index.of(np.array([1, -1, 0, 1], np.int32), 3)
    assert [list(index.of_code(c)) for c in range(3)] == [[2], [0, 3], []]
    assert list(index.of_codes([0, 1])) == [0, 2, 3]


def test_empty_corpus():
    empty = corpora.empty()
    assert (len(empty), empty.span, empty.dated) == (0, None, 0)

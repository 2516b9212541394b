"""Copies by a threshold that is moved, and the stories that are listed by them."""

import numpy as np
import pandas as pd
import pytest

from dateline import schema
from dateline.corpus import Corpus
from dateline.counts.copies import groups, likeness, pairs
from dateline.counts.storied import members, stories


def pile(copies, size=6, of=()):
    """Articles a0, a1 ... a day apart; ``copies``: (one, other, similarity); ``of``: the story of each."""
    rows = [
        {"article_id": f"a{i}", "published": pd.Timestamp("2025-03-01") + pd.Timedelta(days=i), "source": f"o{i % 2}",
         "story_id": of[i] if of else f"s{i}"}
        for i in range(size)
    ]  # fmt: skip
    frames = {n: schema.empty(n) for n in schema.FRAMES} | {"articles": schema.conform("articles", rows)}
    if copies:
        frames["copies"] = schema.conform(
            "copies", [{"article_id": a, "other_id": b, "similarity": s} for a, b, s in copies]
        )
    return Corpus(frames, {})


CHAIN = [("a4", "a3", 0.9), ("a3", "a0", 0.7), ("a5", "a1", 0.35)]
# percent → group of each article
MOVED = [(30, [0, 1, 2, 0, 0, 1]), (60, [0, 1, 2, 0, 0, 5]), (80, [0, 1, 2, 3, 3, 5]), (100, [0, 1, 2, 3, 4, 5])]


@pytest.mark.parametrize(("percent", "expected"), MOVED)
def test_groups_follow_the_threshold(percent, expected):
    assert groups(pile(CHAIN), percent).tolist() == expected


def test_a_long_chain_is_one_group():
    size = 60
    links = [(f"a{i}", f"a{i + 1}", 0.9) for i in range(size - 1)][::-1]
    assert not groups(pile(links, size), 60).any()


def test_pairs_of_articles_that_are_gone_are_left_out():
    assert len(pairs(pile([("a0", "elsewhere", 0.9), ("a0", "a1", 0.6)])).one) == 1


def test_a_pile_without_pairs_has_those_of_its_copies():
    corpus = pile([])
    articles = corpus.articles.assign(duplicate_of=["", "", "a0", "", "", ""])
    frames = {n: schema.empty(n) for n in schema.FRAMES} | {"articles": articles}
    assert groups(Corpus(frames, {}), 100).tolist() == [0, 1, 0, 3, 4, 5]


def test_likeness_is_the_same_either_way_round():
    corpus = pile(CHAIN)
    assert likeness(corpus, 3, 4) == likeness(corpus, 4, 3) == 90
    assert likeness(corpus, 0, 1) == -1


def test_stories_by_event_and_by_wording():
    corpus = pile(CHAIN, of=["s", "t", "s", "s", "u", "t"])
    rows = np.arange(6, dtype=np.int32)
    by_event = stories(corpus, rows, "event", 60)
    assert by_event.versions.tolist() == [3, 2, 1]
    assert by_event.texts.tolist() == [2, 2, 1]
    assert by_event.outlets.tolist() == [2, 1, 1]
    by_words = stories(corpus, rows, "copies", 60)
    assert by_words["first"].tolist()[0] == 0
    assert by_words.versions.tolist() == [3, 1, 1, 1]
    newest = stories(corpus, rows, "event", 60, "newest")
    assert newest.end.tolist() == sorted(newest.end, reverse=True)


def test_stories_count_only_what_is_shown():
    corpus = pile(CHAIN, of=["s"] * 6)
    rows = np.array([1, 4], np.int32)
    found = stories(corpus, rows, "event", 60)
    assert found.versions.tolist() == [2]
    assert members(corpus, rows, "event", int(found.story[0])).tolist() == [1, 4]


def test_no_articles_no_stories():
    assert not len(stories(pile(CHAIN), np.empty(0, np.int32)))

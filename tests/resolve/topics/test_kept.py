"""Readers' edits: at once over the frames, and in the models from which the next version is made."""

import numpy as np
import pandas as pd
import pytest

from dateline.corrections.retopic import laid_over
from dateline.corrections.topics import TopicEdits
from dateline.resolve.topics import filled, kept
from tests.resolve.topics.invented import pile


@pytest.fixture(scope="module")
def articles():
    return pile()


@pytest.fixture
def edits(tmp_path):
    made = TopicEdits(tmp_path / "topics.sqlite")
    yield made
    made.close()


def version(articles, folder, edits, wanted=0):
    """Articles, topics and leaves as the next version of a pile has them."""
    now = kept.current(articles, folder, wanted, edits)
    return (*filled(articles, now.model, now.place), now.leaves())


def names(topics):
    return dict(zip(topics.topic_id.astype(int), topics.topic, strict=True))


def same(one, other):
    columns = ["topic_id", "topic", "theme_id", "theme"]
    pd.testing.assert_frame_equal(one[columns], other[columns])


STEPS = {
    "rename": lambda e, k: e.rename(1, "The port", k),
    "theme": lambda e, k: e.rename_theme(0, "Ports", {0: "x"}),
    "merge": lambda e, k: e.merge([2, 0], k),
    "exclude": lambda e, k: e.exclude(3, k),
    "all": lambda e, k: (e.merge([2, 0], k), e.rename(2, "Both", k), e.exclude(3, k), e.rename(1, "One", k)),
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_what_shows_at_once_is_what_the_next_version_has(step, articles, edits, tmp_path):
    frame, topics, leaves = version(articles, tmp_path / "state", edits, 4)
    step(edits, names(topics))
    at_once = laid_over(frame, topics, leaves, edits.standing())
    later, later_topics, later_leaves = version(articles, tmp_path / "state", edits)
    same(at_once.articles, later)
    assert names(at_once.topics) == names(later_topics)
    # the next version has the edit already: laid over it, nothing changes
    same(laid_over(later, later_topics, later_leaves, edits.standing()).articles, later)
    assert later.topic_id.tolist() != frame.topic_id.tolist() or later.topic.tolist() != frame.topic.tolist() or (
        later.theme.tolist() != frame.theme.tolist()
    )  # fmt: skip


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_undo_brings_back_what_was_before_the_next_version_too(step, articles, edits, tmp_path):
    frame, topics, _ = version(articles, tmp_path / "state", edits, 4)
    step(edits, names(topics))
    later, later_topics, leaves = version(articles, tmp_path / "state", edits)
    while edits.undo():
        pass
    same(laid_over(later, later_topics, leaves, edits.standing()).articles, frame)
    same(version(articles, tmp_path / "state", edits)[0], frame)


def test_a_split_shows_with_the_next_version_and_is_undone_at_once(articles, edits, tmp_path):
    frame, topics, leaves = version(articles, tmp_path / "state", edits, 4)
    edits.merge([0, 1], names(topics))
    edits.split(0, 2, names(topics))
    waits = laid_over(frame, topics, leaves, edits.standing())
    assert [e.kind for e in waits.waiting] == ["split"]
    assert set(names(waits.topics)) == {0, 2, 3}
    later, later_topics, later_leaves = version(articles, tmp_path / "state", edits)
    new = set(names(later_topics)) - set(names(topics))
    assert len(new) == 2
    assert set(later.topic_id[frame.topic_id == 0]) | set(later.topic_id[frame.topic_id == 1]) >= new
    laid = laid_over(later, later_topics, later_leaves, edits.standing())
    same(laid.articles, later)
    assert not laid.waiting
    assert laid.went[0].kind == "split"
    assert set(laid.went[0].to) == new
    # numbers of parts are never used again, and the parts come back as they were
    edits.undo()
    back = laid_over(later, later_topics, later_leaves, edits.standing())
    assert set(names(back.topics)) == {0, 2, 3}
    assert set(names(version(articles, tmp_path / "state", edits)[1])) == {0, 2, 3}
    edits.redo()
    same(version(articles, tmp_path / "state", edits)[0], later)


def test_made_anew_keeps_names_says_what_moved_and_can_be_taken_back(articles, edits, tmp_path):
    _, topics, _ = version(articles, tmp_path / "state", edits, 4)
    edits.rename(1, "The port", names(topics))
    edits.exclude(3, names(topics))
    before = version(articles, tmp_path / "state", edits)[0]
    asked = edits.refit(4)
    after, after_topics, leaves = version(articles, tmp_path / "state", edits)
    assert names(after_topics)[1] == "The port"
    assert 3 not in names(after_topics)
    assert "topics kept their number and name" in edits.notes()[asked]["sentence"]
    assert set(leaves.edit_id) == {asked}
    same(laid_over(after, after_topics, leaves, edits.standing()).articles, after)
    edits.rename(1, "Quays", names(after_topics))
    assert names(version(articles, tmp_path / "state", edits)[1])[1] == "Quays"
    edits.undo(), edits.undo()
    same(version(articles, tmp_path / "state", edits)[0], before)


def test_a_split_that_cannot_be_done_is_said_and_taken_back(articles, edits, tmp_path):
    alike = articles.iloc[:1].loc[np.zeros(8, int)].assign(article_id=[f"x{i}" for i in range(8)])
    alike = alike.reset_index(drop=True)
    _, topics, _ = version(alike, tmp_path / "state", edits)
    asked = edits.split(0, 2, names(topics))
    version(alike, tmp_path / "state", edits)
    assert "too much alike" in edits.notes()[asked]["why"]
    assert not edits.standing()


def test_the_map_holds_still_when_articles_come(articles, edits, tmp_path):
    some = articles.iloc[:-20].reset_index(drop=True)
    before, _, leaves = version(some, tmp_path / "state", edits, 4)
    after, _, later = version(articles, tmp_path / "state", edits)
    columns = ["map_x", "map_y"]
    pd.testing.assert_frame_equal(before[columns], after[columns].iloc[:-20])
    pd.testing.assert_frame_equal(leaves, later)
    inside = after[after.leaf_id >= 0]
    assert inside[columns].min().min() >= 0
    assert inside[columns].max().max() <= 1


def test_two_visitors_lose_nothing(articles, edits, tmp_path):
    frame, topics, leaves = version(articles, tmp_path / "state", edits, 4)
    other = TopicEdits(tmp_path / "topics.sqlite")
    edits.rename(0, "Mine", names(topics))
    other.rename(1, "Theirs", names(topics))
    edits.merge([0, 2], names(topics))
    # of a topic that the first has merged meanwhile: passed over, and still in the history
    other.rename(2, "Gone", names(topics))
    laid = laid_over(frame, topics, leaves, other.standing())
    assert names(laid.topics)[0] == "Mine"
    assert names(laid.topics)[1] == "Theirs"
    assert len(other.history()) == 4
    other.close()

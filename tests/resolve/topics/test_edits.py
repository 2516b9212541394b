import numpy as np
import pandas as pd
import pytest

from dateline.errors import InputError
from dateline.resolve import topics
from dateline.resolve.topics import edits, refit
from tests.resolve.topics.invented import parts, pile


@pytest.fixture(scope="module")
def articles():
    return pile()


@pytest.fixture(scope="module")
def model(articles):
    return topics.fit(*parts(articles), 4)


def ids(model, articles):
    return model.assign(list(articles.title), list(articles.text))


def labels(model):
    return {t.id: t.label for t in model.topics}


def test_rename_changes_the_name_and_nothing_else(articles, model):
    named = edits.rename(model, 1, "  The   port ")
    assert labels(named)[1] == "The port"
    assert {k: v for k, v in labels(named).items() if k != 1} == {k: v for k, v in labels(model).items() if k != 1}
    assert np.array_equal(ids(named, articles), ids(model, articles))
    assert labels(model)[1] != "The port"


def test_merge_keeps_the_number_of_the_first(articles, model):
    merged = edits.merge(model, [2, 0])
    before, after = ids(model, articles), ids(merged, articles)
    assert set(labels(merged)) == {1, 2, 3}
    assert np.array_equal(after == 2, np.isin(before, [0, 2]))
    assert np.array_equal(after == 1, before == 1)


def test_exclude_leaves_its_articles_without_a_topic(articles, model):
    without = edits.exclude(model, 3)
    before, after = ids(model, articles), ids(without, articles)
    assert (after[before == 3] == -1).all()
    assert np.array_equal(after[before != 3], before[before != 3])


def test_split_divides_only_the_topic_asked_for(articles, model):
    together = edits.merge(model, [0, 1])
    apart = edits.split(together, 0, *parts(articles))
    before, after = ids(model, articles), ids(apart, articles)
    new = set(labels(apart)) - set(labels(model))
    assert len(new) == 2
    assert 0 not in labels(apart)
    # what had been merged comes apart along the old line
    table = pd.crosstab(before, after)
    assert table.loc[[0, 1], sorted(new)].to_numpy().max(axis=1).tolist() == table.loc[[0, 1]].sum(axis=1).tolist()
    assert np.array_equal(after[before > 1], before[before > 1])
    assert len(set(labels(apart).values())) == len(labels(apart))


def test_undo_takes_back_the_last(model):
    named = edits.rename(edits.exclude(model, 3), 1, "Port")
    assert labels(edits.undo(named)) == labels(edits.exclude(model, 3))
    assert labels(edits.undo(edits.undo(named))) == labels(model)
    assert edits.undo(model) is not None


def test_edits_are_described(model):
    old = labels(model)
    done = edits.rename_theme(edits.merge(edits.rename(model, 1, "Port"), [1, 2]), 0, "Coast")
    assert edits.describe(done) == [
        f"“{old[1]}” renamed to “Port”",
        f"“{old[2]}” merged into “Port”",
        f"theme “{model.themes[0]}” renamed to “Coast”",
    ]


REFUSED = [
    (lambda m, _: edits.rename(m, 1, "   "), "needs a name"),
    (lambda m, _: edits.rename(m, 1, labels(m)[2].upper()), "another topic is named"),
    (lambda m, _: edits.rename(m, 99, "x"), "no topic 99"),
    (lambda m, _: edits.merge(m, [1, 1]), "choose two or more"),
    (lambda m, _: edits.merge(m, [1, 42]), "no topic 42"),
    (lambda m, _: edits.exclude(edits.exclude(m, 1), 1), "no topic 1"),
    (lambda m, _: edits.rename_theme(m, 77, "x"), "no theme 77"),
    (lambda m, a: edits.split(m, 1, *parts(a.iloc[:3])), "too few to split"),
]


@pytest.mark.parametrize(("do", "said"), REFUSED)
def test_what_cannot_be_done_is_said(articles, model, do, said):
    with pytest.raises(InputError, match=said):
        do(model, articles)


# -- refit ------------------------------------------------------------------------------------------------------------


def test_refit_carries_numbers_and_names_over(articles, model):
    named = edits.rename(model, 1, "My own name")
    grown = pd.concat([articles, pile(6, seed=5, start=300)], ignore_index=True)
    new, moved = refit.refit(named, *parts(grown), 4)
    assert labels(new) == labels(named)
    same = ids(new, articles) == ids(named, articles)
    assert same.mean() > 0.95
    assert moved.topics.was.tolist() == ["kept"] * 4
    assert moved.moved == int((ids(new, grown) != ids(named, grown)).sum())
    assert moved.sentence.startswith("4 topics kept their number and name; ")
    assert new.fitted == len(grown)


def test_refit_finds_what_is_new_and_says_so(articles, model):
    only = articles[~articles.article_id.str.startswith("cup")].reset_index(drop=True)
    three = topics.fit(*parts(only), 3)
    _, moved = refit.refit(three, *parts(articles), 4)
    assert sorted(moved.topics.was) == ["kept", "kept", "kept", "new"]
    fresh = moved.topics[moved.topics.was == "new"].iloc[0]
    assert fresh.topic_id not in labels(three)
    assert fresh.after == 40


def test_merged_topics_stay_merged(articles, model):
    merged = edits.rename(edits.merge(model, [0, 1]), 0, "Both")
    new, _ = refit.refit(merged, *parts(articles), 4)
    assert labels(new)[0] == "Both"
    assert len(new.topics) == 3
    assert np.array_equal(ids(new, articles) == 0, ids(merged, articles) == 0)


def test_excluded_topics_stay_excluded(articles, model):
    without = edits.exclude(model, 2)
    new, _ = refit.refit(without, *parts(articles), 4)
    assert np.array_equal(ids(new, articles) < 0, ids(without, articles) < 0)
    assert set(labels(new).values()) == set(labels(without).values())


def test_split_topics_stay_split(articles, model):
    coarse = topics.fit(*parts(articles), 2)
    largest = int(np.bincount(ids(coarse, articles)[ids(coarse, articles) >= 0]).argmax())
    split = edits.split(coarse, largest, *parts(articles))
    new, _ = refit.refit(split, *parts(articles), 2)
    table = pd.crosstab(ids(split, articles), ids(new, articles))
    assert len(new.topics) == len(split.topics)
    assert table.max(axis=1).sum() / len(articles) > 0.95
    assert set(labels(split).values()) == set(labels(new).values())

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from dateline import schema
from dateline.resolve import topics
from dateline.resolve.topics import english as en
from tests.resolve.topics.invented import parts, pile


@pytest.fixture(scope="module")
def articles():
    return pile()


@pytest.fixture(scope="module")
def model(articles):
    return topics.fit(*parts(articles))


def subject_of(articles):
    return articles.article_id.str.split("-").str[0]


def test_articles_of_one_subject_share_their_topic_and_of_two_do_not(articles, model):
    frame, _ = topics.filled(articles, model)
    table = pd.crosstab(subject_of(frame), frame.topic_id)
    # a topic may be part of a subject, but hardly ever a mixture
    assert table.max().sum() / len(frame) > 0.95
    assert (frame.topic_id >= 0).mean() > 0.97


def test_asking_for_a_number_gives_that_number(articles):
    for wanted in (2, 4):
        assert len(topics.fit(*parts(articles), wanted).topics) == wanted


def test_four_topics_are_the_four_subjects(articles):
    frame, table = topics.filled(articles, topics.fit(*parts(articles), 4))
    assert pd.crosstab(subject_of(frame), frame.topic_id).max(axis=1).tolist() == [40, 40, 40, 40]
    labels = dict(zip(subject_of(frame), frame.topic, strict=True))
    for subject, words in {
        "harbour": ("harbour", "Aldmoor", "container"),
        "vaccine": ("vaccine", "malaria", "Tolland"),
        "cup": ("Northgate United", "Rovers", "cup final", "penalty"),
        "budget": ("budget", "tax cut", "Cara Lund", "Weston", "parliament"),
    }.items():
        assert any(w.casefold() in labels[subject].casefold() for w in words), labels[subject]
    assert table.articles.sum() == len(frame)
    schema.check("topics", table)


def test_order_of_the_articles_plays_no_part(articles, model):
    frame, _ = topics.filled(articles, model)
    turned = articles.iloc[::-1].reset_index(drop=True)
    other, _ = topics.filled(turned, topics.fit(*parts(turned)))
    both = frame.merge(other, on="article_id", suffixes=("", "_other"))
    for column in ("topic_id", "topic", "theme_id", "theme"):
        assert (both[column] == both[column + "_other"]).all()


def test_hash_seed_plays_no_part():
    code = (
        "from tests.resolve.topics.invented import parts, pile\n"
        "from dateline.resolve.topics import fit\n"
        "print([t.label for t in fit(*parts(pile(20))).topics])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[3],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
        ).stdout
        for seed in (1, 2)
    }
    assert len(said) == 1
    assert "[" in said.pop()


def test_new_articles_join_and_old_ones_stay(articles, model):
    before, names = topics.filled(articles, model)
    grown = pd.concat([articles, pile(8, seed=9, start=100)], ignore_index=True)
    after, later = topics.filled(grown, model)
    assert (after.topic_id[: len(before)] == before.topic_id).all()
    assert set(later.topic) >= set(names.topic)
    new = after.iloc[len(before) :]
    mates = before.groupby("topic_id").apply(lambda g: subject_of(g).mode()[0], include_groups=False)
    assert (subject_of(new).to_numpy() == mates.reindex(new.topic_id).to_numpy()).mean() > 0.9


def test_an_article_like_none_has_no_topic(model):
    ids = model.assign(["", "Zebras"], ["", "Zebras graze on moonlit savannahs beside giraffes."])
    assert ids.tolist() == [-1, -1]


def test_labels_are_distinct_say_something_and_stand_in_the_articles(articles, model):
    frame, table = topics.filled(articles, model)
    assert table.topic.is_unique
    for t in table.itertuples():
        own = (frame.title + "\n" + frame.text)[frame.topic_id == t.topic_id].str.lower()
        for part in t.topic.replace(" and ", ", ").split(", "):
            assert own.str.contains(part.lower(), regex=False).sum() >= 2, part
            assert not set(part.lower().split()) & en.FILLER
        assert all(" " not in w for w in t.terms)


def test_typical_articles_are_nearer_to_their_topic(articles, model):
    frame, _ = topics.filled(articles, model)
    likeness = topics.typical(frame, model)
    assert likeness.shape == (len(frame),)
    other = frame.assign(topic_id=np.roll(frame.topic_id, 40))
    assert likeness.mean() > 2 * topics.typical(other, model).mean()


TINY = [
    # nothing at all
    ([], []),
    # an empty article: no topic, no label
    ([("", "")], [""]),
    # nothing but signs
    ([("", "🙂🙂"), ("", "!!! ???")], ["", ""]),
    # five copies are one topic
    ([("Rates rise", "The central bank raised interest rates to cool inflation.")] * 5, ["one"] * 5),
    # two that share nothing are two
    ([("Cup", "Northgate United won the cup."), ("Port", "Cranes fell at the Aldmoor docks.")], ["a", "b"]),
    # one alone is named too
    ([("Cup", "Northgate United won the cup final.")], ["a"]),
    # German: capitalised nouns
    ([("Wahl", "Der Stadtrat von Neuheim beriet den Haushalt. Der Haushalt steigt.")] * 3, ["one"] * 3),
    # Chinese: no spaces between words
    ([("", "央行宣布降低利率,市场反应积极。")] * 3, ["one"] * 3),
]


@pytest.mark.parametrize(("rows", "groups"), TINY)
def test_tiny_piles(rows, groups):
    frame = schema.conform(
        "articles", pd.DataFrame([(str(i), *r) for i, r in enumerate(rows)], columns=["article_id", "title", "text"])
    )
    done, table = topics.filled(frame, topics.fit(*parts(frame)))
    assert len(done) == len(rows)
    assert [bool(t) for t in done.topic] == [bool(g) for g in groups]
    assert done.topic.nunique() == len(set(groups))
    assert sorted(set(done.topic) - {""}) == sorted(table.topic)


def test_topics_of_takes_the_saved_model(tmp_path, articles):
    first = topics.topics_of(articles, tmp_path)
    grown = pd.concat([articles, pile(10, seed=3, start=200)], ignore_index=True)
    again = topics.topics_of(grown, tmp_path)
    assert [t.label for t in again.topics] == [t.label for t in first.topics]
    assert again.fitted == len(articles)
    # another number was asked for: made anew
    assert len(topics.topics_of(grown, tmp_path, 3).topics) == 3
    assert topics.topics_of(grown, tmp_path).wanted == 3


def test_topics_of_a_handful_are_made_anew_once_there_are_many(tmp_path, articles):
    handful = articles.iloc[:3].reset_index(drop=True)
    assert topics.topics_of(handful, tmp_path).fitted == 3
    assert topics.topics_of(articles, tmp_path).fitted == len(articles)


def test_advice_is_given_when_the_pile_has_doubled(model):
    assert topics.advice(model, model.fitted + 10) == ""
    assert "160" in topics.advice(model, 2 * model.fitted)


def test_what_a_paper_calls_itself_is_no_term():
    titles = [f"Report {i}" for i in range(80)]
    texts = [
        f"The {'ferry crossed the harbour' if i % 4 < 2 else 'orchard gave apples'}"
        f"{', a reader told the Lantern' if i % 2 else ' as was hoped'}, {i} times."
        for i in range(80)
    ]
    outlets = ["Evening Lantern" if i % 2 else "Inland Post" for i in range(80)]
    with_outlets = {w for t in topics.fit(titles, texts, outlets=outlets).topics for w in t.terms}
    without = {w for t in topics.fit(titles, texts).topics for w in t.terms}
    assert "lantern" in without
    assert "lantern" not in with_outlets

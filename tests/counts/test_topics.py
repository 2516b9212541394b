"""Sizes of topics in every unit, the most typical articles, and the map."""

import numpy as np
import pandas as pd
import pytest

from dateline import schema
from dateline.corpus import Corpus
from dateline.counts import atlas
from dateline.counts.topics import sizes, typical_first


def pile(rows):
    """Articles: topic, and if they matter: day, outlet, story, typical, x, y, copy of."""
    topics = {0: ("Port", 0, "Trade"), 1: ("Rail", 0, "Trade"), 2: ("Cup", 1, "Sport")}
    frame = []
    for i, a in enumerate(rows):
        name, theme, title = topics.get(a["topic"], ("", -1, ""))
        day = a.get("day", f"2025-03-{i + 1:02}")
        frame.append(
            {"article_id": f"a{i:04}", "published": pd.Timestamp(day) if day else pd.NaT, "topic_id": a["topic"],
             "topic": name, "theme_id": theme, "theme": title, "leaf_id": a["topic"],
             "story_id": a.get("story", f"s{i}"), "source": a.get("outlet", "o"),
             "typical": a.get("typical", 0.5), "map_x": a.get("x", 0.5), "map_y": a.get("y", 0.5),
             "duplicate_of": a.get("copy", "")}
        )  # fmt: skip
    used = sorted({a["topic"] for a in rows} - {-1})
    frames = {n: schema.empty(n) for n in schema.FRAMES} | {"articles": schema.conform("articles", frame)}
    if used:
        frames["topics"] = schema.conform(
            "topics",
            [{"topic_id": t, "topic": topics[t][0], "theme_id": topics[t][1], "theme": topics[t][2]} for t in used],
        )
        frames["leaves"] = schema.conform(
            "leaves",
            [{"leaf_id": t, "topic_id": t, "map_x": 0.5, "map_y": 0.5, "radius": 0.1, "edit_id": 0} for t in used],
        )
    return Corpus(frames, {})


ROWS = [
    {"topic": 0, "outlet": "A", "story": "x"}, {"topic": 0, "outlet": "B", "story": "x"}, {"topic": 1, "outlet": "A"},
    {"topic": 2, "outlet": "A", "day": None}, {"topic": -1, "outlet": "C"},
]  # fmt: skip
# unit → counts of topics 0, 1, 2; of themes; without a topic; of all
UNITS = [
    ("articles", [2, 1, 1], {"Trade": 3, "Sport": 1}, 1, 5),
    ("stories", [1, 1, 1], {"Trade": 2, "Sport": 1}, 1, 4),
    ("outlets", [2, 1, 1], {"Trade": 2, "Sport": 1}, 1, 3),
]


@pytest.mark.parametrize(("unit", "topics", "themes", "none", "everything"), UNITS)
def test_sizes_in_every_unit(unit, topics, themes, none, everything):
    corpus = pile(ROWS)
    found = sizes(corpus, np.arange(5, dtype=np.int32), unit)
    assert found.topics.sort_values("topic_id")["count"].tolist() == topics
    assert dict(zip(found.themes.theme, found.themes["count"], strict=True)) == themes
    assert (found.none, found.all) == (none, everything)


def test_an_undated_article_counts_but_stands_in_no_picture():
    found = sizes(pile(ROWS), np.arange(5, dtype=np.int32))
    assert 2 not in found.trends
    assert sum(found.trends[0]) == 2


def test_nothing_shown_has_no_sizes():
    found = sizes(pile(ROWS), np.empty(0, np.int32))
    assert found.topics["count"].tolist() == [0, 0, 0]
    assert not found.trends


def test_most_typical_first_and_copies_last():
    corpus = pile([{"topic": 0, "typical": t, "copy": c} for t, c in ((0.2, ""), (0.9, "a0002"), (0.8, ""), (0.4, ""))])
    assert typical_first(corpus, np.arange(4, dtype=np.int32)).tolist() == [2, 3, 0, 1]


def test_an_outline_takes_what_lies_inside_it():
    corpus = pile([{"topic": 0, "x": x, "y": y} for x, y in ((0.5, 0.5), (0.9, 0.9), (0.45, 0.2), (0.1, 0.5))])
    rows = np.arange(4, dtype=np.int32)
    # a shape with a bay: the second corner from the last lies inside
    x, y = np.array([0.4, 0.6, 0.6, 0.5, 0.4]), np.array([0.1, 0.1, 0.9, 0.3, 0.9])
    assert atlas.inside(corpus, rows, x, y).tolist() == [2]
    square = np.array([0.0, 1.0, 1.0, 0.0]), np.array([0.0, 0.0, 0.8, 0.8])
    assert atlas.inside(corpus, rows, *square).tolist() == [0, 2, 3]


def test_a_sample_holds_still_and_every_topic_is_in_it():
    many = [{"topic": 0, "day": None}] * 900 + [{"topic": 1, "day": None}] * 95 + [{"topic": 2, "day": None}] * 5
    corpus = pile(many)
    rows = np.arange(1000, dtype=np.int32)
    some = atlas.drawn(corpus, rows, 100)
    assert len(some) <= 103
    assert set(corpus.topic[some]) == {0, 1, 2}
    assert np.array_equal(some, atlas.drawn(corpus, rows, 100))
    assert np.array_equal(atlas.drawn(corpus, rows, 1000), rows)


def test_articles_without_a_place_are_not_on_the_map():
    corpus = pile([{"topic": 0}, {"topic": -1, "x": -1, "y": -1}])
    rows = np.arange(2, dtype=np.int32)
    assert atlas.placed(corpus, rows).tolist() == [0]
    assert atlas.discs(corpus, rows).topic.tolist() == ["Port"]


def test_a_topic_put_together_from_two_is_named_once_on_the_map():
    corpus = pile([{"topic": 0}, {"topic": 1}, {"topic": 1}, {"topic": 2}])
    merged = corpus.articles.assign(topic_id=[0, 0, 0, 2], leaf_id=[0, 1, 1, 2])
    found = atlas.discs(corpus.with_topics(merged, corpus.topics), np.arange(4, dtype=np.int32))
    assert found[["topic", "count", "first"]].to_numpy().tolist() == [
        ["Port", 2, True], ["Port", 1, False], ["Cup", 1, True]
    ]  # fmt: skip

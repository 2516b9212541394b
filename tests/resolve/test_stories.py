import pandas as pd
import pytest

from dateline import schema
from dateline.resolve.stories import stories

FIRE = "A fire destroyed the paper mill in Aldmoor; forty workers escaped through the boiler house."
FIRE2 = "Forty workers escaped when fire destroyed the Aldmoor paper mill, the fire chief said."
FIRE3 = "Investigators blame a boiler for the fire that destroyed the paper mill in Aldmoor."
CUP = "Northgate United beat Rovers on penalties to win the cup final before a record crowd."
CUP2 = "Penalties decided the cup final: Northgate United beat Rovers before a record crowd."
VOTE = "Parliament rejected the fishing treaty by three votes after a night of debate."


def frame(*rows):
    """Rows of (id, text, day of March 2025 or None[, duplicate_of])."""
    return schema.conform(
        "articles",
        pd.DataFrame(
            [
                {
                    "article_id": r[0],
                    "text": r[1],
                    "published": pd.Timestamp("2025-03-01") + pd.Timedelta(days=r[2]) if r[2] is not None else pd.NaT,
                    "duplicate_of": r[3] if len(r) > 3 else "",
                    "language": "en",
                }
                for r in rows
            ]
        ),
    )


def groups(articles, **options):
    """The sets of ids that share a story."""
    ids = stories(articles, **options)
    return {frozenset(g) for g in articles.article_id.groupby(ids.to_numpy()).apply(list)}


GROUPS = [
    # one event, three reports; an article like no other is alone
    ([("f1", FIRE, 0), ("f2", FIRE2, 1), ("f3", FIRE3, 2), ("v", VOTE, 1)], [{"f1", "f2", "f3"}, {"v"}]),
    # two events on one day
    ([("f1", FIRE, 0), ("c1", CUP, 0), ("f2", FIRE2, 0), ("c2", CUP2, 0)], [{"f1", "f2"}, {"c1", "c2"}]),
    # the same words a year later are another event
    ([("f1", FIRE, 0), ("f2", FIRE2, 365)], [{"f1"}, {"f2"}]),
    # without a date the text alone counts
    ([("f1", FIRE, 0), ("f2", FIRE2, None), ("v", VOTE, None)], [{"f1", "f2"}, {"v"}]),
    # a copy is of the story of its original, however late
    ([("f1", FIRE, 0), ("f9", FIRE, 300, "f1"), ("v", VOTE, 0)], [{"f1", "f9"}, {"v"}]),
    # nothing to go by
    ([("a", "", 0), ("b", "", 0), ("c", "🙂", 0)], [{"a"}, {"b"}, {"c"}]),
    ([], []),
]


@pytest.mark.parametrize(("rows", "expected"), GROUPS)
def test_stories(rows, expected):
    articles = frame(*rows)
    assert groups(articles) == {frozenset(g) for g in expected}
    assert groups(articles.iloc[::-1].reset_index(drop=True)) == {frozenset(g) for g in expected}


def test_a_story_is_named_after_its_earliest_article_and_keeps_its_index():
    articles = frame(("z", FIRE, 0), ("a", FIRE2, 3), ("v", VOTE, 1))
    articles.index = [10, 20, 30]
    ids = stories(articles)
    assert ids.to_dict() == {10: "z", 20: "z", 30: "v"}
    assert str(ids.dtype) == "str"


def test_later_articles_leave_the_ids_as_they_are():
    before = frame(("f1", FIRE, 2), ("v", VOTE, 2))
    after = frame(("f1", FIRE, 2), ("v", VOTE, 2), ("f2", FIRE2, 3), ("c", CUP, 4))
    assert stories(after)[:2].tolist() == stories(before).tolist()


def test_a_story_keeps_its_name_when_an_earlier_report_comes_in():
    old = frame(("f2", FIRE2, 2), ("v", VOTE, 2))
    old["story_id"] = stories(old)
    new = frame(("f1", FIRE, 0), ("f2", FIRE2, 2), ("v", VOTE, 2))
    assert stories(new).tolist() == ["f1", "f1", "v"]
    assert stories(new, old).tolist() == ["f2", "f2", "v"]


def test_names_stay_unique_when_a_story_falls_apart():
    # both articles were known under the name of the first
    old = frame(("f1", FIRE, 0), ("v", VOTE, 0)).assign(story_id="f1")
    ids = stories(frame(("f1", FIRE, 0), ("v", VOTE, 0)), old)
    assert ids.nunique() == 2
    assert "f1" in set(ids)

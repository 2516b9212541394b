"""The Topics page on very small piles and on one of identical articles: every view reads well."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from dateline import piles, schema
from dateline.load.article import Article
from dateline.resolve.pile import resolve
from tests.resolve.topics.invented import pile

from .conftest import ROOT, words

VIEWS = ["list", "over time", "map", "stories"]
SIZES = {"few1": 1, "few2": 2, "few5": 5, "few20": 20, "alike": 12}


@pytest.fixture(scope="module")
def few(tmp_path_factory):
    """A home with piles of 1, 2, 5 and 20 articles, one of copies of one article, one of articles without words."""
    home = tmp_path_factory.mktemp("few")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATELINE_HOME", str(home))
        rows = pile(5).sample(frac=1, random_state=1)
        for name, size in SIZES.items():
            part = rows.iloc[[0] * size] if name == "alike" else rows.iloc[:size]
            _publish(name, [Article(r.text, title=r.title, published=r.published.to_pydatetime(), language="en",
                                    source=f"Outlet {n % 3}", given_id=f"{name}-{n}")
                            for n, r in enumerate(part.itertuples())])  # fmt: skip
        _publish("wordless", [Article("?!", given_id=f"w{n}") for n in range(3)])
    return home


def _publish(name, articles):
    frames = resolve(articles, [None] * len(articles))
    frames["report"] = schema.empty("report")
    made = piles.create(name, name)
    made.publish(frames, {"versions": {"frames": schema.VERSION}, "counts": {}, "refused": []})


@pytest.mark.parametrize("name", [*SIZES, "wordless"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_of_few_articles_reads_well(view, name, few, monkeypatch):
    monkeypatch.setenv("DATELINE_HOME", str(few))
    said = words(_open(name, view=view))
    assert not re.search(r"\b(nan|None|NaT)\b", said)
    if name == "alike" and view == "stories":
        assert "1 story" in said
    if name == "wordless" and view != "stories":
        assert "no topics" in said.lower() or "Fit no topic" in said


@pytest.mark.parametrize("name", ["few1", "few2", "alike"])
def test_the_only_topic_opens(name, few, monkeypatch):
    monkeypatch.setenv("DATELINE_HOME", str(few))
    at = _open(name, open="0")
    assert "Articles" in words(at)
    assert "100%" in words(at) or name == "few2"


def test_the_versions_of_identical_articles_are_the_same(few, monkeypatch):
    monkeypatch.setenv("DATELINE_HOME", str(few))
    at = _open("alike", view="stories", by="copies", story="alike-0")
    assert "Word for word the same" in words(at)
    assert "all one text" in words(at)


def _open(name, **params):
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in {"pile": name, **params}.items():
        at.query_params[key] = value
    at.switch_page("pages/topics.py")
    at.run()
    assert not at.exception, at.exception
    return at

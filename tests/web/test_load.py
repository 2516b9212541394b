"""The Load page without a browser: on any pile, whatever the address says, and what its callbacks do."""

import pytest

from dateline import piles, work

from .conftest import words

VIEWS = ("add", "report", "articles", "piles")


@pytest.mark.parametrize("pile", ["demo", "one", "empty"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_opens_on_any_pile(view, pile, opened):
    at = opened("load", pile, view=view)
    assert at.title[0].value == "Load"


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"view": "bin"}, "is not one of add, report, articles, piles"),
        ({"which": "some"}, "is not one of all, undated, nameless"),
        ({"view": "report", "batch": "../../etc"}, "articles given"),
        ({"view": "report", "outcome": "<b>"}, "articles given"),
        ({"view": "report", "row": "nobody", "sort": "-nothing", "cols": ["none"]}, "articles given"),
        ({"view": "articles", "pile": "elsewhere"}, "There is no pile “elsewhere”"),
    ],
)
def test_bad_values_in_the_address(params, said, opened):
    assert said in words(opened("load", **{"pile": "demo", **params}))


def test_the_totals_add_up(opened):
    assert "72 articles given = 71 loaded + 0 given twice + 1 refused" in words(opened("load", view="report")).replace(
        "**", ""
    )


def test_what_was_refused_is_named_with_its_cure(opened):
    said = words(opened("load", view="report", outcome="refused"))
    assert "no article found" in said
    assert "Open the file to see what it holds" in said


def test_articles_without_a_date_are_listed(opened):
    at = opened("load", view="articles", which="undated")
    assert len(at.dataframe[0].value) == 4
    assert at.dataframe[0].value.published.isna().all()


def test_an_empty_pile_says_what_to_do(opened):
    at = opened("load", "empty", view="report")
    assert "Nothing was handed in here yet" in words(at)
    at.button[[b.label for b in at.button].index("Add articles")].click().run()
    assert any(b.label == "Add the files" for b in at.button)


def test_limits_are_named(opened):
    said = words(opened("load"))
    assert "500 MB" in said
    assert "2,000,000 characters" in said


def test_pasted_text_goes_into_a_new_pile(home, monkeypatch, opened):
    monkeypatch.setenv("DATELINE_HOME", str(home))
    piles.create("Demonstration (fictional)", "demo")
    started = []
    monkeypatch.setattr(work, "start", started.append)
    at = opened("load")
    at.text_input(key="load.name").set_value("Clippings")
    at.text_area(key="paste.text").set_value("Bridge opens\n\nThe bridge at Aldmoor opened on Monday.")
    at.text_input(key="paste.source").set_value("The Post")
    next(b for b in at.button if b.label == "Add the text").click().run()
    assert not at.exception
    pile = piles.get("clippings")
    assert started == [pile]
    assert [p.suffix for p in sorted(pile.inbox.iterdir())] == [".bin", ".json"]
    assert b"The Post" in next(pile.inbox.glob("*.bin")).read_bytes()


def test_files_that_wait_after_a_stop_are_not_called_nothing(home, monkeypatch, opened):
    monkeypatch.setenv("DATELINE_HOME", str(home))
    piles.create("Demonstration (fictional)", "demo")
    pile = piles.create("Stopped")
    work.hand_in(pile, [("a.txt", b"The bridge at Aldmoor opened on Monday.")])
    work.report(pile, work.Status("stopped", message="Stopped. What was done is kept."))
    said = words(opened("load", "stopped", view="report"))
    assert "not loaded yet" in said
    assert "Nothing was handed in" not in said

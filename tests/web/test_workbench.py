"""The Names page: each view on several piles, corrections made and taken back, bad values in a link."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from dateline import piles
from dateline.corrections import Corrections, Thing
from tests.web.app import opened, words

LIVIA, BRUNO = "livia-tessaro", "bruno-tessaro"


@pytest.fixture
def own_home(demo_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the demonstration that a test may change."""
    home = tmp_path / "own"
    shutil.copytree(demo_home, home)
    monkeypatch.setenv("DATELINE_HOME", str(home))
    st.cache_resource.clear()
    yield home
    st.cache_resource.clear()


@pytest.mark.parametrize("view", ["suggestions", "all names", "history"])
@pytest.mark.parametrize("pile", ["demo", "one", "empty"])
def test_every_view_opens(pile, view, demo_home):
    at = opened("corrections", pile=pile, view=view)
    assert not at.exception
    assert at.title[0].value == "Names"
    assert ("no articles yet" in words(at)) == (pile == "empty")


@pytest.mark.parametrize("do", ["merge", "split", "rename", "kind", "hide"])
def test_every_editor_opens(do, demo_home):
    at = opened("corrections", pile="demo", id=LIVIA, do=do)
    assert not at.exception
    assert at.subheader[0].value == "Livia Tessaro"


BAD = [
    ({"id": "nobody"}, "There is no name “nobody”"),
    ({"id": LIVIA, "do": "eat"}, "is not one of merge"),
    ({"view": "sideways"}, "is not one of suggestions"),
    ({"id": LIVIA, "others": ["nobody"]}, "Livia Tessaro"),
    ({"view": "all names", "sort": "nothing", "row": "nobody", "find": "zzz"}, "No row holds these words"),
]


@pytest.mark.parametrize(("params", "expected"), BAD)
def test_what_a_link_says_wrongly_is_said(params, expected, demo_home):
    at = opened("corrections", pile="demo", **params)
    assert not at.exception
    assert expected in words(at).replace("\\", "")


def button(at, label):
    return next(b for b in at.button if b.label.startswith(label))


def test_merge_says_so_everywhere_and_undo_brings_it_back(own_home):
    at = opened("corrections", pile="demo", id=LIVIA, others=[BRUNO])
    button(at, "Merge 2 names").click().run()
    assert not at.exception
    assert "“Bruno Tessaro” merged into “Livia Tessaro”" in words(at).replace("\\", "")
    page = opened("entity", pile="demo", id=BRUNO)
    assert page.title[0].value == "Livia Tessaro"
    assert "was merged into “Livia Tessaro”" in words(page).replace("\\", "")
    at.button(key="names.undo").click().run()
    assert opened("entity", pile="demo", id=BRUNO).title[0].value == "Bruno Tessaro"
    history = opened("corrections", pile="demo", view="history")
    assert "History (1)" in str(history.segmented_control[0].options)


def test_a_hidden_name_says_so_and_can_be_shown_again(own_home):
    at = opened("corrections", pile="demo", id=BRUNO, do="hide")
    button(at, "Hide “").click().run()
    assert "is hidden" in words(at)
    page = opened("entity", pile="demo", id=BRUNO)
    assert not page.exception
    assert "was hidden by a reader" in words(page)
    button(at, "Show it again").click().run()
    assert opened("entity", pile="demo", id=BRUNO).title[0].value == "Bruno Tessaro"


def test_rename_and_kind(own_home):
    at = opened("corrections", pile="demo", id=BRUNO, do="rename")
    at.text_input(key=f"names.rename.{BRUNO}").input("Bruno A. Tessaro").run()
    button(at, "Rename").click().run()
    assert at.subheader[0].value == "Bruno A\\. Tessaro"
    at = opened("corrections", pile="demo", id=BRUNO, do="kind")
    at.selectbox(key=f"names.kind.{BRUNO}").select("ORG").run()
    button(at, "Change its kind").click().run()
    assert "Organisation" in words(at)


def test_split_by_spelling(own_home):
    at = opened("corrections", pile="demo", id=LIVIA, do="split")
    at.button_group(key=f"names.forms.{LIVIA}").set_value(["Tessaro"]).run()
    assert re.search(r"\d+ mentions in \d+ articles go", words(at))
    button(at, "Split off").click().run()
    assert not at.exception
    assert "split off as “Tessaro”" in words(at).replace("\\", "")


def test_a_correction_made_elsewhere_shows_on_the_next_run(own_home):
    at = opened("corrections", pile="demo", view="history")
    assert "Nothing has been put right" in words(at)
    other = Corrections(piles.get("demo").corrections)
    other.hide([Thing(BRUNO, "Bruno Tessaro", "PERSON")])
    other.close()
    at.run()
    assert "1 correction made" in words(at)

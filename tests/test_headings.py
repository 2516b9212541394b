"""Columns of tables are remembered by their headings."""

import pytest

from dateline import headings, piles, work, worker
from dateline.annotate.record import Record
from dateline.load.columns import Mapping
from dateline.store import read

COLUMNS = ("Nr", "Kopf", "Bericht")
SAID = Mapping({"text": "Bericht", "title": "Kopf"}, True, COLUMNS)


# headings of another table → what is known of it
@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        (COLUMNS, {"text": "Bericht", "title": "Kopf"}),
        (("Bericht", "Nr", "Kopf"), {"text": "Bericht", "title": "Kopf"}),
        (("nr", "KOPF", "bericht "), {"text": "bericht ", "title": "KOPF"}),
        (("Nr", "Kopf"), None),
        (("Nr", "Kopf", "Bericht", "Ort"), None),
    ],
)
def test_known(home, columns, fields):
    headings.remember(SAID)
    got = headings.known(columns)
    assert (got.fields if got else None) == fields
    assert got is None or got.dayfirst is True


def test_the_last_word_counts(home):
    headings.remember(SAID)
    headings.remember(Mapping({"text": "Kopf"}, None, COLUMNS))
    assert headings.known(COLUMNS).fields == {"text": "Kopf"}


def test_a_file_that_cannot_be_read_is_no_error(home):
    home.mkdir()
    (home / "columns.json").write_text('{"tables": [3]}')
    assert headings.known(COLUMNS) is None
    headings.remember(SAID)
    assert headings.known(COLUMNS) is not None


def test_a_table_in_a_pile_is_read_as_was_said(home, monkeypatch):
    monkeypatch.setattr("dateline.build.annotate", lambda jobs, *_: ((k, Record().pack()) for k, _ in jobs))
    headings.remember(SAID)
    pile = piles.create("Tables")
    work.hand_in(pile, [("t.csv", b"Nr;Kopf;Bericht\n7;Rain again;It rained for the ninth day.\n")])
    worker.build_now(pile)
    articles = read(pile.frames(pile.version))[0]["articles"]
    assert articles.title.tolist() == ["Rain again"]
    assert articles.text.tolist() == ["It rained for the ninth day."]

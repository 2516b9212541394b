"""The same quotation elsewhere: which wordings are one, what differs, and whose they are said to be."""

import pandas as pd
import pytest

from dateline import schema
from dateline.resolve.echoes import differences, disputed, echoes, level, repeated, variants

FULL = "“We will rebuild the harbour wall before the winter storms come,”"


def frame(*rows):
    """A quotes frame; a row: article, text, speaker's entity, and if they matter: quotation number, kind, sure."""
    out = []
    for n, (article, text, who, *more) in enumerate(rows):
        number, kind, sure = (*more, *(n, "direct", 0.9)[len(more) :])
        out.append(
            {
                "article_id": article, "quote_id": f"{article}-q{number}", "start": n, "end": n + len(text),
                "text": text, "kind": kind, "speaker": who.title(), "speaker_entity_id": who,
                "speaker_entity": who.title(), "resolved": "named", "sure": sure,
            }
        )  # fmt: skip
    found = schema.conform("quotes", out)
    return found.assign(echo_id=echoes(found))


SAME = [
    # word for word
    (FULL, "ada", FULL, "ada"),
    # other marks and case
    (FULL, "ada", "'we will rebuild the harbour wall before the winter storms come'", "ada"),
    # trimmed
    (FULL, "ada", "“rebuild the harbour wall before the winter”", "ada"),
    # told: tense and person changed
    (FULL, "ada", "they would rebuild the harbour wall before the winter storms came", "ada"),
    # mixed into prose
    (FULL, "ada", "the town “will rebuild the harbour wall” before the winter", "ada"),
    # contracted
    ("“We can't and we won't pay for the old wall,”", "ada", "We cannot and we will not pay for the old wall", "ada"),
    # word for word, given to another
    (FULL, "ada", FULL, "ben"),
    # word for word, by nobody known
    (FULL, "ada", FULL, ""),
]


@pytest.mark.parametrize(("a", "who_a", "b", "who_b"), SAME)
def test_one_quotation(a, who_a, b, who_b):
    ids = frame(("k1", a, who_a), ("k2", b, who_b)).echo_id
    assert ids[0] == ids[1] != ""


APART = [
    # the same subject in other words
    (FULL, "ada", "“The harbour wall is the work of the winter, and the storms are its end,”", "ada"),
    # few words say nothing
    ("“We are very pleased,”", "ada", "“We are very pleased,”", "ada"),
    ("“They are a very close family,”", "ada", "“They are a very close family,”", "ben"),
    # much alike, but said by another
    (FULL, "ada", "“We will rebuild the harbour school before the new year starts,”", "ben"),
]


@pytest.mark.parametrize(("a", "who_a", "b", "who_b"), APART)
def test_two_quotations(a, who_a, b, who_b):
    assert frame(("k1", a, who_a), ("k2", b, who_b)).echo_id.tolist() == ["", ""]


def test_twice_in_one_article_is_no_echo():
    assert frame(("k1", FULL, "ada"), ("k1", FULL, "ada")).echo_id.tolist() == ["", ""]


def test_pieces_of_one_quotation_are_read_together():
    rows = frame(
        ("k1", "“We will rebuild the harbour wall”", "ada", 0),
        ("k1", "“before the winter storms come,”", "ada", 0),
        ("k2", FULL, "ada", 0),
    )
    assert rows.echo_id.nunique() == 1
    assert rows.echo_id[0] != ""


def test_the_order_of_the_rows_does_not_matter():
    rows = [(f"k{n}", a, who) for n, (a, who, *_) in enumerate(SAME)] + [
        (f"m{n}", b, who) for n, (*_, b, who) in enumerate(SAME + APART)
    ]
    once = frame(*rows)
    for seed in range(4):
        mixed = once.sample(frac=1, random_state=seed)
        assert echoes(mixed).sort_index().tolist() == once.echo_id.tolist()


def test_ids_do_not_depend_on_what_else_is_in_the_pile():
    two = frame(("k1", FULL, "ada"), ("k2", FULL, "ada"))
    more = frame(
        ("k0", "“Something else altogether was said on this day,”", "ben"), ("k1", FULL, "ada"), ("k2", FULL, "")
    )
    assert more.echo_id[1] == two.echo_id[0]


def test_no_rows():
    assert len(echoes(schema.empty("quotes"))) == 0


LEVEL = [
    ("We will fight", "They would fight"),
    ("I'm sure", "he was sure"),
    ("The walls collapsed", "the wall collapses"),
    ("They can't", "I could not"),
]


@pytest.mark.parametrize(("a", "b"), LEVEL)
def test_level(a, b):
    assert level(a) == level(b)


DIFFERENCES = [
    # the same but for marks
    ("“It holds,”", "It holds", [("equal", "“It holds,”", "It holds")]),
    ("we will pay now", "we pay now", [("equal", "we", "we"), ("delete", "will", ""), ("equal", "pay now", "pay now")]),
    ("we pay", "we all pay", [("equal", "we", "we"), ("insert", "", "all"), ("equal", "pay", "pay")]),
    ("I will", "he will", [("replace", "I", "he"), ("equal", "will", "will")]),
]


@pytest.mark.parametrize(("was", "now", "expected"), DIFFERENCES)
def test_differences(was, now, expected):
    assert [(c.how, c.was, c.now) for c in differences(was, now)] == expected


def test_variants_stand_fullest_first():
    rows = frame(
        ("k1", "“rebuild the harbour wall before the winter”", "ada"),
        ("k2", FULL, "ada"),
        ("k3", FULL.upper(), "ada"),
    )
    table = variants(rows, rows.echo_id[0])
    assert table.text.tolist() == [FULL, "“rebuild the harbour wall before the winter”"]
    assert table.articles.tolist() == [2, 1]
    assert [c.how for c in table.changes[0]] == ["equal"]
    assert [c.was for c in table.changes[1] if c.how == "delete"] == ["“We will", "storms come,”"]
    assert len(variants(rows, "nothing")) == 0


DISPUTED = [
    # in marks and given to two people
    ([("k1", FULL, "ada"), ("k2", FULL, "ben")], True),
    # one of them is not known
    ([("k1", FULL, "ada"), ("k2", FULL, "")], False),
    # told by two people without marks: no dispute
    ([("k1", FULL[1:-1], "ada", 0, "indirect"), ("k2", FULL[1:-1], "ben", 0, "indirect")], False),
    # one of the speakers is a guess
    ([("k1", FULL, "ada"), ("k2", FULL, "ben", 0, "direct", 0.3)], False),
]


@pytest.mark.parametrize(("rows", "expected"), DISPUTED)
def test_disputed(rows, expected):
    table = frame(*rows)
    assert (disputed(table) == set(table.echo_id)) is expected
    assert repeated(table).disputed.tolist() == [expected]


def test_repeated_counts_articles_and_wordings():
    other = "“The ferry has not sailed to the island for eleven days,”"
    told = "they would rebuild the harbour wall before the winter"
    rows = frame(
        ("k1", other, "ben"), ("k2", other, "ben"), ("k1", FULL, "ada"), ("k2", FULL, "ada"), ("k3", told, "ada")
    )  # fmt: skip
    table = repeated(rows)
    assert table.text.tolist() == [FULL, other]
    assert table.articles.tolist() == [3, 2]
    assert table.wordings.tolist() == [2, 1]
    assert repeated(rows, [rows.echo_id[0]]).text.tolist() == [other]
    assert pd.Series(repeated(rows[rows.echo_id == ""]).articles).empty

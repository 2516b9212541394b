"""The Read page without a browser: on any pile, whatever the address says; passages found again."""

import pytest

from dateline import piles, store
from dateline.web.body import located
from dateline.web.known import date_from

from .conftest import words

UNDATED = "Your flood claim"


@pytest.fixture
def ids(demo_home, monkeypatch):
    """Article id by headline."""
    monkeypatch.setenv("DATELINE_HOME", str(demo_home))
    pile = piles.get("demo")
    articles = store.read(pile.frames(pile.version))[0]["articles"]
    return dict(zip(articles.title, articles.article_id, strict=True))


def test_an_article_with_what_is_known_of_it(opened, ids):
    id_ = next(i for t, i in ids.items() if t.startswith("Repair of failed flood gate"))
    at = opened("read", article=id_)
    said = words(at)
    assert at.title[0].value.startswith("Repair of failed flood gate")
    assert "The Teverin Chronicle · Johanna Pryce-Okoro, Edmund Saar · 6 March 2025, from the page’s data" in said
    assert [s.value for s in at.main.subheader] == ["Who speaks", "Dates in the text", "The same story", "Related"]


def test_an_undated_article_says_so_and_asks(opened, ids):
    id_ = next(i for t, i in ids.items() if t.startswith(UNDATED))
    at = opened("read", article=id_)
    assert "The date of publication is not known, so words such as “Wednesday” stay open" in words(at)
    assert any(d.key == "missing.published" for d in at.date_input)


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"article": "nobody"}, "There is no article “nobody”"),
        ({"article": "../x"}, "There is no article “../x”"),
        ({"at": "soon"}, "is not a number"),
        ({"look": "upside"}, "is not one of list, table"),
        ({"cuts": "gone"}, "is not one of folded, shown"),
    ],
)
def test_bad_values_in_the_address(params, said, opened):
    assert said in words(opened("read", **params))


@pytest.mark.parametrize(
    "where", [{"at": "900000", "end": "900005"}, {"at": "5", "end": "2"}, {"at": "0", "end": "9", "near": "no such"}]
)
def test_a_passage_that_is_not_there_is_said(where, opened, ids):
    assert "is not in this article any more" in words(opened("read", article=next(iter(ids.values())), **where))


def test_one_article_and_none(opened):
    assert opened("read", "one").title[0].value == "Read"
    assert "no articles yet" in words(opened("read", "empty"))


TEXT = "One two three. Four five six. Seven."


# where a link says a passage stands, its first words, where it is
@pytest.mark.parametrize(
    ("start", "end", "near", "found"),
    [
        (15, 29, "Four five six.", (15, 29)),
        (15, 29, "", (15, 29)),
        (15, 29, "Four five", (15, 29)),
        (3, 17, "Four five six.", (15, 29)),
        (400, 414, "Four five six.", (15, 29)),
        (15, 29, "Eight", None),
        (400, 414, "", None),
        (5, 5, "", None),
    ],
)
def test_located(start, end, near, found):
    assert located(TEXT, start, end, near) == found


# the date's note and kind → how it is said
@pytest.mark.parametrize(
    ("note", "kind", "dated", "said"),
    [
        ("ld+json", "metadata", True, "from the page’s data"),
        ("meta article:published_time", "metadata", True, "from the page’s data"),
        ("label 'Published'", "text", True, "from the label “Published”"),
        ("date line", "text", True, "from the date line"),
        ("set by hand", "hand", True, "set by hand"),
        ("", "given", True, "as given"),
        ("", "", False, "no date found"),
        ("the stated date 2091-01-01 lies in the future: not used", "", False,
         "no date found: the stated date 2091-01-01 lies in the future: not used"),
    ],
)  # fmt: skip
def test_how_a_date_is_known(note, kind, dated, said, frames):
    row = frames["articles"].iloc[0 if dated else 3].copy()
    row["published_note"], row["published_from"] = note, kind
    assert date_from(row) == said

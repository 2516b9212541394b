"""The frame around every page: it stands on each, whatever the pile holds and whatever the address says."""

import pytest

from dateline.web.nav import TITLES

from .conftest import words

PAGES = tuple(TITLES)


@pytest.mark.parametrize("pile", ["demo", "one", "empty"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_on_any_pile_with_its_frame(page, pile, opened):
    at = opened(page, pile)
    assert len(at.title) == 1
    line = next(m.value for m in at.sidebar.markdown if "distinct stor" in m.value)
    assert line.startswith({"demo": "**71 articles", "one": "**1 article ", "empty": "**0 articles"}[pile])
    if pile == "empty" and page not in ("load", "corrections"):
        assert "no articles yet" in words(at)


# what the address says wrongly, and what the page says about it
BAD = [
    ({"from": "soon"}, "is not a day"),
    ({"topic": "9999"}, "is not in this pile"),
    ({"entity": "nobody-at-all"}, "“nobody-at-all” is not in this pile"),
    ({"unit": "pages"}, "is not one of articles, stories, outlets"),
    ({"words": "(gate"}, "is not closed"),
    ({"words": 'NEAR "'}, "cannot be read"),
    ({"outlet": "<script>alert(1)</script>"}, "is not in this pile"),
    ({"tag": "x" * 5000}, "No article passes all the filters"),
    ({"from": "2025-02-30"}, "is not a day"),
]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("params", "said"), BAD, ids=[next(iter(p)) + str(n) for n, (p, _) in enumerate(BAD)])
def test_bad_values_are_said_on_every_page(page, params, said, opened):
    if page in ("load", "corrections") and "No article passes" in said:
        pytest.skip("these pages show the pile, whatever the lens")
    assert said in words(opened(page, **params))


def test_a_pile_that_is_not_here_is_said(opened):
    assert "There is no pile “elsewhere” here" in words(opened("front", "elsewhere"))


# lens → how many of the 71 articles; the sidebar's line is what a reader goes by
NARROWED = [
    ({"outlet": "Tarnsund Evening Bell"}, 10, 30),
    ({"from": "2025-06-01", "to": "2025-06-30"}, 3, 15),
    ({"words": '"storm barrier" OR eel*'}, 3, 60),
    ({"outlet": ["Tarnsund Evening Bell", "Quay & Cargo"], "words": "gate"}, 3, 30),
]


@pytest.mark.parametrize(("params", "least", "most"), NARROWED)
def test_the_lens_narrows_every_page_alike(params, least, most, opened):
    lines = set()
    for page in ("front", "timelines", "read", "quotes"):
        at = opened(page, **params)
        lines.add(next(m.value for m in at.sidebar.markdown if "distinct stor" in m.value))
    (line,) = lines
    shown = int(line.strip("*").split()[0])
    assert least <= shown <= most
    assert "of 71 articles" in line

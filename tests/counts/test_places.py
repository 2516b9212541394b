"""The places of a counted word are those that were counted."""

import numpy as np
import pytest

from dateline.counts import places
from dateline.counts.tally import WORD

from .test_keyness import read

TEXTS = [
    "Storm over Aldmoor. The storm's end; storms, brainstorm, storm-proof.",
    "Ada Storm spoke of a storm.",
    "Nothing here.",
    "A storm.",
]
NAMES = [("a1", "Ada Storm", "ada-storm", "PERSON")]


def test_places_are_as_many_as_were_counted():
    corpus, tally = read(TEXTS, NAMES)
    code = tally.code_of(WORD, "storm")
    held, times = tally.holding(code, np.arange(4))
    assert dict(zip(held.tolist(), times.tolist(), strict=True)) == {0: 3, 1: 1, 3: 1}
    for row, n in zip(held.tolist(), times.tolist(), strict=True):
        found = places.of_word(corpus, "storm", row)
        assert len(found) == n
        assert all(corpus.articles.text.iat[row][a:b].lower() == "storm" for a, b in found)


def test_only_the_rows_asked_for():
    _, tally = read(TEXTS, NAMES)
    held, _ = tally.holding(tally.code_of(WORD, "storm"), np.array([1, 2]))
    assert held.tolist() == [1]
    assert tally.code_of(WORD, "whirlwind") == -1


PAGES = [
    (0, 2, [(0, 0, 2)]),
    (2, 2, [(0, 2, 3), (1, 0, 1)]),
    (4, 2, [(2, 0, 2)]),
    (6, 2, []),
    (0, 99, [(0, 0, 3), (1, 0, 1), (2, 0, 2)]),
]


@pytest.mark.parametrize(("first", "size", "wanted"), PAGES)
def test_page_of(first, size, wanted):
    assert places.page_of(np.array([3, 1, 2]), first, size) == wanted


AROUND = [
    ("He left. The storm came. It rained.", "storm", "The storm came. "),
    ("He left.\n\nThe storm came\n\nIt rained.", "storm", "The storm came\n\n"),
    # a full stop before a small letter ends no sentence
    ("It rose 3.5 m. in the storm that night.", "storm", "It rose 3.5 m. in the storm that night."),
    ("“Stop.” “The storm!” he said.", "storm", "“The storm!” he said."),
]


@pytest.mark.parametrize(("text", "word", "sentence"), AROUND)
def test_around(text, word, sentence):
    start = text.index(word)
    low, high = places.around(text, start, start + len(word))
    assert text[low:high] == sentence


def test_around_has_an_end_where_no_sentence_has():
    text = "x " * 2000 + "storm" + " y" * 2000
    low, high = places.around(text, 4000, 4005)
    assert high - low < 700

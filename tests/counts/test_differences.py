"""What differs between two texts, and what only one version has."""

import pytest

from dateline.counts.differences import ADDED, REMOVED, SAME, differences, only_here, words_of

# before, after → pieces
CASES = [
    ("One. Two.", "One. Two.", [("One. Two.", SAME)]),
    ("", "", []),
    ("", "One.", [("One.", ADDED)]),
    ("One.", "", [("One.", REMOVED)]),
    # a word in a sentence
    (
        "The gate was closed at noon today.", "The gate was shut at noon today.",
        [("The gate was ", SAME), ("closed ", REMOVED), ("shut ", ADDED), ("at noon today.", SAME)],
    ),
    # sentences with nothing in common are not taken apart
    (
        "First. Nobody came home.", "First. It rained.",
        [("First. ", SAME), ("Nobody came home. ", REMOVED), ("It rained.", ADDED)],
    ),
    # the setting is no difference: spaces, quotation marks, dashes
    ("“Yes,” he said – twice.", '"Yes," he said - twice.', [('"Yes," he said - twice.', SAME)]),
    ("One.\n\nTwo.", "One. Two.", [("One. Two.", SAME)]),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "pieces"), CASES)
def test_differences(before, after, pieces):
    assert [tuple(p) for p in differences(before, after)] == pieces


def test_both_texts_can_be_put_together_from_the_pieces():
    before = "The barrier failed. Six died in the flood. A judge will look into it. Nobody was to blame."
    after = (
        "The barrier failed at night. Six people died. Nobody, it was said, was to blame. A judge will look into it."
    )
    found = differences(before, after)
    assert "".join(p.text for p in found if p.kind != REMOVED) == after
    assert "".join(p.text for p in found if p.kind != ADDED).split() == before.split()
    assert words_of(found, ADDED) > 4


def test_only_here(corpus):
    a1, a2 = corpus.article_row("a1"), corpus.article_row("a2")
    names, quotes = only_here(corpus, a1, [a2])
    assert [corpus.entities.entity_id[e] for e in names] == ["aldmoor"]
    assert [corpus.quotes.speaker_entity[q] for q in quotes] == ["Ada Smith"]
    assert only_here(corpus, a1, [a1])[0]  # a version alone has all of its names to itself

"""What a click on a word or a name makes of the lens."""

import pytest

from dateline.lens import Lens
from dateline.web.narrow import with_term

CASES = [
    # lens, kind, key, words, names, match
    ({}, "word", "storm", "storm", (), "any"),
    ({"words": "harbour"}, "word", "storm", "harbour storm", (), "any"),
    # OR binds least: what was there before stays together
    ({"words": "harbour OR dock"}, "word", "storm", "(harbour OR dock) storm", (), "any"),
    ({"words": "ORACLE"}, "word", "storm", "ORACLE storm", (), "any"),
    ({"words": "Storm harbour"}, "word", "storm", "Storm harbour", (), "any"),
    ({}, "name", "ada", "", ("ada",), "any"),
    # one more name never shows more articles
    ({"entity": ("ben",)}, "name", "ada", "", ("ben", "ada"), "all"),
    ({"entity": ("ada",)}, "name", "ada", "", ("ada",), "any"),
]


@pytest.mark.parametrize(("lens", "kind", "key", "words", "names", "match"), CASES)
def test_with_term(lens, kind, key, words, names, match):
    got = with_term(Lens(**lens), kind, key)
    assert (got.words, got.entity, got.match) == (words, names, match)

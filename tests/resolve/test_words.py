import numpy as np
import pytest

from dateline.resolve.words import count, languages_of, stop_words, words

WORDS = [
    # lower case; nothing after an apostrophe, straight or curly
    ("Ada's boats, don’t sink", ["ada", "boats", "don", "sink"]),
    # hyphens divide; numbers and single letters are no words
    ("F-16 jets and 757s: a well-known pair", ["jets", "and", "well", "known", "pair"]),
    # accents stay
    ("Élysée über naïve", ["élysée", "über", "naïve"]),
    # no spaces between words: pairs of characters
    ("利率下降", ["利率", "率下", "下降"]),
    ("Bank 利率", ["bank", "利率"]),
    ("🙂 !!! 2024", []),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words(text, expected):
    assert words(text) == expected


def test_stop_words_of_several_languages_and_of_none():
    assert {"the", "and", "don"} <= stop_words(["en"])
    assert "und" in stop_words(["de", "en"])
    assert "und" not in stop_words(["en"])
    assert stop_words(["xx", "", "../etc"]) == stop_words([])


def test_languages_most_frequent_first_and_english_always():
    assert languages_of(["de"] * 5 + ["fr"] * 3 + [""] * 2) == ["de", "fr", "en"]
    # one article in two hundred does not make a language of the pile
    assert languages_of(["en"] * 199 + ["fi"]) == ["en"]
    assert languages_of([]) == ["en"]


def test_counts():
    got = count(["red boat, red sail", "", "boat"], stop={"sail"})
    assert got.vocabulary == ["boat", "red"]
    assert got.table.toarray().tolist() == [[1, 2], [0, 0], [1, 0]]
    # with a vocabulary: its words in its order, stop words or not
    assert count(["red sail"], vocabulary=["sail", "blue", "red"]).table.toarray().tolist() == [[1, 0, 1]]


def test_vocabulary_does_not_depend_on_the_order_of_texts():
    texts = ["b a", "c b", "a d"]
    one, two = count(texts), count(texts[::-1])
    assert one.vocabulary == two.vocabulary
    assert np.array_equal(one.table.toarray(), two.table.toarray()[::-1])

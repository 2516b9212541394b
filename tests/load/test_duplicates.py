from datetime import datetime

import pytest

from dateline.load.duplicates import duplicates, group, pairs, shingles, similarity

from . import samples

OTHER = " ".join(
    f"The {n} bakery on Mill Street opened at {n} with {n} kinds of bread, and its owner counted {n} customers."
    for n in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
)
HALF = samples.BODY[: len(samples.BODY) * 6 // 10]
EDITED = (
    samples.BODY.replace("Tuesday", "Wednesday").replace("14 million", "15 million") + " The mayor did not comment."
)


# whole copy, half-cut copy, edited copy, other story, empty text
@pytest.mark.parametrize(
    ("text", "same"),
    [(samples.BODY, True), (HALF, True), (EDITED, True), (OTHER, False), ("", False), ("one word", False)],
)
def test_copies_are_found_by_containment(text, same):
    found = pairs([samples.BODY, text])
    assert [p.similarity >= 0.6 for p in found] == ([True] if same else [])


def test_every_duplicate_names_the_earliest_and_never_a_duplicate():
    texts = [HALF, EDITED, samples.BODY, OTHER, OTHER + " Really."]
    when = [datetime(2021, 2, 3), datetime(2021, 2, 4), datetime(2021, 2, 2), None, datetime(2021, 1, 1)]
    out = duplicates(texts, list("abcde"), when)
    assert out == ["c", "c", "", "e", ""]
    named = dict(zip("abcde", out, strict=True))
    assert all(named[d] == "" and d != i for i, d in named.items() if d)


def test_the_result_does_not_depend_on_the_order():
    texts = [HALF, EDITED, samples.BODY, OTHER, "", OTHER + " Really.", samples.LEAD]
    ids = list("abcdefg")
    forward = dict(zip(ids, duplicates(texts, ids, [None] * 7), strict=True))
    back = dict(zip(ids[::-1], duplicates(texts[::-1], ids[::-1], [None] * 7), strict=True))
    assert forward == back


def test_a_threshold_can_be_moved_over_the_same_pairs():
    found = pairs([samples.BODY, HALF + " " + OTHER], floor=0.3)
    assert len(found) == 1
    s = found[0].similarity
    assert 0.3 <= s < 1
    assert group(["a", "b"], [None, None], found, s + 0.01) == ["", ""]
    assert group(["a", "b"], [None, None], found, s) == ["", "a"]


# telegrams of one form but of other companies share most of a few words and are no copies
def test_short_texts_need_more_than_containment():
    a = "Acme Corp said its board declared a three-for-two stock split, payable April 30."
    b = "Zenith Inc said its board declared a three-for-two stock split, payable on June 2 to holders."
    assert similarity(shingles(a), shingles(b)) < 0.6
    assert similarity(shingles(a), shingles(a)) == 1


def test_scripts_without_spaces_are_compared_by_characters():
    a = "港の評議会は火曜日に嵐で壊れた古いターミナルを閉鎖することを決めた。" * 3
    assert pairs([a, a[:60], "別の町では製粉所のパン屋が洪水の後に初めて店を開き多くの客が列を作った。" * 3])[0][
        :2
    ] == (0, 1)


def test_many_copies_of_one_text_are_one_group():
    out = duplicates([samples.BODY] * 200 + [OTHER], [f"{n:03}" for n in range(201)], [None] * 201)
    assert out == ["", *["000"] * 199, ""]

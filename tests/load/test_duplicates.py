import random
import re
from datetime import datetime

import pytest

from dateline.load.duplicates import THRESHOLD, duplicates, group, pairs
from dateline.load.shingles import batches, once, shingles, similarity
from dateline.load.sketches import candidates, sketches

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


WIDE = "港の評議会は火曜日に嵐で壊れた古いターミナルを閉鎖することを決めた。"
TEXTS = [
    samples.BODY, "", "one", "two words", "ONE two, three!", "_a_ b-c d", OTHER.upper(), "«ça» İstanbul ﬁn Straße",
    WIDE, f"NATO{WIDE}", f"{OTHER} {WIDE}", "เมืองท่าปิดสถานีเก่าในวันอังคาร", "a \ud800 b c", "x" * 70_000,
    "\n\n", "\x00a b\x00c",
]  # fmt: skip


def counted(text):
    """How many shingles a text has, told word by word."""
    words = re.findall(r"\w+", text.casefold())
    wide = r"[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0eff]"
    if words and len(text) > 15 * len(words):
        words = [c for w in words for c in (w if re.search(wide, w) else [w])]
    return len({tuple(words[i : i + 3]) for i in range(max(1, len(words) - 2))}) if words else 0


# the words are found for many texts at once, among others: case, signs, scripts, broken characters, long and empty ones
@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_shingles_are_all_sequences_of_three_words(number):
    text = TEXTS[number]
    alone = shingles(text)
    assert len(alone) == counted(text)
    held = [once(p.hashes[a:b]) for p in batches(TEXTS) for a, b in zip(p.bounds, p.bounds[1:], strict=False)]
    assert len(held) == len(TEXTS)
    assert alone.tolist() == held[number].tolist()


def made_up(rng, words):
    """Sentences of invented words, as unevenly frequent as in a language."""
    known = [a + b + c for a in ("ba", "cor", "de", "fin", "ga") for b in "aeiou" for c in ("l", "n", "rst", "mp", "k")]
    picked = rng.choices(known, [1 / (n + 2) for n in range(len(known))], k=words)
    return [f"{w}." if n % 17 == 16 else w for n, w in enumerate(picked)]


def copies_of(rng, words):
    """Copies of a text as they occur, and a follow-up that is none: it shares a quarter."""
    half = words[: len(words) * 55 // 100]
    edited = [w if rng.random() > 0.06 else "edited" for w in words]
    inside = made_up(rng, len(words) // 2) + words + made_up(rng, len(words) // 2)
    follow_up = words[: len(words) // 4] + made_up(rng, len(words))
    return [half, edited, inside], follow_up


def test_copies_that_were_cut_edited_or_built_in_are_found_and_nothing_else():
    rng = random.Random(1605)
    texts, right = [], set()
    for _ in range(200):
        words = made_up(rng, rng.choice([90, 200, 500, 900]))
        copies, follow_up = copies_of(rng, words)
        at = len(texts)
        texts += [" ".join(t) for t in (words, *copies, follow_up)]
        right |= {(at, at + n) for n in (1, 2, 3)}
    found = {p[:2] for p in pairs(texts) if p.similarity >= THRESHOLD}
    assert len(right & found) >= 0.985 * len(right)
    # copies are also copies of one another; nothing is one of a follow-up or of another story
    assert all(a // 5 == b // 5 and b % 5 != 4 for a, b in found)


def test_few_pairs_are_left_to_be_compared_word_by_word():
    rng = random.Random(7)
    texts = [" ".join(made_up(rng, rng.choice([50, 400]))) for _ in range(600)]
    first, _ = candidates(*sketches(texts, len(texts)), 0.3)
    assert len(first) < len(texts) / 10


def test_what_was_found_once_is_found_again():
    rng = random.Random(3)
    texts = [" ".join(made_up(rng, 80)[: rng.randrange(90)]) for _ in range(300)]
    assert pairs(texts) == pairs(list(texts))
    assert pairs([]) == pairs([""]) == pairs(["", "?"]) == []

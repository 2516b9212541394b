import pytest

from dateline.resolve.topics import phrases as ph
from dateline.resolve.topics.grammar import study
from dateline.resolve.topics.reading import read
from dateline.resolve.words import stop_words

STOP = stop_words(["en"])
# what shows that these are nouns and those are verbs
BACKGROUND = [
    "The oil prices of the market were high. They rose to a record. The prices of oil fell and the market fell to it.",
    "He wants to buy the company. A tender offer for the company is in the market. The dock is closed.",
    "In the storm the dock was lost. The council of the town is here. The players were at the game. The rates are set.",
]


def found(text, background=BACKGROUND):
    texts = [read(t, STOP) for t in [*background, text]]
    return ph.phrases(texts[-1], study(texts))


HOLDS = [
    # the longest run of capitalised words, without what follows a possessive
    ("In June Ada Maria Quill met Weston's Ben Farrow.", {("name", "Ada Maria Quill"), ("name", "Ben Farrow")}),
    # without the role before it and the legal form after it
    (
        "Then Prime Minister Ada Quill sued Farrow Steel Corp over it.",
        {("name", "Ada Quill"), ("name", "Farrow Steel")},
    ),
    # nor what follows the legal form (a ticker), nor small words left at the end of it
    ("Then Farrow Steel Inc FRST rose.", {("name", "Farrow Steel")}),
    ("They saw Quill Under the bridge.", {("name", "Quill")}),
    # initials and abbreviations do not end a name
    ("They elected John F. Farrow of the U.S. Senate.", {("name", "John F. Farrow"), ("name", "U.S. Senate")}),
    # small words inside: may be one name or two
    ("It asked the Bank of Weston and left.", {("joined", "Bank of Weston")}),
    # a capitalised stop word after a name is part of it
    ("They bought Formula One tickets.", {("name", "Formula One")}),
    # used as an adjective
    ("Then Westonian troops left.", {("adjective", "Westonian")}),
    # noun phrases end in a noun and begin anywhere before it
    ("Higher crude oil prices hurt.", {("noun", "oil prices"), ("noun", "crude oil prices")}),
]


@pytest.mark.parametrize(("text", "expected"), HOLDS)
def test_phrases_that_are_there(text, expected):
    assert expected <= found(text)


LACKS = [
    # the place and agency at the head
    ("WESTON (ABC) - Ada Quill left.", "weston"),
    ("WESTON, Ohio -- Ada Quill left.", "weston"),
    # a verb is no part of a noun phrase, nor its end
    ("The oil prices rose to it.", "prices rose"),
    # no phrase crosses a full stop, a comma or a bracket
    ("They like oil. Prices fell.", "oil prices"),
    ("They like oil (prices fell).", "oil prices"),
    # the head of a longer phrase is not dropped
    ("The oil prices of it.", "oil"),
    # the name of a field, addresses, tags
    ("Note: the dock is closed.", "note"),
    ("See https://example.org/oil-prices now.", "example"),
    ("See <a href=x>oil</a> &lt;b&gt;oil&lt;/b&gt; now.", "href"),
    ("It is at docks.weston.edu now.", "docks.weston.edu"),
    ("The dock\nReply-To: Ada Quill", "reply-to"),
    # an article is no part of a phrase at the head of a sentence
    ("A Senate vote is set.", "a senate"),
    # days are not part of a name
    ("On Monday Ada Quill left.", "monday"),
]


@pytest.mark.parametrize(("text", "absent"), LACKS)
def test_phrases_that_are_not_there(text, absent):
    assert absent not in {t.lower() for _, t in found(text)}


def test_names_are_written_as_in_the_text():
    text = "It was Ada\nQuill of O’Hara & Sons who spoke."
    assert {("name", "Ada Quill"), ("joined", "Ada Quill of O’Hara & Sons")} & found(text)


def test_a_word_always_beside_the_same_is_furniture():
    articles = [f"Shares of firm {n} rose ({chr(65 + n)}CO: Quote, Profile, Research)." for n in range(20)]
    g = study([read(a, STOP) for a in articles])
    assert g.is_fixture("profile")
    assert not g.is_fixture("shares")


def test_long_runs_cost_little():
    # would take minutes if any pattern went back over its steps
    for text in ("A" * 50_000, "<" * 50_000, "a.b." * 20_000, "Ab " * 20_000, "(" * 50_000 + "-"):
        assert isinstance(found(text, []), set)

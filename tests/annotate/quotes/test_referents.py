"""Who a speaker is: the words of the speaker and the names of the article → a chain and how it is known."""

import pytest

from dateline.annotate.quotes.pronouns import stranger
from dateline.annotate.quotes.referents import Article
from dateline.annotate.record import Name

# chains: the full names, by number
FULL = {0: "Ada Hale", 1: "Ben Quill", 2: "Marlow Water", 3: "Aldmoor", 4: "Dora Hale"}
LABELS = {0: "PERSON", 1: "PERSON", 2: "ORG", 3: "GPE", 4: "PERSON"}
# how a chain is written in the texts below, longest first
FORMS = [("Ada Hale", 0), ("Ben Quill", 1), ("Dora Hale", 4), ("Marlow Water", 2), ("Marlow", 2), ("Quill", 1)]
FORMS += [("Hale", 0), ("Aldmoor", 3)]


def article(text, roles=None, genders=None, quoted=()):
    """An article whose names are those of FORMS, found from left to right."""
    roles, names, at = roles or {}, [], 0
    while at < len(text):
        form = next(((w, c) for w, c in FORMS if text.startswith(w, at)), None)
        if form is None:
            at += 1
            continue
        word, chain = form
        names.append(Name(at, at + len(word), LABELS[chain], chain, roles.get(word, "")))
        at += len(word)
    return Article(text, names, genders or {0: "f", 1: "m", 4: "f"}, FULL, quoted)


def asked(text, words, last=None, said=(), stranger=None, agents=None, **known):
    """The answer for the last place at which the words stand in the text; ``last`` is (chain, its words).

    ``stranger``: the words of somebody without a name who spoke, and m, f or ''; ``agents``: names as they stand in the
    text and whether the parse has them for subjects.
    """
    start = text.rindex(words)
    before = None if last is None else (last[0], text.index(last[1]) + len(last[1]))
    asking = article(text, **known)
    if stranger:
        asking.stranger = text.index(stranger[0]) + len(stranger[0]), stranger[1]
    asking.agents = {text.index(name): is_one for name, is_one in (agents or {}).items()}
    found = asking.who((start, start + len(words)), before, said)
    return found.chain, found.resolved


NAMED = [
    # a full name, a surname, the short form of a body, a place
    ("The wall fell, Ada Hale said.", "Ada Hale", (0, "named")),
    ("Ada Hale came. Hale said no.", "Hale", (0, "short name")),
    ("Marlow Water came. Marlow said no.", "Marlow", (2, "short name")),
    ("Aldmoor said no.", "Aldmoor", (3, "named")),
    # the name of the head, not those behind the comma or the preposition
    ("Ada Hale of Marlow Water said no.", "Ada Hale of Marlow Water", (0, "named")),
    ("Ada Hale, who followed Ben Quill, said no.", "Ada Hale, who followed Ben Quill", (0, "named")),
    ("Marlow Water chief Ada Hale said no.", "Marlow Water chief Ada Hale", (0, "named")),
    # not who works for her
    ("Ada Hale came. The Hale campaign said no.", "The Hale campaign", (-1, "unnamed")),
    ("Ada Hale came. Hale supporters said no.", "Hale supporters", (-1, "unnamed")),
    ("Ada Hale came. Hale herself said no.", "Hale herself", (0, "short name")),
    # of whom somebody is the brother: nobody named
    ("Ada Hale came. The brother of Ada Hale said no.", "The brother of Ada Hale", (-1, "role")),
    ("Ada Hale came. Ada Hale's brother said no.", "Ada Hale's brother", (-1, "role")),
]


@pytest.mark.parametrize(("text", "words", "expected"), NAMED)
def test_names(text, words, expected):
    assert asked(text, words) == expected


def test_the_name_between_commas_behind_a_role():
    text = "The chief of the works, Ada Hale, said no."
    assert asked(text, "The chief of the works") == (0, "named")


APPOSED = [
    ("Ada Hale went in. Her lawyer, Ben Quill, said no.", "Her lawyer", (1, "named")),
    (
        "Ada Hale went in. The leader of the union, Ben Quill, said no.",
        "The leader of the union, Ben Quill",
        (1, "named"),
    ),
    # a person whom the model took for a body still stands beside the role; a place beside a place does not
    ("Ada Hale went in. Her party's leader, Marlow Water, said no.", "Her party's leader", (2, "named")),
    # the name that opens the sentence, the phrase beside it; not one that only stands before it
    ("Aldmoor fell. Marlow Water, the firm paid to mend it, said no.", "the firm paid to mend it", (2, "named")),
    ("Marlow Water fell. After talks with Mr. Quill, the firm said no.", "the firm", (2, "role")),
    ("Marlow Water fell. After talks with Ben Quill, the firm said no.", "the firm", (2, "role")),
    # a name that goes on, a title before a name
    ("Another engineer, Ben Quill of Marlow Water, said no.", "Another engineer", (1, "named")),
    ("The people of the town, Aldmoor, said no.", "The people of the town", (-1, "unnamed")),
    ("Ada Hale went in. Her lawyer said no.", "Her lawyer", (-1, "unnamed")),
    ("Ben Quill scored. “I fell,” the 33-year-old captain said.", "the 33-year-old captain", (1, "role")),
    ("It was Ada Hale's claim.", "Ada Hale", (0, "named")),
]


def test_a_title_between_the_comma_and_the_name():
    text = "Ada Hale's niece, state Sen. Ben Quill said no."
    words = "Ada Hale's niece, state Sen. Ben Quill"
    assert asked(text, words, roles={"Ben Quill": "state Sen."}) == (1, "named")


@pytest.mark.parametrize(("text", "words", "expected"), APPOSED)
def test_names_behind_a_role(text, words, expected):
    assert asked(text, words) == expected


PRONOUNS = [
    # the last speaker, where the pronoun fits
    ("Ada Hale said no. She said it again.", "She", (0, "Ada Hale"), (0, "pronoun")),
    # ... and where it does not, the one whom it fits
    ("Ben Quill came. Ada Hale said no. He said yes.", "He", (0, "Ada Hale"), (1, "pronoun")),
    # somebody else has become the subject since
    ("Ada Hale said no. Dora Hale came in. She said yes.", "She", (0, "Ada Hale"), (4, "pronoun")),
    # ... but not the object of a preposition
    ("Ada Hale said no. The letter came to Dora Hale. She said yes.", "She", (0, "Ada Hale"), (0, "pronoun")),
    # a body or a country speaks as it or they
    ("Marlow Water said no. It said so twice.", "It", (2, "Marlow Water"), (2, "pronoun")),
    # nobody whom it fits
    ("Ada Hale said no. He said yes.", "He", (0, "Ada Hale"), (-1, "unresolved")),
    # the first person is not resolved
    ("Ada Hale said no. I said yes.", "I", (0, "Ada Hale"), (-1, "unresolved")),
]


PRONOUNS += [
    # somebody without a name came in after all others
    ("Ada Hale said no. A lawyer was blunter. “Never,” she said.", "she", (0, "Ada Hale said"), (-1, "unnamed")),
    # ... unless a name follows
    ("Ben Quill came. A lawyer, Ada Hale, was blunter. “Never,” she said.", "she", None, (0, "pronoun")),
    ("“It creaked,” said one.", "one", None, (-1, "unnamed")),
    # what is written speaks
    ("Marlow Water has seen a report. It says the wall fell.", "It", None, (-1, "document")),
    # ... but for whoever issued it, or says something in it
    ("Marlow Water published a report. It says the wall fell.", "It", None, (2, "pronoun")),
    ("Marlow Water denied it. In a statement it said the wall stood.", "it", None, (2, "pronoun")),
]


@pytest.mark.parametrize(("text", "words", "last", "expected"), PRONOUNS)
def test_pronouns(text, words, last, expected):
    assert asked(text, words, last) == expected


# who opens a paragraph is who it is about, though nothing tells that it is a "she"
OPENED = "Ben Quill came.\n\nMarlow said no.\n\n{} took a cap off. He said there was no quarrel."
SINCE = [
    (OPENED.format("Dora Hale"), (1, "Ben Quill"), {"Dora Hale": True}, {1: "m", 4: ""}, (4, "pronoun")),
    # ... not an object, nor whom the pronoun does not fit
    (OPENED.format("The cap of Dora Hale"), (1, "Ben Quill"), {}, {1: "m", 4: ""}, (1, "pronoun")),
    (OPENED.format("Dora Hale"), (1, "Ben Quill"), {"Dora Hale": True}, {1: "m", 4: "f"}, (1, "pronoun")),
    # the parse finds a subject that does not open its sentence
    (
        "Ben Quill said no.\n\nIn the town, the head of the club, Dora Hale, got up. He said so.",
        (1, "Ben Quill said"),
        {"Dora Hale": True},
        {1: "m", 4: ""},
        (4, "pronoun"),
    ),
    # what stands before the comma is no clause of its own; "for" says whom it is about; a name in a phrase does not
    (
        "Ben Quill said no.\n\nAt the fair on Monday, Dora Hale stood up. He said so.",
        (1, "Ben Quill said"),
        {},
        {1: "m", 4: ""},
        (4, "pronoun"),
    ),
    (
        "Ben Quill said no.\n\nFor Dora Hale, a baker, it was long. He said so.",
        (1, "Ben Quill said"),
        {},
        {1: "m", 4: ""},
        (4, "pronoun"),
    ),
    (
        "Ben Quill said no.\n\nOn The Dora Hale Show, much was eaten. He said so.",
        (1, "Ben Quill said"),
        {},
        {1: "m", 4: ""},
        (1, "pronoun"),
    ),
    # nearer, and surely he
    (
        "Marlow said no.\n\nThe phrase that Dora Hale used is in talks Ben Quill gave, where he said so. He said so.",
        None,
        {},
        {1: "m", 4: ""},
        (1, "pronoun"),
    ),
    # in the same paragraph the last speaker goes on
    ("Ben Quill said no. Dora Hale sat there. He said so.", (1, "Ben Quill said"), {}, {1: "m", 4: ""}, (1, "pronoun")),
]


@pytest.mark.parametrize(("text", "last", "agents", "genders", "expected"), SINCE)
def test_who_became_the_subject_since(text, last, agents, genders, expected):
    assert asked(text, "He", last, agents=agents, genders=genders) == expected


STRANGERS = [
    # who has no name goes on speaking
    ("Ada Hale said no. An official said yes. “Never,” she said.", ("An official said", ""), (-1, "unnamed")),
    # ... unless it is a man, or somebody has become the subject, or it is long ago
    ("Ada Hale said no. A man said yes. “Never,” she said.", ("A man said", "m"), (0, "pronoun")),
    ("An official said yes. Ada Hale stood up. “Never,” she said.", ("An official said", ""), (0, "pronoun")),
    ("An official said yes. " + "It rained. " * 40 + "Ada Hale came. “No,” she said.", ("yes.", ""), (0, "pronoun")),
]


@pytest.mark.parametrize(("text", "stranger", "expected"), STRANGERS)
def test_who_has_no_name_goes_on(text, stranger, expected):
    last = (0, "Ada Hale said") if "Ada Hale said" in text else None
    assert asked(text, "she", last, stranger=stranger) == expected


@pytest.mark.parametrize(
    ("phrase", "gender"),
    [
        ("a junior official who lives nearby", ""),
        ("Another woman", "f"),
        ("one spokesman for the works", "m"),
        ("the woman", "f"),
        ("she", "f"),
        # a role that somebody named may bear, several people, no person
        ("the official", None),
        ("two officials", None),
        ("officials", None),
        ("a report", None),
        ("", None),
    ],
)
def test_one_person_without_a_name(phrase, gender):
    assert stranger(phrase) == gender


def test_in_the_words_of_the_paper_one_names_oneself():
    text = "Ada Hale said no.\n\nDora Hale asks questions.\n\nShe notes that Dora Hale was not heard."
    said = [(text.index("that Dora"), len(text))]
    assert asked(text, "She", (0, "Ada Hale"), said) == (4, "pronoun")
    # ... but nobody calls herself so aloud
    quoted = [(text.index("Dora Hale was"), len(text))]
    assert asked(text, "She", (0, "Ada Hale"), said, quoted=quoted) == (0, "pronoun")


def test_whom_the_speaker_names_is_not_who_speaks():
    text = "Ada Hale came. Dora Hale would go first, she said."
    said = [(text.index("Dora"), text.index(", she"))]
    assert asked(text, "she", None, said) == (0, "pronoun")


def test_names_in_quotation_marks_are_no_antecedents():
    text = "Ada Hale came. “Dora Hale is here.” She said so twice."
    quoted = [(text.index("“"), text.index("”") + 1)]
    assert asked(text, "She", quoted=quoted) == (0, "pronoun")


ROLES = [
    # who was introduced so
    ("The mayor Ada Hale met Ben Quill. The mayor said no.", "The mayor", {"Ada Hale": "mayor"}, (0, "role")),
    # of two the one who shares more words
    (
        "Ada Hale met Ben Quill. The deputy mayor said no.",
        "The deputy mayor",
        {"Ada Hale": "mayor", "Ben Quill": "deputy mayor"},
        (1, "role"),
    ),
    # a minister of something else
    (
        "The finance minister, Ada Hale, came. The prime minister said no.",
        "The prime minister",
        {"Ada Hale": "finance minister"},
        (-1, "role"),
    ),
    (
        "The prime minister, Ada Hale, came. The minister said no.",
        "The minister",
        {"Ada Hale": "prime minister"},
        (-1, "role"),
    ),
    # the spokeswoman of a body, introduced as such
    (
        "Ada Hale spoke for Marlow Water. A spokeswoman for Marlow Water said no.",
        "A spokeswoman for Marlow Water",
        {"Ada Hale": "spokeswoman for Marlow Water"},
        (0, "role"),
    ),
    # a role whose bearer is not named
    ("Ada Hale came. The mayor said no.", "The mayor", {}, (-1, "role")),
    ("Ada Hale came. A spokesman for Marlow Water said no.", "A spokesman for Marlow Water", {}, (-1, "role")),
    # the company
    ("Marlow Water was sold. The company said no.", "The company", {}, (2, "role")),
    # a body by the end of its name
    ("Marlow Water was sold. The school said no.", "The school", {}, (-1, "unnamed")),
    # people without a name, documents
    ("Ada Hale came. Officials said no.", "Officials", {}, (-1, "unnamed")),
    ("Ada Hale came. The report said no.", "The report", {}, (-1, "document")),
]


@pytest.mark.parametrize(("text", "words", "roles", "expected"), ROLES)
def test_roles(text, words, roles, expected):
    assert asked(text, words, roles=roles) == expected


def test_an_epithet_is_who_spoke_last():
    text = "Ada Hale said no. Ben Quill listened. The candidate said yes."
    assert asked(text, "The candidate", (0, "Ada Hale said no")) == (0, "role")
    assert asked(text, "The candidate") == (-1, "role")


def test_no_speaker():
    assert article("Ada Hale came.").who(None, None).resolved == "unresolved"


def test_a_title_with_a_full_stop_keeps_its_name():
    text = "The wall fell, said Aldmoor police Lt. Ada Hale on Monday."
    start = text.index("Aldmoor")
    span = article(text).titled((start, text.index(". Ada")))
    assert text[slice(*span)] == "Aldmoor police Lt. Ada Hale"
    assert article(text).titled(None) is None

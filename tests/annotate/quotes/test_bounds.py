"""How far quotations reach: text → the contents found, in reading order."""

import pytest


def contents(doc):
    return [doc.text[p.start : p.end] for p in doc._.quotes]


CASES = [
    # a noun phrase about the whole clause is the reporter's
    (
        "Ada Hale said the port had lost money since May, the first time it had done so.",
        ["the port had lost money since May"],
    ),
    ("Ada Hale said the port would have to close — a charge that stung.", ["the port would have to close"]),
    # the rest of the answers
    ("Half said they would go by train, while 9 percent wanted a bus.", ["they would go by train"]),
    # the reason goes with the words in marks, wherever the parser hangs it
    (
        "Ada Hale said he was “totally against the port” because it cost too much.",
        ["he was “totally against the port” because it cost too much"],
    ),
    # what is fronted behind "that" is the speaker's
    (
        "Ada Hale said that when the port opened last year, “it was far too small.”",
        ["when the port opened last year, “it was far too small.”"],
    ),
    # those called on belong to the call
    (
        "Ada Hale called on the council to reopen the port that it had closed.",
        ["the council to reopen the port that it had closed"],
    ),
    # what leads up to a colon is the reporter's
    (
        "Hale defends the port in a new film: “It will pay for itself,” the mayor says to the camera.",
        ["“It will pay for itself,”"],
    ),
    (
        "Hale said the port was “a gift,” but he had a warning: “You never know how long it will last.”",
        ["the port was “a gift,”", "“You never know how long it will last.”"],
    ),
    # a capital pronoun begins the next sentence
    (
        "Hale was asked, “Did you know about the leak?” She answered, “I had no idea at all.”",
        ["“Did you know about the leak?”", "“I had no idea at all.”"],
    ),
    # the second half of an interrupted quotation with a small letter
    (
        "“I do love the port,” she said, but “when it comes to money, it has a long history of losses.”",
        ["“I do love the port,”", "“when it comes to money, it has a long history of losses.”"],
    ),
    # a phrase between a noun of speech and its clause
    (
        "She was mocked for her claim in a letter to members that the port had never lost money.",
        ["the port had never lost money"],
    ),
    # an aside with "as"
    (
        "The port, as one of the mayor's advisers pointed out, normally closes in winter.",
        ["The port", "normally closes in winter"],
    ),
    # a phrase between the verb and a clause without "that"
    (
        "The crowd booed after he admitted under questioning he had not been to the port.",
        ["he had not been to the port"],
    ),
    # the comma in the marks ends the quotation
    ("Ada Hale called him a “dreamer,” a word that stung.", ["him a “dreamer,”"]),
    # what she called it belongs to who denounces it
    ("The council denounced what it called “a gift” to the port.", ["what it called “a gift” to the port"]),
    # what is made clear
    ("The ruling made it clear the port takes no blame for the leak.", ["the port takes no blame for the leak"]),
    # slogans in capitals are no titles
    ("Workers stood at the gate, chanting “Save Our Port.”", ["“Save Our Port.”"]),
    # both clauses before the verb
    (
        "The port is still small, but it has won a loyal crowd, said Ada Hale.",
        ["The port is still small, but it has won a loyal crowd"],
    ),
    # a sentence behind a semicolon is one of its own
    ("The army had two boats there; the brigade had asked for three.", []),
    # a plural verb taken for an infinitive
    (
        "Ada Hale argued that the port and its appeal to sailors grow out of an old mistake that nobody admits.",
        ["the port and its appeal to sailors grow out of an old mistake that nobody admits"],
    ),
    # the question word that the parser hung on the verb
    (
        "In her book Ada Hale described how, growing up, the port turned into a town and then a city.",
        ["how, growing up, the port turned into a town and then a city"],
    ),
    # in brackets
    ("(As the Marlow News first reported, the port lost money in 2002.)", ["the port lost money in 2002"]),
    # what is called for ends before the next act
    (
        "The mayor called on the council to sell what it owns and said funding is needed.",
        ["the council to sell what it owns", "funding is needed"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_contents(nlp, text, expected):
    assert contents(nlp(text)) == expected


NOBODY = [
    "It is too soon to say whether the port will pay.",
    "It is worth noting that the port has never paid.",
    "It should be noted that the port has never paid.",
    "There is no denying that the port has never paid.",
    "There is no indication that the port has ever paid.",
    # the reader is told to, the writer remembers
    "Write what happened: the water came in through the roof of the port.",
    "Tell the council that the port must open by May.",
    "I noticed she said the port would open in May.",
    # nobody is told
    "From here you can tell whether the port is open.",
    "All told, up to 500 sailors could be owed money.",
    "Her trouble was underscored when the port did not open on Monday.",
    # a sentence of its own behind a dash
    "The row over the port goes on - Ada Hale has vowed to fight it.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_speaks(nlp, text):
    assert contents(nlp(text)) == []

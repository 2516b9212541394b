"""Who speaks at a verb: text → the speaker's words of its last quotation."""

import pytest


def speaker(doc):
    p = doc._.quotes[-1]
    return doc.text[p.speaker_start : p.speaker_end] if p.speaker_start >= 0 else ""


CASES = [
    # across what commas enclose
    ("Ada Hale, at a meeting on Monday evening, said, “The port is safe and we checked it.”", "Ada Hale"),
    ("Quill, meanwhile, who has no seat on the board, said the port was safe.", "Quill"),
    # the name behind a phrase before it
    (
        "With 50 days until the vote, Ada Hale, a senior adviser to the port, called the plan “a true gift.”",
        "Ada Hale",
    ),
    # "who" is the person named, where it is a person
    ("The town heard from a friend of Ada Hale, who agreed that the port was safe.", "Ada Hale"),
    # what was asked is not what follows the comma
    ("Asked by the lawyer Ada Hale why, he said he had seen the port that night.", "he"),
    # who is led to speak
    ("The report led the mayor to admit that the port had lost money.", "the mayor"),
    # whoever issues a document says what it says
    ("The council issued a statement saying the port was safe.", "The council"),
    ("In the hall hung a notice saying the port was safe.", "a notice"),
    # the next act of who spoke, not of what was spoken of
    (
        "Ada Hale said the country would sell the port by the end of March and suggested that it would not be cheap.",
        "Ada Hale",
    ),
    # who takes the chance, whose answer it was
    ("Ada Hale never missed an opportunity to remind the crowd that the port was safe.", "Ada Hale"),
    ("When pressed on the port, her best answer was to say that it would pay.", "her"),
    # an adjective between
    ("Ada Hale was quick to point out that the port was safe.", "Ada Hale"),
    # has said, not is said
    ("She's said she gets her figures from the port.", "She"),
    # by what means is not by whom
    ("“The port is old,” the union's general secretary, Ada Hale, said by telephone.", "the union's general secretary"),
    # what leads up to a colon: a thing does not speak, whose it is does
    ("The part most papers printed was shorter: “We will go on.”", ""),
    ("There was a second line: “We will go on.”", ""),
    ("Ada Hale was blunt: “We will go on.”", "Ada Hale"),
    # who marches, not where
    ("Workers marching through the streets chanted “What port?” and went on.", "Workers marching through the streets"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_speaker(nlp, text, expected):
    assert speaker(nlp(text)) == expected


def test_who_is_a_person_not_the_body_behind_of(nlp):
    doc = nlp("They heard an inspector of the Harbour Board, who agreed that the port was safe.")
    # how far the phrase goes depends on the model
    assert speaker(doc).startswith("an inspector")

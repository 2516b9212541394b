"""Letter case of headlines: what the article, the word list and the gazetteer say."""

import pytest

from dateline.annotate.names.truecase import truecase

BODY = "\n\nThe police in Aldmoor said that Ada Melk left NATO and the harbour on Monday.\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # capitals: the article knows its names and its words
        ("POLICE SAY MELK LEFT NATO HARBOUR", "Police say Melk left NATO harbour"),
        # title case: verbs go down, names stay
        ("Ada Melk Leaves Aldmoor Harbour Early", "Ada Melk leaves Aldmoor harbour early"),
        # where the article is silent the gazetteer and given names decide
        ("MINISTER VISITS NORWAY WITH JOHN QUEXLEY", "Minister visits Norway with John Quexley"),
        # a dateline
        ("ALDMOOR (Northwire) - The harbour closed on Monday.", "Aldmoor (Northwire) - The harbour closed on Monday."),
        ("KUALA LUMPUR, Aug 30 - It rained and they left.", "Kuala Lumpur, Aug 30 - It rained and they left."),
        # Mc
        ("MCALLEN SAYS NOTHING TO POLICE", "McAllen says nothing to police"),
        # a sentence, a credit and a table of names are left as they are
        ("The police left the harbour.", "The police left the harbour."),
        ("(Reporting by Ada Young; Editing by Ben White)", "(Reporting by Ada Young; Editing by Ben White)"),
        ("Oldmoor 2 Brackwell 1", "Oldmoor 2 Brackwell 1"),
    ],
)  # fmt: skip
def test_line(line, expected):
    assert truecase(line + BODY).split("\n")[0] == expected


def test_length_and_body_stay():
    text = "STRASSE İSTANBUL ẞ ǅ HEADLINE IN CAPITALS" + BODY
    out = truecase(text)
    assert len(out) == len(text)
    assert out.endswith(BODY)


def test_the_title_is_evidence():
    assert truecase("QUEXLEY WINS THE VOTE", "Why Quexley won") == "Quexley wins the vote"


@pytest.mark.parametrize("text", ["", "\n", "A", "ABC", "-" * 100, "A " * 3000, "(((", "D.C. U.S. U.N."])
def test_odd_texts(text):
    assert len(truecase(text)) == len(text)

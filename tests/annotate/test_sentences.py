"""Sentence bounds: what ends a sentence and what does not, whatever the model says."""

import pytest
import spacy

from dateline.annotate.sentences import sentences

NLP = spacy.blank("en")


def cut(text, wrong=()):
    """Sentences of a text whose model put its boundaries before every token after a full stop, and before ``wrong``."""
    doc = NLP(text)
    for i, t in enumerate(doc):
        t.is_sent_start = i == 0 or doc[i - 1].text[-1] in ".!?" or t.text in wrong
    return [text[a:b] for a, b in sentences(doc)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # plain
        ("It rained. They left.", ["It rained.", "They left."]),
        # a line break always ends
        ("A headline\n\nThe text", ["A headline", "The text"]),
        # titles and initials never do
        ("Sen. Ada J. Hale met Mr. Roe. They left.", ["Sen. Ada J. Hale met Mr. Roe.", "They left."]),
        # neither do states and months before their figures
        ("They met in Flint, Mich. on Sept. 5.", ["They met in Flint, Mich. on Sept. 5."]),
        # the closing mark belongs to what it closes
        ("“It is over.” He left.", ["“It is over.”", "He left."]),
        # a figure
        ("It cost 3.5 million. Nobody paid.", ["It cost 3.5 million.", "Nobody paid."]),
        # white space around is trimmed
        ("  It rained.   \n\n  ", ["It rained."]),
    ],
)
def test_bounds(text, expected):
    assert cut(text) == expected


def test_a_boundary_inside_a_sentence_is_mended():
    assert cut("It rained in the north of the country.", wrong=("north",)) == ["It rained in the north of the country."]


def test_without_a_model_stops_decide():
    doc = NLP("It rained. They left!")
    assert [doc.text[a:b] for a, b in sentences(doc)] == ["It rained.", "They left!"]


@pytest.mark.parametrize("text", ["", " ", "\n", ".", "...", "“”", "A"])
def test_they_cover_the_text(text):
    doc = NLP(text)
    held = "".join(text[a:b] for a, b in sentences(doc))
    assert "".join(held.split()) == "".join(text.split())

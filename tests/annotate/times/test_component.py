"""The component in a pipeline: tense, switched-off parser, dates set afterwards, pipelines that know nothing."""

from datetime import date, datetime

import pytest
import spacy

from dateline.annotate import model
from dateline.annotate.times import component  # noqa: F401  makes the factory known in a checkout

PUBLISHED = date(2015, 12, 2)  # a Wednesday


@pytest.fixture(scope="module")
def nlp():
    """As Dateline runs it: tagger and parser loaded but switched off."""
    pipe = model.load(
        model.find("en"), exclude=["lemmatizer", "attribute_ruler"], disable=["tok2vec", "tagger", "parser"]
    )
    pipe.enable_pipe("senter")
    pipe.add_pipe("dateline_times")
    return pipe


def values(doc, published=PUBLISHED):
    doc._.published = published
    return [(t.text, t.value) for t in doc._.times]


TENSE = [
    # simple past and perfect
    ("The council voted on Friday to close the pool.", [("Friday", "2015-11-27")]),
    ("Prices have fallen since Monday, traders said.", [("Monday", "2015-11-30")]),
    # will, would, going to, is to
    ("The council will vote on Friday.", [("Friday", "2015-12-04")]),
    ("She said that she would resign on Monday.", [("Monday", "2015-12-07")]),
    ("They are going to meet on Monday in Lyon.", [("Monday", "2015-12-07")]),
    # what is arranged lies ahead, whatever the tense
    ("The hearing is scheduled for Tuesday.", [("Tuesday", "2015-12-08")]),
    ("The two sides agreed to meet on Sunday.", [("Sunday", "2015-12-06")]),
    # so does what somebody plans in the present, with its day before the verb
    ("On Friday, the union plans to hold a march.", [("Friday", "2015-12-04")]),
    # one of several that did a thing has done it
    ("Among the first five towns to join the pact on Friday were Brill and Oxley.", [("Friday", "2015-11-27")]),
    # had been arranged: over
    ("The offer had been due to expire Friday.", [("Friday", "2015-11-27")]),
    # a timetable in the present
    ("Talks begin on Friday in Oslo.", [("Friday", "2015-12-04")]),
    # might have been, could not be: past
    ("The minister could not be reached on Sunday.", [("Sunday", "2015-11-29")]),
    # the day of publication counts on both sides
    ("The court ruled on Wednesday.", [("Wednesday", "2015-12-02")]),
    ("The court will rule on Wednesday.", [("Wednesday", "2015-12-02")]),
    # events named by their day: over, unless "will be"
    ("Tuesday's vote could split the party.", [("Tuesday", "2015-12-01")]),
    ("Tuesday's vote will be close.", [("Tuesday", "2015-12-08")]),
    # put off until
    ("The judge postponed the trial until Monday.", [("Monday", "2015-12-07")]),
    # months: nearness counts for more than the tense, and a noun has none
    ("The firm lost money in October.", [("October", "2015-10")]),
    ("The bridge will open in March.", [("March", "2016-03")]),
    ("He is trying to block a June agreement.", [("June", "2015-06")]),
    # verbs, names and seasons of two meanings
    ("Prices may fall, and Theresa May will spring a surprise.", []),
    ("Prices will rise in the fall.", [("the fall", "2015-FA")]),
    # an entity of the model is evidence for a bare day or year
    ("He left on the 25th.", [("the 25th", "2015-11-25")]),
    ("She took the lift on the 5th floor.", []),
    # one day: a length or the future
    ("The town will one day be proud of it.", [("one day", "FUTURE_REF")]),
    ("The strike lasted one day.", [("one day", "P1D")]),
]


@pytest.mark.parametrize(("text", "expected"), TENSE)
def test_tense(nlp, text, expected):
    assert values(nlp(text)) == expected


def test_a_date_set_later_counts_at_once(nlp):
    doc = nlp("The council voted on Friday.")
    assert values(doc, None) == [("Friday", "XXXX-WXX-5")]
    assert values(doc, date(2015, 12, 2)) == [("Friday", "2015-11-27")]
    assert values(doc, datetime(2016, 1, 4, 18, 30)) == [("Friday", "2016-01-01")]


def test_fields(nlp):
    doc = nlp("The council voted on Friday.")
    doc._.published = PUBLISHED
    (time,) = doc._.times
    assert (time.start, time.end, time.type) == (21, 27, "DATE")
    assert time.earliest == datetime(2015, 11, 27)
    assert time.latest == datetime(2015, 11, 27, 23, 59, 59, 999999)
    assert time.how == "the Friday before publication"
    assert time.meaning == {"weekday": 5, "toward": "past"}


def test_pipe_and_call_agree(nlp):
    texts = [t for t, _ in TENSE]
    assert [values(d) for d in nlp.pipe(texts, batch_size=5)] == [values(nlp(t)) for t in texts]


def test_a_parsed_pipeline_gives_the_same(nlp):
    full = model.load(model.find("en"))
    full.add_pipe("dateline_times")
    text = "The hearing is scheduled for Tuesday. The council voted on Friday. It will open in March."
    assert values(full(text)) == values(nlp(text))


def test_a_blank_pipeline_takes_the_nearest():
    blank = spacy.blank("en")
    blank.add_pipe("dateline_times")
    doc = blank("Talks between them on Monday; a pool in March 2016.")
    assert values(doc) == [("Monday", "2015-11-30"), ("March 2016", "2016-03")]


def test_texts_without_words(nlp):
    assert [values(d) for d in nlp.pipe(["", " \n\n ", "…"])] == [[], [], []]

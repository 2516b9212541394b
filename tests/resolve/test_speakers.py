"""Speakers put right by readers: laid over the quotations, found again in a new version, taken back."""

import pytest

from dateline import schema
from dateline.corrections import Corrections, Thing
from dateline.corrections.quotation import Quotation, same
from dateline.corrections.speakers import Speakers
from dateline.resolve.speakers import put_right

SAFE = Quotation("a1-0", "a1", "We will rebuild,")
BEN = Thing("ben-smith", "Ben Smith", "PERSON")


@pytest.fixture
def log(tmp_path):
    made = Corrections(tmp_path / "corrections.sqlite")
    yield made
    made.close()


@pytest.fixture
def speakers(log):
    return Speakers(log.log)


def said(frames, speakers, went=None):
    quotes, fixed = put_right(frames["quotes"], frames["entities"], speakers.fixes(), went)
    return quotes.set_index("quote_id"), fixed


def test_a_speaker_put_right(frames, speakers):
    speakers.put_right(SAFE, BEN)
    quotes, fixed = said(frames, speakers)
    assert (quotes.speaker_entity_id["a1-0"], quotes.speaker_entity["a1-0"]) == ("ben-smith", "Ben Smith")
    assert (quotes.resolved["a1-0"], quotes.sure["a1-0"]) == (schema.HAND, 1)
    # what the text says stays, other quotations and the frame given too
    assert quotes.speaker["a1-0"] == "Smith"
    assert quotes.resolved["a2-0"] == "pronoun"
    assert frames["quotes"].speaker_entity_id.iat[0] == "ada-smith"
    assert fixed["a1-0"].to == BEN
    schema.check("quotes", quotes.reset_index()[frames["quotes"].columns])


def test_nobody_with_a_name(frames, speakers):
    speakers.put_right(SAFE, None)
    quotes, _ = said(frames, speakers)
    assert (quotes.speaker_entity_id["a1-0"], quotes.resolved["a1-0"]) == ("", schema.HAND)


def test_the_last_decision_holds_until_it_is_taken_back(frames, speakers):
    speakers.put_right(SAFE, None)
    speakers.put_right(SAFE, BEN)
    assert len(speakers.fixes()) == 1
    assert said(frames, speakers)[0].speaker_entity["a1-0"] == "Ben Smith"
    assert speakers.undo().to == BEN
    assert said(frames, speakers)[0].speaker_entity["a1-0"] == ""
    assert speakers.take_back(SAFE) == 1
    assert said(frames, speakers)[0].speaker_entity["a1-0"] == "Ada Smith"


def test_a_new_version_numbers_and_bounds_otherwise(frames, speakers):
    speakers.put_right(Quotation("a1-7", "a1", "“we will REBUILD”"), BEN)
    assert said(frames, speakers)[0].speaker_entity["a1-0"] == "Ben Smith"


def test_what_is_gone_changes_nothing(frames, speakers):
    speakers.put_right(Quotation("a1-0", "a1", "Something else was said"), BEN)
    speakers.put_right(Quotation("zz-0", "zz", "We will rebuild,"), BEN)
    speakers.put_right(SAFE, Thing("nobody", "No One", "PERSON"))
    quotes, fixed = said(frames, speakers)
    assert not fixed
    assert quotes.speaker_entity["a1-0"] == "Ada Smith"


NAMES = [
    # the id is gone, the name is not
    (Thing("b-smith", "ben smith", "PERSON"), {}, "ben-smith"),
    # merged into another name by a reader
    (Thing("benny", "Benny", "PERSON"), {"benny": "ben-smith"}, "ben-smith"),
]


@pytest.mark.parametrize(("thing", "went", "wanted"), NAMES)
def test_a_name_is_found_again(frames, speakers, thing, went, wanted):
    speakers.put_right(SAFE, thing)
    assert said(frames, speakers, went)[0].speaker_entity_id["a1-0"] == wanted


def test_decisions_about_speakers_and_names_have_versions_of_their_own(log, speakers):
    names = log.names_version
    speakers.put_right(SAFE, BEN)
    assert log.names_version == names
    before = speakers.version
    log.rename(BEN, "Benjamin Smith")
    assert speakers.version == before
    assert log.names_version > names
    # an undo changes the version of what it takes back
    names = log.names_version
    speakers.undo()
    assert speakers.version > before
    assert log.names_version == names
    assert [a.kind for a in log.actions()] == ["rename"]


SAME = [  # words, exact, found
    ("the wall is safe", True, "p"),
    ("The wall, is safe!", True, "p"),
    ("the old wall is safe", True, ""),
    ("the old wall is safe", False, "p"),
    ("the ferry is late", False, ""),
]


@pytest.mark.parametrize(("words", "exact", "wanted"), SAME)
def test_same(words, exact, wanted):
    among = [
        Quotation("o", "other", "the wall is safe"),
        Quotation("p", "a", "the wall is safe"),
        Quotation("q", "a", "no"),
    ]
    assert same(Quotation("x", "a", words), among, exact) == wanted


def test_of_two_quotations_with_the_same_words_the_one_with_the_id_is_meant():
    among = [Quotation("p", "a", "No."), Quotation("q", "a", "no")]
    assert same(Quotation("q", "a", "No"), among) == "q"


def test_the_corpus_follows(corpus, speakers, frames):
    speakers.put_right(SAFE, BEN)
    before = corpus.by_speaker.of_code(corpus.entity_code("ben-smith")).tolist()
    quotes, _ = put_right(corpus.quotes, corpus.entities, speakers.fixes())
    other = corpus.with_quotes(quotes)
    assert len(other.by_speaker.of_code(other.entity_code("ben-smith"))) == len(before) + 1
    assert corpus.by_speaker.of_code(corpus.entity_code("ben-smith")).tolist() == before
    assert schema.KNOWN_BY[other.quote_resolved[0]] == schema.HAND

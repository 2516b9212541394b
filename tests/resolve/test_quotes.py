"""Records → the quotes frame: texts, entities of chains, sentences, ids."""

import pandas as pd
import pytest

from dateline import schema
from dateline.annotate.record import Piece, Record
from dateline.load.article import Article
from dateline.resolve.quotes import quotes

TEXTS = [
    "The wall is safe, Ada Hale said. Nobody asked why. “Never,” she added, “ever.”",
    "Ada Hale was silent.",
    "“It holds.”",
]
IDS = ["k1", "k2", "k3"]


def at(article, part, after=0):
    start = TEXTS[article].index(part, after)
    return start, start + len(part)


RECORDS = [
    Record(
        pieces=(
            Piece(0, *at(0, "The wall is safe"), "indirect", *at(0, "said"), *at(0, "Ada Hale"), 0, "named", 0.95),
            Piece(1, *at(0, "“Never,”"), "direct", *at(0, "added"), *at(0, "she"), 0, "pronoun", 0.88),
            Piece(1, *at(0, "“ever.”"), "direct", *at(0, "added"), *at(0, "she"), 0, "pronoun", 0.88),
        ),
        sentences=(at(0, "The wall is safe, Ada Hale said."), at(0, "Nobody asked why."), at(0, TEXTS[0][51:])),
    ),
    Record(sentences=((0, 20),)),
    Record(pieces=(Piece(0, 0, 11, "direct"),), sentences=((0, 11),)),
]
NAMES = pd.DataFrame(
    [
        # two mentions of the chain belong to one entity, one was taken for another
        {"article": 0, "chain": 0, "entity_id": "other", "entity": "Ada Hale (painter)"},
        {"article": 0, "chain": 0, "entity_id": "ada", "entity": "Ada Hale"},
        {"article": 0, "chain": 0, "entity_id": "ada", "entity": "Ada Hale"},
        # the same number in another article is another chain
        {"article": 1, "chain": 0, "entity_id": "else", "entity": "Else"},
    ]
)
NAMES = NAMES.assign(label="PERSON", role="")
ARTICLES = [Article(t) for t in TEXTS]


@pytest.fixture
def frame():
    return quotes(ARTICLES, RECORDS, IDS, NAMES)


def test_the_contract_holds(frame):
    schema.check("quotes", frame)
    by_id = dict(zip(IDS, TEXTS, strict=True))
    for row in frame.itertuples():
        text = by_id[row.article_id]
        assert text[row.start : row.end] == row.text
        if row.cue_start >= 0:
            assert text[row.cue_start : row.cue_end] == row.cue
            assert text[row.speaker_start : row.speaker_end] == row.speaker


def test_speakers_are_the_entities_of_their_chains(frame):
    assert frame.speaker_entity_id.tolist() == ["ada", "ada", "ada", ""]
    assert frame.speaker_entity.tolist() == ["Ada Hale"] * 3 + [""]
    assert frame.speaker.tolist() == ["Ada Hale", "she", "she", ""]


def test_pieces_of_one_quotation_share_its_id(frame):
    assert frame.quote_id.nunique() == 3
    assert frame.quote_id.iloc[1] == frame.quote_id.iloc[2]
    assert frame.quote_id.str.startswith(tuple(IDS)).all()


def test_sentences(frame):
    found = [TEXTS[0][s:e] for s, e in zip(frame.sentence_start[:3], frame.sentence_end[:3], strict=True)]
    assert found[0] == "The wall is safe, Ada Hale said."
    assert found[1] == found[2] == "“Never,” she added, “ever.”"


def test_what_is_not_known_is_empty(frame):
    last = frame.iloc[-1]
    assert (last.cue, last.speaker, last.cue_start, last.speaker_start) == ("", "", -1, -1)
    assert (last.resolved, last.sure) == ("unresolved", 0)


def test_no_quotations_give_an_empty_frame():
    frame = quotes(ARTICLES[1:2], RECORDS[1:2], IDS[1:2], NAMES.iloc[:0])
    assert len(frame) == 0
    schema.check("quotes", frame)


def test_he_is_never_a_body_of_the_pile():
    names = NAMES.assign(label=["PERSON", "ORG", "ORG", "PERSON"])
    got = quotes(ARTICLES, RECORDS, IDS, names)
    she = got[got.speaker == "she"]
    assert set(she.speaker_entity) == {""}
    assert set(she.resolved) == {"unresolved"}
    assert set(got[got.speaker == "Ada Hale"].speaker_entity) == {"Ada Hale"}

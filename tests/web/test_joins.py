"""The reason of every join, and names that more than one bears."""

from dateline.corpus import Corpus
from dateline.web import joins
from tests.conftest import MANIFEST, small_frames


def test_every_join_has_its_reason_and_count():
    frames = small_frames()
    mentions = frames["mentions"]
    reason = ["surname of Ada Smith in this article" if t == "Smith" else "" for t in mentions.text]
    frames["mentions"] = mentions.assign(reason=reason)
    corpus = Corpus(frames, MANIFEST)
    assert joins.joins(corpus, corpus.entity_code("ada-smith")) == [
        ("Ada Smith", "", 2),
        ("Smith", "surname of Ada Smith in this article", 1),
    ]


def test_who_a_bare_surname_may_be():
    frames = small_frames()
    frames["entities"].loc[frames["entities"].entity_id == "aldmoor", ["entity", "label"]] = ["Smith", "PERSON"]
    corpus = Corpus(frames, MANIFEST)
    found = joins._bearers(corpus, corpus.entity_code("aldmoor"))
    assert [corpus.entities.entity.iat[c] for c in found] == ["Ada Smith", "Ben Smith"]

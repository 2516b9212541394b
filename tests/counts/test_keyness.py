import math

import numpy as np
import pandas as pd
import pytest

from dateline import schema
from dateline.corpus import Corpus
from dateline.counts import cloud as clouds
from dateline.counts import tally as tallies
from dateline.counts.keyness import keyness, z_scores


def frames(texts, names=()):
    """Articles a0, a1 ... of these texts, and mentions given as (article, text, entity, label)."""
    rows = [{"article_id": f"a{i:02}", "text": t, "language": "en"} for i, t in enumerate(texts)]
    out = {name: schema.empty(name) for name in schema.FRAMES}
    out["articles"] = schema.conform("articles", rows)
    found = []
    for article, text, entity, label in names:
        number = int(article[1:])
        start = texts[number].index(text)
        found.append(
            {"article_id": f"a{number:02}", "start": start, "end": start + len(text), "text": text}
            | {"entity_id": entity, "entity": entity.title(), "label": label}
        )
    if found:
        out["mentions"] = schema.conform("mentions", found)
        things = {f["entity_id"]: f for f in found}.values()
        out["entities"] = schema.conform(
            "entities", [{k: t[k] for k in ("entity_id", "entity", "label")} for t in things]
        )
    return out


def read(texts, names=()):
    made = frames(texts, names)
    corpus = Corpus(made, {})
    return corpus, tallies.count(corpus.articles, corpus.mentions)


def of(tally, key):
    """(times, articles) of a term, None where it is not counted."""
    at = np.flatnonzero(tally.keys == key)
    return (int(tally.times[at[0]]), int(tally.articles[at[0]])) if len(at) else None


def test_names_count_as_one_word_and_their_parts_do_not():
    texts = ["Ada Quill sailed. Quill sailed home.", "A quill pen and a quill.", "Miss Quill sailed; pen lost."]
    names = [("a0", "Ada Quill", "ada", "PERSON"), ("a2", "Quill", "ada", "PERSON")]
    _, tally = read(texts, names)
    assert of(tally, "ada") == (2, 2)
    # once in the first article, where it was not marked as a name, and twice as the pen
    assert of(tally, "quill") == (3, 2)
    assert of(tally, "sailed") == (3, 2)
    # of a single article, and function words
    assert of(tally, "lost") is None
    assert of(tally, "a") is None


def test_overlapping_mentions_are_cut_out_once():
    texts = ["Bank of Aldmoor rose", "Aldmoor bank rose"]
    names = [
        ("a0", "Bank of Aldmoor", "bank", "ORG"),
        ("a0", "Aldmoor", "aldmoor", "GPE"),
        ("a1", "Aldmoor", "aldmoor", "GPE"),
    ]
    _, tally = read(texts, names)
    assert of(tally, "aldmoor") == (2, 2)
    assert of(tally, "bank") is None
    assert of(tally, "rose") == (2, 2)


def test_sums_of_some_rows_of_most_and_of_none():
    _, tally = read(["red red sail", "red boat", "sail boat", "sail"])
    for rows in ([], [0], [1, 3], [0, 1, 2], [0, 1, 2, 3]):
        times, articles = tally.sums(np.array(rows, np.int32))
        dense = tally.table.toarray()[rows]
        assert times.tolist() == dense.sum(axis=0).tolist()
        assert articles.tolist() == (dense > 0).sum(axis=0).tolist()


def test_z_by_hand():
    # 30 of 100 words in A, 10 of 100 in B, 40 of 200 in the pile
    a, b = np.array([30, 70]), np.array([10, 90])
    got = z_scores(a, b, a + b)
    delta = math.log(70 / (300 - 70)) - math.log(50 / (300 - 50))
    assert got[0] == pytest.approx(delta / math.sqrt(1 / 70 + 1 / 50))
    assert got[1] < 0


def test_an_empty_side_has_no_keyness():
    assert z_scores(np.array([3, 1]), np.array([0, 0]), np.array([3, 1])).tolist() == [0, 0]
    corpus, tally = read(["red sail", "red sail"])
    assert keyness(corpus, tally, np.array([0, 1]), least=1).empty


HALVES = ["Storm hits harbour. Storm and harbour."] * 5 + ["Voters fill parliament. Parliament votes."] * 5


def test_each_side_gets_its_own_words_most_distinctive_first():
    corpus, tally = read(HALVES)
    got = keyness(corpus, tally, np.arange(5))
    assert got.term.tolist()[:2] in (["harbour", "storm"], ["storm", "harbour"])
    assert got.term.tolist()[-1] == "parliament"
    assert got.z.is_monotonic_decreasing
    storm = got.set_index("term").loc["storm"]
    assert (storm.count_a, storm.count_b, storm.articles_a, storm.articles_b) == (10, 0, 5, 0)
    assert storm.rate_a == pytest.approx(10_000 * 10 / 25)
    # the other way round everything changes sign
    back = keyness(corpus, tally, np.arange(5, 10), np.arange(5))
    assert back.set_index("term").z.to_dict() == pytest.approx((-got.set_index("term").z).to_dict())


def test_what_the_reader_leaves_out():
    corpus, tally = read(HALVES)
    assert set(keyness(corpus, tally, np.arange(5), stop={"STORM "}).term) >= {"harbour", "hits"}
    assert "storm" not in set(keyness(corpus, tally, np.arange(5), stop={"STORM "}).term)
    # in too few articles
    assert keyness(corpus, tally, np.arange(5), least=6).empty
    assert keyness(corpus, tally, np.arange(5), kinds="names").empty
    assert len(keyness(corpus, tally, np.arange(5), limit=1)) == 2


def test_names_carry_their_entity():
    texts = ["Ada Quill spoke of boats"] * 4 + ["Nobody spoke of trains"] * 4
    names = [(f"a{i}", "Ada Quill", "ada quill", "PERSON") for i in range(4)]
    corpus, tally = read(texts, names)
    got = keyness(corpus, tally, np.arange(4), kinds="names").iloc[0]
    assert (got.term, got.kind, got.key, got.label) == ("Ada Quill", "name", "ada quill", "PERSON")


def test_a_tally_is_kept_and_counted_again_when_the_pile_has_changed(tmp_path):
    made = frames(["red sail", "red boat", "sail"])
    articles, mentions = made["articles"], made["mentions"]
    first = tallies.load(tmp_path, articles, mentions)
    stamp = (tmp_path / tallies.FILE).stat().st_mtime_ns
    again = tallies.load(tmp_path, articles, mentions)
    assert (tmp_path / tallies.FILE).stat().st_mtime_ns == stamp
    assert again.keys.tolist() == first.keys.tolist()
    assert (again.table != first.table).nnz == 0
    changed = articles.assign(text=["blue sail", "blue boat", "sail"])
    assert "blue" in tallies.load(tmp_path, changed, mentions).keys
    (tmp_path / tallies.FILE).write_bytes(b"broken")
    assert "red" in tallies.load(tmp_path, articles, mentions).keys


def test_a_tally_follows_names_that_readers_merged():
    texts = ["Ada Quill sailed", "Mrs Quill sailed", "Ben sailed", "Ben rowed"]
    names = [
        ("a0", "Ada Quill", "ada", "PERSON"),
        ("a1", "Mrs Quill", "mrs", "PERSON"),
        ("a2", "Ben", "ben", "PERSON"),
        ("a3", "Ben", "ben", "PERSON"),
    ]
    before = frames(texts, names)
    counted = tallies.count(before["articles"], before["mentions"])
    assert of(counted, "ada") is None  # in one article only
    merged = frames(texts, [(a, t, "ada" if e == "mrs" else e, k) for a, t, e, k in names])
    corpus = Corpus(merged, {})
    # the articles may stand in another order
    shuffled = before["articles"].iloc[[2, 0, 3, 1]].reset_index(drop=True)
    other = tallies.count(shuffled, before["mentions"])
    for tally, ids in ((counted, before["articles"].article_id), (other, shuffled.article_id)):
        got = tallies.of_corpus(tally, ids, corpus)
        assert of(got, "ada") == (2, 2)
        assert of(got, "ben") == (2, 2)
        assert of(got, "sailed") == (3, 3)
        assert got.sums(np.array([0, 1]))[0][list(got.keys).index("ada")] == 2
        assert got.sums(np.array([2, 3]))[0][list(got.keys).index("ada")] == 0


# -- the cloud --------------------------------------------------------------------------------------------------------


def test_terms_of_a_cloud_distinctive_and_frequent():
    corpus, tally = read([*HALVES, "He said on Monday", "She said on Monday", "They said so on Monday"])
    frequent = clouds.terms(corpus, tally, np.arange(len(corpus)), by="frequent")
    assert frequent.term.tolist()[:3] == ["harbour", "parliament", "storm"]
    assert not {"said", "monday"} & set(frequent.term)
    distinctive = clouds.terms(corpus, tally, np.arange(5))
    assert set(distinctive.term) == {"storm", "harbour", "hits"}
    assert (distinctive.keyness > 0).all()
    assert len(clouds.terms(corpus, tally, np.arange(5), limit=1)) == 1
    # there is no rest to be distinctive of
    assert clouds.terms(corpus, tally, np.arange(len(corpus))).equals(frequent)
    # against another set of articles, and how much more often it stands here
    against = clouds.terms(corpus, tally, np.arange(5), np.arange(5, 10)).set_index("term")
    assert set(against.index) == {"storm", "harbour", "hits"}
    assert np.isinf(against.ratio["storm"])
    assert clouds.terms(corpus, tally, np.arange(5), np.arange(5, 10), least=99).empty is False  # a fourth at most
    assert frequent.ratio.isna().all()
    with pytest.raises(ValueError, match="loudest"):
        clouds.terms(corpus, tally, np.arange(5), by="loudest")


def test_everyday_words_lead_no_cloud_that_is_set_against_nothing():
    corpus, tally = read(["The room opened: harbour room called"] * 8 + ["The vote opened"] * 8)
    frequent = clouds.terms(corpus, tally, np.arange(len(corpus)), by="frequent")
    assert set(frequent.term) == {"harbour", "vote"}
    # against other articles they may be what tells them apart
    assert {"room", "called"} <= set(clouds.terms(corpus, tally, np.arange(8)).term)


def some_terms(n=40):
    words = [f"{'harbour vote storm cup'.split()[i % 4]}{i}" for i in range(n)]
    return pd.DataFrame(
        {"term": words, "kind": "word", "key": words, "label": "", "count": 9, "articles": 9, "keyness": 1.0}
    ).assign(weight=np.linspace(50, 1, n))


def test_layout_lies_inside_and_repeats_itself():
    first = clouds.cloud(some_terms(), 800, 400)
    assert len(first) > 30
    left, top = first.x - first.wide / 2, first.y - first.high / 2
    assert (left >= -1).all()
    assert (top >= -1).all()
    assert (left + first.wide <= 801).all()
    assert (top + first.high <= 401).all()
    assert first["size"].iloc[0] == first["size"].max()
    assert clouds.cloud(some_terms(), 800, 400).equals(first)
    # words do not meet, though a small one may stand in the room between tall letters
    boxes = list(zip(left, top, left + first.wide, top + first.high, strict=True))
    shared = sum(
        max(0, min(a[2], b[2]) - max(a[0], b[0])) * max(0, min(a[3], b[3]) - max(a[1], b[1]))
        for n, a in enumerate(boxes)
        for b in boxes[:n]
    )
    assert shared < 0.05 * (first.wide * first.high).sum()


def test_no_terms_no_layout():
    empty = clouds.cloud(some_terms(0))
    assert empty.empty
    assert {"x", "y", "size", "wide", "high"} <= set(empty.columns)


def test_pictures():
    layout = clouds.cloud(some_terms(12).assign(term=lambda f: ["Élan & Söhne <b>", *f.term[1:]]), 400, 200)
    picture = clouds.png(layout, 400, 200)
    assert picture.startswith(b"\x89PNG")
    from io import BytesIO

    from PIL import Image

    image = Image.open(BytesIO(picture))
    assert image.size == (800, 400)
    assert len(image.getcolors(100_000)) > 2
    drawn = clouds.svg(layout, 400, 200)
    assert drawn.startswith("<svg")
    assert "Élan &amp; Söhne &lt;b&gt;" in drawn
    assert "<b>" not in drawn

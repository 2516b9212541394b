from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import lens, schema, search
from dateline.corpus import Corpus
from dateline.errors import QueryError, StoreError
from dateline.search import index as indexes
from dateline.search.tree import And, Near, Not, Or, Term
from tests.conftest import MANIFEST, small_frames

TEXTS = {
    # id: (title, text, outlet, day)
    "a": ("Storm at sea", "The storm hit the harbour. Cranes fell into the harbour basin.", "The Post", "2025-03-01"),
    "b": (
        "Harbour reopens",
        "Ships came back to the café on the quay; the quay’s owner cheered.",
        "Courier",
        "2025-03-05",
    ),
    "c": ("Vote", "Parliament debated the harbour bill until the storm of protest was over.", "Courier", "2025-02-01"),
    "d": ("Quiet day", "Nothing happened. No storms, no floods, no flooding.", "", None),
    "e": ("北京新闻", "央行宣布降低利率。 利率下降。", "", None),
}


def pile(texts=TEXTS):
    frames = {name: schema.empty(name) for name in schema.FRAMES}
    frames["articles"] = schema.conform(
        "articles",
        [
            {"article_id": i, "title": t, "text": x, "source": o, "published": pd.Timestamp(d) if d else pd.NaT}
            for i, (t, x, o, d) in texts.items()
        ],
    )
    return frames


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    frames = pile()
    corpus = Corpus(frames, {})
    return corpus, search.Index.open(tmp_path_factory.mktemp("index"), frames)


def ids(corpus, rows):
    return "".join(sorted(corpus.articles.article_id.iloc[rows]))


FINDS = [
    # title and text alike
    ("harbour", "abc"),
    ("title:harbour", "b"),
    ("text:harbour", "ac"),
    # operators
    ("harbour storm", "ac"),
    ("storm OR quay", "abc"),
    ("harbour NOT storm", "b"),
    ("NOT harbour", "de"),
    ("NOT harbour NOT floods", "e"),
    ("floods OR NOT storm", "bde"),
    ("(cranes OR quay) harbour", "ab"),
    # phrases, over line ends and signs; and not the other way round
    ('"harbour basin"', "a"),
    ('"basin harbour"', ""),
    ('"harbour cranes"', "a"),
    # beginnings
    ("storm*", "acd"),
    ("flood*", "d"),
    ('"no flood*"', "d"),
    # case, accents, apostrophes
    ("CAFE", "b"),
    ("quay's", "b"),
    ("quay’s", "b"),
    # words between
    ("storm NEAR/2 harbour", "a"),
    ("harbour NEAR/3 storm", "ac"),
    ("storm NEAR/1 harbour", ""),
    # outlets
    ("outlet:courier storm", "c"),
    ('outlet:"the post"', "a"),
    # scripts without spaces
    ("利率", "e"),
    ("降率", ""),
    ("title:北京", "e"),
]


@pytest.mark.parametrize(("query", "expected"), FINDS)
def test_queries_find(both, query, expected):
    assert ids(both[0], search.matching(*both, query)) == expected


FIELDS = [
    # those quoted, by any name that the entity goes by
    ("speaker:smith", ["a1", "a2", "a4"]),
    ('speaker:"ada smith"', ["a1"]),
    ("speaker:ben", ["a2", "a4"]),
    # those named
    ('entity:"ada smith"', ["a1", "a2"]),
    ("entity:aldmoor", ["a1", "a3"]),
    ("entity:(ada OR aldmoor) NOT speaker:ada", ["a2", "a3"]),
    # no phrase runs from one name into the next
    ('entity:"aldmoor smith"', []),
    ('entity:"smith ada"', []),
]


@pytest.mark.parametrize(("query", "expected"), FIELDS)
def test_fields_know_people(tmp_path, query, expected):
    frames = small_frames()
    corpus = Corpus(frames, MANIFEST)
    rows = search.matching(corpus, search.Index.open(tmp_path, frames), query)
    assert sorted(corpus.articles.article_id.iloc[rows]) == expected


def test_a_query_filters_the_lens(both):
    corpus, index = both
    rows = lens.select(
        corpus, lens.Lens(words="harbour", outlet=("Courier",)), lambda q: search.matching(corpus, index, q)
    )
    assert ids(corpus, rows) == "bc"
    assert rows.dtype == np.int32


def test_more_than_can_be_ranked_come_newest_first(both, monkeypatch):
    corpus, index = both
    monkeypatch.setattr(indexes, "RANKED", 2)
    found = search.found(corpus, index, "harbour")
    assert "".join(corpus.articles.article_id.iloc[found.row]) == "bac"
    assert not found["rank"].any()
    monkeypatch.setattr(indexes, "RANKED", 3)
    assert search.found(corpus, index, "harbour")["rank"].all()


def test_order_of_results(both):
    corpus, index = both

    def order(by, query="harbour"):
        found = search.found(corpus, index, query, order=by)
        return "".join(corpus.articles.article_id.iloc[found.row])

    # in the headline counts for more
    assert order("best")[0] == "b"
    assert order("newest") == "bac"
    assert order("oldest") == "cab"
    assert order("outlet") == "bca"
    # undated last either way
    assert order("newest", "storm* OR quay").endswith("d")
    assert order("oldest", "storm* OR quay").endswith("d")
    within = search.found(corpus, index, "harbour", np.array([corpus.article_row("a")]))
    assert within.row.tolist() == [corpus.article_row("a")]
    assert (within["rank"] > 0).all()
    with pytest.raises(ValueError, match="loudest"):
        order("loudest")


HITS = [
    # exact places, whatever the case, accents, apostrophe
    ("cafe quay's", "the Café on the quay’s side", ["Café", "quay’s"]),
    ("O'Hara", "Pat O’Hara and o'hara", ["O’Hara", "o'hara"]),
    # combining accents belong to the word
    ("cafe", "a cafe\u0301 here", ["cafe\u0301"]),
    # phrases over whatever stands between words
    (
        '"paper mill"',
        "paper\n  mill, paper-mill, paper, mill; papermill",
        ["paper\n  mill", "paper-mill", "paper, mill"],
    ),
    # whole words only, unless it is a beginning
    ("flood", "flood floods flooding", ["flood"]),
    ("flood*", "flood floods unflooded flood_x", ["flood", "floods", "flood"]),
    # the longer of two that overlap
    ('storm "storm surge"', "storm surge, storm", ["storm surge", "storm"]),
    # what is under NOT, or in another field, is not marked
    ("storm NOT calm", "storm calm", ["storm"]),
    ("title:storm calm", "storm calm", ["calm"]),
    # near: only where it is near
    ("storm NEAR/1 harbour", "storm a harbour. X y. Storm a b harbour.", ["storm", "harbour"]),
    ("a NEAR/2 b NEAR/2 c", "a x b c z z z a", ["a", "b", "c"]),
    ("利率", "降低利率。利 率", ["利率", "利 率"]),
    ("storm", "", []),
]


@pytest.mark.parametrize(("query", "text", "expected"), HITS)
def test_hits_stand_exactly(query, text, expected):
    hits = search.Matcher(query).hits(text)
    assert [text[h.start : h.end] for h in hits] == expected
    assert all(a.end <= b.start for a, b in pairwise(hits))


WORDS = st.sampled_from(
    ["storm", "harbour", "Storm", "dock", "dry-dock", "é", "e", "quay’s", "quay", "flood", "floods"]
)
TERMS = st.builds(
    Term,
    st.lists(st.sampled_from(["storm", "harbour", "dock", "e", "quay", "s", "flood"]), min_size=1, max_size=2).map(
        tuple
    ),
    st.booleans(),
)
NEARS = st.builds(Near, st.lists(TERMS, min_size=2, max_size=3, unique=True).map(tuple), st.integers(0, 4))


@given(st.lists(st.tuples(WORDS, st.sampled_from([" ", ", ", "\n", ". "])), max_size=12), TERMS | NEARS)
@settings(max_examples=250, deadline=None)
def test_what_the_index_finds_has_hits_and_what_it_does_not_has_none(tmp_path_factory, parts, query):
    text = "".join(w + between for w, between in parts)
    frames = pile({"x": ("", text, "", None)})
    path = tmp_path_factory.getbasetemp() / "fuzz.sqlite"
    indexes.build(path, frames)
    index = indexes.Index(path, ["x"])
    found = len(index.matching(query)) == 1
    index.close()
    assert bool(search.Matcher(query).hits(text)) == found


def test_trees_can_be_searched_as_well(both):
    corpus, index = both
    tree = And((Or((Term(("cranes",)), Term(("quay",)))), Not(Term(("owner",)))))
    assert ids(corpus, search.matching(corpus, index, tree)) == "a"


def test_keyword_in_context(both):
    corpus, _ = both
    rows = np.array([corpus.article_row("a"), corpus.article_row("c")], np.int32)
    got = search.context(corpus.articles, rows, "harbour", width=12)
    assert got.hit.tolist() == ["harbour"] * 3
    assert got.left.tolist() == ["hit the ", "into the ", "debated the "]
    assert got.right.tolist() == [". Cranes", " basin.", " bill until"]
    for r in got.itertuples():
        assert corpus.articles.text.iat[r.row][r.start : r.end] == r.hit
    assert not got.attrs["more"]
    short = search.context(corpus.articles, rows, "harbour", limit=2)
    assert len(short) == 2
    assert short.attrs["more"]
    assert search.context(corpus.articles, rows, "NOT harbour").empty


def test_keyword_in_context_sorted_by_either_side():
    frames = pile({"x": ("", "red boat sails; Élan boat anchors; blue boat burns", "", "2025-01-01")})
    got = search.context(frames["articles"], np.array([0]), "boat")
    # the word nearest to the hit decides
    assert [s.split()[-1] for s in search.arranged(got, "left").left] == ["blue", "Élan", "red"]
    assert [s.split()[0] for s in search.arranged(got, "right").right] == ["anchors;", "burns", "sails;"]
    assert search.arranged(got, "date").start.is_monotonic_increasing
    with pytest.raises(ValueError, match="above"):
        search.arranged(got, "above")


def test_hits_of_each_term_by_article(both):
    corpus, index = both
    got = search.by_term(corpus, index, 'harbour OR "the quay" OR flood* NOT cranes')
    table = {(t, corpus.articles.article_id.iat[r]): n for t, r, n in zip(got.term, got.row, got.hits, strict=True)}
    assert table == {
        ("harbour", "a"): 2, ("harbour", "b"): 1, ("harbour", "c"): 1, ('"the quay"', "b"): 2, ("flood*", "d"): 2,
    }  # fmt: skip
    only = search.by_term(corpus, index, "harbour", np.array([corpus.article_row("c")]))
    assert only.hits.tolist() == [1]


def test_a_list_of_names(both):
    corpus, index = both
    wanted = ["Harbour", " harbour  basin ", "Harbour", "", "flood*", "nobody", "???", 'storm OR "x']
    got = search.names(corpus, index, wanted).set_index("name")
    assert got.index.tolist() == ["Harbour", "harbour basin", "flood*", "nobody", "???", 'storm OR "x']
    assert got.hits.to_dict() == {
        "Harbour": 4, "harbour basin": 1, "flood*": 2, "nobody": 0, "???": 0, 'storm OR "x': 0,
    }  # fmt: skip
    assert got.articles["Harbour"] == 3
    assert (got["first"]["Harbour"], got["last"]["Harbour"]) == (pd.Timestamp("2025-02-01"), pd.Timestamp("2025-03-05"))
    assert pd.isna(got["first"]["flood*"])
    assert got.note["???"]
    assert not got.note["nobody"]
    assert search.names(corpus, index, []).empty


def test_check_says_what_is_wrong():
    assert search.check("harbour") == ""
    assert "not closed" in search.check("(harbour")


def test_a_bad_query_reaches_the_caller(both):
    with pytest.raises(QueryError, match="at character 9"):
        search.matching(*both, "harbour OR")


def test_the_index_is_made_once_and_again_when_the_frames_have_changed(tmp_path):
    frames = pile()
    search.Index.open(tmp_path, frames)
    stamp = (tmp_path / indexes.FILE).stat().st_mtime_ns
    search.Index.open(tmp_path, frames)
    assert (tmp_path / indexes.FILE).stat().st_mtime_ns == stamp
    changed = {**frames, "articles": frames["articles"].assign(title="Zebra")}
    assert len(search.Index.open(tmp_path, changed).matching("zebra")) == len(TEXTS)
    (tmp_path / indexes.FILE).write_bytes(b"not a database")
    assert len(search.Index.open(tmp_path, frames).matching("harbour")) == 3
    assert [p.name for p in tmp_path.iterdir()] == [indexes.FILE]


def test_an_index_that_cannot_be_made_is_said(tmp_path):
    with pytest.raises(StoreError, match="cannot be made"):
        search.Index.open(tmp_path / "gone", pile())


def test_an_article_that_has_gone_is_not_found(both, tmp_path):
    frames = pile()
    index = search.Index.open(tmp_path, frames)
    fewer = Corpus({**frames, "articles": frames["articles"].iloc[1:]}, {})
    assert ids(fewer, search.matching(fewer, index, "harbour")) == "bc"
    assert "a" not in ids(fewer, search.found(fewer, index, "harbour").row)
    # another corpus on the same index is not given the rows of the first
    assert ids(both[0], search.matching(both[0], index, "harbour")) == "abc"


def test_threads_share_an_index(both):
    from concurrent.futures import ThreadPoolExecutor

    corpus, index = both
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: ids(corpus, search.matching(corpus, index, "harbour")), range(20)))
    assert set(found) == {"abc"}


def test_hostile_texts_are_only_text(tmp_path):
    nasty = {"x": ('"); drop table words; --', "a\x00b ' OR 1=1 <script>harbour</script>", "", None)}
    frames = pile(nasty)
    index = search.Index.open(tmp_path, frames)
    assert len(index.matching("harbour")) == 1
    assert len(index.matching('"drop table words"')) == 1

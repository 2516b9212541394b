import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import QueryError
from dateline.search.fold import folded, indexed, tokens
from dateline.search.query import parse
from dateline.search.tree import EVERY, FIELDS, And, Near, Not, Or, Term, terms, written


def t(*words, prefix=False, field=""):
    return Term(words, prefix, field)


QUERIES = [
    ("harbour", t("harbour")),
    # words side by side: all of them
    ("harbour dock", And((t("harbour"), t("dock")))),
    ("harbour AND dock", And((t("harbour"), t("dock")))),
    # operators are capitals, else words
    ("trick or treat", And((t("trick"), t("or"), t("treat")))),
    ("a OR b c", Or((t("a"), And((t("b"), t("c")))))),
    ("(a OR b) c", And((Or((t("a"), t("b"))), t("c")))),
    ("a OR b OR c", Or((t("a"), t("b"), t("c")))),
    ("a NOT b", And((t("a"), Not(t("b"))))),
    ("a AND NOT b", And((t("a"), Not(t("b"))))),
    ("NOT a", Not(t("a"))),
    ("NOT NOT a", t("a")),
    ("NOT (a OR b)", Not(Or((t("a"), t("b"))))),
    # phrases: any quotation marks; apostrophes inside
    ('"paper mill"', t("paper", "mill")),
    ("“Paper  Mill”", t("paper", "mill")),
    ("„paper mill“", t("paper", "mill")),
    ("«paper mill»", t("paper", "mill")),
    ('"a AND (b"', t("a", "and", "b")),
    ('a"b c"d', And((t("a"), t("b", "c"), t("d")))),
    # what holds signs is a phrase of its words
    ("O’Hara", t("o", "hara")),
    ("o'hara", t("o", "hara")),
    ("AT&T", t("at", "t")),
    ("U.S.", t("u", "s")),
    ("covid-19", t("covid", "19")),
    # beginnings
    ("flood*", t("flood", prefix=True)),
    ('"climate chang*"', t("climate", "chang", prefix=True)),
    ('"climate chang"*', t("climate", "chang", prefix=True)),
    # near
    ("a NEAR b", Near((t("a"), t("b")), 10)),
    ('a NEAR/3 "b c"', Near((t("a"), t("b", "c")), 3)),
    ("a NEAR/3 b NEAR/5 c", Near((t("a"), t("b"), t("c")), 5)),
    ("x a NEAR/3 b", And((t("x"), Near((t("a"), t("b")), 3)))),
    ("near miss", And((t("near"), t("miss")))),
    # fields, and their other names
    ("speaker:quill", t("quill", field="speaker")),
    ("Speaker: quill", t("quill", field="speaker")),
    ('headline:"paper mill"', t("paper", "mill", field="title")),
    ("entity:(quill OR lund) dock", And((Or((t("quill", field="entity"), t("lund", field="entity"))), t("dock")))),
    ("title:a NEAR/2 title:b", Near((t("a", field="title"), t("b", field="title")), 2)),
    ("outlet:the post", And((t("the", field="outlet"), t("post")))),
    # a colon that no field stands before
    ("10:30 note: this", And((t("10", "30"), t("note"), t("this")))),
    # case and accents; scripts without spaces
    ("ÉLYSÉE Łódź", And((t("elysee"), t("lodz")))),
    ("利率", t("利", "率")),
]


@pytest.mark.parametrize(("text", "expected"), QUERIES)
def test_parse(text, expected):
    assert parse(text) == expected


ERRORS = [
    # text, offset of the place, what is said
    ("", 0, "the query is empty"),
    ("   ", 0, "the query is empty"),
    ('dock "paper mill', 5, "quotation mark at character 6 is not closed"),
    ("(a OR b", 0, "bracket “(” at character 1 is not closed"),
    ("a (", 2, "bracket “(” at character 3 is not closed"),
    ("a)", 1, "bracket “)” at character 2 closes none"),
    (")", 0, "closes none"),
    ("a ()", 2, "hold nothing"),
    ("a OR", 2, "OR at character 3 has nothing after it: write “or” in small letters"),
    ("OR a", 0, "OR at character 1 has nothing before it"),
    ("a AND OR b", 2, "AND at character 3 has nothing after it"),
    ("(a OR) b", 3, "OR at character 4 has nothing after it"),
    ("NOT", 0, "NOT at character 1 has nothing after it"),
    ("a NEAR/x b", 2, "NEAR/x at character 3 needs a number"),
    ("a NEAR/99999 b", 2, "needs a number of words up to"),
    ("a NEAR/ b", 2, "needs a number"),
    ("a NEAR/3", 2, "NEAR/3 at character 3 has nothing after it"),
    ("NEAR/3 a", 0, "has nothing before it"),
    ("a NEAR/3 (b OR c)", 2, "stands between words or phrases"),
    ("title:a NEAR/3 b", 8, "words of one field"),
    ("color:red", 0, "“color:” at character 1 is no field: use one of title, text, speaker, entity, outlet"),
    ("a speaker:", 2, "speaker: at character 3 has nothing after it"),
    ("a !!! b", 2, "“!!!” at character 3 holds no letter or digit"),
    ('a ""', 2, "holds no letter or digit"),
    ("*", 0, "holds no letter or digit"),
    ("(" * 40 + "a" + ")" * 40, 30, "more than 30 brackets"),
    ("a " * 300, 0, "more than 200 words"),
    ("a" * 3_000, 2_000, "3,000 characters"),
]


@pytest.mark.parametrize(("text", "position", "said"), ERRORS)
def test_what_cannot_be_read_is_said_with_its_place(text, position, said):
    with pytest.raises(QueryError) as e:
        parse(text)
    assert said in str(e.value)
    assert e.value.position == position


def test_terms_leave_out_what_is_under_not():
    assert [x.label for x in terms(parse('a NOT b (c* OR title:"d e") f NEAR/2 g'))] == [
        "a", "c*", 'title:"d e"', "f", "g",
    ]  # fmt: skip


@pytest.fixture(scope="module")
def db():
    db = sqlite3.connect(":memory:", check_same_thread=False)
    db.execute(f"create virtual table words using fts5({', '.join((*FIELDS, EVERY))})")
    return db


PIECES = [
    *[
        "AND",
        "OR",
        "NOT",
        "NEAR/3",
        "NEAR",
        "(",
        ")",
        '"',
        "“",
        "title:",
        "speaker:",
        "a",
        "b*",
        "don't",
        "é",
        "利",
        "*",
    ],
    *["'", "^", "+", "-", "{", "}", ";", "\\", "\x00", "NEAR(", "rowid", '""', ":", "--", "/*"],
]


def refused_or_run(db, text):
    """What the parser refuses it says, with the place; what it takes the database takes too."""
    try:
        query = parse(text)
    except QueryError as e:
        return bool(str(e)) and 0 <= e.position <= len(text)
    db.execute("select rowid from words where words match ?", (written(query),)).fetchall()
    return True


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(["", " "]))
@settings(max_examples=600, deadline=None)
def test_whatever_is_typed_is_refused_or_understood_by_the_database(db, parts, between):
    assert refused_or_run(db, between.join(parts))


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_is_refused_or_understood(db, text):
    assert refused_or_run(db, text)


FOLDED = [
    ("Élysée ŁÓDŹ", "elysee lodz"),
    ("don’t ‘x’", "don't 'x'"),
    # letters that would become two, and combining accents, stay
    ("Straße ﬁn e\u0301", "straße ﬁn e\u0301"),
    ("İstanbul ΟΔΟΣ", "istanbul οδοσ"),
    ("각하 가", "각하 가"),
]


@pytest.mark.parametrize(("text", "expected"), FOLDED)
def test_folded(text, expected):
    assert folded(text) == expected


@given(st.text(max_size=40))
@settings(max_examples=300, deadline=None)
def test_folding_keeps_the_length_and_is_done_once(text):
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


def test_tokens_skip_combining_accents_and_part_unspaced_scripts():
    assert tokens("Cafe\u0301 au lait_noir 北京") == ["cafe", "au", "lait", "noir", "北", "京"]
    assert indexed("北京 cafe\u0301").split() == ["北", "京", "cafe"]
    # vowel signs belong to the word
    assert tokens("हिन्दी") == ["हिन्दी"]

"""Words for pickers: what reads alike is told apart."""

from dateline.web.words import told_apart


def test_only_what_reads_alike_gets_more_words():
    names = {"a": "Jordan", "b": "Jordan", "c": "Aldmoor"}
    assert told_apart(names) == {"a": "Jordan (a)", "b": "Jordan (b)", "c": "Aldmoor"}
    kinds = {"a": "Person", "b": "Place", "c": "Place"}
    assert told_apart(names, kinds) == {"a": "Jordan (Person)", "b": "Jordan (Place)", "c": "Aldmoor"}


def test_where_the_kind_is_the_same_too_the_key_decides():
    names = {"a": "Jordan", "b": "Jordan"}
    out = told_apart(names, {"a": "Person", "b": "Person"})
    assert out == {"a": "Jordan (Person) (a)", "b": "Jordan (Person) (b)"}
    assert len(set(told_apart({"a": "x", "b": "x"}, {}).values())) == 2

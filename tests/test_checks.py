"""Marks of checked quotations: the last holds, an undo takes back one's own, other words or speakers are not meant."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from dateline.checks import Check, CheckBook
from dateline.corrections.quotation import Quotation

WALL = Quotation("a1-q0", "a1", "The wall is safe")
BOAT = Quotation("a1-q1", "a1", "No boat would sail")


@pytest.fixture
def book(tmp_path):
    made = CheckBook(tmp_path / "checks.sqlite")
    yield made
    made.close()


def held(book, **now):
    """What holds where the pile has these quotations by these speakers."""
    return book.held(lambda q: (q.id, now.get(q.id.replace("-", "_"), "ada")))


def test_the_last_mark_of_a_part_holds(book):
    book.mark(WALL, "ada", {"content": True, "speaker": True})
    book.mark(WALL, "ada", {"speaker": False})
    assert held(book) == {"a1-q0": Check(True, False)}
    book.mark(WALL, "ada", {"content": None})
    assert held(book) == {"a1-q0": Check(None, False)}
    book.mark(WALL, "ada", {"speaker": None})
    assert held(book) == {}


def test_undo_takes_back_the_visitors_own_last_mark_both_parts(book):
    book.mark(WALL, "ada", {"content": False}, by="one")
    book.mark(WALL, "ada", {"content": True, "speaker": True}, by="one")
    book.mark(BOAT, "ada", {"content": True}, by="two")
    assert book.undo("one")
    assert held(book) == {"a1-q0": Check(False, None), "a1-q1": Check(True, None)}
    assert book.undo("one")
    assert not book.undo("one")
    assert held(book) == {"a1-q1": Check(True, None)}


def test_a_mark_speaks_of_the_words_and_the_speaker_it_was_made_for(book):
    book.mark(WALL, "ada", {"content": True, "speaker": True})
    # another version finds another speaker
    assert held(book, a1_q0="ben") == {"a1-q0": Check(True, None)}
    # the words are gone
    assert book.held(lambda q: ("", "")) == {}


def test_a_mark_holds_for_a_speaker_whose_name_was_merged(book):
    book.mark(WALL, "a-ek", {"speaker": True})
    assert held(book) == {}
    assert book.held(lambda q: (q.id, "ada"), {"a-ek": "ada"}) == {"a1-q0": Check(None, True)}


def test_marks_survive_and_change_the_version(book, tmp_path):
    before = book.version
    book.mark(WALL, "ada", {"content": True})
    assert book.version != before
    again = CheckBook(tmp_path / "checks.sqlite")
    assert held(again) == {"a1-q0": Check(True, None)}
    again.close()


def test_two_visitors_marking_at_once_lose_nothing(book, tmp_path):
    books = [book, CheckBook(tmp_path / "checks.sqlite")]

    def mark(n):
        books[n % 2].mark(Quotation(f"a1-q{n}", "a1", f"words {n}"), "ada", {"content": True}, by=str(n % 2))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(mark, range(40)))
    assert len(held(book)) == 40
    books[1].close()

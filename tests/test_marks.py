"""Tags, stars, read and notes: kept, shared, and not lost when two readers mark at once."""

import threading

import pytest

from dateline.errors import StoreError
from dateline.marks import MarkBook


@pytest.fixture
def path(tmp_path):
    return tmp_path / "marks.sqlite"


def test_marks_survive_closing(path):
    book = MarkBook(path)
    book.tag(["a1", "a2"], "  follow   up ")
    book.untag(["a2"], "follow up")
    book.flag(["a1", "a3"], "read")
    book.flag(["a3"], "read", False)
    book.flag(["a2"], "starred")
    book.write_note("a1", " check the figure ")
    book.close()
    again = MarkBook(path)
    marks = again.marks()
    assert marks.tags == {"follow up": {"a1"}}
    assert (marks.read, marks.starred) == ({"a1"}, {"a2"})
    assert (again.note("a1"), again.note("a2"), again.tags_of("a1")) == ("check the figure", "", ["follow up"])


def test_an_empty_note_is_removed(path):
    book = MarkBook(path)
    book.write_note("a1", "x")
    book.write_note("a1", "  ")
    assert book.note("a1") == ""


def test_the_stamp_changes_with_every_mark_of_anyone(path):
    mine, other = MarkBook(path), MarkBook(path)
    stamps = [mine.stamp]
    mine.tag(["a1"], "x")
    stamps.append(mine.stamp)
    other.flag(["a2"], "read")
    stamps.append(mine.stamp)
    assert len(set(stamps)) == 3
    assert mine.marks().read == {"a2"}


def test_two_readers_at_once_lose_nothing(path):
    books = [MarkBook(path), MarkBook(path)]

    def mark(book, who):
        for n in range(100):
            book.tag([f"a{n}"], who)

    threads = [threading.Thread(target=mark, args=(b, f"reader {i}{j}")) for i, b in enumerate(books) for j in range(2)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert {t: len(a) for t, a in MarkBook(path).marks().tags.items()} == {
        f"reader {i}{j}": 100 for i in range(2) for j in range(2)
    }


def test_a_file_that_is_no_database(path):
    path.write_text("not a database, but long enough to look at " * 10)
    with pytest.raises(StoreError, match="cannot be used"):
        MarkBook(path)

import random
import tracemalloc
from contextlib import closing
from datetime import datetime

import pytest

from dateline import build
from dateline.amend import Amendments
from dateline.ledger import Ledger
from dateline.load.article import Article
from dateline.load.outlets import settle
from dateline.load.read import Source
from dateline.load.recur import polish
from dateline.resolve.pile import article_ids, resolve
from dateline.shelf import ids_by_hash, shelved

CALL = "Sign up for the morning letter of the Lindby Courier and read it before anybody else does."


WORDS = "harbour council ferry storm wall winter quay boat crown fisherman town school bridge river forest".split()


def story(n, source="Lindby Courier", given="", url=""):
    rng = random.Random(n)
    text = "\n\n".join([*(f"The {' '.join(rng.choices(WORDS, k=20))} of the town." for _ in range(5)), CALL])
    title, when = f"{rng.choice(WORDS)} and {WORDS[n]}", datetime(2021, 1, 1 + n)
    return Article(
        text,
        f"{n}.txt",
        given_id=given,
        title=title,
        source=source,
        url=url,
        cleaned=True,
        published=when,
        language="en",
    )


# spellings of one outlet, an address that pages state the name of, a given id that two bear
PILE = [
    *(story(n) for n in range(6)),
    story(6, "LINDBY COURIER"),
    story(7, "lindbycourier.example", url="https://lindbycourier.example/7"),
    story(8, given="same"),
    story(9, given="same"),
]


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "ledger.sqlite") as made:
        for a in PILE:
            made.add(a)
        yield made


def test_what_stands_on_the_shelf_is_what_the_whole_pile_tells(ledger):
    loaded = list(ledger.articles())
    known = [a.with_(given_id=i) for a, i in zip(loaded, article_ids(loaded), strict=True)]
    shelf = shelved(ledger)
    assert list(shelf) == polish(settle(known))
    assert [shelf[i] for i in range(len(shelf))] == list(shelf)
    assert {a.source for a in shelf} == {"Lindby Courier"}
    assert not any(CALL in a.text for a in shelf)
    assert [a.given_id for a in shelf] == [ids_by_hash(ledger)[a.content_hash] for a in loaded]
    assert len({a.given_id for a in shelf}) == len(PILE)


def test_what_readers_put_right_lies_over_it(ledger, tmp_path):
    before = list(shelved(ledger))
    with closing(Amendments(tmp_path / "amendments.sqlite")) as amendments:
        amendments.set([before[0].given_id, before[3].given_id], "removed", True)
        amendments.set([before[1].given_id], "title", "Another headline")
        amendments.set_body(before[2].given_id, "Another text.", [])
        after = shelved(ledger, amendments)
    assert [a.given_id for a in after] == [a.given_id for n, a in enumerate(before) if n not in (0, 3)]
    assert (after[0].title, after[1].text) == ("Another headline", "Another text.")
    assert list(after)[2:] == before[4:]
    assert after[0].given_id == before[1].given_id


def test_frames_do_not_depend_on_the_order_of_the_articles():
    one, other = resolve(PILE, [None] * len(PILE)), resolve(PILE[::-1], [None] * len(PILE))
    assert one["articles"].article_id.tolist() == other["articles"].article_id.tolist()
    assert all(len(one[n]) == len(other[n]) for n in one)


# neither the table nor what was loaded from it may be in memory at once
def test_a_large_table_is_gone_through_without_holding_it(tmp_path):
    path = tmp_path / "large.csv"

    def load(n):
        with Ledger(tmp_path / f"{n}.sqlite") as ledger:
            build.load([Source(path, path.name)], ledger, clean=False)
            shelf = build.articles_of(ledger)
            return sum(len(a.text) for a in shelf)

    rows = (f'Story {n},"{f"Boat {n} left the quay of Lindby. " * 100}"\n' for n in range(1000))
    path.write_text("title,text\n" + "".join(rows))
    size = path.stat().st_size
    load("first")  # what is loaded once, whatever the table
    tracemalloc.start()
    assert load("second") > 0.99 * size > 3e6
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 0.5 * size

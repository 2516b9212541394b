"""Building piles: only what is new is read, a kill costs nothing, two at once lose nothing, tags stay."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from dateline import piles, store, work, worker
from dateline.amend import Amendments
from dateline.annotate.record import Record
from dateline.corrections.topics import TopicEdits
from dateline.errors import PileBusyError
from dateline.load.edit import cut
from dateline.marks import MarkBook

ROOT = Path(__file__).parents[1]
WORDS = "harbour ferry council bridge school market river court garden station museum airport tower canal".split()


def story(n, more=""):
    """An invented article, another one for every number."""
    a, b, c = (WORDS[(n * k) % len(WORDS)] for k in (1, 3, 5))
    return (
        f"Plans for the {a} number {n}\n\n"
        f"The {a} of Nordhaven will get a new {b} by the summer, {n + 20} years after the first one burned down.\n\n"
        f"“Nobody asked the {c} people,” said Marta Ohlsen, who speaks for {n + 2} families near the {b}. "
        f"She told a hearing that the {a} had lost {n * 7 + 3} visitors a day.\n\n"
        f"The {c} office will answer in week {n % 50 + 1}, its spokesman said on Tuesday. {more}"
    ).encode()


def hand_in(pile, *numbers, more=""):
    work.hand_in(pile, [(f"story-{n}.txt", story(n, more)) for n in numbers])


def frame(pile, name="articles"):
    return store.read(pile.frames(pile.version))[0][name]


@pytest.fixture
def pile(home):
    return piles.create("Nordhaven")


@pytest.fixture
def read_texts(monkeypatch):
    """The texts that were given to the language model, which is not run."""
    texts = []

    def annotate(jobs, workers=0, prefer=""):
        for key, draft in jobs:
            texts.append(draft.text)
            yield key, Record().pack()

    monkeypatch.setattr("dateline.build.annotate", annotate)
    return texts


def test_a_pile_of_which_nothing_can_be_read_is_built_and_says_why(pile):
    work.hand_in(pile, [("scan.pdf", b"%PDF-1.4 broken"), ("notes.txt", b"")])
    worker.build_now(pile)
    assert work.status(pile).state == "done"
    assert (len(frame(pile)), frame(pile, "report").outcome.tolist()) == (0, ["refused", "refused"])


def test_only_what_is_new_is_read(pile, read_texts):
    hand_in(pile, 1, 2, 3)
    worker.build_now(pile)
    assert len(read_texts) == 3
    hand_in(pile, 2, 4, 5)
    worker.build_now(pile)
    assert len(read_texts) == 5
    assert sum("number 2" in t for t in read_texts) <= 1
    report = frame(pile, "report")
    assert report.outcome.value_counts().to_dict() == {"loaded": 5, "duplicate": 1}
    assert report.batch.nunique() == 2
    # the totals of each handing-in add up
    assert report.groupby("batch").size().tolist() == [3, 3]
    worker.build_now(pile)
    assert len(read_texts) == 5
    assert len(frame(pile)) == 5


def test_a_corrected_file_keeps_the_readers_tags(pile, read_texts):
    hand_in(pile, 1, 2)
    worker.build_now(pile)
    before = frame(pile).set_index("origin").article_id
    with closing(MarkBook(pile.marks)) as book:
        book.tag([before["story-1.txt"]], "to ask about")
        hand_in(pile, 1, more="This article was corrected on Friday.")
        worker.build_now(pile)
        after = frame(pile).set_index("origin")
        assert len(after) == 2
        assert after.text["story-1.txt"].endswith("corrected on Friday.")
        assert book.tags_of(after.article_id["story-1.txt"]) == ["to ask about"]
    assert len(read_texts) == 3
    assert "replaces its older version" in frame(pile, "report").reason.tolist()


def test_an_edit_of_a_text_reads_that_article_only_and_a_date_none(pile, read_texts):
    hand_in(pile, 1, 2, 3)
    worker.build_now(pile)
    article = next(frame(pile).itertuples())
    with closing(Amendments(pile.amendments)) as book:
        book.set([article.article_id], "published", "2025-03-01")
        worker.build_now(pile)
        assert len(read_texts) == 3
        from dateline.load.article import Article

        changed = cut(Article(article.text), 0, article.text.index("\n"))
        book.set_body(article.article_id, changed.text, changed.cuts)
        worker.build_now(pile)
    assert len(read_texts) == 4
    assert read_texts[-1] == changed.text
    cuts = frame(pile, "cuts")
    assert "cut by hand" in cuts[cuts.article_id == article.article_id].reason.tolist()


def test_a_change_of_topics_makes_nothing_else_anew(pile, read_texts, monkeypatch):
    hand_in(pile, *range(30))
    worker.build_now(pile)
    first, found = pile.version, frame(pile, "topics")
    names = dict(zip(found.topic_id.tolist(), found.topic.tolist(), strict=True))
    monkeypatch.setattr("dateline.build.resolve", None)
    with closing(TopicEdits(pile.topics)) as edits:
        edits.split(max(names), 2, names)
        edits.refit(3)
    worker.build_now(pile)
    assert pile.version != first
    assert frame(pile, "leaves").edit_id.max() > 0
    assert store.read_manifest(pile.frames(pile.version))["counts"]["topics"] == len(frame(pile, "topics"))


def test_a_change_of_topics_and_of_an_article_makes_all_anew(pile, read_texts):
    hand_in(pile, *range(30))
    worker.build_now(pile)
    with closing(TopicEdits(pile.topics)) as edits:
        edits.refit(3)
    hand_in(pile, 30)
    worker.build_now(pile)
    assert len(frame(pile)) == 31
    assert frame(pile, "leaves").edit_id.max() > 0


def test_a_build_that_is_stopped_goes_on_where_it_was(pile, read_texts, monkeypatch):
    hand_in(pile, *range(8))
    whole = read_texts.append
    stop = {"after": 3}

    def annotate(jobs, workers=0, prefer=""):
        for n, (key, draft) in enumerate(jobs):
            if n == stop["after"]:
                raise KeyboardInterrupt
            whole(draft.text)
            yield key, Record().pack()

    monkeypatch.setattr("dateline.build.annotate", annotate)
    with pytest.raises(KeyboardInterrupt):
        worker.build_now(pile)
    # what was loaded can be read already
    assert len(frame(pile)) == 8
    stop["after"] = 100
    worker.build_now(pile)
    assert len(read_texts) == len(set(read_texts)) == 8
    assert frame(pile).annotated.all()


def test_two_builds_at_once(pile, read_texts, monkeypatch):
    started, go_on = threading.Event(), threading.Event()

    def annotate(jobs, workers=0, prefer=""):
        for key, draft in jobs:
            read_texts.append(draft.text)
            started.set()
            go_on.wait(30)
            yield key, Record().pack()

    monkeypatch.setattr("dateline.build.annotate", annotate)
    hand_in(pile, 1, 2)
    first = threading.Thread(target=worker.build_now, args=(pile,))
    first.start()
    assert started.wait(30)
    # while the first is at work, others hand in more, at the same moment
    hands = [threading.Thread(target=hand_in, args=(pile, n)) for n in range(3, 9)]
    for h in hands:
        h.start()
    for h in hands:
        h.join()
    with pytest.raises(PileBusyError, match="another process"):
        worker.build_now(pile)
    go_on.set()
    first.join(60)
    # the first took up what came meanwhile
    assert len(frame(pile)) == 8
    assert len(read_texts) == len(set(read_texts)) == 8
    assert not list(pile.inbox.iterdir())


def test_two_piles_are_built_side_by_side(home, read_texts):
    both = [piles.create(n) for n in ("One", "Two")]
    for pile in both:
        hand_in(pile, 1, 2, 3)
    threads = [threading.Thread(target=worker.build_now, args=(p,)) for p in both]
    for t in threads:
        t.start()
    for t in threads:
        t.join(60)
    assert [len(frame(p)) for p in both] == [3, 3]


def records(pile):
    """(rowid, text) of the records: a text that is read again gets another rowid."""
    if not pile.ledger.exists():
        return []
    with closing(sqlite3.connect(pile.ledger, timeout=30)) as db:
        try:
            return db.execute("select rowid, text_hash from records order by rowid").fetchall()
        except sqlite3.OperationalError:
            return []


def test_kill_nine_in_the_middle_and_start_again(pile, home):
    """The real process with the real model: killed while it reads, started again, nothing is read twice."""
    numbers = range(24)
    for n in numbers:  # long enough for the work to be handed over in several parts
        more = "\n\n".join(story(n * 50 + k).decode().partition("\n\n")[2] for k in range(12))
        hand_in(pile, n, more=more)
    work.wanted(pile).touch()
    command = [sys.executable, "-m", "dateline", "work", pile.id]
    environment = {**os.environ, "DATELINE_HOME": str(home)}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 400
        while not 0 < len(records(pile)) < len(numbers) and time.monotonic() < until:
            assert process.poll() is None, "the build ended before it could be killed"
            time.sleep(0.02)
        os.kill(process.pid, signal.SIGKILL)
    finally:
        process.wait(30)
    before = records(pile)
    assert 0 < len(before) < len(numbers)
    assert work.status(pile).state == "interrupted"
    assert work.unfinished(pile)
    work.wanted(pile).touch()  # as the server does when it finds it unfinished
    subprocess.run(command, cwd=ROOT, env=environment, check=True, timeout=300, stderr=subprocess.DEVNULL)
    after = records(pile)
    assert after[: len(before)] == before
    assert len(after) == len({t for _, t in after}) == len(numbers)
    assert work.status(pile).state == "done"
    assert frame(pile).annotated.all()

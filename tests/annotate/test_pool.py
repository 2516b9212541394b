"""Workers: what a crash costs, and what is said when they cannot start. No model is read: see ``draft``."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from dateline.annotate import pool
from dateline.annotate.draft import Draft
from dateline.annotate.pool import annotate
from dateline.annotate.record import Record
from dateline.errors import DatelineError, WorkerError

ROOT = Path(__file__).parents[2]


class Deadly(str):
    """A text that ends the worker that unpacks it."""

    __slots__ = ()

    def __reduce__(self):
        return os._exit, (3,)


def draft(text):
    return Draft(text, language="xx")  # a language nobody has a model of gives an empty record


def test_an_article_that_kills_its_worker_costs_only_itself():
    jobs = [("a", draft("Rain.")), ("b", draft(Deadly("Hail."))), ("c", draft("Snow.")), ("d", draft("Sun."))]
    done = dict(annotate(jobs, workers=1))
    assert done.pop("b") is None
    assert {k: Record.unpack(v) for k, v in done.items()} == dict.fromkeys("acd", Record())


def test_every_article_is_done_once_by_several_workers():
    jobs = [(str(n), draft(f"Rain number {n}. " * 900)) for n in range(9)]
    assert sorted(key for key, blob in annotate(jobs, workers=2) if blob) == [str(n) for n in range(9)]


@pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux only")
def test_workers_are_forked_only_while_no_other_thread_is_at_work():
    end = threading.Event()
    waiting = threading.Thread(target=end.wait, name=pool.WAITING)
    busy = threading.Thread(target=end.wait, name="busy")
    before = pool._may_fork()
    waiting.start()
    with_waiting = pool._may_fork()
    busy.start()
    with_busy = pool._may_fork()
    end.set()
    waiting.join()
    busy.join()
    assert with_waiting == before
    assert not with_busy


def test_the_parent_keeps_no_model():
    assert dict(annotate([("a", draft("Rain."))], workers=1))
    assert pool._annotator is None


def test_nothing_to_do_starts_nothing():
    assert list(annotate([], workers=1)) == []


def test_a_model_that_is_not_there_is_said_at_once():
    with pytest.raises(DatelineError, match="'huge' is not installed"):
        list(annotate([("a", draft("Rain."))], workers=1, prefer="huge"))


def test_fresh_workers_that_find_no_model_say_so_at_once(monkeypatch):
    monkeypatch.setattr(pool, "_may_fork", lambda: False)
    jobs = [(str(n), draft("Rain.")) for n in range(200)]
    with pytest.raises(WorkerError, match=r"cannot start .*'huge' is not installed"):
        list(annotate(jobs, workers=2, prefer="huge"))


def test_a_script_that_cannot_be_imported_again_is_told_once():
    script = """
from dateline.annotate import pool
from dateline.annotate.draft import Draft
pool._may_fork = lambda: False
list(pool.annotate([(str(n), Draft("Rain.", language="xx")) for n in range(50)], workers=1))
"""
    run = subprocess.run([sys.executable, "-"], input=script, cwd=ROOT, capture_output=True, text=True, timeout=120)
    last = run.stderr.strip().splitlines()[-1]
    assert run.returncode
    assert "WorkerError: the processes that read articles cannot start (they end at once)" in last
    assert "if __name__ == '__main__':" in last
    assert run.stderr.count("Traceback") <= 3

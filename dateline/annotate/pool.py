"""Worker processes that annotate: results come back as they are ready, a worker that dies takes nothing with it.

Where a fork is safe (Linux, no thread at work) the model is loaded once, here, and the workers inherit it; elsewhere,
and after a crash, they are started fresh (spawn) and each loads its own. They return packed records, never spaCy's own
objects, whose unpickling would stall the parent.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing.connection import wait as wait_for
from typing import TYPE_CHECKING

from dateline import settings
from dateline.annotate.draft import Draft
from dateline.errors import DatelineError, WorkerError

if TYPE_CHECKING:
    from dateline.annotate.pipeline import Annotator

Job = tuple[str, Draft]
Done = tuple[str, bytes | None]

WAITING = "waits for an end"
"""Name of threads that only wait in a system call: they hold no lock that a forked worker would find taken for ever."""

_READY = ""

_annotator: Annotator | None = None


def annotate(jobs: Iterable[Job], workers: int = 0, prefer: str = "") -> Iterator[Done]:
    """Annotate (key, draft) jobs; yields (key, packed record) as they are ready, in any order.

    ``workers`` 0 means one a core. An article that raises an error, or kills its worker twice, yields (key, None).
    Raises WorkerError where workers end before they can read anything: then no article is to blame.
    """
    tasks = _tasks(jobs)
    first = next(tasks, None)
    if first is None:
        return
    tasks = chain([first], tasks)
    pool = _Pool(_count(workers), prefer, fork=_may_fork() and _load(prefer, first))
    running: dict[Future, list[Job]] = {}
    try:
        while True:
            # two tasks a worker: one running, one waiting, so that no worker idles and little is lost by a kill
            for task in islice(tasks, max(0, 2 * _count(workers) - len(running))):
                running[pool.submit(task)] = task
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            try:
                for future in done:
                    yield from future.result()
                    del running[future]
            except BrokenProcessPool:
                pool.check()
                pool.end()
                lost = [job for task in running.values() for job in task]
                running.clear()
                yield from _one_by_one(lost, prefer)
                pool = _Pool(_count(workers), prefer)
    finally:
        pool.end()


def _one_by_one(jobs: list[Job], prefer: str) -> Iterator[Done]:
    """After a crash: each job alone, so that only the one that crashes is lost."""
    pool = _Pool(1, prefer)
    try:
        for job in jobs:
            try:
                yield from pool.submit([job]).result()
            except BrokenProcessPool:
                pool.check()
                pool.end()
                yield job[0], None
                pool = _Pool(1, prefer)
    finally:
        pool.end()


class _Pool:
    """Worker processes that say when they are ready, so that one that cannot start is told from one that crashed."""

    def __init__(self, workers: int, prefer: str, fork: bool = False) -> None:
        context = multiprocessing.get_context("fork" if fork else "spawn")
        self._said = context.SimpleQueue()
        self._pool = ProcessPoolExecutor(
            workers, mp_context=context, initializer=_start, initargs=(prefer, self._said.put)
        )

    def submit(self, task: list[Job]) -> Future[list[Done]]:
        """Have the task done; raises BrokenProcessPool, as ``Future.result`` does, when a worker has died."""
        global _annotator
        future = self._pool.submit(_run, task)
        _annotator = None  # forked workers, all of them started by the first task, have their own
        return future

    def check(self) -> None:
        """Once the pool is broken: raises WorkerError if none of its workers ever came so far as to read."""
        said = []
        while not self._said.empty():
            said.append(self._said.get())
        if _READY not in said:
            raise WorkerError(
                f"the processes that read articles cannot start ({said[0] if said else 'they end at once'}): "
                "see what stands above; a script that starts them has to be a file, with its work under "
                "`if __name__ == '__main__':`, or use `python -m dateline annotate`"
            )

    def end(self) -> None:
        """End the workers, whatever they are at."""
        processes = list((getattr(self._pool, "_processes", None) or {}).values())
        self._pool.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.terminate()


def _tasks(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    task: list[Job] = []
    size = 0
    for job in jobs:
        task.append(job)
        size += len(job[1].text)
        if size >= settings.TASK_CHARACTERS:
            yield task
            task, size = [], 0
    if task:
        yield task


def _count(workers: int) -> int:
    return workers or os.cpu_count() or 1


def _may_fork() -> bool:
    """Whether a copy of this process can work: a lock that another thread holds would stay taken in the copy."""
    threads = (t for t in threading.enumerate() if t is not threading.current_thread())
    return sys.platform == "linux" and all(t.name == WAITING for t in threads)


def _load(prefer: str, task: list[Job]) -> bool:
    """Load the model for the workers to come; raises ModelError as ``Annotator`` does."""
    global _annotator
    from dateline.annotate.pipeline import Annotator  # not above: who hands in nothing needs no spaCy

    _annotator = Annotator(prefer)
    if any(draft.language in ("en", "") for _, draft in task):
        _annotator.warm()
    return True


def _start(prefer: str, say: Callable[[str], None]) -> None:
    global _annotator
    threading.Thread(target=_end_with_parent, name=WAITING, daemon=True).start()
    try:
        from threadpoolctl import threadpool_limits

        from dateline.annotate.pipeline import Annotator

        _annotator = _annotator or Annotator(prefer)
    except Exception as e:
        if not isinstance(e, DatelineError):
            traceback.print_exc()
        say(str(e) or type(e).__name__)
        os._exit(1)
    threadpool_limits(1)  # the processes already fill the cores
    # models and word lists stay for good: looking through them again and again takes a twentieth of the time
    gc.freeze()
    gc.set_threshold(*settings.COLLECT)
    say(_READY)


def _end_with_parent() -> None:
    """A parent that is killed cannot stop its workers; they would wait for its next task for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)


def _run(task: list[Job]) -> list[Done]:
    assert _annotator is not None
    try:
        records = _annotator.annotate([draft for _, draft in task])
        return [(key, record.pack()) for (key, _), record in zip(task, records, strict=True)]
    except Exception:
        if len(task) == 1:
            return [(task[0][0], None)]
    # one article that cannot be read must not take the others of its task with it
    return [done for job in task for done in _run([job])]

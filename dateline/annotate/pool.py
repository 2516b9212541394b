"""Worker processes that annotate: results come back as they are ready, a worker that dies takes nothing with it.

Workers are started fresh (spawn) and import only ``dateline.annotate``; they return packed records, never spaCy's own
objects, whose unpickling would stall the parent.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait as wait_for
from typing import TYPE_CHECKING

from dateline import settings
from dateline.annotate.draft import Draft

if TYPE_CHECKING:
    from dateline.annotate.pipeline import Annotator

Job = tuple[str, Draft]
Done = tuple[str, bytes | None]

_annotator: Annotator | None = None


def annotate(jobs: Iterable[Job], workers: int = 0, prefer: str = "") -> Iterator[Done]:
    """Annotate (key, draft) jobs; yields (key, packed record) as they are ready, in any order.

    ``workers`` 0 means one a core. An article that raises an error, or kills its worker twice, yields (key, None).
    """
    tasks = _tasks(jobs)
    pool = _pool(workers, prefer)
    running: dict[Future, list[Job]] = {}
    try:
        while True:
            # two tasks a worker: one running, one waiting, so that no worker idles and little is lost by a kill
            for task in islice(tasks, max(0, 2 * _count(workers) - len(running))):
                running[pool.submit(_run, task)] = task
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            try:
                for future in done:
                    yield from future.result()
                    del running[future]
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                lost = [job for task in running.values() for job in task]
                running.clear()
                yield from _one_by_one(lost, prefer)
                pool = _pool(workers, prefer)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in list((getattr(pool, "_processes", None) or {}).values()):
            process.terminate()


def _one_by_one(jobs: list[Job], prefer: str) -> Iterator[Done]:
    """After a crash: each job alone, so that only the one that crashes is lost."""
    pool = _pool(1, prefer)
    for job in jobs:
        try:
            yield from pool.submit(_run, [job]).result()
        except BrokenProcessPool:
            yield job[0], None
            pool = _pool(1, prefer)
    pool.shutdown()


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


def _pool(workers: int, prefer: str) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(_count(workers), mp_context=context, initializer=_start, initargs=(prefer,))


def _start(prefer: str) -> None:
    global _annotator
    from threadpoolctl import threadpool_limits

    from dateline.annotate.pipeline import Annotator  # not above: the parent needs no spaCy

    threading.Thread(target=_end_with_parent, daemon=True).start()
    _annotator = Annotator(prefer)
    threadpool_limits(1)  # the processes already fill the cores
    # models and word lists stay for good: looking through them again and again takes a twentieth of the time
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


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

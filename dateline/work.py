"""Building a pile in a process of its own, so that the server and its visitors never wait for it.

``start`` runs ``python -m dateline work PILE`` in the background and returns at once; ``status`` says how far it is;
``cancel`` ends it. The process publishes a version as soon as the articles are loaded and again while names, quotations
and dates come in. It may be killed at any point: the next one goes on where it was. It ends with the server.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from dateline import build
from dateline.amend import Amendments
from dateline.errors import DatelineError, PileBusyError
from dateline.ledger import Ledger
from dateline.load.read import Source
from dateline.piles import Pile, write_json

_PUBLISH_AFTER = (2.0, 6.0, 15.0)
"""Seconds of annotating after which a first, second ... version is shown; later ones when the share read doubles."""

_running: dict[str, subprocess.Popen] = {}


@dataclass(frozen=True, slots=True)
class Status:
    """How far a pile's build is. ``state``: none, waiting, running, done, failed, stopped (by a
    reader) or interrupted; ``left`` is in seconds, -1 unknown."""

    state: str = "none"
    stage: str = ""
    done: int = 0
    total: int = 0
    rate: float = 0.0
    left: float = -1.0
    message: str = ""

    @property
    def busy(self) -> bool:
        """Whether a process is at work on the pile or about to be."""
        return self.state in ("waiting", "running")


def hand_in(pile: Pile, files: Iterable[tuple[str, bytes]]) -> int:
    """Put files (name, content) into the pile's inbox, whole or not at all each; returns how many."""
    pile.inbox.mkdir(exist_ok=True)
    count = 0
    for count, (name, content) in enumerate(files, 1):
        # the reader's file name never becomes a path: it stands in a note beside the bytes
        slot = f"{time.time_ns():020}-{count:05}"
        (pile.inbox / f"{slot}.bin").write_bytes(content)
        write_json(pile.inbox / f"{slot}.json", {"name": name})
    return count


def hand_in_folder(pile: Pile, folder: Path) -> int:
    """Put all files of a folder into the inbox."""
    paths = sorted(p for p in folder.rglob("*") if p.is_file())
    return hand_in(pile, ((p.relative_to(folder).as_posix(), p.read_bytes()) for p in paths))


def start(pile: Pile) -> None:
    """Build the pile in the background. A build that is under way already starts over with what is new."""
    _again(pile).touch()
    if status(pile).busy:
        return
    _report(pile, Status("waiting"))
    # the pipe is how the process notices that the server is gone
    _running[pile.id] = subprocess.Popen(
        [sys.executable, "-m", "dateline", "work", pile.id],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=(pile.folder / "work.log").open("wb"),
        cwd=Path(__file__).parents[1],
    )


def cancel(pile: Pile) -> None:
    """End the build; what was done stays, and a later ``start`` goes on from there."""
    process = _running.pop(pile.id, None)
    if process is not None and process.poll() is None:
        process.terminate()
        process.wait(10)
    _again(pile).unlink(missing_ok=True)
    _report(pile, Status("stopped", message="Stopped. What was done is kept."))


def status(pile: Pile) -> Status:
    """How far the build is. A build whose process is gone without a word is ``interrupted``."""
    try:
        now = Status(**json.loads(pile.progress.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return Status()
    if now.busy and not _alive(pile):
        process = _running.get(pile.id)
        if process is not None and process.poll() is None:
            return now
        return Status("interrupted", now.stage, now.done, now.total, message="The work was interrupted.")
    return now


def unfinished(pile: Pile) -> bool:
    """Whether a build was asked for and did not come to its end."""
    return _again(pile).exists() or status(pile).state == "interrupted"


def work(pile: Pile) -> None:
    """Build the pile in this process: load the inbox, annotate, publish. Raises PileBusyError if another one is."""
    lock = _lock(pile)
    try:
        lock.acquire(timeout=3)  # the server takes it for a moment when it asks whether a build is alive
    except Timeout as e:
        raise PileBusyError(f"the pile “{pile.name}” is being built by another process: wait for it") from e
    threading.Thread(target=_end_with_server, daemon=True).start()
    try:
        while _again(pile).exists():
            _work(pile)
    except DatelineError as e:
        _report(pile, Status("failed", message=str(e)))
        raise
    except Exception as e:
        _report(
            pile,
            Status("failed", message=f"An error of Dateline itself ({type(e).__name__}): see work.log of the pile"),
        )
        raise
    finally:
        lock.release()


def _work(pile: Pile) -> None:
    # whoever asks for more from here on is served by another round
    _again(pile).unlink(missing_ok=True)
    teller = _Teller(pile)
    with Ledger(pile.ledger) as ledger, closing(Amendments(pile.amendments)) as amendments:
        loaded = _load_inbox(pile, ledger, teller)
        articles = build.articles_of(ledger, amendments)
        if loaded:
            pile.publish(*build.frames_of(ledger, articles))
        published = time.monotonic()
        pauses = list(_PUBLISH_AFTER)

        def tell(now: build.Progress) -> None:
            nonlocal published
            teller.tell(now)
            due = pauses[0] if pauses else max(_PUBLISH_AFTER[-1], now.seconds / 2)
            if now.done < now.total and time.monotonic() - published > due:
                pile.publish(*build.frames_of(ledger, articles))
                published = time.monotonic()
                del pauses[:1]

        build.read_articles(ledger, articles, progress=tell)
        teller.tell(build.Progress("resolving", 0, 0, 0.0))
        # what readers put right meanwhile is in this version too
        articles = build.articles_of(ledger, amendments)
        frames, manifest = build.frames_of(ledger, articles)
        pile.publish(frames, manifest)
    _report(pile, Status("done", done=len(frames["articles"]), total=len(frames["articles"])))


def _load_inbox(pile: Pile, ledger: Ledger, teller: _Teller) -> int:
    """Load what was handed in, file by file; returns how many. A file leaves the inbox once it is in the ledger."""
    notes = sorted(pile.inbox.glob("*.json")) if pile.inbox.is_dir() else []
    for note in notes:
        content = note.with_suffix(".bin")
        name = json.loads(note.read_text(encoding="utf-8"))["name"]
        if content.exists():
            build.load([Source(content, name)], ledger, progress=teller.tell)
            content.unlink()
        note.unlink()
    return len(notes)


class _Teller:
    """Writes progress to the pile's file, a few times a second at most."""

    def __init__(self, pile: Pile) -> None:
        self._pile, self._last = pile, 0.0

    def tell(self, now: build.Progress) -> None:
        if time.monotonic() - self._last < 0.3 and now.done != now.total:
            return
        self._last = time.monotonic()
        _report(self._pile, Status("running", now.stage, now.done, now.total, round(now.rate, 2), round(now.left, 1)))


def _report(pile: Pile, now: Status) -> None:
    data: dict[str, Any] = {name: getattr(now, name) for name in Status.__dataclass_fields__}
    write_json(pile.progress, data)


def _again(pile: Pile) -> Path:
    """The mark that says that a build is wanted."""
    return pile.folder / ".again"


def _lock(pile: Pile) -> FileLock:
    return FileLock(pile.folder / ".lock", thread_local=False)


def _alive(pile: Pile) -> bool:
    """Whether some process holds the pile's lock."""
    lock = _lock(pile)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    lock.release()
    return False


def _end_with_server() -> None:
    """The server holds the other end of standard input; when it is gone there is nobody to work for."""
    if sys.stdin is None or sys.stdin.isatty():
        return
    # not sys.stdin.read: its lock, held by a thread that waits, would spoil the interpreter's own end
    while os.read(sys.stdin.fileno(), 4096):
        pass
    os._exit(1)

"""Builds of piles as the server sees them: hand in files, start a build in its own process, watch it, end it.

The server and its visitors never wait for a build: ``start`` runs ``python -m dateline work PILE`` (it is
``dateline.worker``) and returns at once. That process may be killed at any point: the next one goes on where it was. It
ends with the server.
"""

from __future__ import annotations

import json
import secrets
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from dateline.piles import Pile, write_json

_running: dict[str, subprocess.Popen] = {}


@dataclass(frozen=True, slots=True)
class Status:
    """How far a pile's build is.

    ``state``: none, waiting, running, done, failed, stopped (by a reader) or interrupted; ``stage`` as in
    ``build.Progress``; ``rate`` in articles a second; ``left`` in seconds, -1 unknown; ``message`` says which file is
    being loaded, or why it is not going on.
    """

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


def hand_in(pile: Pile, files: Iterable[tuple[str, bytes]]) -> str:
    """Put files (name, content) into the pile's inbox, each whole or not at all; returns the time that the report will
    know them by (its column ``batch``)."""
    pile.inbox.mkdir(exist_ok=True)
    at, own = datetime.now(UTC).isoformat(timespec="milliseconds"), f"{time.time_ns():020}-{secrets.token_hex(3)}"
    for count, (name, content) in enumerate(files, 1):
        # the reader's file name never becomes a path: it stands in a note beside the bytes
        slot = f"{own}-{count:06}"
        (pile.inbox / f"{slot}.bin").write_bytes(content)
        write_json(pile.inbox / f"{slot}.json", {"name": name, "at": at})
    return at


def hand_in_folder(pile: Pile, folder: Path) -> str:
    """Put all files of a folder into the inbox, but for the README that says what the folder is."""
    paths = sorted(p for p in folder.rglob("*") if p.is_file() and p.name != "README.md")
    return hand_in(pile, ((p.relative_to(folder).as_posix(), p.read_bytes()) for p in paths))


def start(pile: Pile) -> None:
    """Build the pile in the background. A build that is under way already takes up what is new when it is done."""
    wanted(pile).touch()
    if status(pile).busy:
        return
    report(pile, Status("waiting"))
    # the pipe is how the process notices that the server is gone
    _running[pile.id] = subprocess.Popen(
        [sys.executable, "-m", "dateline", "work", pile.id, "--attached"],
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
    wanted(pile).unlink(missing_ok=True)
    report(pile, Status("stopped", message="Stopped. What was done is kept."))


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


def waiting(pile: Pile) -> bool:
    """Whether something of the pile is not loaded or read yet and nobody is at work on it."""
    now = status(pile)
    left = any(pile.inbox.glob("*.json")) or wanted(pile).exists()
    return not now.busy and (left or now.state in ("stopped", "interrupted", "failed"))


def unfinished(pile: Pile) -> bool:
    """Whether a build was asked for and did not come to its end, or files were handed in and never taken up."""
    state = status(pile).state
    left = state != "stopped" and any(pile.inbox.glob("*.json"))
    return left or state == "interrupted" or wanted(pile).exists()


def report(pile: Pile, now: Status) -> None:
    """Say how far the build is."""
    write_json(pile.progress, asdict(now))


def wanted(pile: Pile) -> Path:
    """The mark that says that a build is wanted."""
    return pile.folder / ".wanted"


def lock(pile: Pile) -> FileLock:
    """The lock that the process at work on the pile holds."""
    return FileLock(pile.folder / ".lock", thread_local=False)


def _alive(pile: Pile) -> bool:
    """Whether some process holds the pile's lock."""
    held = lock(pile)
    try:
        held.acquire(timeout=0)
    except Timeout:
        return True
    held.release()
    return False

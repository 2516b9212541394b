"""The process that builds a pile: load what was handed in, annotate, resolve, publish.

A version is published as soon as the articles are loaded and again while names, quotations and dates come in, so that
a reader can begin to read. ``python -m dateline work PILE`` runs it; ``dateline.work`` starts and watches it.
"""

from __future__ import annotations

import json
import os
import threading
import time
from contextlib import closing
from pathlib import Path

from filelock import Timeout

from dateline import build, headings, store
from dateline.amend import Amendments
from dateline.annotate.pool import WAITING
from dateline.corrections.topics import TopicEdits
from dateline.counts import tally
from dateline.errors import DatelineError, PileBusyError
from dateline.ledger import Ledger
from dateline.load.read import Source
from dateline.piles import Pile
from dateline.resolve.pile import Frames
from dateline.search import Index
from dateline.work import Status, lock, report, wanted

_FIRST_PAUSES = (2.0, 6.0, 15.0)
"""Seconds of annotating after which a first, second, third version is shown; later ones at growing distances."""


def work(pile: Pile) -> None:
    """Build the pile in this process, as long as a build of it is wanted. Raises PileBusyError if another one does."""
    held = lock(pile)
    try:
        held.acquire(timeout=3)  # the server takes it for a moment when it asks whether a build is alive
    except Timeout as e:
        raise PileBusyError(f"the pile “{pile.name}” is being built by another process: wait for it") from e
    try:
        while wanted(pile).exists():
            _round(pile)
    except DatelineError as e:
        report(pile, Status("failed", message=str(e)))
        raise
    except Exception as e:
        words = f"An error of Dateline itself ({type(e).__name__}): see work.log of the pile"
        report(pile, Status("failed", message=words))
        raise
    finally:
        held.release()


def build_now(pile: Pile) -> None:
    """Build the pile in this process and return when it is done; raises as ``work`` does."""
    wanted(pile).touch()
    work(pile)


def end_with_server() -> None:
    """Have this process end when the server that started it is gone: it holds the other end of standard input."""
    threading.Thread(target=_wait_for_the_end, name=WAITING, daemon=True).start()


def _wait_for_the_end() -> None:
    # not sys.stdin.read: its lock, held by a thread that waits, would spoil the interpreter's own end
    while os.read(0, 4096):
        pass
    os._exit(1)


def _round(pile: Pile) -> None:
    # whoever asks for more from here on is served by another round
    wanted(pile).unlink(missing_ok=True)
    teller = _Teller(pile)
    with (
        Ledger(pile.ledger) as ledger,
        closing(Amendments(pile.amendments)) as amendments,
        closing(TopicEdits(pile.topics)) as edits,
    ):
        loaded = _load_inbox(pile, ledger, teller)
        articles = build.articles_of(ledger, amendments)
        # ids and topics go on from the version that was there when this round began, not from those in between
        before, last = store.read(pile.frames(pile.version)) if pile.version else (None, {})

        def publish(between: bool) -> int:
            # topics are fitted once all is read; a version in between must not fix them
            state = pile.state if pile.state.exists() or not between else None
            mark = "" if between else build.made_of(articles)
            if before and mark and mark == last.get("made_of"):
                # readers changed topics, and nothing else: a split must not take as long as the whole pile
                frames, manifest = build.retopiced_frames(ledger, before, pile.state, edits)
            else:
                frames, manifest = build.frames_of(ledger, articles, state=state, previous=before, edits=edits)
            manifest["made_of"] = mark
            pile.publish(frames, manifest, beside=_beside)
            return len(frames["articles"])

        if loaded:
            publish(between=True)
        published = time.monotonic()
        pauses = list(_FIRST_PAUSES)

        def tell(now: build.Progress) -> None:
            nonlocal published
            teller.tell(now)
            due = pauses[0] if pauses else max(_FIRST_PAUSES[-1], now.seconds / 2)
            if now.done < now.total and time.monotonic() - published > due:
                publish(between=True)
                published = time.monotonic()
                del pauses[:1]

        build.read_articles(ledger, articles, progress=tell)
        teller.tell(build.Progress("resolving", 0, 0, 0.0))
        # what readers put right meanwhile is in this version too
        articles = build.articles_of(ledger, amendments)
        count = publish(between=False)
    report(pile, Status("done", done=count, total=count))


def _beside(folder: Path, frames: Frames) -> None:
    """Make what pages look things up in now, so that no visitor waits for it."""
    Index.open(folder, frames)
    tally.load(folder, frames["articles"], frames["mentions"])


def _load_inbox(pile: Pile, ledger: Ledger, teller: _Teller) -> int:
    """Load what was handed in, file by file; returns how many. A file leaves the inbox once it is in the ledger."""
    notes = sorted(pile.inbox.glob("*.json")) if pile.inbox.is_dir() else []
    before = 0
    for n, note in enumerate(notes, 1):
        content = note.with_suffix(".bin")
        said = json.loads(note.read_text(encoding="utf-8"))
        name = said["name"]
        teller.words = f"file {n:,} of {len(notes):,}, {name}" if len(notes) > 1 else name
        if content.exists():
            done = 0

            def tell(now: build.Progress, before: int = before) -> None:
                nonlocal done
                done = now.done
                teller.tell(build.Progress(now.stage, before + now.done, 0, teller.seconds))

            build.load([Source(content, name)], ledger, progress=tell, columns=headings.known, batch=said.get("at", ""))
            before += done
            content.unlink()
        note.unlink()
    teller.words = ""
    if notes:
        teller.tell(build.Progress("loaded", before, before, teller.seconds))
    return len(notes)


class _Teller:
    """Writes progress to the pile's file, a few times a second at most."""

    def __init__(self, pile: Pile) -> None:
        self._pile, self._last = pile, 0.0
        self._start = time.monotonic()
        self.words = ""

    @property
    def seconds(self) -> float:
        """Seconds since the round began."""
        return time.monotonic() - self._start

    def tell(self, now: build.Progress) -> None:
        if time.monotonic() - self._last < 0.3 and now.done != now.total:
            return
        self._last = time.monotonic()
        rate, left = round(now.rate, 2), round(now.left, 1)
        report(self._pile, Status("running", now.stage, now.done, now.total, rate, left, self.words))

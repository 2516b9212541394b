"""Build: inputs → articles → records → frames, resumable at every step.

Loading and annotating go through the ledger, so that a build that is stopped goes on where it was; ``progress`` is told
of every step. The command line and the app's background process both call ``build``.
"""

from __future__ import annotations

import hashlib
import platform
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

import dateline
from dateline import schema, store
from dateline.amend import Amendments
from dateline.annotate import model as models
from dateline.annotate.draft import Draft, version
from dateline.annotate.pool import annotate
from dateline.corrections.topics import TopicEdits
from dateline.errors import InputError, RefusedError
from dateline.ledger import Ledger, Records
from dateline.load.article import Article
from dateline.load.columns import Choose
from dateline.load.read import Source, read
from dateline.resolve.pile import Frames, resolve, retopiced
from dateline.shelf import Shelf, ids_by_hash, shelved


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: ``stage`` loading, loaded, reading, resolving or done; ``total`` 0 when not known yet."""

    stage: str
    done: int
    total: int
    seconds: float

    @property
    def rate(self) -> float:
        """Articles a second in this stage."""
        return self.done / self.seconds if self.seconds else 0.0

    @property
    def left(self) -> float:
        """Seconds that the stage will still take at this rate; -1 when it cannot be told."""
        return (self.total - self.done) / self.rate if self.rate and self.total else -1.0


def ignore(progress: Progress) -> None:
    """The progress function of a build that nobody watches."""


def load(
    sources: Sequence[Source],
    ledger: Ledger,
    clean: bool = True,
    progress: Callable[[Progress], None] = ignore,
    columns: Choose | None = None,
    batch: str = "",
) -> None:
    """Read the sources into the ledger. What cannot be used becomes a row of the report, never an exception.

    ``columns`` says which column of a table is what (``dateline.load.columns``); ``batch`` as in ``Ledger.loading``.
    """
    start = time.monotonic()
    with ledger.loading(batch) as work:
        for n, item in enumerate(read(sources, clean, columns), 1):
            if isinstance(item, RefusedError):
                work.report(item.origin, item.place, "refused", "", item.reason, item.cure)
            else:
                work.add(item)
            progress(Progress("loading", n, 0, time.monotonic() - start))


def articles_of(ledger: Ledger, amendments: Amendments | None = None) -> Shelf:
    """The ledger's articles as they are to be shown: with their ids, and with what readers put right."""
    return shelved(ledger, amendments)


def read_articles(
    ledger: Ledger,
    articles: Sequence[Article],
    workers: int = 0,
    prefer: str = "",
    progress: Callable[[Progress], None] = ignore,
) -> None:
    """Annotate the articles that have no record in the ledger yet."""
    way = version(models.find("en", prefer).label)
    # long articles first would skew the time left: keep the ledger's order, which is by hash and so well mixed
    todo = ledger.missing([a.text_hash for a in articles], way)
    jobs = ((a.text_hash, Draft(a.text, a.title, a.language)) for a in map(articles.__getitem__, todo))
    start = time.monotonic()
    progress(Progress("reading", 0, len(todo), 0.0))
    for n, (text_hash, blob) in enumerate(annotate(jobs, workers, prefer), 1):
        if n == 1:
            # loading the language model says nothing about the pace
            start = time.monotonic()
        ledger.put(text_hash, way, blob)
        progress(Progress("reading", n, len(todo), time.monotonic() - start))


def frames_of(
    ledger: Ledger,
    articles: Sequence[Article],
    prefer: str = "",
    topics: int = 0,
    state: Path | None = None,
    previous: Frames | None = None,
    edits: TopicEdits | None = None,
) -> tuple[Frames, dict[str, Any]]:
    """The frames of the articles, as far as they are annotated, and their manifest.

    ``state``, ``previous`` and ``edits`` as in ``resolve``: they keep ids and topics where they were.
    """
    model = models.find("en", prefer)
    way = version(model.label)
    records = Records(ledger, [a.text_hash for a in articles], way)
    frames = resolve(articles, records, topics, state, previous, edits)
    frames["report"] = _report(ledger, ids_by_hash(ledger))
    return frames, _manifest(frames, model)


def retopiced_frames(
    ledger: Ledger, previous: Frames, state: Path, edits: TopicEdits, prefer: str = ""
) -> tuple[Frames, dict[str, Any]]:
    """The previous frames with their topics made anew as readers asked, and their manifest; for equal ``made_of``."""
    frames = retopiced(previous, state, edits)
    frames["report"] = _report(ledger, ids_by_hash(ledger))
    return frames, _manifest(frames, models.find("en", prefer))


def made_of(articles: Sequence[Article], prefer: str = "") -> str:
    """A mark of all that frames are made of, but for what readers changed about topics.

    That is the articles as they are to be shown, the way in which they are read, and Dateline itself. Frames with the
    same mark differ in their topics only.
    """
    digest = hashlib.blake2b(digest_size=16)
    way = version(models.find("en", prefer).label)
    digest.update(f"{dateline.__version__} {schema.VERSION} {way}".encode())
    for article in articles:
        digest.update(article.to_json().encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _report(ledger: Ledger, ids: dict[str, str]) -> pd.DataFrame:
    rows = [r | {"article_id": ids.get(r["hash"], "")} for r in ledger.reported()]
    return schema.conform("report", pd.DataFrame(rows).drop(columns="hash")) if rows else schema.empty("report")


def _manifest(frames: Frames, model: models.Model) -> dict[str, Any]:
    from importlib.metadata import version as installed

    report, articles = frames["report"], frames["articles"]
    refused = report[report.outcome == "refused"]
    counts = {n: len(frames[n]) for n in ("articles", "mentions", "quotes", "times", "entities", "topics", "cuts")}
    counts |= {
        "inputs": len(report),
        "duplicates": int((report.outcome == "duplicate").sum()),
        "stories": int(articles.story_id.nunique()),
    }
    return {
        "versions": {
            "dateline": dateline.__version__,
            "frames": schema.VERSION,
            "python": platform.python_version(),
            "spacy": installed("spacy"),
        },
        "model": {"name": model.name, "version": model.version},
        "counts": counts,
        "refused": [
            {"origin": r.origin, "place": r.place, "reason": f"{r.reason}: {r.cure}" if r.cure else r.reason}
            for r in refused.itertuples()
        ],
    }


def build(
    inputs: Sequence[Path],
    out: Path,
    *,
    clean: bool = True,
    workers: int = 0,
    topics: int = 0,
    prefer: str = "",
    progress: Callable[[Progress], None] = ignore,
) -> dict[str, Any]:
    """Annotate the inputs into the frames folder ``out``; returns its manifest.

    Work is kept in ``out/.work`` so that the same command goes on where a killed one stopped. Raises InputError where
    nothing could be loaded.
    """
    with Ledger(out / ".work" / "ledger.sqlite") as ledger:
        ledger.clear()
        load([Source(p, p.name) for p in inputs], ledger, clean, progress)
        articles = articles_of(ledger)
        if not articles:
            refused = "; ".join(f"{r['origin']}: {r['reason']}" for r in ledger.reported()[:3])
            raise InputError(f"nothing could be loaded ({refused or 'the inputs hold no articles'})")
        read_articles(ledger, articles, workers, prefer, progress)
        progress(Progress("resolving", 0, len(articles), 0.0))
        frames, manifest = frames_of(ledger, articles, prefer, topics)
    store.write(out, frames, manifest)
    progress(Progress("done", len(articles), len(articles), 0.0))
    return manifest

"""Memory of `python -m dateline annotate` on one file of a gigabyte, read to its end; ``benchmarks/load.py --big``.

A file is made, the command is started on it as anyone would, and watched from outside (/proc, so Linux only): the most
memory that it ever held until everything is loaded and the first article is read for names. Then it is stopped, for
reading the names of a gigabyte of articles takes hours, and what it kept is counted and looked at.
"""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import load

ROOT = Path(__file__).resolve().parents[1]
_ARTICLES = 300
"""Different bodies; each article has a headline of its own, so that none is a duplicate."""


class Seen(NamedTuple):
    """What was seen of one run: articles kept, refused; CPU seconds; the most memory until then, in bytes."""

    articles: int
    refused: int
    seconds: float
    peak: int


def table(path: Path, size: int) -> int:
    """A CSV of made-up articles; returns how many."""
    made = [load.article(k) for k in range(_ARTICLES)]
    with path.open("w", encoding="utf-8", newline="") as f:
        rows = csv.writer(f)
        rows.writerow(["title", "text", "source", "published"])
        n = 0
        while f.tell() < size:
            title, *body = made[n % _ARTICLES]
            rows.writerow([f"{title} {n}", "\n\n".join(body), f"Courier {n % 40}", f"2021-03-{n % 28 + 1:02}"])
            n += 1
    return n


def lines(path: Path, size: int) -> int:
    """The same as JSON Lines."""
    made = [load.article(k) for k in range(_ARTICLES)]
    with path.open("w", encoding="utf-8") as f:
        n = 0
        while f.tell() < size:
            title, *body = made[n % _ARTICLES]
            row = {"title": f"{title} {n}", "text": "\n\n".join(body), "source": f"Courier {n % 40}"}
            f.write(json.dumps(row) + "\n")
            n += 1
    return n


def archive(path: Path, size: int) -> int:
    """A web archive of made-up pages; returns how many."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    made = [load.article(k) for k in range(_ARTICLES)]
    with path.open("wb") as f:
        writer = WARCWriter(f, gzip=False)
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        n = 0
        while f.tell() < size:
            title, *body = made[n % _ARTICLES]
            content = io.BytesIO(load.page([f"{title} {n}", *body]).encode())
            url = f"https://courier{n % 40}.example/{n}"
            writer.write_record(writer.create_warc_record(url, "response", content, http_headers=headers))
            n += 1
    return n


KINDS: dict[str, Callable[[Path, int], int]] = {"csv": table, "jsonl": lines, "warc": archive}


def watch(path: Path, out: Path) -> Seen:
    """Run the command on a file until it begins to read names, then stop it. Raises RuntimeError where it fails."""
    command = [sys.executable, "-m", "dateline", "annotate", str(path), "--out", str(out), "--workers", "1"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL) as run:
        began, said = threading.Event(), bytearray()

        def listen() -> None:
            while part := os.read(run.stderr.fileno(), 65_536):
                said[:] = (said + part)[-4000:]
                if b"Reading names" in said:
                    began.set()

        threading.Thread(target=listen, daemon=True).start()
        peak, seconds = 0, 0.0
        while not began.wait(0.2) and run.poll() is None:
            peak, seconds = _held(run.pid) or (peak, seconds)
        ended = run.poll() is not None
        if not ended:
            peak, seconds = _held(run.pid) or (peak, seconds)
            run.terminate()  # not SIGINT: what is started in the background of a shell does not heed it
        run.wait()
    if ended and not began.is_set():
        raise RuntimeError(f"the command ended before it had loaded all: {said.decode('utf-8', 'replace')[-500:]}")
    with sqlite3.connect(out / ".work" / "ledger.sqlite") as db:
        (articles,) = db.execute("select count(*) from articles").fetchone()
        (refused,) = db.execute("select count(*) from report where outcome = 'refused'").fetchone()
    db.close()
    return Seen(articles, refused, seconds, peak)


def _held(pid: int) -> tuple[int, float] | None:
    """The most memory that a process ever held, in bytes, and its CPU seconds; None when it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
        spent = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    except OSError:
        return None
    peak = next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0)
    return (peak, sum(map(int, spent)) / os.sysconf("SC_CLK_TCK")) if peak else None


def big(size: int, kinds: list[str], folder: Path | None = None) -> None:
    """Print memory and time for a file of each kind; the files are deleted when it is done."""
    for kind in kinds:
        with tempfile.TemporaryDirectory(dir=folder) as place:
            path = Path(place) / f"big.{kind}"
            given = KINDS[kind](path, size)
            start = time.monotonic()
            seen = watch(path, Path(place) / "out")
            print(
                f"{path.name}: {path.stat().st_size / 1e9:.2f} GB, {seen.articles:,} of {given:,} articles loaded, "
                f"{seen.refused:,} refused, {seen.seconds:.0f} CPU seconds ({time.monotonic() - start:.0f} in all), "
                f"peak {seen.peak / 1e9:.2f} GB (wanted 1.5)",
                flush=True,
            )

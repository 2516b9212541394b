"""Memory that putting a pile together takes: ``python benchmarks/memory.py [ARTICLES]``.

A ledger of made-up articles that are read already (fifty names, ten quotations, ten dates each, as in news) is made
in a temporary folder; then the frames are made as ``annotate`` makes them, each step watched by itself. Linux only: the
peak is the kernel's own (VmHWM), set back before each step. What is loaded once was loaded before; what a step needs
whatever the number of articles (the sample that topics are made from) is in its figure, so that those of a small pile
say too much.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import load

from dateline import build, store
from dateline.annotate import model as models
from dateline.annotate.draft import version
from dateline.annotate.record import Name, Piece, Record, Time
from dateline.annotate.times.find import find
from dateline.ledger import Ledger
from dateline.load.article import Article
from dateline.resolve import pile

_PARTS = (
    "Bal",
    "Cor",
    "Den",
    "Fal",
    "Gar",
    "Hol",
    "Jun",
    "Ker",
    "Lam",
    "Mor",
    "Nel",
    "Pel",
    "Ros",
    "Sil",
    "Tan",
    "Wer",
)
_ENDS = ("a", "en", "er", "is", "man", "o", "sen", "ton", "wick", "y")
_GIVEN = (
    "Ada Anna Ben Carl Clara David Emma Frank Greta Hans Ida James Karl Laura Maria Nils Olga Paul Rosa Tom".split()
)


TUESDAY = find("It sailed on Tuesday.")[0].meaning


def article(n: int, total: int) -> tuple[Article, Record]:
    """An invented article of five kilobytes and what reading it would have found."""
    rng = random.Random(n)
    text, names, pieces, times, sentences = "", [], [], [], []
    people = [(rng.choice(_GIVEN), _name(rng, total)) for _ in range(6)]
    bodies = [f"{_name(rng, total)} {rng.choice(('Bank', 'Council', 'Party', 'Group'))}" for _ in range(5)]
    places = [_name(rng, 2_000) for _ in range(5)]
    for k in range(30):
        who, body, place = (int(rng.random() ** 2 * len(x)) for x in (people, bodies, places))
        start = len(text)

        def put(words: str, label: str = "", chain: int = -1, role: str = "") -> int:
            nonlocal text
            at = len(text)
            text += words
            if label:
                names.append(Name(at, len(text), label, chain, role))
            return at

        put(load.sentence(rng).rstrip(".") + ", ")
        if k % 3 == 0:
            quoted = put(f"“{load.sentence(rng)}” ") + 1
            given, surname = people[who]
            full = f"{given} {surname}" if k < 3 else surname
            at = put(full, "PERSON", who, "" if k else "minister")
            pieces.append(Piece(k, quoted, at - 2, "direct", at + len(full) + 1, at + len(full) + 5, at, at + len(full),
                                who, "named", 0.9))  # fmt: skip
            put(" said of ")
        put(bodies[body], "ORG", 10 + body)
        put(" in ")
        put(places[place], "GPE", 20 + place)
        if k % 3 == 1:
            at = put(" on Tuesday") + 1
            times.append(Time(at, len(text), "DATE", TUESDAY))
        put(".")
        sentences.append((start, len(text)))
        put("\n\n" if k % 4 == 3 else " ")
    when = datetime(2020, 1, 1) + timedelta(hours=rng.randrange(24 * 1400))
    made = Article(text.strip(), f"{n}.txt", "", "", f"{people[0][1]} and {bodies[0]} of {places[0]} {n}", when,
                   "given", source=f"Courier {n % 40}", language="en")  # fmt: skip
    return made, Record(tuple(names), tuple(pieces), tuple(times), tuple(sentences))


def _name(rng: random.Random, total: int) -> str:
    """A surname or town; a few are in very many articles, most in few."""
    k = int(max(100, total) * rng.random() ** 4)
    parts, k = _PARTS[k % 16] + _ENDS[k // 16 % 10], k // 160
    while k:
        parts, k = parts + _PARTS[k % 16].lower(), k // 16
    return parts


def peak(back: bool = False) -> int:
    """The most bytes held since the last time it was set back (``back`` does so)."""
    status = Path("/proc/self/status").read_text()
    if back:
        Path("/proc/self/clear_refs").write_text("5")
    return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM"))


def watched(name: str, step: Callable[..., Any], n: int, base: int) -> Callable[..., Any]:
    """The step, which says what it took when it is done."""

    def run(*given: Any, **named: Any) -> Any:
        peak(back=True)
        start = time.process_time()
        out = step(*given, **named)
        print(f"{name:14}{(peak() - base) / n * 1e5 / 1e9:8.2f} GB {(time.process_time() - start) / n * 1e3:9.2f} ms",
              flush=True)  # fmt: skip
        return out

    return run


def filled(folder: Path, n: int) -> Ledger:
    """A ledger of so many articles and their records."""
    way = version(models.find("en", "").label)
    ledger = Ledger(folder / f"{n}.sqlite")
    with ledger.loading() as work:
        for k in range(n):
            made, record = article(k, n)
            work.add(made)
            ledger.put(made.text_hash, way, record.pack())
    return ledger


def main() -> None:
    """Print the memory per 100,000 articles and the time an article of every step."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        with filled(Path(folder), 200) as ledger:  # what is loaded once, whatever the number of articles
            build.frames_of(ledger, build.articles_of(ledger))
        ledger = filled(Path(folder), n)
        peak(back=True)
        base = peak()
        print(f"{n:,} articles; before: {base / 1e9:.2f} GB. Beyond that, for 100,000 articles, at the most:")
        for name in ("_articles", "pairs", "_names", "identify", "quotes", "times", "entities_of", "stories"):
            setattr(pile, name, watched(name.strip("_"), getattr(pile, name), n, base))
        pile.topics_kept.current = watched("topics", pile.topics_kept.current, n, base)
        articles = watched("shelf", build.articles_of, n, base)(ledger)
        frames, manifest = build.frames_of(ledger, articles)
        watched("written", store.write, n, base)(Path(folder) / "out", frames, manifest)
        held = sum(f.memory_usage(deep=True).sum() for f in frames.values())
        print(f"the frames themselves: {held / n * 1e5 / 1e9:.2f} GB")
        ledger.close()


if __name__ == "__main__":
    main()

"""What reading a pile costs beside spaCy alone: ``python -m benchmarks.annotate [TEXTS] [--workers 1 2] [--times 3]``.

TEXTS is a .jsonl (id, title, text); without it the demonstration articles of ``data`` are read. On the same text, model
and number of processes, in turns:

  spaCy       ``nlp.pipe`` with the model's pipeline as it comes, with the loading of the model; ``pipe`` without it
  Dateline    ``python -m dateline annotate``: loading, cleaning, tagging, repair, quotations, dates, identity, topics,
              stories, writing of all frames; ``start`` is what the command takes for a single short article. Workers
              inherit the model, as spaCy's own processes do (on Linux; elsewhere each loads its own)

Seconds are CPU seconds (user and system) of the process and its children, the least of several runs, so that other
work on the machine counts little. Two ratios: of the whole commands, and of what grows with the text (Dateline without
its start, spaCy without its loading), to which that of large piles tends.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
BATCH = 16
# plain English, so that no identifier of languages is loaded for it that a pile of news does not load either
_SHORT = "It rained in Oslo on Monday, and officials of the city said that it was to rain on the day after."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="?", type=Path)
    parser.add_argument("--workers", nargs="+", type=int, default=[1, 2])
    parser.add_argument("--times", type=int, default=3, help="runs of each, of which the least counts")
    parser.add_argument("--model", default="", help="sm, md ... (default: the best installed)")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = _rows(args.texts, Path(folder))
        one = Path(folder, "one.jsonl")
        one.write_text(json.dumps({"id": "1", "title": "Rain", "text": _SHORT}))
        texts = Path(folder, "texts.jsonl")
        texts.write_text("\n".join(map(json.dumps, rows)))
        size = sum(len(r["text"]) for r in rows)
        print(f"{len(rows)} articles, {size:,} characters; CPU seconds, least of {args.times}")
        print(f"{'workers':>8}{'spaCy':>8}{'pipe':>8}{'Dateline':>10}{'start':>8}{'whole':>8}{'growth':>8}")
        for n in args.workers:
            least: dict[str, float] = {}
            for turn in range(args.times):
                loaded, whole = _spacy(texts, n, args.model)
                out = Path(folder, f"out-{n}-{turn}")
                taken = {"load": loaded, "spaCy": whole, "Dateline": _dateline(texts, out, n, args.model)}
                taken["start"] = _dateline(one, Path(f"{out}-one"), n, args.model)
                least = {k: min(v, least.get(k, v)) for k, v in taken.items()}
            pipe, grown = least["spaCy"] - least["load"], least["Dateline"] - least["start"]
            print(
                f"{n:8}{least['spaCy']:8.2f}{pipe:8.2f}{least['Dateline']:10.2f}{least['start']:8.2f}"
                f"{least['Dateline'] / least['spaCy']:8.2f}{grown / pipe:8.2f}"
            )


def _rows(texts: Path | None, folder: Path) -> list[dict[str, str]]:
    """id, title and text of every article; those of the demonstration are read (and cleaned) first, for both sides."""
    if texts is not None:
        lines = texts.read_text(encoding="utf-8").splitlines()
        return [{k: str(json.loads(line).get(k) or "") for k in ("id", "title", "text")} for line in lines]
    from dateline.load.article import Article
    from dateline.load.read import Source, read

    found = [a for a in read([Source(ROOT / "data", "data")]) if isinstance(a, Article)]
    return [{"id": str(i), "title": a.title, "text": a.text} for i, a in enumerate(found)]


def _run(*command: str) -> tuple[float, str]:
    """CPU seconds of a command with all its processes, and what it printed."""
    env = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, env=env, cwd=ROOT, check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def _dateline(texts: Path, out: Path, workers: int, model: str) -> float:
    command = [sys.executable, "-m", "dateline", "annotate", str(texts), "--out", str(out), "--workers", str(workers)]
    return _run(*command, *(["--model", model] if model else []))[0]


def _spacy(texts: Path, processes: int, model: str) -> tuple[float, float]:
    """CPU seconds until the model is loaded, and altogether."""
    seconds, printed = _run(sys.executable, __file__, "--spacy", str(texts), str(processes), model)
    return float(printed), seconds


def _pipe(texts: str, processes: str, model: str) -> None:
    from dateline.annotate import model as models

    lines = [json.loads(line)["text"] for line in Path(texts).read_text().splitlines()]
    import spacy

    nlp = spacy.load(models.find("en", model).folder)  # not models.load: spaCy is to be as it comes
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(used.ru_utime + used.ru_stime)
    for _ in nlp.pipe(lines, batch_size=BATCH, n_process=int(processes)):
        pass


if __name__ == "__main__":
    if sys.argv[1:2] == ["--spacy"]:
        sys.path.insert(0, str(ROOT))
        _pipe(*sys.argv[2:])
    else:
        main()

"""Speed and quality of loading, run by hand.

    python benchmarks/load.py                        # speed on made-up articles
    python benchmarks/load.py --pages FOLDER         # the same on the files of a folder of .txt and .html
    python benchmarks/load.py --sets DEV --scorer F  # body, title, date on pages with gold (zips and gold/*.jsonl)
    python benchmarks/load.py --big                  # a table, JSON Lines and a web archive of 1 GB: memory and time
    python benchmarks/load.py --big csv --size 0.2   # one of them, of another size in GB

Seconds are CPU seconds of this process; the best of three runs counts.
"""

import argparse
import importlib.util
import random
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dateline.errors import RefusedError
from dateline.load.duplicates import pairs
from dateline.load.finish import finish
from dateline.load.read import Source, read
from dateline.load.source import Item, Raw

WORDS = (
    "harbour council ferry terminal storm wall winter quay boat company hearing spring estimate crown fisherman town "
    "minister report budget school teacher hospital road bridge river forest farmer price market worker union strike "
    "court judge police officer fire rescue election party vote leader speech visit agreement border trade export"
).split()


_rng = random.Random(1605)
_PARTS = ("ba", "cor", "del", "fin", "gar", "hol", "jun", "ker", "lam", "mon", "nor", "pel", "ros", "sil", "tan", "ver")
INVENTED = [*WORDS * 3, *("".join(_rng.choices(_PARTS, k=3)) for _ in range(4000))]
WEIGHTS = [1 / (n + 3) for n in range(len(INVENTED))]


def sentence(rng: random.Random) -> str:
    """An invented sentence of some twenty words; as in English, a third of them are function words."""
    a, b, c, d, e, f, *more = rng.choices(INVENTED, WEIGHTS, k=12)
    said = f"The {a} {b} of the {c} said on Tuesday that it had been {d} {e} and {f}"
    return f"{said}, which the {' '.join(more)} have to follow."


def article(seed: int, paragraphs: int = 14) -> list[str]:
    """Headline and paragraphs of an invented article, the same for the same seed."""
    rng = random.Random(seed)
    title = " ".join(rng.choices(INVENTED, WEIGHTS, k=8)).capitalize()
    return [title, *(f"{sentence(rng)} {sentence(rng)}" for _ in range(paragraphs))]


def page(parts: list[str]) -> str:
    """An invented page around an article."""
    menu = "".join(f'<li class="m{n}"><a href="/{n}">{w.title()}</a></li>' for n, w in enumerate(WORDS * 3))
    body = "".join(f"<p>{p}</p>" for p in parts[1:])
    script = "var data = {" + ",".join(f'"k{n}": "{w}"' for n, w in enumerate(WORDS * 60)) + "};"
    return (
        f"<html><head><title>{parts[0]} | Courier</title><script>{script}</script></head>"
        f"<body><nav><ul>{menu}</ul></nav>"
        f"<article><h1>{parts[0]}</h1>{body}</article><footer><ul>{menu}</ul></footer></body></html>"
    )


def best(run: Callable[[], int]) -> tuple[float, int]:
    """CPU seconds of the quickest of three runs, and how many things it did."""
    seconds, n = float("inf"), 0
    for _ in range(3):
        start = time.process_time()
        n = run()
        seconds = min(seconds, time.process_time() - start)
    return seconds, n


def speed(folder: Path | None) -> None:
    """Files, pages and near-duplicates a CPU second."""
    made = [article(n) for n in range(400)]
    texts = [Raw("\n\n".join(a)) for a in made]
    pages = [Raw(page(a), html=True) for a in made[:60]]
    if folder:
        texts = [Raw(p.read_text("utf-8", "replace")) for p in sorted(folder.rglob("*.txt"))] or texts
        pages = [Raw(p.read_text("utf-8", "replace"), html=True) for p in sorted(folder.rglob("*.html"))] or pages

    def load(raws: list[Raw]) -> int:
        for raw in raws:
            try:
                finish(raw, Item("x"), True)
            except RefusedError:
                continue
        return len(raws)

    load(texts[:3])
    load(pages[:3])
    for name, raws, want in (("plain text, files", texts, 1000), ("HTML, pages", pages, 25)):
        seconds, n = best(lambda raws=raws: load(raws))
        size = sum(len(r.text) for r in raws) / n / 1000
        print(f"{name:24} {n / seconds:9.0f} a CPU second (wanted {want}; {n} of {size:.1f} KB)")
    for size in (5_000, 20_000):
        many = ["\n\n".join(article(n)) for n in range(size)]
        seconds, n = best(lambda many=many: len(many) if pairs(many) is not None else 0)
        print(f"{f'near-duplicates, {size:,}':24} {n / seconds:9.0f} articles a CPU second (wanted 2500)")


def quality(sets: Path, scorer: Path, only: str) -> None:
    """Figures of the pages with gold, by the scorer that comes with them."""
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    columns = ("f1", "precision", "recall", "good", "bad", "s_f1", "title", "date_right", "date_precision")
    print(f"{'':10}" + "".join(f"{c.replace('date_', 'd_'):>11}" for c in columns) + f"{'files/s':>9}")
    for name in only.split(",") if only else score.sets_of(sets):
        with tempfile.TemporaryDirectory() as folder:
            with zipfile.ZipFile(sets / f"{name}.zip") as z:
                z.extractall(folder)
            start = time.process_time()
            rows = {}
            for a in read([Source(Path(folder), name)]):
                if not isinstance(a, RefusedError):
                    row = {
                        "text": a.text,
                        "title": a.title,
                        "published": a.published,
                        "author": a.author,
                        "source": a.source,
                    }
                    rows.setdefault(Path(a.origin).stem, []).append(row)
            seconds = time.process_time() - start
        s = score.score(score.gold_of(sets, name), rows)
        shown = "".join(f"{100 * s[c]:11.1f}" if c in s else f"{'':11}" for c in columns)
        print(f"{name:10}{shown}{len(rows) / seconds:9.0f}", flush=True)


def main() -> None:
    """Run what is asked for."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--pages", type=Path)
    p.add_argument("--sets", type=Path)
    p.add_argument("--scorer", type=Path)
    p.add_argument("--only", default="")
    p.add_argument("--big", nargs="*", choices=["csv", "jsonl", "warc"], metavar="KIND")
    p.add_argument("--size", type=float, default=1.0, help="gigabytes of each big file")
    a = p.parse_args()
    if a.sets and a.scorer:
        quality(a.sets, a.scorer, a.only)
    elif a.big is not None:
        from big import big  # not above: it makes its articles with this module

        big(int(a.size * 1e9), a.big or ["csv", "jsonl", "warc"])
    else:
        speed(a.pages)


if __name__ == "__main__":
    main()

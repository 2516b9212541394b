"""How right the quotations are, and what they cost beside spaCy.

    python benchmarks/quotes.py KIT [--model sm] [--only polnear-dev] [--speed-set polnear-dev]

KIT holds ``dev/NAME/input.jsonl`` (id, title, text) with ``gold.parquet`` (article_id, content, cue, source, scope ...)
and the scorer ``score/quotes.py``. Prints for each set the share of pieces found (words all the same, and 80 % of them
the same), by kind, the share of right speakers where the words are right, and both together; then CPU seconds on one
thread: the model's pipeline as it comes, Dateline's annotation with and without quotations; then seconds for finding
the same quotation elsewhere, on growing numbers of made-up quotations.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd
from threadpoolctl import threadpool_limits

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))

from names import articles, frames, scorer

from dateline import schema
from dateline.annotate import model as models
from dateline.annotate.pipeline import Annotator, Draft
from dateline.load.article import Article
from dateline.resolve.echoes import echoes

SETS = ("polnear-dev", "polnear-train")
COLUMNS = ("exact", "relaxed", "relaxed direct", "relaxed mixed", "relaxed indirect", "joint")


def quality(kit: Path, only: str, annotator: Annotator) -> None:
    score = scorer(kit, "quotes")
    print("".join(f"{h.removeprefix('relaxed '):>10}" for h in ("", *COLUMNS, "speaker")))
    with tempfile.TemporaryDirectory() as folder:
        for name in only.split(",") if only else SETS:
            out = Path(folder) / name
            frames(articles(kit / "dev" / name), annotator, out)["quotes"].to_parquet(out / "quotes.parquet")
            counts, found, _ = score.evaluate(score.jobs_of(kit / "dev" / name, out), "statement", "piece", 0.8, 1)
            speaker = counts["spk_head"] / counts["spk_n"]
            print(f"{name:10}" + "".join(f"{100 * v:10.1f}" for v in (*(found[c][2] for c in COLUMNS), speaker)))


def cpu(work) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def speed(found: list[Article], annotator: Annotator) -> None:
    drafts = [Draft(a.text, a.title, "en") for a in found]
    with threadpool_limits(1):
        whole = models.load(annotator.model)
        list(whole.pipe([d.text for d in drafts[:3]]))
        as_it_comes = cpu(lambda: list(whole.pipe([d.text for d in drafts], batch_size=16)))
        list(annotator.annotate(drafts[:3]))
        everything = cpu(lambda: list(annotator.annotate(drafts)))
        with annotator._pipe("en").select_pipes(disable=["dateline_quotes"]):
            without = cpu(lambda: list(annotator.annotate(drafts)))
    print(f"\nCPU s on {len(found)} articles, {annotator.model.label}")
    for what, seconds in (
        ("pipeline as it comes", as_it_comes),
        ("annotate", everything),
        ("annotate without quotations", without),
        ("quotations", everything - without),
    ):
        print(f"  {what:30}{seconds:6.2f}  {100 * seconds / as_it_comes:4.0f} % of the first line")


def made_up(count: int) -> pd.DataFrame:
    """Quotations of 6 to 30 words, one in five a trimmed copy of an earlier one in another article."""
    draw = random.Random(7)
    common = [f"w{n}" for n in range(5000)]
    weights = [1 / (n + 10) for n in range(len(common))]
    texts: list[list[str]] = []
    for n in range(count):
        if n % 5 == 4:
            texts.append(texts[draw.randrange(n)][draw.randrange(2) :])
        else:
            texts.append(draw.choices(common, weights, k=draw.randint(6, 30)))
    return schema.conform(
        "quotes",
        [
            {"article_id": f"a{n // 8}", "quote_id": f"a{n // 8}-q{n}", "text": " ".join(t), "kind": "direct"}
            for n, t in enumerate(texts)
        ],
    )


def repeats() -> None:
    print("\nthe same quotation elsewhere: quotations, CPU s")
    for count in (5_000, 20_000, 80_000):
        table = made_up(count)
        print(f"  {count:9,}{cpu(lambda table=table: echoes(table)):8.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kit", type=Path)
    parser.add_argument("--model", default="")
    parser.add_argument("--only", default="")
    parser.add_argument("--speed-set", default="polnear-dev")
    args = parser.parse_args()
    annotator = Annotator(args.model)
    print(annotator.model.label)
    quality(args.kit, args.only, annotator)
    if (args.kit / "dev" / args.speed_set).exists():
        speed(articles(args.kit / "dev" / args.speed_set), annotator)
    repeats()


if __name__ == "__main__":
    main()

"""Is one thing one entity across a pile, and how fast?

    python benchmarks/identity.py KIT [--model sm] [--only ecb-dev]      # quality, with the scorer of the kit
    python benchmarks/identity.py --speed                                 # made-up piles of 10,000 to 200,000 mentions

KIT is as for benchmarks/names.py, with ``score/identity.py``. The speed figures need no kit: names are drawn at random
(seeded) from lists of given names and surnames, towns and made-up firms; one in three articles holds a bare surname.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))

from names import articles, frames, scorer

from dateline import schema
from dateline.annotate.names import given, places
from dateline.resolve.identity import identify

SETS = ("cleanconll-dev", "ecb-dev", "smiths-dev")


def quality(kit: Path, only: str, model: str) -> None:
    from dateline.annotate.pipeline import Annotator

    score = scorer(kit, "identity")
    annotator = Annotator(model)
    head = ("B3 end", "across P", "across R", "PER acr R", "var in", "var acr", "wrong", "timeline")
    print(f"{annotator.model.label}\n{'':16}" + "".join(f"{h:>10}" for h in head))
    with tempfile.TemporaryDirectory() as folder:
        for name in only.split(",") if only else SETS:
            out = Path(folder) / name
            frames(articles(kit / "dev" / name), annotator, out)
            r, _ = score.evaluate(kit / "dev" / name, out)
            row = (
                r["all"]["b3_all"]["f"], r["all"]["across"]["p"], r["all"]["across"]["r"], r["PER"]["across"]["r"],
                r["variants_within"][0], r["variants_across"][0], r["confusable_persons"][0], r["timeline"][0],
            )  # fmt: skip
            print(f"{name:16}" + "".join(f"{v:10.1f}" if v is not None else f"{'-':>10}" for v in row))


def made_up(count: int, each: int = 20) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Articles and names as annotation gives them: ``count`` articles of ``each`` mentions."""
    draw = random.Random(7)
    first = sorted(given.genders())
    last = sorted(given.common_surnames())
    people = [f"{draw.choice(first).title()} {draw.choice(last).title()}" for _ in range(max(50, count // 2))]
    towns = [t.title() for t in sorted(places.cities())][:2000]
    firms = [
        f"{draw.choice(last).title()} {draw.choice(('Energy', 'Labs', 'Foods'))} Inc"
        for _ in range(max(20, count // 10))
    ]
    rows = []
    for a in range(count):
        # a few people and firms of a neighbourhood, so that articles keep company as they do in news
        near = (a * 7919) % max(1, count // 20)
        at, chain = 0, 0
        while at < each:
            kind = draw.random()
            if kind < 0.5:
                name = people[(near * 5 + int(draw.expovariate(0.3))) % len(people)]
                short = name.split()[-1]
                rows.append((a, at * 30, at * 30 + len(name), name, "PERSON", chain, "", ""))
                rows.append((a, at * 30 + 15, at * 30 + 15 + len(short), short, "PERSON", chain, "", "surname"))
                at += 2
            elif kind < 0.55:
                short = people[(near * 5 + 3) % len(people)].split()[-1]
                rows.append((a, at * 30, at * 30 + len(short), short, "PERSON", chain, "", ""))
                at += 1
            else:
                pool, label = (towns, "GPE") if kind < 0.8 else (firms, "ORG")
                name = pool[(near * 3 + int(draw.expovariate(0.5))) % len(pool)]
                rows.append((a, at * 30, at * 30 + len(name), name, label, chain, "", ""))
                at += 1
            chain += 1
    names = pd.DataFrame(rows, columns=["article", "start", "end", "text", "label", "chain", "role", "reason"])
    frame = pd.DataFrame({"article_id": [f"a{i:06d}" for i in range(count)], "title": "", "text": "words " * 200})
    return schema.conform("articles", frame), names


def speed() -> None:
    identify(*made_up(50))  # the gazetteer is read once
    print(f"{'mentions':>10}{'articles':>10}{'CPU s':>8}{'a second':>10}")
    for count in (500, 2500, 10_000):
        frame, names = made_up(count)
        start = time.process_time()
        found = identify(frame, names)
        took = time.process_time() - start
        print(f"{len(names):10,}{count:10,}{took:8.2f}{len(names) / took:10,.0f}")
    known = found[found.article < count - 100]
    previous = known.assign(article_id=frame.article_id.to_numpy()[known.article])
    start = time.process_time()
    identify(frame, names, previous)
    print(f"the last 100 of {count:,} articles added: {time.process_time() - start:.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kit", type=Path, nargs="?")
    parser.add_argument("--model", default="")
    parser.add_argument("--only", default="")
    parser.add_argument("--speed", action="store_true")
    args = parser.parse_args()
    if args.kit:
        quality(args.kit, args.only, args.model)
    if args.speed or not args.kit:
        speed()


if __name__ == "__main__":
    main()

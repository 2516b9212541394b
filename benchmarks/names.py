"""How right the names are, and what they cost beside spaCy.

    python benchmarks/names.py KIT [--model sm] [--only conll20-dev] [--speed-set polnear-dev]

KIT holds ``dev/NAME/input.jsonl`` (id, title, text) with ``gold.parquet`` (article_id, start, end, text, label,
zone) and the scorer ``score/names.py``. Prints exact and trimmed F1 for each set, then CPU seconds: the model's
pipeline as it comes, what Dateline runs of it, and the names after it, on the same text in one process.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from dateline.annotate import model as models  # noqa: E402
from dateline.annotate import pipeline  # noqa: E402
from dateline.annotate.pipeline import Annotator, Draft  # noqa: E402
from dateline.load.article import Article  # noqa: E402
from dateline.resolve import pile  # noqa: E402

SETS = ("conll20-dev", "cleanconll-dev")


def articles(folder: Path) -> list[Article]:
    lines = (folder / "input.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [Article(r["text"], given_id=str(r["id"]), title=r.get("title", ""), language="en") for r in rows]


def scorer(kit: Path, name: str):
    sys.path.insert(0, str(kit / "score"))
    sys.modules.pop("names", None)  # the kit's scorers import each other by names that our files have too
    spec = importlib.util.spec_from_file_location(f"score_{name}", kit / "score" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def frames(found: list[Article], annotator: Annotator, out: Path) -> dict:
    records = list(annotator.annotate([Draft(a.text, a.title, "en") for a in found]))
    made = pile.resolve(found, records)
    out.mkdir(parents=True, exist_ok=True)
    for name in ("articles", "mentions", "entities"):
        made[name].to_parquet(out / f"{name}.parquet")
    return made


def cpu(work) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def speed(found: list[Article], annotator: Annotator) -> None:
    drafts = [Draft(a.text, a.title, "en") for a in found]
    whole = models.load(annotator.model)
    list(whole.pipe([d.text for d in drafts[:3]]))
    as_it_comes = cpu(lambda: list(whole.pipe([d.text for d in drafts], batch_size=16)))
    nlp = annotator._pipe("en")
    for name in [n for n in nlp.pipe_names if n.startswith("dateline_") and n != "dateline_names"]:
        nlp.remove_pipe(name)
    names = nlp.get_pipe("dateline_names")
    tokenize = cpu(lambda: [nlp.make_doc(d.text) for d in drafts])
    docs: list = []
    recase = cpu(lambda: docs.extend(pipeline._doc(nlp, d) for d in drafts)) - tokenize
    with nlp.select_pipes(disable=["dateline_names"]):
        tag = cpu(lambda: docs.__setitem__(slice(None), list(nlp.pipe(docs, batch_size=16))))
    repair = cpu(lambda: [names(d) for d in docs])
    print(f"\nCPU s on {len(found)} articles, {sum(len(d) for d in docs):,} tokens, {annotator.model.label}")
    print(f"  pipeline as it comes        {as_it_comes:6.2f}")
    print(f"  what Dateline runs of it    {tokenize + tag:6.2f}")
    print(f"  case of headlines before it {recase:6.2f}")
    print(f"  names after it              {repair:6.2f}   {100 * repair / as_it_comes:.1f} % of the first line")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kit", type=Path)
    parser.add_argument("--model", default="")
    parser.add_argument("--only", default="")
    parser.add_argument("--speed-set", default="polnear-dev")
    args = parser.parse_args()
    score = scorer(args.kit, "names")
    annotator = Annotator(args.model)
    print(
        f"{annotator.model.label}\n{'':16}{'exact P':>9}{'R':>7}{'F1':>7}{'trimmed':>9}{'PER':>7}{'ORG':>7}{'LOC':>7}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for name in args.only.split(",") if args.only else SETS:
            out = Path(folder) / name
            frames(articles(args.kit / "dev" / name), annotator, out)
            r = score.evaluate(args.kit / "dev" / name, out)[0]
            e = r["PER+ORG+LOC"]["exact"]
            kinds = "".join(f"{r[k]['exact']['f']:7.1f}" for k in ("PER", "ORG", "LOC"))
            trimmed = r["PER+ORG+LOC"]["trimmed"]["f"]
            print(f"{name:16}{e['p']:9.1f}{e['r']:7.1f}{e['f']:7.1f}{trimmed:9.1f}{kinds}")
    if (args.kit / "dev" / args.speed_set).exists():
        speed(articles(args.kit / "dev" / args.speed_set), annotator)


if __name__ == "__main__":
    main()

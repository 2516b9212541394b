"""Dates in the text: how often right, and what it costs.

    python -m benchmarks.times FOLDER

FOLDER holds one folder a set: ``input.jsonl`` (id, text, published) and ``gold.parquet`` (article_id, start, end,
type, value, nested), the layout of TimeML corpora turned into tables. Printed in %, as in TempEval-3 (UzZaman et al.
2013): F1 of overlapping spans (relaxed) and of exact spans (strict), and relaxed F1 times the share of matches with the
right type or value. ``open``: without dates of publication, how many values count from a day all the same (must be 0).
Cost is CPU time of the component over that of the model's own pipeline as it comes, on the same texts.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

import pandas as pd

from dateline.annotate import model
from dateline.annotate.times import find, resolve
from dateline.annotate.times.component import Times


def main(folder: Path) -> None:
    found = model.find("en")
    full = model.load(found)
    nlp = model.load(found, exclude=["lemmatizer", "attribute_ruler"], disable=["tok2vec", "tagger", "parser"])
    if "senter" in nlp.disabled:
        nlp.enable_pipe("senter")
    print(f"{found.label}\n{'set':14} gold found  value relaxed strict  type  open | tokens  model s  times s  cost")
    for path in sorted(p.parent for p in folder.glob("*/gold.parquet")):
        gold = pd.read_parquet(path / "gold.parquet")
        if {"value", "nested"} <= set(gold.columns):
            print(line(path, gold, full, nlp))
    print(f"values of 1,000,000 expressions: {million():.1f} s")


def line(path: Path, gold: pd.DataFrame, full, nlp) -> str:
    rows = [json.loads(x) for x in (path / "input.jsonl").read_text("utf-8").splitlines()]
    texts = [r["text"] for r in rows]
    whole, tokens = cpu(lambda: sum(len(d) for d in full.pipe(texts, batch_size=16)))
    docs = list(nlp.pipe(texts, batch_size=16))
    component = Times(nlp)
    list(component.pipe(nlp.pipe(texts[:4])))  # the first run of a model is slow
    own, docs = cpu(lambda: list(component.pipe(docs)))
    wanted = {i: g.to_dict("records") for i, g in gold[~gold.nested].groupby("article_id")}
    c: Counter[str] = Counter()
    for row, doc in zip(rows, docs, strict=True):
        doc._.published = date.fromisoformat(row["published"][:10]) if row.get("published") else None
        c += score(wanted.get(row["id"], []), doc._.times)
        doc._.published = None
        c["invented"] += sum(t.earliest is not None and relative(t.meaning) for t in doc._.times)
    f = {k: 200 * c[k] / (c["gold"] + c["found"]) for k in ("relaxed", "strict")}
    of = {k: f["relaxed"] * c[k] / c["relaxed"] for k in ("value", "type")}
    return (
        f"{path.name:14} {c['gold']:4} {c['found']:5}  {of['value']:5.1f} {f['relaxed']:7.1f} {f['strict']:6.1f} "
        f"{of['type']:5.1f} {c['invented']:5} | {tokens:6} {whole:8.2f} {own:8.2f} {100 * own / whole:4.1f} %"
    )


def score(gold: list[dict], times: list) -> Counter[str]:
    """Counts of one article: pairs of overlapping spans, each used once, equal spans first."""
    pairs = sorted(
        ((g["start"], g["end"]) != (t.start, t.end), i, j)
        for i, g in enumerate(gold)
        for j, t in enumerate(times)
        if min(g["end"], t.end) > max(g["start"], t.start)
    )
    c = Counter(gold=len(gold), found=len(times))
    used: set[tuple[str, int]] = set()
    for inexact, i, j in pairs:
        if ("gold", i) in used or ("found", j) in used:
            continue
        used |= {("gold", i), ("found", j)}
        c["relaxed"] += 1
        c["strict"] += not inexact
        c["type"] += gold[i]["type"] == times[j].type
        c["value"] += gold[i]["value"] == times[j].value
    return c


def relative(meaning: dict) -> bool:
    """Whether a meaning counts from the date of publication."""
    return not (meaning.keys() & {"value", "year", "base"}) and ("toward" in meaning or "unit" in meaning)


def million() -> float:
    text = "It said on Friday that in May, two years ago, it lost $5; a year earlier, in 2007, it won. " * 50
    times = find(text)
    days = pd.date_range("2000-01-01", periods=1_000_000 // len(times)).to_pydatetime()
    return cpu(lambda: [len(resolve(times, d)) for d in days])[0]


def cpu(work) -> tuple[float, object]:
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


if __name__ == "__main__":
    main(Path(sys.argv[1]))

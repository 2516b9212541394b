"""How long searching takes: ``python -m benchmarks.search 100000``.

Prints CPU seconds of making the index, its size, and the median and largest milliseconds of queries of several kinds
(finding rows, finding and ranking them, the first page of keyword in context).
"""

from __future__ import annotations

import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

import numpy as np

from benchmarks.invented import articles, names
from dateline import schema, search
from dateline.corpus import Corpus


def main(n: int) -> None:
    frames = {name: schema.empty(name) for name in schema.FRAMES}
    frames["articles"] = articles(n)
    frames |= names(frames["articles"])
    corpus = Corpus(frames, {})
    counts = frames["articles"].text.iloc[:3_000].str.lower().str.findall(r"[a-z]+").explode().value_counts()
    common, usual, rare = (list(counts.index[a:b]) for a, b in ((25, 40), (300, 340), (6_000, 6_040)))
    kinds = {
        "common word": common,
        "usual word": usual,
        "rare word": rare,
        "two usual words": [f"{a} {b}" for a, b in pairwise(usual)],
        "either of two common": [f"{a} OR {b}" for a, b in pairwise(common)],
        "phrase of common": [f'"{a} {b}"' for a, b in pairwise(common)],
        "near": [f"{a} NEAR/5 {b}" for a, b in pairwise(usual)],
        "beginning": [f"{w[:3]}*" for w in usual],
        "without": [f"{a} NOT {b}" for a, b in zip(usual, common, strict=False)],
        "speaker": [f'speaker:"Person {k}"' for k in range(0, 200, 10)],
    }
    with tempfile.TemporaryDirectory() as folder:
        begin = time.process_time()
        index = search.Index.open(Path(folder), frames)
        size = sum(p.stat().st_size for p in Path(folder).iterdir()) / 2**20
        print(f"{n} articles: index made in {time.process_time() - begin:.1f} s of CPU, {size:.0f} MiB")
        print(f"{'query':24}{'articles':>10}{'rows, ms':>16}{'ranked, ms':>16}{'context, ms':>16}")
        for kind, queries in kinds.items():
            times: dict[str, list[float]] = {"rows": [], "ranked": [], "context": []}
            found = []
            for q in queries:
                rows = timed(times["rows"], lambda q=q: search.matching(corpus, index, q))
                ranked = timed(times["ranked"], lambda q=q: search.found(corpus, index, q))
                page = ranked.row.to_numpy()[:50]
                timed(times["context"], lambda q=q, page=page: search.context(corpus.articles, page, q, limit=100))
                found.append(len(rows))
            shown = "".join(f"{np.median(t):>9.1f} {max(t):>6.1f}" for t in times.values())
            print(f"{kind:24}{int(np.median(found)):>10}{shown}")


def timed(times: list[float], do):
    begin = time.perf_counter()
    out = do()
    times.append(1_000 * (time.perf_counter() - begin))
    return out


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)

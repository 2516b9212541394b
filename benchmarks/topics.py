"""How long topics, stories and keyness take: ``python -m benchmarks.topics 10000``.

Prints CPU seconds of each step over an invented pile, the milliseconds of a comparison, and the most memory that the
process had, with what the articles themselves take.
"""

from __future__ import annotations

import resource
import sys
import time

import numpy as np

from benchmarks.invented import articles, names
from dateline import schema
from dateline.corpus import Corpus
from dateline.counts import cloud, keyness, tally
from dateline.resolve.stories import stories
from dateline.resolve.topics import filled, fit


def main(n: int) -> None:
    pile = articles(n)
    print(f"{n} articles, {int(pile.words.mean())} words each; memory with them alone {memory()} MiB")
    model = step("topics: fit", lambda: fit(list(pile.title), list(pile.text), list(pile.language)))
    done = step("topics: every article's topic", lambda: filled(pile, model))
    print(f"    {len(done[1])} topics in {done[1].theme_id.nunique()} themes, {(done[0].topic_id < 0).sum()} without")
    told = step("stories", lambda: stories(pile))
    print(f"    {told.nunique()} stories")
    frames = {name: schema.empty(name) for name in schema.FRAMES} | {"articles": pile} | names(pile)
    corpus = Corpus(frames, {})
    counted = step("words and names counted", lambda: tally.count(corpus.articles, corpus.mentions))
    for share in (0.02, 0.5):
        rows = np.flatnonzero(np.random.default_rng(0).random(n) < share)
        wall(f"keyness of {share:.0%} against the rest", lambda r=rows: keyness.keyness(corpus, counted, r))
    terms = cloud.terms(corpus, counted, np.arange(n // 3))
    wall("cloud of 80 terms", lambda: cloud.cloud(terms))


def step(name: str, do):
    begin = time.process_time()
    out = do()
    print(f"{name:32}{time.process_time() - begin:8.1f} s of CPU, most memory so far {memory()} MiB", flush=True)
    return out


def wall(name: str, do) -> None:
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        do()
        times.append(1_000 * (time.perf_counter() - begin))
    print(f"{name:32}{np.median(times):8.0f} ms")


def memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)

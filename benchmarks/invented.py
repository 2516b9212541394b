"""A pile of any size for the benchmarks: invented reports whose words are as rare and as common as those of news.

Words are drawn by Zipf's law from an invented vocabulary, each subject with its own common words, so that topics,
stories and searches meet what they meet in news: a few words everywhere, most words nearly nowhere.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from dateline import schema

_SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to vu wa ye zo sha tre bri cla dro fen gli".split()
_SMALL = "the of and to in a for on that is was with at by from it as he his said".split()


def vocabulary(size: int, rng: np.random.Generator) -> np.ndarray:
    """So many different words of two to four syllables."""
    words: set[str] = set()
    while len(words) < size:
        for row in rng.integers(0, len(_SYLLABLES), (size, 4)):
            words.add("".join(_SYLLABLES[i] for i in row[: 2 + row[0] % 3]))
    return np.array(sorted(words)[:size], dtype=object)[rng.permutation(size)]


def articles(n: int, words: int = 400, subjects: int = 30, seed: int = 1) -> pd.DataFrame:
    """An articles frame of n reports of about ``words`` words, dated over four years, from twelve outlets."""
    rng = np.random.default_rng(seed)
    known = vocabulary(60_000, rng)
    shares = 1 / (np.arange(len(known)) + 4.0)
    shares /= shares.sum()
    shift = rng.integers(0, 40_000, subjects)
    rows = []
    days = pd.Timestamp("2021-01-01") + pd.to_timedelta(np.sort(rng.integers(0, 1_460, n)), "D")
    for i in range(n):
        subject = int(rng.integers(subjects))
        size = max(30, int(rng.normal(words, words / 4)))
        common = rng.choice(len(known), size // 3, p=shares)
        own = (rng.zipf(1.4, size // 4) % 400 + shift[subject]) % len(known)
        picked = known[np.concatenate([common, own])]
        small = np.array(_SMALL, dtype=object)[rng.integers(0, len(_SMALL), size - len(picked))]
        text = rng.permutation(np.concatenate([picked, small]))
        text[::12] = [w.capitalize() + "." if k % 2 else w.capitalize() for k, w in enumerate(text[::12])]
        rows.append((f"n{i:07}", " ".join(known[own[:6]]).capitalize(), " ".join(text), f"Outlet {i % 12}", days[i]))
    frame = pd.DataFrame(rows, columns=["article_id", "title", "text", "source", "published"])
    return schema.conform("articles", frame.assign(language="en", words=frame.text.str.count(" ") + 1))


def names(articles: pd.DataFrame, each: int = 15, entities: int = 30_000, seed: int = 2) -> dict[str, pd.DataFrame]:
    """Frames of mentions, quotes and entities for these articles; a few entities stand in many, most in few."""
    rng = np.random.default_rng(seed)
    n = len(articles) * each
    rows = np.sort(rng.integers(0, len(articles), n))
    codes = (rng.pareto(0.8, n) * 30).astype(np.int64) % entities
    ids = np.char.add("e", np.arange(entities).astype(str)).astype(object)
    called = np.char.add("Person ", np.arange(entities).astype(str)).astype(object)
    start = rng.integers(0, 900, n)
    mentions = {"article_id": articles.article_id.to_numpy(object)[rows], "start": start, "end": start + 9}
    mentions |= {"text": called[codes], "label": "PERSON", "entity_id": ids[codes], "entity": called[codes]}
    some = slice(None, None, 5)
    quotes = {
        "article_id": mentions["article_id"][some],
        "quote_id": "q",
        "start": start[some],
        "end": start[some] + 40,
    }
    quotes |= {"speaker": called[codes][some], "speaker_entity_id": ids[codes][some]}
    return {
        "mentions": schema.conform("mentions", pd.DataFrame(mentions)),
        "quotes": schema.conform("quotes", pd.DataFrame(quotes | {"speaker_entity": called[codes][some]})),
        "entities": schema.conform(
            "entities",
            pd.DataFrame({"entity_id": ids, "entity": called, "label": "PERSON", "aliases": [[c] for c in called]}),
        ),
    }

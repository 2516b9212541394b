"""Keyness: which words and names tell one set of articles from another.

The statistic is the log-odds ratio with an informative Dirichlet prior of Monroe, Colaresi & Quinn 2008 ("Fightin'
Words", Political Analysis 16:372-403, equations 16, 19 and 22), as z: how many standard deviations a term's odds in A
lie above its odds in B. The prior counts are those of the whole pile (as Jurafsky and others 2014, First Monday 19:4,
have it): a term that is rare everywhere is not taken for distinctive because it stands in one side twice.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from dateline.corpus import Corpus
from dateline.counts.tally import NAME, WORD, Tally

KINDS = {"words": (WORD,), "names": (NAME,), "both": (WORD, NAME)}
"""What a reader chooses from."""
LEAST_ARTICLES = 3
"""A term in fewer articles of the side that it speaks for is not shown."""


def keyness(
    corpus: Corpus,
    tally: Tally,
    a: np.ndarray,
    b: np.ndarray | None = None,
    *,
    kinds: str = "both",
    stop: Collection[str] = (),
    least: int = LEAST_ARTICLES,
    limit: int = 100,
) -> pd.DataFrame:
    """The terms that are distinctive of A and of B, at most ``limit`` of each, most distinctive of A first.

    ``a``, ``b``: article rows; ``b`` None is all the rest. An article in both counts on both sides. ``stop``: words and
    names (any case) that the reader does not want to see; ``least``: see LEAST_ARTICLES.

    Columns: term, kind ("word" or "name"), key (the word, or the entity_id), label (of the entity, or ""); count_a,
    count_b: times it stands there; articles_a, articles_b: in how many articles; rate_a, rate_b: times in 10,000 terms;
    z: positive where it speaks for A. Empty where a side has no words.
    """
    if b is None:
        rest = np.ones(len(corpus), bool)
        rest[a] = False
        b = np.flatnonzero(rest)
    of_a, of_b = tally.sums(a), tally.sums(b)
    z = z_scores(of_a[0], of_b[0], tally.times)
    side = np.where(z > 0, of_a[1], of_b[1])
    shown = np.isin(tally.kind, KINDS[kinds]) & (side >= least) & (z != 0)
    codes = np.flatnonzero(shown)
    # terms stand in alphabetical order, which a stable sort keeps among equals
    codes = codes[np.argsort(-z[codes], kind="stable")]
    # those of each end that can be shown, before anything is looked up
    enough = limit + len(stop)
    split = int(np.searchsorted(-z[codes], 0))
    codes = np.concatenate([codes[: min(enough, split)], codes[max(split, len(codes) - enough) :]])
    frame = described(corpus, tally, codes).assign(
        count_a=of_a[0][codes],
        count_b=of_b[0][codes],
        articles_a=of_a[1][codes],
        articles_b=of_b[1][codes],
        rate_a=_rate(of_a[0], codes),
        rate_b=_rate(of_b[0], codes),
        z=z[codes],
    )
    frame = frame[~unwanted(frame, stop)]
    return pd.concat([frame[frame.z > 0].head(limit), frame[frame.z < 0].tail(limit)], ignore_index=True)


def z_scores(a: np.ndarray, b: np.ndarray, background: np.ndarray) -> np.ndarray:
    """z of each term from its counts (integers) in A, in B and in the whole pile; 0 where a side is empty."""
    n_a, n_b = a.sum(), b.sum()
    if not n_a or not n_b:
        return np.zeros(len(a))
    weight = float(background.sum())
    y_a, y_b = a + background, b + background
    # a term that is all that is said has no odds: as if one more word had been
    delta = np.log(y_a / np.maximum(n_a + weight - y_a, 1)) - np.log(y_b / np.maximum(n_b + weight - y_b, 1))
    return delta / np.sqrt(1 / y_a + 1 / y_b)


def described(corpus: Corpus, tally: Tally, codes: np.ndarray) -> pd.DataFrame:
    """term, kind, key and label of terms (numbers in the tally)."""
    keys, named = tally.keys[codes], tally.kind[codes] == NAME
    entity = np.where(named, corpus.entities_by_id.get_indexer(keys), -1)
    names, labels = corpus.entities.entity.to_numpy(object), corpus.entities.label.to_numpy(object)
    return pd.DataFrame(
        {
            "term": [names[e] if e >= 0 else k for e, k in zip(entity, keys, strict=True)],
            "kind": np.where(named, "name", "word"),
            "key": keys,
            "label": [labels[e] if e >= 0 else "" for e in entity],
        }
    ).astype({"term": "str", "kind": "str", "key": "str", "label": "str"})


def unwanted(frame: pd.DataFrame, stop: Collection[str]) -> np.ndarray:
    """Which rows (with the columns term and key) the reader does not want to see."""
    words = {s.strip().casefold() for s in stop}
    return (frame.term.str.casefold().isin(words) | frame.key.isin(set(stop))).to_numpy(bool)


def _rate(times: np.ndarray, codes: np.ndarray) -> np.ndarray:
    return 10_000 * times[codes] / max(times.sum(), 1)

"""Quotations that stand in several articles: the groups, by how many outlets have them, and the wordings of one.

Which quotations are the same is told once, for the whole pile (``dateline.resolve.echoes``); here the groups are
counted among the quotations that a page shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dateline.corpus import Corpus
from dateline.counts.quotetable import newest_first, words_of
from dateline.resolve.echoes import Change, differences

SURE_ENOUGH = 0.5
"""How sure two speakers must be at least to be called different."""


def groups(corpus: Corpus, first: np.ndarray) -> pd.DataFrame:
    """The groups among some quotations (rows of first pieces) that stand in two articles of these or more.

    Returns echo (int: code of ``corpus.echo_ids``), outlets (distinct ones; those without a known outlet count as one),
    articles, quotations (int64), speakers (different ones that are sure enough and whose words stand in marks), most
    outlets first; then articles, then by code.
    """
    mine = first[corpus.quote_echo[first] >= 0]
    size = len(corpus.echo_ids)
    echo, article = corpus.quote_echo[mine].astype(np.int64), corpus.quote_article[mine]
    said = mine[
        (corpus.quote_kind[mine] != 2)
        & (corpus.quote_speaker[mine] >= 0)
        & (corpus.quotes.sure.to_numpy()[mine] >= SURE_ENOUGH)
    ]
    frame = pd.DataFrame(
        {
            "echo": np.arange(size),
            "outlets": _distinct(echo, corpus.outlet[article], size, len(corpus.outlets)),
            "articles": _distinct(echo, article, size, len(corpus)),
            "quotations": np.bincount(echo, minlength=size),
            "speakers": _distinct(
                corpus.quote_echo[said].astype(np.int64), corpus.quote_speaker[said], size, len(corpus.entities)
            ),
        }
    )
    frame = frame[frame.articles > 1]
    order = np.lexsort((frame.echo, -frame.quotations, -frame.articles, -frame.outlets))
    return frame.iloc[order].reset_index(drop=True)


def _distinct(group: np.ndarray, values: np.ndarray, size: int, kinds: int) -> np.ndarray:
    pairs = np.unique(group * max(kinds, 1) + values)
    return np.bincount(pairs // max(kinds, 1), minlength=size)


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a group: the words, how they differ from the fullest wording, and the quotations (rows of first
    pieces) that have it, newest first."""

    text: str
    changes: tuple[Change, ...]
    rows: tuple[int, ...]


def wordings(corpus: Corpus, first: Sequence[int] | np.ndarray) -> list[Wording]:
    """The wordings of the quotations of one group, fullest first; those that differ in case and marks alone are one."""
    rows = newest_first(corpus, np.asarray(first))
    by: dict[tuple[str, ...], list[tuple[int, str]]] = {}
    for row, text in zip(rows.tolist(), words_of(corpus, rows), strict=True):
        by.setdefault(_bare(text), []).append((row, text))
    found = sorted(by.items(), key=lambda x: (-len(x[0]), x[0]))
    fullest = found[0][1][0][1] if found else ""
    return [Wording(of[0][1], tuple(differences(fullest, of[0][1])), tuple(row for row, _ in of)) for _, of in found]


def _bare(text: str) -> tuple[str, ...]:
    return tuple(w for w in ("".join(c for c in word.casefold() if c.isalnum()) for word in text.split()) if w)

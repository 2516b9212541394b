"""Spellings: how the mentions of a name are written in the texts."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from dateline.corpus import Corpus


class Spelled(NamedTuple):
    """``of``: number of the spelling of each mention (int64); ``forms``: how often each is (index: the spelling on one
    line, the commonest first)."""

    of: np.ndarray
    forms: pd.Series

    def written(self, forms: list[str]) -> np.ndarray:
        """Which mentions are written in one of some spellings (bool)."""
        return np.isin(self.of, self.forms.index.get_indexer(forms))


def spelled(corpus: Corpus, mentions: np.ndarray) -> Spelled:
    """The spellings of some mentions (rows of ``corpus.mentions``); a line break in a name is a space."""
    codes, texts = pd.factorize(corpus.mentions.text.array.take(mentions))
    # a name of many mentions has few spellings: only these are put on one line
    lines, forms = pd.factorize(np.array([" ".join(t.split()) for t in texts], dtype=object))
    codes = lines[codes] if len(codes) else codes
    times = np.bincount(codes, minlength=len(forms))
    order = np.argsort(-times, kind="stable")
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    return Spelled(place[codes], pd.Series(times[order], index=pd.Index(forms[order], dtype=object), dtype="int64"))

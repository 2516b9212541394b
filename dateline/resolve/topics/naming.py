"""Names of topics and themes: made from a sample of their articles, from terms or a headline at worst."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from dateline.resolve.topics import labels

_LABELLED, _LABELLED_IN_ALL = 300, 4_000
"""Articles of a topic, and in all, that its name is made from."""


class Namer:
    """Names of the topics 0 to size - 1 and of groups of them, from the first articles of each topic."""

    def __init__(
        self,
        titles: Sequence[str],
        texts: Sequence[str],
        topic: np.ndarray,
        size: int,
        stop: frozenset[str],
        english: bool,
        outlets: Sequence[str] = (),
    ) -> None:
        most = min(_LABELLED, max(60, _LABELLED_IN_ALL // max(size, 1)))
        rows = np.sort(np.concatenate([np.flatnonzero(topic == t)[:most] for t in range(size)]))
        every, taken = np.bincount(topic[topic >= 0], minlength=size), np.bincount(topic[rows], minlength=size)
        weight = (every / np.maximum(taken, 1))[topic[rows]]
        self._topic = topic[rows]
        self._titles, self._texts = [titles[i] for i in rows], [texts[i] for i in rows]
        outlets = [outlets[i] for i in rows] if outlets else []
        self._labeller = labels.Labeller(labels.Sample(self._titles, self._texts, weight, outlets), stop, english)

    def names(self, group: np.ndarray, found: Sequence[tuple[str, ...]]) -> list[str]:
        """Names of groups of topics (``group[t]`` of topic t), all different; from terms or a headline at worst."""
        mine = group[self._topic]
        named = self._labeller.labels(mine, int(group.max()) + 1)
        return labels.unique([text or self._makeshift(mine == g, found[g]) for g, text in enumerate(named)])

    def _makeshift(self, inside: np.ndarray, found: tuple[str, ...]) -> str:
        rows = np.flatnonzero(inside)
        headline = next((self._titles[i].strip() for i in rows if self._titles[i].strip()), "")
        if headline:
            return _shortened(headline)
        written = Counter(w for i in rows for w in re.findall(r"\w+", self._texts[i]) if w.lower() in found)
        best = {w: max((x for x in written if x.lower() == w), key=lambda x: (written[x], x), default=w) for w in found}
        return labels.joined([best[w] for w in found[:3]], english=False) or "No words"


def _shortened(headline: str, most: int = 60) -> str:
    """A headline of more than ``most`` characters cut at a word."""
    if len(headline) <= most:
        return headline
    return (headline[:most].rpartition(" ")[0] or headline[:most]).rstrip(" ,;:-") + "…"

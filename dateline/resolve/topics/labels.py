"""Labels: for every topic two to four names or noun phrases that a person would say.

A label is chosen for what it does: its words must find the topic's articles (area under the ROC curve of ranking by
them), most of the topic's articles must hold one of its words, and many of them one of its phrases as it is written.
Parts are picked one after the other, then each is given a second thought; a part may not repeat a word of another, and
people are at most half of a label: who is in the story does not say what it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from dateline.resolve.topics import phrases as ph
from dateline.resolve.topics.grammar import study
from dateline.resolve.topics.pool import Candidate, Finder, without_own_name
from dateline.resolve.topics.reading import Known
from dateline.resolve.topics.reading import read as begin
from dateline.resolve.topics.spelled import spelled
from dateline.resolve.words import count

_PARTS, _ENOUGH, _FOUND = 4, 3, 0.95
"""Parts at most, and how many are enough where their words find this share of the topic's articles."""
_WORTH = 0.02
"""A third and a fourth part must add this much, or the label is complete without it."""
_WORDS_HIT, _PHRASES_HIT = 1.5, 0.2
"""Weights of the share of a topic's articles that hold a word, a phrase of the label, against the area (0.5 to 1)."""
_EACH = 0.1
"""Weight of the share of articles that hold a part, for each part: a label is made of what is said often."""
_GRID = 0.02
"""Values closer than this are equal, and the order of the pool decides: labels change less when articles are added."""


@dataclass(frozen=True)
class Sample:
    """Articles that labels are made from: titles and texts, how many articles of the pile each stands for, and
    the papers that they stood in, where known."""

    titles: list[str]
    texts: list[str]
    weight: np.ndarray
    outlets: Sequence[str] = ()


class Labeller:
    """The phrases of a sample, read once; labels of any grouping of it."""

    def __init__(self, sample: Sample, stop: frozenset[str], english: bool = True) -> None:
        self._sample, self._english = sample, english
        known: Known = {}
        read = [begin(text or title, stop, known) for title, text in zip(sample.titles, sample.texts, strict=True)]
        grammar = study(read)
        found = [ph.phrases(article, grammar, english) for article in read]
        if sample.outlets:
            found = without_own_name(found, sample.outlets)
        self._finder = Finder(found, grammar, stop, spelled(sample.texts))
        vocabulary, self._weights = _weights(sample, stop)
        self._column = {w: i for i, w in enumerate(vocabulary)}

    def labels(self, topic: np.ndarray, size: int) -> list[str]:
        """Labels of the groups 0 to size - 1 (``topic``: the group of each article, -1 none).

        A label is '' where nothing readable was found. Two may be equal: see ``unique``.
        """
        pools = [self._finder.candidates(np.flatnonzero(topic == t)) for t in range(size)]
        out = []
        for t, pool in enumerate(pools):
            scores = [self._score(c.words) for c in pool]
            parts = _chosen(pool, scores, topic == t, self._sample.weight)
            out.append(joined([c.text for c in parts], self._english))
        return out

    def _score(self, words: Sequence[str]) -> np.ndarray:
        columns = [self._column[w] for w in words if w in self._column]
        return np.asarray(self._weights[:, columns].sum(1)).ravel()


def joined(parts: Sequence[str], english: bool) -> str:
    """Parts as one label: "Oil prices, OPEC and domestic demand"; without "and" in other languages."""
    if not parts:
        return ""
    parts = [parts[0][0].upper() + parts[0][1:], *parts[1:]]
    if not english or len(parts) == 1 or any(" and " in p for p in parts):
        return ", ".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def unique(labels: Sequence[str]) -> list[str]:
    """The labels, a number added where one stood before."""
    seen: Counter[str] = Counter()
    out = []
    for text in labels:
        seen[text.casefold()] += 1
        out.append(text if seen[text.casefold()] == 1 else f"{text} ({seen[text.casefold()]})")
    return out


def _weights(sample: Sample, stop: frozenset[str]) -> tuple[list[str], sparse.csc_matrix]:
    """The words, and what each adds to the score of an article: idf, and little more for the second time it occurs."""
    counted = count((f"{a}\n{b}" for a, b in zip(sample.titles, sample.texts, strict=True)), stop)
    table = counted.table
    df = np.bincount(table.indices, minlength=table.shape[1])
    idf = np.log(1 + len(sample.texts) / (1 + df))
    table.data = (table.data / (table.data + 1.2) * idf[table.indices]).astype(np.float32)
    return counted.vocabulary, table.tocsc()


def _chosen(pool: list[Candidate], scores: list[np.ndarray], inside: np.ndarray, weight: np.ndarray) -> list[Candidate]:
    shares = [float(c.holds.mean()) for c in pool]

    def value(parts: list[int]) -> float:
        words = _area(sum(scores[p] for p in parts), inside, weight)
        held = np.logical_or.reduce([pool[p].holds for p in parts]).mean()
        each = sum(pool[p].bonus + _EACH * shares[p] for p in parts)
        return words + _PHRASES_HIT * float(held) + each

    def hit(parts: list[int]) -> float:
        return float((sum(scores[p] for p in parts)[inside] > 0).mean())

    def best(parts: list[int]) -> tuple[float, int]:
        people = sum(pool[q].person for q in parts)
        full = people + 1 > max(1, len(parts) - people)
        free = [
            p
            for p in range(len(pool))
            if not (full and pool[p].person) and not any(alike(pool[p], pool[q]) for q in parts)
        ]
        worth = [round(value([*parts, p]) / _GRID) for p in free]
        return (max(worth) * _GRID, free[int(np.argmax(worth))]) if free else (0.0, -1)

    parts: list[int] = []
    worth = 0.0
    while len(parts) < _PARTS:
        now, found = best(parts)
        if found < 0 or (len(parts) > 1 and now < worth + _WORTH):
            break
        if len(parts) == _ENOUGH and hit(parts) >= _FOUND:
            break
        worth = now
        parts.append(found)
    # the first part was chosen before the others were known
    for k in range(len(parts)):
        now, found = best([*parts[:k], *parts[k + 1 :]])
        if found >= 0 and now > worth + _GRID / 2:
            worth, parts[k] = now, found
    return [pool[p] for p in sorted(parts, key=lambda p: (-round(np.log2(shares[p])), pool[p].text))]


def alike(a: Candidate, b: Candidate) -> bool:
    """Whether two parts say the same: a word of one family ("Iraq" and "Iraqi", "prices" and "price") or initials."""
    if any(_kin(v, w) for v in a.words for w in b.words):
        return True
    if _begins(a.text, b.text) or _begins(b.text, a.text):
        return True
    return _initials(a.text) == b.text.replace(".", "") or _initials(b.text) == a.text.replace(".", "")


def _begins(short: str, long: str) -> bool:
    """Whether a name is the beginning of a longer one's first word: "Fed" and "Federal Reserve"."""
    return len(short) >= 3 and short[0].isupper() and short.isalpha() and long.startswith(short)


def _kin(a: str, b: str) -> bool:
    short, long = sorted((a.rstrip("s"), b.rstrip("s")), key=len)
    return short == long or (len(short) >= 4 and long.startswith(short)) or (len(short) > 6 and long[:6] == short[:6])


def _initials(text: str) -> str:
    return "".join(w[0] for w in text.replace("-", " ").split() if w[0].isupper()) if " " in text else ""


def _area(score: np.ndarray, inside: np.ndarray, weight: np.ndarray) -> float:
    """Area under the ROC curve (ties count half) plus the weighted share of the topic's articles that score at all."""
    size = inside.sum()
    hit = _WORDS_HIT * float((score[inside] > 0).mean())
    if size == len(inside):
        return hit
    # most articles score nothing: only the others need sorting
    there = np.flatnonzero(score)
    there = there[np.argsort(score[there], kind="stable")]
    s, m = score[there], inside[there]
    out = np.where(m, 0, weight[there])
    total = weight[~inside].sum()
    silent = total - out.sum()
    below = silent + np.concatenate([[0], np.cumsum(out)])
    first, last = np.searchsorted(s, s[m], "left"), np.searchsorted(s, s[m], "right")
    area = ((below[first] + below[last]) / 2).sum() + (size - m.sum()) * silent / 2
    return float(area / size / total) + hit

"""Words: what a text is counted in, and the sparse table of counts (articles × words) that topics and stories use.

A word is a run of two or more letters, in lower case, without what follows an apostrophe: "Kerry's" is ``kerry``,
"F-16" and "757" hold none. Chinese, Japanese, Thai and their like, which are written without spaces, are counted in
pairs of characters. Stop words are spaCy's lists of the languages of the pile, plus what is left of a contraction.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path

import numpy as np
from scipy import sparse

_WORD = re.compile(r"[^\W\d_]{2,}")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_CONTRACTIONS = frozenset(
    "ain aren couldn didn doesn don hadn hasn haven isn ll mustn needn re shan shouldn ve wasn weren won wouldn".split()
)
_LANGUAGES_AT_MOST = 12


def words(text: str) -> list[str]:
    """The words of a text, in order, in lower case; stop words are among them."""
    text = text.lower()
    if text.isascii() or not _UNSPACED.search(text):
        return _WORD.findall(text)
    pairs = (run[i : i + 2] for run in _UNSPACED.findall(text) for i in range(max(1, len(run) - 1)))
    return [*_WORD.findall(_UNSPACED.sub(" ", text)), *pairs]


def stop_words(languages: Iterable[str] = ("en",)) -> frozenset[str]:
    """Function words of the languages (two-letter codes); codes that spaCy does not know add none."""
    out: set[str] = set(_CONTRACTIONS)
    for code in languages:
        out |= _listed(code)
    return frozenset(out)


@cache
def _listed(code: str) -> frozenset[str]:
    found = _of_spacy(code) if re.fullmatch("[a-z]{2,3}", code) else ()
    # the lists hold contractions ("c'est", "n’t") that are two words here
    return frozenset(w for entry in found for w in words(entry))


def _of_spacy(code: str) -> Collection[str]:
    """spaCy's stop words of a language, read from their file: importing spaCy takes a second, and its list no time."""
    package = find_spec("spacy")
    for folder in (package.submodule_search_locations or ()) if package else ():
        path = Path(folder, "lang", code, "stop_words.py")
        spec = spec_from_file_location(f"dateline_stop_words_{code}", path) if path.is_file() else None
        if spec is not None and spec.loader is not None:
            module = module_from_spec(spec)
            try:
                spec.loader.exec_module(module)
                return module.STOP_WORDS
            except (ImportError, AttributeError):
                return ()
    return ()


def languages_of(codes: Sequence[str]) -> list[str]:
    """The languages of a pile, most frequent first: English always, others from one article in a hundred."""
    names, counts = np.unique(np.asarray(codes, dtype=object).astype(str), return_counts=True)
    order = np.lexsort((names, -counts))
    often = [str(names[i]) for i in order if names[i] and counts[i] * 100 >= len(codes)]
    return list(dict.fromkeys([*often[:_LANGUAGES_AT_MOST], "en"]))


@dataclass(frozen=True)
class Counts:
    """How often each word stands in each article. ``table`` is CSR, float32, an article a row, a word a column."""

    vocabulary: list[str]
    table: sparse.csr_matrix

    def kept(self, columns: np.ndarray) -> Counts:
        """The counts of some words only, in the order given (column numbers)."""
        return Counts([self.vocabulary[i] for i in columns], self.table[:, columns])


def count(texts: Iterable[str], stop: Collection[str] = (), vocabulary: Sequence[str] | None = None) -> Counts:
    """Count words text by text. With a vocabulary only its words are counted, in its order; else all but stop words.

    The columns of a new vocabulary are in alphabetical order, so that they do not depend on the order of the texts.
    """
    grow = vocabulary is None
    codes: dict[str, int] = defaultdict(None, {} if grow else {w: i for i, w in enumerate(vocabulary)})
    codes.default_factory = codes.__len__  # a new word gets the next number
    skip = frozenset(stop) if grow else frozenset()
    rows: list[np.ndarray] = []
    values: list[np.ndarray] = []
    for text in texts:
        found = words(text)
        ids = [codes[w] for w in found if w not in skip] if grow else [codes[w] for w in found if w in codes]
        unique, times = np.unique(np.array(ids, np.int32), return_counts=True)
        rows.append(unique)
        values.append(np.minimum(times, 65_535).astype(np.uint16))
    names = list(codes)
    if grow:
        order = sorted(range(len(names)), key=names.__getitem__)
        names = [names[i] for i in order]
        place = np.empty(len(order), np.int32)
        place[order] = np.arange(len(order), dtype=np.int32)
        rows = [place[r] for r in rows]
    starts = np.concatenate([[0], np.cumsum([len(r) for r in rows], dtype=np.int64)])
    columns = np.concatenate(rows) if rows else np.empty(0, np.int32)
    data = (np.concatenate(values) if values else np.empty(0, np.uint16)).astype(np.float32)
    table = sparse.csr_matrix((data, columns, starts), shape=(len(rows), len(names)))
    table.sort_indices()
    return Counts(names, table)

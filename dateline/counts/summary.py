"""The line that says what the lens shows: "128 of 1,204 articles · 96 distinct stories · 14 outlets"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from dateline.corpus import Corpus
from dateline.counts.units import total
from dateline.lens import day


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of what a lens shows; ``all`` is the whole pile; dates are None when no article shown is dated."""

    articles: int
    stories: int
    outlets: int
    undated: int
    unread: int
    all: int
    first: date | None
    last: date | None

    @property
    def line(self) -> str:
        """One line of plain text."""
        shown = f"{self.articles:,} of {self.all:,}" if self.articles != self.all else f"{self.all:,}"
        outlets = f" · {_many(self.outlets, 'outlet')}" if self.outlets else ""
        return (
            f"{shown} {_word(self.all, 'article')} · {self.stories:,} distinct {_word(self.stories, 'story')}{outlets}"
        )


def summary(corpus: Corpus, rows: np.ndarray) -> Summary:
    """Counts of the article rows (int32, ascending)."""
    dated = rows[rows < corpus.dated]
    known = corpus.outlets.get_indexer([""])[0]
    outlets = np.unique(corpus.outlet[rows])
    return Summary(
        articles=len(rows),
        stories=total(corpus, rows, "stories"),
        outlets=int((outlets != known).sum()),
        undated=len(rows) - len(dated),
        unread=int((~corpus.articles.annotated.to_numpy()[rows]).sum()),
        all=len(corpus),
        first=day(corpus.day[dated[0]]) if len(dated) else None,
        last=day(corpus.day[dated[-1]]) if len(dated) else None,
    )


def _many(n: int, word: str) -> str:
    return f"{n:,} {_word(n, word)}"


def _word(n: int, word: str) -> str:
    return word if n == 1 else {"story": "stories"}.get(word, word + "s")

"""The article that the Read page shows: its rows of the frames, and over them what was put right a moment ago.

A correction has the pile made anew in the background. Until that is done the page shows the article as corrected: with
its new date, and the dates in its text counted from it; with its new text, which is not highlighted yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from dateline import schema
from dateline.amend import amended
from dateline.corpus import Corpus
from dateline.ledger import Ledger
from dateline.load.article import Article, Cut
from dateline.web import data

_FIELDS = ("title", "source", "author", "published", "published_from", "published_note", "source_note", "text")


@dataclass(frozen=True)
class Shown:
    """One article: its row in the corpus and what readers see of it."""

    corpus: Corpus
    row: int

    @cached_property
    def made(self) -> pd.Series:
        """The article's row as it was when the pile was last made."""
        return self.corpus.articles.iloc[self.row]

    @cached_property
    def article(self) -> pd.Series:
        """The article's row with the corrections that hold now."""
        now = self._now
        if now is None:
            return self.made
        new: dict[str, Any] = {f: getattr(now, f) for f in _FIELDS}
        new["published"] = pd.Timestamp(now.published) if now.published else pd.NaT
        return pd.Series({**self.made.to_dict(), **new})

    @cached_property
    def fresh(self) -> bool:
        """Whether the text was changed by hand and is not read anew yet."""
        return self.article.text != self.made.text

    @cached_property
    def cuts(self) -> tuple[Cut, ...]:
        """What is cut from it, in order of position."""
        if self._now is not None and self.fresh:
            return self._now.cuts
        return self._cuts

    def part(self, frame: str) -> pd.DataFrame:
        """Its mentions, quotes or times; none while its text is being read anew."""
        if self.fresh:
            return schema.empty(frame)
        if frame == "times" and self._redated:
            return self._times
        return getattr(self.corpus, frame).iloc[self.corpus.rows_of(frame, self.row)]

    @cached_property
    def _cuts(self) -> tuple[Cut, ...]:
        rows = self.corpus.cuts.iloc[self.corpus.rows_of("cuts", self.row)]
        return tuple(Cut(int(c.position), c.text, c.reason) for c in rows.itertuples())

    @cached_property
    def amendments(self) -> dict[str, Any]:
        """What readers put right on it: field → value."""
        book = data.amendments()
        return book.of(self.made.article_id) if book is not None else {}

    @cached_property
    def _now(self) -> Article | None:
        """The article under its corrections, None where there are none."""
        # a removed one is still here until the pile is made anew
        changes = {f: v for f, v in self.amendments.items() if f != "removed"}
        return amended(self._article(), changes) if changes else None

    def _article(self) -> Article:
        m = self.made
        fields = {f: getattr(m, f) for f in (*_FIELDS, "language")}
        fields["published"] = m.published.to_pydatetime() if pd.notna(m.published) else None
        return Article(**fields, cuts=self._cuts)

    @property
    def _redated(self) -> bool:
        a, m = self.article.published, self.made.published
        return not (a == m or (pd.isna(a) and pd.isna(m)))

    @cached_property
    def _times(self) -> pd.DataFrame:
        """The dates in the text, counted from the date of publication that was just set."""
        from dateline.resolve.times import times

        here, made = data.pile(), self._article()
        if here is None:
            return schema.empty("times")
        with Ledger(here.ledger) as ledger:
            record = ledger.latest(made.text_hash)
        if record is None:
            return schema.empty("times")
        when = self.article.published
        dated = made.with_(published=when.to_pydatetime() if pd.notna(when) else None)
        return times([dated], [record], [self.made.article_id])

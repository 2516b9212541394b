"""The texts of a pile without a Python string each: a pile of a gigabyte of text would take two of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import pandas as pd


class Texts(Sequence[str]):
    """A column of text; each is made a string when it is asked for, and the last one is kept."""

    def __init__(self, column: pd.Series) -> None:
        self._values = column.array
        self._last, self._text = -1, ""

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, i: int) -> str:
        if i != self._last:
            self._text, self._last = self._values[i], i
        return self._text


class Told(NamedTuple):
    """What records are read against: the text of an article and its date of publication."""

    text: str
    published: datetime | None


class AllTold(Sequence[Told]):
    """The articles of a frame (text, published) as what records are read against."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._texts = Texts(frame.text)
        self.published = [None if pd.isna(t) else t.to_pydatetime() for t in frame.published]

    def __len__(self) -> int:
        return len(self.published)

    def __getitem__(self, i: int) -> Told:
        return Told(self._texts[i], self.published[i])

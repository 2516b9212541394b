"""Rows of a frame as they come: kept as plain tuples for a while only, for a million of them take a gigabyte."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from dateline import schema

_AT_ONCE = 20_000


def framed(name: str, rows: Iterable[Sequence], columns: Sequence[str]) -> pd.DataFrame:
    """The frame of the contract by this name, made part by part; ``columns`` are the names of what the rows hold."""
    parts: list[pd.DataFrame] = []
    some: list[Sequence] = []

    def done() -> None:
        parts.append(schema.conform(name, pd.DataFrame(some, columns=list(columns))))
        some.clear()

    for row in rows:
        some.append(row)
        if len(some) == _AT_ONCE:
            done()
    if some:
        done()
    return pd.concat(parts, ignore_index=True) if parts else schema.empty(name)


def shared(column: pd.Series) -> list[str]:
    """The values of a column of text, equal ones as one and the same string."""
    codes, values = pd.factorize(column)
    values = list(values)
    return [values[c] for c in codes.tolist()]

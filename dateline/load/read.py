"""Inputs in, articles out. (Being written: for now .jsonl and .txt.)"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from dateline.errors import RefusedError
from dateline.load.article import Article


class Source(NamedTuple):
    """A file or folder on disk and the name that the reader knows it by."""

    path: Path
    name: str


def read(sources: Iterable[Source], clean: bool = True) -> Iterator[Article | RefusedError]:
    """Articles as they are read; what cannot be used comes as a RefusedError, not raised. Streams."""
    for s in sources:
        if s.path.suffix == ".jsonl":
            for n, line in enumerate(s.path.open(encoding="utf-8"), 1):
                try:
                    row = json.loads(line)
                except ValueError:
                    yield RefusedError(s.name, "not JSON", "", f"line {n}")
                    continue
                when = row.get("published")
                yield Article(
                    row["text"], s.name, f"line {n}", str(row.get("id", "")), row.get("title", ""),
                    datetime.fromisoformat(when).replace(tzinfo=None) if when else None, "given" if when else "",
                    source=row.get("source", ""), author=row.get("author", ""), url=row.get("url", ""), language="en",
                )  # fmt: skip
        else:
            yield Article(s.path.read_text(encoding="utf-8"), s.name, language="en")

"""Pasted text as a file to hand in."""

from __future__ import annotations

import json
import re
from datetime import date

_LONGEST = 60
_DATE = re.compile(r"(?<=\d)[-_.](?=\d)|\d{8,}")


def as_file(text: str, *, source: str = "", published: date | None = None) -> tuple[str, bytes]:
    """Name and content of a file for pasted text: plain text, or a record where outlet or date were given.

    The name is made of the first line and the outlet: the same article pasted again, corrected, is known by it.
    """
    first = " ".join(next((line for line in text.splitlines() if line.strip()), "").split())[:_LONGEST]
    # a date in a headline is no date of publication, a slash in it no folder
    name = _DATE.sub(" ", first).replace("/", "-").replace("\\", "-")
    name = f"pasted: {name}" + (f" ({source.replace('/', '-')})" if source else "")
    if not source and published is None:
        return name, text.encode("utf-8", "replace")
    record = {"text": text, "source": source} | ({"published": published.isoformat()} if published else {})
    return name, json.dumps(record).encode()

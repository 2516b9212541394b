"""The data contract as a page of Markdown, written from ``dateline.schema``: ``python -m dateline frames``."""

from __future__ import annotations

from dateline import schema

_TYPES = {
    schema.TEXT: "text",
    schema.INT: "integer",
    schema.FLOAT: "number",
    schema.BOOL: "true or false",
    schema.TIME: "datetime",
    schema.LIST: "list of text",
}
_HEAD = """# The frames

A pile of articles becomes one folder of Parquet files, a file a frame, with a `manifest.json`. This page is written
from `dateline/schema.py` by `python -m dateline frames`.

Offsets are Python string indices into `articles.text` of the same `article_id`: `text[start:end]` is the row's
own text. Unknown is `''` for text, `-1` for numbers, `NaT` for times, an empty list for lists; nothing is null. Rows
stand in reading order: by article, then by `start`.
"""


def describe() -> str:
    """The page: every frame, its columns, their types and meanings."""
    parts = [_HEAD]
    for frame in schema.FRAMES.values():
        rows = "".join(f"| {c.name} | {_TYPES[c.dtype]} | {c.meaning} |\n" for c in frame.columns)
        parts.append(
            f"\n## {frame.name}: a row is {frame.row}\n\n| column | type | meaning |\n| --- | --- | --- |\n{rows}"
        )
    return "".join(parts)

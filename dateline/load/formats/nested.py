"""JSON values as records: nested keys made flat, values as text, and where in an object its articles stand."""

from __future__ import annotations

from typing import Any

from dateline.load.columns import by_name, guess
from dateline.load.decode import whole

_DEPTH = 20
KEYS = 300
"""Keys of records that are looked at."""


def flattened(record: dict, prefix: str = "", depth: int = 0) -> dict[str, Any]:
    """Nested objects as dotted keys, two levels deep; an object with a name stays whole."""
    out: dict[str, Any] = {}
    for k, v in record.items():
        if isinstance(v, dict) and depth < 2 and not {"name", "$date", "$oid"} & set(v):
            out |= flattened(v, f"{prefix}{k}.", depth + 1)
        else:
            out[f"{prefix}{k}"] = v
    return out


def plain(value: Any, depth: int = 0) -> str:
    """A field as text: lists of names joined, objects by their name; '' for what is nested too deeply to be a field."""
    if value is None or isinstance(value, bool) or depth > _DEPTH:
        return ""
    if isinstance(value, list):
        return ", ".join(filter(None, (plain(v, depth + 1) for v in value)))
    if isinstance(value, dict):
        return next(
            (plain(value[k], depth + 1) for k in ("name", "title", "full_name", "value", "id") if value.get(k)), ""
        )
    return whole(str(value)).strip()


def cell(value: Any) -> str:
    """A value as the page shows it and the guess reads it."""
    if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
        return "\n\n".join(value)
    if isinstance(value, bool) or value is None:
        return ""
    return plain(value) if not isinstance(value, list) else ""


def articles_in(data: Any) -> list | None:
    """The list of articles inside an object, up to four levels deep; None where it is itself a record.

    Of several lists of objects the longest whose keys name a text, else whose values look like one, else the longest.
    """
    if not isinstance(data, dict):
        return None
    lists: list[list] = []
    level = [data]
    for _ in range(4):
        below: list[dict] = []
        for d in level:
            for v in d.values():
                if isinstance(v, list) and v and isinstance(v[0], dict):
                    lists.append(v)
                elif isinstance(v, dict):
                    below.append(v)
        level = below
    own = by_name(list(data))
    if not lists or isinstance(data.get(own.get("text", "")), str):
        return None
    best = max(lists, key=lambda v: (_rank(v), len(v)))
    return None if own and len(best) < 2 and not _rank(best) else best


def _rank(rows: list) -> int:
    """2 where the keys of objects name a text, 1 where a value looks like one, else 0."""
    flat = [flattened(r) for r in rows[:20] if isinstance(r, dict)]
    keys = list(dict.fromkeys(k for r in flat for k in r))[:KEYS]
    if "text" in by_name(keys):
        return 2
    return int("text" in guess(keys, [[cell(r.get(k)) for k in keys] for r in flat]).fields)

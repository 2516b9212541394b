"""Columns of tables as readers said what they are, kept by their headings: the next export of that kind needs no
asking.

Kept in the home folder, for all piles, in ``columns.json``: a list of {columns, fields, dayfirst, skip}, the latest
first.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from dateline.load.columns import FIELDS, Mapping, folded
from dateline.piles import home, write_json

_MOST = 500
"""Kinds of tables that are remembered."""


def known(columns: Sequence[str]) -> Mapping | None:
    """What was said of a table with these headings (their order, case and signs do not matter), or None."""
    for entry in _entries():
        if _key(entry["columns"]) == _key(columns):
            # the same headings may be written another way this time
            now = {folded(c): c for c in reversed(columns)}
            fields = {f: now[folded(c)] for f, c in entry["fields"].items() if f in FIELDS and folded(c) in now}
            return Mapping(fields, entry.get("dayfirst"), tuple(columns), skip=bool(entry.get("skip")))
    return None


def remember(mapping: Mapping) -> None:
    """Keep a mapping for tables with the same headings."""
    entry = {"columns": list(mapping.columns), "fields": mapping.fields, "dayfirst": mapping.dayfirst}
    if mapping.skip:
        entry["skip"] = True
    others = [e for e in _entries() if _key(e["columns"]) != _key(mapping.columns)]
    home().mkdir(parents=True, exist_ok=True)
    write_json(home() / "columns.json", {"tables": [entry, *others][:_MOST]})


def _key(columns: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(folded(c) for c in columns))


def _entries() -> list[dict[str, Any]]:
    try:
        found = json.loads((home() / "columns.json").read_text(encoding="utf-8"))["tables"]
        return [e for e in found if isinstance(e["columns"], list) and isinstance(e["fields"], dict)]
    except (OSError, ValueError, KeyError, TypeError):
        return []

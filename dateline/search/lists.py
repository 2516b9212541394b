"""Lists of names that readers look up, kept beside a pile under a short id, so that a link can name them.

The id is made from the list: the same names give the same id. An id from a link is compared with the files that are
there and never becomes part of a path.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

MOST_NAMES, LONGEST = 2_000, 200
_MOST_LISTS = 300
_HEADS = {"name", "names", "person", "people", "entity", "entities", "organisation", "organization", "company", "term"}


def names_in(text: str) -> list[str]:
    """The names of a pasted or uploaded text, each once: one a line, or the first column of a table.

    A table has a comma, semicolon or tab in most of its lines; its column "name" is taken where it has one. Empty lines
    and lines that start with # are passed over.
    """
    lines = [x for x in text.lstrip("\ufeff").splitlines() if x.strip() and not x.lstrip().startswith("#")]
    if not lines:
        return []
    mark = next((m for m in "\t;," if sum(m in x for x in lines) > 0.7 * len(lines)), "")
    # "Quill, Ada" line by line is a name, not a table
    if mark == "," and all(x.count(",") == 1 for x in lines) and lines[0].split(",")[0].strip().lower() not in _HEADS:
        mark = ""
    table = list(csv.reader(io.StringIO("\n".join(lines)), delimiter=mark)) if mark else [[_bare(x)] for x in lines]
    head = [c.strip().lower() for c in table[0]] if table else []
    column = next((n for n, c in enumerate(head) if c in _HEADS), -1)
    cells = [row[max(column, 0)] for row in table[column >= 0 :] if len(row) > max(column, 0)]
    return list(dict.fromkeys(" ".join(c.split())[:LONGEST] for c in cells if c.strip()))


def _bare(line: str) -> str:
    line = line.strip()
    return line[1:-1].strip() if len(line) > 2 and line[0] == line[-1] == '"' else line


class Lists:
    """The lists of one pile, in a folder of small files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, names: Iterable[str]) -> str:
        """Keep a list; returns its id. The oldest lists go where there are more than 300."""
        text = "\n".join(list(names)[:MOST_NAMES])
        key = blake2b(text.encode(), digest_size=5).hexdigest()
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{key}.txt"
        temporary = path.with_suffix(".new")
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(path)
        old = sorted(self._folder.glob("*.txt"), key=lambda p: p.stat().st_mtime)[:-_MOST_LISTS]
        for p in old:
            p.unlink(missing_ok=True)
        return key

    def get(self, key: str) -> list[str] | None:
        """The names of a list, None where there is no list of this id (any more)."""
        known = {p.stem: p for p in self._folder.glob("*.txt")} if self._folder.is_dir() else {}
        return known[key].read_text(encoding="utf-8").splitlines() if key in known else None

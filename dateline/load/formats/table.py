"""CSV and TSV, streamed row by row: the separator is told from the rows, a broken row costs itself only."""

from __future__ import annotations

import csv
import io
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import NamedTuple

from dateline import settings
from dateline.errors import RefusedError
from dateline.load.columns import Choose, Mapping, by_name, guess, left_out, summarises
from dateline.load.decode import encoding_of, whole
from dateline.load.source import HEAD, Item, Raw, Raws

# the module's default refuses cells of 131,072 characters, less than a long article with its markup
csv.field_size_limit(4 * settings.ARTICLE_LIMIT)
_ROW_LIMIT = 4 * settings.ARTICLE_LIMIT
_ROW_LINES = 20_000
_SEPARATORS = ",;\t|"
_SAMPLE_ROWS = 200
_NAME_LIMIT = 200
_PREAMBLE = 20
"""Lines at the top among which the header is looked for."""
_MARKUP = ("</p>", "<br", "</div>", "<p>", "</a>")


class Row(NamedTuple):
    """A row of a table: its first line in the file and its cells, or why it has none."""

    line: int
    cells: list[str] | str


def read_table(item: Item, columns: Choose | None = None) -> Raws:
    """An article a row; the first row names the columns. ``columns`` may know better than the guess."""
    with item.open() as f:
        name, skip = encoding_of(item.head)
        f.seek(skip)
        stream = io.TextIOWrapper(f, name, "dateline_western" if name == "utf-8" else "replace", newline="\n")
        text = item.head[skip:HEAD].decode(name, "replace")
        yield from articles(item.name, rows_of(stream, separator(text) or ","), columns)


def articles(name: str, rows: Iterator[Row], choose: Choose | None = None, unit: str = "line") -> Raws:
    """The articles of a table whose first row names its columns."""
    rows = iter(rows)
    columns, sample = headed(rows)
    if not columns:
        yield from (_refused(name, r, unit) for r in sample)
        yield RefusedError(name, "the table is empty", "export it again with its header row")
        return
    first = _cells_of(sample)
    chosen = choose(columns) if choose else None
    if chosen is not None and chosen.skip:
        yield left_out(name)
        return
    mapping = guess(columns, first) if chosen is None else chosen.settled(columns, first)
    at = mapping.index(columns)
    if "text" not in at:
        listed = ", ".join(repr(c) for c in columns[:20]) + (" …" if len(columns) > 20 else "")
        yield RefusedError(
            name,
            f"no column could be told to hold the text (columns: {listed})",
            "drop the table on the Load page and say which column is the text, or name that column 'text'",
        )
        return
    for r in chain(sample, rows):
        yield _refused(name, r, unit) if isinstance(r.cells, str) else _one(name, r, at, len(columns), mapping, unit)


def headed(rows: Iterator[Row]) -> tuple[list[str], list[Row]]:
    """The names of a table's columns and its first rows, broken ones among them.

    Lines above the header that say what was searched for are passed over: they fill one cell where a table fills more.
    """
    sample = list(islice(rows, _SAMPLE_ROWS))
    whole = [i for i, r in enumerate(sample) if isinstance(r.cells, list) and any(c.strip() for c in r.cells)]
    if not whole:
        return [], sample
    first = next((i for i in whole[:_PREAMBLE] if not _above(sample[i].cells)), whole[0])
    names = list(sample[first].cells)
    above, below = [r for r in sample[:first] if isinstance(r.cells, str)], sample[first + 1 :]
    if any(len(c.strip()) > _NAME_LIMIT for c in names):
        # no names stand in the first row: it is an article already
        return unique([""] * len(names)), [*above, sample[first], *below]
    return unique(names), [*above, *below]


def _above(cells: list[str] | str) -> bool:
    """Whether a row holds only a word on the table: a comment, or one cell, the first, and no name of a column."""
    if isinstance(cells, list) and cells[0].startswith("# "):
        return True
    filled = [c for c in cells if c.strip()]
    return len(filled) == 1 and filled[0] == cells[0] and not by_name(filled)


def mapping_of(item: Item) -> list[Mapping]:
    """The guess for a table, for a page that shows it; empty where the file has no rows."""
    with item.open() as f:
        name, skip = encoding_of(item.head)
        f.seek(skip)
        stream = io.TextIOWrapper(f, name, "replace", newline="\n")
        text = item.head[skip:HEAD].decode(name, "replace")
        columns, sample = headed(rows_of(stream, separator(text) or ","))
        return [guess(columns, _cells_of(sample))] if columns else []


def _one(name: str, row: Row, at: dict[str, int], width: int, mapping: Mapping, unit: str) -> Raw | RefusedError:
    cells = row.cells
    place = f"{unit} {row.line}"
    if at["text"] >= len(cells) or (len(cells) > width and any(c.strip() for c in cells[width:])):
        return RefusedError(
            name, f"{len(cells)} cells where the header has {width}", "quote cells that hold the separator", place
        )
    get = {f: whole(cells[i]).strip() if i < len(cells) else "" for f, i in at.items() if f != "text"}
    text = whole(cells[at["text"]])
    html = text.lstrip()[:1] == "<" and sum(text.count(m) for m in _MARKUP) >= 2
    # Excel cuts what does not fit into a cell, and nothing in the file says so
    note = "the text fills a whole Excel cell (32,767 characters): it may be cut short" if len(text) == 32_767 else ""
    if not note and summarises(mapping.fields["text"]):
        note = "only the summary that the table gives"
    return Raw(
        text, place, html, "record",
        given_id=get.get("id", ""), title=get.get("title", ""), published=get.get("published"),
        source=get.get("source", ""), author=get.get("author", ""), url=get.get("url", ""),
        language=get.get("language", ""), dayfirst=mapping.dayfirst, note=note,
    )  # fmt: skip


def rows_of(stream: Iterable[str], sign: str) -> Iterator[Row]:
    """Rows of a stream of lines. A quote that is never closed costs its own line, not the rest of the file."""
    lines = iter(stream)
    pending: deque[str] = deque()
    n, width = 0, 0
    while True:
        line = pending.popleft() if pending else next(lines, "")
        if not line:
            return
        n += 1
        first = n
        if not line.strip("\r\n\x00 "):
            continue
        record = [line]
        size, quotes = len(line), line.count('"')
        while quotes % 2 and size < _ROW_LIMIT and len(record) < _ROW_LINES:
            more = pending.popleft() if pending else next(lines, "")
            if not more:
                break
            record.append(more)
            size += len(more)
            quotes += more.count('"')
        cells = _cells(record, sign, strict=len(record) > 1)
        if cells is None or quotes % 2 or (len(record) > 1 and width and len(cells) != width):
            # the quote was no quote: take the first line alone, look at the others again
            pending.extendleft(reversed(record[1:]))
            alone = None if _open(record[0], sign) else _cells(record[:1], sign, strict=False)
            if alone is None or (width and len(alone) != width):
                yield Row(first, "a quotation mark is opened and not closed")
                continue
            cells, record = alone, record[:1]
        n += len(record) - 1
        # a line of one cell above the header does not say how wide the table is
        width = width or (len(cells) if len(cells) > 1 else 0)
        yield Row(first, cells)


def _cells(record: list[str], sign: str, strict: bool) -> list[str] | None:
    try:
        rows = list(csv.reader(iter(record), delimiter=sign, strict=strict))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else None


def _open(line: str, sign: str) -> bool:
    """Whether a line ends inside a quoted cell."""
    try:
        list(csv.reader([line.rstrip("\r\n")], delimiter=sign, strict=True))
    except csv.Error as e:
        return "unexpected end" in str(e)
    return False


def separator(text: str) -> str:
    """The character that parts the cells: the one that gives most rows the same number of cells, two or more; or ''."""
    best, sign = 0.0, ""
    for c in _SEPARATORS:
        rows = [r.cells for r in islice(rows_of(io.StringIO(text), c), 30) if isinstance(r.cells, list)]
        rows = rows[:-1] or rows  # the last one may be cut
        widths = Counter(len(r) for r in rows)
        if not widths:
            continue
        width, times = widths.most_common(1)[0]
        score = times / len(rows) * (1 - 1 / width)
        if width > 1 and score > best + 1e-9:
            best, sign = score, c
    return sign


def _refused(name: str, row: Row, unit: str) -> RefusedError:
    return RefusedError(name, str(row.cells), "correct the row", f"{unit} {row.line}")


def _cells_of(rows: Iterable[Row]) -> list[list[str]]:
    return [r.cells for r in rows if isinstance(r.cells, list)]


def unique(columns: list[str]) -> list[str]:
    """Column names, each once: nameless ones are numbered, a second bearer of a name gets a number."""
    seen: Counter[str] = Counter()
    out = []
    for i, c in enumerate(columns):
        name = c.strip().strip("\ufeff") or f"column {i + 1}"
        seen[name] += 1
        out.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return out

"""Workbooks (.xlsx, .xls, .ods): a row an article, as in any table; also web pages saved under the name .xls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.errors import RefusedError
from dateline.load.columns import Choose, Mapping, guess
from dateline.load.decode import decode
from dateline.load.formats import cells
from dateline.load.formats.table import Row, articles, headed
from dateline.load.source import Item, Raws


def read_sheet(item: Item, columns: Choose | None = None) -> Raws:
    """The rows of every sheet whose columns can be told; sheets without a text column are named."""
    empty = True
    for name, rows in sheets(item):
        if len(rows) < 2:
            continue
        empty = False
        for found in articles(item.name, iter(rows), columns, "row"):
            # what is said of a whole sheet names the sheet
            found.place = f"{name} {found.place}" if found.place else f"sheet {name}"
            yield found
    if empty:
        yield RefusedError(item.name, "the workbook holds no rows", "export it again with its header row")


def mapping_of(item: Item) -> list[Mapping]:
    """The guess for each sheet with rows, for a page that shows it."""
    out = []
    for name, rows in sheets(item):
        columns, sample = headed(iter(rows))
        if len(rows) > 1 and columns:
            first = [r.cells for r in sample if isinstance(r.cells, list)]
            out.append(replace(guess(columns, first), place=name))
    return out


def sheets(item: Item) -> Iterator[tuple[str, list[Row]]]:
    """Name and rows of each sheet."""
    data = item.bytes()
    if data.lstrip()[:1] == b"<":
        yield "table", _from_markup(decode(data))
        return
    try:
        for name, rows in cells.sheets(data):
            yield name, [Row(n, r) for n, r in enumerate(rows, 1) if any(r)]
    except cells.NotReadableError as e:
        raise RefusedError(item.name, f"the workbook {e}", "open it in a spreadsheet and save it again") from e


def _from_markup(markup: str) -> list[Row]:
    from dateline.load.clean.dom import tree_of

    tree = tree_of(markup)
    rows = [] if tree is None else list(tree.iter("tr"))
    found = [[" ".join(c.text_content().split()) for c in r if c.tag in ("td", "th")] for r in rows]
    return [Row(n, c) for n, c in enumerate(found, 1) if any(c)]

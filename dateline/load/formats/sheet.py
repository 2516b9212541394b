"""Workbooks (.xlsx, .xls, .ods): a row an article, as in any table; also web pages saved under the name .xls."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from dateline.errors import RefusedError
from dateline.load.columns import Choose, Mapping, guess
from dateline.load.decode import decode
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
            cells = [r.cells for r in sample if isinstance(r.cells, list)]
            out.append(replace(guess(columns, cells), place=name))
    return out


def sheets(item: Item) -> Iterator[tuple[str, list[Row]]]:
    """Name and rows of each sheet."""
    data = item.bytes()
    if data.lstrip()[:1] == b"<":
        yield "table", _from_markup(decode(data))
        return
    from python_calamine import CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        names = book.sheet_names
    except BaseException as e:  # its Rust core panics on some damaged files, and a panic is no Exception
        if isinstance(e, KeyboardInterrupt | SystemExit):
            raise
        what = "locked with a password" if "assword" in str(e) else "damaged or not a workbook"
        raise RefusedError(item.name, f"the workbook is {what}", "open it in a spreadsheet and save it again") from e
    for name in names:
        try:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        except BaseException as e:
            if isinstance(e, KeyboardInterrupt | SystemExit):
                raise
            raise RefusedError(item.name, f"sheet {name!r} is damaged", "save the workbook again") from e
        yield (
            name,
            [Row(n, [_plain(c) for c in r]) for n, r in enumerate(rows, 1) if any(c not in ("", None) for c in r)],
        )


def _plain(value: Any) -> str:
    if isinstance(value, dt.datetime):
        return value.isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _from_markup(markup: str) -> list[Row]:
    from dateline.load.clean.dom import tree_of

    tree = tree_of(markup)
    rows = [] if tree is None else list(tree.iter("tr"))
    cells = [[" ".join(c.text_content().split()) for c in r if c.tag in ("td", "th")] for r in rows]
    return [Row(n, c) for n, c in enumerate(cells, 1) if any(c)]

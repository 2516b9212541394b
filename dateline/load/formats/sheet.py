"""Workbooks (.xlsx, .xls, .ods): a row an article, as in any table; also web pages saved under the name .xls."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from dateline.errors import RefusedError
from dateline.load.columns import Choose, Mapping, guess
from dateline.load.decode import decode
from dateline.load.formats.table import Row, articles, unique
from dateline.load.source import Item, Raws


def read_sheet(item: Item, columns: Choose | None = None) -> Raws:
    """The rows of every sheet whose columns can be told; sheets without a text column are named."""
    refused: list[RefusedError] = []
    loaded = False
    for name, rows in sheets(item):
        if len(rows) < 2:
            continue
        for found in articles(item.name, iter(rows), columns, "row"):
            if isinstance(found, RefusedError):
                if found.place == "":
                    refused.append(found)
                    continue
                found.place = f"{name} {found.place}"
            else:
                found.place = f"{name} {found.place}"
                loaded = True
            yield found
    if not loaded:
        yield from refused[:1] or [
            RefusedError(item.name, "the workbook holds no rows", "export it again with its header row")
        ]


def mapping_of(item: Item) -> Mapping | None:
    """The guess for the first sheet with rows, for a page that shows it."""
    for _, rows in sheets(item):
        cells = [r.cells for r in rows[:200] if isinstance(r.cells, list)]
        if len(cells) > 1:
            return guess(unique(cells[0]), cells[1:])
    return None


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

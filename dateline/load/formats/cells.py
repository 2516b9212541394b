"""The cells of a workbook, as text. Also a script that reads a workbook from its input and writes its sheets as JSON.

The library makes a sheet one block from its first cell to its last: a file of a kilobyte with one cell in the farthest
corner asks for more memory than there is, and ends the process. Where such a cell cannot be told beforehand, the
workbook is read in a process of its own, with a limit.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

_PLACE = re.compile(rb"""<(?:\w+:)?c\b[^>]{0,1000}?\br=["']([A-Za-z]{1,7})(\d{1,10})["']""")
_SHEET = re.compile(r"xl/(?:work|chart|macro|dialog)?sheets/", re.I)
_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]{0,1000}?\br=["'](\d{1,10})["']""")
_CHUNK, _LONGEST = 1 << 20, 1200

Sheets = Iterator[tuple[str, list[list[str]]]]


class NotReadableError(Exception):
    """What is wrong with a workbook, in a few words."""


def sheets(data: bytes) -> Sheets:
    """Name and rows of each sheet. Raises NotReadableError."""
    from dateline import settings  # not at the top: the script does without the package

    size = _size(data)
    if size > settings.WORKBOOK_CELLS:
        raise NotReadableError(
            f"has a cell so far from the others that its sheet would fill the memory ({size:,} cells; the limit is "
            f"{settings.WORKBOOK_CELLS:,})"
        )
    yield from _read(data) if size >= 0 else _apart(data)


def _size(data: bytes) -> int:
    """Cells from the first to the last of the largest sheet of an .xlsx file; -1 for other kinds of workbooks."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as z:
            names = [n for n in z.namelist() if _SHEET.match(n) and not n.endswith(".rels")]
            if not names or not all(n.endswith(".xml") for n in names):
                return -1
            return max(_span(z, n) for n in names)
    except Exception:  # zipfile and zlib raise a dozen kinds on damaged archives
        return -1


def _span(z: zipfile.ZipFile, name: str) -> int:
    rows = columns = 0
    rest = b""
    with z.open(name) as f:
        while chunk := f.read(_CHUNK):
            text = rest + chunk
            for column, row in _PLACE.findall(text):
                rows = max(rows, int(row))
                if len(column) > 1 or column not in (b"A", b"a"):
                    columns = max(columns, _number(column))
            rows = max(rows, max(map(int, _ROW.findall(text)), default=0))
            rest = text[-_LONGEST:]
    return rows * max(columns, 1)


def _number(letters: bytes) -> int:
    n = 0
    for c in letters.upper():
        n = n * 26 + c - 64
    return n


def _read(data: bytes) -> Sheets:
    from python_calamine import CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        names = book.sheet_names
    except BaseException as e:  # its Rust core panics on some damaged files, and a panic is no Exception
        if isinstance(e, KeyboardInterrupt | SystemExit):
            raise
        raise NotReadableError("is locked with a password" if "assword" in str(e) else _DAMAGED) from e
    for name in names:
        try:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        except BaseException as e:
            if isinstance(e, KeyboardInterrupt | SystemExit):
                raise
            raise NotReadableError(f"is damaged in its sheet {name!r}") from e
        yield name, [[_plain(c) for c in r] for r in rows]


_DAMAGED = "is damaged or no workbook"


def _plain(value: Any) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _apart(data: bytes) -> Sheets:
    """The sheets as a process of its own reads them."""
    from dateline import settings

    command = [sys.executable, "-P", __file__, str(settings.WORKBOOK_MEMORY)]
    limit = settings.WORKBOOK_SECONDS
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired as e:
        raise NotReadableError(f"takes more than {limit:.0f} seconds to read") from e
    for line in done.stdout.splitlines():
        found = json.loads(line)
        if isinstance(found, str):
            raise NotReadableError(found)
        yield found[0], found[1]
    if done.returncode:
        raise NotReadableError("is damaged, or needs more memory than there is")


def main() -> None:
    """Read a workbook from standard input; write a sheet a line, or what is wrong. The argument is bytes of memory."""
    try:
        import resource

        most = int(sys.argv[1])
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    except (ImportError, ValueError, OSError):  # no such limit on this system
        pass
    write = sys.stdout.buffer.write
    try:
        for name, rows in _read(sys.stdin.buffer.read()):
            write(json.dumps([name, rows]).encode() + b"\n")
    except NotReadableError as e:
        write(json.dumps(str(e)).encode() + b"\n")


if __name__ == "__main__":
    main()

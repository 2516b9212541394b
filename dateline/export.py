"""A table as a file: CSV, Excel or JSON Lines, with the view it came from written in it.

Cells of text are never formulas: a spreadsheet must not run what an article says. CSV cells that a spreadsheet would
take for a formula get an apostrophe in front; Excel cells are written as text.
"""

from __future__ import annotations

import io
import json

import pandas as pd

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(frame: pd.DataFrame, view: str) -> bytes:
    """UTF-8 with BOM (for Excel); the first line is a comment that starts with # and says the view."""
    safe = frame.copy()
    for name in safe.columns:
        if not pd.api.types.is_numeric_dtype(safe[name]):
            safe[name] = [_tame(v) for v in safe[name]]
    said = "; ".join(" ".join(line.split()) for line in view.split("\n") if line.strip())
    head = f"# {said}\r\n"
    return ("\ufeff" + head + safe.to_csv(index=False, lineterminator="\r\n")).encode()


def to_excel(frame: pd.DataFrame, view: str) -> bytes:
    """A workbook with the sheets Table and View; cells over 32,767 characters are cut, as Excel holds no more."""
    out = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with pd.ExcelWriter(out, engine="xlsxwriter", engine_kwargs={"options": options}) as book:
        cells = frame.map(
            lambda v: v[:32_767] if isinstance(v, str) else "; ".join(v) if isinstance(v, list | tuple) else v
        )
        cells.to_excel(book, sheet_name="Table", index=False)
        pd.DataFrame({"This table shows": view.split("\n")}).to_excel(book, sheet_name="View", index=False)
        book.sheets["Table"].freeze_panes(1, 0)
        book.sheets["View"].set_column(0, 0, 100)
    return out.getvalue()


def to_jsonl(frame: pd.DataFrame, view: str) -> bytes:
    """One object a row; the first line is {"view": …}."""
    rows = json.loads(frame.to_json(orient="records", date_format="iso", force_ascii=False))
    lines = [{"view": view}, *rows]
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in lines).encode()


def _tame(value: object) -> object:
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    return "'" + value if isinstance(value, str) and value.startswith(_FORMULA) else value

"""Saved tables: the view stands in the file, and no cell can run."""

import io
import json

import pandas as pd
import pytest

from dateline import export

FRAME = pd.DataFrame(
    {
        "words": ["plain", "=1+1", "+44 20", "-5 °C", "@home", 'with "quotes", and\nlines', "ünï"],
        "n": [1, -2, 3, 4, 5, 6, 7],
        "names": [["a", "b"], [], ["=x"], [], [], [], []],
    }
)
VIEW = "Pile “X”\nOutlets: Post"


def test_csv_reads_back_and_is_tame():
    text = export.to_csv(FRAME, VIEW).decode("utf-8-sig")
    assert text.splitlines()[0] == "# Pile “X”; Outlets: Post"
    back = pd.read_csv(io.StringIO(text), comment="#")
    assert list(back.words) == ["plain", "'=1+1", "'+44 20", "'-5 °C", "'@home", 'with "quotes", and\nlines', "ünï"]
    assert list(back.n) == list(FRAME.n)
    assert back.names[0] == "a; b"


def test_excel_holds_text_not_formulas():
    openpyxl = pytest.importorskip("python_calamine")
    book = openpyxl.CalamineWorkbook.from_filelike(io.BytesIO(export.to_excel(FRAME, VIEW)))
    rows = book.get_sheet_by_name("Table").to_python()
    assert rows[0] == ["words", "n", "names"]
    assert rows[2][0] == "=1+1"
    assert book.get_sheet_by_name("View").to_python()[1] == ["Pile “X”"]


def test_jsonl_says_the_view_first():
    lines = [json.loads(x) for x in export.to_jsonl(FRAME, VIEW).decode().splitlines()]
    assert lines[0] == {"view": VIEW}
    assert lines[1] == {"words": "plain", "n": 1, "names": ["a", "b"]}
    assert len(lines) == len(FRAME) + 1

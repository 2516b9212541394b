"""Imports point one way, and showing a page imports nothing heavy."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LAYERS = [  # each may import what stands in its own row and above
    {"errors", "settings"},
    {"schema"},
    {"contract", "load", "annotate", "cite", "export"},
    {"amend", "ledger", "shelf", "corrections", "checks"},
    {"resolve"},
    {"store"},
    {"build", "piles"},
    {"headings"},
    {"work", "adopt"},
    {"corpus"},
    {"lens", "search"},
    {"marks", "counts"},
    {"worker"},
    {"figures"},
    {"web"},
]
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}


def modules():
    return sorted((ROOT / "dateline").rglob("*.py"))


def imported(path):
    """Names of Dateline's own parts that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            if node.module == "dateline":
                yield from (a.name for a in node.names)
            elif node.module.startswith("dateline."):
                yield node.module.split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (a.name.split(".")[1] for a in node.names if a.name.startswith("dateline."))


def part(path):
    return path.relative_to(ROOT / "dateline").parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_one_way(path):
    here = part(path)
    if here in ("__init__", "__main__"):
        return
    assert here in RANK, f"say in LAYERS where {here} stands"
    upward = [name for name in imported(path) if RANK.get(name, 0) > RANK[here]]
    assert not upward, f"{here} may not import {upward}"


def test_streamlit_stays_in_web():
    users = {part(p) for p in modules() if "import streamlit" in (t := p.read_text("utf-8")) or "from streamlit" in t}
    assert users == {"web"}


def test_nothing_heavy_is_imported_to_show_a_page():
    code = "import sys, dateline.web.frame; print(*sys.modules)"
    names = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    ).stdout.split()
    heavy = {"spacy", "sklearn", "scipy", "trafilatura", "matplotlib", "wordcloud", "thinc"} & set(names)
    assert not heavy

"""Pages run without a browser: Streamlit's AppTest on the demonstration pile, one of one article and an empty one."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def opened(demo_home: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Opens a page as a link to it would: ``opened("quotes", pile="one", kind=["direct"])``; fails on any exception."""
    monkeypatch.setenv("DATELINE_HOME", str(demo_home))

    def open_(page: str, pile: str = "demo", **params: str | list[str]) -> AppTest:
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for name, value in {"pile": pile, **params}.items():
            at.query_params[name] = value
        at.switch_page(f"pages/{page}.py")
        at.run()
        assert not at.exception, at.exception
        return at

    return open_


def words(at: AppTest) -> str:
    """What a page says in its own elements, the sidebar left out; text inside components is not among it."""
    kinds = ("title", "subheader", "markdown", "caption", "info", "warning", "error", "success", "text")
    said = "\n".join(str(e.value) for kind in kinds for e in getattr(at.main, kind))
    # markdown's escapes are not part of what a reader sees
    return re.sub(r"\\([^\w\s])", r"\1", said)

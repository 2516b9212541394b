"""The app without a browser: a page with query parameters, run once."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.conftest import ROOT


def opened(page: str, **params: str | list[str]) -> AppTest:
    """A page of the app under query parameters; it has run once."""
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    at.switch_page(f"pages/{page}.py")
    for name, value in params.items():
        at.query_params["from" if name == "since" else name] = value
    return at.run()


def words(at: AppTest) -> str:
    """Everything the page says in elements of text."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error", "success", "code")
    return "\n".join(str(e.value) for kind in kinds for e in getattr(at, kind))

"""Take the pictures of the README from the running app on the demonstration pile.

    python docs/screenshots.py [--all FOLDER]

Needs what `make test` installs (a Chromium). Without ``--all`` it writes docs/*.png; with it, every page, light and
dark, at 1440 and 390 pixels, into FOLDER, to be looked at after a change.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.conftest import demo_piles  # noqa: E402
from tests.e2e import browser as chromium  # noqa: E402
from tests.e2e.conftest import go, serving  # noqa: E402

README = {
    "timelines.png": "timelines?pile=demo",
    "quotes.png": "quotes?pile=demo&speaker=livia-tessaro",
}
PAGES = [
    "", "timelines", "timelines?clock=happened", "entity?id=livia-tessaro", "quotes", "quotes?view=speakers",
    "quotes?view=who+quotes+whom", "quotes?view=repeated", "quotes?view=check+these", "topics", "topics?open=0",
    "topics?view=over+time", "topics?view=map", "topics?view=stories", "compare", "compare?by=date",
    "compare?by=outlet", "search", "search?q=gate+AND+flood", "search?q=gate&view=in+context",
    "search?q=gate+OR+flood&view=over+time", "search?view=list+of+names", "read", "load", "load?view=report",
    "load?view=articles", "load?view=piles", "corrections", "corrections?view=all+names", "corrections?view=history",
]  # fmt: skip
_TALLEST = 6000


def main() -> None:
    """Build the pile, start the app, take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", type=Path, metavar="FOLDER")
    folder = parser.parse_args().all
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as play:
        home = Path(scratch)
        os.environ["DATELINE_HOME"] = scratch
        demo_piles()
        chrome = play.chromium.launch(executable_path=chromium.executable() or None, args=chromium.ARGUMENTS)
        with serving(home, home / "log") as address:
            if folder is None:
                for name, path in README.items():
                    _take(chrome, f"{address}/{path}", ROOT / "docs" / name, 1440, dark=False, height=900)
            else:
                folder.mkdir(parents=True, exist_ok=True)
                for dark, width in ((False, 1440), (True, 1440), (False, 390), (True, 390)):
                    for path in PAGES:
                        name = f"{_word(path)}-{width}-{'dark' if dark else 'light'}.png"
                        _take(chrome, f"{address}/{path}", folder / name, width, dark)
        chrome.close()


def _word(path: str) -> str:
    return "".join(c if c.isalnum() else "-" for c in path) or "front"


def _take(chrome: Browser, address: str, to: Path, width: int, dark: bool, height: int = 0) -> None:
    """A picture of the page; of all of it unless a height is given."""
    context = chrome.new_context(
        viewport={"width": width, "height": height or 900}, color_scheme="dark" if dark else "light"
    )
    page = context.new_page()
    page.set_default_timeout(60_000)
    go(page, address)
    if not height:
        tall = page.locator('[data-testid="stMain"]').evaluate("e => e.scrollHeight")
        page.set_viewport_size({"width": width, "height": max(900, min(tall, _TALLEST))})
    _still(page)
    page.screenshot(path=to)
    print(to)
    context.close()


def _still(page: Page) -> None:
    """Charts are drawn anew after a change of size."""
    page.wait_for_timeout(1_500)


if __name__ == "__main__":
    main()

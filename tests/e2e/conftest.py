"""A running server on the demonstration pile and a headless Chromium to drive it.

Without a Chromium these tests are skipped, except under CI, where that is a failure.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from . import browser as chromium

ROOT = Path(__file__).parents[2]
PROBES = ("_stcore/health", "_stcore/host-config")
"""Streamlit's front end looks for its server below the page's path first; the 404 is its way of learning."""


@contextmanager
def serving(home: Path, log: Path) -> Iterator[str]:
    """The address of a fresh server whose piles lie in ``home``."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", str(port)]
    command += ["--server.address", "127.0.0.1", "--server.headless", "true"]
    with log.open("wb") as out:
        # from another folder: the app must work from anywhere
        process = subprocess.Popen(
            command, stdout=out, stderr=out, cwd=home, env={**os.environ, "DATELINE_HOME": str(home)}
        )
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait(address: str, process: subprocess.Popen, log: Path) -> None:
    for _ in range(120):
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(address, timeout=2)
            return
        except OSError:
            time.sleep(0.25)
    pytest.fail(f"the server did not start:\n{log.read_text(errors='replace')[-2000:]}")


@pytest.fixture(scope="session")
def server(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a server on the demonstration pile, for tests that do not change it."""
    with serving(demo_home, tmp_path_factory.mktemp("server") / "log") as address:
        yield address


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    """A headless Chromium."""
    path = chromium.executable()
    if path is None:
        message = "no Chromium here: python tests/e2e/browser.py --install"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    with sync_playwright() as p:
        found = p.chromium.launch(executable_path=path or None, args=chromium.ARGUMENTS)
        yield found
        found.close()


@pytest.fixture
def fresh(chrome: Browser) -> Iterator[Callable[..., Page]]:
    """Makes fresh browsers (no cookies, no storage); a console error in any of them fails the test."""
    contexts, errors = [], []

    def make(width: int = 1440, height: int = 900, dark: bool = False) -> Page:
        context = chrome.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
        )
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.set_default_timeout(60_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: errors.append(m.text) if m.type == "error" and "404" not in m.text else None)
        page.on("pageerror", lambda e: errors.append(str(e)))
        page.on("response", lambda r: errors.append(f"{r.status} {r.url}") if _bad(r.status, r.url) else None)
        page.on("requestfailed", lambda r: errors.append(f"failed {r.url}") if "127.0.0.1" not in r.url else None)
        return page

    yield make
    for context in contexts:
        context.close()
    assert not errors, f"errors in the browser's console: {errors[:5]}"


def _bad(status: int, address: str) -> bool:
    return status >= 400 and not address.endswith(PROBES)


@pytest.fixture
def page(fresh: Callable[..., Page]) -> Page:
    """One fresh browser, 1440 pixels wide, light."""
    return fresh()


def settle(page: Page) -> None:
    """Wait until the app has finished its run and drawn."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    page.wait_for_timeout(350)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')


def go(page: Page, address: str) -> None:
    """Open an address and wait for the page."""
    page.goto(address)
    page.wait_for_selector("h1")
    # Streamlit fetches the code of an element when it first meets one
    page.locator(".st-key-menu a").last.wait_for()
    settle(page)


def until(page: Page, holds: Callable[[], bool], seconds: float = 15) -> bool:
    """Wait until something holds on the page; whether it came to hold."""
    for _ in range(int(seconds * 4)):
        if holds():
            return True
        page.wait_for_timeout(250)
    return False


def main(page: Page) -> str:
    """The words of the page, without the sidebar."""
    return page.locator('[data-testid="stMain"]').inner_text()


def mark(page: Page, chart: str, curve: int, point: int) -> tuple[float, float]:
    """Where on the page a point of a chart stands, in pixels; ``chart`` is the key of its element."""
    plot = page.locator(f".st-key-{chart} .js-plotly-plot")
    plot.locator(".main-svg").first.wait_for()
    plot.scroll_into_view_if_needed()
    place = plot.evaluate(
        """(gd, [curve, point]) => {
            // calculated places, not the data: a marker of a period stands in its middle
            const { xaxis, yaxis } = gd._fullLayout, at = gd.calcdata[curve][point], box = gd.getBoundingClientRect();
            // a bar is clicked inside, not on its edge
            const y = gd._fullData[curve].type === "bar" ? (at.b + at.y) / 2 : at.y;
            return [box.x + xaxis._offset + xaxis.c2p(at.x), box.y + yaxis._offset + yaxis.c2p(y)];
        }""",
        [curve, point],
    )
    return place[0], place[1]


def click_mark(page: Page, chart: str, curve: int, point: int) -> None:
    """Click a point of a chart and wait for what it does."""
    page.mouse.move(*mark(page, chart, curve, point))
    page.wait_for_timeout(200)
    page.mouse.click(*mark(page, chart, curve, point))
    page.wait_for_timeout(500)
    settle(page)

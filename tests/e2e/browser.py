"""Which Chromium the browser tests drive, and how to get one: ``python tests/e2e/browser.py --install``.

Debian's package where apt can install it, else the one that Playwright brings.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def executable() -> str | None:
    """Path of a Chromium, '' for the one that Playwright brought, None when there is none."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    try:
        from playwright.sync_api import sync_playwright

        with sync_playwright() as p:
            return "" if Path(p.chromium.executable_path).exists() else None
    except Exception:
        return None


def install() -> int:
    """Get a Chromium; returns an exit code."""
    if executable() is not None:
        return 0
    root = [] if os.name != "posix" or os.geteuid() == 0 else ["sudo", "-n"]
    if shutil.which("apt-get") and (not root or shutil.which("sudo")):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([*root, "apt-get", "update", "-qq"], env=environment, check=False)
        subprocess.run([*root, "apt-get", "install", "-y", "-qq", "chromium"], env=environment, check=False)
    if executable() is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if executable() is None:
        print("No Chromium could be installed: install one by hand; without it the browser tests are skipped.")
        return 1 if os.environ.get("CI") else 0
    return 0


if __name__ == "__main__":
    sys.exit(install() if "--install" in sys.argv else 0)

"""Piles: the folders in which Dateline keeps what it was given and what it made of it.

    <home>/piles/<id>/
        pile.json           name, when it was made, a note
        inbox/              files handed in and not loaded yet
        state/              topics as they were fitted (dateline.resolve.topics)
        ledger.sqlite       articles, report, records (dateline.ledger)
        amendments.sqlite   what readers put right on articles (dateline.amend)
        topics.sqlite       what readers changed about topics (dateline.corrections.topics)
        marks.sqlite        tags, stars, read, notes (dateline.marks); corrections.sqlite (dateline.corrections)
        checks.sqlite       quotations found right or wrong (dateline.checks)
        lists/              lists of names that readers looked up (dateline.search.lists)
        frames/000007/      the frames of a version; current.json names the version that is shown
        progress.json       how far the build is

The home is the platform's data folder, or ``DATELINE_HOME``. A version's folder is complete before ``current.json``
names it, so that a killed build leaves the old version in place.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import platformdirs

from dateline import settings, store
from dateline.errors import PileNotFoundError, StoreError


@dataclass(frozen=True, slots=True)
class Pile:
    """One pile: its id (folder name, stands in links), its name, and its folder."""

    id: str
    name: str
    folder: Path
    created: str = ""
    note: str = ""

    @property
    def inbox(self) -> Path:
        """Folder of files handed in and not loaded yet."""
        return self.folder / "inbox"

    @property
    def ledger(self) -> Path:
        """The ledger's SQLite file."""
        return self.folder / "ledger.sqlite"

    @property
    def amendments(self) -> Path:
        """The SQLite file of what readers put right on articles."""
        return self.folder / "amendments.sqlite"

    @property
    def corrections(self) -> Path:
        """The SQLite file of corrections of names and speakers."""
        return self.folder / "corrections.sqlite"

    @property
    def topics(self) -> Path:
        """The SQLite file of what readers changed about topics."""
        return self.folder / "topics.sqlite"

    @property
    def marks(self) -> Path:
        """The SQLite file of tags, stars, read and notes."""
        return self.folder / "marks.sqlite"

    @property
    def checks(self) -> Path:
        """The SQLite file of what readers found right or wrong in quotations."""
        return self.folder / "checks.sqlite"

    @property
    def lists(self) -> Path:
        """Folder of lists of names that readers looked up."""
        return self.folder / "lists"

    @property
    def state(self) -> Path:
        """Folder of what keeps topics where they are from one version to the next."""
        return self.folder / "state"

    @property
    def progress(self) -> Path:
        """The file that says how far the build is."""
        return self.folder / "progress.json"

    @property
    def version(self) -> int:
        """Number of the version that is shown, 0 when there is none yet."""
        try:
            return int(json.loads((self.folder / "current.json").read_text(encoding="utf-8"))["version"])
        except (OSError, ValueError, KeyError, TypeError):
            return 0

    def frames(self, version: int) -> Path:
        """Folder of a version's frames."""
        return self.folder / "frames" / f"{version:06}"

    def publish(
        self,
        frames: dict[str, pd.DataFrame],
        manifest: dict[str, Any],
        beside: Callable[[Path, dict[str, pd.DataFrame]], None] | None = None,
    ) -> int:
        """Write a new version and show it; returns its number. Versions that nobody shows any more are removed.

        ``beside`` puts further files into the version's folder (a search index) before it is shown.
        """
        number = max([self.version, *self._versions()]) + 1
        store.write(self.frames(number), frames, manifest)
        if beside:
            beside(self.frames(number), frames)
        write_json(self.folder / "current.json", {"version": number})
        for old in sorted(self._versions())[: -settings.KEEP_VERSIONS]:
            shutil.rmtree(self.frames(old), ignore_errors=True)
        return number

    def _versions(self) -> list[int]:
        folder = self.folder / "frames"
        return [int(p.name) for p in folder.iterdir() if p.name.isdigit()] if folder.is_dir() else []

    def size(self) -> int:
        """Bytes on disk."""
        return sum(p.stat().st_size for p in self.folder.rglob("*") if p.is_file())

    def rename(self, name: str) -> Pile:
        """The pile under another name; its id and its links stay."""
        return _write(Pile(self.id, _named(name), self.folder, self.created, self.note))

    def delete(self) -> None:
        """Remove the pile and all that readers noted in it."""
        # out of sight first: a removal that is cut short must not leave half a pile to be opened
        grave = self.folder.with_name(f".{self.id}.deleted")
        shutil.rmtree(grave, ignore_errors=True)
        self.folder.rename(grave)
        shutil.rmtree(grave, ignore_errors=True)


def home() -> Path:
    """The folder that holds everything: ``DATELINE_HOME``, else the platform's data folder."""
    given = os.environ.get("DATELINE_HOME", "")
    return Path(given).expanduser() if given else Path(platformdirs.user_data_dir("dateline", appauthor=False))


def create(name: str, id_: str = "", note: str = "") -> Pile:
    """A new, empty pile. Its id is made from the name, with a number where that is taken."""
    name = _named(name)
    root = home() / "piles"
    wanted = id_ or _slug(name)
    for n in range(1, 10_000):
        folder = root / (wanted if n == 1 else f"{wanted}-{n}")
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            continue
        except OSError as e:
            raise StoreError(f"{root} cannot be written ({e.strerror}): set DATELINE_HOME to another folder") from e
        return _write(Pile(folder.name, name, folder, datetime.now(UTC).isoformat(timespec="seconds"), note))
    raise StoreError(f"there are too many piles named {name!r}: choose another name")


def piles() -> list[Pile]:
    """All piles, by name."""
    return sorted(_all(), key=lambda p: (p.name.casefold(), p.id))


def get(id_: str) -> Pile:
    """The pile of an id; raises PileNotFoundError. The id is compared with those there are, never made a path."""
    for pile in _all():
        if pile.id == id_:
            return pile
    raise PileNotFoundError(f"there is no pile “{id_[:40]}” here: it was deleted, or the link is of another computer")


def write_json(path: Path, data: dict[str, Any]) -> None:
    """Write a small JSON file so that a reader sees the old one or the new one, never half."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    temporary.replace(path)


def _all() -> Iterator[Pile]:
    root = home() / "piles"
    for folder in root.iterdir() if root.is_dir() else ():
        try:
            data = json.loads((folder / "pile.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        if not folder.name.startswith("."):
            yield Pile(
                folder.name, str(data.get("name", folder.name)), folder, data.get("created", ""), data.get("note", "")
            )


def _write(pile: Pile) -> Pile:
    write_json(pile.folder / "pile.json", {"name": pile.name, "created": pile.created, "note": pile.note})
    return pile


def _named(name: str) -> str:
    return " ".join(name.split())[:80] or "Untitled"


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40] or "pile"

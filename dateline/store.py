"""Frames on disk: a folder of Parquet files with a manifest, written so that a killed write leaves the old ones intact.

A frames folder is replaced in three steps: everything is written to ``.next/`` inside it, ``.next/complete`` is made,
then each file is moved into place. ``read`` and ``write`` first finish a move that was cut short after ``complete`` was
made, and drop a ``.next/`` without it: a reader sees all of the old frames or all of the new ones.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pandas as pd

from dateline import schema
from dateline.errors import StoreError

Frames = dict[str, pd.DataFrame]
"""The frames of a pile by name."""

MANIFEST = "manifest.json"
_NEXT, _COMPLETE = ".next", "complete"


def write(folder: Path, frames: Frames, manifest: dict[str, Any]) -> None:
    """Write frames (each as ``<name>.parquet``) and the manifest into the folder, replacing what is there."""
    folder.mkdir(parents=True, exist_ok=True)
    _settle(folder)
    staged = folder / _NEXT
    staged.mkdir()
    for name, frame in frames.items():
        frame.to_parquet(staged / f"{name}.parquet", index=False, compression="zstd")
    (staged / MANIFEST).write_text(json.dumps(manifest, indent=1, ensure_ascii=False), encoding="utf-8")
    for path in staged.iterdir():
        _flush(path)
    (staged / _COMPLETE).touch()
    _flush(staged / _COMPLETE)
    _settle(folder)


def read(folder: Path) -> tuple[Frames, dict[str, Any]]:
    """The frames of a folder and its manifest. A frame that an older version did not write is empty.

    Raises StoreError where the folder holds no frames or was written by a newer version of the contract.
    """
    _settle(folder)
    manifest = read_manifest(folder)
    out: Frames = {}
    for name in schema.FRAMES:
        path = folder / f"{name}.parquet"
        try:
            out[name] = schema.conform(name, pd.read_parquet(path)) if path.exists() else schema.empty(name)
        except (OSError, ValueError) as e:
            raise StoreError(f"{path} cannot be read ({e}): annotate the articles again to make it anew") from e
    return out, manifest


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a frames folder; raises StoreError where there is none or it is of a newer contract."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as e:
        raise StoreError(f"{folder} holds no frames of Dateline: make them with `python -m dateline annotate`") from e
    if manifest.get("versions", {}).get("frames", 0) > schema.VERSION:
        raise StoreError(f"{folder} was written by a newer Dateline: update this one")
    return manifest


def _settle(folder: Path) -> None:
    """Finish a move that was cut short, drop an unfinished write."""
    staged = folder / _NEXT
    if not staged.exists():
        return
    if (staged / _COMPLETE).exists():
        # the manifest last: a folder whose manifest is new is new as a whole
        for path in sorted(staged.iterdir(), key=lambda p: p.name == MANIFEST):
            if path.name != _COMPLETE:
                path.replace(folder / path.name)
    shutil.rmtree(staged)


def _flush(path: Path) -> None:
    with path.open("rb") as f:
        os.fsync(f.fileno())

"""State: a model on disk, one ``topics.npz`` in the pile's state folder, replaced atomically.

The file holds arrays and one JSON text, never pickled objects: opening it runs nothing.
"""

from __future__ import annotations

import json
import os
import zipfile
import zlib
from dataclasses import asdict
from pathlib import Path

import numpy as np
from scipy import sparse

from dateline.errors import StoreError
from dateline.resolve.topics.model import Leaf, Model
from dateline.resolve.topics.weigh import Space

FILE = "topics.npz"
_VERSION = 1


def save(model: Model, folder: Path) -> None:
    """Write the model into the folder; a reader of the folder sees the old one or the new one."""
    folder.mkdir(parents=True, exist_ok=True)
    centres = model.centres.tocsr()
    said = {
        "version": _VERSION,
        "leaves": [asdict(x) for x in model.leaves],
        "themes": {str(k): v for k, v in model.themes.items()},
        "floor": model.floor,
        "fitted": model.fitted,
        "wanted": model.wanted,
        "edits": list(model.edits),
    }
    temporary = folder / f".{FILE}.{os.getpid()}"
    with temporary.open("wb") as f:
        np.savez_compressed(
            f,
            said=_bytes(json.dumps(said, ensure_ascii=False)),
            surfaces=_bytes("\n".join(model.space.surfaces)),
            shown=_bytes("\n".join(model.space.shown)),
            column=model.space.column,
            idf=model.space.idf,
            data=centres.data,
            indices=centres.indices,
            indptr=centres.indptr,
        )
    temporary.replace(folder / FILE)


def load(folder: Path) -> Model | None:
    """The model of a folder, None where there is none. Raises StoreError where the file cannot be used."""
    path = folder / FILE
    if not path.exists():
        return None
    try:
        with np.load(path, allow_pickle=False) as f:
            said = json.loads(_text(f["said"]))
            space = Space(_lines(f["surfaces"]), f["column"], _lines(f["shown"]), f["idf"])
            parts = f["data"], f["indices"], f["indptr"]
        if said["version"] != _VERSION:
            raise ValueError(f"it is of version {said['version']}, this Dateline reads version {_VERSION}")
        leaves = tuple(Leaf(**(x | {"terms": tuple(x["terms"])})) for x in said["leaves"])
        centres = sparse.csr_matrix(parts, shape=(len(leaves), len(space.idf)))
        themes = {int(k): v for k, v in said["themes"].items()}
        return Model(
            space, leaves, centres, themes, said["floor"], said["fitted"], said["wanted"], tuple(said["edits"])
        )
    except (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile, zlib.error) as e:
        raise StoreError(f"{path} cannot be read ({e}): delete it, and the topics are made anew") from e


def _bytes(text: str) -> np.ndarray:
    return np.frombuffer(text.encode("utf-8", "surrogatepass"), np.uint8)


def _text(array: np.ndarray) -> str:
    return array.tobytes().decode("utf-8", "surrogatepass")


def _lines(array: np.ndarray) -> list[str]:
    text = _text(array)
    return text.split("\n") if text else []

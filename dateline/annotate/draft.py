"""What annotation is given and the way it reads: plain data, so that whoever hands work on need not load spaCy."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Draft(NamedTuple):
    """What annotation reads of an article. The title is context (a full name may stand only there)."""

    text: str
    title: str = ""
    language: str = "en"


@cache
def version(model_label: str) -> str:
    """The way articles are read: a digest of the code in this folder and the model. Other records are redone."""
    h = hashlib.blake2b(digest_size=6)
    for path in sorted(Path(__file__).parent.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            h.update(path.read_bytes())
    return f"{h.hexdigest()}:{model_label}"

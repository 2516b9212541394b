"""The names of an article. (Being written: for now the model's own entities, one chain a string.)"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate.record import Name
from dateline.schema import LABELS

if TYPE_CHECKING:
    from spacy.tokens import Doc


def names_of(doc: Doc) -> list[Name]:
    """Names in reading order."""
    chains: dict[str, int] = {}
    return [
        Name(e.start_char, e.end_char, e.label_, chains.setdefault(e.text, len(chains)))
        for e in doc.ents
        if e.label_ in LABELS
    ]

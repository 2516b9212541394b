"""What a reader's word about a quotation refers to: found again when the pile is made anew and numbers have changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation by its id, its article, and its words (all pieces)."""

    id: str
    article: str
    text: str

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Quotation:
        """The quotation that ``asdict`` wrote."""
        return cls(str(data["id"]), str(data["article"]), str(data["text"]))

    @property
    def words(self) -> tuple[str, ...]:
        """Its words without case and marks: bounds that a better version draws otherwise make no other quotation."""
        return tuple(_WORD.findall(self.text.casefold()))


def same(wanted: Quotation, among: Iterable[Quotation], exact: bool = False) -> str:
    """The id of the quotation meant, among those of its article (others may stand among them); '' where it is gone.

    The one with the same words; unless ``exact``, else the one that shares most of them: at least 80 % of the longer's,
    counted as a bag.
    """
    mine = wanted.words
    best: tuple[float, str] = (0.0, "")
    for q in among:
        if q.article != wanted.article:
            continue
        words = q.words
        if words == mine:
            if q.id == wanted.id:
                return q.id
            share = 1.0
        else:
            share = 0.0 if exact else _shared(mine, words)
        if share >= _ALIKE and (share, q.id == wanted.id) > (best[0], best[1] == wanted.id):
            best = (share, q.id)
    return best[1]


def _shared(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    left = list(b)
    both = 0
    for word in a:
        if word in left:
            left.remove(word)
            both += 1
    return both / max(len(a), len(b), 1)

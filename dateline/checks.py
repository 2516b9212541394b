"""What readers found right or wrong when they checked quotations, kept beside the pile.

A mark says whether the words of a quotation, or its speaker, are right as they were found. Marks hang on article, words
and speaker: where a later version finds other words or another speaker, the mark no longer speaks of it. Every mark is
an entry of an append-only log in SQLite, so that two readers marking at once lose nothing; the last one of a quotation
and part holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from dateline.corrections.log import Entry, Log
from dateline.corrections.quotation import Quotation

PARTS = ("content", "speaker")
_KIND = "check"


@dataclass(frozen=True, slots=True)
class Check:
    """What holds for one quotation: are words and speaker right? None where nobody has said."""

    content: bool | None = None
    speaker: bool | None = None


class CheckBook:
    """The marks of one pile."""

    def __init__(self, path: Path) -> None:
        self.log = Log(path)

    def close(self) -> None:
        """Close the file."""
        self.log.close()

    @property
    def version(self) -> int:
        """A number that changes with every mark, by anyone."""
        return self.log.version

    def mark(self, quotation: Quotation, who: str, parts: Mapping[str, bool | None], by: str = "") -> None:
        """Mark parts (of ``PARTS``) of a quotation right or wrong; None lifts the mark. ``who`` is the speaker as
        found: the entity's id, else the words of the text."""
        chosen = {part: right for part, right in parts.items() if part in PARTS}
        if chosen:
            self.log.add(_KIND, {"quotation": asdict(quotation), "who": who, "parts": chosen}, by)

    def undo(self, by: str = "") -> bool:
        """Take the last mark of a visitor back; whether there was one."""
        return self.log.undo(0, [_KIND], by) is not None

    def held(
        self, find: Callable[[Quotation], tuple[str, str]], went: Mapping[str, str] | None = None
    ) -> dict[str, Check]:
        """Quote id → what holds, for the quotations that this pile has.

        ``find`` gives the id that a quotation has now, and its speaker as found now; '' for the id where it is gone.
        ``went``: old entity id → the id it has now, for names that readers merged.
        """
        last: dict[tuple, Entry] = {}
        for e in self.log.entries([_KIND]):
            if not e.undone:
                q = Quotation.from_dict(e.data["quotation"])
                last |= dict.fromkeys(((q.article, q.words, part) for part in e.data["parts"]), e)
        where: dict[Quotation, tuple[str, str]] = {}
        found: dict[str, dict[str, bool]] = {}
        for (_, _, part), e in last.items():
            q = Quotation.from_dict(e.data["quotation"])
            if q not in where:
                where[q] = find(q)
            quote_id, who = where[q]
            right = e.data["parts"][part]
            was = (went or {}).get(e.data["who"], e.data["who"])
            if quote_id and right is not None and (part == "content" or who == was):
                found.setdefault(quote_id, {})[part] = bool(right)
        return {i: Check(**parts) for i, parts in found.items()}

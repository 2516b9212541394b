"""Who said a quotation, where a reader knows better: kept in the log of corrections, one entry a decision.

    speakers = Speakers(corrections.log)
    speakers.put_right(Quotation("a1-q0", "a1", "We will rebuild"), Thing.of(row))   # None: nobody with a name
    speakers.take_back(quotation)

Decisions hang on article and words (``Quotation``) and on a name (``Thing``), so that they hold when the pile is made
anew. The last decision about a quotation that was not taken back holds. ``dateline.resolve.speakers`` applies them.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from dateline.corrections import Thing
from dateline.corrections.log import Entry, Log
from dateline.corrections.quotation import Quotation

KIND = "speaker"


@dataclass(frozen=True, slots=True)
class Fix:
    """One decision that holds: the quotation, who said it (None: nobody with a name), when and by whom."""

    id: int
    quotation: Quotation
    to: Thing | None
    at: str = ""
    by: str = ""

    @property
    def sentence(self) -> str:
        """The decision in words."""
        words = self.quotation.text if len(self.quotation.text) < 80 else self.quotation.text[:79].rstrip() + "…"
        return f"“{words}” said by {self.to.name if self.to else 'nobody with a name'}"


class Speakers:
    """The decisions about speakers in a pile's log of corrections."""

    def __init__(self, log: Log) -> None:
        self.log = log

    def put_right(self, quotation: Quotation, to: Thing | None, by: str = "") -> int:
        """Say who said a quotation, None for nobody with a name; returns the number of the entry."""
        data = {"quotation": asdict(quotation), "to": asdict(to) if to else None}
        return self.log.add(KIND, data, by)

    def take_back(self, quotation: Quotation, by: str = "") -> int:
        """Let what was found hold again for a quotation; returns how many decisions about it were taken back."""
        mine = [e for e in self._held() if Quotation.from_dict(e.data["quotation"]).words == quotation.words
                and e.data["quotation"]["article"] == quotation.article]  # fmt: skip
        return sum(self.log.undo(e.id, [KIND], "") is not None for e in mine)

    def undo(self, by: str = "") -> Fix | None:
        """Take the last decision (of one visitor, where ``by`` is given) back; None where there is none."""
        entry = self.log.undo(0, [KIND], by)
        return _fix(entry) if entry else None

    def fixes(self) -> list[Fix]:
        """The decisions that hold, one a quotation, in the order they were made."""
        last = {
            (e.data["quotation"]["article"], Quotation.from_dict(e.data["quotation"]).words): e for e in self._held()
        }
        return sorted((_fix(e) for e in last.values()), key=lambda f: f.id)

    @property
    def version(self) -> int:
        """A number that changes with every decision about a speaker, and with no other correction."""
        return self.log.version_of([KIND])

    def _held(self) -> list[Entry]:
        return [e for e in self.log.entries([KIND]) if not e.undone]


def _fix(e: Entry) -> Fix:
    to = e.data.get("to")
    return Fix(e.id, Quotation.from_dict(e.data["quotation"]), Thing.from_dict(to) if to else None, e.at, e.by)

"""The spaCy component ``dateline_times``: ``doc._.times``, usable alone in any English pipeline.

    nlp.add_pipe("dateline_times")
    doc = nlp("Talks broke down on Friday.")
    doc._.published = datetime.date(2015, 12, 2)
    [(t.text, t.value) for t in doc._.times]    # [('Friday', '2015-11-27')]

The component only finds expressions; values are worked out when ``doc._.times`` is read, so that a date of publication
that is set or changed later counts at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from dateline.annotate.record import Time
from dateline.annotate.times.find import find
from dateline.annotate.times.resolve import resolve

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression with its value: offsets into ``doc.text``, TIMEX3 type and value, interval (None where it names
    no calendar time), how the value was found, and the meaning that ``dateline.annotate.times.resolve`` reads."""

    start: int
    end: int
    text: str
    type: str
    value: str
    earliest: datetime | None
    latest: datetime | None
    how: str
    meaning: dict[str, Any]


class Times:
    """Writes ``doc._.times_found`` (list of ``record.Time``); ``doc._.times`` gives them values."""

    def __init__(self, name: str = "dateline_times") -> None:
        self.name = name
        _extend()

    def __call__(self, doc: Doc) -> Doc:
        """Find the time expressions of a doc."""
        doc._.times_found = find(doc.text, doc)
        return doc


def make_times(nlp: Language, name: str) -> Times:
    """The factory behind ``nlp.add_pipe("dateline_times")``."""
    return Times(name)


def values(doc: Doc) -> list[TimeExpression]:
    """The time expressions of a doc, against ``doc._.published`` (a date, a datetime or None)."""
    found: list[Time] = doc._.times_found or []
    published = doc._.published
    return [
        TimeExpression(t.start, t.end, doc.text[t.start : t.end], t.type, *r, meaning=t.meaning)
        for t, r in zip(found, resolve(found, published if isinstance(published, date) else None), strict=True)
    ]


def _extend() -> None:
    from spacy.tokens import Doc

    if not Doc.has_extension("times_found"):
        Doc.set_extension("times_found", default=None)
    if not Doc.has_extension("published"):
        Doc.set_extension("published", default=None)
    if not Doc.has_extension("times"):
        Doc.set_extension("times", getter=values)

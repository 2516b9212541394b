"""The spaCy component ``dateline_times``: ``doc._.times``, usable alone in any English pipeline.

    nlp.add_pipe("dateline_times")
    doc = nlp("Talks broke down on Friday.")
    doc._.published = datetime.date(2015, 12, 2)
    [(t.text, t.value) for t in doc._.times]    # [('Friday', '2015-11-27')]

The component only finds expressions; values are worked out when ``doc._.times`` is read, so that a date of publication
that is set or changed later counts at once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from spacy.attrs import IDX
from spacy.util import minibatch

from dateline.annotate.record import Time
from dateline.annotate.times import make_times
from dateline.annotate.times.find import find, search
from dateline.annotate.times.resolve import resolve
from dateline.annotate.times.syntax import Parser

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression with its value.

    ``start`` and ``end`` are offsets into ``doc.text``; ``type`` and ``value`` those of TIMEX3; ``earliest`` and
    ``latest`` first and last moment, None where it names no calendar time; ``how`` says how the value was found;
    ``meaning`` is what ``dateline.annotate.times.resolve`` reads.
    """

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
    """Sets ``doc._.times_found`` (list of ``record.Time``); ``doc._.times`` gives them values.

    Works best with a tagger and a parser in the pipeline, switched on or off: it runs them itself on the sentences
    whose dates hang on a verb. Without them, weekdays and months are taken as the nearest, weekdays as past.
    """

    def __init__(self, nlp: Language, name: str = "dateline_times") -> None:
        self.name = name
        self.parser = Parser(nlp)
        _extend()

    def __call__(self, doc: Doc) -> Doc:
        """Find the time expressions of a doc."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 32) -> Iterator[Doc]:
        """Find the time expressions of docs; sentences are parsed in batches."""
        for docs in minibatch(stream, batch_size):
            searches = [search(d.text) for d in docs]
            jobs = [(d, _sentences(d, s.wants)) for d, s in zip(docs, searches, strict=True)]
            for doc, looked, syntax in zip(docs, searches, self.parser.parse(jobs), strict=True):
                doc._.times_found = find(looked, syntax, _dated(doc))
                yield doc


def register() -> None:
    """Make the factory known where the package runs from a checkout, without its entry points."""
    from spacy.language import Language

    if not Language.has_factory("dateline_times"):
        Language.factory("dateline_times", func=make_times)


def values(doc: Doc) -> list[TimeExpression]:
    """The time expressions of a doc, against ``doc._.published`` (a date, a datetime or None)."""
    found: list[Time] = doc._.times_found or []
    published = doc._.published
    resolved = resolve(found, published if isinstance(published, date) else None)
    return [
        TimeExpression(t.start, t.end, doc.text[t.start : t.end], t.type, *r, meaning=t.meaning)
        for t, r in zip(found, resolved, strict=True)
    ]


def _sentences(doc: Doc, wants: list[int]) -> list[tuple[int, int]]:
    """(first token, one past the last) of the sentences around the wanted offsets; the whole doc without sentences."""
    if not wants or doc.has_annotation("DEP"):
        return []
    if not doc.has_annotation("SENT_START"):
        return [(0, len(doc))]
    bounds = [(s.start, s.end) for s in doc.sents]
    idx = doc.to_array([IDX]).ravel()
    starts = [int(idx[a]) for a, _ in bounds]
    return [bounds[k] for k in sorted({max(0, bisect_right(starts, w) - 1) for w in wants})]


def _dated(doc: Doc) -> tuple[tuple[int, int], ...]:
    wanted = {doc.vocab.strings["DATE"], doc.vocab.strings["TIME"]}
    return tuple((e.start_char, e.end_char) for e in doc.ents if e.label in wanted)


def _extend() -> None:
    from spacy.tokens import Doc

    if not Doc.has_extension("times_found"):
        Doc.set_extension("times_found", default=None)
    if not Doc.has_extension("published"):
        Doc.set_extension("published", default=None)
    if not Doc.has_extension("times"):
        Doc.set_extension("times", getter=values)


register()

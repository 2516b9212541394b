"""Dates in the text: find them, say what they mean, give them values when the date of publication is known.

    nlp.add_pipe("dateline_times")                       # a spaCy component, see component.py
    doc._.published = date(2015, 12, 2)
    doc._.times                                          # list of TimeExpression

    found = find("Talks broke down on Friday.")          # without a model: list of dateline.annotate.record.Time
    resolve(found, date(2015, 12, 2))                    # a Resolved each: value, earliest, latest, how

The steps: lexicon and lex cut the text into words of known classes; days, years, relative, repeats, lengths and vague
are the grammar; each rule makes a Meaning, which does not depend on the date of publication; resolve and values make a
TIMEX3 value and an interval of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.annotate.times.find import find
from dateline.annotate.times.resolve import Resolved, resolve

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Resolved", "find", "make_times", "resolve"]


def make_times(nlp: Language, name: str = "dateline_times") -> Any:
    """The factory behind ``nlp.add_pipe("dateline_times")``: a ``component.Times``."""
    from dateline.annotate.times.component import Times

    return Times(nlp, name)

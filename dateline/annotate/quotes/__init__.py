"""Quotations: who said what, direct, mixed and indirect, with the words that report it.

    from dateline.annotate import quotes
    quotes.register()                    # not needed where Dateline is installed
    nlp.add_pipe("dateline_quotes")      # in any English pipeline with tagger and parser; see component.py
    doc._.quotes                         # list of dateline.annotate.record.Piece, in reading order

The steps: paragraphs and marks find what stands in quotation marks; layout and parse give the parser sentences in which
quotations are short clauses; constructs is the table of ways a quotation hangs on its cue, bounds says how far it
reaches, subjects who speaks; compose and labels join what spans sentences and paragraphs; referents finds the person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["make_quotes", "register"]


def make_quotes(nlp: Language, name: str = "dateline_quotes") -> Any:
    """The factory behind ``nlp.add_pipe("dateline_quotes")``: a ``component.Quotes``."""
    from dateline.annotate.quotes.component import Quotes

    return Quotes(nlp, name)


def register() -> None:
    """Make ``dateline_quotes`` known to spaCy where the package runs from a checkout, without its entry points."""
    from spacy.language import Language

    if not Language.has_factory("dateline_quotes"):
        Language.factory("dateline_quotes", assigns=["doc._.quotes"], func=make_quotes)

"""The names of an article, repaired and joined into chains: the component ``dateline_names``.

Usable in any English pipeline, after its ner:

    from dateline.annotate import names
    names.register()
    nlp.add_pipe("dateline_names")
    doc = nlp("BRUSSELS (Reuters) - Ada Hale, head of the Office of Fair Play (OFP), resigned. Hale's deputy ...")
    doc.ents               # repaired
    doc._.names            # list of dateline.annotate.record.Name
    doc._.name_chains      # list of chains.Chain: Name.chain is the index

``register`` is not needed where Dateline is installed: spaCy then finds the component by its entry point. Nothing here
imports spaCy before it is called, so that the word lists can be read without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from dateline.annotate.names.component import Names
    from dateline.annotate.record import Name

__all__ = ["make_names", "names_of", "register"]


def make_names(nlp: Language, name: str, recase: bool = True) -> Names:
    """Factory of ``dateline_names``. ``recase``: tag headlines and datelines again in the case of running text."""
    from dateline.annotate.names.component import Names

    return Names(nlp, name, recase)


def names_of(doc: Doc) -> list[Name]:
    """The names that the component found, in reading order."""
    return doc._.names or []


def register() -> None:
    """Make ``dateline_names`` known to spaCy where the package runs from a checkout, without its entry points."""
    from spacy.language import Language

    if not Language.has_factory("dateline_names"):
        Language.factory("dateline_names", default_config={"recase": True}, func=make_names)

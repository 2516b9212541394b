"""The names of an article, repaired and joined into chains: the component ``dateline_names``.

Usable in any English pipeline, after its ner:

    import dateline.annotate.names
    nlp.add_pipe("dateline_names")
    doc = nlp("BRUSSELS (Reuters) - Ada Hale, head of the Office of Fair Play (OFP), resigned. Hale's deputy ...")
    doc.ents               # repaired
    doc._.names            # list of dateline.annotate.record.Name
    doc._.name_chains      # list of Chain: Name.chain is the index
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.annotate.names.chains import Chain
from dateline.annotate.names.find import find

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Chain", "Names", "find", "make_names", "names_of"]


class Names:
    """The component. ``recase``: tag headlines and datelines again in the case of running text before the repair."""

    def __init__(self, nlp: Language, name: str = "dateline_names", recase: bool = True) -> None:
        from spacy.tokens import Doc

        self.nlp, self.name, self.recase = nlp, name, recase
        for key, default in (("names", None), ("name_chains", None), ("source_text", ""), ("title", "")):
            if not Doc.has_extension(key):
                Doc.set_extension(key, default=default)

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.names``, ``doc._.name_chains`` and ``doc.ents``."""
        from dateline.annotate.names.retag import retag

        if self.recase and not doc._.source_text:
            retag(self.nlp, self.name, doc)
        names, chains, spans = find(doc, doc._.source_text or doc.text, doc._.title)
        doc._.names, doc._.name_chains = names, chains
        doc.ents = spans
        return doc


def make_names(nlp: Language, name: str, recase: bool = True) -> Names:
    """Factory of ``dateline_names``: ``nlp.add_pipe("dateline_names")``, after the model's ner."""
    return Names(nlp, name, recase)


def names_of(doc: Doc) -> list[Any]:
    """The names that the component found, in reading order."""
    return doc._.names or []


def _register() -> None:
    """Make the factory known where the package runs from a checkout, without its entry points."""
    from spacy.language import Language

    if not Language.has_factory("dateline_names"):
        Language.factory("dateline_names", default_config={"recase": True}, func=make_names)


_register()

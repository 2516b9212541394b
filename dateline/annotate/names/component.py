"""The spaCy component ``dateline_names``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from dateline.annotate.names.find import find
from dateline.annotate.names.retag import retag

EXTENSIONS = {"names": None, "name_chains": None, "source_text": "", "title": ""}
"""What the component reads and writes as ``doc._``; ``source_text`` is set where the Doc was made of recased text."""


class Names:
    """Sets ``doc._.names``, ``doc._.name_chains`` and ``doc.ents``.

    ``recase``: tag headlines and datelines again in the case of running text before the repair.
    """

    def __init__(self, nlp: Language, name: str = "dateline_names", recase: bool = True) -> None:
        self.nlp, self.name, self.recase = nlp, name, recase
        for key, default in EXTENSIONS.items():
            if not Doc.has_extension(key):
                Doc.set_extension(key, default=default)

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of one article."""
        if self.recase and not doc._.source_text:
            retag(self.nlp, self.name, doc)
        names, chains, spans = find(doc, doc._.source_text or doc.text, doc._.title)
        doc._.names, doc._.name_chains = names, chains
        doc.ents = spans
        return doc

"""The names of a document as the speakers see them: those of ``dateline_names``, else the model's entities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.annotate.names.words import HONORIFICS
from dateline.annotate.quotes.referents import SPEAKING, Article
from dateline.annotate.record import Name

if TYPE_CHECKING:
    from spacy.tokens import Doc


def article_of(doc: Doc, text: str, quoted: Sequence[tuple[int, int]] = ()) -> Article:
    """The names of a document: those of ``dateline_names`` where it ran, else the model's entities.

    ``quoted``: the stretches in quotation marks.
    """
    names = doc._.names if doc.has_extension("names") else None
    if names is not None:
        chains = doc._.name_chains or ()
        genders = {c.id: c.gender for c in chains}
        return Article(text, names, genders, {c.id: c.name for c in chains}, quoted)
    return _of_entities(doc, text, quoted)


def _of_entities(doc: Doc, text: str, quoted: Sequence[tuple[int, int]]) -> Article:
    """Chains of the model's own entities: one a string, a surname with the one full name that ends so."""
    names: list[Name] = []
    chains: dict[str, int] = {}
    full: dict[int, str] = {}
    people = [e.text for e in doc.ents if e.label_ == "PERSON" and " " in e.text]
    for e in doc.ents:
        if e.label_ not in SPEAKING or not e.text.strip():
            continue
        key = e.text
        if e.label_ == "PERSON" and " " not in key:
            longer = sorted({p for p in people if p.split()[-1] == key})
            key = longer[0] if len(longer) == 1 else key
        chain = chains.setdefault(key, len(chains))
        full.setdefault(chain, key)
        names.append(Name(e.start_char, e.end_char, e.label_, chain))
    genders: dict[int, str] = {}
    for n in names:
        before = text[max(0, n.start - 6) : n.start].split()
        found = HONORIFICS.get(before[-1].lower(), "") if before and n.label == "PERSON" else ""
        if found:
            genders[n.chain] = found
    return Article(text, names, genders, full, quoted)

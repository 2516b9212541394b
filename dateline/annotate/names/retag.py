"""Headlines and datelines of a Doc that was tagged as written: tagged once more in the case of running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate.names.truecase import truecase

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


def retag(nlp: Language, before: str, doc: Doc) -> None:
    """Set the entities of the lines whose case changes, from a run of the pipes up to ``before`` on those lines
    alone."""
    from spacy.tokens import Doc, Span

    text = doc.text
    new = truecase(text, doc._.title)
    if new == text:
        return
    lines: list[tuple[int, int]] = []
    a = 0
    for i, token in enumerate(doc):
        end = token.idx + len(token)
        if "\n" in token.text or i + 1 == len(doc):
            if new[doc[a].idx : end] != text[doc[a].idx : end]:
                lines.append((a, i + 1))
            a = i + 1
    words = [[new[t.idx : t.idx + len(t)] for t in doc[a:b]] for a, b in lines]
    spaces = [[bool(t.whitespace_) for t in doc[a:b]] for a, b in lines]
    docs = [Doc(nlp.vocab, words=w, spaces=s) for w, s in zip(words, spaces, strict=True)]
    at = nlp.pipe_names.index(before) if before in nlp.pipe_names else len(nlp.pipe_names)
    # only what feeds the names: other people's components behind or before need not run on headlines alone
    for name, pipe in nlp.pipeline[:at]:
        if name in ("tok2vec", "transformer", "ner"):
            docs = list(pipe.pipe(docs))
    fresh = [
        Span(doc, a + e.start, a + e.end, label=e.label) for (a, _), d in zip(lines, docs, strict=True) for e in d.ents
    ]
    kept = [e for e in doc.ents if not any(a < e.end and e.start < b for a, b in lines)]
    doc.ents = sorted(kept + fresh, key=lambda e: e.start)

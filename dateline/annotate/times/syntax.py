"""Tags and parse, for the sentences that need them.

Only few expressions depend on a verb ("on Friday"), so a pipeline whose tagger and parser are switched off is asked for
the parse of their sentences alone. A doc that is already parsed is used as it is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from spacy.attrs import IDX

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_BATCH = 64


class Syntax:
    """Parsed stretches of a text: (offset of the stretch in the text, its parsed Doc), in order."""

    def __init__(self, parts: Sequence[tuple[int, Doc]]) -> None:
        self._parts = [p for p in parts if len(p[1])]
        self._starts = [start for start, _ in self._parts]
        self._offsets: dict[int, list[int]] = {}

    def token(self, offset: int) -> Token | None:
        """The token at a character of the text, None where that was not parsed."""
        k = bisect_right(self._starts, offset) - 1
        if k < 0:
            return None
        start, doc = self._parts[k]
        if k not in self._offsets:
            self._offsets[k] = doc.to_array([IDX]).ravel().tolist()
        i = bisect_right(self._offsets[k], offset - start) - 1
        return doc[i] if i >= 0 and offset - start < self._offsets[k][-1] + len(doc[-1]) else None


class Parser:
    """Tagger and parser of a pipeline, whether they are switched on in it or not."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp

    def steps(self) -> list:
        """The components to run, in order; empty where the pipeline has no parser."""
        parts = dict(self.nlp.components)
        if "parser" not in parts:
            return []
        feeding = [
            n for n, p in self.nlp.components if {"parser", "tagger"} & set(getattr(p, "listening_components", ()))
        ]
        return [parts[n] for n in (*feeding, "tagger", "parser") if n in parts]

    def parse(self, jobs: Iterable[tuple[Doc, Sequence[tuple[int, int]]]]) -> list[Syntax | None]:
        """The syntax of each doc's stretches (first token, one past the last); None where there is no parser."""
        jobs = list(jobs)
        steps = self.steps()
        whole = [d.has_annotation("DEP") and d.has_annotation("TAG") for d, _ in jobs]
        cut = [(d, a, b) for (d, spans), w in zip(jobs, whole, strict=True) if not w for a, b in spans] if steps else []
        parsed = iter(self._run(steps, [_copy(*c) for c in cut]))
        out: list[Syntax | None] = []
        for (doc, spans), ready in zip(jobs, whole, strict=True):
            if ready:
                out.append(Syntax([(0, doc)]))
            else:
                out.append(Syntax([(doc[a].idx, next(parsed)) for a, _ in spans]) if steps else None)
        return out

    @staticmethod
    def _run(steps: list, docs: list[Doc]) -> list[Doc]:
        for step in steps:
            docs = list(step.pipe(docs, batch_size=_BATCH))
        return docs


def _copy(doc: Doc, start: int, end: int) -> Doc:
    from spacy.tokens import Doc as Fresh

    tokens = doc[start:end]
    return Fresh(doc.vocab, words=[t.text for t in tokens], spaces=[bool(t.whitespace_) for t in tokens])

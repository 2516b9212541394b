"""The spaCy component ``dateline_quotes``: who said what in a document.

    nlp = spacy.load("en_core_web_md")
    nlp.add_pipe("dateline_quotes")
    for piece in nlp("“Roads are closed,” the mayor, Ada Hale, told reporters.")._.quotes:
        print(piece.kind, doc.text[piece.start:piece.end], doc.text[piece.speaker_start:piece.speaker_end])

``doc._.quotes`` is a list of ``dateline.annotate.record.Piece`` in reading order. The pipeline must have a tagger and a
parser (they may be disabled: only paragraphs with quotation marks or a word of speech are parsed, by this component).
Names are those of ``dateline_names`` where it stands before, else the entities of the model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.tokens import Doc
from spacy.util import minibatch

from dateline.annotate.quotes import labels, layout, lexicon, marks, paragraphs
from dateline.annotate.quotes.agents import agents
from dateline.annotate.quotes.chains import article_of
from dateline.annotate.quotes.compose import quotations
from dateline.annotate.quotes.parse import Parser
from dateline.annotate.quotes.pronouns import stranger
from dateline.annotate.quotes.quotation import Passage, Quotation
from dateline.annotate.quotes.trust import sure
from dateline.annotate.record import Piece
from dateline.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

DOCUMENTS = 16
"""Documents whose paragraphs are parsed together."""


class Quotes:
    """The component. Calling it sets ``doc._.quotes``; ``pipe`` does so for many documents at less cost."""

    def __init__(self, nlp: Language, name: str = "dateline_quotes") -> None:
        self.name = name
        self.nlp = nlp
        self.parser: Parser | None = None
        self.cues: np.ndarray | None = None
        if not Doc.has_extension("quotes"):
            Doc.set_extension("quotes", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """One document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = DOCUMENTS) -> Iterator[Doc]:
        """Documents in, the same documents out, in order."""
        parser = self._parser()
        for docs in minibatch(stream, batch_size):
            read = [self._passages(doc) for doc in docs]
            jobs = [job for _, jobs in read for job in jobs]
            trees = parser.parse((p.paragraph.start, p.paragraph.end, p.quotes, words) for p, words in jobs)
            for (passage, _), tree in zip(jobs, trees, strict=True):
                passage.tree = tree
            for doc, (passages, _) in zip(docs, read, strict=True):
                doc._.quotes = pieces(doc, source_of(doc), passages)
                yield doc

    def _parser(self) -> Parser:
        # not in __init__: the pipeline may still be without its parser when this component is added
        if self.parser is None:
            parser = Parser(self.nlp)
            if not parser.ready:
                has = ", ".join(self.nlp.component_names) or "nothing"
                raise ModelError(f"{self.name} needs a tagger and a parser; this pipeline has {has}.")
            self.parser = parser
            strings = self.nlp.vocab.strings
            self.cues = np.array([strings.add(w) for w in lexicon.calls_for_parse()], dtype=np.uint64)
        return self.parser

    def _passages(self, doc: Doc) -> tuple[list[Passage], list[tuple[Passage, list[layout.Word]]]]:
        """The paragraphs of a document, and those to parse with the words that the parser is to see."""
        text = source_of(doc)
        split = paragraphs.split(text)
        quoted = marks.find_all(text, [(p.start, p.end) for p in split])
        opens = [bool(q) and q[0].start <= p.start + 2 for p, q in zip(split, quoted, strict=True)] + [False]
        starts = np.array([t.idx for t in doc], dtype=np.int64)
        speaks = np.isin(doc.to_array("LOWER"), self.cues)
        passages = [Passage(p, q) for p, q in zip(split, quoted, strict=True)]
        turns = labels.turns(text, split)
        jobs = []
        for n, passage in enumerate(passages):
            begin = paragraphs.body(text, passage.paragraph)
            a, b = np.searchsorted(starts, (begin, passage.paragraph.end))
            leads = text[passage.paragraph.end - 1] == ":" and n + 1 < len(split) and opens[n + 1]
            if n in turns or not (passage.quotes or leads or speaks[a:b].any()):
                continue
            tokens = [layout.Token(t.text, t.idx, t.idx + len(t)) for t in doc[a:b] if not t.is_space]
            if tokens:
                words = layout.words_of(text, tokens, passage.quotes, passage.paragraph.start, passage.paragraph.end)
                jobs.append((passage, words))
        return passages, jobs

    # the component holds nothing that is trained: a pipeline with it can be saved and loaded
    def to_disk(self, path: Any, *, exclude: Iterable[str] = ()) -> None:
        """Nothing to save."""

    def from_disk(self, path: Any, *, exclude: Iterable[str] = ()) -> Quotes:
        """Nothing to load."""
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Nothing to save."""
        return b""

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Quotes:
        """Nothing to load."""
        return self


def source_of(doc: Doc) -> str:
    """The text as written: Dateline's own pipeline gives headlines to the model in the case of running text."""
    written = doc._.source_text if doc.has_extension("source_text") else ""
    return written or doc.text


def pieces(doc: Doc, text: str, passages: list[Passage]) -> list[Piece]:
    """The quotation pieces of a document whose paragraphs have been parsed."""
    quoted = [m for p in passages for m in p.quotes]
    article = article_of(doc, text, [(m.start, m.end) for m in quoted])
    article.agents = agents([p.tree for p in passages if p.tree is not None], article.names)
    out: list[Piece] = []
    last: tuple[int, int] | None = None
    for number, q in enumerate(_in_order(quotations(text, passages))):
        speaker, cue = article.titled(q.speaker_span()), q.cue_span()
        referent = article.who(speaker, last, q.spans)
        # "he did not repeat Hale's claim that ...": whose claim it was does not speak next
        if referent.chain >= 0 and speaker is not None and q.construct != "noun":
            last = (referent.chain, max(q.end, speaker[1]))
        elif referent.resolved == "unnamed" and speaker and (whom := stranger(text[slice(*speaker)])) is not None:
            article.stranger = max(q.end, speaker[1]), whom
        for start, end in merged(q.spans, text):
            out.append(
                Piece(
                    number, start, end, kind_of(text, start, end, quoted), *(cue or (-1, -1)), *(speaker or (-1, -1)),
                    referent.chain, referent.resolved, sure(q.construct, referent.resolved, referent.chain >= 0),
                )
            )  # fmt: skip
    return sorted(out, key=lambda p: (p.start, p.end))


def _in_order(found: list[Quotation]) -> list[Quotation]:
    return sorted((q for q in found if q.spans), key=lambda q: (q.start, q.end))


def merged(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Spans in order; those with only white space between them inside a paragraph become one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        elif out and not text[out[-1][1] : start].strip() and "\n" not in text[out[-1][1] : start]:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def kind_of(text: str, start: int, end: int, quoted: list[marks.Quoted]) -> str:
    """direct: nine of ten letters in quotation marks; indirect: none; mixed: the rest."""
    letters = [i for i in range(start, end) if text[i].isalnum()]
    if not letters:
        return "direct"
    spans = [(q.start, q.end) for q in quoted if q.start < end and start < q.end]
    inside = sum(any(a <= i < b for a, b in spans) for i in letters) / len(letters)
    return "direct" if inside >= 0.9 else "mixed" if inside else "indirect"

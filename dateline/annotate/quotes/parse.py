"""The second parse: of paragraphs with short clauses for their quotations, so that the parser sees how they hang.

``“There are a number of things,” Kerry told reporters`` is hard to parse, ``it works, Kerry told reporters`` is easy.
Quotations that are part of a sentence (``he expressed “full respect”``) keep their words and lose their marks. Every
token of the tree knows the characters of the text that it stands for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.tokens import Doc
from spacy.util import minibatch

from dateline.annotate.quotes.layout import Word
from dateline.annotate.quotes.marks import Quoted

if TYPE_CHECKING:
    from spacy.language import Language

BATCH = 128
"""Paragraphs a batch of the parser."""


@dataclass(slots=True)
class Tree:
    """A parsed paragraph. Parallel lists by word; offsets index the article's text.

    ``quote`` is the number in ``quotes`` of the quotation that the word lies in or stands for, else -1; ``stands`` is
    True for the words of a placeholder; ``sent`` is the number of the sentence.
    """

    start: int
    end: int
    quotes: list[Quoted]
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    quote: list[int]
    stands: list[bool]
    tags: list[str]
    heads: list[int]
    deps: list[str]
    kids: list[list[int]]
    sent: list[int]
    edges: list[list[int]]

    def __len__(self) -> int:
        return len(self.words)

    def subtree(self, i: int, without: Iterable[int] = ()) -> list[int]:
        """The words under ``i`` in order, leaving out the subtrees of ``without``."""
        skip = set(without)
        out, stack = [], [i]
        while stack:
            t = stack.pop()
            if t not in skip:
                out.append(t)
                stack.extend(self.kids[t])
        return sorted(out)

    def left(self, i: int) -> int:
        """The first word under ``i``."""
        return self.edges[i][0]

    def right(self, i: int) -> int:
        """The last word under ``i``."""
        return self.edges[i][1]

    def child(self, i: int, *deps: str) -> int:
        """The first child of ``i`` with one of these relations, or -1."""
        return next((k for k in self.kids[i] if self.deps[k] in deps), -1)


class Parser:
    """The parser of a pipeline, run on word lists. Works too where the pipeline itself has it disabled."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        parts = dict(nlp.components)
        wanted = [n for n, p in nlp.components if {"tagger", "parser"} & set(getattr(p, "listening_components", ()))]
        self.steps = [parts[n] for n in (*wanted, "tagger", "parser") if n in parts]
        self.ready = {"tagger", "parser"} <= set(parts)

    def parse(self, jobs: Iterable[tuple[int, int, list[Quoted], list[Word]]]) -> Iterator[Tree]:
        """A tree for every (start, end, quotes, words) of a paragraph, in order."""
        for batch in minibatch(jobs, BATCH):
            docs = [self._doc(words) for _, _, _, words in batch]
            for step in self.steps:
                docs = list(step.pipe(docs, batch_size=BATCH))
            for doc, (start, end, quotes, words) in zip(docs, batch, strict=True):
                yield tree_of(doc, start, end, quotes, words)

    def _doc(self, words: Sequence[Word]) -> Doc:
        spaces = [a.end < b.start or a.quote != b.quote for a, b in pairwise(words)]
        return Doc(self.nlp.vocab, words=[w.text for w in words], spaces=[*spaces, False] if words else [])


def tree_of(doc: Doc, start: int, end: int, quotes: list[Quoted], words: Sequence[Word]) -> Tree:
    """The tree of a parsed word list."""
    n = len(words)
    array = doc.to_array([HEAD, DEP]).astype(np.int64)
    heads = (np.arange(n) + array[:, 0].astype(np.int64)).tolist() if n else []
    names = {int(v): doc.vocab.strings[int(v)] for v in set(doc.to_array(DEP).tolist())} if n else {}
    deps = [names[v] for v in doc.to_array(DEP).tolist()] if n else []
    kids: list[list[int]] = [[] for _ in range(n)]
    for i, h in enumerate(heads):
        if h != i:
            kids[h].append(i)
    sent, at = [], -1
    for t in doc:
        at += t.is_sent_start or at < 0
        sent.append(at)
    return Tree(
        start, end, quotes, _words(words), [w.text.lower() for w in words], [w.start for w in words],
        [w.end for w in words], [w.quote for w in words], [w.stands for w in words], [t.tag_ for t in doc],
        heads, deps, kids, sent, _edges(heads),
    )  # fmt: skip


def _words(words: Sequence[Word]) -> list[str]:
    """The words; a hyphen inside a compound is told from a dash."""
    out = [w.text for w in words]
    for i in range(1, len(words) - 1):
        if out[i] == "-" and words[i - 1].end == words[i].start and words[i].end == words[i + 1].start:
            out[i] = HYPHEN
    return out


HYPHEN = "\u2010"


def _edges(heads: Sequence[int]) -> list[list[int]]:
    """First and last word under every word."""
    edges = [[i, i] for i in range(len(heads))]
    for i in range(len(heads)):
        h, steps = i, 0
        while heads[h] != h and steps < len(heads):
            h, steps = heads[h], steps + 1
            edge = edges[h]
            if edge[0] <= i <= edge[1]:
                continue
            edge[0], edge[1] = min(edge[0], i), max(edge[1], i)
    return edges

"""A paragraph of an article on its way to quotations, and one quotation with its cue and speaker."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.annotate.quotes.marks import Quoted
from dateline.annotate.quotes.paragraphs import Paragraph
from dateline.annotate.quotes.parse import Tree
from dateline.annotate.quotes.subjects import phrase, verb_group

Span = tuple[int, int]


@dataclass(slots=True)
class Passage:
    """A paragraph, its quotations in marks, and its tree where it was worth a parse."""

    paragraph: Paragraph
    quotes: list[Quoted]
    tree: Tree | None = None


@dataclass(slots=True)
class Quotation:
    """One quotation: its pieces, and the tree in which its cue and speaker stand (word numbers, -1 none).

    ``named`` is the speaker by characters where no tree holds it.
    """

    construct: str
    spans: list[Span]
    tree: Tree | None = None
    cue: list[int] = field(default_factory=list)
    speaker: int = -1
    named: Span | None = None

    def speaker_span(self) -> Span | None:
        """Characters of the speaker's noun phrase."""
        if self.tree is None or self.speaker < 0:
            return self.named
        first, last = phrase(self.tree, self.speaker, self.cue[0] if self.cue else -1)
        return self.tree.starts[first], self.tree.ends[last]

    def cue_span(self) -> Span | None:
        """Characters of the reporting words, auxiliaries and particle included."""
        if self.tree is None or not self.cue:
            return None
        first, last = verb_group(self.tree, self.cue[0]) if len(self.cue) == 1 else (self.cue[0], self.cue[-1])
        return self.tree.starts[first], self.tree.ends[last]

    def after(self, construct: str, span: Span) -> Quotation:
        """Another quotation of the same speaker and cue."""
        return Quotation(construct, [span], self.tree, self.cue, self.speaker, self.named)

    @property
    def start(self) -> int:
        """First character."""
        return min(s for s, _ in self.spans)

    @property
    def end(self) -> int:
        """One past the last character."""
        return max(e for _, e in self.spans)


def is_direct(q: Quotation, text: str) -> bool:
    """Whether the quotation ends in marks, so that a further one goes on with it."""
    start, end = q.spans[-1]
    return text[end - 1] in MARKS or text[start] in MARKS


MARKS = frozenset("\"“”„‟«»″'‘’‚‛`‹›")

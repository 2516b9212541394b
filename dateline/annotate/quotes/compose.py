"""From constructs to the quotations of an article: the outermost ones, and those that hang on no cue of their own.

A free-standing quotation without a cue is rarely anything but a quotation (measured: 97 of 100). It belongs, in this
order, to a lead-in before it ("He put it bluntly: ..."), to the quotation that it continues in its paragraph, to a
quotation of the paragraph before that was left open, to the quotation after it in its paragraph, to whoever spoke last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.annotate.quotes import bounds, labels, leads
from dateline.annotate.quotes.constructs import events
from dateline.annotate.quotes.event import Event
from dateline.annotate.quotes.lexicon import singular, words
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


def outermost(found: Sequence[Event]) -> list[Event]:
    """The events that lie in no other's content; where two share words, the longer one."""
    kept: list[Event] = []
    taken: set[int] = set()
    held = [set(e.content) for e in found]
    nested = [any(not h.isdisjoint(e.cue) for h in held) for e in found]
    order = sorted(zip(found, nested, strict=True), key=lambda n: (n[1], -len(n[0].content), n[0].cue))
    for e, _ in order:
        if taken.isdisjoint(e.content) and taken.isdisjoint(e.cue):
            kept.append(e)
            taken.update(e.content)
    return sorted(kept, key=lambda e: (e.content[0], e.cue))


def quotations(text: str, passages: Sequence[Passage]) -> list[Quotation]:
    """The quotations of an article, in order of their first characters."""
    out: list[Quotation] = []
    last: Passage | None = None
    double = any(not q.single for p in passages for q in p.quotes)
    turns = labels.turns(text, [p.paragraph for p in passages])
    for n, passage in enumerate(passages):
        here: list[Quotation] = []
        if n in turns:
            name, start = turns[n]
            here = [Quotation("turn", [(start, passage.paragraph.end)], named=name)]
        elif passage.tree is not None:
            here = _parsed(text, passage.tree)
            found = labels.headline(text, passage.paragraph, passage.quotes) if n == 0 else None
            if found is not None and not here:
                here = [Quotation("headline", [found[1]], named=found[0])]
            if not (double and _heading(passage.tree)):
                _second_halves(text, passage.tree, here)
                _attach(text, passage.tree, here, out, last)
        _carry_over(out, here, last, passage)
        out += sorted(here, key=lambda q: q.start)
        last = passage
    return out


def _carry_over(out: list[Quotation], here: list[Quotation], last: Passage | None, passage: Passage) -> None:
    """A quotation left open by the paragraph before, and without a cue there, belongs to the cue it finds here."""
    if last is None or not last.quotes or last.quotes[-1].closed or not passage.quotes:
        return
    mark, first = last.quotes[-1], passage.quotes[0]
    if first.start > passage.paragraph.start + 2:
        return
    span = (mark.start, mark.end)
    goes_on = next((q for q in here if q.cue and q.tree is passage.tree and q.start <= first.start < q.end), None)
    before = next((q for q in out if span in q.spans), None)
    if goes_on is None or before is None or before.construct in CUED:
        return
    before.spans.remove(span)
    goes_on.spans.insert(0, span)


CUED = frozenset("quotation parataxis clause aside lead signed turn as".split())
"""Constructs with a cue of their own in the paragraph."""


def _parsed(text: str, tree: Tree) -> list[Quotation]:
    out = []
    for e in outermost(events(tree)):
        spans = bounds.spans(tree, e.content, text)
        if spans:
            out.append(Quotation(e.construct, spans, tree, e.cue, e.speaker))
    return out


def _heading(tree: Tree) -> bool:
    """A short paragraph in single marks where the article's quotations have double ones: a crosshead."""
    q = tree.quotes[0] if len(tree.quotes) == 1 else None
    return q is not None and q.single and q.start <= tree.start and q.end >= tree.end - 1 and q.end - q.start < 60


def _attach(text: str, tree: Tree, here: list[Quotation], before: list[Quotation], last: Passage | None) -> None:
    """Find a speaker for the free-standing quotations of a paragraph that no construct holds."""
    for w in [w for w in range(1, len(tree)) if tree.stands[w] and tree.stands[w - 1]]:
        mark = tree.quotes[tree.quote[w]]
        span = (mark.start, mark.end)
        if any(s < span[1] and span[0] < e for q in here for s, e in q.spans):
            continue
        signed = labels.signature(text, mark.end, tree.end)
        lead = None if signed else leads.lead(tree, w)
        previous = _previous(text, here, span)
        if signed is not None:
            here.append(Quotation("signed", [span], named=signed))
        elif lead is not None and _goes_on(text, previous, span, lead[0]):
            previous.spans.append(span)  # "said the road is unsafe: “It is a trap”"
        elif lead is not None and (other := _same_cue(text, here, tree, lead[0])) is not None:
            other.spans.append(span)  # "“The wall,” she said, “is safe”"
        elif lead is not None:
            here.append(Quotation("lead", [span], tree, [lead[0]] if lead[0] >= 0 else [], lead[1]))
        elif previous is not None and _direct(previous, text):
            previous.spans.append(span)
        elif previous is not None:
            here.append(previous.after("continued", span))
        else:
            here.append(_from_before(text, span, before, last))


_LINK = re.compile(r",\s+(?:(?:and|but|or|so|because|that|to) )?$")
"""Between an aside and the second half of a quotation: “I like it,” she said, but “it will not last.”"""


def _second_halves(text: str, tree: Tree, here: list[Quotation]) -> None:
    """The part of an interrupted quotation that the parser saw as words of the sentence goes to its first part."""
    for k, mark in enumerate(tree.quotes):
        inside = [t for t in range(len(tree)) if tree.quote[t] == k]
        if not inside or tree.stands[inside[0]]:
            continue
        if any(s < mark.end and mark.start < e for q in here for s, e in q.spans):
            continue
        for q in here:
            cue = q.cue_span() if q.tree is tree and q.construct in INTERRUPTED else None
            if cue is None or q.end > cue[0] or not _direct(q, text) or tree.sent[q.cue[0]] != tree.sent[inside[0]]:
                continue
            aside = text[q.end : mark.start]
            link = _LINK.search(aside)
            if link and cue[1] <= mark.start and len(aside) < ASIDE and not aside.count(";") + aside.count(":"):
                q.spans.append((mark.start, mark.end))
                break


INTERRUPTED = frozenset(("quotation", "parataxis", "aside", "lead", "lost"))
ASIDE = 90
"""Characters of the longest aside between two halves of a quotation."""


def _previous(text: str, here: list[Quotation], span: Span) -> Quotation | None:
    """The quotation that one without a cue goes on with: the last of its paragraph, or the one in marks beside it."""
    before = sorted((q for q in here if q.start < span[0]), key=lambda q: q.end)
    if not before:
        return None
    last = before[-1]
    for q in reversed(before[:-1]):
        # "“No,” she said when asked whether ... “Never.”": she goes on, not who asked
        same = q.tree is last.tree and q.cue and last.cue and q.tree.sent[q.cue[0]] == last.tree.sent[last.cue[0]]
        if same and _direct(q, text) and not _direct(last, text):
            return q
    return last


def _from_before(text: str, span: Span, before: list[Quotation], last: Passage | None) -> Quotation:
    """A quotation at the head of its paragraph: whose it is, by what stands before the paragraph."""
    said = before[-1] if before else None
    if last is None:
        return said.after("floating", span) if said else Quotation("floating", [span])
    tree = last.tree
    if said is not None and text[said.end : last.paragraph.end].strip(" \"”’'") == ":":
        return said.after("lead-in", span)
    if tree is not None and text[: last.paragraph.end].endswith(":"):
        found = leads.introduced(tree)
        if found is not None:
            return Quotation("lead-in", [span], tree, [found[0]] if found[0] >= 0 else [], found[1])
    beside = said is not None and said.end >= last.paragraph.end - 2 and not _document(said)
    if said is not None and beside and (said.construct == "turn" or _direct(said, text)):
        return said.after("floating" if said.construct == "floating" else "multi", span)
    if tree is not None:
        found = leads.introduced(tree, cue_only=True)
        if found is not None:
            return Quotation("introduced", [span], tree, [found[0]], found[1])
    return said.after("floating", span) if said else Quotation("floating", [span])


def _document(q: Quotation) -> bool:
    """Whether a report or a letter speaks, which does not go on in the first person."""
    return q.tree is not None and q.speaker >= 0 and singular(q.tree.lower[q.speaker]) in words("documents")


def _goes_on(text: str, previous: Quotation | None, span: Span, cue: int) -> bool:
    """Whether a quotation in marks finishes the sentence of what the same cue reports without them."""
    if previous is None or cue not in previous.cue:
        return False
    return text[max(e for _, e in previous.spans) : span[0]].strip() in (":", "-", "--", "—", "–", ",")


def _same_cue(text: str, here: list[Quotation], tree: Tree, cue: int) -> Quotation | None:
    """The quotation in marks that this cue already has: its first or second half."""
    return next((q for q in here if cue >= 0 and q.tree is tree and cue in q.cue and _direct(q, text)), None)


def _direct(q: Quotation, text: str) -> bool:
    """Whether the quotation ends in marks, so that a further one goes on with it."""
    start, end = q.spans[-1]
    return text[end - 1] in MARKS or text[start] in MARKS


MARKS = frozenset("\"“”„‟«»″'‘’‚‛`‹›")

"""From constructs to the quotations of an article: the outermost ones, and those that hang on no cue of their own.

A free-standing quotation without a cue is rarely anything but a quotation (measured: 97 of 100). It belongs, in this
order, to a lead-in before it ("He put it bluntly: ..."), to the quotation that it continues in its paragraph, to a
quotation of the paragraph before that was left open, to the quotation after it in its paragraph, to whoever spoke last.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.quotes import bounds, halves, labels, leads
from dateline.annotate.quotes.constructs import events
from dateline.annotate.quotes.event import Event
from dateline.annotate.quotes.lexicon import singular, words
from dateline.annotate.quotes.parse import Tree
from dateline.annotate.quotes.quotation import Passage, Quotation, Span, is_direct


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
                halves.second(text, passage.tree, here)
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
        lone = sum(len(text[a:b].split()) for a, b in spans) == 1 and all(tree.quote[t] < 0 for t in e.content)
        if spans and not lone:
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
        elif previous is not None and is_direct(previous, text):
            previous.spans.append(span)
        elif previous is not None:
            here.append(previous.after("continued", span))
        else:
            here.append(_from_before(text, span, before, last))


def _previous(text: str, here: list[Quotation], span: Span) -> Quotation | None:
    """The quotation that one without a cue goes on with: the last of its paragraph, or the one in marks beside it."""
    before = sorted((q for q in here if q.start < span[0]), key=lambda q: q.end)
    if not before:
        return None
    last = before[-1]
    for q in reversed(before[:-1]):
        # "“No,” she said when asked whether ... “Never.”": she goes on, not who asked
        same = q.tree is last.tree and q.cue and last.cue and q.tree.sent[q.cue[0]] == last.tree.sent[last.cue[0]]
        if same and is_direct(q, text) and not is_direct(last, text):
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
    if said is not None and beside and (said.construct == "turn" or is_direct(said, text)):
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
    return next((q for q in here if cue >= 0 and q.tree is tree and cue in q.cue and is_direct(q, text)), None)

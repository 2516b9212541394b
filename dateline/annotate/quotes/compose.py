"""From constructs to the quotations of an article: the outermost ones, and those that hang on no cue of their own.

A free-standing quotation without a cue is rarely anything but a quotation (measured: 97 of 100). It belongs, in this
order, to a lead-in before it ("He put it bluntly: ..."), to the quotation that it continues in its paragraph, to a
quotation of the paragraph before that was left open, to the quotation after it in its paragraph, to whoever spoke last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.annotate.quotes import bounds
from dateline.annotate.quotes.constructs import Event, events
from dateline.annotate.quotes.subjects import SUBJECT, VERBAL, main, phrase, reports, subject
from dateline.annotate.quotes.parse import Tree

Span = tuple[int, int]


@dataclass(slots=True)
class Quotation:
    """One quotation: its pieces, and the tree in which its cue and speaker stand (word numbers, -1 none)."""

    construct: str
    spans: list[Span]
    tree: Tree
    cue: list[int]
    speaker: int
    joined: list[str] = field(default_factory=list)

    def speaker_span(self) -> Span | None:
        """Characters of the speaker's noun phrase."""
        if self.speaker < 0:
            return None
        first, last = phrase(self.tree, self.speaker)
        return self.tree.starts[first], self.tree.ends[last]

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
    for e in sorted(found, key=lambda e: (-len(e.content), e.cue)):
        if taken.isdisjoint(e.content) and taken.isdisjoint(e.cue):
            kept.append(e)
            taken.update(e.content)
    return sorted(kept, key=lambda e: (e.content[0], e.cue))


def quotations(text: str, trees: Sequence[Tree]) -> list[Quotation]:
    """The quotations of an article whose read paragraphs are ``trees``, in order of their first characters."""
    out: list[Quotation] = []
    last: Tree | None = None
    double = any(not q.single for t in trees for q in t.quotes)
    for tree in trees:
        here = []
        for e in outermost(events(tree)):
            spans = bounds.spans(tree, e.content, text)
            if spans:
                here.append(Quotation(e.construct, spans, tree, e.cue, e.speaker))
        if not (double and _heading(tree)):
            _attach(text, tree, here, out, last)
        out += sorted(here, key=lambda q: q.start)
        last = tree
    return out


def _heading(tree: Tree) -> bool:
    """A short paragraph in single marks where the article's quotations have double ones: a crosshead."""
    q = tree.quotes[0] if len(tree.quotes) == 1 else None
    return q is not None and q.single and q.start <= tree.start and q.end >= tree.end - 1 and q.end - q.start < 60


def _attach(text: str, tree: Tree, here: list[Quotation], before: list[Quotation], last: Tree | None) -> None:
    """Find a speaker for the free-standing quotations of a paragraph that no construct holds."""
    for w in [w for w in range(1, len(tree)) if tree.stands[w] and tree.stands[w - 1]]:
        mark = tree.quotes[tree.quote[w]]
        span = (mark.start, mark.end)
        if any(s < span[1] and span[0] < e for q in here for s, e in q.spans):
            continue
        lead = _lead(tree, w)
        previous = max((q for q in here if q.start < span[0]), key=lambda q: q.end, default=None)
        if lead is not None:
            here.append(Quotation("lead", [span], tree, [lead[0]] if lead[0] >= 0 else [], lead[1]))
        elif previous is not None and _direct(previous, text):
            previous.spans.append(span)
        elif previous is not None:
            here.append(Quotation("continued", [span], previous.tree, previous.cue, previous.speaker))
        else:
            here.append(_from_before(text, tree, span, before, last))


def _from_before(text: str, tree: Tree, span: Span, before: list[Quotation], last: Tree | None) -> Quotation:
    """A quotation at the head of its paragraph: whose it is, by what stands before the paragraph."""
    said = before[-1] if before else None
    if last is not None and text[last.start : last.end].rstrip().endswith(":"):
        found = _introduced(last)
        if found is not None:
            return Quotation("lead-in", [span], last, [found[0]] if found[0] >= 0 else [], found[1])
    if said is not None and last is not None and said.end >= last.end - 2 and _direct(said, text):
        return Quotation("multi", [span], said.tree, said.cue, said.speaker)
    if last is not None:
        found = _introduced(last, cue_only=True)
        if found is not None:
            return Quotation("introduced", [span], last, [found[0]], found[1])
    if said is not None:
        return Quotation("floating", [span], said.tree, said.cue, said.speaker)
    return Quotation("floating", [span], tree, [], -1)


def _introduced(tree: Tree, cue_only: bool = False) -> tuple[int, int] | None:
    """Cue (or -1) and speaker of the last sentence of a paragraph that leads up to a quotation."""
    words = [t for t in range(len(tree)) if tree.sent[t] == tree.sent[-1]]
    for t in reversed(words):
        if tree.tags[t] in VERBAL and not tree.stands[t] and reports(tree, t) and main(tree, t):
            s = subject(tree, t)
            if s >= 0 and not tree.stands[s]:
                return t, s
    if cue_only:
        return None
    for t in words:
        if tree.heads[t] == t:
            s = subject(tree, t)
            return (t, s) if s >= 0 and not tree.stands[s] else None
    return None


def _lead(tree: Tree, w: int) -> tuple[int, int] | None:
    """The cue (or -1) and speaker of the words around a quotation whose construct the parser missed."""
    found = _follows(tree, w) or _precedes(tree, w)
    if found is not None:
        return found
    here = [t for t in range(len(tree)) if tree.sent[t] == tree.sent[w]]
    for t in here:
        if t < w and not tree.stands[t] and tree.deps[t] in SUBJECT and tree.words[w - 2 : w - 1] == [":"]:
            return tree.heads[t], t
    return None


def _follows(tree: Tree, w: int) -> tuple[int, int] | None:
    """``“...,” the minister notes.``, ``“...,” notes the minister.``: cue and speaker right after the placeholder."""
    start = w + 1
    if start < len(tree) and tree.words[start] == ",":
        start += 1
    elif start < len(tree) and tree.words[start] in (".", "?", "!"):
        return None
    for t in range(start, min(start + 16, len(tree))):
        if tree.stands[t] or tree.words[t] in (".", "?", "!", ";", ":"):
            return None
        if not reports(tree, t) or tree.quote[t] >= 0:
            continue
        s = subject(tree, t) if tree.tags[t] in VERBAL else -1
        if s < 0 or tree.stands[s]:
            s = _noun_before(tree, start, t) if t > start else _noun_after(tree, t)
        if s >= 0:
            return t, s
    return None


def _noun_before(tree: Tree, start: int, t: int) -> int:
    """The head of the noun phrase that begins at ``start``: its last noun before a comma or preposition."""
    best = -1
    for i in range(start, t):
        if best >= 0 and (tree.words[i] in bounds.BREAK or tree.tags[i] == "IN"):
            break
        if tree.tags[i] in ("NN", "NNS", "NNP", "NNPS", "PRP", "DT"):
            best = i
    return best


def _noun_after(tree: Tree, t: int) -> int:
    best = -1
    for i in range(t + 1, min(t + 12, len(tree))):
        if tree.words[i] == "." or tree.words[i] in bounds.BREAK or (tree.tags[i] in ("IN", "VBD") and best >= 0):
            break
        if tree.tags[i] in ("NN", "NNS", "NNP", "NNPS", "PRP"):
            best = i
    return best


def _precedes(tree: Tree, w: int) -> tuple[int, int] | None:
    """``The minister put it bluntly: “...”``: the nearest cue before the placeholder in its sentence."""
    first = next((t for t in range(len(tree)) if tree.sent[t] == tree.sent[w]), w)
    if w - 2 >= 0 and tree.words[w - 2] == ":" and first >= w - 1 and first > 0:
        first = next(t for t in range(len(tree)) if tree.sent[t] == tree.sent[w - 2])
    best = None
    for t in range(w - 2, first - 1, -1):
        if tree.stands[t]:
            break
        if tree.tags[t] in VERBAL and reports(tree, t):
            s = subject(tree, t)
            if s >= 0 and not tree.stands[s] and (best is None or (main(tree, t) and not main(tree, best[0]))):
                best = t, s
    return best


def _direct(q: Quotation, text: str) -> bool:
    """Whether the quotation ends in marks, so that a further one goes on with it."""
    start, end = q.spans[-1]
    return text[end - 1] in MARKS or text[start] in MARKS


MARKS = frozenset("\"“”„‟«»″'‘’‚‛`‹›")

"""From the model's entities to the names of an article: the order of the steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate.names.chains import Chain, chain
from dateline.annotate.names.lines import marked
from dateline.annotate.names.rescan import rescan
from dateline.annotate.names.roles import add_roles
from dateline.annotate.names.saints import saints
from dateline.annotate.names.spans import clean, without_overlap
from dateline.annotate.names.sports import sport_of
from dateline.annotate.names.teams import clubs, mark_clubs, mark_teams, tables
from dateline.annotate.names.tokens import Span, Tokens
from dateline.annotate.names.vote import vote
from dateline.annotate.record import Name
from dateline.settings import LABELS

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan


_LABEL_OF = {"PER": "PERSON"}
"""How models of other languages call what ours calls otherwise; their MISC holds too much to be shown."""


def find(doc: Doc, text: str, title: str = "") -> tuple[list[Name], list[Chain], list[DocSpan]]:
    """Names and chains of a Doc whose ner has run, and its new entities.

    ``text`` is the article as written, of which the Doc's own text may differ in letter case.
    """
    t = Tokens.of(doc)
    found = ((e, _LABEL_OF.get(e.label_, e.label_)) for e in doc.ents)
    spans = clean([Span(e.start, e.end, label) for e, label in found if label in LABELS], t)
    sport = sport_of([w for w in t.lower if w[0].isalnum()])
    spans = _override(spans, without_overlap(marked(t, text) + tables(t, sport) + saints(t)))
    mark_clubs(spans, t, sport)
    spans = vote(spans, t)
    more = rescan(spans, t, title.split()) + clubs(spans, t, sport)
    if more:
        spans = without_overlap(spans + more)
        spans = vote(spans, t)
    mark_teams(spans, t, sport)
    add_roles(spans, t)
    of, chains = chain(spans, t)
    names = [
        Name(t.starts[s.a], t.ends[s.b - 1], s.label, c, s.role, reason)
        for s, (c, reason) in zip(spans, of, strict=True)
    ]
    return names, chains, _entities(doc, spans)


def _entities(doc: Doc, spans: list[Span]) -> list[DocSpan]:
    """The names as entities of the Doc, and the model's dates and figures, which are not ours, where they were."""
    from spacy.tokens import Span as DocSpan

    taken = {i for s in spans for i in range(s.a, s.b)}
    others = [e for e in doc.ents if e.label_ not in LABELS and not any(i in taken for i in range(e.start, e.end))]
    return sorted([*(DocSpan(doc, s.a, s.b, label=s.label) for s in spans), *others], key=lambda e: e.start)


def _override(spans: list[Span], sure: list[Span]) -> list[Span]:
    """Spans that the form of a line makes sure win over the model's that they touch."""
    if not sure:
        return spans
    taken = {i for s in sure for i in range(s.a, s.b)}
    kept = [s for s in spans if not any(i in taken for i in range(s.a, s.b))]
    return without_overlap(sure + kept)

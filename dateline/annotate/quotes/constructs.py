"""The table of constructs: the ways a quotation hangs on its cue, in the order in which they are tried.

The first that holds at a word is taken. Shares of what each finds that is a quotation with the right words, counted on
news with the quotations marked by hand, stand behind the names; ``trust`` has those of the speakers.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.annotate.quotes import asides, clauses, nouns
from dateline.annotate.quotes.event import Event, impersonal
from dateline.annotate.quotes.fragments import fragments
from dateline.annotate.quotes.parse import Tree
from dateline.annotate.quotes.subjects import VERBAL, cue_groups

VERBS: tuple[Callable[[Tree, int, frozenset[str]], Event | None], ...] = (
    asides.torn,  # .83 "The answer, she said, is no"
    clauses.complement,  # .98 in marks, .83 without: "said that ...", "“...,” he said"
    clauses.addressed,  # "told police he fired"
    clauses.about,  # "spoke about how ..."
    clauses.parataxis,  # .88 "..., he said, and ..."
    clauses.as_said,  # .69 "as she told the court, ..."
    clauses.lost,  # .66 where the parser went astray
    asides.lost,  # .65
    clauses.infinitive,  # "urged them to ... that ..."
    clauses.substance,  # .78 "cited remarks that she had made"
)
WORDS: tuple[Callable[[Tree, int], Event | None], ...] = (
    nouns.according,  # .73
    nouns.noun,  # .68 "the claim that ..."
)


def events(tree: Tree) -> list[Event]:
    """Every quotation of a paragraph, nested ones included, in the order of their cues; mixed fragments last (.65)."""
    out = []
    for t in range(len(tree)):
        if not tree.stands[t]:
            event = _at(tree, t)
            if event is not None:
                out.append(event)
    covered = {tree.quote[t] for e in out for t in e.content} - {-1}
    return out + fragments(tree, covered)


def _at(tree: Tree, t: int) -> Event | None:
    for word in WORDS:
        event = word(tree, t)
        if event is not None and event.content:
            return event
    if tree.tags[t] not in VERBAL or impersonal(tree, t):
        return None
    found = cue_groups(tree, t)
    for verb in VERBS:
        event = verb(tree, t, found)
        if event is not None and event.content:
            return event
    return None

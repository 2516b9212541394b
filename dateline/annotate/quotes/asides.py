"""A reporting clause set between commas: "The answer, the minister told them, was simple"."""

from __future__ import annotations

from dateline.annotate.quotes import bounds
from dateline.annotate.quotes.event import Event, at_verb, mute
from dateline.annotate.quotes.layout import FINITE
from dateline.annotate.quotes.lexicon import lemmas, tables
from dateline.annotate.quotes.parse import Tree
from dateline.annotate.quotes.subjects import VERBAL, phrase, subject

ASIDE = frozenset((",", "--", "-"))
LONGEST = 9
"""Words between the verb of an aside and the comma that ends it."""


def torn(tree: Tree, v: int, found: frozenset[str]) -> Event | None:
    """An aside that tears a clause apart: what follows it needs what stands before ("..., he said, is that ...")."""
    if not found & {"say", "tell"} or tree.tags[v] not in FINITE:
        return None
    bracket = _bracket(tree, v)
    if bracket is None or not _inside(tree, *bracket):
        return None
    after = bracket[1] + 2
    goes_on = tree.tags[after] in FINITE or (tree.lower[after] in ("that", "to", "so") and tree.child(v, "ccomp") < 0)
    if tree.deps[v] != "parataxis" and not goes_on:
        return None
    return at_verb(tree, "aside", v, bounds.cut(tree, bounds.around(tree, *bracket), v))


def lost(tree: Tree, v: int, found: frozenset[str]) -> Event | None:
    """An aside whose clause the parser hung elsewhere; only for verbs that are often used so."""
    if not found & {"say", "tell"} or tree.tags[v] not in FINITE:
        return None
    if mute(tree, v) or (tree.child(v, "dobj") > v and "tell" not in found):
        return None
    bracket = _bracket(tree, v)
    if bracket is None or (lemmas()[tree.lower[v]] not in tables("aside") and tree.lower[bracket[0]] != "as"):
        return None
    content = bounds.around(tree, *bracket)
    within = {x for t in content if _subordinate(tree, t, v) for x in tree.subtree(t)}
    clause = any((tree.tags[t] in FINITE and t not in within) or tree.stands[t] for t in content)
    final = content and content[-1] < bracket[0] and len(content) > 3  # "..., she said."
    if not clause and not final:
        return None
    return at_verb(tree, "aside", v, bounds.cut(tree, content, v))


def _subordinate(tree: Tree, t: int, v: int) -> bool:
    if tree.deps[t] == "relcl":
        return True
    return tree.deps[t] == "advcl" and t != tree.heads[v] and any(tree.deps[k] == "mark" for k in tree.kids[t])


def _inside(tree: Tree, first: int, last: int) -> bool:
    """Whether an aside has the speaker's words on both sides; after a quotation in marks come the reporter's."""
    if last + 2 >= len(tree) or tree.sent[last + 2] != tree.sent[first]:
        return False
    return not any(tree.quote[t] >= 0 and tree.sent[t] == tree.sent[first] for t in range(first))


def _bracket(tree: Tree, v: int) -> tuple[int, int] | None:
    """First and last word of a reporting clause set off by commas: noun phrase, verb and at most a few words."""
    s = subject(tree, v)
    if s < 0 or tree.sent[s] != tree.sent[v]:
        return None
    n = len(tree)
    first, end = phrase(tree, s)
    if s < v:
        if any(tree.tags[t] not in ("RB", "MD", "VBZ", "VBP", "VBD") for t in range(end + 1, v)):
            return None
        start, end = first, v
    else:
        start = v
    if start > 1 and tree.lower[start - 1] == "as" and tree.words[start - 2] in ASIDE:
        start -= 1  # "Hawaii, as one of them pointed out, ...", taken for a preposition
    if start == 0 or tree.sent[start - 1] != tree.sent[v] or tree.words[start - 1] not in ASIDE:
        return None
    stop = end + 1
    while stop < n and tree.sent[stop] == tree.sent[v] and tree.words[stop] not in ASIDE and tree.words[stop] != ".":
        if tree.tags[stop] in VERBAL or tree.stands[stop] or tree.lower[stop] == "that" or stop - end > LONGEST:
            return None
        stop += 1
    last = stop >= n - 1 or tree.sent[stop] != tree.sent[v] or tree.words[stop] == "."
    if last and tree.words[start - 1] != ",":
        return None
    return start, stop - 1

"""Which names of an article are the subjects of their clauses, by the parse: whom a later "he" is likely to mean."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from dateline.annotate.quotes.parse import Tree
from dateline.annotate.record import Name

_SUBJECT = frozenset(("nsubj", "nsubjpass", "attr"))
_BESIDE = frozenset(("appos", "conj"))
_UNDER = frozenset(("pobj", "prep"))


def agents(trees: Iterable[Tree], names: Sequence[Name]) -> dict[int, bool]:
    """First character of a name → whether it is a subject, for the names that stand in parsed paragraphs.

    A name in apposition to a subject is one ("the leader of the union, Ada Hale, received the news"); one in a relative
    clause, or in what somebody else is reported to say, is not.
    """
    starts = [n.start for n in names]
    out: dict[int, bool] = {}
    for tree in trees:
        if not len(tree):
            continue
        for k in range(bisect_left(starts, tree.start), len(names)):
            n = names[k]
            if n.start >= tree.end:
                break
            last = bisect_left(tree.starts, n.end) - 1
            if last >= 0 and tree.starts[last] >= n.start:
                out[n.start] = _leads(tree, last)
    return out


def _leads(tree: Tree, t: int) -> bool:
    """Whether a word is, or stands beside, the subject of a clause that is told and not reported."""
    # "the head of the families' association, Ada Hale": the parser has the name stand beside the last noun
    beside = tree.deps[t] == "appos"
    for _ in range(6):
        if tree.deps[t] in _SUBJECT:
            break
        if tree.deps[t] not in _BESIDE and not (beside and tree.deps[t] in _UNDER):
            return False
        t = tree.heads[t]
    else:
        return False
    verb = tree.heads[t]
    if tree.deps[verb] in ("relcl", "acl"):
        return False
    # "she called at once, he said": what is reported stands before the cue, and is told by the paper
    return tree.deps[verb] not in ("ccomp", "xcomp", "pcomp", "csubj") or verb < tree.heads[verb]

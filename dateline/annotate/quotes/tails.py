"""Tails that are the reporter's words, though the parser hangs them on what was said.

A table of rules, each a question about a dependant of the quotation. Which tails to cut was counted on news with the
quotations marked by hand: a gloss behind a name was the reporter's in 16 of 19 cases, "although ..." in 6 of 9; other
relative clauses, participles and appositions were mostly the speaker's and stay.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.annotate.quotes.layout import FINITE
from dateline.annotate.quotes.lexicon import groups
from dateline.annotate.quotes.parse import Tree

PAUSE = frozenset((",", "-", "--"))
STRONG = frozenset((";", ":"))
BREAK = PAUSE | STRONG | {"("}
MODAL = frozenset("would could might should may can will must".split())
SUBJECT = ("nsubj", "nsubjpass", "expl")


def cut(tree: Tree, content: Sequence[int], v: int) -> list[int]:
    """The words of a quotation under the cue ``v`` without the tails that are the reporter's."""
    held = set(content)
    gone: set[int] = set()
    end = max((t for t in content if is_word(tree, t)), default=-1)
    for t in content:
        if tree.quote[t] >= 0 or t in gone or tree.heads[t] not in held:
            continue
        left = tree.left(t)
        rules = RULES if v < left else EVERYWHERE
        if left - 1 in held and any(rule(tree, t, left, end) for rule in rules):
            gone.update(tree.subtree(t))
    return [t for t in content if t not in gone]


def is_word(tree: Tree, t: int) -> bool:
    """Whether a token holds a letter or a figure."""
    return any(c.isalnum() for c in tree.words[t])


def _paused(tree: Tree, left: int) -> bool:
    return tree.words[left - 1] in PAUSE


def _reports(tree: Tree, t: int) -> bool:
    return bool(groups(tree.lower[t]) & {"say", "tell", "label", "ask", "gesture"})


def according(tree: Tree, t: int, left: int, end: int) -> bool:
    """ "..., according to the report": another source."""
    return tree.lower[t] == "according" and _paused(tree, left)


def saying(tree: Tree, t: int, left: int, end: int) -> bool:
    """ "..., adding that ...": the speaker's next words, reported for themselves."""
    return tree.deps[t] == "advcl" and tree.tags[t] == "VBG" and _paused(tree, left) and _reports(tree, t)


def next_report(tree: Tree, t: int, left: int, end: int) -> bool:
    """ "..., although she tweeted that ...", "and one in five said ...": the next report."""
    if not _reports(tree, t) or tree.child(t, "nsubj") < 0 or tree.lower[left] == "that":
        return False
    if tree.deps[t] == "advcl":
        return _paused(tree, left) and tree.child(t, "ccomp", "dobj") >= 0
    own = tree.child(t, "ccomp") >= 0 or any(tree.stands[x] for x in tree.subtree(t))
    return tree.deps[t] == "conj" and own and tree.tags[t] in FINITE


def as_said(tree: Tree, t: int, left: int, end: int) -> bool:
    """ "..., as she told the court", "..., as has the mayor"."""
    if tree.deps[t] != "advcl" or not _paused(tree, left) or tree.lower[left] != "as":
        return False
    inverted = left + 1 < len(tree) and tree.tags[left + 1] in FINITE
    return inverted or (_reports(tree, t) and tree.child(t, "ccomp") < 0)


def other_tense(tree: Tree, t: int, left: int, end: int) -> bool:
    """ "Said it would fight and called on others": the tense tells whose act it is."""
    head = tree.heads[t]
    if tree.deps[t] != "conj" or tree.tags[t] != "VBD" or tree.child(t, *SUBJECT) >= 0:
        return False
    aux = tree.child(head, "aux")
    if tree.tags[head] in ("VBP", "VBZ"):
        return True
    return tree.tags[head] in ("VB", "VBG") and aux >= 0 and tree.lower[aux] not in ("do", "does", "did")


def next_act(tree: Tree, t: int, left: int, end: int) -> bool:
    """ "Said the plan would cost jobs and called it “a disgrace”": the speaker's next act, not the plan's."""
    head = tree.heads[t]
    if tree.deps[t] != "conj" or not _reports(tree, t) or tree.child(t, *SUBJECT) >= 0 or groups(tree.lower[head]):
        return False
    own = tree.child(t, "ccomp") >= 0 or any(tree.quote[x] >= 0 for x in tree.subtree(t))
    return own and tree.tags[t] in ("VBD", "VBZ", "VBP", "VBG")


def dashed(tree: Tree, t: int, left: int, end: int) -> bool:
    """ "... - and there are two of them": a clause of its own after a dash."""
    before = left - 2 if tree.tags[left - 1] == "CC" else left - 1
    if before <= 0 or tree.words[before] not in ("-", "--"):
        return False
    return tree.deps[t] in ("conj", "ccomp", "parataxis") and tree.child(t, *SUBJECT) >= 0


def gloss(tree: Tree, t: int, left: int, end: int) -> bool:
    """ "Ada Smith, who took office in May", "Acme, the maker of ..." at the end, unless shifted with the rest."""
    if tree.right(t) < end or not tree.tags[tree.heads[t]].startswith("NNP") or tree.words[left - 1] not in (",", "("):
        return False
    if tree.deps[t] == "relcl":
        relative = tree.lower[left] in ("who", "which", "whom") or tree.tags[left] == "IN"
        return relative and not any(tree.lower[k] in MODAL for k in tree.kids[t] if tree.deps[k] == "aux")
    return tree.deps[t] == "appos" and tree.lower[left] in ("the", "a", "an")


def although(tree: Tree, t: int, left: int, end: int) -> bool:
    """ "..., although he again refused to show it"."""
    return (
        tree.deps[t] == "advcl"
        and tree.lower[left] in ("although", "though")
        and _paused(tree, left)
        and tree.right(t) >= end
    )


def aside(tree: Tree, t: int, left: int, end: int) -> bool:
    """ "..., the first time it has done so", "... - a charge that stung": a noun phrase about the whole clause."""
    if tree.right(t) < end or not _paused(tree, left) or tree.lower[left] not in ("the", "a", "an"):
        return False
    if not tree.tags[t].startswith("NN") or tree.child(t, "conj") >= 0:
        return False
    if tree.deps[t] == "appos":
        return tree.words[left - 1] in ("-", "--")
    return tree.deps[t] in ("dobj", "npadvmod", "dep")


def other_share(tree: Tree, t: int, left: int, end: int) -> bool:
    """ "Half said they would go, while one in nine would not": the rest of the answers."""
    s = tree.child(t, *SUBJECT)
    if tree.deps[t] != "advcl" or tree.lower[left] != "while" or not _paused(tree, left) or s < 0:
        return False
    return any(tree.tags[x] == "CD" for x in (s, *tree.kids[s]))


EVERYWHERE: tuple[Callable[[Tree, int, int, int], bool], ...] = (
    according,
    saying,
    next_report,
    as_said,
    other_tense,
    next_act,
    dashed,
)
RULES = (*EVERYWHERE, gloss, although, aside, other_share)
"""Behind the cue; what stands before it ("..., though it may rain, she said") is the speaker's to the end."""

"""Clauses that the parser hung elsewhere, though they are what a verb of saying reports."""

from __future__ import annotations

from dateline.annotate.quotes.layout import FINITE
from dateline.annotate.quotes.lexicon import groups, nouns
from dateline.annotate.quotes.parse import Tree
from dateline.annotate.quotes.tails import BREAK, STRONG, cut


def reported(tree: Tree, v: int, question: bool) -> list[int]:
    """What a verb of saying reports where the parser hung the clause elsewhere: from "that" on, or right after it.

    ``question``: the verb asks, so that "if", "whether", "why" ... open the clause as well.
    """
    n = len(tree)
    openers = {"that"} | ({"if", "whether", "why", "how", "what", "who", "when", "where"} if question else set())
    for t in range(v + 1, min(v + 18, n)):
        if tree.sent[t] != tree.sent[v] or tree.words[t] in STRONG or tree.stands[t] or tree.tags[t] == "CC":
            break
        if tree.quote[t] >= 0:
            return []
        if tree.lower[t] in openers and tree.tags[t] in ("IN", "WDT", "WRB", "WP"):
            if _noun_before(tree, v, t) or not _clause_follows(tree, t):
                return []
            return _without_next_act(tree, cut(tree, list(range(t, clause_end(tree, v, t) + 1)), v), v)
        if tree.tags[t] in FINITE and tree.deps[t] not in ("advcl", "relcl", "aux"):
            break
    k = _neighbour(tree, v)
    if k >= 0:
        return cut(tree, [t for t in tree.subtree(k) if t > v], v)
    return _garden_path(tree, v)


def _without_next_act(tree: Tree, content: list[int], v: int) -> list[int]:
    """ "Wrote at night that it was a disgrace and asked for help": what else the speaker did is cut off."""
    for t in content:
        act = tree.deps[t] == "conj" and tree.heads[t] == v and tree.tags[t] == tree.tags[v]
        if act and tree.child(t, "nsubj", "nsubjpass", "expl") < 0:
            return [c for c in content if c < tree.left(t)]
    return content


def _neighbour(tree: Tree, v: int) -> int:
    """The clause right behind a verb of saying that hangs on a verb above it ("chose to remind them he was there")."""
    start = tree.right(v) + 1
    k = start
    while k < len(tree) and tree.left(tree.heads[k]) == start and tree.heads[k] != k:
        k = tree.heads[k]
    if k >= len(tree) or tree.left(k) != start or tree.deps[k] != "ccomp" or tree.sent[k] != tree.sent[v]:
        return -1
    return k if tree.heads[k] < v and tree.child(k, "nsubj", "nsubjpass", "expl") >= 0 else -1


def _noun_before(tree: Tree, v: int, t: int) -> bool:
    """Whether "that" goes with a common noun right before it ("denied the claims that ..."), not with the verb."""
    n = t - 1
    if n <= v or tree.tags[n] not in ("NN", "NNS") or tree.lower[n] in LOOSE:
        return False
    # "admitted under questioning that ...": the phrase only says how
    told = "tell" in groups(tree.lower[v]) and tree.deps[n] == "pobj"  # "warned them in interviews that ..."
    thing = tree.child(v, "dobj") >= 0 and not told
    return thing or tree.lower[n] in nouns("say") or tree.lower[n] in nouns("voiced")


LOOSE = frozenset("time evidence proof reporters day week month year press media crowd audience people".split())


def _clause_follows(tree: Tree, t: int) -> bool:
    for i in range(t + 1, min(t + 25, len(tree))):
        if tree.sent[i] != tree.sent[t] or tree.words[i] in STRONG:
            return False
        if tree.tags[i] in FINITE:
            return i > t + 1  # "that was": a relative clause
    return False


def clause_end(tree: Tree, v: int, t: int) -> int:
    """The last word of a clause that opens at ``t``: the sentence's, or the comma that ends a fronted clause."""
    sent = tree.sent[v]
    first = v
    while first > 0 and tree.sent[first - 1] == sent:
        first -= 1
    fronted = tree.lower[first] in ("when", "asked", "after", "as", "while", "although", "though")
    inner = fronted or tree.deps[v] in ("relcl", "acl", "pcomp") or "ask" in groups(tree.lower[v])
    end = t
    verb = False
    while end + 1 < len(tree) and tree.sent[end + 1] == sent and tree.words[end + 1] not in STRONG:
        verb = verb or tree.tags[end] in FINITE
        if inner and verb and tree.words[end + 1] == ",":
            break
        end += 1
    return end


def _garden_path(tree: Tree, v: int) -> list[int]:
    """ "Smith, who brags he has held the office, ...": the clause after the verb taken for that of the sentence."""
    perfect = tree.tags[v] == "VBN" and any(tree.tags[k] in FINITE for k in tree.kids[v] if tree.deps[k] == "aux")
    if not (tree.tags[v] in FINITE or perfect) or tree.deps[v] not in ("relcl", "advcl", "conj", "ccomp"):
        return []
    # "admitted under questioning he had not been there": a phrase may stand between
    how = next((k for k in tree.kids[v] if k == v + 1 and tree.deps[k] == "prep"), -1)
    start = tree.right(how) + 1 if how > 0 else v + 1
    thing = tree.child(v, "dobj")
    for f in range(v + 2, min(v + 14, len(tree))):
        if tree.words[f] in BREAK or tree.words[f] == "." or tree.sent[f] != tree.sent[v]:
            return []
        s = tree.child(f, "nsubj", "nsubjpass", "expl")
        taken = s >= 0 and v < s and tree.left(s) == start and tree.tags[s] in ("PRP", "NNP", "EX")
        # "suggested his role is ...": the subject taken for an object of the verb
        orphan = (
            s < 0 and v < thing < f and tree.left(thing) == v + 1 and tree.tags[f] in FINITE
            and not v < tree.heads[f] <= f and tree.deps[f] not in ("aux", "auxpass", "conj", "relcl")
        )  # fmt: skip
        if taken or orphan:
            end = f
            while end + 1 < len(tree) and tree.sent[end + 1] == tree.sent[v] and tree.words[end + 1] not in BREAK:
                end += 1
            return list(range(start if taken else v + 1, end + 1))
    return []

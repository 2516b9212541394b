"""Quotations without a verb of speech: "the claim that ...", "the point is that ...", "according to ..."."""

from __future__ import annotations

from dateline.annotate.quotes import astray, bounds, tails
from dateline.annotate.quotes.event import Event, finite, marked
from dateline.annotate.quotes.layout import FINITE
from dateline.annotate.quotes.lexicon import nouns, voicing
from dateline.annotate.quotes.parse import Tree
from dateline.annotate.quotes.subjects import SUBJECT, VERBAL, owner


def noun(tree: Tree, n: int) -> Event | None:
    """A noun of speech and what it was: a clause with "that" on it, behind it, or behind "is"."""
    low = tree.lower[n]
    if not tree.tags[n].startswith("NN") or any(tree.lower[k] == "no" for k in tree.kids[n] if k < n):
        return None
    if low in nouns("say") or (low in nouns("voiced") and tree.lower[tree.heads[n]] in voicing()):
        for k in tree.kids[n]:
            if k > n and tree.deps[k] in ("acl", "ccomp") and finite(tree, k) and marked(tree, k, "that"):
                return Event("noun", bounds.after(tree, n, k), [n], owner(tree, n))
        if n + 2 < len(tree) and tree.lower[n + 1] == "that" and tree.tags[n + 1] == "IN":
            k = tree.heads[n + 1]  # hung on a verb above the noun
            hung = k > n + 1 and tree.deps[n + 1] == "mark" and finite(tree, k)
            content = list(range(n + 1, (tree.right(k) if hung else astray.clause_end(tree, n, n + 1)) + 1))
            if hung or any(tree.tags[t] in FINITE for t in content):
                return Event("noun", bounds.cut(tree, content, n), [n], owner(tree, n))
        t = _that_behind(tree, n) if low in nouns("say") else -1
        if t >= 0:
            content = list(range(t, astray.clause_end(tree, n, t) + 1))
            return Event("noun", bounds.cut(tree, content, n), [n], owner(tree, n))
    head = tree.heads[n]
    if low in nouns("copula") and tree.deps[n] == "nsubj" and tree.lower[head] in ("is", "was", "'s", "be"):
        k = tree.child(head, "ccomp")
        if k > head and finite(tree, k) and marked(tree, k, "that"):
            return Event("noun", bounds.after(tree, head, k), [n], owner(tree, n))
    return None


PHRASE = 8
"""Words of a phrase between a noun of speech and its "that": "the claim in a letter to members that ..."."""


def _that_behind(tree: Tree, n: int) -> int:
    """The "that" behind a phrase on the noun, where a clause with a subject of its own follows; else -1."""
    if n + 1 >= len(tree) or tree.tags[n + 1] not in ("IN", "TO") or tree.lower[n + 1] == "that":
        return -1
    for t in range(n + 2, min(n + PHRASE + 2, len(tree) - 2)):
        if tree.lower[t] == "that":
            k = tree.heads[t]
            s = tree.child(k, *SUBJECT)
            return t if k > t and finite(tree, k) and t < s else -1
        if tree.tags[t] in VERBAL or tree.words[t] in tails.BREAK or tree.words[t] == "." or tree.quote[t] >= 0:
            return -1
    return -1


def according(tree: Tree, a: int) -> Event | None:
    """ "According to the report, ...", at any place of the sentence."""
    if tree.lower[a] != "according" or a + 1 >= len(tree) or tree.lower[a + 1] != "to":
        return None
    head = tree.heads[a]
    source = tree.child(a + 1, "pobj")
    if head == a or source < 0:
        return None
    # "X said ..., according to Y": the whole sentence is Y's
    while tree.deps[head] in ("ccomp", "advcl", "conj") and tree.heads[head] < head < a and not tree.stands[head]:
        if tree.deps[head] == "conj" and tree.words[tree.left(head) - 2] == ",":
            break  # "X, and Y, according to Z": only Y is Z's
        head = tree.heads[head]
    others = [k for k in tree.kids[head] if tree.deps[k] == "conj" and tree.child(k, *SUBJECT) >= 0]
    later = [k for k in others if k > a]
    nearer = [k for k in tree.kids[head] if tree.deps[k] == "conj" and k < a and finite(tree, k)]
    if nearer and tree.words[tree.left(nearer[-1]) - 2] == "," and tree.child(nearer[-1], *SUBJECT) >= 0:
        content = bounds.before(tree, a, nearer[-1])
    else:
        content = bounds.before(tree, a, head, without=[a, *later])
    return Event("according", content, [a, a + 1], source)

"""Who speaks where the parser left a verb of speech without its subject, or gave it a wrong one."""

from __future__ import annotations

from dateline.annotate.quotes.lexicon import words
from dateline.annotate.quotes.parse import Tree
from dateline.annotate.quotes.tails import BREAK, SUBJECT

OBJECT = ("dobj", "attr", "oprd", "npadvmod", "dep", "appos", "dative")


def behind_phrase(tree: Tree, s: int) -> int:
    """ "With a week to the vote, Ada Hale, who ..., said": the name, where the noun of the phrase was taken for it."""
    left = tree.left(s)
    if left == 0 or tree.deps[s] not in ("nsubj", "nsubjpass") or tree.tags[left - 1] not in ("IN", "TO", "VB", "VBG"):
        return s
    if tree.sent[left - 1] != tree.sent[s] or tree.lower[left - 1] in ("that", "if", "whether", "because", "as"):
        return s
    for k in tree.kids[s]:
        if tree.deps[k] == "appos" and tree.tags[k] == "NNP" and tree.words[tree.left(k) - 1] == ",":
            return k
    return s


def person(tree: Tree, n: int) -> int:
    """ "An inspector of the Harbour Board (HB), who agreed": whom "who" means, where the parser hung it on the body."""
    prep = tree.heads[n]
    owner = tree.heads[prep]
    if tree.deps[n] != "pobj" or tree.deps[prep] != "prep" or tree.tags[owner] != "NN":
        return n
    body = tree.tags[n] in ("NNP", "NNPS") and any(tree.lower[k] == "the" for k in tree.kids[n] if k < n)
    return owner if body or tree.lower[n] in words("bodies") | words("firms") else n


def before(tree: Tree, v: int) -> int:
    """The noun right before a verb that the parser left without a subject."""
    for k in tree.kids[v]:
        if k < v and tree.deps[k] in ("ccomp", "advcl") and tree.tags[k] in ("VBG", "VBN"):
            s = tree.child(k, "nsubj", "nsubjpass")
            if s >= 0 and not tree.stands[s]:
                return s
    t = v - 1
    while t > 0 and (tree.tags[t] in ("RB", "MD") or (tree.tags[t] in ("VBZ", "VBP", "VBD") and tree.heads[t] == v)):
        t -= 1
    if t > 1 and tree.words[t] == ",":
        # "the party chairman, Ada Hale, said": the head of the phrase before the comma
        h = t - 1
        while tree.heads[h] != h and tree.heads[h] < t and tree.sent[tree.heads[h]] == tree.sent[v]:
            h = tree.heads[h]
        t = h
    if t >= 0 and tree.deps[t] == "pobj":
        # "Protesters marching through the streets chanted": who marches
        h = t
        while tree.deps[h] in ("pobj", "prep") and tree.heads[h] != h:
            h = tree.heads[h]
        s = tree.child(h, *SUBJECT) if tree.tags[h] in ("VBG", "VBN") else -1
        if 0 <= s < h:
            return s
    named = tree.tags[t] == "UH" and tree.words[t][:1].isupper() and len(tree.words[t]) > 4
    if t >= 0 and not tree.stands[t] and (tree.tags[t] in ("NN", "NNS", "NNP", "NNPS", "PRP") or named):
        return t
    return -1


def inverted(tree: Tree, v: int) -> int:
    """ "..., explained the lawyer Ada Smith": a subject that the parser took for an object."""
    said = any(k < v and tree.deps[k] in ("ccomp", "advcl", "dep") for k in tree.kids[v])
    if not said and tree.deps[v] != "parataxis" and not (tree.heads[v] > v and tree.deps[v] == "ccomp"):
        return -1
    for k in tree.kids[v]:
        near = v < k <= v + 12 and tree.left(k) <= v + 2
        if near and tree.deps[k] in OBJECT and tree.tags[k] in ("NN", "NNS", "NNP", "NNPS", "PRP"):
            return k
    return -1


def across(tree: Tree, v: int) -> int:
    """ "Ada Hale, at a meeting on Monday, said": the noun phrase that opens the clause, across what commas enclose."""
    end = v
    while end > 0 and tree.heads[end - 1] == v and tree.deps[end - 1] in ("aux", "auxpass", "advmod", "neg"):
        end -= 1
    best, stop = -1, end - 1
    while stop > 0 and tree.words[stop] == "," and tree.sent[stop] == tree.sent[v]:
        first = stop
        while first > 0 and tree.words[first - 1] not in BREAK and tree.sent[first - 1] == tree.sent[v]:
            first -= 1
        if first == stop or any(tree.stands[t] or tree.quote[t] >= 0 for t in range(first, stop)):
            break
        opener = tree.tags[first]
        relative = opener in ("WP", "WDT", "WP$") or (opener == "IN" and tree.tags[first + 1] in ("WP", "WDT"))
        if not relative and any(tree.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(first, stop)):
            break
        if opener in ("DT", "CD", "JJ", "JJS", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "PDT"):
            best = _head_of(tree, first, stop)
        elif tree.lower[first] == "as" and tree.tags[first + 1] in ("NNP", "DT", "PRP"):
            return _head_of(tree, first + 1, stop)
        elif not relative and opener not in ("IN", "RB", "VBG", "VBN"):
            break
        stop = first - 1
    return best


def _head_of(tree: Tree, first: int, stop: int) -> int:
    """The last noun of a noun phrase before a preposition or participle."""
    head = -1
    for t in range(first, stop):
        if head >= 0 and tree.tags[t] in ("IN", "TO", "VBG", "VBN", "WP", "WDT", "CC"):
            break
        if tree.tags[t] in ("NN", "NNS", "NNP", "NNPS", "PRP"):
            head = t
    return head

"""A quotation in a tree, and the questions that every construct asks of a clause."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.annotate.quotes.layout import FINITE
from dateline.annotate.quotes.lexicon import lemmas, singular, words
from dateline.annotate.quotes.parse import Tree
from dateline.annotate.quotes.subjects import subject

QUESTION = frozenset("whether if how what why when where who which whom whose".split())
_CLAUSES = frozenset("ccomp advcl relcl acl conj parataxis csubj pcomp".split())
_DECLINE = frozenset("decline declined declines declining refuse refused refuses refusing".split())


@dataclass(slots=True)
class Event:
    """A quotation found in a tree: word numbers of what was said, of the cue, and the head of the speaker (-1 none)."""

    construct: str
    content: list[int]
    cue: list[int]
    speaker: int


def at_verb(tree: Tree, construct: str, v: int, content: list[int]) -> Event | None:
    """The event of a verb, its subject the speaker; None without content."""
    if (
        len(content) > 1
        and tree.tags[v] == "VBN"
        and tree.lower[content[0]] in QUESTION
        and tree.words[content[0] + 1] == ","
    ):
        return None  # "Asked why, he said he had seen it": what follows the comma was not asked
    return Event(construct, content, [v], subject(tree, v)) if content else None


def finite(tree: Tree, k: int) -> bool:
    """Whether a clause has a finite verb."""
    if tree.child(k, "nsubj", "nsubjpass") >= 0 and tree.child(k, "aux", "auxpass", "cop") < 0:
        # a past tense or a third person that the tagger took for a participle or a noun
        s = tree.child(k, "nsubj", "nsubjpass")
        many = tree.tags[s] in ("NNS", "NNPS") or tree.child(s, "conj") >= 0
        return tree.tags[k] not in ("VB", "VBG") or (tree.tags[k] == "VB" and many and s < k)
    return tree.tags[k] in FINITE or any(
        tree.tags[c] in FINITE for c in tree.kids[k] if c < k and tree.deps[c] not in _CLAUSES
    )


def marked(tree: Tree, v: int, word: str) -> bool:
    """Whether a clause is opened by this word."""
    return any(tree.lower[c] == word for c in tree.kids[v] if tree.deps[c] in ("mark", "advmod", "prep"))


def asks(tree: Tree, k: int) -> bool:
    """Whether a clause is an indirect question."""
    if tree.lower[tree.left(k)] in QUESTION:
        return True
    return any(tree.lower[t] in QUESTION and tree.deps[t] != "nsubj" for t in tree.kids[k] if t < k)


def negated(tree: Tree, v: int) -> bool:
    """Whether nothing was said: "did not say", "declined to say"."""
    return tree.child(v, "neg") >= 0 or (tree.deps[v] in ("xcomp", "advcl") and tree.lower[tree.heads[v]] in _DECLINE)


def mute(tree: Tree, v: int) -> bool:
    """Whether a thing shows rather than somebody says: "the evidence suggests that ..."."""
    if lemmas().get(tree.lower[v]) not in SHOWING:
        return False
    shown = tree.child(v, "nsubjpass")
    if shown >= 0 and tree.lower[shown] != "it":
        return True  # "her trouble was underscored when ..."
    s = subject(tree, v)
    return s >= 0 and singular(tree.lower[s]) in words("mute")


def impersonal(tree: Tree, v: int) -> bool:
    """Whether nobody speaks: "it is too soon to say whether ...", "it should be noted that", "all told, ..."."""
    if tree.lower[v] == "told" and v > 0 and tree.lower[v - 1] == "all":
        return True
    if _bidden(tree, v) or _noticed(tree, v):
        return True
    if tree.tags[v] == "VBN":
        it = tree.child(v, "nsubjpass")
        aux = tree.child(v, "aux")
        return it >= 0 and tree.lower[it] == "it" and aux >= 0 and tree.lower[aux] in ("should", "must", "can", "might")
    if tree.tags[v] not in ("VB", "VBG") or tree.deps[v] not in _BARE or tree.child(v, "nsubj") >= 0:
        return False
    x, steps = tree.heads[v], 0
    while steps < 3 and tree.tags[x] in ("JJ", "JJR", "IN", "RB", "NN"):
        x, steps = tree.heads[x], steps + 1
    s = tree.child(x, "nsubj", "expl")
    return s >= 0 and tree.lower[s] in ("it", "there") and tree.lower[x] in _BEING


def _bidden(tree: Tree, v: int) -> bool:
    """ "Write what happened: ...": the reader is told to, nobody has."""
    opens = v == 0 or tree.sent[v - 1] != tree.sent[v] or (tree.lower[v - 1] == "please" and tree.heads[v - 1] == v)
    return opens and tree.tags[v] == "VB" and tree.child(v, "nsubj", "aux") < 0


def _noticed(tree: Tree, v: int) -> bool:
    """ "I noticed she said ...": the writer tells what came to mind, not what she said."""
    x = tree.heads[v]
    s = tree.child(x, "nsubj")
    return tree.deps[v] == "ccomp" and x < v and s >= 0 and tree.lower[s] == "i" and tree.lower[x] in NOTICING


NOTICING = frozenset("notice noticed see saw think thought remember remembered guess believe assume assumed".split())
_BARE = frozenset("xcomp ccomp advcl pcomp acl attr nsubj acomp".split())
_BEING = frozenset("is was 's be been are were seems goes going".split())
SHOWING = frozenset(
    "suggest indicate signal imply confirm reveal underscore underline mean predict reason maintain".split()
)
"""Verbs of saying that a thing can do as well."""

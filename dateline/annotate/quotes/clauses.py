"""Verbs of speech and the clauses that hang on them, or that they hang on."""

from __future__ import annotations

from dateline.annotate.quotes import astray, bounds, nouns
from dateline.annotate.quotes.event import QUESTION, Event, asks, at_verb, finite, marked, mute, negated
from dateline.annotate.quotes.layout import FINITE
from dateline.annotate.quotes.lexicon import lemmas
from dateline.annotate.quotes.parse import Tree
from dateline.annotate.quotes.subjects import REPORT, subject
from dateline.annotate.quotes.tails import STRONG


def complement(tree: Tree, v: int, found: frozenset[str]) -> Event | None:
    """ "Said that ...", "“...,” he said": a clause, or a quotation in marks, as the complement of the verb."""
    for k in _complements(tree, v):
        k = _made_clear(tree, v, k)
        if tree.deps[k] == "ccomp" and tree.stands[k]:
            if k < v:
                return at_verb(tree, "quotation", v, bounds.before(tree, v, k))
            quoted = [t for t in bounds.after(tree, v, k) if tree.quote[t] >= 0 or t < v]
            return at_verb(tree, "quotation", v, sorted({*quoted, *bounds.led(tree, v, k), *_tail(tree, k)}))
        if any(tree.words[t] in STRONG for t in range(tree.right(k) + 1, v)):
            continue  # "The army had two; the brigade had asked for three": a sentence of its own
        if k < v and not tree.stands[k] and any(c > v and tree.deps[c] == "xcomp" for c in tree.kids[v]):
            continue  # "The row goes on - Ada Hale has vowed to fight": that is what she vowed
        spoken = (finite(tree, k) and _licensed(tree, v, k, found)) or _demanded(tree, v, k, found)
        if tree.deps[k] == "ccomp" and spoken:
            return at_verb(tree, "clause", v, _clause(tree, v, k))
        if tree.deps[k] == "advcl" and k > v and "ask" in found and tree.lower[tree.left(k)] in ("if", "whether"):
            return at_verb(tree, "clause", v, bounds.after(tree, v, k))
    return None


def _made_clear(tree: Tree, v: int, k: int) -> int:
    """ "Made it clear that ...": the clause behind "it clear"."""
    if k < v or tree.lower[k] not in ("clear", "plain"):
        return k
    return next((c for c in (*tree.kids[k], *tree.kids[v]) if c > k and tree.deps[c] == "ccomp"), k)


def _clause(tree: Tree, v: int, k: int) -> list[int]:
    """The words of a clause without marks after or before its verb."""
    if k > v:
        content = bounds.after(tree, v, k)
        asked = tree.lower[v + 1] in QUESTION and tree.heads[v + 1] == v
        return sorted({*range(v + 1, content[0]), *content}) if content and asked else content
    # "It is small, but it has grown, said the mayor": both clauses
    parts = [c for c in tree.kids[v] if c < v and tree.deps[c] == "ccomp" and not tree.stands[c]]
    return sorted({t for c in parts for t in bounds.before(tree, v, c)})


def _complements(tree: Tree, v: int) -> list[int]:
    """The dependants of a verb, its complements after it first.

    A clause before it is then another main clause ("the road is closed, but the mayor said ..."), unless it is a
    quotation and nothing in marks follows. Of two before it the one in marks ("He was blunt: “No,” he said").
    """
    right = [k for k in tree.kids[v] if k > v]
    left = sorted((k for k in tree.kids[v] if k < v), key=lambda k: not tree.stands[k])
    after = [k for k in right if tree.deps[k] == "ccomp"]
    if after and not any(tree.stands[k] for k in after) and any(tree.stands[k] for k in left):
        return left + right
    return right + left


def _licensed(tree: Tree, v: int, k: int, found: frozenset[str]) -> bool:
    """Whether the verb ``v`` reports its finite clause ``k`` as said."""
    question = asks(tree, k) or (k > v + 1 and tree.lower[v + 1] in QUESTION and tree.heads[v + 1] == v)
    if question and k > v and negated(tree, v):
        return False
    if question and k > v and lemmas().get(tree.lower[v]) == "tell" and tree.child(v, "dobj", "dative", "auxpass") < 0:
        return False  # "you can tell whether it works" without anyone told
    if found & {"say", "tell"}:
        return not mute(tree, v)
    return ("topic" in found and question and k > v) or ("ask" in found and (question or k < v))


def _demanded(tree: Tree, v: int, k: int, found: frozenset[str]) -> bool:
    """ "Ordered that the banks be split": a clause in the subjunctive after a verb of demand or proposal."""
    return (
        "propose" in found
        and not mute(tree, v)
        and marked(tree, k, "that")
        and tree.child(k, "nsubj", "nsubjpass") >= 0
    )


def _tail(tree: Tree, k: int) -> list[int]:
    """The words that finish the sentence of a quotation that ends without a mark: “... are free” to discuss it."""
    under = [t for t in tree.subtree(k) if t > k and tree.quote[t] != tree.quote[k]]
    if not under or under[0] != k + 1 or tree.words[k + 1] in bounds.BREAK or tree.words[k + 1] == ".":
        return []
    return bounds.cut(tree, under, k)


def addressed(tree: Tree, v: int, found: frozenset[str]) -> Event | None:
    """ "Told police he fired when ...": what is told, taken for a clause about the person told."""
    if not found & {"tell", "ask"}:
        return None
    for o in tree.kids[v]:
        if o < v or tree.deps[o] not in ("dobj", "dative", "agent", "xcomp"):
            continue
        o = tree.child(o, "pobj") if tree.deps[o] == "agent" else o
        k = tree.child(o, "relcl") if o > v else -1
        s = tree.child(k, "nsubj", "nsubjpass", "expl") if k > o else -1
        opener = tree.lower[tree.left(k)] if k > o else ""
        if s > o and tree.lower[s] not in ("who", "which", "that") and opener not in ("who", "whom", "which", "whose"):
            return at_verb(tree, "clause", v, bounds.cut(tree, tree.subtree(k), v))
    return None


def about(tree: Tree, v: int, found: frozenset[str]) -> Event | None:
    """ "Spoke about how gender has shaped her life": an indirect question behind a preposition."""
    if "topic" not in found or negated(tree, v):
        return None
    for p in tree.kids[v]:
        if p > v and tree.deps[p] == "prep" and tree.lower[p] in ("about", "of", "on"):
            k = tree.child(p, "pcomp")
            if k > p and finite(tree, k) and tree.lower[tree.left(k)] in QUESTION:
                return at_verb(tree, "about", v, bounds.cut(tree, [t for t in tree.subtree(k) if t > p], v))
    return None


def parataxis(tree: Tree, v: int, found: frozenset[str]) -> Event | None:
    """ "The road is closed, he said, and will stay so": the verb hangs on what was said."""
    head = tree.heads[v]
    if tree.deps[v] != "parataxis" or head == v:
        return None
    if not found & REPORT and not (tree.stands[head] and subject(tree, v) >= 0):
        return None
    if not tree.stands[head] and tree.words[tree.left(v) - 1] in STRONG:
        return None
    if not tree.stands[head] and any(k > v and tree.deps[k] in ("xcomp", "ccomp") for k in tree.kids[v]):
        return None
    return at_verb(tree, "parataxis", v, bounds.before(tree, v, head, without=[v]))


def as_said(tree: Tree, v: int, found: frozenset[str]) -> Event | None:
    """ "As she told the court, the road is closed": set off by a comma, and nothing else that she said."""
    left, right = tree.left(v), tree.right(v)
    if tree.deps[v] != "advcl" or not found & {"say", "tell"} or tree.lower[left] != "as":
        return None
    thing = tree.child(v, "dobj")
    if tree.child(v, "ccomp", "xcomp") >= 0 or (thing >= 0 and "tell" not in found and tree.lower[thing] != "it"):
        return None
    first = left == 0 or tree.sent[left - 1] != tree.sent[v]
    if not first and tree.lower[left - 1] not in (",", "--", "-", "(", "and", "but"):
        return None
    closed = right + 1 >= len(tree) or tree.words[right] in bounds.PAUSE
    if not closed and tree.words[right + 1] not in (",", "--", "-", ":", "."):
        return None
    return at_verb(tree, "as", v, bounds.before(tree, v, tree.heads[v], without=[v]))


def lost(tree: Tree, v: int, found: frozenset[str]) -> Event | None:
    """A clause that the parser hung elsewhere ("admitted under questioning that ...")."""
    if not found & {"say", "tell", "ask"} or tree.child(v, "ccomp") >= 0 or negated(tree, v) or mute(tree, v):
        return None
    return at_verb(tree, "lost", v, astray.reported(tree, v, "ask" in found))


def infinitive(tree: Tree, v: int, found: frozenset[str]) -> Event | None:
    """ "Urged the north to return to the talks that it left": an infinitive, where it says something.

    Without a clause of its own ("urged restraint", "vowed to fight") it is a topic or a plan, and left alone.
    """
    if not found & {"urge", "vow"} or negated(tree, v):
        return None
    k = tree.child(v, "xcomp")
    k = k if k > v else tree.child(v, "ccomp")
    if k < v or not any(tree.lower[c] == "to" and tree.deps[c] == "aux" for c in tree.kids[k]):
        return None
    whom = tree.child(v, "dobj", "dative") if "urge" in found else -1
    start = tree.left(whom) if v < whom < k else tree.left(k)
    if tree.lower[v + 1] in CALLED and start > v + 2:
        start = v + 2  # "called on the north to return to ...": those called on belong to it
    content = bounds.cut(tree, list(range(start, tree.right(k) + 1)), v)
    return at_verb(tree, "infinitive", v, content) if any(tree.tags[t] in FINITE for t in content) else None


def substance(tree: Tree, v: int, found: frozenset[str]) -> Event | None:
    """ "Announced a plan that would close the road": an object that says something, by the clause in it.

    Without a clause ("announced a plan") it is a bare topic.
    """
    if "substance" not in found or negated(tree, v):
        return None
    if lemmas()[tree.lower[v]] == "call":
        return _called_for(tree, v)
    thing = tree.child(v, "dobj")
    if thing < v or nouns.noun(tree, thing) is not None:
        return None  # "repeated her claim that ...": the clause is what was claimed
    start, end = tree.left(thing), tree.right(thing)
    for k in tree.kids[v]:
        if tree.left(k) == end + 1 and tree.deps[k] in ("prep", "dative"):
            end = tree.right(k)
    return _with_clause(tree, v, range(start, end + 1))


CALLED = frozenset(("for", "on", "upon"))


def _called_for(tree: Tree, v: int) -> Event | None:
    """ "Called for all of them to say what they want", "called on the north to return to the talks that it left"."""
    for k in tree.kids[v]:
        left = tree.left(k)
        if left > v and tree.lower[left] in CALLED and tree.deps[k] in ("prep", "advcl", "xcomp", "ccomp"):
            ends = [
                tree.right(c)
                for c in tree.kids[v]
                if c >= k and tree.deps[c] not in ("conj", "cc", "parataxis", "punct")
            ]
            return _with_clause(tree, v, range(left + 1, max(ends) + 1))
    return None


def _with_clause(tree: Tree, v: int, words: range) -> Event | None:
    if any(tree.quote[t] >= 0 for t in words) or not any(tree.tags[t] in FINITE for t in words):
        return None
    return at_verb(tree, "substance", v, bounds.cut(tree, list(words), v))

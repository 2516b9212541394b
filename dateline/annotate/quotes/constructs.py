"""How a quotation hangs on its cue: the table of constructs.

Each reads the tree of a paragraph from one cue word and gives what was said, the cue and the speaker's head word.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.annotate.quotes import bounds
from dateline.annotate.quotes.layout import FINITE, is_title
from dateline.annotate.quotes.lexicon import lemmas, nouns, tables, voicing
from dateline.annotate.quotes.parse import Tree
from dateline.annotate.quotes.subjects import REPORT, SUBJECT, VERBAL, cue_groups, owner, phrase, subject

QUESTION = frozenset("whether if how what why when where who which whom whose".split())


@dataclass(slots=True)
class Event:
    """A quotation found in a tree: word numbers of what was said, of the cue, and the head of the speaker (-1 none)."""

    construct: str
    content: list[int]
    cue: list[int]
    speaker: int
    verb: int
    quotes: set[int] = field(default_factory=set)


def events(tree: Tree) -> list[Event]:
    """Every quotation of a paragraph, nested ones included, in the order of their cues."""
    out = []
    for v in range(len(tree)):
        if tree.stands[v]:
            continue
        event = _according(tree, v) or _verb(tree, v) or _noun(tree, v)
        if event is not None and event.content:
            event.quotes = {tree.quote[t] for t in event.content} - {-1}
            out.append(event)
    out += _fragments(tree, {q for e in out for q in e.quotes})
    return out


def _verb(tree: Tree, v: int) -> Event | None:
    if tree.tags[v] and tree.tags[v] not in VERBAL:
        return None
    found = cue_groups(tree, v)
    if found & {"say", "tell"} and tree.tags[v] in FINITE:
        bracket = _bracket(tree, v)
        if bracket is not None and _inside(tree, *bracket) and _torn(tree, v, *bracket):
            return _event(tree, "aside", v, bounds.cut(tree, bounds.around(tree, *bracket), v))
    for k in _complements(tree, v):
        dep = tree.deps[k]
        if dep == "ccomp" and tree.stands[k]:
            content = bounds.after(tree, v, k) if k > v else bounds.before(tree, v, k)
            if k > v:
                quoted = [t for t in content if tree.quote[t] >= 0 or t < v]
                content = sorted({*quoted, *bounds.led(tree, v, k), *_tail(tree, k)})
            return _event(tree, "quotation", v, content)
        if dep == "ccomp" and ((_finite(tree, k) and _licensed(tree, v, k, found)) or _demanded(tree, k, found)):
            content = bounds.after(tree, v, k) if k > v else bounds.before(tree, v, k)
            return _event(tree, "clause", v, content)
        if dep == "advcl" and k > v and "ask" in found and tree.lower[tree.left(k)] in ("if", "whether"):
            return _event(tree, "clause", v, bounds.after(tree, v, k))
    head = tree.heads[v]
    if tree.deps[v] == "parataxis" and head != v:
        if found & REPORT or (tree.stands[head] and subject(tree, v) >= 0):
            return _event(tree, "parataxis", v, bounds.before(tree, v, head, without=[v]))
    if tree.deps[v] == "advcl" and found & {"say", "tell"} and _as(tree, v, found):
        return _event(tree, "as", v, bounds.before(tree, v, head, without=[v]))
    if (
        found & {"say", "tell", "ask"}
        and not any(tree.deps[k] == "ccomp" for k in tree.kids[v])
        and not negated(tree, v)
    ):
        content = bounds.lost(tree, v, "ask" in found)
        if content:
            return _event(tree, "lost", v, content)
    if found & {"say", "tell"} and tree.tags[v] in ("VBD", "VBZ", "VBP"):
        return _aside(tree, v)
    return None


def _aside(tree: Tree, v: int) -> Event | None:
    """ "The answer, the minister told them, was simple": a short clause between commas, whatever the parser made of it."""
    if (tree.child(v, "dobj") > v and "tell" not in cue_groups(tree, v)) or lemmas()[tree.lower[v]] not in tables(
        "aside"
    ):
        return None
    bracket = _bracket(tree, v)
    if bracket is None:
        return None
    content = bounds.around(tree, *bracket)
    within = {x for t in content for x in tree.subtree(t) if tree.deps[t] in ("relcl", "advcl") and t != tree.heads[v]}
    if not any((tree.tags[t] in FINITE and t not in within) or tree.stands[t] for t in content):
        return None
    return Event("aside", bounds.cut(tree, content, v), [v], subject(tree, v), v)


def _inside(tree: Tree, first: int, last: int) -> bool:
    """Whether an aside has the speaker's words on both sides; after a quotation in marks come the reporter's."""
    if last + 2 >= len(tree) or tree.sent[last + 2] != tree.sent[first]:
        return False
    return not any(tree.quote[t] >= 0 and tree.sent[t] == tree.sent[first] for t in range(first))


def _torn(tree: Tree, v: int, first: int, last: int) -> bool:
    """Whether an aside tears a clause apart: what follows it needs what stands before ("..., he said, is that ...")."""
    if tree.deps[v] == "parataxis":
        return True
    after = tree.lower[last + 2]
    return tree.tags[last + 2] in FINITE or (after in ("that", "to", "so") and tree.child(v, "ccomp") < 0)


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
    if start == 0 or tree.sent[start - 1] != tree.sent[v] or tree.words[start - 1] not in ASIDE:
        return None
    stop = end + 1
    while stop < n and tree.sent[stop] == tree.sent[v] and tree.words[stop] not in ASIDE and tree.words[stop] != ".":
        if tree.tags[stop] in VERBAL or tree.stands[stop] or tree.lower[stop] == "that" or stop - end > 9:
            return None
        stop += 1
    last = stop >= n - 1 or tree.sent[stop] != tree.sent[v] or tree.words[stop] == "."
    if last and tree.words[start - 1] != ",":
        return None
    return start, stop - 1


ASIDE = frozenset((",", "--", "-"))


def _as(tree: Tree, v: int, found: frozenset[str]) -> bool:
    """ "As she told the court, ...": set off by a comma, and nothing else that she said."""
    left, right = tree.left(v), tree.right(v)
    if tree.lower[left] != "as" or tree.child(v, "ccomp", "xcomp") >= 0:
        return False
    if tree.child(v, "dobj") >= 0 and "tell" not in found and tree.lower[tree.child(v, "dobj")] != "it":
        return False
    if tree.lower[left - 1] not in (",", "--", "-", "and", "but") and left > 0 and tree.sent[left - 1] == tree.sent[v]:
        return False
    return (
        right + 1 >= len(tree)
        or tree.words[right] in bounds.PAUSE
        or tree.words[right + 1] in (",", "--", "-", ":", ".")
    )


def _tail(tree: Tree, k: int) -> list[int]:
    """The words that finish the sentence of a quotation that ends without a mark: “... are free” to discuss it."""
    under = [t for t in tree.subtree(k) if t > k and tree.quote[t] != tree.quote[k]]
    if not under or under[0] != k + 1 or tree.words[k + 1] in bounds.BREAK or tree.words[k + 1] == ".":
        return []
    return bounds.cut(tree, under, k)


def _complements(tree: Tree, v: int) -> list[int]:
    """The dependants of a verb, its complements after it first.

    A clause before it is then another main clause ("the road is closed, but the mayor said ..."), unless it is a
    quotation and nothing in marks follows.
    """
    right = [k for k in tree.kids[v] if k > v]
    left = [k for k in tree.kids[v] if k < v]
    after = [k for k in right if tree.deps[k] == "ccomp"]
    if after and not any(tree.stands[k] for k in after) and any(tree.stands[k] for k in left):
        return left + right
    return right + left


def _licensed(tree: Tree, v: int, k: int, found: frozenset[str]) -> bool:
    """Whether the verb ``v`` reports its finite clause ``k`` as said."""
    question = any(tree.lower[t] in QUESTION and tree.deps[t] != "nsubj" for t in tree.kids[k] if t < k) or (
        tree.lower[tree.left(k)] in QUESTION
    )
    if question and k > v and negated(tree, v):
        return False
    if found & {"say", "tell"}:
        return True
    return "ask" in found and (question or k < v)


def _demanded(tree: Tree, k: int, found: frozenset[str]) -> bool:
    """ "Ordered that the banks be split": a clause in the subjunctive after a verb of demand or proposal."""
    return "propose" in found and _marked(tree, k, "that") and tree.child(k, "nsubj", "nsubjpass") >= 0


def negated(tree: Tree, v: int) -> bool:
    """Whether nothing was said: "did not say", "declined to say"."""
    if tree.child(v, "neg") >= 0:
        return True
    head = tree.heads[v]
    return tree.deps[v] in ("xcomp", "advcl") and tree.lower[head] in DECLINE


DECLINE = frozenset("decline declined declines declining refuse refused refuses refusing".split())


def _noun(tree: Tree, n: int) -> Event | None:
    low = tree.lower[n]
    if low in nouns("say") or (low in nouns("voiced") and tree.lower[tree.heads[n]] in voicing()):
        for k in tree.kids[n]:
            if k > n and tree.deps[k] in ("acl", "ccomp") and _finite(tree, k) and _marked(tree, k, "that"):
                return Event("noun", bounds.after(tree, n, k), [n], owner(tree, n), n)
        if n + 2 < len(tree) and tree.lower[n + 1] == "that" and tree.tags[n + 1] == "IN":
            k = tree.heads[n + 1]  # hung on a verb above the noun
            if k > n + 1 and tree.deps[n + 1] == "mark" and _finite(tree, k):
                return Event("noun", bounds.cut(tree, list(range(n + 1, tree.right(k) + 1)), n), [n], owner(tree, n), n)
    head = tree.heads[n]
    if low in nouns("copula") and tree.deps[n] == "nsubj" and tree.lower[head] in ("is", "was", "'s", "be"):
        k = tree.child(head, "ccomp")
        if k > head and _finite(tree, k) and _marked(tree, k, "that"):
            return Event("noun", bounds.after(tree, head, k), [n], owner(tree, n), n)
    return None


def _according(tree: Tree, a: int) -> Event | None:
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
    nearer = [k for k in tree.kids[head] if tree.deps[k] == "conj" and k < a and _finite(tree, k)]
    if nearer and tree.words[tree.left(nearer[-1]) - 2] == "," and tree.child(nearer[-1], *SUBJECT) >= 0:
        content = bounds.before(tree, a, nearer[-1])
    else:
        content = bounds.before(tree, a, head, without=[a, *later])
    return Event("according", content, [a, a + 1], source, a)


def _fragments(tree: Tree, covered: set[int]) -> list[Event]:
    """Words in marks under a verb of speech or judgement: "called the deal “a disgrace”", "expressed “full respect”"."""
    out: dict[int, Event] = {}
    for t in range(len(tree)):
        q = tree.quote[t]
        if q < 0 or q in covered or tree.stands[t]:
            continue
        v = _governor(tree, t)
        if v < 0 or v in out:
            continue
        content = _arguments(tree, v, CLAUSAL if cue_groups(tree, v) & {"say", "tell"} and not cue_groups(tree, v) & {"label", "object"} else ARGUMENT)
        if t in content:
            out[v] = Event("fragment", content, [v], subject(tree, v), v)
    return list(out.values())


def _governor(tree: Tree, t: int) -> int:
    """The nearest verb above the quoted word ``t`` that reports what it governs, or -1."""
    q = tree.quote[t]
    x, steps, within = t, 0, False
    title = is_title([tree.words[i] for i in range(len(tree)) if tree.quote[i] == q])
    while tree.heads[x] != x and steps < 40:
        dep = tree.deps[x]
        if dep in SUBJECT or dep in ("parataxis", "agent", "advcl"):
            return -1
        within = within or dep == "relcl"
        was, x, steps = x, tree.heads[x], steps + 1
        found = cue_groups(tree, x) if tree.tags[x] in VERBAL and tree.quote[x] < 0 else frozenset()
        if dep == "prep" and tree.lower[was] == "as" and tree.child(x, "dobj") >= 0 and tree.tags[x] in VERBAL and not title:
            return x  # "sees him as “a strong leader”"
        if found & {"label", "object", "say", "tell", "propose"}:
            if tree.deps[x] == "acl" and tree.tags[x] == "VBN":
                return -1  # a book called “...”: a name
            if title and "label" not in found:
                return -1
            if within and not found & {"label", "object"}:
                return -1
            return x
    return -1


def _arguments(tree: Tree, v: int, wanted: frozenset[str]) -> list[int]:
    """What stands after a verb as its object and complements, up to the last of them that holds a quoted word."""
    kids = [k for k in tree.kids[v] if k > v and tree.deps[k] in wanted]
    quoted = [k for k in kids if any(tree.quote[t] >= 0 for t in range(tree.left(k), tree.right(k) + 1))]
    if not quoted:
        return []
    start = tree.left(kids[0])
    if tree.deps[kids[0]] == "prep" and tree.lower[start] in LEADING:
        start += 1
    if "tell" in cue_groups(tree, v) and tree.deps[quoted[0]] in ("xcomp", "ccomp"):
        start = tree.left(quoted[0])
    end = tree.right(quoted[-1])
    for t in range(start, end):
        if tree.quote[t] >= 0:
            break
        if tree.lower[t] == "that" and tree.tags[t] in ("IN", "WDT") and t > start:
            start = t + 1
    last = max(t for t in range(start, end + 1) if tree.quote[t] >= 0)
    if (
        end == last
        and last + 1 < len(tree)
        and tree.lower[last + 1] in CARRYING
        and tree.heads[last + 1] in (v, *range(start, last + 1))
    ):
        end = tree.right(last + 1)
    gone: set[int] = set()
    for t in range(start, end + 1):
        if tree.deps[t] == "conj" and tree.tags[t] in VERBAL and tree.quote[t] < 0 and tree.heads[t] in (v, *kids):
            # "called it “a disgrace” and threatened to ...": another act
            if cue_groups(tree, t) or tree.tags[tree.heads[t]] not in VERBAL:
                gone.update(tree.subtree(t))
        if t == last + 1 and tree.lower[t] in SETTING and "label" in cue_groups(tree, v):
            gone.update(range(t, end + 1))
    return bounds.cut(tree, [t for t in range(start, end + 1) if t not in gone], v)


CARRYING = frozenset("of for to over about than with against toward towards between".split())
SETTING = frozenset("in on at during after before when while by via as".split())
"""Words after a quoted phrase that go on with it, and words that tell where and when it was said."""
ARGUMENT = frozenset("dobj oprd ccomp xcomp acomp attr prep dative advmod pobj conj npadvmod".split())
CLAUSAL = frozenset("dobj ccomp xcomp oprd".split())
LEADING = frozenset("to of for on against about with at".split())


def _event(tree: Tree, construct: str, v: int, content: list[int]) -> Event:
    return Event(construct, content, [v], subject(tree, v), v)


def _finite(tree: Tree, k: int) -> bool:
    if tree.child(k, "nsubj", "nsubjpass") >= 0 and tree.child(k, "aux", "auxpass", "cop") < 0:
        # a past tense or a third person that the tagger took for a participle or a noun
        return tree.tags[k] not in ("VB", "VBG")
    return tree.tags[k] in FINITE or any(
        tree.tags[c] in FINITE for c in tree.kids[k] if c < k and tree.deps[c] not in CLAUSES
    )


CLAUSES = frozenset("ccomp advcl relcl acl conj parataxis csubj pcomp".split())


def _marked(tree: Tree, v: int, word: str) -> bool:
    return any(tree.lower[c] == word for c in tree.kids[v] if tree.deps[c] in ("mark", "advmod", "prep"))

"""Words in marks under a verb of speech or judgement: "called it “a disgrace”", "expressed “full respect”"."""

from __future__ import annotations

from dateline.annotate.quotes import bounds
from dateline.annotate.quotes.event import Event
from dateline.annotate.quotes.layout import is_title
from dateline.annotate.quotes.parse import Tree
from dateline.annotate.quotes.subjects import SUBJECT, VERBAL, cue_groups, subject

ARGUMENT = frozenset("dobj oprd ccomp xcomp acomp attr prep dative advmod pobj conj npadvmod".split())
CLAUSAL = frozenset("dobj ccomp xcomp oprd".split())
LEADING = frozenset("to of for on against about with at".split())
CARRYING = frozenset("of for to over about than with against toward towards between".split())
SETTING = frozenset("in on at during after before when while by via as".split())
"""Words after a quoted phrase that go on with it, and words that tell where and when it was said."""


def fragments(tree: Tree, covered: set[int]) -> list[Event]:
    """Words in marks under a verb of speech or judgement: "called it “a disgrace”", "expressed “full respect”"."""
    out: dict[int, Event] = {}
    for t in range(len(tree)):
        q = tree.quote[t]
        if q < 0 or q in covered or tree.stands[t]:
            continue
        v = _governor(tree, t)
        if v < 0 or v in out:
            continue
        content = _arguments(
            tree,
            v,
            CLAUSAL
            if cue_groups(tree, v) & {"say", "tell"} and not cue_groups(tree, v) & {"label", "object"}
            else ARGUMENT,
        )
        if t in content:
            out[v] = Event("fragment", content, [v], subject(tree, v))
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
        if (
            dep == "prep"
            and tree.lower[was] == "as"
            and tree.child(x, "dobj") >= 0
            and tree.tags[x] in VERBAL
            and not title
        ):
            return x  # "sees him as “a strong leader”"
        if found & {"label", "object", "say", "tell", "propose"}:
            if tree.deps[x] == "acl" and tree.tags[x] == "VBN":
                return -1  # a book called “...”: a name
            if title and not found & {"label", "chant"}:
                return -1
            if within and not found & {"label", "object"}:
                return -1
            return _above(tree, x)
    return -1


def _above(tree: Tree, x: int) -> int:
    """ "Accused them of asking “too much”": the verb that governs the one found, where it reports as well."""
    up = tree.heads[x]
    if tree.lower[tree.left(x)] == "what" and tree.tags[up] in VERBAL and tree.quote[up] < 0:
        # "denounced what she called “a disgrace”"
        return up if up < x and cue_groups(tree, up) & {"label", "object", "say"} else x
    if tree.deps[x] == "pcomp" and tree.deps[up] == "prep":
        up = tree.heads[up]
        if tree.tags[up] in VERBAL and tree.quote[up] < 0 and cue_groups(tree, up) & {"label", "object"}:
            return up
    return x


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
    end = bounds.reason(tree, end)
    if tree.words[last] == ",":
        end = last  # "called him a “moderate,” a dig at ...": the comma in the marks ends it
    gone: set[int] = set()
    for t in range(start, end + 1):
        joined = tree.deps[t] == "conj" and tree.tags[t] in VERBAL and tree.quote[t] < 0 and tree.heads[t] in (v, *kids)
        other = (
            tree.deps[t] == "conj" and t > last and tree.tags[t] in VERBAL and tree.tags[t] != tree.tags[tree.heads[t]]
        )
        if other and tree.child(t, *SUBJECT) < 0:
            gone.update(tree.subtree(t))  # "accuse them of being “duped” and ask for help"
        if joined and (cue_groups(tree, t) or tree.tags[tree.heads[t]] not in VERBAL):
            gone.update(tree.subtree(t))  # "called it “a disgrace” and threatened to ...": another act
        if t == last + 1 and tree.lower[t] in SETTING and "label" in cue_groups(tree, v):
            gone.update(range(t, end + 1))
    return bounds.cut(tree, [t for t in range(start, end + 1) if t not in gone], v)

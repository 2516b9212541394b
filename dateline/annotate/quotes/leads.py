"""Who speaks where the parser found no construct: the words before and after a quotation in marks."""

from __future__ import annotations

from dateline.annotate.names.words import ROLE_NOUNS
from dateline.annotate.quotes.lexicon import singular, words
from dateline.annotate.quotes.parse import Tree
from dateline.annotate.quotes.subjects import SUBJECT, VERBAL, main, reports, subject
from dateline.annotate.quotes.tails import BREAK


def lead(tree: Tree, w: int) -> tuple[int, int] | None:
    """The cue (or -1) and speaker of the words around a quotation whose construct the parser missed."""
    found = _follows(tree, w) or _precedes(tree, w)
    if found is not None:
        return found
    here = [t for t in range(len(tree)) if tree.sent[t] == tree.sent[w]]
    if tree.words[w - 2 : w - 1] == [":"]:
        found = [t for t in here if t < w and not tree.stands[t] and tree.deps[t] in SUBJECT]
        # "The part most papers printed was short: ...": neither a relative clause's subject nor a second one speaks
        first = [t for t in found if tree.child(tree.heads[t], *SUBJECT) == t]
        found = [t for t in first if tree.deps[tree.heads[t]] != "relcl"]
        chief = [t for t in found if main(tree, tree.heads[t])]
        for t in chief or sorted(found, key=lambda t: tree.heads[tree.heads[t]] != w):
            s = _who(tree, t)
            if s >= 0:
                return tree.heads[t], s
    return None


def _who(tree: Tree, s: int) -> int:
    """Who speaks where ``s`` is before the colon: in "the reply was short: ..." nobody, in "her reply was ..." she."""
    if tree.deps[s] == "expl":
        return -1
    if tree.lower[tree.heads[s]] not in BEING or tree.tags[s] in ("NNP", "NNPS"):
        return s
    low = singular(tree.lower[s])
    if tree.tags[s] == "PRP":
        return s if low not in ("it", "there") else -1
    if low in ROLE_NOUNS or any(low in words(group) for group in ("roles", "firms", "bodies", "epithets")):
        return s
    return tree.child(s, "poss")


BEING = frozenset("is was are were 's 're be been".split())


def _follows(tree: Tree, w: int) -> tuple[int, int] | None:
    """``“...,” the minister notes.``, ``“...,” notes the minister.``: cue and speaker right after the placeholder."""
    start = w + 1
    if start < len(tree) and tree.words[start] == ",":
        start += 1
    elif start < len(tree) and tree.words[start] in (".", "?", "!"):
        return None
    for t in range(start, min(start + 26, len(tree))):
        if tree.stands[t] or tree.words[t] in ("?", "!", ";", ":"):
            return None
        if tree.words[t] == "." and tree.lower[t - 1] not in words("titles"):
            return None
        if not reports(tree, t) or tree.quote[t] >= 0:
            continue
        s = subject(tree, t) if tree.tags[t] in VERBAL else -1
        if s < 0 or tree.stands[s]:
            s = _noun_before(tree, start, t) if t > start else _noun_after(tree, t)
        if s >= 0:
            return t, s
    return None


def _noun_before(tree: Tree, start: int, t: int) -> int:
    """The head of the noun phrase that begins at ``start``: its last noun before a comma or preposition."""
    best = -1
    for i in range(start, t):
        if best >= 0 and (tree.words[i] in BREAK or tree.tags[i] == "IN"):
            break
        if tree.tags[i] in ("NN", "NNS", "NNP", "NNPS", "PRP", "DT"):
            best = i
    return best


def _noun_after(tree: Tree, t: int) -> int:
    best = -1
    for i in range(t + 1, min(t + 12, len(tree))):
        if tree.words[i] == "." and tree.lower[i - 1] in words("titles"):
            continue
        if tree.words[i] == "." or tree.words[i] in BREAK or (tree.tags[i] in ("IN", "VBD") and best >= 0):
            break
        if tree.tags[i] in ("NN", "NNS", "NNP", "NNPS", "PRP"):
            best = i
    return best


def _precedes(tree: Tree, w: int) -> tuple[int, int] | None:
    """``The minister put it bluntly: “...”``: the nearest cue before the placeholder in its sentence."""
    first = next((t for t in range(len(tree)) if tree.sent[t] == tree.sent[w]), w)
    if w - 2 >= 0 and tree.words[w - 2] == ":" and first >= w - 1 and first > 0:
        first = next(t for t in range(len(tree)) if tree.sent[t] == tree.sent[w - 2])
    best = None
    for t in range(w - 2, first - 1, -1):
        if tree.stands[t]:
            break
        if tree.tags[t] in VERBAL and reports(tree, t):
            s = subject(tree, t)
            if s >= 0 and not tree.stands[s] and (best is None or (main(tree, t) and not main(tree, best[0]))):
                best = t, s
    if best is not None and tree.words[w - 2] == ":" and not main(tree, best[0]) and tree.sent[w] == tree.sent[w - 2]:
        return None  # the main clause leads up to the colon
    return best


def introduced(tree: Tree, cue_only: bool = False) -> tuple[int, int] | None:
    """Cue (or -1) and speaker of the last sentence of a paragraph that leads up to a quotation."""
    final = [t for t in range(len(tree)) if tree.sent[t] == tree.sent[-1]]
    if cue_only and any(tree.quote[t] >= 0 for t in final):
        return None  # that sentence has its own quotation
    for t in reversed(final):
        if tree.tags[t] in VERBAL and not tree.stands[t] and reports(tree, t) and main(tree, t):
            s = subject(tree, t)
            if s >= 0 and not tree.stands[s]:
                return t, s
    if cue_only:
        return None
    for t in final:
        if tree.heads[t] == t:
            s = subject(tree, t)
            return (t, s) if s >= 0 and not tree.stands[s] else None
    return None

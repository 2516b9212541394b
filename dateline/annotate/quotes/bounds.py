"""How far a quotation reaches: words of the tree first, characters of the text then.

The parser's complement is the start. It is mended where it is known to err: words between the cue and "that", a
fronted phrase, a tail that hangs on the cue although it is part of what was said ("but", "because", a second clause),
and, the other way round, tails that are the reporter's ("adding ...", "according to ...").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.annotate.quotes.lexicon import groups, marks_of_discourse
from dateline.annotate.quotes.parse import Tree

TIGHT = frozenset("because if though although unless so since that whether lest given".split())
"""Words that open a clause of what was said even where the parser hangs it on the cue."""
RELATIVE = frozenset("which who whom what that whose".split())
LINKS = frozenset(("ccomp", "xcomp", "conj", "advcl", "relcl", "acl"))


def after(tree: Tree, v: int, k: int) -> list[int]:
    """The words of the complement ``k`` of a cue ``v`` that stands before it ("said that ...")."""
    under = tree.subtree(k)
    lead = [t for t in under if t < v]
    right = [t for t in under if t > v]
    start, end = right[0], right[-1]
    start = _start(tree, v, k, start)
    for s in tree.kids[v]:
        left = tree.left(s)
        if left > end and _belongs(tree, v, k, s, left):
            end = tree.right(s)
    content = [t for t in range(start, end + 1) if t > v]
    return [t for t in lead if tree.lower[t] in RELATIVE] + cut(tree, content, v)


def lost(tree: Tree, v: int) -> list[int]:
    """What a verb of saying reports where the parser hung the clause elsewhere: from "that" on, or right after it."""
    n = len(tree)
    for t in range(v + 1, min(v + 16, n)):
        if tree.sent[t] != tree.sent[v] or tree.words[t] in (";", ":") or tree.stands[t]:
            break
        k = tree.heads[t]
        if tree.lower[t] == "that" and tree.deps[t] == "mark" and k > t:
            noun = up = tree.heads[k]
            while tree.deps[up] in ("pobj", "prep", "npadvmod", "appos", "compound", "xcomp", "dobj", "dative"):
                if tree.deps[up] in ("dobj", "dative", "xcomp") and not tree.tags[up].startswith(("NNP", "PRP")):
                    break
                up = tree.heads[up]
            known = tree.tags[noun].startswith(("NNP", "PRP")) or tree.lower[noun] in ("evidence", "proof", "time", "day")
            return cut(tree, list(range(t, tree.right(k) + 1)), v) if up == v and k > v and known else []
        if tree.deps[v] == "advcl" and tree.tags[v] == "VBG" and tree.deps[t] == "ccomp" and k < v and k == tree.heads[v]:
            # "adding the state ... are in charge": the clause hangs on the verb above the participle
            return cut(tree, list(range(v + 1, tree.right(t) + 1)), v)
    return _garden_path(tree, v)


def _garden_path(tree: Tree, v: int) -> list[int]:
    """ "Smith, who brags he has held the office, ...": the clause after the verb taken for that of the sentence."""
    if tree.tags[v] not in ("VBD", "VBZ", "VBP") or tree.deps[v] not in ("relcl", "advcl", "conj", "ccomp"):
        return []
    for f in range(v + 2, min(v + 9, len(tree))):
        if tree.words[f] in (",", ".", ";", "--"):
            return []
        s = tree.child(f, "nsubj", "nsubjpass", "expl")
        if v < s and tree.left(s) == v + 1 and tree.tags[f] in ("VBD", "VBZ", "VBP", "VB", "VBN", "VBG"):
            end = f
            while end + 1 < len(tree) and tree.sent[end + 1] == tree.sent[v] and tree.words[end + 1] not in BREAK:
                end += 1
            return list(range(v + 1, end + 1))
        if tree.tags[v + 1] == "CC":
            return []
        if tree.tags[f] in ("VBD", "VBZ", "VBP", "MD") and tree.deps[f] not in ("aux", "auxpass", "conj"):
            # the subject was taken for an object of the verb
            before = [t for t in range(v + 1, f) if tree.heads[t] in (v, f)]
            if before and before[0] > v and tree.left(before[0]) == v + 1 and tree.heads[before[0]] == v:
                end = f
                while end + 1 < len(tree) and tree.sent[end + 1] == tree.sent[v] and tree.words[end + 1] not in BREAK:
                    end += 1
                return list(range(v + 1, end + 1))
            return []
    return []


def before(tree: Tree, v: int, k: int, without: Iterable[int] = ()) -> list[int]:
    """The words of the clause ``k`` that the cue ``v`` follows or interrupts ("..., he said, ...")."""
    skip = set(without)
    content = tree.subtree(k, without=skip)
    if tree.stands[k]:
        content = _around_placeholder(tree, k, content, v)
    else:
        for s in tree.kids[v]:
            # "X, the airline added, and had passed all checks": the conjunct hangs on the cue but goes on with X
            if tree.deps[s] == "conj" and s > v and v in skip and tree.words[tree.left(s) - 1] == ",":
                content += tree.subtree(s)
            elif tree.deps[s] == "conj" and s > v and v in skip and _comma_and(tree, v, s):
                content += tree.subtree(s)
    return cut(tree, sorted(content), v)


def _comma_and(tree: Tree, v: int, s: int) -> bool:
    left = tree.left(s)
    return left >= 2 and tree.deps[left - 1] == "cc" and tree.words[left - 2] == ","


def _around_placeholder(tree: Tree, k: int, content: list[int], v: int) -> list[int]:
    """A quotation and the words that lean on it without a comma between: “But ''the issue,'' he added”."""
    first, last = k, k
    held = set(content)
    while first - 1 in held and tree.words[first - 1] not in BREAK:
        first -= 1
    if k < v:
        while last + 1 in held and tree.words[last + 1] not in BREAK:
            last += 1
    out = list(range(first, last + 1))
    # further quotations under the same verb ("“X,” he said, “Y”")
    return sorted({*out, *(t for t in content if tree.stands[t])})


def _start(tree: Tree, v: int, k: int, start: int) -> int:
    for t in range(k - 1, v, -1):
        if tree.lower[t] == "that" and tree.deps[t] == "mark" and (t < start or tree.heads[t] == k):
            return t
        if tree.lower[t] == "that" and t < start and tree.tags[t] in ("IN", "WDT") and tree.heads[t] in (k, v):
            return t
    for s in tree.kids[v]:
        if v < s < start and tree.right(s) < start:
            comma = any(tree.words[t] == "," for t in range(tree.right(s) + 1, start))
            if tree.deps[s] in ("prep", "advcl") and comma and tree.tags[s] != "VBG" and not _temporal(tree, s):
                start = tree.left(s)
                break
            if tree.deps[s] == "dobj" and "say" in groups(tree.lower[v]) and tree.child(k, "nsubj", "nsubjpass") < 0:
                start = tree.left(s)
                break
    return start


def _temporal(tree: Tree, s: int) -> bool:
    return any(
        tree.lower[t].rstrip("s") in DAYS or tree.tags[t] == "CD" for t in range(tree.left(s), tree.right(s) + 1)
    )


DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday week month year morning evening night "
    "january february march april may june july august september october november december".split()
)


def _belongs(tree: Tree, v: int, k: int, s: int, left: int) -> bool:
    """Whether the later dependant ``s`` of the cue is part of what was said."""
    dep = tree.deps[s]
    if dep == "ccomp":
        return not tree.stands[s] and not groups(tree.lower[s])
    if dep == "advcl":
        return tree.lower[left] in TIGHT
    if dep == "prep":
        return tree.lower[s] in ("because", "given", "despite")
    if dep == "conj":
        if tree.lower[left] == "that":
            return True
        words = {tree.lower[t] for t in range(left - 2, left)}
        if "but" in words:
            subject = tree.child(s, "nsubj", "nsubjpass", "expl")
            return subject >= 0 and tree.lower[subject] not in ("he", "she", "they", "i", "we")
        return False
    return False


def cut(tree: Tree, content: list[int], v: int) -> list[int]:
    """Take out the tails that are the reporter's words."""
    held = set(content)
    gone: set[int] = set()
    end = max((t for t in content if _word(tree, t)), default=-1)
    for t in content:
        if tree.quote[t] >= 0 or t in gone or tree.heads[t] not in held:
            continue
        left = tree.left(t)
        if left - 1 not in held:
            continue
        comma = tree.words[left - 1] in PAUSE
        if _reporters(tree, t, left, comma, end):
            gone.update(tree.subtree(t))
    return [t for t in content if t not in gone]


PAUSE = frozenset((",", "-", "--"))
BREAK = PAUSE | {";", ":", "("}
MODAL = frozenset("would could might should may can will must".split())


def _reporters(tree: Tree, t: int, left: int, comma: bool, end: int) -> bool:
    """Whether the words under ``t`` inside a quotation are not the speaker's but the reporter's."""
    low, dep = tree.lower[t], tree.deps[t]
    report = bool(groups(low) & {"say", "tell", "label", "ask", "gesture"})
    if low == "according":
        return comma
    if dep == "advcl" and tree.tags[t] == "VBG":
        return comma and report
    if dep == "advcl" and report and tree.child(t, "ccomp") >= 0 and tree.child(t, "nsubj") >= 0:
        return comma  # "..., although she tweeted that ...": the next report
    if dep == "advcl" and tree.lower[left] == "as":
        return comma and report and tree.child(t, "ccomp") < 0
    if dep == "conj" and tree.tags[t] == "VBD" and tree.tags[tree.heads[t]] in ("VB", "VBG"):
        # "said it would fight and called on others": tense tells whose act it is
        aux = tree.child(tree.heads[t], "aux")
        own = tree.child(t, "nsubj", "nsubjpass", "expl") >= 0
        return not own and aux >= 0 and tree.lower[aux] not in ("do", "does", "did")
    if dep == "conj" and comma and report and tree.child(t, "ccomp") >= 0 and tree.child(t, "nsubj") >= 0:
        return True  # ", and one in five said ...": the next report
    if dep == "conj" and report and tree.child(t, "nsubj", "nsubjpass", "expl") < 0:
        # "said the plan would cost jobs and called it “a disgrace”": the speaker's next act, not the plan's
        head = tree.heads[t]
        own = tree.child(t, "ccomp") >= 0 or any(tree.quote[x] >= 0 for x in tree.subtree(t))
        return own and not groups(tree.lower[head]) and tree.tags[t] in ("VBD", "VBZ", "VBP", "VBG")
    if dep == "relcl" and comma and tree.right(t) >= end and tree.tags[tree.heads[t]].startswith("NNP"):
        # a gloss on a name ("..., who took office in May") is the reporter's unless it is shifted with the rest
        return not any(tree.lower[k] in MODAL for k in tree.kids[t] if tree.deps[k] == "aux")
    return False


def spans(tree: Tree, content: Sequence[int], text: str) -> list[tuple[int, int]]:
    """Characters of the content: one span a run of words; whole quotations with their marks; no punctuation at edges."""
    runs: list[list[int]] = []
    for t in sorted(content):
        if runs and all(not _word(tree, i) for i in range(runs[-1][-1] + 1, t)):
            runs[-1].append(t)
        else:
            runs.append([t])
    out = []
    for run in runs:
        span = _edges(tree, run)
        if span is not None:
            out.append(span)
    return out


def _word(tree: Tree, i: int) -> bool:
    return any(c.isalnum() for c in tree.words[i])


def _edges(tree: Tree, run: list[int]) -> tuple[int, int] | None:
    run = [t for t in run if _word(tree, t)]
    while len(run) > 1 and tree.lower[run[0]] == "that" and tree.quote[run[0]] < 0:
        run = run[1:]
    if len(run) <= 3 and " ".join(tree.lower[t] for t in run) in marks_of_discourse():
        return None
    while len(run) > 1 and tree.lower[run[-1]] in ("and", "but", "or", "while", "though") and tree.quote[run[-1]] < 0:
        run = run[:-1]
    if not run or (len(run) == 1 and tree.lower[run[0]] in ("that", "and", "but")):
        return None
    start, end = tree.starts[run[0]], tree.ends[run[-1]]
    first, last = tree.quote[run[0]], tree.quote[run[-1]]
    if first >= 0:
        q = tree.quotes[first]
        if tree.starts[run[0]] <= q.inner_start + 2:
            start = q.start
    if last >= 0:
        end = max(end, tree.quotes[last].end)
    return start, end

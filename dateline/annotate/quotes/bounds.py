"""How far a quotation reaches: words of the tree first, characters of the text then.

The parser's complement is the start. It is mended where it is known to err: words between the cue and "that", a
fronted phrase, a tail that hangs on the cue although it is part of what was said ("but", "because", a second clause),
and, the other way round, tails that are the reporter's ("adding ...", "according to ...").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.annotate.quotes.lexicon import groups, marks_of_discourse, settings_of_speech
from dateline.annotate.quotes.parse import Tree
from dateline.annotate.quotes.tails import BREAK, MODAL, PAUSE, STRONG, cut, is_word

TIGHT = frozenset(
    "because if though although unless so since that whether lest given beginning starting depending based".split()
)
"""Words that open a clause of what was said even where the parser hangs it on the cue."""
LONE = frozenset("that and but if when because although while though as".split())
"""Words that are no quotation alone: "If, as she said, ..."."""
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
    content = [t for t in range(start, reason(tree, end) + 1) if t > v]
    return [t for t in lead if tree.lower[t] in RELATIVE] + cut(tree, content, v)


def reason(tree: Tree, end: int) -> int:
    """The last word of a "because ..." right behind the word ``end``, wherever the parser hung it; else ``end``."""
    n = end + 1
    if n >= len(tree) or tree.lower[n] != "because" or tree.sent[n] != tree.sent[end]:
        return end
    k = tree.heads[n]
    return tree.right(k) if k > n and tree.left(k) == n else end


def before(tree: Tree, v: int, k: int, without: Iterable[int] = ()) -> list[int]:
    """The words of the clause ``k`` that the cue ``v`` follows or interrupts ("..., he said, ...")."""
    skip = set(without)
    content = tree.subtree(k, without=skip)
    if tree.stands[k]:
        content = _around_placeholder(tree, k, content, v)
    else:
        for s in tree.kids[v]:
            # "X, the airline added, and had passed all checks": the conjunct hangs on the cue but goes on with X
            if (tree.deps[s] == "conj" and s > v and v in skip and tree.words[tree.left(s) - 1] == ",") or (
                tree.deps[s] == "conj" and s > v and v in skip and _comma_and(tree, v, s)
            ):
                content += tree.subtree(s)
    content = sorted(content)
    for t in reversed(content):
        # "Smith was firm: “It is over,” he said": what leads up to the colon is not his
        if tree.stands[t] and t - 2 in content and tree.words[t - 2] in (":", "(") and t < v:
            content = [x for x in content if x >= t - 1]
            break
    return cut(tree, content, v)


def around(tree: Tree, first: int, last: int) -> list[int]:
    """The sentence around an aside (words ``first`` to ``last``), within colons and semicolons.

    Before it, a phrase that tells when or in what the words were said is the reporter's ("In a letter, she said, ...").
    """
    sent = tree.sent[first]
    start, end = first - 1, last + 1
    while start > 0 and tree.sent[start - 1] == sent and tree.words[start - 1] not in STRONG:
        start -= 1
    while end + 1 < len(tree) and tree.sent[end + 1] == sent and tree.words[end + 1] not in STRONG:
        end += 1
    lead = list(range(start, first - 1))
    if lead and _setting(tree, lead):
        lead = []
    return [*lead, *range(last + 2, end + 1)]


def _setting(tree: Tree, lead: Sequence[int]) -> bool:
    """Whether the words tell when, where or in what it was said, rather than being part of it."""
    if any(tree.quote[t] >= 0 for t in lead):
        return False
    words = [tree.lower[t] for t in lead]
    if words[0] in ("and", "but", "over") or words[:2] == ["after", "all"]:
        return False
    if words[0] in ("after", "when", "as", "asked", "speaking", "writing"):
        return True
    if any(tree.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in lead):
        return False
    if any(w.rstrip("s") in DAYS for w in words):
        return True
    return tree.tags[lead[0]] == "IN" and any(w in settings_of_speech() for w in words)


def _comma_and(tree: Tree, v: int, s: int) -> bool:
    left = tree.left(s)
    return left >= 2 and tree.deps[left - 1] == "cc" and tree.words[left - 2] == ","


def _around_placeholder(tree: Tree, k: int, content: list[int], v: int) -> list[int]:
    """A quotation and the words of its sentence that lean on it: “But ''the issue,'' he added”."""
    first, last = k, k
    held = set(content)
    while first - 1 in held and tree.words[first - 1] not in BREAK:
        first -= 1
    fronted = [t for t in content if t < first]
    if fronted and k < v and not any(tree.stands[t] for t in fronted) and not _setting(tree, fronted):
        first = fronted[0]
    if k < v:
        while last + 1 in held and tree.words[last + 1] not in BREAK:
            last += 1
    out = list(range(first, last + 1))
    # further quotations under the same verb ("“X,” he said, “Y”")
    return sorted({*out, *(t for t in content if tree.stands[t])})


def led(tree: Tree, v: int, k: int) -> list[int]:
    """The speaker's words between a cue and the quotation ``k`` after it: "said that while it rains, “...”"."""
    words = [t for t in tree.subtree(k) if v < t < k and tree.quote[t] < 0]
    that = False
    while words and (not is_word(tree, words[0]) or tree.lower[words[0]] == "that"):
        that = that or tree.lower[words[0]] == "that"
        words.pop(0)
    if not words or not any(is_word(tree, t) for t in words) or (not that and _setting(tree, words)):
        return []
    return words


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
        return not tree.stands[s] and not groups(tree.lower[s]) & {"say", "tell"}
    if dep == "advcl":
        bare = tree.words[left - 1] not in PAUSE and tree.lower[left] in ("while", "where", "until", "once")
        return bare or tree.lower[left] in TIGHT
    if dep == "prep":
        return tree.lower[s] in ("because", "given", "despite")
    if dep == "conj":
        if tree.stands[s]:
            return False
        if tree.lower[left] == "that" or _shifted(tree, v, s):
            return True
        words = {tree.lower[t] for t in range(left - 2, left)}
        if "but" in words:
            subject = tree.child(s, "nsubj", "nsubjpass", "expl")
            return subject >= 0 and tree.lower[subject] not in ("he", "she", "they", "i", "we")
        return False
    return False


def _shifted(tree: Tree, v: int, s: int) -> bool:
    """ "Said it would cost jobs, and will fail": a modal that the cue has not goes on with what was said."""
    if any(tree.lower[k] in MODAL for k in tree.kids[v] if tree.deps[k] == "aux"):
        return False
    subject = tree.child(s, "nsubj", "nsubjpass", "expl")
    human = subject >= 0 and tree.lower[subject] in ("he", "she", "they", "i", "we")
    return not human and any(tree.lower[k] in MODAL for k in tree.kids[s] if tree.deps[k] == "aux")


def spans(tree: Tree, content: Sequence[int], text: str) -> list[tuple[int, int]]:
    """Characters of the content, one span a run of words: quotations with their marks, no punctuation at edges."""
    runs: list[list[int]] = []
    for t in sorted(content):
        if runs and all(not is_word(tree, i) for i in range(runs[-1][-1] + 1, t)):
            runs[-1].append(t)
        else:
            runs.append([t])
    out = []
    for run in runs:
        span = _edges(tree, run)
        if span is not None:
            start, end = span
            while start > tree.start and text[start - 1] in "-‐" and text[start - 2].isalnum():
                start -= 1  # "then-15-year-old": never begin inside a compound
                while start > tree.start and text[start - 1].isalnum():
                    start -= 1
            out.append((start, end))
    return out


def _edges(tree: Tree, run: list[int]) -> tuple[int, int] | None:
    run = [t for t in run if is_word(tree, t)]
    while len(run) > 1 and tree.lower[run[0]] == "that" and tree.quote[run[0]] < 0:
        run = run[1:]
    if len(run) <= 3 and " ".join(tree.lower[t] for t in run) in marks_of_discourse():
        return None
    while len(run) > 1 and tree.lower[run[-1]] in ("and", "but", "or", "while", "though") and tree.quote[run[-1]] < 0:
        run = run[:-1]
    if not run or (len(run) == 1 and tree.lower[run[0]] in LONE):
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

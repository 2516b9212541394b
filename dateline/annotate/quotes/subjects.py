"""Who speaks at a cue, in the tree: the head word of the speaker and the noun phrase around it."""

from __future__ import annotations

from dateline.annotate.quotes import misparsed
from dateline.annotate.quotes.lexicon import groups, lemmas, phrases, singular, words
from dateline.annotate.quotes.parse import Tree

VERBAL = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
NOMINAL = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "DT", "CD", "WP", "JJ"))
SUBJECT = ("nsubj", "nsubjpass", "csubj", "expl")
RELATIVE = ("who", "which", "that")


REPORT = frozenset(("say", "tell", "ask", "quote", "propose", "label", "object"))


def cue_groups(tree: Tree, v: int) -> frozenset[str]:
    """The groups of the lexicon that a verb belongs to here, its particle or complement counted ("point out")."""
    low = tree.lower[v]
    found = groups(low)
    if "particle" in found or "near" in found:
        for k in range(v + 1, min(v + 5, len(tree))):
            more = phrases().get((lemmas()[low], tree.lower[k]))
            if more and tree.heads[k] in (v, k - 1, v + 1):
                return found | more
    return found


def reports(tree: Tree, v: int) -> bool:
    """Whether the word can govern a quotation in marks that the parser has not hung on it."""
    return bool(cue_groups(tree, v) & REPORT)


def main(tree: Tree, v: int) -> bool:
    """Whether a verb stands in the main clause of its sentence."""
    steps = 0
    while tree.deps[v] in ("conj", "xcomp") and steps < 9:
        v, steps = tree.heads[v], steps + 1
    return tree.heads[v] == v


def subject(tree: Tree, verb: int) -> int:
    """The head word of who speaks at a verb, through conjuncts, participles and relative clauses; or -1."""
    s = _governed(tree, verb)
    if s < 0 and (tree.tags[verb] in ("VBD", "VBZ", "VBP") or _perfect(tree, verb)):
        s = misparsed.across(tree, verb)
    return s


def _governed(tree: Tree, verb: int) -> int:
    v = verb
    if _passive(tree, v):
        # "was told": the subject is told, who tells stands behind "by"
        return _agent(tree, v)
    if tree.deps[v] == "advcl" and tree.tags[v] in ("VBN", "VBD") and tree.child(v, *SUBJECT) < 0 and _asked(tree, v):
        return -1  # "when asked whether ...": who asks is not named
    seen = set()
    while v not in seen:
        seen.add(v)
        by = _agent(tree, v) if v == verb else -1
        if by >= 0:
            return by
        s = _nearest(tree, v)
        if s >= 0 and not tree.stands[s]:
            if tree.deps[v] == "relcl" and tree.lower[s] in RELATIVE:
                return misparsed.person(tree, tree.heads[v]) if tree.lower[s] == "who" else tree.heads[v]
            s = misparsed.behind_phrase(tree, s)
            whose = tree.child(s, "poss") if tree.lower[v] in ("is", "was") and v != verb else -1
            if whose >= 0 and tree.tags[verb] == "VB":
                return whose  # "her best answer was to say that ..."
            return s if tree.deps[s] != "expl" else -1
        if tree.stands[v]:
            # a participle that the parser hung on the quotation: its subject is that of the reporting verb
            v = next((k for k in tree.kids[v] if tree.deps[k] == "parataxis"), tree.heads[v])
            continue
        s = misparsed.inverted(tree, v) if v == verb else -1
        if s < 0 and (tree.tags[v] in ("VBD", "VBZ", "VBP") or _perfect(tree, v)) and tree.deps[v] != "conj":
            s = misparsed.before(tree, v)
        if s < 0 and v == verb:
            s = _led_to(tree, v)
        if s >= 0:
            return s
        dep, head = tree.deps[v], tree.heads[v]
        if dep == "advcl" and tree.tags[v] == "VBG":
            v = _sayer(tree, head)
        elif dep == "conj" and v == verb and (up := _next_act(tree, v)) >= 0:
            v = up
        elif dep in ("conj", "xcomp", "advcl", "aux", "ccomp", "parataxis", "dep", "acomp"):
            v = head
        elif dep in ("acl", "relcl"):
            up = _issuer(tree, head) if dep == "acl" else -1
            if dep == "acl" and tree.tags[v] == "VB" and tree.lower[head] in OCCASION and tree.deps[head] == "dobj":
                up = tree.heads[head]  # "missed no chance to remind them"
            if up < 0:
                return head
            v = up
        elif dep in ("pcomp", "pobj") and tree.deps[head] == "prep":
            while tree.deps[head] == "prep" and tree.heads[head] != head:
                head = tree.heads[head]
            v = head
        else:
            return -1
    return -1


OCCASION = frozenset("chance opportunity occasion moment time pains care effort attempt need".split())
"""What one takes or misses to say something."""


MEANS = frozenset(
    "telephone phone email e-mail text letter fax video videolink post mail message radio satellite".split()
)
"""What one speaks by, without being spoken for."""


def _agent(tree: Tree, v: int) -> int:
    """Who stands behind "by"; not "said by telephone"."""
    by = tree.child(v, "agent")
    who = tree.child(by, "pobj") if by >= 0 else -1
    return who if who >= 0 and tree.lower[who] not in MEANS else -1


def _passive(tree: Tree, v: int) -> bool:
    """ "Was told"; but "he's said that ..." has said."""
    if tree.tags[v] != "VBN":
        return False
    aux = tree.child(v, "auxpass")
    if aux < 0:
        return tree.child(v, "nsubjpass") >= 0
    return tree.lower[aux] != "'s" or tree.child(v, "ccomp") < v


def _issuer(tree: Tree, n: int) -> int:
    """ "Issued a statement saying ...": the verb whose subject says it; -1 where the document itself speaks."""
    head = tree.heads[n]
    if tree.deps[n] != "dobj" or "issue" not in groups(tree.lower[head]):
        return -1
    return head if singular(tree.lower[n]) in words("documents") else -1


def _perfect(tree: Tree, v: int) -> bool:
    """ "Have said": a participle with a form of have."""
    return tree.tags[v] == "VBN" and any(tree.lower[k] in ("has", "have", "had", "'ve") for k in tree.kids[v] if k < v)


def _led_to(tree: Tree, v: int) -> int:
    """ "A win that led her to declare ...", "forced him to admit": who is led to speak."""
    head = tree.heads[v]
    if (
        tree.tags[v] != "VB"
        or tree.deps[v] not in ("xcomp", "ccomp", "advcl")
        or "cause" not in groups(tree.lower[head])
    ):
        return -1
    whom = tree.child(head, "dobj")
    return whom if head < whom < v else -1


def _next_act(tree: Tree, v: int) -> int:
    """ "Said that the country would leave and suggested ...": the verb of saying above the clause it is joined to."""
    head = tree.heads[v]
    up = tree.heads[head]
    if not groups(tree.lower[v]) & {"say", "tell"} or not groups(tree.lower[up]) & {"say", "tell"}:
        return -1
    if tree.deps[head] != "ccomp" or up > head or tree.tags[head] == tree.tags[v]:
        return -1
    now = tree.tags[up] == "VBG" and any(tree.lower[k] in ("is", "are", "'s", "'re") for k in tree.kids[up] if k < up)
    tense = "VBZ" if now else tree.tags[up]
    return up if tense == tree.tags[v] and tense in ("VBD", "VBZ", "VBP") else -1


def _nearest(tree: Tree, v: int) -> int:
    """The subject of a verb; of two the nearer one ("The wall, Ada Hale told them, was old")."""
    found = [k for k in tree.kids[v] if tree.deps[k] in SUBJECT]
    return min(found, key=lambda k: tree.left(k) - v if k > v else v - tree.right(k), default=-1)


def _asked(tree: Tree, v: int) -> bool:
    return bool(cue_groups(tree, v) & {"ask", "tell"}) and tree.child(v, "agent") < 0


def _sayer(tree: Tree, head: int) -> int:
    """ "Argued that the plan would fail, saying ...": who argued says, not the plan."""
    up = head
    while tree.deps[up] in ("ccomp", "conj", "xcomp") and tree.heads[up] < up:
        up = tree.heads[up]
        if groups(tree.lower[up]) & {"say", "tell"}:
            return up
    return head


def owner(tree: Tree, n: int) -> int:
    """Who made the claim that the noun ``n`` names: "his claim", "a claim by ...", else the subject of its verb."""
    s = tree.child(n, "poss")
    if s >= 0:
        return s
    for k in tree.kids[n]:
        if tree.deps[k] in ("prep", "agent") and tree.lower[k] in ("by", "from", "of") and tree.child(k, "pobj") >= 0:
            return tree.child(k, "pobj")
    seen = set()
    while n not in seen:
        seen.add(n)
        head = tree.heads[n]
        if tree.tags[head] in VERBAL and tree.deps[n] in ("dobj", "attr", "ccomp", "prep", "conj", "agent"):
            return subject(tree, head)
        if tree.deps[n] not in ("dobj", "attr", "pobj", "conj", "prep"):
            return -1
        n = head
    return -1


def verb_group(tree: Tree, v: int) -> tuple[int, int]:
    """First and last word of a verb with the auxiliaries right before and the particle right after it."""
    first = last = v
    while first - 1 >= 0 and tree.heads[first - 1] == v and tree.deps[first - 1] in ("aux", "auxpass", "neg", "advmod"):
        first -= 1
    if last + 1 < len(tree) and tree.heads[last + 1] == v and tree.deps[last + 1] == "prt":
        last += 1
    return first, last


def phrase(tree: Tree, s: int, cue: int = -1) -> tuple[int, int]:
    """First and last word of the noun phrase of the head ``s``, without what follows a comma or holds the cue."""
    first = last = s
    for k in tree.kids[s]:
        left = tree.left(k)
        if left <= cue <= tree.right(k):
            if k > s:
                break
            continue
        if k < s:
            if tree.deps[k] in LEFT:
                first = min(first, left)
        elif (left == last + 1 and tree.deps[k] in RIGHT) or (
            tree.deps[k] in ("cc", "conj") and left <= last + 2 and tree.words[last + 1] in (",", tree.words[k])
        ):
            last = max(last, _trimmed(tree, k, left))
        elif tree.deps[k] != "punct":
            break
    while last > first and tree.words[last] in (",", "'s", "-", "--", "("):
        last -= 1
    while first < s and tree.words[first] in BREAK:
        first += 1
    return first, last


LEFT = frozenset(
    "det amod compound poss nummod nmod predet quantmod advmod case appos npadvmod prep neg preconj punct".split()
)
RIGHT = frozenset("prep conj cc case nummod quantmod nmod amod appos compound flat acl relcl".split())
BREAK = frozenset((",", "(", "-", "--", ";", ":"))
LONGEST_TAIL = 12


def _trimmed(tree: Tree, k: int, left: int) -> int:
    """The last word under ``k`` before a comma or a dash; a clause only where it is short."""
    end = tree.right(k)
    stop = next((t for t in range(left + 1, end + 1) if tree.words[t] in BREAK or tree.stands[t]), end + 1)
    if tree.deps[k] in ("acl", "relcl") and stop - left > LONGEST_TAIL:
        return left - 1
    return stop - 1

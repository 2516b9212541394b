"""Which way an incomplete date points: the tense of the verb that governs it.

"met on Monday" is the last Monday, "will meet on Monday" the next. The way up from the date is that of the dependency
parse; tags are those of the Penn Treebank, which English spaCy models give.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate.times.lexicon import LISTS

if TYPE_CHECKING:
    from spacy.tokens import Token

# what is arranged lies ahead, whatever the tense: "was scheduled for Tuesday", "agreed to meet Tuesday"
_ARRANGED, _INTEND, _PLAN, _PUT_OFF = LISTS["arranged"], LISTS["intend"], LISTS["plan"], LISTS["put off"]
_TIMETABLE = LISTS["timetable"]
_STEMS = _INTEND | _PLAN | _PUT_OFF | _TIMETABLE
_IRREGULAR = {"given": "give", "gave": "give", "held": "hold", "left": "leave", "told": "tell", "had": "have",
              "has": "have", "sought": "seek"}  # fmt: skip
_RANKED = frozenset({"first", "second", "third", "last", "latest", "only"})
_STEPS = 12


def toward(first: Token, last: Token) -> str:
    """'past', 'future' or '' for the tokens of an expression (first and last)."""
    doc = first.doc
    span = range(first.i, last.i + 1)
    head = next((t for t in doc[first.i : last.i + 1] if t.head.i not in span or t.head.i == t.i), first)
    owner = last.i + 1 < len(doc) and doc[last.i + 1].lower_ in ("'s", "’s")
    owner = owner or (head.dep_ in ("compound", "nmod", "amod") and head.head.i > last.i)
    node, below = head, None
    for _ in range(_STEPS):
        if node.tag_[:2] in ("VB", "MD"):
            way = _verb(node, below, owner)
            if way is not None:
                return way
        elif node is not head and node.lower_ in _ARRANGED:
            return "past" if any(c.lower_ == "had" for c in node.head.lefts) else "future"
        if node.head.i == node.i:
            break
        node, below = node.head, node
    return ""


def _verb(verb: Token, below: Token | None, owner: bool) -> str | None:
    """Past, future or '' (present) of a verb with its auxiliaries; None where a higher verb decides.

    ``below`` is the word by which the way up reached the verb; ``owner`` is set for "Tuesday's vote" and "a Tuesday
    vote". Of an event so named only "will be" and the like say that it lies ahead: "Tuesday's vote could end the
    talks" and "will find ways around Tuesday's vote" may speak of one that is over.
    """
    helpers = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass") or c.tag_ in ("MD", "TO")]
    words, tags = {h.lower_ for h in helpers}, {h.tag_ for h in helpers}
    if verb.lower_ in _ARRANGED:
        return "past" if "had" in words else "future"
    if "MD" in tags or verb.tag_ == "MD":
        return _modal(verb, words, below, owner)
    if "TO" in tags:
        return None if owner else _infinitive(verb)
    if below is not None and below.lower_ in ("until", "till") and _stem(verb) in _PUT_OFF:
        return "future"
    if verb.tag_ == "VBD" or words & LISTS["past helpers"]:
        return "past" if owner else _past(verb, below)
    if verb.tag_ == "VBG":
        return "future" if words & LISTS["future helpers"] and not owner else None
    if verb.tag_ == "VBN":
        return "" if words else ("past" if verb.dep_ in ("acl", "ROOT") else None)
    if verb.tag_ in ("VBP", "VBZ") and _stem(verb) in _TIMETABLE:
        return "future"  # "talks begin on Friday"
    if verb.tag_ in ("VBP", "VBZ") and _stem(verb) in _INTEND and any(c.dep_ == "xcomp" for c in verb.rights):
        return "future"  # "On Friday, the league plans to meet"
    return None if verb.tag_ == "VB" else ""


def _past(verb: Token, below: Token | None) -> str:
    """A verb in the past is past, but for what was planned: "planned a rally for Saturday"."""
    if below is None or _stem(verb) not in _PLAN:
        return "past"
    way = below.lower_ if below.dep_ == "prep" else ""
    return "future" if below.dep_ == "dobj" or way == "for" or (way == "on" and _stem(verb) == "plan") else "past"


def _modal(verb: Token, words: set[str], below: Token | None, owner: bool) -> str | None:
    if verb.tag_ == "VBN" and words & {"have", "'ve", "’ve"} and not words & {"will", "'ll", "’ll"}:
        return "past"
    if "could" in words and any(t.lower_ in LISTS["denied"] for t in verb.doc[verb.left_edge.i : verb.i + 2]):
        return "past"  # "could not be reached Friday"
    subject = below is not None and below.dep_ in ("nsubj", "nsubjpass")
    coming = words & {"will", "'ll", "’ll"} and (verb.lower_ == "be" or _stem(verb) in _TIMETABLE)
    return None if owner and not (subject and coming) else "future"


def _infinitive(verb: Token) -> str | None:
    """ "agreed to meet" lies ahead; of "came to meet" and "had been due to meet" the verb above decides."""
    above = verb.head
    if _ranked(verb):
        return None
    if any(c.lower_ == "had" for c in (*above.lefts, *above.head.lefts)):
        return None
    if above.i == verb.i or above.lower_ in _ARRANGED or above.lower_ == "going" or _stem(above) in _INTEND:
        return "future"
    return None if above.tag_ in ("VBD", "VBN") or above.tag_.startswith("NN") else "future"


def _ranked(verb: Token) -> bool:
    """Whether an infinitive tells of one among others that did the same: "the first team to finish on Friday"."""
    to = next((c for c in verb.lefts if c.tag_ == "TO"), None)
    if to is None or to.i == 0:
        return False
    noun = verb.doc[to.i - 1]
    return noun.lower_ in _RANKED or any(c.lower_ in _RANKED or c.tag_ == "JJS" for c in noun.lefts)


def _stem(token: Token) -> str:
    """Enough of a lemma for the word lists: pipelines without a lemmatizer have none."""
    word = token.lower_
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending in ("ned", "ning", "ed", "ing", "s", "d", "es"):
        if word.endswith(ending) and word[: -len(ending)] in _STEMS:
            return word[: -len(ending)]
    return word

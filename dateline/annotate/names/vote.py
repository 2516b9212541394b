"""One label a name in an article: the mentions vote, the form of the name and the words beside it vote with them.

The model labels every mention on its own, and errs most on bare surnames and short forms. A full form elsewhere in the
article ("Ada Hale" for "Hale", "Hale Energy Ltd" for "Hale") decides about its short forms.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from dateline.annotate.names import given, known, places, sites
from dateline.annotate.names.common import is_common
from dateline.annotate.names.tokens import Span, Tokens
from dateline.annotate.names.words import (
    ARTICLES,
    BODY_FOLLOWERS,
    BODY_NOUNS,
    EVENT_ENDINGS,
    FACILITY_ENDINGS,
    FIRM_ENDINGS,
    HONORIFICS,
    LAW_ENDINGS,
    LOC_ENDINGS,
    LOC_STARTS,
    NUMBER_WORDS,
    NUMBERED_PLACES,
    ORG_ENDINGS,
    ORG_WORDS,
    PARTICLES,
    PLACE_NOUNS,
    PLACE_PREPOSITIONS,
    SAYING,
    STORMS,
    SUFFIXES,
    SURE_BODY_NOUNS,
    SURE_FACILITY,
    TITLES,
)

_RULE_WEIGHT = 2.5
"""A line whose form is sure (a dateline, a credit) against one mention as the model sees it."""


def vote(spans: list[Span], t: Tokens) -> list[Span]:
    """The spans with one label for each name, in place."""
    groups: dict[str, list[Span]] = defaultdict(list)
    for s in spans:
        groups[key(s, t)].append(s)
    scores = {k: _ballot(k, group, t) for k, group in groups.items()}
    # full forms first: their labels decide about short forms
    labels = {k: _winner(scores[k]) for k in groups if " " in k}
    _support_short_forms(scores, labels, groups, t)
    labels = {k: _winner(scores[k]) for k in groups}
    for k, group in groups.items():
        for s in group:
            s.label = labels[k]
    return spans


def key(span: Span, t: Tokens) -> str:
    """What makes two mentions the same name: their words in lower case."""
    return " ".join(t.lower[span.a : span.b])


def _winner(ballot: Counter[str]) -> str:
    return max(ballot, key=lambda label: (ballot[label], label))


def _ballot(k: str, group: list[Span], t: Tokens) -> Counter[str]:
    ballot: Counter[str] = Counter()
    for s in group:
        ballot[s.label] += _RULE_WEIGHT if s.how == "rule" else 1
        _context(ballot, s, t)
        sites.weigh(ballot, s, t)
    _form(ballot, k, group[0], t, len(group))
    if any(s.a and t.lower[s.a - 1] in SURE_BODY_NOUNS for s in group) and " " not in k:
        # "regulator Ofplay", said once, settles what Ofplay is
        ballot["ORG"] += 0.7 * len(group)
    return ballot


def _context(ballot: Counter[str], s: Span, t: Tokens) -> None:
    """What the words beside a mention say."""
    before = t.lower[s.a - 1] if s.a else ""
    after = t.lower[s.b] if s.b < len(t.lower) else ""
    if before == "miss" and (places.kind_of(t.text(s)) or t.text(s) in ("Universe", "World", "Earth")):
        ballot["EVENT"] += 3  # a title that is won
    elif before in HONORIFICS:
        ballot["PERSON"] += 3
    elif before in TITLES and s.b - s.a <= 3 and s.label != "NORP":
        ballot["PERSON"] += 1.5 if s.label == "PERSON" else 0.75
    elif before in PLACE_PREPOSITIONS and s.label in ("GPE", "LOC", "FAC"):
        ballot[s.label] += 0.5
    elif before in BODY_NOUNS and s.label not in ("NORP", "EVENT"):
        ballot["ORG"] += 1.5
    elif before in PLACE_NOUNS and s.label in ("PERSON", "ORG"):
        ballot["GPE"] += 1.2
    elif before in ("in", "near") and s.label in ("ORG", "PERSON") and s.b - s.a == 1 and not t.words[s.a].isupper():
        ballot["GPE"] += 0.8
    elif before == "the" and s.label == "PERSON" and s.b - s.a == 1:
        # "the Rovers won"; people bear no article, unless their name stands before a noun ("the Hale campaign")
        ballot["ORG"] += 1.5 if t.lower[s.b - 1].endswith("s") else 0.3
    if (
        after in BODY_FOLLOWERS
        and s.label in ("PERSON", "GPE", "LOC", "PRODUCT", "NORP", "WORK_OF_ART")
        and not places.kind_of(t.text(s))
    ):
        ballot["ORG"] += 0.6
    elif after == "," and s.b + 1 < len(t.lower) and t.lower[s.b + 1] == "who":
        ballot["PERSON"] += 1
    if after in SAYING and s.label in ("GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "NORP", "EVENT", "LAW"):
        ballot["PERSON"] += 0.4


def _form(ballot: Counter[str], k: str, s: Span, t: Tokens, n: int) -> None:
    """What the name itself says. Weights grow with the number of mentions, so that many wrong ones cannot win."""
    words = k.split()
    last = words[-1]
    name = t.text(s)
    kind = places.kind_of(name) or _compound(k)
    strong, fair = 2.0 + n, 0.5 + 0.6 * n
    if (told := known.labels().get(places.key(name))) is not None:
        ballot[told] += 2 * strong
    elif places.key(name) in known.organisations() and not kind:
        ballot["ORG"] += fair
    if kind in ("nationality", "people"):
        ballot["NORP"] += strong if kind == "nationality" or not ballot["ORG"] else fair
    elif kind == "country":
        ballot["GPE"] += strong
    elif kind == "state":
        ballot["GPE"] += fair
    elif kind == "region":
        ballot["LOC"] += strong
    elif kind == "city":
        ballot["GPE"] += 0.3 + 0.25 * n
    if len(words) > 1 and words[-2] in NUMBERED_PLACES and (last.isdigit() or last in NUMBER_WORDS):
        ballot["FAC"] += 3 * strong
    elif len(words) == 2 and words[0] in STORMS:
        ballot["EVENT"] += 2 * strong
    if len(words) < 2:
        if t.words[s.a].isupper() and 1 < len(last) <= 6 and last.isalpha() and not kind:
            # an acronym: headlines are out of capitals here, so capitals mean one
            ballot["ORG"] += 0.4 + 0.8 * ballot["PERSON"]
        return
    if last in FIRM_ENDINGS or (last == "." and words[-2] in FIRM_ENDINGS):
        ballot["ORG"] += strong
    elif (
        words[-2:] in (["golf", "club"], ["country", "club"])
        or " hall of " in k
        or (
            last in SURE_FACILITY
            and ballot["FAC"] + ballot["GPE"] + ballot["LOC"] + ballot["ORG"] + ballot["PERSON"] > 0
        )
    ):
        ballot["FAC"] += strong
    elif len(words) > 2 and words[1] in ("of", "for") and words[0] in ORG_WORDS:
        ballot["ORG"] += strong
    elif looks_like_person(words, t.words[s.a : s.b]):
        ballot["PERSON"] += fair
    elif last in FACILITY_ENDINGS:
        ballot["FAC"] += 0.4
    elif last in ORG_ENDINGS:
        ballot["ORG"] += fair
    elif last in EVENT_ENDINGS:
        ballot["EVENT"] += fair
    elif last in LAW_ENDINGS:
        ballot["LAW"] += 0.3
    elif last in LOC_ENDINGS or words[0] in LOC_STARTS:
        ballot["LOC"] += fair if not ballot["GPE"] else 0.3


def _compound(k: str) -> str:
    """'u.s.-cuban' is a nationality too."""
    parts = k.replace(" ", "").split("-")
    if len(parts) == 2 and places.kind_of(parts[1]) == "nationality" and places.kind_of(parts[0]):
        return "nationality"
    return ""


def looks_like_person(low: list[str], words: list[str]) -> bool:
    """A given name (or initials), then one to three capitalised words that are neither ordinary nor places."""
    if not 2 <= len(low) <= 5:
        return False
    first = low[0]
    if first not in given.genders() and not (
        len(first) <= 2 and words[0][0].isupper() and (len(first) == 1 or first[1] == ".")
    ):
        return False
    rest = [w for w in words[1:] if w.lower() not in PARTICLES and w.lower() not in SUFFIXES]
    return (
        bool(rest)
        and all(
            w[0].isupper() and w.replace("-", "").replace("'", "").replace("’", "").replace(".", "").isalpha()
            for w in rest
        )
        and not is_common(rest[-1].lower())
        and not places.is_place(rest[-1])
        and rest[-1].lower() not in ORG_ENDINGS
    )


def _support_short_forms(
    scores: dict[str, Counter[str]], labels: dict[str, str], groups: dict[str, list[Span]], t: Tokens
) -> None:
    """Let "Ada Hale" speak for "Hale", "Hale Energy Ltd" for "Hale Energy" and "Hale"."""
    people: set[str] = set()
    for k, label in sorted(labels.items(), key=lambda x: x[1] != "PERSON"):
        words = k.split()
        n = len(groups[k])
        if label == "PERSON":
            while len(words) > 1 and words[-1] in SUFFIXES:
                words = words[:-1]
            tails = [(" ".join(words[i:]), 2.0) for i in range(1, len(words)) if words[i] not in ("-", "–")]
            for short, weight in (*tails, (words[0], 0.7)):
                if short in scores and not places.kind_of(short):
                    # the surname of somebody named in full outweighs whatever the model saw in every mention of it
                    scores[short]["PERSON"] += weight + (
                        1.2 if short != words[0] else 0.7 if is_common(short) else 1.1
                    ) * len(groups[short])
                    people.add(short)
                elif short in scores and short != words[0]:
                    # "Jordan" beside "Ada Jordan": the gazetteer is silent, what the model saw decides
                    own = _seen(groups[short])
                    called = own["PERSON"] + _called(groups[short], t) >= 0.34 * len(groups[short])
                    if called or _located(groups[short], groups[k], t) == 0:
                        scores[short] = own
                        scores[short]["PERSON"] += weight + len(groups[short])
        elif label == "ORG":
            core = [w for w in words if w not in FIRM_ENDINGS and w != "." and w not in ARTICLES]
            for m in range(1, len(core)):
                short = " ".join(core[:m])
                if (
                    short in scores
                    and short not in people
                    and not places.kind_of(short)
                    and not is_common(short)
                    and not sites.lived_in(groups[short], t)
                ):
                    scores[short]["ORG"] += 0.8 + 0.4 * len(groups[short])
            tail = words[-1]
            if len(words) > 1 and tail in scores and scores[tail]["NORP"] and not places.kind_of(tail):
                # "the Harriers" of "Oldtown Harriers" are no nation
                scores[tail]["ORG"] += 1.5 + 1.2 * len(groups[tail])
            if len(core) < len(words) and " ".join(core) in scores:
                scores[" ".join(core)]["ORG"] += 1.5 + 0.6 * n
            initials = "".join(w[0] for w in core if w not in ("of", "the", "and", "for", "&"))
            if len(initials) > 1 and initials in scores:
                scores[initials]["ORG"] += 2


def _seen(group: list[Span]) -> Counter[str]:
    return Counter(s.label for s in group)


def _called(group: list[Span], t: Tokens) -> float:
    """How many of the mentions stand as only a person does: before a verb of saying, behind a title."""
    return sum(
        1.0
        for s in group
        if (s.b < len(t.lower) and t.lower[s.b] in SAYING) or (s.a and t.lower[s.a - 1] in (*HONORIFICS, *TITLES))
    )


def _located(short: list[Span], full: list[Span], t: Tokens) -> int:
    """How many mentions are a place's: behind "in", in a dateline, or before the person is named at all."""
    first = min(s.a for s in full)
    return sum(s.how == "rule" or s.a < first or t.lower[s.a - 1] in PLACE_PREPOSITIONS for s in short)

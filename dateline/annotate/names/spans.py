"""Spans as the model gave them → spans as a reader would mark them.

What goes wrong on news, by how often: a possessive or "the" inside, two names in one span, a span across a line break,
a title or nationality glued to a person, a figure or month behind a place, brackets and quotation marks left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.annotate.names import known, places
from dateline.annotate.names.common import is_common
from dateline.annotate.names.tokens import Span, Tokens
from dateline.annotate.names.words import (
    ADDRESS,
    ARTICLES,
    COMPOUND_HEADS,
    DASHES,
    FACILITY_ENDINGS,
    FIRM_ENDINGS,
    HONORIFICS,
    INDICES,
    LOC_ENDINGS,
    NOT_NAMES,
    NUMBERED_PLACES,
    ORG_ENDINGS,
    PARTICLES,
    POSSESSIVES,
    QUOTE_MARKS,
    ROLE_NOUNS,
    SUFFIXES,
    TITLES,
)

_EDGE = QUOTE_MARKS | DASHES | POSSESSIVES | frozenset(",;:!?*•|/\\…()[]{}<>=+_~") | {"...", "--", "@", "#", "."}
_PARTY_TAG = re.compile(r"[DRI]-[A-Z]")
"""'D-Nev.', 'R-Texas' behind the name of an American lawmaker."""
_SIMPLE = frozenset(("PERSON", "GPE", "NORP", "LOC"))
_MONTHS = frozenset("""
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.
    """.split())  # fmt: skip
_LOWER_INSIDE = PARTICLES | frozenset(["of", "the", "and", "for", "in", "on", "at", "to", "&", "de", "la", "n"])


def clean(spans: Iterable[Span], t: Tokens) -> list[Span]:
    """Repaired spans in reading order, none overlapping another."""
    out: list[Span] = []
    for span in _whole(list(spans), t):
        for part in (p for whole in _parts(span, t) for p in _addressed(whole, t)):
            for s in _peel(part, t):
                s = _trim(s, t)
                if s is not None and _is_name(s, t):
                    out.append(s)
    return without_overlap(out)


def _whole(spans: list[Span], t: Tokens) -> list[Span]:
    """Two spans that are one well-known name: "... Cooperation" in "Europe", "U.S." "Senate"."""
    out: list[Span] = []
    for s in spans:
        last = out[-1] if out else None
        if last is not None and (_linked(last, s, t) or (last.label, s.label, s.a) == ("GPE", "ORG", last.b)):
            whole = Span(last.a, s.b, "ORG", last.how)
            if places.key(t.text(whole)) in known.organisations():
                out[-1] = whole
                continue
        out.append(s)
    return out


def _linked(last: Span, s: Span, t: Tokens) -> bool:
    return last.label == "ORG" and 1 <= s.a - last.b <= 2 and t.lower[last.b] in ("in", "of", "for", "and")


def without_overlap(spans: Iterable[Span]) -> list[Span]:
    """In reading order; of two that overlap the longer one stays, of two as long the earlier in the list."""
    chosen: list[Span] = []
    taken: set[int] = set()
    for s in sorted(spans, key=lambda s: s.a - s.b):
        if not any(i in taken for i in range(s.a, s.b)):
            chosen.append(s)
            taken.update(range(s.a, s.b))
    return sorted(chosen, key=lambda s: s.a)


def _parts(span: Span, t: Tokens) -> Iterator[Span]:
    """Cut at line breaks, at brackets, and for people and places at commas, dashes, figures and 'and'."""
    a = span.a
    simple = span.label in _SIMPLE
    for i in range(span.a, span.b):
        w = t.words[i]
        cut = t.breaks[i] or w in "()[]" or w == ";"
        if not cut and i > span.a:
            cut = (
                (simple and (w in (",", ":", "/", "and", "&") or _stray_figure(i, t) or t.lower[i] in _MONTHS))
                or ((w in DASHES or w == "--") and not (t.glued(i) and i + 1 < span.b and t.glued(i + 1)))
                or (w == "," and not _firm_comma(t, i, span.b))
                or (w == "/" and not t.glued(i))
                or (span.label == "ORG" and _is_figure(w) and (places.is_place(" ".join(t.words[a:i])) or "-" in w))
            )
            # "Newport News and Hampton" may be one, "Trinidad and Tobago" is
            if cut and w in ("and", "&") and places.kind_of(t.text(span)):
                cut = False
        if cut:
            if i > a:
                yield Span(a, i, span.label, span.how)
            a = i + 1
            if _is_figure(w):
                return
    if a < span.b:
        yield Span(a, span.b, span.label, span.how)


def _addressed(span: Span, t: Tokens) -> Iterator[Span]:
    """ "Mrs Hale" is a person whatever the model says, and "Herald Mrs Hale" a paper and a person."""
    if span.label not in ("PERSON", "WORK_OF_ART"):
        for i in range(span.a, span.b - 1):
            if t.lower[i] in ADDRESS and t.words[i][0].isupper() and t.words[i + 1][0].isupper():
                if i > span.a:
                    yield Span(span.a, i, span.label, span.how)
                yield Span(i + 1, span.b, "PERSON", "rule")
                return
    yield span


def _stray_figure(i: int, t: Tokens) -> bool:
    """A figure that is none of the name: "Norway 12", but "Platform 4"."""
    return t.words[i].isdigit() and t.lower[i - 1] not in NUMBERED_PLACES


def _is_figure(w: str) -> bool:
    """A number or a score ('3', '292-8')."""
    return w[:1].isdigit() and w.replace("-", "").isdigit()


def _firm_comma(t: Tokens, i: int, end: int) -> bool:
    """'Abbott, Hale & Co', 'Hale, Inc.', 'Ministry of Culture, Youth and Sport'."""
    rest = t.lower[i + 1 : end]
    return any(w in FIRM_ENDINGS or w in ("and", "&") for w in rest)


def _peel(span: Span, t: Tokens) -> Iterator[Span]:
    """Take titles, nationalities and places off the front of a person, and role words that are no name at all."""
    a, b = span.a, span.b
    if span.label == "PERSON":
        while a < b - 1 and t.words[a] in QUOTE_MARKS:
            a += 1
        while a < b - 1:
            low = t.lower[a]
            if (
                (
                    low in HONORIFICS
                    or low in TITLES
                    or (low in ROLE_NOUNS and is_common(low))
                    or low in ("vice", "former")
                )
                or low in ARTICLES
                or (t.words[a].islower() and low not in PARTICLES)
            ):
                a += 1
            elif (b - a >= 3 or low.endswith(("shman", "chman"))) and places.kind_of(t.words[a]) in (
                "nationality",
                "people",
                "country",
            ):
                yield Span(a, a + 1, "NORP" if places.kind_of(t.words[a]) != "country" else "GPE", "rule")
                a += 1
            else:
                break
        # "Merkel aide", "Kerry's spokesman": the name stops before a lower-case word that is no particle
        for i in range(a + 1, b):
            if t.words[i].islower() and t.lower[i] not in PARTICLES and t.lower[i] not in POSSESSIVES:
                b = i
                break
        for i in range(a + 1, b):
            if t.words[i] in POSSESSIVES and t.words[i] != "'":
                if i + 1 < b:
                    yield Span(i + 1, b, span.label, span.how)
                b = i
                break
    elif span.label in ("GPE", "NORP") and b - a >= 2 and t.words[b - 1] not in POSSESSIVES:
        # "US President", "French Foreign Minister"
        while b - a >= 2 and t.lower[b - 1] in ROLE_NOUNS:
            b -= 1
    if b > a:
        yield Span(a, b, span.label, span.how)


def _trim(span: Span, t: Tokens) -> Span | None:
    """Cut articles, marks and possessives from both ends."""
    a, b = span.a, span.b
    words, lower = t.words, t.lower
    while a < b and (
        words[a] in _EDGE or words[a].isspace() or (lower[a] in ARTICLES and b - a > 1 and _drops(a, b, t))
    ):
        a += 1
    while a < b:
        w = words[b - 1]
        if w == "." and (lower[b - 2] in FIRM_ENDINGS or lower[b - 2] in SUFFIXES):
            break
        if w in ")]" and ("(" in words[a:b] or "[" in words[a:b]):
            break
        if (
            (w in _EDGE and not (w in ("'", "’") and b - a > 2 and words[b - 2].lower() == "o"))
            or w.isspace()
            or (b - a > 1 and (w == "&" or _ends_lower(b - 1, span, t)))
        ):
            b -= 1
        else:
            break
    if a >= b:
        return None
    return Span(a, b, span.label, span.how)


def _ends_lower(i: int, span: Span, t: Tokens) -> bool:
    """Whether a last word in lower case is none of the name: "Northwind news agency", but "Oldtown station"."""
    return t.words[i].islower() and not (span.label in ("FAC", "LOC") and t.lower[i] in FACILITY_ENDINGS | LOC_ENDINGS)


def _drops(a: int, b: int, t: Tokens) -> bool:
    """'the' goes; 'The' stays only inside a sentence, where the capital says that it belongs ("The Hague")."""
    return t.words[a] != "The" or t.opens[a]


def _is_name(span: Span, t: Tokens) -> bool:
    """Whether what is left of a span can be a name at all."""
    words = t.words[span.a : span.b]
    if _adjective(span, t):
        return False
    if not any(w[0].isupper() or (w[:1].isalnum() and any(c.isupper() for c in w)) for w in words):
        return False
    if len(words) == 1:
        w, low = words[0], t.lower[span.a]
        if len(w) < 2 or (len(w) == 2 and w[1] == ".") or w.isdigit() or low in HONORIFICS or _PARTY_TAG.match(w):
            return False
        if low in NOT_NAMES and not (places.kind_of(w) and w.isupper()):
            return False
        if low in TITLES and low not in ("king", "prince", "major", "marshal", "pope", "cardinal", "bishop", "judge"):
            return False
        # "Interior Minister", "Health Secretary"
        if is_common(low) and span.b < len(t.words) and t.lower[span.b] in ROLE_NOUNS and span.label == "ORG":
            return False
        # a common word at the start of a sentence that the model took for a name
        if (
            t.opens[span.a]
            and is_common(low)
            and not w.isupper()
            and span.label in ("PERSON", "PRODUCT", "WORK_OF_ART")
        ):
            return False
    return " ".join(words) not in INDICES or span.label not in ("ORG", "PERSON", "GPE", "LOC")


def _adjective(span: Span, t: Tokens) -> bool:
    """Part of a compound with a hyphen: 'Oslo-based', 'Hale-powered', 'pro-Hale'."""
    a, b, n = span.a, span.b, len(t.words)
    if a >= 2 and t.words[a - 1] in DASHES and t.glued(a) and t.glued(a - 1) and t.lower[a - 2] in COMPOUND_HEADS:
        return True
    return b + 1 < n and t.words[b] in DASHES and t.glued(b) and t.glued(b + 1) and t.words[b + 1].islower()


def is_org_like(words: list[str]) -> bool:
    """Whether the words end as the name of an organisation does."""
    return words[-1].lower() in ORG_ENDINGS

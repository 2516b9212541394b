"""Datelines, credits and bylines: the lines around an article whose form says what each name in them is.

"BRUSSELS (Reuters) -", "Photo by Ada Hale/Getty Images", "(Reporting by Ada Hale in Oslo; Editing by Ben Roe)".
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.names import given, places
from dateline.annotate.names.tokens import Span, Tokens
from dateline.annotate.names.words import CREDIT_VERBS, DASHES, NOT_NAMES, PARTICLES

_REACH = 14
"""Tokens at the head of a line within which a dateline must have ended."""
AGENCIES = frozenset(
    """
    reuters ap afp upi bloomberg xinhua tass dpa efe ansa kyodo cnn bbc cp pa aap pti ani
    """.split()
)
_MONTH = frozenset("""
    jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september
    october november december
    """.split())  # fmt: skip


def marked(t: Tokens, text: str) -> list[Span]:
    """Names that the form of their line makes sure; ``text`` is the article as written (for words in capitals)."""
    out: list[Span] = []
    begin = 0
    for i in range(len(t.words) + 1):
        if i == len(t.words) or t.breaks[i]:
            if i > begin:
                out += _dateline(t, begin, i, text)
                out += _credits(t, begin, i)
            begin = i + 1
    return out


def _dateline(t: Tokens, a: int, end: int, text: str) -> list[Span]:
    """'KUALA LUMPUR, Malaysia (AP) —': the places and the agency."""
    while a < end and t.words[a].isspace():
        a += 1
    stop = min(end, a + _REACH)
    i = a
    parts: list[tuple[int, int]] = []
    agency: tuple[int, int] | None = None
    capitals = False
    while i < stop:
        w = t.words[i]
        if w in DASHES or w == "--":
            break
        if w == "(":
            close = next((j for j in range(i + 1, min(stop, i + 6)) if t.words[j] == ")"), -1)
            if close < 0 or not t.words[i + 1][:1].isupper():
                return []
            agency = (i + 1, close)
            i = close + 1
            # without a dash behind it "(Reuters)" is a bracket like any other, unless capitals stand before it
            break
        if w[:1].isupper() and t.lower[i].rstrip(".") not in _MONTH:
            j = i
            while (
                j < stop
                and (t.words[j][:1].isupper() or t.lower[j] in ("de", "la", "of", "al", "-", "'s"))
                and t.words[j] != "("
            ):
                j += 1
            parts.append((i, j))
            capitals = capitals or (len(parts) == 1 and _was_capital(text[t.starts[i] : t.ends[j - 1]]))
            i = j
        elif w in (",", "/", ".") or w[0].isdigit() or t.lower[i].rstrip(".") in _MONTH or w == "and":
            if (w[0].isdigit() or t.lower[i].rstrip(".") in _MONTH) and not parts:
                return []
            i += 1
        else:
            return []
    dashed = i < stop and (t.words[i] in DASHES or t.words[i] == "--")
    dated = i >= end and any(t.words[j][0].isdigit() for j in range(a, end)) and i - a <= 8
    if not parts or len(parts) > 6 or parts[0][1] - parts[0][0] > 4:
        return []
    known = places.is_place(" ".join(t.words[parts[0][0] : parts[0][1]]))
    if not ((capitals and (dashed or agency or dated)) or (known and dashed and (agency or i - a <= 6))):
        return []
    out = [Span(x, y, "GPE", "rule") for x, y in parts if t.lower[x] not in AGENCIES]
    if agency and agency[1] - agency[0] <= 3:
        out.append(Span(agency[0], agency[1], "ORG", "rule"))
    return out


def _was_capital(words: str) -> bool:
    letters = [c for c in words if c.isalpha()]
    return len(letters) > 2 and all(c.isupper() for c in letters)


def _credits(t: Tokens, a: int, end: int) -> Iterator[Span]:
    """Names after 'by' in credits and bylines, and on both sides of the stroke of an agency."""
    for i in range(a, end):
        w = t.words[i]
        if w in _OPEN_QUOTES and i > a and i + 2 < end and (named := _byname(t, a, i, end)):
            yield named
        elif w == "/" and t.glued(i) and i > a and i + 1 < end:
            yield from _stroke(t, a, i, end)
        elif t.lower[i] == "by" and (_starts_line(t, a, i) or (i > a and t.lower[i - 1] in CREDIT_VERBS)):
            yield from _people(t, i + 1, end)


_CLOSE_QUOTES = frozenset("\"”’'") | {"''"}
_OPEN_QUOTES = frozenset("\"“‘'`") | {"``"}


def _byname(t: Tokens, a: int, i: int, end: int) -> Span | None:
    """'Vincent "The Boot" Hale': a given name, one to three words in quotation marks, a surname."""
    if not t.words[i - 1][:1].isupper() or t.lower[i - 1] not in given.genders():
        return None
    for j in range(i + 2, min(i + 5, end - 1)):
        if t.words[j] in _CLOSE_QUOTES:
            inside = all(w[0].isupper() or w.islower() for w in t.words[i + 1 : j]) and t.words[j - 1][0].isupper()
            after = t.words[j + 1]
            if inside and after[:1].isupper() and after.isalpha() and not t.breaks[j + 1]:
                first = (
                    i - 2 if i - 2 >= a and t.lower[i - 2] in given.genders() and t.words[i - 2][0].isupper() else i - 1
                )
                return Span(first, j + 2, "PERSON", "rule")
            return None
    return None


def _starts_line(t: Tokens, a: int, i: int) -> bool:
    return all(t.words[j].isspace() or t.words[j] in "(*•" for j in range(a, i))


def _people(t: Tokens, i: int, end: int) -> Iterator[Span]:
    """'Ada Hale, Ben Roe and Cy Poe in Oslo': the people, and the place after 'in'."""
    label = "PERSON"
    while i < end:
        w = t.words[i]
        if not w[:1].isupper():
            return
        j = i
        while j < end and _goes_on(t, j, i):
            j += 1
        if label == "PERSON" and j - i == 1 and places.is_place(w):
            return
        if label == "GPE" and j - i >= 2 and not places.is_place(" ".join(t.words[i:j])) and t.lower[i - 1] == "and":
            label = "PERSON"
        if not 1 <= j - i <= 4 or t.lower[i] in NOT_NAMES:
            return
        if label == "GPE" or j - i >= 2:
            yield Span(i, j, label, "rule")
        if j < end and t.lower[j] in ("in", "at"):
            label, i = "GPE", j + 1
        elif j < end and t.words[j] in (",", "and", "&"):
            label = "PERSON" if label == "PERSON" or (t.words[j] == "," and _two_words(t, j + 1, end)) else "GPE"
            i = j + 2 if t.words[j] == "," and j + 1 < end and t.lower[j + 1] == "and" else j + 1
        else:
            return


def _goes_on(t: Tokens, j: int, i: int) -> bool:
    w = t.words[j]
    if w[:1].isupper() and not t.breaks[j]:
        return True
    if j == i:
        return False
    return t.lower[j] in PARTICLES or (w == "-" and t.glued(j)) or (t.words[j - 1] == "-" and t.glued(j))


def _two_words(t: Tokens, i: int, end: int) -> bool:
    return i + 1 < end and t.words[i][:1].isupper() and t.words[i + 1][:1].isupper()


def _stroke(t: Tokens, a: int, i: int, end: int) -> Iterator[Span]:
    """'REUTERS/Ada Hale', 'Ada Hale/Getty Images', 'AFP/Getty Images'."""
    left = i
    while left > a and (t.words[left - 1][:1].isupper() or t.lower[left - 1] in PARTICLES) and i - left < 4:
        left -= 1
    right = i + 1
    while (
        right < end
        and (t.words[right][:1].isupper() or (t.lower[right] in PARTICLES and right > i + 1))
        and right - i <= 4
    ):
        right += 1
    if left == i or right == i + 1:
        return
    before, after = t.lower[left:i], t.lower[i + 1 : right]
    if before[-1] in AGENCIES and right - i >= 3:
        yield Span(i - 1, i, "ORG", "rule")
        if not any(w in AGENCIES or w in ("images", "pool", "press", "news") for w in after):
            yield Span(i + 1, right, "PERSON", "rule")
    elif after[0] in AGENCIES or after[-1] in ("images", "press", "pool", "news", "agency", "wire"):
        if i - left >= 2 and not any(w in AGENCIES or w in ("images", "press") for w in before):
            yield Span(left, i, "PERSON", "rule")
        yield Span(i + 1, i + 2 if after[0] in AGENCIES else right, "ORG", "rule")

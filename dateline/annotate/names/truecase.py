"""Letter case of headlines and datelines: what is set in capitals is put back as it would stand in a sentence.

The model was trained on sentences: "LINDA GREY LEAVES PARIS HOSPITAL" and "Linda Grey Leaves Paris Hospital" mislead
it, "Linda Grey leaves Paris hospital" does not. The article itself is the best witness of how a word is written; a
list of ordinary words (``common.txt``) and the gazetteer decide where it is silent. Only letter case is ever
changed, so offsets stay.
"""

from __future__ import annotations

import re
from collections import Counter

from dateline.annotate.names import given, places
from dateline.annotate.names.common import SMALL, is_common

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENDS = frozenset(".!?:;\"“”'‘•*|–—-\n(")
# "BRUSSELS (Reuters) -", "KUALA LUMPUR, Aug 30 -", "LONDON 1996-08-30", "WASHINGTON —": capitals before such a mark
_DATELINE = re.compile(
    r"[ \t]*((?:[A-Z][A-Z.'’-]+|[A-Z]\.)(?:[ /][A-Z][A-Z.'’-]+|,[ ][A-Z][A-Za-z.]+){0,6}),?"
    r"(?=[ \t]*(?:\(|[–—―]|-[ -]|\d{4}-\d\d-\d\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|$|\n|:|, ))"
)
_CREDIT = re.compile(r"\b(?:reporting|writing|editing|photos?|compiled|[Bb]y) by\b|^by\b", re.I)
_SHORT_LINE = 32
"""A headline has at most so many words; a longer line in title case is a table or a list of names."""


def truecase(text: str, title: str = "") -> str:
    """``text`` with headlines and datelines in the case of running text; same length. ``title`` is further evidence."""
    lines = text.split("\n")
    kinds = [_kind(line) for line in lines]
    if not any(kinds):
        return text
    seen = _evidence([line for line, k in zip(lines, kinds, strict=True) if k != "caps" and k != "title"])
    if title and not _kind(title):
        seen += _evidence([title])
    return "\n".join(_recase(line, k, seen) if k else line for line, k in zip(lines, kinds, strict=True))


def _kind(line: str) -> str:
    """'caps' or 'title' for a headline so set, 'dateline' for a line that begins with a place in capitals, or ''."""
    head = line.lstrip()
    if not head or not (head[0].isupper() or not head[0].isalpha()):
        return ""
    start = head[:400]
    forms = [w for w in _WORD.findall(start) if len(w) > 1]
    if not forms:
        return ""
    upper = sum(w.isupper() for w in forms)
    if upper >= 0.65 * len(forms) and (len(forms) > 1 or len(forms[0]) > 5):
        return "caps"
    if _DATELINE.match(line) and upper < len(forms):
        return "dateline"
    if len(forms) < 4 or len(head) > 400 or len(forms) > _SHORT_LINE or head[0] == "(" or _CREDIT.search(head):
        return ""
    weighty = [w for w in forms if w.lower() not in SMALL]
    risen = [w for w in weighty if w[0].isupper()]
    if len(weighty) < 3 or len(risen) < 0.8 * len(weighty):
        return ""
    # names alone (a table, a cast list) are in title case by right: a headline has ordinary words too
    plain = sum(is_common(w.lower()) for w in risen)
    return "title" if plain >= 2 or plain >= 0.4 * len(risen) else ""


def _evidence(lines: list[str]) -> Counter[str]:
    """How often each form stands where its case is free: not at the start of a sentence or a line."""
    seen: Counter[str] = Counter()
    for line in lines:
        for m in _WORD.finditer(line):
            at = m.start() - 1
            while at >= 0 and line[at] == " ":
                at -= 1
            w = m.group()
            if (at >= 0 and line[at] not in _ENDS) or not w[0].isupper() or (w.isupper() and len(w) > 1):
                seen[w] += 2
            else:
                seen[w] += 1 if not is_common(w.lower()) else 0
    return seen


def _recase(line: str, kind: str, seen: Counter[str]) -> str:
    if kind == "dateline":
        m = _DATELINE.match(line)
        assert m is not None
        return _words(line, m.end(1), seen, place=True)
    if kind == "caps":
        return _words(line, len(line), seen)
    out: list[str] = []
    last = 0
    found = list(_WORD.finditer(line))
    for n, m in enumerate(found):
        w = m.group()
        if n == 0 or not w[0].isupper() or w[1:] != w[1:].lower() or not _lowers(n, found, seen):
            continue
        if line[: m.start()].rstrip()[-1:] in ":.!?":
            continue
        out += [line[last : m.start()], _lower(w)]
        last = m.end()
    return "".join(out) + line[last:]


def _lowers(n: int, found: list[re.Match[str]], seen: Counter[str]) -> bool:
    """Whether the n-th word of a title-case line is an ordinary word there."""
    w = found[n].group()
    low, title = seen[w.lower()], seen[w]
    if low or title:
        return low >= title
    key = w.lower()
    if not is_common(key) or places.is_place(w):
        return False
    after = found[n + 1].group() if n + 1 < len(found) else ""
    # "Mark Rutte", "Grace Hale": a given name before a word that is none
    return not (key in given.genders() and after[:1].isupper() and not is_common(after.lower()))


def _words(line: str, end: int, seen: Counter[str], place: bool = False) -> str:
    """``line`` with the words before ``end`` taken out of capitals."""
    out: list[str] = []
    last = 0
    for m in _WORD.finditer(line, 0, end):
        w = m.group()
        if len(w) > 1 and w.isupper():
            new = _title(w) if place and not _initials(w, line, m.end()) else _form(w, seen, m.start() == 0)
            out += [line[last : m.start()], new]
            last = m.end()
    return "".join(out) + line[last:]


def _initials(w: str, line: str, end: int) -> bool:
    """'S.' or 'U.N.': single letters with points are not words in capitals; neither are 'UK' and 'US'."""
    return len(w) == 1 or w in ("US", "UK", "UN", "EU", "UAE", "DC") or (len(w) == 2 and line[end : end + 1] == ".")


def _form(w: str, seen: Counter[str], first: bool) -> str:
    """The form of a word that stands in capitals: as the article writes it elsewhere, else by the lists."""
    low, title = _lower(w), _title(w)
    forms = {low: seen[low], title: seen[title], w: seen[w]}
    best = max(forms, key=lambda f: forms[f])
    if not forms[best]:
        mixed = _mixed(w)
        if low in given.genders() or places.is_place(title):
            best = mixed
        elif is_common(low):
            best = low
        elif mixed != title:
            best = mixed
        elif len(w) <= 5 and (places.is_acronym(w) or not re.search("[AEIOUY]", w)):
            best = w
        else:
            best = title
    return _title(w) if first and best == low else best


def _title(w: str) -> str:
    parts = re.split(r"(['’])", w)
    # "O'BRIEN" but "CHINA'S"
    return "".join(p[:1] + _lower(p[1:]) if i == 0 or len(p) > 2 else _lower(p) for i, p in enumerate(parts))


def _mixed(w: str) -> str:
    """'MCDONALD' → 'McDonald'."""
    return "Mc" + w[2] + _lower(w[3:]) if w.startswith("MC") and len(w) > 4 else _title(w)


def _lower(w: str) -> str:
    """Lower case that never changes the length of a word."""
    low = w.lower()
    return low if len(low) == len(w) else "".join(c.lower() if len(c.lower()) == 1 else c for c in w)

"""Quotation marks → the outermost quoted stretches of a paragraph, in any style of marks and however unbalanced.

Styles: "straight", “curly”, „low“, «guillemets» (both ways round), ``wire'' and ''doubled'' marks, ‘single’ and
'straight single', `backtick'. Whether a mark opens or closes is read from what stands beside it first and from its
shape second, because shapes are often wrong on real pages (”like this”). Apostrophes are told from single marks by
their neighbours. A paragraph that opens with a mark and never closes it runs to its end: the usual way of quoting
several paragraphs. Nothing here raises on unbalanced marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

DOUBLE = '"“”„‟«»″'
SINGLE = "'‘’‚‛`‹›"
_MARK = re.compile(r"``|''|,,(?=\w)|[\"“”„‟«»″'‘’‚‛`‹›]")
MOST = 500
"""Marks of one paragraph that are read: more are a table or noise."""
_OPENING = frozenset("“„«‘‚‹") | {"``", ",,"}
_CLOSING = frozenset("”»’›")
_BEFORE_OPEN = frozenset(" \t\xa0\n([{—–-/…:;=|*>")
_AFTER_CLOSE = frozenset(" \t\xa0\n)]},.;:!?—–-/…|*<")
_ELISION = re.compile(
    r"[’'‘`](?:em|til|till|tis|twas|twill|cause|cos|cuz|n|round|bout|neath|gainst|kay|sup|ere|un|im|is|d|ll|\d0s|\d\d)\b(?![’'])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """An outermost quoted stretch: marks included from ``start`` to ``end``, without them from ``inner_start`` on.

    ``closed`` is False where the closing mark is missing; the stretch then ends with the paragraph.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    single: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    shape: str
    opens: bool
    closes: bool


def opens_with_mark(text: str, start: int) -> bool:
    """Whether the paragraph at ``start`` begins with a quotation mark (after dashes and invisible characters)."""
    at = start
    while at < len(text) and text[at] in " \t\u200b\u202a\ufeff–—-…":
        at += 1
    m = _MARK.match(text, at)
    return bool(m) and not _ELISION.match(text, at)


def find_all(text: str, bounds: Sequence[tuple[int, int]]) -> list[list[Quoted]]:
    """The quoted stretches of every paragraph, by (start, end) of the paragraphs in order.

    A quotation that opens inside a paragraph and closes in the next, which does not open with a mark, is in both.
    """
    out: list[list[Quoted]] = []
    inside = False
    for n, (start, end) in enumerate(bounds):
        after = bounds[n + 1] if n + 1 < len(bounds) else None
        opens = after is not None and opens_with_mark(text, after[0])
        closes = after is not None and not opens and _closes_first(text, *after)
        found = find(text, start, end, opens or closes, inside)
        out.append(found)
        inside = closes and bool(found) and not found[-1].closed and not found[-1].single
    return out


def _closes_first(text: str, start: int, end: int) -> bool:
    """Whether the first double mark of a paragraph closes one that was opened before it, with none left over."""
    marks = [m for m in _read_all(text, start, end) if _is_double(m)]
    balance = 0
    for n, m in enumerate(marks):
        balance += 1 if m.opens else -1
        if n == 0 and not (m.closes and not m.opens):
            return False
    return balance < 0


def find(
    text: str, start: int = 0, end: int | None = None, stays_open: bool = False, inside: bool = False
) -> list[Quoted]:
    """Outermost quoted stretches of the paragraph ``text[start:end]``, in order and without overlap.

    ``stays_open``: the next paragraph goes on with a quotation, so that an open mark here is meant to stay open.
    ``inside``: this paragraph goes on with a quotation that the one before left open.
    """
    end = len(text) if end is None else end
    marks = _read_all(text, start, end)
    if not marks:
        return []
    head = [_Mark(start, start, "“", True, False)] if inside else []
    double = _pair(head + [m for m in marks if _is_double(m)], text, start, end, stays_open, single=False)
    single = _pair(_not_apostrophes(text, marks, end), text, start, end, stays_open, single=True)
    # the outermost wins: a single-quoted stretch may hold double ones (British) or lie inside one (American)
    out = [s for s in single if not any(d.start < s.end and s.start < d.end and not _holds(s, d) for d in double)]
    out += [d for d in double if not any(_holds(s, d) for s in out)]
    return sorted(out, key=lambda q: q.start)


def _holds(outer: Quoted, inner: Quoted) -> bool:
    return outer.closed and outer.start < inner.start and inner.end < outer.end


def _is_double(m: _Mark) -> bool:
    return len(m.shape) == 2 or m.shape in DOUBLE


def _read_all(text: str, start: int, end: int) -> list[_Mark]:
    found = [_read(text, m.start(), m.end(), start, end) for m in _MARK.finditer(text, start, end)]
    return found[:MOST]


def _read(text: str, a: int, b: int, start: int, end: int) -> _Mark:
    """What a mark can be, by its neighbours; by its shape where they do not tell."""
    shape = text[a:b]
    left = text[a - 1] if a > start else " "
    right = text[b] if b < end else " "
    before = left in _BEFORE_OPEN or left in DOUBLE or left in SINGLE or left == "\u202a"
    after = right in _AFTER_CLOSE or right in DOUBLE or right in SINGLE
    opens = before and not right.isspace() and right not in ",;:)!?"
    closes = after and not left.isspace() and left not in "(["
    if opens == closes:
        opens, closes = shape not in _CLOSING, shape not in _OPENING
    elif shape in _OPENING and closes and left.isalnum() and right.isalnum():
        opens, closes = True, False
    return _Mark(a, b, shape, opens, closes)


def _not_apostrophes(text: str, marks: list[_Mark], end: int) -> list[_Mark]:
    """The single marks that can be quotation marks."""
    out = []
    for m in marks:
        if _is_double(m):
            continue
        left = text[m.start - 1] if m.start else " "
        right = text[m.end] if m.end < end else " "
        if left.isalnum() and right.isalnum():
            continue
        if _ELISION.match(text, m.start) and not left.isalnum() and m.shape not in ("‘", "‚", "‹"):
            continue
        if m.shape == "`" and not (m.opens or m.closes):
            continue
        if left.isdigit() and m.shape in "'’" and right in ' ,.0123456789"”':
            continue  # feet and minutes
        opens = m.opens and (right.isalnum() or right in '"“[(…$£€#@')
        closes = m.closes and not left.isspace()
        if opens or closes:
            out.append(_Mark(m.start, m.end, m.shape, opens and not left.isalnum(), closes))
    return out


def _pair(marks: list[_Mark], text: str, start: int, end: int, stays_open: bool, *, single: bool) -> list[Quoted]:
    out: list[Quoted] = []
    i = 0
    while i < len(marks):
        m = marks[i]
        if not m.opens:
            i += 1
            continue
        j = _closing(marks, i, text, single)
        if j is not None:
            out.append(Quoted(m.start, marks[j].end, m.end, marks[j].start, True, single))
            i = j + 1
            continue
        if _stays_open(m, text, start, stays_open, single) and not any(n.opens for n in marks[i + 1 :]):
            out.append(Quoted(m.start, end, m.end, end, False, single))
            break
        i += 1
    return out


def _closing(marks: list[_Mark], i: int, text: str, single: bool) -> int | None:
    """The mark that closes the one at ``i``, or None."""
    if not single and len(marks) == i + 2 and _slipped(text, marks[i + 1]):
        return i + 1
    depth = 0
    spare: int | None = None
    for j in range(i + 1, len(marks)):
        n = marks[j]
        if n.closes and (not n.opens or depth == 0):
            if single and _may_be_possessive(text, n) and any(k.closes and not k.opens for k in marks[j + 1 : j + 2]):
                spare = j if spare is None else spare
                continue
            if depth == 0:
                return j
            depth -= 1
        elif n.opens:
            if single:
                return spare
            ahead = sum(1 if k.closes and not k.opens else -1 if k.opens and not k.closes else 0 for k in marks[j:])
            if ahead < depth + 1:
                return spare  # the first mark was never closed: this one begins anew
            depth += 1
    return spare


def _slipped(text: str, m: _Mark) -> bool:
    """`on our website, "Smith said`: a straight closing mark with the space on its wrong side."""
    before = text[max(0, m.start - 3) : m.start]
    return m.shape in ('"', "''") and m.opens and not m.closes and before.rstrip()[-1:] in (",", ".", "?", "!")


def _may_be_possessive(text: str, m: _Mark) -> bool:
    """``the ministers' plan``: an s before, a word after."""
    return text[m.start - 1 : m.start] in ("s", "S", "z", "x") and text[m.end : m.end + 2].strip()[:1].isalpha()


def _stays_open(m: _Mark, text: str, start: int, stays_open: bool, single: bool) -> bool:
    lead = text[start : m.start].rstrip()
    at_head = not lead.strip("–—-… \u202a")
    if single:
        return stays_open and at_head
    return stays_open or at_head or lead[-1:] in ":,"

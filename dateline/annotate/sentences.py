"""Sentence bounds of an article: the model's boundaries, with what it gets wrong on news put right.

A line break always ends a sentence; initials, titles, abbreviations and figures ("J. Hale", "Sen.", "No. 5") never do;
a closing quotation mark belongs to the sentence it closes. Passages everywhere in Dateline are cut by these bounds.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof rev hon st sen sens rep reps gov govs gen lt col maj capt sgt cpl cmdr adm brig pvt pres
    supt det insp jan feb mar apr jun jul aug sep sept oct nov dec no nos vs v eg ie e.g i.e cf al approx est
    dept div fig ave blvd rd mt ft vol pp ed eds inc corp co ltd bros ala ariz ark calif colo conn del fla ga
    ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo ont que
    alta sask u.s u.k u.n e.u d.c n.y n.j n.c s.c n.h n.m n.d s.d r.i w.va b.c a.m p.m ph.d m.d
    """.split()
)
"""Before a full stop that ends no sentence, when what follows could be its continuation."""

# after these a capital letter usually begins the next sentence, so only a following name keeps them together
_BOTH = frozenset(
    """
    inc corp co ltd bros u.s u.k u.n e.u d.c n.y a.m p.m no ph.d m.d al
    """.split()
)
_OPEN, _CLOSE = frozenset("“«„(["), frozenset("”»)]")
_BLANK_LINE = re.compile(r"\s*\n\s*")


def sentences(doc: Doc) -> list[tuple[int, int]]:
    """(start, end) of every sentence in reading order, without white space around it; together they hold all the text.

    Works on any Doc; where the model set no boundaries, full stops, question and exclamation marks do.
    """
    text = doc.text
    words = [t.text for t in doc]
    starts = [t.idx for t in doc]
    begins = _begins(doc, words, starts)
    out: list[tuple[int, int]] = []
    bounds = [starts[i] for i in begins] + [len(text)]
    for a, b in pairwise(bounds):
        piece = text[a:b]
        left = len(piece) - len(piece.lstrip())
        right = len(piece.rstrip())
        if left < right:
            out.append((a + left, a + right))
    return out


def _begins(doc: Doc, words: list[str], starts: list[int]) -> list[int]:
    """Token numbers that begin a sentence."""
    if doc.has_annotation("SENT_START"):
        marked = [i for i, t in enumerate(doc) if t.is_sent_start]
    else:
        marked = [i + 1 for i, w in enumerate(words[:-1]) if w in ".!?"]
    begins = {0} if words else set()
    for i in marked:
        if i and _may_begin(i, words):
            begins.add(_past_closing(i, words, starts))
    for i, w in enumerate(words[:-1]):
        if "\n" in w and w.isspace():
            begins.add(i + 1)
        elif w in ("!", "?") or (w == "." and i and not _abbreviated(words[i - 1])):
            # the model missed a plain end: a mark, then a capital behind a space
            j = _past_closing(i + 1, words, starts)
            if (
                j < len(words)
                and _opens_sentence(j, words)
                and starts[j] > starts[j - 1] + len(words[j - 1])
                and w == "."
            ):
                begins.add(j)
    return sorted(i for i in begins if i < len(words))


def _may_begin(i: int, words: list[str]) -> bool:
    """Whether a boundary of the model before token ``i`` can be one."""
    before, here = words[i - 1], words[i]
    if before.isspace():
        return "\n" in before or (i > 1 and _may_begin_after(words[i - 2], here))
    return _may_begin_after(before, here)


def _may_begin_after(before: str, here: str) -> bool:
    if here in _CLOSE or here in (",", ".", ";", ":", "'s", "’s", "%", "?", "!"):
        return False
    if before[-1] in ".!?…":
        return not (
            before[-1] == "." and _abbreviated(before) and not (before[:-1].lower() in _BOTH and here[0].isupper())
        )
    # nothing ends here but the model's patience: only quotation marks and dashes of a list may
    return before in "”\"»)’'•*|" or here in "•*"


def _abbreviated(word: str) -> bool:
    """'Sen.', 'J.', 'U.S.', or the word before a full stop of its own."""
    low = word.rstrip(".").lower()
    return low in ABBREVIATIONS or (len(low) == 1 and low.isalpha() and low != "i" and word[0].isupper())


def _past_closing(i: int, words: list[str], starts: list[int]) -> int:
    """Past closing marks that stand directly behind the end of a sentence."""
    while (
        i < len(words) and (words[i] in _CLOSE or words[i] in "\"'’") and starts[i] == starts[i - 1] + len(words[i - 1])
    ):
        i += 1
    return i


def _opens_sentence(i: int, words: list[str]) -> bool:
    while i < len(words) and (words[i] in _OPEN or words[i] in "\"'‘"):
        i += 1
    return i < len(words) and words[i][0].isupper()

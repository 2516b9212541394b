"""What differs between two texts: word by word where they are versions of one another, by names and quotations else."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

import numpy as np

from dateline.corpus import Corpus

SAME, ADDED, REMOVED = "same", "added", "removed"
_SENTENCE = re.compile(r".+?(?:[.!?][”’\"')\]]*(?=\s|$)|\n|$)\s*", re.S)
_WORD = re.compile(r"\S+\s*|\s+")
_SHAPES = str.maketrans({**dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’‚", "'"), **dict.fromkeys("–—", "-")})
_LONGEST = 60_000
"""Characters of a text that are compared; beyond, versions are too long to read side by side."""


class Piece(NamedTuple):
    """A stretch: of both texts (same), of the later one only (added), or of the earlier one only (removed)."""

    text: str
    kind: str


def differences(before: str, after: str) -> list[Piece]:
    """What was added and removed from one text to the other, in reading order.

    Sentences are matched first (Ratcliff and Obershelp's way, as difflib has it), and within sentences that changed,
    words. Whitespace, and the shapes of quotation marks and dashes, are no difference.
    """
    old, new = (_SENTENCE.findall(t[:_LONGEST]) for t in (before, after))
    pieces: list[Piece] = []
    for kind, a, b in _blocks(old, new):
        if kind == "equal":
            pieces.append(Piece("".join(new[b]), SAME))
        elif kind == "replace":
            pieces += _words("".join(old[a]), "".join(new[b]))
        else:
            pieces += _apart("".join(old[a]), "".join(new[b]))
    return _joined(pieces)


def _words(before: str, after: str) -> list[Piece]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    found = _blocks(old, new)
    same = sum(len(new[b]) for kind, _, b in found if kind == "equal")
    if same < 0.3 * min(len(old), len(new)):
        # words in common by chance: two sentences, not one that was changed
        return _apart(before, after)
    out: list[Piece] = []
    for kind, a, b in found:
        out += [Piece("".join(new[b]), SAME)] if kind == "equal" else _apart("".join(old[a]), "".join(new[b]))
    return out


def _apart(before: str, after: str) -> list[Piece]:
    return [Piece(t, k) for t, k in ((before, REMOVED), (after, ADDED)) if t.strip()]


def _blocks(old: list[str], new: list[str]) -> list[tuple[str, slice, slice]]:
    matcher = SequenceMatcher(None, [_plain(w) for w in old], [_plain(w) for w in new], autojunk=False)
    return [(kind, slice(a, b), slice(c, d)) for kind, a, b, c, d in matcher.get_opcodes()]


def _plain(words: str) -> str:
    """Words without what only their setting has: spaces around, shapes of quotation marks and dashes."""
    return words.strip().translate(_SHAPES)


def _joined(pieces: list[Piece]) -> list[Piece]:
    out: list[Piece] = []
    for p in pieces:
        if out and not out[-1].text[-1:].isspace() and not p.text[:1].isspace():
            # what ended one text and does not end the other
            if p.kind == REMOVED:
                p = Piece(" " + p.text, REMOVED)
            elif out[-1].kind == REMOVED:
                out[-1] = Piece(out[-1].text + " ", REMOVED)
        if out and out[-1].kind == p.kind:
            out[-1] = Piece(out[-1].text + p.text, p.kind)
        else:
            out.append(p)
    return out


def words_of(pieces: list[Piece], kind: str) -> int:
    """How many words were added or removed."""
    return sum(len(p.text.split()) for p in pieces if p.kind == kind)


def only_here(corpus: Corpus, row: int, others: np.ndarray) -> tuple[list[int], list[int]]:
    """What one version has and none of the ``others`` (article rows): names (entity codes, most mentioned first) and
    quotations (quote rows, the first piece of each, by a speaker whom no other version quotes)."""

    def names(r: int) -> np.ndarray:
        found = corpus.mention_entity[corpus.rows_of("mentions", r)]
        return found[found >= 0]

    theirs = np.concatenate([np.empty(0, np.int32), *(names(int(r)) for r in others if r != row)])
    mine, first, times = np.unique(names(row), return_index=True, return_counts=True)
    new = ~np.isin(mine, theirs)
    order = np.lexsort((first[new], -times[new]))
    spoken = [corpus.quote_speaker[corpus.rows_of("quotes", int(r))] for r in others if r != row]
    heard = np.unique(np.concatenate([np.empty(0, np.int32), *spoken]))
    part = corpus.rows_of("quotes", row)
    quotes, seen = [], set()
    for q in range(part.start, part.stop):
        speaker = int(corpus.quote_speaker[q])
        if speaker >= 0 and speaker not in heard and speaker not in seen:
            seen.add(speaker)
            quotes.append(q)
    return [int(e) for e in mine[new][order]], quotes

"""Folding: text as it is compared. Case, accents and the shape of apostrophes do not matter to a search.

``folded`` keeps the length of a text, so that offsets in it are offsets in the text. Letters that fold to two (ß, æ)
and combining marks stay as they are; a mark is skipped when words are compared.
"""

from __future__ import annotations

import re
import sys
import unicodedata

_PLAIN = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "ŧ": "t", "ς": "σ", "’": "'", "‘": "'", "ʼ": "'", "＇": "'"}
ACCENTS = "\u0300-\u036f"
"""Combining accents: a character class that comparisons skip."""
_ACCENT = re.compile(f"[{ACCENTS}]")
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"


def _marks() -> str:
    """A character class of the marks that stand inside words in scripts such as Hindi."""
    ranges: list[list[int]] = []
    for code in range(0x300, 0x10000):
        if unicodedata.category(chr(code)) in ("Mn", "Mc"):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"{chr(a)}-{chr(b)}" for a, b in ranges)


_INSIDE = rf"\w{_marks()}"
WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}](?:(?![_{_UNSPACED}])[{_INSIDE}])*")
"""A word of folded text. A character of a script without spaces between words is a word by itself."""


class _Fold(dict):
    """Code point → folded character, worked out once for each character that occurs."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = _PLAIN.get(char)
        if plain is None:
            parts = [c for c in unicodedata.normalize("NFKD", char) if unicodedata.category(c) != "Mn"]
            # a mark by itself, a letter of two (ﬁ) or a syllable of several (각) stays
            plain = parts[0] if len(parts) == 1 and unicodedata.category(char)[0] != "M" else char
            small = plain.lower()
            plain = _PLAIN.get(small, small) if len(small) == 1 else plain
        self[code] = sys.intern(plain)
        return plain


_FOLD = _Fold()


def folded(text: str) -> str:
    """The text in lower case, without accents, with straight apostrophes; as long as the text."""
    return text.lower() if text.isascii() else text.translate(_FOLD)


def has_accents(text: str) -> bool:
    """Whether a folded text still holds combining accents."""
    return not text.isascii() and _ACCENT.search(text) is not None


def tokens(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    text = folded(text)
    return WORD.findall(_ACCENT.sub("", text) if has_accents(text) else text)


def indexed(text: str) -> str:
    """A text as it is handed to the index: folded, words of scripts without spaces set apart."""
    text = folded(text)
    if text.isascii():
        return text
    text = _ACCENT.sub("", text)
    return _ALONE.sub(r" \g<0> ", text)


_ALONE = re.compile(f"[{_UNSPACED}]")

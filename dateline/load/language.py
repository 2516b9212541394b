# ruff: noqa: E501 (tables)
"""Which language a text is in: two letters, '' where too little is said to tell."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_SAMPLE = 600
_LONGER = 4_000
_MIN_LETTERS = 20
# languages that news is published in; creoles and dialects are left out, for tables and scores look like them
_LANGUAGES = (
    "af am ar az be bg bn ca cs cy da de el en es et eu fa fi fr ga gl gu ha he hi hr hu hy id ig is it ja ka kk km kn ko lo "
    "lt lv mk ml mn mr ms mt my ne nl no pa pl ps pt ro ru rw si sk sl so sq sr sv sw ta te th tl tr uk ur uz vi xh yo zh zu"
).split()
_LETTERS = re.compile(r"[^\W\d_]")
_CODE = re.compile(r"([a-z]{2})(?:[-_].*)?$", re.I)
_TYPOGRAPHY = dict.fromkeys(map(ord, "“”‘’–—…\u00a0é"))
_ENGLISH = frozenset(
    "the of and to in that is was for it with as his on be at by had not are but from have an they which has its were been will".split()
)
_TELLING = frozenset("the of and to that was with which from have been will".split())
# three-letter codes and English names, as library catalogues and exports write them
_NAMES = {
    "english": "en", "eng": "en", "german": "de", "deutsch": "de", "deu": "de", "ger": "de", "french": "fr", "français": "fr",
    "fra": "fr", "fre": "fr", "spanish": "es", "español": "es", "spa": "es", "italian": "it", "italiano": "it", "ita": "it",
    "portuguese": "pt", "português": "pt", "por": "pt", "dutch": "nl", "nederlands": "nl", "nld": "nl", "dut": "nl",
    "russian": "ru", "русский": "ru", "rus": "ru", "arabic": "ar", "ara": "ar", "chinese": "zh", "zho": "zh", "chi": "zh",
    "japanese": "ja", "jpn": "ja", "korean": "ko", "kor": "ko", "turkish": "tr", "tur": "tr", "polish": "pl", "pol": "pl",
    "swedish": "sv", "swe": "sv", "danish": "da", "dan": "da", "norwegian": "no", "nor": "no", "ukrainian": "uk", "ukr": "uk",
    "hindi": "hi", "hin": "hi", "hebrew": "he", "heb": "he", "greek": "el", "ell": "el", "persian": "fa", "fas": "fa",
}  # fmt: skip


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages([code for code in _LANGUAGES if code in identifier.labels])
    return identifier


def given(value: str) -> str:
    """The two letters that a stated language means ('en-GB', 'eng', 'German'), or ''."""
    value = value.strip()
    if named := _NAMES.get(value.casefold()):
        return named
    found = _CODE.match(value)
    return found.group(1).lower() if found else ""


def _is_english(sample: str, telling: int) -> bool:
    """Whether a sixth of the words are common ones of English, and so many of them words of no other language."""
    words = sample.lower().split()
    common = sum(map(_ENGLISH.__contains__, words))
    return common >= max(5, 0.16 * len(words)) and len(_TELLING.intersection(words)) >= telling


def language_of(text: str) -> str:
    """The language of a text by its letters."""
    middle = max(0, (len(text) - _SAMPLE) // 3)
    sample = text[middle : middle + _SAMPLE] if len(text) > 2 * _SAMPLE else text[:_SAMPLE]
    if len(_LETTERS.findall(sample[:200])) < _MIN_LETTERS:
        return ""
    # plain English is told by its commonest words: twenty times as fast, and most piles never load the identifier
    if sample.translate(_TYPOGRAPHY).isascii() and _is_english(sample, 3):
        return "en"
    if len(text) > 2 * _SAMPLE and _is_english(text[:_LONGER], 6):
        return "en"
    return str(_identifier().classify(sample)[0])

"""The English words that phrase finding leans on, from ``english.toml``, where each list says what it is for.

Other languages do without: their phrases are found by boundaries alone.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

_LISTS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def _words(name: str) -> frozenset[str]:
    return frozenset(_LISTS[name].split())


DETERMINERS = _words("determiners")
PREPOSITIONS = _words("prepositions")
VERB_SIGNS = _words("verb_signs")
OBJECTS = _words("objects")
LINKS = _words("links")
AFTER_NOUNS = _words("after_nouns")
CALENDAR = _words("calendar")
FILLER = CALENDAR | _words("calendar_elsewhere") | _words("filler")
TITLES = _words("titles")
OFFICES = _words("offices")
COMPANY_ENDS = _words("company_ends")
ABBREVIATIONS = _words("abbreviations")
CONNECTORS = _words("connectors")

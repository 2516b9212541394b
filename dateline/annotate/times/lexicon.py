"""The words that time expressions are made of, read from lexicon.txt: word or phrase → (class, value)."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

Entry = tuple[str, Any]

MONTH_NAMES = ("", *"January February March April May June July August September October November December".split())
DAY_NAMES = ("", *"Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_IRREGULAR = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}
CARDINALS: dict[str, int] = {w: i for i, w in enumerate(_ONES)} | _TENS
SCALES: dict[str, int] = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
ORDINALS: dict[str, int] = (
    {w + "th": i for i, w in enumerate(_ONES) if i > 3} | {w[:-1] + "ieth": n for w, n in _TENS.items()} | _IRREGULAR
)

WORDS: dict[str, Entry] = {}
PHRASES: dict[tuple[str, ...], Entry] = {}
CAPITAL: set[str] = set()
"""Words that are time words only with a capital letter."""
DATED: set[str] = set()
"""Words that are time words only before a full stop or a date."""
STOPPED: set[str] = set()
"""Words that take a full stop with them."""
LISTS: dict[str, frozenset[str]] = {}
"""Words that rules look for beside an expression."""


def _read() -> None:
    name, words = "", {}
    for raw in files(__package__).joinpath("lexicon.txt").read_text("utf-8").splitlines():
        line = raw.strip()
        if not line or line.startswith("# "):
            continue
        if line.startswith("="):
            name = line
            words[name] = []
        elif name.startswith("=") and not line.startswith("["):
            words[name] += line.split()
        elif line.startswith("["):
            name = line.strip("[]")
        else:
            value, _, entries = line.rpartition(": ") if not line.startswith(": ") else ("", "", line[2:])
            for entry in entries.split(", "):
                _add(name, _number(value), entry.strip())
    LISTS.update({k[1:]: frozenset(v) for k, v in words.items()})
    WORDS.update({w: ("cardinal", n) for w, n in CARDINALS.items()} | {w: ("scale", n) for w, n in SCALES.items()})
    WORDS.update({w: ("ordinal", n) for w, n in ORDINALS.items() if w != "second"})
    WORDS.update({d.lower() + "s": ("weekdays", i) for i, d in enumerate(DAY_NAMES) if i})
    WORDS.update({w[:-1] + "ies": ("decadeword", n) for w, n in _TENS.items()})


def _add(name: str, value: Any, entry: str) -> None:
    word = entry.lstrip("^")
    if word.endswith(".") and " " not in word:
        word = word[:-1]
        STOPPED.add(word)
    if entry.startswith("^"):
        CAPITAL.add(word)
    if entry.startswith("^^"):
        DATED.add(word)
    if " " in word:
        PHRASES[tuple(word.split())] = (name, value)
    else:
        WORDS[word] = (name, value)


def _number(value: str) -> Any:
    digits = value.lstrip("-")
    if digits.isdigit():
        return int(value)
    return float(value) if digits.replace(".", "", 1).isdigit() else value


_read()

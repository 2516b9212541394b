# ruff: noqa: E501 (patterns in many languages)
"""Bylines: who wrote an article, as a line of the page says it."""

from __future__ import annotations

import re

ALONE = ("by", "von", "par", "por", "di", "door", "av", "af", "author", "authors", "autor", "text", "written by")
"""Lines that stand above the names and say no more than 'by'."""
BY = re.compile(
    r"^(?:(?:written|reported|posted|published|story|words|text|article)\s+)?(?:by|von|par|por|di|door|av|af|przez|texte?:?|text:|autor(?:in)?:|auteur ?:|"
    r"tekst:?|текст:|автор:?|от|oleh|penulis:|yazan:|na|gan|ngu)\b:?\s+(?=\S)",
    re.I,
)
_NAME_PART = r"(?:[A-ZÀ-ÞŁŚŻŞİČŠŽĐ][\w'’.-]*|[А-ЯЁІЇЄҐ][\w'’.-]*|de|del|della|di|da|dos|du|la|le|van|von|der|den|ten|bin|al|el|y|e)"
_NAME = re.compile(rf"{_NAME_PART}(?: {_NAME_PART}){{0,5}}")
# a desk or a staff signs with the outlet's name: "Gazette staff", "our correspondents"
_STAFF = re.compile(
    r"(?:[\w'’.&-]+ ){0,4}(?:staff|staff (?:writer|reporter)s?|reporters?|correspondents?|newsroom|(?:news ?)?desk|agencies|wires?|redaktion|rédaction|"
    r"redacción|redazione|redactie|redação|redaksjonen|redaktionen)",
    re.I,
)
_AND = re.compile(
    r"\s*(?:,?\s(?:with|mit|avec|con|med)\s(?:the\s)?|,\s*(?:and|und|et|y|e)\s|,|;|/|\||·|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bog\b|\boch\b|\ben\b|\bve\b|\bdan\b|\bи\b|\bі\b)\s*"
)
_AMPERSAND = re.compile(r"\s+&\s+")
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun montag dienstag mittwoch donnerstag freitag "
    "samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì "
    "mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()
)
# where and for whom: "Ann Smith in Oslo", "Bo Li for the Gazette"
_WHERE = re.compile(r"\s(?:in|at|from|for|aus|para|pour|till|fra)\s(?:the\s)?[A-ZÀ-Þ].{0,60}$")
_REST = re.compile(r"[|•·–—\n(]|\s{2,}|\s-\s|@|\S+@\S+|,\s(?=(?!with\b|and\b)[a-z])")


def byline(text: str) -> str:
    """The names in a byline ('By Ann Smith and Bo Li'), joined by ', '; '' where a text is none."""
    found = BY.match(text)
    return names(text[found.end() :]) if found and len(text) < 160 else ""


def names(text: str) -> str:
    """The names of people, staffs and agencies that a text is made of, joined by ', '; '' where it says more."""
    text = _WHERE.sub("", _REST.split(text.strip(" ,;:|-–—•·"))[0].strip(" ,;:."))
    parts = [p.strip(" .") for p in _AND.split(text)]
    parts = [q for p in parts for q in apart(p) if q and q.casefold() not in DAYS]
    good = [n for n in parts if _signs(n)]
    return ", ".join(good) if good and len(good) == len(parts) else ""


def apart(part: str) -> list[str]:
    """The two sides of '&' where each is a name of its own; 'Quay & Cargo staff' is one."""
    sides = _AMPERSAND.split(part)
    return sides if len(sides) > 1 and all(" " in s for s in sides) and not _STAFF.fullmatch(part) else [part]


def _signs(name: str) -> bool:
    if any(c.isdigit() for c in name):
        return False
    if name[0].isupper() and _STAFF.fullmatch(name):
        return True
    return 1 <= name.count(" ") + 1 <= 5 and _NAME.fullmatch(" ".join(name.split())) is not None

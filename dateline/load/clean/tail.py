# ruff: noqa: E501 (patterns in many languages)
"""The end of an article: what a site says after the last paragraph, about its authors, itself and its offers."""

from __future__ import annotations

import re

from dateline.load.clean.score import Scored

REACH = 7
"""Blocks at the end that are looked at."""
_BIO = re.compile(
    r"^(?:[A-ZÀ-Þ][\w'’.-]+ ){2,4}(?:(?:is|was|has been) (?:an?|the|our|currently)\b|covers\b|writes\b|reports (?:on|from)\b|joined\b|"
    r"(?:ist|war) (?:\w+ ){0,3}(?:Redakt|Journalist|Reporter|Autor|Korrespond|Volont|Leiter)|est (?:journaliste|reporter|correspondant)|"
    r"es (?:periodista|redactor|corresponsal)|è (?:giornalista|redattore))"
)
_JOB = re.compile(
    r"\b(?:reporter|journalist|writer|editor|correspondent|columnist|author|fellow|professor|lecturer|producer|researcher|"
    r"redakt\w+|journaliste?|korrespondent\w*|periodista|redactora?|giornalista|journalism|policy|news|politics)\b",
    re.I,
)
_NOTE = re.compile(
    r"^[\W_]*(?:with (?:files|reports?|inputs?|agenc(?:y|ies)|additional)|additional reporting|reporting by|edited by|editing by|compiled by|"
    r"(?:the )?(?:associated press|reuters|afp|dpa)\b.{0,60}contributed|this (?:story|article|report|post) (?:was|has been|is|first|originally)|"
    r"correction|editor's note|note to readers|disclosure)",
    re.I,
)


def trim(scored: list[Scored], inside: list[bool], author: str = "") -> None:
    """Take from the end of the body what speaks about the author or to the reader; changes ``inside``."""
    kept = [i for i, keep in enumerate(inside) if keep and not scored[i].reason]
    if len(kept) < 4:
        return
    names = tuple(n for n in author.split(", ") if " " in n)
    names += tuple(f"{n.split()[0]} " for n in names)
    for back, i in enumerate(reversed(kept[-min(REACH, len(kept) - 2) :])):
        s = scored[i]
        reason = ""
        if _NOTE.match(s.text) and s.words < 60:
            reason = "endnote"
        elif (names and s.text.startswith(names) and _JOB.search(s.text)) or (
            _BIO.match(s.text) and _JOB.search(s.text[:160])
        ):
            reason = "about the author"
        elif (s.reader > 1 or (s.reader and s.words < 40)) and s.words < 80 and s.text[0] not in '"“„«»「':
            reason = "newsletter and subscription"
        elif (
            back == 0 and not s.sentence and s.words <= 8 and scored[kept[-2]].sentence and s.text[-1] not in ':.!?”"»'
        ):
            reason = "after the article"
        if not reason:
            if back < 2:
                continue
            return
        inside[i] = False
        s.reason = reason

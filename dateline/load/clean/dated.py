# ruff: noqa: E501 (patterns in many languages)
"""Lines with a date in them: those that date an article ('Lindby Courier, 12 March 2024') and those that tell something
('Harbour reopens on 12 March 2024 after storm')."""

from __future__ import annotations

import re

from dateline.load.clean.byline import BY, DAYS, names
from dateline.load.months import LABELS, MONTHS
from dateline.load.published import labelled

_WORD = re.compile(r"[^\W\d_]{2,}")
_PARTED = re.compile(r"[|•·]|\s[–—-]\s")
_CLOCK_WORDS = frozenset(
    "at am pm st nd rd th gmt utc est edt cet cest bst ist uhr um le el de der on am den kl min read".split()
)
# what stands between what happens and its day
_BEFORE = re.compile(r"\b(?:on|from|until|till|since|by|for|of|in|before|after|to|am|vom|bis|seit|zum|le|du|au|depuis|jusqu'au|el|del|desde|hasta|il|dal|"
                     r"op|van|den|em|de|desde|até)(?: the)?$", re.I)  # fmt: skip
_NOTHING = DAYS | LABELS | MONTHS.keys() | _CLOCK_WORDS
DATE_STEMS = frozenset(w[:6] for w in DAYS | MONTHS.keys())
"""Months and weekdays as they stand in ``Scored.vocabulary``."""
_ENOUGH = 3
"""Words beside its date with which a line tells something; two are enough where they can be no name."""


def tells(text: str, start: int) -> bool:
    """Whether a short text says more than when, where and by whom; ``start`` is where its date begins.

    A line of such words may still be a line under a picture or of a menu: whoever asks must know that it is about the
    article.
    """
    if start < 0 or labelled(text, start) or BY.match(text) or _PARTED.search(text):
        return False
    before = text[:start].strip()
    if before and names(before):
        return False
    rest = [w for w in _WORD.findall(text) if w.casefold() not in _NOTHING]
    least = _ENOUGH - 1 if rest and (rest[-1].islower() or _BEFORE.search(before)) else _ENOUGH
    return len(rest) >= least

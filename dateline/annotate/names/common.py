"""Ordinary English words (``common.txt``): what tells a word from a name where letter case does not."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

SMALL = frozenset(
    """
    a an and as at but by for from in into is it nor of off on onto or over per so than the to up via vs with
    yet after amid be are was if not no that
    """.split()
)
"""Words that stay in lower case in a headline in title case."""

_ENDINGS = (("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""), ("ies", "y"))


@cache
def _words() -> frozenset[str]:
    lines = (Path(__file__).parent / "common.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(w for line in lines if not line.startswith("#") for w in line.split()) | SMALL


@cache
def is_common(low: str) -> bool:
    """Whether a word in lower case is an ordinary English one; inflected and British forms count."""
    known = _words()
    if low in known:
        return True
    low = re.sub(r"['’]s?$", "", low)
    for end, put in _ENDINGS:
        if low.endswith(end) and len(low) > len(end) + 3 and low[: -len(end)] + put in known:
            return True
    return low in known or low.replace("our", "or") in known or low.replace("is", "iz") in known

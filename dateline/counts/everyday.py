"""English words that a count of words does without."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def stop_words() -> frozenset[str]:
    """Words that say nothing of what an article is about."""
    return _listed("stopwords.txt")


def plain_words() -> frozenset[str]:
    """Words that stand in texts about anything (called, room), in all their forms."""
    return _listed("plainwords.txt")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(files(__package__).joinpath(name).read_text("utf-8").split())

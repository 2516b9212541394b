"""What a click on a word or a name does to the lens."""

from __future__ import annotations

import re

from dateline.lens import Lens

_OR = re.compile(r"(?<!\S)OR(?!\S)")


def with_term(lens: Lens, kind: str, key: str) -> Lens:
    """The lens narrowed to articles with a term: kind "name" and an entity id, or "word" and the word.

    Names that are in the lens already are wanted all: one more name never shows more articles.
    """
    if kind == "name":
        names = tuple(dict.fromkeys((*lens.entity, key)))
        return lens.with_(entity=names, match="all" if len(names) > 1 else lens.match)
    if not lens.words:
        return lens.with_(words=key)
    if key in lens.words.lower().split():
        return lens
    before = f"({lens.words})" if _OR.search(lens.words) else lens.words
    return lens.with_(words=f"{before} {key}")

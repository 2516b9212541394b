"""The second half of an interrupted quotation: “The wall,” she said, “is safe.”"""

from __future__ import annotations

import re

from dateline.annotate.quotes.parse import Tree
from dateline.annotate.quotes.quotation import Quotation, is_direct

_LINK = re.compile(r",\s+(?:(?:and|but|or|so|because|that|to) )?$")
"""Between an aside and the second half of a quotation: “I like it,” she said, but “it will not last.”"""


def second(text: str, tree: Tree, here: list[Quotation]) -> None:
    """The part of an interrupted quotation that the parser saw as words of the sentence goes to its first part."""
    for k, mark in enumerate(tree.quotes):
        inside = [t for t in range(len(tree)) if tree.quote[t] == k]
        if not inside or tree.stands[inside[0]]:
            continue
        if any(s < mark.end and mark.start < e for q in here for s, e in q.spans):
            continue
        for q in here:
            cue = q.cue_span() if q.tree is tree and q.construct in INTERRUPTED else None
            if cue is None or q.end > cue[0] or not is_direct(q, text) or tree.sent[q.cue[0]] != tree.sent[inside[0]]:
                continue
            aside = text[q.end : mark.start]
            link = _LINK.search(aside)
            if link and cue[1] <= mark.start and len(aside) < ASIDE and not aside.count(";") + aside.count(":"):
                q.spans.append((mark.start, mark.end))
                break


INTERRUPTED = frozenset(("quotation", "parataxis", "aside", "lead", "lost"))
ASIDE = 90
"""Characters of the longest aside between two halves of a quotation."""

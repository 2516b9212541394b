"""The reader's own edits of what was cut: put a stretch back, cut more. Offsets of all other cuts move along."""

from __future__ import annotations

from dateline.errors import InputError
from dateline.load.article import Article, Cut

BREAK = "\n\n"
BY_HAND = "cut by hand"
PART = "cut by hand (part of a paragraph)"


def put_back(article: Article, number: int) -> Article:
    """The article with its cut ``number`` (0 is the first of ``article.cuts``) back in the text where it stood.

    Raises InputError where there is no such cut.
    """
    if not 0 <= number < len(article.cuts):
        raise InputError(f"the article has {len(article.cuts)} cuts, there is no number {number}: load the page again")
    cut = article.cuts[number]
    at = min(cut.position, len(article.text))
    before, after = article.text[:at], article.text[at:]
    if cut.reason == PART:
        added = cut.text
    elif not before:
        added = cut.text + (BREAK if after else "")
    else:
        added = BREAK + cut.text
    # cuts that stood before it in the page stay, those behind it move by its length
    behind = len(cut.text) if not before and cut.reason != PART else len(added)
    cuts = tuple(
        Cut(c.position + (len(added) if c.position > at else behind), c.text, c.reason)
        if c.position > at or (c.position == at and i > number)
        else c
        for i, c in enumerate(article.cuts)
        if i != number
    )
    return article.with_(text=before + added + after, cuts=cuts)


def cut(article: Article, start: int, end: int) -> Article:
    """The article without ``text[start:end]``, which becomes a cut; whole paragraphs go with their blank line.

    Raises InputError where the span is empty or lies outside the text.
    """
    text = article.text
    if not 0 <= start < end <= len(text):
        raise InputError(f"{start} to {end} is no part of a text of {len(text)} characters: select the words again")
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        raise InputError("only blanks are selected: select the words again")
    whole = (start == 0 or text[:start].endswith(BREAK)) and (end == len(text) or text[end:].startswith(BREAK))
    first, last = start, end
    if whole and start >= len(BREAK):
        first -= len(BREAK)
    elif whole and end < len(text):
        last += len(BREAK)
    new = Cut(first, text[start:end], BY_HAND if whole else PART)
    # at the place of the new cut, those that stood before it in the page come first
    ahead = [c for c in article.cuts if c.position < start or (c.position == 0 and start == 0)]
    rest = [c for c in article.cuts if c not in ahead]
    shifted = [Cut(first if c.position <= last else c.position - (last - first), c.text, c.reason) for c in rest]
    return article.with_(text=text[:first] + text[last:], cuts=(*ahead, new, *shifted))

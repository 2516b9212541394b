"""Phrases: the names and noun phrases of a sample of articles, found without a parser.

A name is the longest run of capitalised words; a noun phrase is a run of content words that ends in a noun. What is a
noun is read off the sample itself (``grammar``). Roles before a person's name, places at the head of a report, days
and units are not part of a phrase.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.resolve.topics import english as en
from dateline.resolve.topics.grammar import Grammar
from dateline.resolve.topics.reading import Text, Word

NAME, ADJECTIVE, JOINED, NOUN = "name", "adjective", "joined", "noun"
"""Kinds of phrase: a name; a name used as an adjective ("Israeli troops"); two names with "and", "of" or "'s" between
them, that may be one ("Bank of Japan") or two ("Bush and Kerry"); a noun phrase."""

_LONGEST = 4


def phrases(article: Text, g: Grammar, english: bool = True) -> set[tuple[str, str]]:
    """The phrases of an article as (kind, text): names as written, the rest in lower case."""
    out: set[tuple[str, str]] = set()
    before: list[Part] = []
    for run in _runs(article.words):
        parts = _parts(run, g, english)
        # "Tanner's Court": two names here, one to whoever lives there
        if before and before[-1][0] == parts[0][0] == "name" and before[-1][1][-1].end + 3 == parts[0][1][0].start:
            out.add((JOINED, article.between(before[-1][1][0], parts[0][1][-1])))
        before = parts
        out.update(_names(article, parts))
        out.update(_nouns(article, parts, g, english))
    return out


def _runs(words: list[Word]) -> Iterator[list[Word]]:
    """Runs of content words; a connector after a capitalised word ("Bank of", "Food and") belongs to the run."""
    run: list[Word] = []
    for w in words:
        if w.breaks and run:
            yield run
            run = []
        # Formula One
        named = w.stop and w.capital and len(w.low) > 1 and bool(run) and run[-1].capital and not run[-1].stop
        if not w.stop or named or (run and (w.low in en.CONNECTORS or w.low == "and") and run[-1].capital):
            run.append(w)
        elif run:
            yield run
            run = []
    if run:
        yield run


Part = tuple[str, list[Word]]


def _parts(run: list[Word], g: Grammar, english: bool) -> list[Part]:
    """A run in pieces: name (capitalised words), low (another word), link (connector), cut (role, day, number)."""
    parts: list[Part] = []
    for i, w in enumerate(run):
        if w.stop and not w.capital:
            parts.append(("link", [w]))
        elif w.low in en.CALENDAR or not _has_letters(w.low) or _is_cut(run, i, g, english):
            parts.append(("cut", [w]))
        elif w.capital and (
            not w.begins or g.is_name(w.low) or (not g.lower[w.low] and i + 1 < len(run) and run[i + 1].capital)
        ):
            if parts and parts[-1][0] == "name":
                parts[-1][1].append(w)
            else:
                parts.append(("name", [w]))
        else:
            parts.append(("low", [w]))
    return parts


def _has_letters(word: str) -> bool:
    return word[:1].isalpha() or any(c.isalpha() for c in word)


def _is_cut(run: list[Word], i: int, g: Grammar, english: bool) -> bool:
    w = run[i]
    return (w.capital and english and _is_role(run, i)) or (w.shouted and _is_shouting(w.low, g))


def _is_role(run: list[Word], i: int) -> bool:
    low = run[i].low
    near = {run[k].low for k in (i - 2, i - 1, i + 1) if 0 <= k < len(run)}
    return low in en.TITLES or (low in en.OFFICES and bool(near & en.TITLES))


def _is_shouting(low: str, g: Grammar) -> bool:
    """Whether a word in capitals is an ordinary word (NOTE) or a place at the head of a report (TOKYO), not NASA."""
    return g.lower[low] > 0 or (len(low) > 4 and g.titled[low] > 0)


def _names(article: Text, parts: list[Part]) -> Iterator[tuple[str, str]]:
    for k, (kind, words) in enumerate(parts):
        if kind != "name":
            continue
        words = _bare(words)
        if not words or (len(words) == 1 and len(words[0].low) == 1) or len(words) > _LONGEST + 1:
            continue
        after = parts[k + 1][0] if k + 1 < len(parts) else ""
        # "Israeli troops"; "U.S. Trade Representative"
        attributive = (after == "low" and len(words) == 1) or after == "cut"
        yield ADJECTIVE if attributive else NAME, article.between(words[0], words[-1])
        if k + 2 < len(parts) and parts[k + 1][0] == "link" and parts[k + 2][0] == "name":
            size = len(words) + len(parts[k + 2][1])
            if size <= _LONGEST + 2:
                yield JOINED, article.between(words[0], parts[k + 2][1][-1])


def _bare(words: list[Word]) -> list[Word]:
    """A name without the legal form of a company and what follows it, and without small words at its end."""
    legal = next((i for i, w in enumerate(words) if i and w.low in en.COMPANY_ENDS), len(words))
    words = words[:legal]
    while words and (words[-1].low in en.PREPOSITIONS or words[-1].low in en.DETERMINERS):
        words = words[:-1]
    return words


def _nouns(article: Text, parts: list[Part], g: Grammar, english: bool) -> Iterator[tuple[str, str]]:
    for end, (kind, words) in enumerate(parts):
        head = words[-1]
        if kind != "low" or head.low in en.FILLER or (english and not g.is_noun(head.low)):
            continue
        if end + 1 < len(parts) and parts[end + 1][0] == "low" and g.is_noun(parts[end + 1][1][0].low):
            continue  # not the head: "oil" in "oil prices"
        size = 0
        for k in range(end, -1, -1):
            kind, words = parts[k]
            size += len(words)
            if kind != "low" and not (kind == "name" and english):
                break
            if size > _LONGEST or any(w.low in en.FILLER for w in words):
                break
            if kind == "low" and not g.may_modify(words[0].low):
                break
            text = article.between(words[0], head)
            yield NOUN, text if kind == "name" else text[0].lower() + text[1:]

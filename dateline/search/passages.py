"""Passages: where the terms of a query stand in a text, exactly; and each such place with the words around it.

Offsets are Python string indices into the text that was given. A phrase may run over a line break or a hyphen: between
its words anything stands that is no word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dateline.search.fold import ACCENTS, WORD, folded, has_accents
from dateline.search.query import parse
from dateline.search.tree import Near, Query, Term, free, nears, terms

_BETWEEN = r"(?:_|[^\w])+"
_LETTER = r"[^\W_]"
SIDES = ("left", "right", "hit", "date")
"""What keyword in context is sorted by."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a text: [start, end) holds the term with this number (see ``labels``)."""

    start: int
    end: int
    term: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article holds a term: ``part`` is "text" or "title", [start, end) offsets in it, ``term`` its label."""

    part: str
    start: int
    end: int
    term: str


class Matcher:
    """Finds the terms of a query in texts. ``labels``: the terms, as a reader would write them, by number."""

    def __init__(self, query: str | Query, fields: Sequence[str] = ("", "text")) -> None:
        """``fields``: terms of these fields are looked for ('' those without a field)."""
        tree = parse(query) if isinstance(query, str) else query
        self._fields = frozenset(fields)
        every = list(dict.fromkeys(terms(tree)))
        self._terms = [t for t in every if t.field in self._fields]
        self.labels = [t.label for t in self._terms]
        self._number = {t: i for i, t in enumerate(self._terms)}
        self._near = [n for n in nears(tree) if n.terms[0].field in self._fields]
        held = {t for n in self._near for t in n.terms}
        outside = set(free(tree))
        # a term that stands only inside NEAR counts only where it is near
        self._alone = [t for t in self._terms if t not in held or t in outside]
        self._patterns = {t: (_pattern(t, False), _pattern(t, True)) for t in self._terms}

    def __bool__(self) -> bool:
        return bool(self._terms)

    def hits(self, text: str) -> list[Hit]:
        """The places of all terms, in order; of two that overlap the longer, of equal ones the first named."""
        plain = folded(text)
        accents = has_accents(plain)
        found = [Hit(a, b, self._number[t]) for t in self._alone for a, b in self._places(t, plain, accents)]
        for near in self._near:
            found += self._together(near, plain, accents)
        found.sort(key=lambda h: (h.start, -h.end, h.term))
        out: list[Hit] = []
        for hit in found:
            if not out or hit.start >= out[-1].end:
                out.append(hit)
            elif hit.end - hit.start > out[-1].end - out[-1].start:
                out[-1] = hit
        return out

    def count(self, text: str) -> int:
        """How many places there are."""
        return len(self.hits(text))

    def _places(self, term: Term, plain: str, accents: bool) -> Iterator[tuple[int, int]]:
        pattern = self._patterns[term][accents]
        # a phrase that repeats a word may begin again inside itself, and stand near something only there
        step = len(set(term.words)) < len(term.words)
        m = pattern.search(plain)
        while m is not None:
            yield m.span()
            m = pattern.search(plain, m.start() + 1 if step else m.end())

    def _together(self, near: Near, plain: str, accents: bool) -> list[Hit]:
        """The places where all terms stand near one another.

        As FTS5 has it, at most ``distance`` words lie between the end of the first term and the start of the last.
        """
        words = [m.start() for m in WORD.finditer(plain)]
        found = sorted((a, b, self._number[t]) for t in near.terms for a, b in self._places(t, plain, accents))
        first = np.searchsorted(words, [a for a, _, _ in found])
        last = np.searchsorted(words, [b for _, b, _ in found]) - 1
        wanted = {self._number[t] for t in near.terms}
        out: set[int] = set()
        for i in range(len(found)):
            chain: dict[int, int] = {}
            for k in range(i, len(found)):
                if first[k] - last[i] - 1 > near.distance:
                    break
                chain.setdefault(found[k][2], k)
                if len(chain) == len(wanted):
                    out.update(chain.values())
                    break
        return [Hit(*found[k]) for k in sorted(out)]


def context(
    articles: pd.DataFrame,
    rows: np.ndarray,
    query: str | Query,
    *,
    width: int = 90,
    limit: int = 2_000,
    places: Callable[[int], Iterable[Place]] | None = None,
) -> pd.DataFrame:
    """Keyword in context: a row a hit in the texts of the article rows, in the order of the rows.

    ``articles``: as schema.ARTICLES. Columns: row (int32), article_id, start, end (int32: of the hit in its part),
    left, hit, right (str: on one line, ``width`` characters at most on each side, cut at words), term (str), published,
    part ("text" or "title"). ``places`` gives the places of an article row, where more than its text is looked at (see
    ``Finder``). Stops after ``limit`` hits; ``attrs["more"]`` says whether there are more. Raises QueryError as
    ``parse`` does.
    """
    places = places or _in_text(articles, query)
    found: list[tuple] = []
    more = False
    parts, ids, dates = {"text": articles.text, "title": articles.title}, articles.article_id, articles.published
    for row in rows.tolist():
        for p in places(row):
            if len(found) == limit:
                more = True
                break
            text = parts[p.part].iat[row]
            middle = " ".join(text[p.start : p.end].split())
            sides = _left(text, p.start, width), middle, _right(text, p.end, width)
            found.append((row, ids.iat[row], p.start, p.end, *sides, p.term, dates.iat[row], p.part))
        if more:
            break
    columns = ["row", "article_id", "start", "end", "left", "hit", "right", "term", "published", "part"]
    frame = pd.DataFrame(found, columns=columns).astype({"row": "int32", "start": "int32", "end": "int32"})
    frame = frame.astype(dict.fromkeys(("article_id", "left", "hit", "right", "term", "part"), "str"))
    frame["published"] = pd.to_datetime(frame.published)
    frame.attrs["more"] = more
    return frame


def _in_text(articles: pd.DataFrame, query: str | Query) -> Callable[[int], Iterable[Place]]:
    matcher, texts = Matcher(query), articles.text
    if not matcher:
        return lambda _: ()
    return lambda row: (Place("text", h.start, h.end, matcher.labels[h.term]) for h in matcher.hits(texts.iat[row]))


def arranged(found: pd.DataFrame, by: str) -> pd.DataFrame:
    """Keyword in context sorted by what stands left (nearest word first), right, the hit itself, or the date."""
    if by not in SIDES:
        raise ValueError(f"{by!r} is not one of {', '.join(SIDES)}")
    if by == "date":
        return found.sort_values(["published", "row", "start"], kind="stable", ignore_index=True)
    keys = {
        "left": [tuple(reversed(WORD.findall(folded(t)))) for t in found.left],
        "right": [tuple(WORD.findall(folded(t))) for t in found.right],
        "hit": [(folded(t),) for t in found.hit],
    }[by]
    order = sorted(range(len(found)), key=lambda i: (keys[i], i))
    return found.iloc[order].reset_index(drop=True)


def _pattern(term: Term, accents: bool) -> re.Pattern[str]:
    """A pattern over folded text. Where the text holds combining accents, they may follow any letter."""
    skip = f"[{ACCENTS}]*" if accents else ""
    words = [skip.join(map(re.escape, w)) + skip for w in term.words]
    # a character of a script without spaces stands right beside its neighbours
    body = words[0]
    for before, word, plain in zip(term.words, words[1:], term.words[1:], strict=False):
        body += (f"(?:{_BETWEEN})?" if _alone(before) and _alone(plain) else _BETWEEN) + word
    head = "" if _alone(term.words[0]) else rf"(?<!{_LETTER})"
    tail = "" if term.prefix or _alone(term.words[-1]) else rf"(?!{_LETTER})"
    rest = rf"(?:{_LETTER}|[{ACCENTS}])*" if term.prefix and not _alone(term.words[-1]) else ""
    return re.compile(head + body + rest + tail)


def _alone(word: str) -> bool:
    """Whether a word is a character of a script without spaces between words."""
    return len(word) == 1 and not word.isascii() and len(WORD.findall(word * 2)) == 2


def _left(text: str, start: int, width: int) -> str:
    said = text[max(0, start - 2 * width) : start]
    line = " ".join(said.split()) + (" " if said[-1:].isspace() else "")
    cut = len(line) - width
    if cut > 0:
        whole, line = line[cut - 1] == " ", line[cut:]
        line = line if whole or " " not in line.rstrip() else line[line.find(" ") + 1 :]
    return line


def _right(text: str, end: int, width: int) -> str:
    said = text[end : end + 2 * width]
    line = (" " if said[:1].isspace() else "") + " ".join(said.split())
    if len(line) > width:
        whole, line = line[width] == " ", line[:width]
        line = line if whole or " " not in line.lstrip() else line[: line.rfind(" ")]
    return line

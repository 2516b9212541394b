"""The lens: the filters that hold on every page, as a frozen value ↔ query parameters ↔ rows of a corpus.

Parameters (a list repeats its parameter; a default is left out):

    from, to    days, 2025-03-01      outlet   names           topic, theme   ids
    entity      entity ids            match    any | all       speaker        entity ids
    words       full-text query       tag      tags            read           any | unread | read | starred
    pick        article ids, those chosen one by one (on the map of topics), at most ``MOST_ARTICLES``
    unit        articles | stories | outlets                   scale          share | count

Within a filter, several values mean "any of them" (entities: also all of them); between filters "and".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta

import numpy as np

from dateline.corpus import UNDATED, Corpus
from dateline.errors import QueryError

UNITS = ("articles", "stories", "outlets")
SCALES = ("count", "share")
MATCHES = ("any", "all")
READS = ("any", "unread", "read", "starred")
_CHOICES = {"unit": UNITS, "scale": SCALES, "match": MATCHES, "read": READS}
_MANY = ("outlet", "topic", "theme", "entity", "speaker", "tag", "article")
_PARAM = {"article": "pick"}
"""Parameters that are not called as their field: the Read page has an ``article`` of its own."""
_MOST, _LONGEST = 100, 500
MOST_ARTICLES = 300
"""Articles chosen one by one that an address can hold."""
PARAMS = ("from", "to", *(_PARAM.get(n, n) for n in _MANY), "match", "read", "unit", "scale", "words")
"""Every parameter of the lens; no page may use one of these names for something else."""
_EPOCH = date(1970, 1, 1)

Params = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Lens:
    """Filters and how to count. The default lens shows everything and counts articles."""

    since: date | None = None
    until: date | None = None
    outlet: tuple[str, ...] = ()
    topic: tuple[int, ...] = ()
    theme: tuple[int, ...] = ()
    entity: tuple[str, ...] = ()
    match: str = "any"
    speaker: tuple[str, ...] = ()
    words: str = ""
    tag: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    read: str = "any"
    unit: str = "articles"
    scale: str = "count"

    def with_(self, **changes: object) -> Lens:
        """A copy with some fields changed."""
        return replace(self, **changes)

    @property
    def narrows(self) -> tuple[str, ...]:
        """Names of the filters that are set: dates, outlet, topic, theme, entity, speaker, words, tag, article,
        read."""
        on = [f for f in (*_MANY, "words") if getattr(self, f)]
        if self.since or self.until:
            on.insert(0, "dates")
        if self.read != "any":
            on.append("read")
        return tuple(on)

    def without(self, filter_: str) -> Lens:
        """The lens with one filter (a name of ``narrows``) lifted."""
        if filter_ == "dates":
            return self.with_(since=None, until=None)
        default = next(f.default for f in fields(Lens) if f.name == filter_)
        return self.with_(**{filter_: default})

    def cleared(self) -> Lens:
        """No filter; unit and scale stay."""
        return Lens(unit=self.unit, scale=self.scale)

    def to_params(self) -> Params:
        """Query parameters; ``from_params`` gives an equal lens."""
        out: Params = {}
        if self.since:
            out["from"] = [self.since.isoformat()]
        if self.until:
            out["to"] = [self.until.isoformat()]
        for f in fields(self):
            value = getattr(self, f.name)
            if f.name in _MANY and value:
                out[_PARAM.get(f.name, f.name)] = [str(v) for v in value]
            elif isinstance(value, str) and value != f.default:
                out[f.name] = [value]
        return out

    @classmethod
    def from_params(cls, params: Mapping[str, Sequence[str]]) -> tuple[Lens, list[str]]:
        """The lens that query parameters describe, and a sentence for every value that could not be understood."""
        got: dict[str, object] = {}
        problems: list[str] = []
        for name, field in (("from", "since"), ("to", "until")):
            for value in list(params.get(name, ()))[-1:]:
                try:
                    got[field] = date.fromisoformat(value)
                except ValueError:
                    problems.append(f"“{_short(value)}” is not a day such as 2025-03-01, so “{name}” was not applied")
        for name in _MANY:
            param = _PARAM.get(name, name)
            values = [v for v in params.get(param, ()) if v]
            most = MOST_ARTICLES if name == "article" else _MOST
            if len(values) > most:
                problems.append(f"the link names {len(values)} values for “{param}”; the first {most} were applied")
            values = list(dict.fromkeys(v[:_LONGEST] for v in values[:most]))
            if name in ("topic", "theme"):
                bad = [v for v in values if not _is_int(v)]
                problems += [f"“{_short(v)}” is not the number of a {name}, so it was not applied" for v in bad]
                got[name] = tuple(int(v) for v in values if _is_int(v))
            else:
                got[name] = tuple(values)
        for name, choices in _CHOICES.items():
            for value in list(params.get(name, ()))[-1:]:
                if value in choices:
                    got[name] = value
                else:
                    problems.append(
                        f"“{_short(value)}” is not one of {', '.join(choices)}, so “{name}” was not applied"
                    )
        got["words"] = " ".join((list(params.get("words", ())) or [""])[-1][:_LONGEST].split())
        return cls(**got), problems


def _is_int(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 9


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


# -- a lens on a corpus ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Marks:
    """What readers noted on articles: sets of article ids by tag, and those read and starred."""

    tags: Mapping[str, frozenset[str]]
    read: frozenset[str]
    starred: frozenset[str]


NO_MARKS = Marks({}, frozenset(), frozenset())
Search = Callable[[str], np.ndarray]
"""Gives the article rows (int32, any order) that a full-text query finds; may raise QueryError."""


def select(corpus: Corpus, lens: Lens, search: Search | None = None, marks: Marks = NO_MARKS) -> np.ndarray:
    """Article rows (int32, ascending) that pass every filter. Unknown values of a filter match nothing.

    ``search`` is needed where the lens has words. Raises QueryError for a query that cannot be read.
    """
    keep = np.ones(len(corpus), bool)
    for name in lens.narrows:
        keep &= _mask(corpus, lens, name, search, marks)
    return np.flatnonzero(keep).astype(np.int32)


def _mask(corpus: Corpus, lens: Lens, name: str, search: Search | None, marks: Marks) -> np.ndarray:
    if name == "dates":
        low = (lens.since - _EPOCH).days if lens.since else UNDATED + 1
        high = (lens.until - _EPOCH).days if lens.until else np.iinfo(np.int32).max
        return (corpus.day >= low) & (corpus.day <= high)
    if name == "outlet":
        return np.isin(corpus.outlet, corpus.outlets.get_indexer(list(lens.outlet)))
    if name == "topic":
        return np.isin(corpus.topic, lens.topic)
    if name == "theme":
        return np.isin(corpus.theme, lens.theme)
    if name == "entity":
        per = [_rows_mask(corpus, corpus.entity_articles.of_code(c)) for c in _codes_of(corpus, lens.entity)]
        combine = np.logical_and if lens.match == "all" else np.logical_or
        return combine.reduce(per) if per else np.zeros(len(corpus), bool)
    if name == "speaker":
        codes = [c for c in _codes_of(corpus, lens.speaker) if c >= 0]
        return _rows_mask(corpus, corpus.quote_article[corpus.by_speaker.of_codes(codes)])
    if name == "words":
        return _rows_mask(corpus, search(lens.words)) if search else np.zeros(len(corpus), bool)
    if name == "tag":
        return corpus.articles.article_id.isin(frozenset().union(*(marks.tags.get(t, ()) for t in lens.tag))).to_numpy()
    if name == "article":
        found = corpus.rows_by_id.get_indexer(list(lens.article))
        return _rows_mask(corpus, found[found >= 0])
    ids = corpus.articles.article_id
    return {"starred": ids.isin(marks.starred), "read": ids.isin(marks.read), "unread": ~ids.isin(marks.read)}[
        lens.read
    ].to_numpy()


def _codes_of(corpus: Corpus, ids: Sequence[str]) -> list[int]:
    return [int(c) for c in corpus.entities_by_id.get_indexer(list(ids))]


def _rows_mask(corpus: Corpus, rows: np.ndarray) -> np.ndarray:
    mask = np.zeros(len(corpus), bool)
    mask[rows] = True
    return mask


def blocking(
    corpus: Corpus, lens: Lens, search: Search | None = None, marks: Marks = NO_MARKS
) -> list[tuple[str, int]]:
    """For a lens that shows nothing: (filter, articles shown without it), most first; filters that alone would help."""
    found = []
    for name in lens.narrows:
        # a query that cannot be read leaves only the filter that holds it to be lifted
        with suppress(QueryError):
            found.append((name, len(select(corpus, lens.without(name), search, marks))))
    return sorted(((f, n) for f, n in found if n), key=lambda x: -x[1])


def gone(corpus: Corpus, lens: Lens) -> list[tuple[str, str]]:
    """(filter, value) for every value of the lens that the pile does not know (any more)."""
    out = [("outlet", o) for o in lens.outlet if o not in corpus.outlets]
    out += [("topic", str(t)) for t in lens.topic if t not in set(corpus.topics.topic_id)]
    out += [("theme", str(t)) for t in lens.theme if t not in set(corpus.topics.theme_id)]
    if lens.article:
        missing = int((corpus.rows_by_id.get_indexer(list(lens.article)) < 0).sum())
        out += [("article", f"{missing} of {len(lens.article)}")] if missing else []
    for name in ("entity", "speaker"):
        ids = getattr(lens, name)
        out += [(name, i) for i, c in zip(ids, _codes_of(corpus, ids), strict=True) if c < 0]
    return out


def day(number: int) -> date:
    """The date of a day number of the corpus."""
    return _EPOCH + timedelta(days=int(number))

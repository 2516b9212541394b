"""The two sides of a comparison, A and B: which articles each holds, chosen by the page's keys ``by``, ``a`` and ``b``.

``rest``: this view and all other articles (b = "view": the other way round). ``outlet``, ``topic``, ``entity``: names
or ids a side. ``date``: A before the day in ``a``, B from it on (the day in ``b`` instead: the other way round).
``any``: a lens a side, as "name=value" parameters; a side without any is the present view. What is not chosen is
proposed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from dateline import lens as lenses
from dateline.corpus import Corpus
from dateline.counts.periods import day_number
from dateline.errors import QueryError
from dateline.lens import Lens
from dateline.web import data, rankings, state, view
from dateline.web.names import code_of
from dateline.web.ranges import day_of

EVERYTHING = "everything"
"""The parameter of a side that is the whole pile."""


@dataclass(frozen=True)
class Side:
    """One side: "A" or "B", what it is in words, its article rows (int32, ascending), the lens that shows just these
    (None where no lens does), the values of its key, and what could not be applied."""

    sign: str
    name: str
    rows: np.ndarray
    lens: Lens | None
    values: tuple[str, ...] = ()
    problem: str = ""


def kind(corpus: Corpus, rows: np.ndarray) -> str:
    """What is compared with what; where the reader has not chosen, what the view suggests."""
    by = state.get("by")
    if by != "auto":
        return by
    if 0 < len(rows) < len(corpus):
        return "rest"
    return "outlet" if len(_most(corpus.outlet[rows], _known_outlets(corpus))) > 1 else "date"


def sides(corpus: Corpus, rows: np.ndarray) -> tuple[Side, Side]:
    """A and B, of the article rows of the present view."""
    return {
        "rest": _rest,
        "outlet": _outlets,
        "date": _dates,
        "topic": _topics,
        "entity": _names,
        "any": _any,
    }[kind(corpus, rows)](corpus, rows)


def swapped(a: Side, b: Side, by: str) -> dict[str, object]:
    """The keys of the page with A and B the other way round."""
    return {"by": by, "a": b.values, "b": a.values, "mark": ()}


def written(lens: Lens) -> tuple[str, ...]:
    """A lens as the values of a side's key."""
    plain = lens.with_(unit="articles", scale="count")
    return tuple(f"{n}={v}" for n, values in plain.to_params().items() for v in values) or (EVERYTHING,)


# -- one kind each -----------------------------------------------------------------------------------------------------


def _rest(corpus: Corpus, rows: np.ndarray) -> tuple[Side, Side]:
    other = np.ones(len(corpus), bool)
    other[rows] = False
    rest = np.flatnonzero(other).astype(np.int32)
    here, there = ("This view", rows, state.lens()), ("The rest of the pile", rest, None)
    if state.get("b") == ("view",):
        return Side("A", *there), Side("B", *here, ("view",))
    return Side("A", *here, ("view",)), Side("B", *there)


def _outlets(corpus: Corpus, rows: np.ndarray) -> tuple[Side, Side]:
    best = [str(corpus.outlets[c]) for c in _most(corpus.outlet[rows], _known_outlets(corpus))]

    def side(sign: str, names: tuple[str, ...]) -> Side:
        codes = corpus.outlets.get_indexer(list(names))
        gone = [n for n, c in zip(names, codes, strict=True) if c < 0]
        inside = rows[np.isin(corpus.outlet[rows], codes[codes >= 0])]
        problem = f"{_listed(gone)} is not among the outlets of this pile" if gone else ""
        return Side(sign, _listed(names), inside, state.lens().with_(outlet=names), names, problem)

    a, b = _proposed(best)
    return side("A", a), side("B", b)


def _topics(corpus: Corpus, rows: np.ndarray) -> tuple[Side, Side]:
    names = dict(zip(corpus.topics.topic_id.astype(int), corpus.topics.topic, strict=True))
    ids = corpus.topics.topic_id.to_numpy(np.int64)
    times = np.array([(corpus.topic[rows] == i).sum() for i in ids])
    best = [str(ids[i]) for i in np.argsort(-times, kind="stable") if times[i]]

    def side(sign: str, values: tuple[str, ...]) -> Side:
        known = tuple(int(v) for v in values if v.isascii() and v.isdigit() and len(v) < 9 and int(v) in names)
        gone = [v for v in values if not (v.isascii() and v.isdigit()) or int(v) not in known]
        problem = f"topic {_listed(gone)} is not in this pile" if gone else ""
        inside = rows[np.isin(corpus.topic[rows], known)]
        return Side(sign, _listed([names[k] for k in known]), inside, state.lens().with_(topic=known), values, problem)

    a, b = _proposed(best)
    return side("A", a), side("B", b)


def _names(corpus: Corpus, rows: np.ndarray) -> tuple[Side, Side]:
    top = rankings.named(corpus, rows, "people", 12)
    if len(top) < 2:
        top = rankings.named(corpus, rows, "all", 12)

    def side(sign: str, ids: tuple[str, ...]) -> Side:
        codes = [code_of(corpus, i) for i in ids]
        gone = [i for i, c in zip(ids, codes, strict=True) if c < 0]
        codes = [c for c in codes if c >= 0]
        named = np.zeros(len(corpus), bool)
        for c in codes:
            named[corpus.entity_articles.of_code(c)] = True
        found = rows[named[rows]]
        problem = f"{_listed(gone)} is not a name of this pile" if gone else ""
        known = tuple(corpus.entities.entity_id.iat[c] for c in codes)
        lens = state.lens()
        # a name more on top of those of the lens can be said only where there is one
        mine = lens.with_(entity=known, match="any") if not lens.entity else None
        if lens.entity and len(known) == 1 and (len(lens.entity) == 1 or lens.match == "all"):
            mine = lens.with_(entity=tuple(dict.fromkeys((*lens.entity, *known))), match="all")
        words = _listed([corpus.entities.entity.iat[c] for c in codes])
        return Side(sign, words, found, mine, ids, problem)

    a, b = _proposed(top.entity_id.tolist())
    return side("A", a), side("B", b)


def _dates(corpus: Corpus, rows: np.ndarray) -> tuple[Side, Side]:
    turned = bool(state.get("b")) and not state.get("a")
    given = (state.get("b") if turned else state.get("a"))[:1]
    day = day_of(given[0]) if given else None
    problem = f"“{given[0][:40]}” is not a day such as 2025-03-01" if given and day is None else ""
    day = day or middle(corpus, rows)
    dated = rows[rows < corpus.dated]
    after = corpus.day[dated] >= day_number(day)
    lens, eve = state.lens(), day - timedelta(days=1)
    first = lens.with_(until=min(lens.until or eve, eve))
    second = lens.with_(since=max(lens.since or day, day))
    words = f"{day.day} {day:%B %Y}"
    before, since = (f"Before {words}", dated[~after], first), (f"From {words} on", dated[after], second)
    value = (day.isoformat(),)
    if turned:
        return Side("A", *since, (), problem), Side("B", *before, value)
    return Side("A", *before, value, problem), Side("B", *since)


def _any(corpus: Corpus, rows: np.ndarray) -> tuple[Side, Side]:
    def side(sign: str, values: tuple[str, ...]) -> Side:
        if not values:
            return Side(sign, "This view", rows, state.lens())
        params: dict[str, list[str]] = {}
        for value in values:
            name, _, rest = value.partition("=")
            params.setdefault(name, []).append(rest)
        lens, problems = Lens.from_params({n: v for n, v in params.items() if n != EVERYTHING})
        problems += [f"{name} “{value}” is not in this pile" for name, value in lenses.gone(corpus, lens)]
        try:
            found = data.rows(lens)
        except QueryError as e:
            found, problems = np.empty(0, np.int32), [*problems, str(e)]
        here = state.lens()
        words = "; ".join(view.filters(corpus, lens)) or "The whole pile"
        kept = lens.with_(unit=here.unit, scale=here.scale)
        return Side(sign, words, found, kept, values, "; ".join(problems))

    return side("A", state.get("a")), side("B", state.get("b"))


# -- what is proposed --------------------------------------------------------------------------------------------------


def middle(corpus: Corpus, rows: np.ndarray) -> date:
    """The day that cuts the dated articles in two halves; today where none is dated."""
    days = corpus.day[rows[rows < corpus.dated]]
    if not len(days):
        return date.today()
    day = int(days[len(days) // 2])
    later = days[days > days[0]]
    return lenses.day(day if day > days[0] or not len(later) else int(later[0]))


def _proposed(best: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The values of both sides: those chosen, else the best that the other side has not."""
    a, b = state.get("a"), state.get("b")
    a = a or tuple(x for x in best if x not in b)[:1]
    return a, b or tuple(x for x in best if x not in a)[:1]


def _most(codes: np.ndarray, among: np.ndarray) -> list[int]:
    """The codes of ``among`` that occur, most frequent first."""
    times = np.bincount(codes, minlength=int(among.max()) + 1 if len(among) else 0)
    return [int(c) for c in among[np.argsort(-times[among], kind="stable")] if times[c]]


def _known_outlets(corpus: Corpus) -> np.ndarray:
    return np.flatnonzero(corpus.outlets.to_numpy(object) != "")


def _listed(names: Sequence[str]) -> str:
    return ", ".join(n[:60] for n in names)

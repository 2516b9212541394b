"""Results: what a query finds, put in order and counted; and a list of names looked up at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from dateline.corpus import Corpus
from dateline.errors import QueryError
from dateline.search.fold import tokens
from dateline.search.index import Index
from dateline.search.named import articles_of, asks_names
from dateline.search.passages import Matcher
from dateline.search.query import parse
from dateline.search.tree import Near, Or, Query, Term, free, nears, terms

ORDERS = ("best", "newest", "oldest", "outlet")


def found(
    corpus: Corpus, index: Index, query: str | Query, rows: np.ndarray | None = None, *, order: str = "best"
) -> pd.DataFrame:
    """The articles that a query finds among ``rows`` (all without), in order: row (int32), rank (float64, BM25).

    ``order``: "best" first (the newest where more are found than are ranked, see ``index.RANKED``), "newest", "oldest"
    (undated last in both) or by "outlet" (then best). Raises QueryError.
    """
    if order not in ORDERS:
        raise ValueError(f"{order!r} is not one of {', '.join(ORDERS)}")
    tree = parse(query) if isinstance(query, str) else query
    hits, rank = index.ranked(tree)
    hits = index.rows_in(corpus)[hits]
    keep = hits >= 0
    if asks_names(tree):
        hits, rank = _as_corrected(corpus, index, tree, hits[keep], rank[keep])
        keep = np.ones(len(hits), bool)
    if rows is not None:
        shown = np.zeros(len(corpus), bool)
        shown[rows] = True
        keep &= shown[np.maximum(hits, 0)]
    hits, rank = hits[keep], rank[keep]
    undated = hits >= corpus.dated
    if order == "best" and len(hits) and not rank.any():
        order = "newest"
    by = {
        "best": (hits, -rank),
        "newest": (-rank, -corpus.day[hits].astype(np.int64), undated),
        "oldest": (-rank, corpus.day[hits], undated),
        "outlet": (hits, -rank, corpus.outlet[hits]),
    }[order]
    at = np.lexsort(by)
    return pd.DataFrame({"row": hits[at].astype(np.int32), "rank": rank[at]})


def matching(corpus: Corpus, index: Index, query: str | Query) -> np.ndarray:
    """Article rows of the corpus (int32, ascending) that a query finds: what ``lens.select`` takes as its search."""
    return articles_of(corpus, index, parse(query) if isinstance(query, str) else query)


def by_term(corpus: Corpus, index: Index, query: str | Query, rows: np.ndarray | None = None) -> pd.DataFrame:
    """How often each term of a query stands in which article: term (str), row (int32), hits (int64).

    Terms of title and text are counted where they stand, those that only NEAR holds where they are near; terms of other
    fields count once an article. For a chart of hits over time: group by the rows' days.
    """
    tree = parse(query) if isinstance(query, str) else query
    shown = np.ones(len(corpus), bool)
    if rows is not None:
        shown[:] = False
        shown[rows] = True
    parts = []
    alone = set(free(tree))
    for term in dict.fromkeys(terms(tree)):
        near = [n for n in nears(tree) if term in n.terms] if term not in alone else []
        at, hits = _times(corpus, index, term) if not near else _near_times(corpus, index, near, term)
        keep = shown[at]
        parts.append(pd.DataFrame({"term": term.label, "row": at[keep], "hits": hits[keep]}))
    frame = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame({"term": [], "row": [], "hits": []})
    return frame.astype({"term": "str", "row": "int32", "hits": "int64"})


def names(corpus: Corpus, index: Index, wanted: Sequence[str], rows: np.ndarray | None = None) -> pd.DataFrame:
    """A list of names looked up at once: a row a name, in the order given, each name once.

    Each line is taken as a phrase; operators mean nothing, ``*`` at the end stands for any ending. Columns: name (str),
    hits (int64: places in titles and texts), articles (int64), first, last (datetime64: published), note (str: why a
    line could not be looked up, else ""). ``rows`` as in ``found``.
    """
    shown = np.ones(len(corpus), bool)
    if rows is not None:
        shown[:] = False
        shown[rows] = True
    published = corpus.articles.published.to_numpy()
    out = []
    for name in dict.fromkeys(" ".join(w.split()) for w in wanted if w.strip()):
        words = tuple(tokens(name))
        if not words:
            out.append((name, 0, 0, pd.NaT, pd.NaT, "no letter or digit to search for"))
            continue
        at, hits = _times(corpus, index, Term(words, name.endswith("*")))
        keep = shown[at]
        dated = at[keep][at[keep] < corpus.dated]
        span = (published[dated.min()], published[dated.max()]) if len(dated) else (pd.NaT, pd.NaT)
        out.append((name, int(hits[keep].sum()), int(keep.sum()), *span, ""))
    frame = pd.DataFrame(out, columns=["name", "hits", "articles", "first", "last", "note"])
    frame = frame.astype({"name": "str", "hits": "int64", "articles": "int64", "note": "str"})
    return frame.assign(first=pd.to_datetime(frame["first"]), last=pd.to_datetime(frame["last"]))


def check(query: str) -> str:
    """What is wrong with a query, as a sentence; '' where nothing is."""
    try:
        parse(query)
    except QueryError as e:
        return str(e)
    return ""


def _times(corpus: Corpus, index: Index, term: Term) -> tuple[np.ndarray, np.ndarray]:
    """Corpus rows that hold a term, ascending, and how often."""
    align = index.rows_in(corpus)
    if term.field in ("entity", "speaker"):
        rows = articles_of(corpus, index, term)
        return rows, np.ones(len(rows), np.int64)
    if len(term.words) == 1 and not term.prefix and not term.field:
        rows, hits = index.times(term.words[0])
        rows = align[rows]
    else:
        rows = align[index.matching(term)]
        hits = np.ones(len(rows), np.int64)
        if term.field in ("", "title", "text"):
            matcher = Matcher(term, ("", "title", "text"))
            title, text = corpus.articles.title, corpus.articles.text
            inside = [r for r in rows.tolist() if r >= 0]
            counts = {
                r: (matcher.count(title.iat[r]) if term.field != "text" else 0)
                + (matcher.count(text.iat[r]) if term.field != "title" else 0)
                for r in inside
            }
            hits = np.array([max(counts.get(r, 0), 1) for r in rows.tolist()], np.int64)
    keep = rows >= 0
    order = np.argsort(rows[keep], kind="stable")
    return rows[keep][order].astype(np.int32), hits[keep][order]


def _near_times(corpus: Corpus, index: Index, near: list[Near], term: Term) -> tuple[np.ndarray, np.ndarray]:
    """The same for a term that counts only where it is near others."""
    query = near[0] if len(near) == 1 else Or(tuple(near))
    rows = matching(corpus, index, query)
    if term.field not in ("", "title", "text"):
        return rows, np.ones(len(rows), np.int64)
    matchers = [(p, Matcher(query, ("", p))) for p in ("title", "text") if term.field in ("", p)]
    texts = {"title": corpus.articles.title, "text": corpus.articles.text}
    hits = [
        sum(m.labels[h.term] == term.label for p, m in matchers for h in m.hits(texts[p].iat[r])) for r in rows.tolist()
    ]
    counted = np.array(hits, np.int64)
    return rows[counted > 0], counted[counted > 0]


def _as_corrected(
    corpus: Corpus, index: Index, tree: Query, ranked: np.ndarray, rank: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The rows that a query finds with names as corrected; those that the index does not find rank last."""
    rows = articles_of(corpus, index, tree)
    of = np.full(len(corpus), rank.min(initial=0.0) - 1.0)
    of[ranked] = rank
    return rows, of[rows]

"""The table of quotations: which rows hold some words, in which order they stand, and the cells of those shown.

A pile may hold hundreds of thousands of quotations, a page shows a few hundred. So finding works on Arrow's strings and
on codes, ordering on ranks that are made once a column, and cells are made of the rows that are shown only.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from dateline.corpus import Corpus

COLUMNS = ("published", "who", "resolved", "sure", "cue", "words", "kind", "outlet", "title", "pieces", "elsewhere")
"""What the table can be ordered by."""


def holding(corpus: Corpus, first: np.ndarray, words: str) -> np.ndarray:
    """Those of some quotations (rows of first pieces) that hold every word, whatever its case: in what was said, its
    cue, its speaker (as written or as resolved), the outlet or the headline."""
    wanted = words.split()
    if not wanted or not len(first):
        return first
    keep = np.ones(len(first), bool)
    for word in wanted:
        hit = np.zeros(len(corpus.quote_first), bool)
        for column in ("text", "cue", "speaker"):
            hit[corpus.quotation[_contains(corpus.quotes[column], word)]] = True
        mine = hit[corpus.quotation[first]]
        article = corpus.quote_article[first]
        mine |= _contains(corpus.articles.title, word)[article]
        mine |= _contains(pd.Series(corpus.outlets), word)[corpus.outlet[article]]
        # the last place stands for -1, no entity
        mine |= np.append(_contains(corpus.entities.entity, word), False)[corpus.quote_speaker[first]]
        keep &= mine
    return first[keep]


def _contains(texts: pd.Series, word: str) -> np.ndarray:
    found = pc.match_substring(pa.array(texts.array, pa.large_string()), word, ignore_case=True)
    return np.asarray(found, bool)


def ranks(corpus: Corpus, column: str) -> np.ndarray:
    """A number (int64) for every quote row that grows as the column does; equal values have one number.

    Words stand by letters whatever their case, unknown dates last, unknown names before all others. Raises ValueError
    for a column that is not one of ``COLUMNS``.
    """
    if column not in COLUMNS:
        raise ValueError(f"{column!r} is not one of {', '.join(COLUMNS)}")
    article, quotes = corpus.quote_article, corpus.quotes
    if column == "published":
        return np.where(article < corpus.dated, corpus.day[article].astype(np.int64), np.iinfo(np.int64).max)
    if column == "outlet":
        return _ranked(pd.Series(corpus.outlets))[corpus.outlet[article]]
    if column == "title":
        return _ranked(corpus.articles.title)[article]
    if column in ("resolved", "kind"):
        return (corpus.quote_resolved if column == "resolved" else corpus.quote_kind).astype(np.int64)
    if column == "sure":
        return np.round(quotes.sure.to_numpy() * 1000).astype(np.int64)
    if column == "pieces":
        return np.diff(corpus.by_quotation.starts)[corpus.quotation]
    if column == "elsewhere":
        return corpus.quote_elsewhere
    if column == "who":
        return _ranked(speaker_words(quotes))
    return _ranked(quotes.cue if column == "cue" else quotes.text.str.replace(r"^\W+", "", regex=True))


def _ranked(texts: pd.Series) -> np.ndarray:
    codes, names = pd.factorize(texts.str.casefold())
    place = np.empty(len(names), np.int64)
    place[np.argsort(np.asarray(names, dtype=object), kind="stable")] = np.arange(len(names))
    return place[codes] if len(names) else np.zeros(len(texts), np.int64)


def ordered(first: np.ndarray, rank: np.ndarray, descending: bool = False) -> np.ndarray:
    """Some quote rows by their rank (``ranks``); equal ones keep their order."""
    value = rank[first]
    return first[np.argsort(-value if descending else value, kind="stable")]


def newest_first(corpus: Corpus, first: np.ndarray) -> np.ndarray:
    """Some quote rows from the newest article to the oldest, undated last; inside an article in reading order."""
    article = corpus.quote_article[first]
    place = np.where(article < corpus.dated, -article.astype(np.int64), article + len(corpus))
    return first[np.argsort(place, kind="stable")]


def speaker_words(quotes: pd.DataFrame) -> pd.Series:
    """Who speaks, for a cell: the name; where no name is known, the words of the text; '' where nobody is known."""
    name = quotes.speaker_entity.where(quotes.speaker_entity != "", quotes.speaker)
    return name.where((quotes.resolved != "unresolved"), "").astype("str")


def words_of(corpus: Corpus, first: np.ndarray) -> list[str]:
    """All pieces of some quotations (rows of first pieces), those of one joined by … ."""
    numbers = corpus.quotation[first]
    starts = corpus.by_quotation.starts
    size = starts[numbers + 1] - starts[numbers]
    ends = np.cumsum(size)
    at = np.repeat(starts[numbers] - (ends - size), size) + np.arange(ends[-1] if len(ends) else 0)
    texts = [" ".join(t.split()) for t in corpus.quotes.text.iloc[corpus.by_quotation.rows[at]]]
    return [" … ".join(texts[e - n : e]) for e, n in zip(ends, size, strict=True)]


def cells(corpus: Corpus, first: np.ndarray) -> pd.DataFrame:
    """The rows of a table, one a quotation (row of its first piece): quote_id, published, who, written (the speaker as
    written), resolved, sure (NaN where nobody is known), cue, words, kind, outlet, title, pieces, elsewhere."""
    part, article = corpus.quotes.iloc[first], corpus.quote_article[first]
    known = (part.resolved != "unresolved").to_numpy()
    frame = pd.DataFrame(
        {
            "quote_id": part.quote_id.to_numpy(object),
            "published": corpus.articles.published.to_numpy()[article],
            "who": [" ".join(w.split()) for w in speaker_words(part)],
            "written": [" ".join(s.split()) for s in part.speaker],
            "resolved": part.resolved.to_numpy(object),
            "sure": np.where(known, part.sure.to_numpy(float).round(2), np.nan),
            "cue": [" ".join(c.split()) for c in part.cue],
            "words": words_of(corpus, first),
            "kind": part.kind.to_numpy(object),
            "outlet": corpus.outlets.to_numpy(object)[corpus.outlet[article]],
            "title": corpus.articles.title.to_numpy(object)[article],
            "pieces": np.diff(corpus.by_quotation.starts)[corpus.quotation[first]],
            "elsewhere": corpus.quote_elsewhere[first],
        }
    )
    text = ("quote_id", "who", "written", "resolved", "cue", "words", "kind", "outlet", "title")
    return frame.astype(dict.fromkeys(text, "str"))

"""Articles related to one: those that share its rarer names, its story or its topic."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dateline.corpus import Corpus


def versions(corpus: Corpus, article: int) -> pd.DataFrame:
    """Other articles of the same story: row (int32), copy (bool: a near-identical copy of it or of the same original).

    Rows stand in order of publication.
    """
    rows = np.flatnonzero(corpus.story == corpus.story[article]).astype(np.int32)
    rows = rows[rows != article]
    of = corpus.articles.duplicate_of
    mine = of.iat[article] or corpus.articles.article_id.iat[article]
    root = of.iloc[rows].where(of.iloc[rows] != "", corpus.articles.article_id.iloc[rows])
    return pd.DataFrame({"row": rows, "copy": (root == mine).to_numpy()})


def related(corpus: Corpus, article: int, limit: int = 6) -> pd.DataFrame:
    """Articles of other stories that share the most with this one: row (int32), score (float), shared (list of names).

    Names weigh by rarity, log(articles / articles with it) (idf, Spärck Jones 1972); the score is the sum of the
    squared weights shared, over the square root of the other article's mentions, so that long articles do not win by
    length.
    Names in more than a third of the pile say nothing and are left out.
    """
    part = corpus.rows_of("mentions", article)
    mine = np.unique(corpus.mention_entity[part])
    mine = mine[mine >= 0]
    index = corpus.entity_articles
    spread = np.diff(index.starts)[mine]
    telling = (spread > 1) & (spread <= max(2, len(corpus) / 3))
    mine, weight = mine[telling], np.log(len(corpus) / spread[telling])
    score = np.zeros(len(corpus))
    for entity, w in zip(mine, weight, strict=True):
        score[index.of_code(entity)] += w * w
    score /= np.sqrt(1.0 + np.bincount(corpus.mention_article, minlength=len(corpus)))
    score[corpus.story == corpus.story[article]] = 0
    rows = np.argsort(-score, kind="stable")[:limit]
    rows = rows[score[rows] > 0].astype(np.int32)
    names = [_shared(corpus, mine, weight, r) for r in rows]
    return pd.DataFrame({"row": rows, "score": score[rows], "shared": names})


def _shared(corpus: Corpus, mine: np.ndarray, weight: np.ndarray, row: int) -> list[str]:
    theirs = corpus.mention_entity[corpus.rows_of("mentions", row)]
    both = [(w, e) for e, w in zip(mine, weight, strict=True) if e in theirs]
    return [corpus.entities.entity.iat[e] for _, e in sorted(both, reverse=True)[:3]]

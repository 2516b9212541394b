"""Topics in two levels that hold still: fitted once, frozen, named; new articles join, readers edit.

model = topics_of(articles)                  fit, or take the model of a state folder
articles, topics = filled(articles, model)   columns of topics, themes and the map; the topics frame
now = kept.current(articles, folder, edits)  the model with what readers changed (kept.py), in the pile's next version
model = edits.rename(model, 3, "Oil")        rename, merge, split, exclude, undo
model, moved = refit.refit(model, …)         made anew when asked; numbers, names and edits carried over
state.save(model, folder)                    one file beside the frames
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from dateline import schema
from dateline.resolve.topics import edits, refit, state
from dateline.resolve.topics import map as atlas
from dateline.resolve.topics.model import Model, fit

__all__ = ["Model", "advice", "edits", "filled", "fit", "refit", "state", "topics_of", "typical"]

_BLOCK = 20_000
_USUAL = 3.3
"""Cosine of a usual article to its topic, as a multiple of the one below which an article has no topic."""
_PROVISIONAL = 200
"""A model made from fewer articles is made anew by itself once there are twice as many, unless it was edited."""


def topics_of(articles: pd.DataFrame, folder: Path | None = None, wanted: int = 0, edited: bool = False) -> Model:
    """The model of a pile (``articles`` as schema.ARTICLES): that of the state folder, else a new one, saved there.

    A saved model is used as it is, so that articles keep their topics, except where another number of topics is
    ``wanted`` than it has been asked for, or where it was made from a handful of articles that has doubled since and
    that no reader has ``edited``.
    """
    old = state.load(folder) if folder else None
    parts = list(articles.title), list(articles.text), list(articles.language)
    if old is not None and (not wanted or wanted == old.wanted) and (edited or not _outgrown(old, len(articles))):
        return old
    outlets = list(articles.source)
    if old is not None and old.fitted:
        model = refit.refit(old, *parts, wanted, outlets)[0]
    else:
        model = fit(*parts, wanted, outlets)
    if folder:
        state.save(model, folder)
    return model


def filled(articles: pd.DataFrame, model: Model, place: np.ndarray | None = None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The articles with their columns of topics, themes and the map (see schema.ARTICLES), and the topics frame.

    ``place``: where each leaf of the model lies on the map (``atlas.places_of``); without it they lie where the sizes
    of the topics put them now.
    """
    done = edits.applied(model)
    active = np.array(done.active, np.int64)
    leaf, cosine, near = _joined(articles, model, active, place)
    topic_of = np.array([*(done.topic_of[i] for i in done.active), -1], np.int32)
    ids = topic_of[leaf]
    known = {t.id: t for t in done.topics}
    theme = {t: known[t].theme for t in known}
    leaf_ids = np.array([*(model.leaves[i].id for i in done.active), -1], np.int32)
    frame = articles.assign(
        topic_id=ids,
        topic=[known[t].label if t in known else "" for t in ids.tolist()],
        theme_id=[theme.get(t, -1) for t in ids.tolist()],
        theme=[done.themes.get(theme.get(t, -1), "") for t in ids.tolist()],
        leaf_id=leaf_ids[leaf],
        typical=np.where(leaf >= 0, cosine, -1),
        map_x=near[:, 0],
        map_y=near[:, 1],
    )
    count = np.bincount(ids[ids >= 0], minlength=1 + max(known, default=0))
    rows = [
        {
            "topic_id": t.id,
            "topic": t.label,
            "terms": list(t.terms),
            "theme_id": t.theme,
            "theme": done.themes.get(t.theme, ""),
            "articles": int(count[t.id]),
        }
        for t in done.topics
        if count[t.id]
    ]
    topics = schema.conform("topics", rows) if rows else schema.empty("topics")
    return schema.conform("articles", frame), topics


def _joined(
    articles: pd.DataFrame, model: Model, active: np.ndarray, place: np.ndarray | None
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of each article: its leaf (position in ``active``, -1 none), the cosine to it, and x and y on the map."""
    n = len(articles)
    leaf, cosine = np.full(n, -1, np.int32), np.zeros((n, len(active)), np.float32)
    if not len(active) or not n:
        return leaf, np.zeros(n, np.float32), np.full((n, 2), -1, np.float32)
    titles, texts = list(articles.title), list(articles.text)
    # a model of the active leaves alone, each a topic of its own
    alone = model.with_(leaves=tuple(model.leaves[i] for i in active), centres=model.centres[active], edits=())
    at = np.full(2 + max(x.id for x in alone.leaves), -1, np.int32)
    at[[x.id for x in alone.leaves]] = np.arange(len(active))
    dense = np.ascontiguousarray(alone.centres.toarray().T)
    for i in range(0, n, _BLOCK):
        vectors = model.vectors(titles[i : i + _BLOCK], texts[i : i + _BLOCK])
        leaf[i : i + _BLOCK] = at[alone.assign_vectors(vectors)]
        cosine[i : i + _BLOCK] = vectors @ dense
    if place is None:
        sizes = np.bincount(leaf[leaf >= 0], minlength=len(active))
        theme = np.array([model.leaves[i].theme for i in active])
        place = np.zeros((len(model.leaves), 3), np.float32)
        place[active] = atlas.places(alone.centres, theme, sizes)
    near = atlas.near(place[active], cosine, leaf, atlas.keys(titles, texts), _USUAL * model.floor)
    return leaf, cosine[np.arange(n), leaf], near


def typical(articles: pd.DataFrame, model: Model) -> np.ndarray:
    """How typical each article is of its topic: cosine to its centroid (float32, 0 without a topic)."""
    return model.likeness(model.vectors(list(articles.title), list(articles.text)), articles.topic_id.to_numpy())


def advice(model: Model, articles: int) -> str:
    """A sentence that suggests a refit where the pile has outgrown its topics, else ''."""
    if model.fitted and articles >= 2 * model.fitted:
        return (
            f"The topics were made from {model.fitted:,} articles and the pile now holds {articles:,}. "
            "Make them anew to have topics for what came since."
        )
    return ""


def _outgrown(model: Model, articles: int) -> bool:
    return not model.edits and model.fitted < _PROVISIONAL and articles >= 2 * max(model.fitted, 1)

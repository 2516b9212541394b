"""Topics in two levels that hold still: fitted once, frozen, named; new articles join, readers edit.

model = topics_of(articles)                  fit, or take the model of a state folder
articles, topics = filled(articles, model)   columns topic_id, topic, theme_id, theme; the topics frame
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
from dateline.resolve.topics.model import Model, fit

__all__ = ["Model", "advice", "edits", "filled", "fit", "refit", "state", "topics_of", "typical"]

_PROVISIONAL = 200
"""A model made from fewer articles is made anew by itself once there are twice as many, unless it was edited."""


def topics_of(articles: pd.DataFrame, folder: Path | None = None, wanted: int = 0) -> Model:
    """The model of a pile (``articles`` as schema.ARTICLES): that of the state folder, else a new one, saved there.

    A saved model is used as it is, so that articles keep their topics, except where another number of topics is
    ``wanted`` than it has been asked for, or where it was made from a handful of articles that has doubled since.
    """
    old = state.load(folder) if folder else None
    parts = list(articles.title), list(articles.text), list(articles.language)
    if old is not None and (not wanted or wanted == old.wanted) and not _outgrown(old, len(articles)):
        return old
    model = refit.refit(old, *parts, wanted)[0] if old is not None and old.fitted else fit(*parts, wanted)
    if folder:
        state.save(model, folder)
    return model


def filled(articles: pd.DataFrame, model: Model) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The articles with topic_id, topic, theme_id and theme, and the topics frame (schema.TOPICS)."""
    done = edits.applied(model)
    ids = model.assign(list(articles.title), list(articles.text))
    known = {t.id: t for t in done.topics}
    theme = {t: known[t].theme for t in known}
    frame = articles.assign(
        topic_id=ids,
        topic=[known[t].label if t in known else "" for t in ids.tolist()],
        theme_id=[theme.get(t, -1) for t in ids.tolist()],
        theme=[done.themes.get(theme.get(t, -1), "") for t in ids.tolist()],
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

"""Kept: the model of a pile with what readers changed, from the log of their edits and the models of its state folder.

The folder holds the first model (``topics.npz``), one more for each time the topics were made anew
(``made-000012/topics.npz``, by the number of that edit), and beside each where its topics lie on the map. So an edit
can be taken back, making anew too: the model before it is still there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import sparse

from dateline import schema
from dateline.corrections.topics import Edit, TopicEdits
from dateline.errors import InputError, StoreError
from dateline.resolve.topics import edits, refit, state, topics_of
from dateline.resolve.topics import map as atlas
from dateline.resolve.topics.model import NONE, Model

_MAP = "map.npz"


@dataclass(frozen=True)
class Current:
    """``model``: with all edits that hold; ``base``: before those since the topics were made; ``place``: of each leaf
    on the map (rows of ``model.leaves``); ``made``: the edit that made the topics, 0 none; ``parts``: leaf → edit that
    split it off."""

    model: Model
    base: Model
    place: np.ndarray
    made: int
    parts: dict[int, int]

    def leaves(self) -> pd.DataFrame:
        """The frame of leaves (schema.LEAVES)."""
        done = edits.applied(self.base)
        known, rows = {t.id: t for t in done.topics}, []
        topic_of = {self.base.leaves[i].id: t for i, t in done.topic_of.items()}
        parent = {leaf: e["topic"] for e in self.model.edits if e["do"] == "split" for leaf in e["leaves"]}
        for leaf, place in zip(self.model.leaves, self.place, strict=True):
            part = self.parts.get(leaf.id, 0)
            topic = known.get(topic_of.get(leaf.id, NONE))
            rows.append(
                {
                    "leaf_id": leaf.id,
                    "topic_id": topic.id if topic and not part else NONE,
                    "topic": leaf.label if part else topic.label if topic else "",
                    "terms": list(topic.terms if topic and not part else leaf.terms),
                    "theme_id": topic.theme if topic else leaf.theme,
                    "theme": done.themes.get(topic.theme if topic else leaf.theme, ""),
                    "parent_id": parent[leaf.id] if part else NONE,
                    "edit_id": part or self.made,
                    "map_x": place[0],
                    "map_y": place[1],
                    "radius": place[2],
                    "fitted": self.base.fitted,
                }
            )
        return schema.conform("leaves", rows) if rows else schema.empty("leaves")


def current(
    articles: pd.DataFrame, folder: Path | None = None, wanted: int = 0, log: TopicEdits | None = None
) -> Current:
    """The model of a pile (``articles`` as schema.ARTICLES) after the edits of its log; what they ask for is done now.

    ``folder`` and ``wanted`` as in ``topics_of``. Without a folder there is nothing to edit.
    """
    standing = log.standing() if log and folder else []

    @cache
    def parts() -> tuple[list, list, list, list]:
        # only an edit asks for them: the texts of a large pile are a gigabyte
        return list(articles.title), list(articles.text), list(articles.language), list(articles.source)

    base = topics_of(articles, folder, wanted, edited=bool(standing))
    where, made = folder, 0
    asked = [e for e in standing if e.kind == "refit"]
    found = next((n for n in range(len(asked), 0, -1) if (_made(folder, asked[n - 1]) / state.FILE).exists()), 0)
    if found:
        where, made = _made(folder, asked[found - 1]), asked[found - 1].id
        base = state.load(where) or base
    for e in asked[found:]:
        before, _ = _after(base, [x for x in standing if made < x.id < e.id], parts, log)
        *texts, outlets = parts()
        base, moved = refit.refit(_unmarked(before), *texts, int(e.data.get("wanted", 0)), outlets)
        where, made = _made(folder, e), e.id
        state.save(base, where)
        log.moved(e.id, {"sentence": moved.sentence, "topics": moved.topics.to_dict("records")})
    model, splits = _after(base, [e for e in standing if e.id > made], parts, log)
    saved = {e["entry"] for e in base.edits if "entry" in e}
    if where is not None and splits is not base and {e["entry"] for e in splits.edits if "entry" in e} != saved:
        state.save(splits, where)
    first = _first(base)
    return Current(model, first, places_of(model, first, articles, where), made, _parts(model))


def _made(folder: Path, refit_: Edit) -> Path:
    return folder / f"made-{refit_.id:06}"


def _after(
    base: Model,
    steps: Sequence[Edit],
    articles: Callable[[], tuple[list, list, list, list]],
    log: TopicEdits | None,
) -> tuple[Model, Model]:
    """The model after the steps, and the base with the parts of every split that was ever made in it."""
    kept = {e["entry"]: e for e in base.edits if "entry" in e}
    wanted = {e.id for e in steps if e.kind == "split"}
    # parts of a split that was taken back must not stand as topics of their own
    model = _without(base, {leaf for n, e in kept.items() if n not in wanted for leaf in e["leaves"]})
    model = model.with_(edits=tuple(e for e in base.edits if "entry" not in e))
    store = base
    for e in steps:
        if e.kind == "split" and e.id not in kept:
            fresh = 1 + max((x.id for x in store.leaves), default=0)
            *texts, outlets = articles()
            try:
                model = _numbered(edits.split(model, e.data["topic"], *texts, e.data["into"], outlets), fresh, e.id)
            except InputError as problem:
                if log is not None:
                    log.refuse(e.id, str(problem))
                continue
            step = model.edits[-1]
            new = [i for i, x in enumerate(model.leaves) if x.id in step["leaves"]]
            store = store.with_(
                leaves=(*store.leaves, *(model.leaves[i] for i in new)),
                centres=sparse.vstack([store.centres, model.centres[new]], "csr", np.float32),
                edits=(*store.edits, step),
            )
        else:
            model = model.with_(edits=(*model.edits, kept[e.id] if e.kind == "split" else e.step))
    return model, store


def _numbered(model: Model, first: int, entry: int) -> Model:
    """The model with the leaves of its last split numbered from ``first`` on: numbers are never used again."""
    step = model.edits[-1]
    number = {leaf: first + n for n, leaf in enumerate(step["leaves"])}
    leaves = tuple(x if x.id not in number else replace(x, id=number[x.id]) for x in model.leaves)
    step = step | {"leaves": list(number.values()), "entry": entry}
    return model.with_(leaves=leaves, edits=(*model.edits[:-1], step))


def _without(model: Model, gone: set[int]) -> Model:
    keep = [i for i, x in enumerate(model.leaves) if x.id not in gone]
    return model.with_(leaves=tuple(model.leaves[i] for i in keep), centres=model.centres[keep])


def _first(base: Model) -> Model:
    """The model as it was made, without the parts of splits since."""
    later = [e for e in base.edits if "entry" in e]
    out = _without(base, {leaf for e in later for leaf in e["leaves"]})
    return out.with_(edits=tuple(e for e in base.edits if "entry" not in e))


def _unmarked(model: Model) -> Model:
    """The model with its edits as its own: what comes after a refit goes on from there."""
    return model.with_(edits=tuple({k: v for k, v in e.items() if k != "entry"} for e in model.edits))


def _parts(model: Model) -> dict[int, int]:
    return {leaf: e["entry"] for e in model.edits if e["do"] == "split" and "entry" in e for leaf in e["leaves"]}


# -- the map ----------------------------------------------------------------------------------------------------------


def places_of(model: Model, first: Model, articles: pd.DataFrame, folder: Path | None) -> np.ndarray:
    """Where each leaf of ``model`` lies on the map: x, y, radius (float32).

    The leaves of ``first`` were placed when they were made and stay there (in ``folder``); the parts of a split lie
    within the disc of the topic that they were.
    """
    known = _placed(first, articles, folder)
    where = {x.id: p for x, p in zip(first.leaves, known, strict=True)}
    parents = {leaf: e for e in model.edits if e["do"] == "split" and "entry" in e for leaf in e["leaves"]}
    for leaf, e in sorted(parents.items()):
        parent = where.get(e["topic"])
        if parent is None:
            parent = np.array([0.5, 0.5, 0.5], np.float32)
        n, k = e["leaves"].index(leaf), len(e["leaves"])
        turn = 2 * np.pi * n / k
        radius = parent[2] / (1 + 1 / np.sin(np.pi / k))
        where[leaf] = np.array([parent[0] + (parent[2] - radius) * np.cos(turn),
                                parent[1] + (parent[2] - radius) * np.sin(turn), radius], np.float32)  # fmt: skip
    return np.array([where[x.id] for x in model.leaves], np.float32).reshape(-1, 3)


def _placed(first: Model, articles: pd.DataFrame, folder: Path | None) -> np.ndarray:
    mark = np.frombuffer(
        hashlib.blake2b(first.centres.data.tobytes() + first.centres.indices.tobytes(), digest_size=16).digest(), "u1"
    )
    path = folder / _MAP if folder else None
    if path is not None and path.exists():
        try:
            with np.load(path, allow_pickle=False) as f:
                if np.array_equal(f["mark"], mark):
                    return f["place"]
        except (OSError, EOFError, ValueError, KeyError) as e:
            raise StoreError(f"{path} cannot be read ({e}): delete it, and the map is made anew") from e
    leaf = first.with_(edits=()).assign(list(articles.title), list(articles.text))
    sizes = np.array([int((leaf == x.id).sum()) for x in first.leaves])
    place = atlas.places(first.centres, np.array([x.theme for x in first.leaves], int), sizes)
    if path is not None:
        temporary = path.with_name(f".{path.name}")
        with temporary.open("wb") as f:
            np.savez_compressed(f, mark=mark, place=place)
        temporary.replace(path)
    return place

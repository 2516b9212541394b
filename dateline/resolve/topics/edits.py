"""Edits: what a reader changes about topics, kept as a log so that it can be undone and survives a refit.

    rename   {"do": "rename", "topic": 3, "name": "Oil"}
    theme    {"do": "theme", "theme": 1, "name": "Business"}
    merge    {"do": "merge", "topics": [3, 5]}
    split    {"do": "split", "topic": 3, "leaves": [12, 13]}
    exclude  {"do": "exclude", "topic": 7}

Each function gives a new model; the old one stays as it was. A merged topic keeps the number of the first; the parts of
a split one get new numbers; the articles of an excluded one have no topic.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from dateline.errors import InputError
from dateline.resolve.topics import cluster

if TYPE_CHECKING:
    from dateline.resolve.topics.model import Model, Topic

_LONGEST = 120


@dataclass(frozen=True)
class Applied:
    """A model after its edits: topics by number, labels of themes, the rows of the centroids in use.

    ``topic_of`` gives the topic of each such row, -1 where the reader excluded it.
    """

    topics: list[Topic]
    themes: dict[int, str]
    active: list[int]
    topic_of: dict[int, int]


def applied(model: Model) -> Applied:
    """The model after its edits. Entries about topics that are gone are passed over."""
    from dateline.resolve.topics.model import NONE, Topic

    split = {leaf for e in model.edits if e["do"] == "split" for leaf in e["leaves"]}
    row = {leaf.id: i for i, leaf in enumerate(model.leaves)}
    topics = {
        leaf.id: Topic(leaf.id, leaf.label, leaf.terms, leaf.theme) for leaf in model.leaves if leaf.id not in split
    }
    themes = dict(model.themes)
    topic_of = {row[t]: t for t in topics}
    for e in model.edits:
        kind, known = e["do"], [t for t in e.get("topics", [e.get("topic")]) if t in topics]
        if kind == "theme":
            themes[e["theme"]] = e["name"]
        elif not known:
            continue
        elif kind == "rename":
            old = topics[known[0]]
            topics[old.id] = Topic(old.id, e["name"], old.terms, old.theme, True)
        elif kind == "merge":
            for t in known[1:]:
                topic_of |= {i: known[0] for i, was in topic_of.items() if was == t}
                del topics[t]
        elif kind == "exclude":
            topic_of |= {i: NONE for i, was in topic_of.items() if was == known[0]}
            del topics[known[0]]
        elif kind == "split" and all(leaf in row for leaf in e["leaves"]):
            topic_of = {i: was for i, was in topic_of.items() if was != known[0]}
            del topics[known[0]]
            for new in e["leaves"]:
                leaf = model.leaves[row[new]]
                topics[new] = Topic(new, leaf.label, leaf.terms, leaf.theme, True)
                topic_of[row[new]] = new
    return Applied([topics[t] for t in sorted(topics)], themes, sorted(topic_of), topic_of)


def rename(model: Model, topic: int, name: str) -> Model:
    """Give a topic another name. Raises InputError for an empty name or one that another topic has."""
    name = _name(name)
    state = applied(model)
    _known(state, topic)
    if any(t.label.casefold() == name.casefold() and t.id != topic for t in state.topics):
        raise InputError(f"another topic is named “{name}” already: merge the two, or choose another name")
    return _with(model, {"do": "rename", "topic": topic, "name": name})


def rename_theme(model: Model, theme: int, name: str) -> Model:
    """Give a theme another name."""
    if theme not in model.themes:
        raise InputError(f"there is no theme {theme}: it may have gone in a refit")
    return _with(model, {"do": "theme", "theme": theme, "name": _name(name)})


def merge(model: Model, topics: Sequence[int]) -> Model:
    """Make one topic of several; it keeps number, name and theme of the first. Raises InputError for fewer than two."""
    topics = list(dict.fromkeys(topics))
    state = applied(model)
    for t in topics:
        _known(state, t)
    if len(topics) < 2:
        raise InputError("one topic cannot be merged: choose two or more")
    return _with(model, {"do": "merge", "topics": topics})


def exclude(model: Model, topic: int) -> Model:
    """Take a topic out: its articles, and later ones like them, have no topic."""
    _known(applied(model), topic)
    return _with(model, {"do": "exclude", "topic": topic})


def split(
    model: Model,
    topic: int,
    titles: Sequence[str],
    texts: Sequence[str],
    languages: Sequence[str] = (),
    into: int = 2,
    outlets: Sequence[str] = (),
) -> Model:
    """Make several topics of one by what its articles are about. ``titles``, ``texts``: all articles of the pile.

    ``outlets``: the papers that they stood in, whose names are left out of labels.

    Raises InputError where the topic holds too few different articles.
    """
    from dateline.resolve.topics import model as models
    from dateline.resolve.topics.naming import Namer
    from dateline.resolve.words import languages_of, stop_words

    state = applied(model)
    old = _known(state, topic)
    order = models._order(titles, texts)
    titles, texts = [titles[i] for i in order], [texts[i] for i in order]
    outlets = [outlets[i] for i in order] if outlets else []
    vectors = model.vectors(titles, texts)
    mine = np.flatnonzero(model.assign_vectors(vectors) == topic)
    if len(mine) < 2 * into:
        raise InputError(f"“{old.label}” holds {len(mine)} articles, too few to split into {into}")
    group = cluster.groups(vectors[mine], into)
    centres, part, _ = models._settled(vectors[mine], cluster.centroids(vectors[mine], group))
    by_size = models._by_size(part, centres.shape[0])
    if len(by_size) < 2:
        raise InputError(f"the articles of “{old.label}” are too much alike to be split")
    centres = centres[by_size]
    where = np.full(len(texts), models.NONE)
    rank = np.full(int(by_size.max()) + 2, models.NONE)
    rank[by_size] = np.arange(len(by_size))
    where[mine] = rank[part]
    spoken = languages_of(languages)
    inside = [titles[i] for i in mine], [texts[i] for i in mine], where[mine]
    found = [models.terms(centres[i], model.space) for i in range(len(by_size))]
    papers = [outlets[i] for i in mine] if outlets else []
    namer = Namer(*inside, len(by_size), stop_words(spoken), spoken[0] == "en", papers)
    named = namer.names(np.arange(len(by_size)), found)
    named = _distinct(named, {t.label.casefold() for t in state.topics if t.id != topic})
    first = 1 + max(leaf.id for leaf in model.leaves)
    bar = min(model.leaves[i].bar for i, t in state.topic_of.items() if t == topic)
    leaves = [models.Leaf(first + i, named[i], found[i], old.theme, bar) for i in range(len(by_size))]
    grown = model.with_(
        leaves=(*model.leaves, *leaves), centres=sparse.vstack([model.centres, centres], "csr", np.float32)
    )
    return _with(grown, {"do": "split", "topic": topic, "leaves": [leaf.id for leaf in leaves]})


def undo(model: Model) -> Model:
    """The model without its last edit; the same model where there is none."""
    return model.with_(edits=model.edits[:-1])


def describe(model: Model) -> list[str]:
    """A sentence an edit, in order, for the reader."""
    out = []
    before = model.with_(edits=())
    for e in model.edits:
        names = {t.id: t.label for t in applied(before).topics}
        said = [f"“{names.get(t, f'topic {t}')}”" for t in e.get("topics", [e.get("topic")])]
        if e["do"] == "theme":
            out.append(f"theme “{before.themes.get(e['theme'], e['theme'])}” renamed to “{e['name']}”")
        elif e["do"] == "rename":
            out.append(f"{said[0]} renamed to “{e['name']}”")
        elif e["do"] == "merge":
            out.append(f"{', '.join(said[1:])} merged into {said[0]}")
        elif e["do"] == "split":
            out.append(f"{said[0]} split into {len(e['leaves'])}")
        else:
            out.append(f"{said[0]} excluded")
        before = _with(before, e)
    return out


def _with(model: Model, edit: dict[str, Any]) -> Model:
    return model.with_(edits=(*model.edits, edit))


def _known(state: Applied, topic: int) -> Topic:
    found = next((t for t in state.topics if t.id == topic), None)
    if found is None:
        raise InputError(f"there is no topic {topic}: it was merged, split or excluded, or has gone in a refit")
    return found


def _name(name: str) -> str:
    name = " ".join(name.split())[:_LONGEST]
    if not name:
        raise InputError("a topic needs a name: type one")
    return name


def _distinct(names: list[str], taken: set[str]) -> list[str]:
    out = []
    for name in names:
        n, text = 1, name
        while text.casefold() in taken:
            n += 1
            text = f"{name} ({n})"
        taken.add(text.casefold())
        out.append(text)
    return out

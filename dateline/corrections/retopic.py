"""Readers' edits of topics laid over the frames, at once: names, merged topics, topics left out.

Articles know their leaf (a group of like articles); edits say which topic a leaf belongs to and what that is called. A
split shows when the pile's next version has the parts, and is passed over until then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dateline import schema
from dateline.corrections.topics import Edit

NONE = -1


@dataclass(frozen=True, slots=True)
class Went:
    """Where a topic went: ``kind`` merged, split or excluded; ``to``: the topics that it is now."""

    kind: str
    name: str
    to: tuple[int, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """For the reader who followed an old link."""
        if self.kind == "excluded":
            return f"The topic “{self.name}” was excluded by a reader; its articles have no topic."
        names = ", ".join(f"“{n}”" for n in self.names)
        return f"The topic “{self.name}” was {self.kind} into {names}."


@dataclass(slots=True)
class _Topic:
    name: str
    terms: list[str]
    theme: int


@dataclass(frozen=True)
class Retopiced:
    """Articles and topics after the edits, where topics went, and the edits that wait for the next version."""

    articles: pd.DataFrame
    topics: pd.DataFrame
    went: dict[int, Went]
    waiting: tuple[Edit, ...]


def leaves_of(leaves: pd.DataFrame, topics: pd.DataFrame) -> pd.DataFrame:
    """The leaves of a pile; of one that was written without any, its topics."""
    if len(leaves) or not len(topics):
        return leaves
    return schema.conform(
        "leaves", topics.assign(leaf_id=topics.topic_id, edit_id=0)[["leaf_id", "topic_id", "topic", "terms",
                                                                     "theme_id", "theme", "edit_id"]]
    )  # fmt: skip


def laid_over(articles: pd.DataFrame, topics: pd.DataFrame, leaves: pd.DataFrame, edits: Sequence[Edit]) -> Retopiced:
    """Apply the edits that hold, in order, to the frames (see ``schema``)."""
    leaves = leaves_of(leaves, topics)
    made = int(leaves.edit_id[leaves.parent_id < 0].max()) if len(leaves) else 0
    parts = {int(e): g for e, g in leaves[leaves.parent_id >= 0].groupby("edit_id")}
    known, topic_of, themes = _before(leaves)
    went: dict[int, Went] = {}
    waiting = [e for e in edits if e.kind == "refit" and e.id > made]
    for e in edits:
        if e.id <= made or e.kind == "refit":
            continue
        d, about = e.data, [t for t in e.data.get("topics", [e.data.get("topic")]) if t in known]
        if e.kind == "theme":
            if d["theme"] in themes:
                themes[d["theme"]] = d["name"]
        elif not about:
            continue
        elif e.kind == "rename":
            known[about[0]].name = d["name"]
        elif e.kind == "merge":
            for t in about[1:]:
                went[t] = Went("merged", known.pop(t).name, (about[0],))
                topic_of.update({leaf: about[0] for leaf, was in topic_of.items() if was == t})
        elif e.kind == "exclude":
            went[about[0]] = Went("excluded", known.pop(about[0]).name)
            topic_of.update({leaf: NONE for leaf, was in topic_of.items() if was == about[0]})
        elif e.id not in parts:
            waiting.append(e)
        else:
            old = known.pop(about[0])
            rows = parts[e.id]
            went[about[0]] = Went("split", old.name, tuple(int(i) for i in rows.leaf_id))
            for r in rows.itertuples():
                known[int(r.leaf_id)] = _Topic(r.topic, list(r.terms), old.theme)
                topic_of[int(r.leaf_id)] = int(r.leaf_id)
    frame = _articles(articles, known, topic_of, themes)
    return Retopiced(frame, _topics(frame, known, themes), _ends(went, known), tuple(waiting))


def _before(leaves: pd.DataFrame) -> tuple[dict[int, _Topic], dict[int, int], dict[int, str]]:
    """Topics, the topic of each leaf, and themes, before any of the edits; parts of a split are still together."""
    known: dict[int, _Topic] = {}
    topic_of: dict[int, int] = {}
    themes: dict[int, str] = {}
    for r in leaves.itertuples():
        part = r.parent_id >= 0
        topic_of[int(r.leaf_id)] = int(r.parent_id if part else r.topic_id)
        if r.theme_id >= 0:
            themes.setdefault(int(r.theme_id), r.theme)
        if not part and r.topic_id >= 0:
            known.setdefault(int(r.topic_id), _Topic(r.topic, list(r.terms), int(r.theme_id)))
    return known, topic_of, themes


def _articles(
    articles: pd.DataFrame, known: dict[int, _Topic], topic_of: dict[int, int], themes: dict[int, str]
) -> pd.DataFrame:
    leaf = articles.leaf_id.to_numpy()
    if not (leaf >= 0).any():  # written before there were leaves
        leaf = articles.topic_id.to_numpy()
    size = 1 + max([int(leaf.max(initial=NONE)), *topic_of, *known, *themes], default=0)
    # one place more, the last, for none
    topic = np.full(size + 1, NONE, np.int32)
    for number, t in topic_of.items():
        topic[number] = t if t in known else NONE
    names, theme = np.full(size + 1, "", object), np.full(size + 1, NONE, np.int32)
    for t, k in known.items():
        names[t], theme[t] = k.name, k.theme
    titles = np.full(size + 1, "", object)
    for t, name in themes.items():
        titles[t] = name
    ids = topic[leaf]
    return articles.assign(
        topic_id=ids,
        topic=pd.Series(names[ids], index=articles.index, dtype="str"),
        theme_id=theme[ids],
        theme=pd.Series(titles[theme[ids]], index=articles.index, dtype="str"),
    )


def _topics(articles: pd.DataFrame, known: dict[int, _Topic], themes: dict[int, str]) -> pd.DataFrame:
    ids = articles.topic_id.to_numpy()
    count = np.bincount(ids[ids >= 0], minlength=1 + max(known, default=0))
    rows = [
        {"topic_id": t, "topic": k.name, "terms": k.terms, "theme_id": k.theme, "theme": themes.get(k.theme, ""),
         "articles": int(count[t])}
        for t, k in sorted(known.items()) if count[t]
    ]  # fmt: skip
    return schema.conform("topics", rows) if rows else schema.empty("topics")


def _ends(went: dict[int, Went], known: dict[int, _Topic]) -> dict[int, Went]:
    """Where topics went, followed to topics that there are."""

    def follow(topic: int, seen: frozenset[int] = frozenset()) -> tuple[int, ...]:
        if topic in known:
            return (topic,)
        if topic in seen or topic not in went:
            return ()
        return tuple(x for to in went[topic].to for x in follow(to, seen | {topic}))

    out = {}
    for topic, w in went.items():
        if topic in known:
            continue
        to = tuple(dict.fromkeys(x for t in w.to for x in follow(t)))
        kind = w.kind if to else "excluded"
        out[topic] = Went(kind, w.name, to, tuple(known[t].name for t in to))
    return out

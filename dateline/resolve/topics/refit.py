"""Refit: topics made anew when the reader asks, with numbers, names and edits carried over from the old ones.

New topics are matched to old ones one to one by the articles they share (Jaccard index, best total match). A matched
topic keeps its number and its name; a new one gets a number that was never used. What the reader merged, split or
excluded is so again, wherever the articles concerned are still together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse

from dateline.resolve.topics import cluster, edits, weigh
from dateline.resolve.topics.model import NONE, Model, fit

_SAME = 0.25
"""Jaccard index from which a new topic is taken for an old one."""


@dataclass(frozen=True)
class Moved:
    """What a refit changed.

    ``topics``: topic_id (int), topic (str), was (str: kept, renamed, new or gone), before, after, stayed (int: articles
    in it before, after, and both). ``articles``: articles with a topic before or after; ``moved``: those whose topic
    number changed.
    """

    topics: pd.DataFrame
    articles: int
    moved: int

    @property
    def sentence(self) -> str:
        """One line for the reader."""
        n = self.topics.was.value_counts()
        parts = [f"{n.get('kept', 0)} topics kept their number and name"]
        parts += [
            f"{n[w]} {said}"
            for w, said in (("renamed", "were renamed"), ("new", "are new"), ("gone", "are gone"))
            if n.get(w)
        ]
        share = f"{self.moved:,} of {self.articles:,} articles changed topic"
        return f"{', '.join(parts)}; {share}."


def refit(
    old: Model,
    titles: Sequence[str],
    texts: Sequence[str],
    languages: Sequence[str] = (),
    wanted: int = 0,
    outlets: Sequence[str] = (),
) -> tuple[Model, Moved]:
    """Topics of the articles made anew, and what moved. ``wanted``, ``outlets`` as in ``fit``."""
    new = fit(titles, texts, languages, wanted, outlets)
    before = old.assign(titles, texts)
    vectors = new.vectors(titles, texts)
    kept = old.with_(edits=tuple(e for e in old.edits if e["do"] != "exclude"))
    hidden = (before < 0) & (kept.assign(titles, texts) >= 0)
    carried = _carried(old, new, before, hidden, vectors)
    after = carried.assign_vectors(vectors)
    return carried, _moved(old, carried, before, after)


def _carried(old: Model, new: Model, before: np.ndarray, hidden: np.ndarray, vectors: sparse.csr_matrix) -> Model:
    leaf = new.assign_vectors(vectors)
    free = 1 + max((x.id for x in old.leaves), default=-1)
    state = edits.applied(old)
    # leaves get numbers that nobody had before; then those that are an old topic get its number
    table = _table(before, leaf, [t.id for t in state.topics], [x.id for x in new.leaves])
    old_ids, new_ids = list(table.index), list(table.columns)
    names = {t.id: t for t in state.topics}
    number = {x: free + i for i, x in enumerate(new_ids)}
    match = _match(table.to_numpy(float), np.bincount(before + 1)[1:], np.bincount(leaf + 1)[1:], old_ids, new_ids)
    number |= {n: o for o, n in match.items()}
    leaves, taken = [], {names[o].label.casefold() for o in match}
    for x in new.leaves:
        kept = names.get(number[x.id])
        label = kept.label if kept else edits._distinct([x.label], taken)[0]
        leaves.append(replace(x, id=number[x.id], label=label))
    out = new.with_(leaves=tuple(leaves))
    out = _again(out, old, before, hidden, vectors, table.rename(columns=number))
    return _themes(out, old)


def _table(before: np.ndarray, after: np.ndarray, old: list[int], new: list[int]) -> pd.DataFrame:
    both = (before >= 0) & (after >= 0)
    return pd.crosstab(before[both], after[both]).reindex(index=old, columns=new, fill_value=0)


def _match(
    shared: np.ndarray, old_size: np.ndarray, new_size: np.ndarray, old: list[int], new: list[int]
) -> dict[int, int]:
    from scipy.optimize import linear_sum_assignment

    if not shared.size:
        return {}
    a = np.array([old_size[o] if o < len(old_size) else 0 for o in old])
    b = np.array([new_size[n] if n < len(new_size) else 0 for n in new])
    jaccard = shared / np.maximum(a[:, None] + b[None] - shared, 1)
    rows, columns = linear_sum_assignment(-jaccard)
    return {old[r]: new[c] for r, c in zip(rows, columns, strict=True) if jaccard[r, c] >= _SAME}


def _again(
    out: Model, old: Model, before: np.ndarray, hidden: np.ndarray, vectors: sparse.csr_matrix, table: pd.DataFrame
) -> Model:
    """The edits of the old model done again on the new one, as far as their articles are still together."""
    state = edits.applied(old)
    edited = {t.id for t in state.topics if t.edited}
    log: list[dict[str, Any]] = []
    share = table / np.maximum(table.sum(axis=0), 1)
    merged = {e["topics"][0] for e in old.edits if e["do"] == "merge"}
    for topic in sorted(merged & set(table.index)):
        parts = [t for t in table.columns if share.loc[topic, t] > 0.5]
        if len(parts) > 1:
            log.append({"do": "merge", "topics": sorted(parts, key=lambda t: (t != topic, t))})
    for e in old.edits:
        if e["do"] == "split":
            parts = {t.id: t.label for t in state.topics if t.id in e["leaves"] and t.id in table.index}
            out, entry = _split_again(out, parts, before, vectors, table)
            log += entry
        elif e["do"] == "theme":
            log.append(dict(e))
    out = out.with_(edits=tuple(log))
    for topic in sorted(_excluded(old, out, vectors, hidden)):
        out = out.with_(edits=(*out.edits, {"do": "exclude", "topic": topic}))
    live = {t.id for t in edits.applied(out).topics}
    names = {t.id: t.label for t in state.topics}
    renames = tuple({"do": "rename", "topic": t, "name": names[t]} for t in sorted(edited & live))
    return out.with_(edits=(*out.edits, *renames))


def _split_again(
    out: Model, parts: dict[int, str], before: np.ndarray, vectors: sparse.csr_matrix, table: pd.DataFrame
) -> tuple[Model, list[dict[str, Any]]]:
    """Parts of a split (number to label) that the new topics hold together become topics of their own once more."""
    share = table.div(np.maximum(table.sum(axis=1), 1), axis=0)
    home = {p: share.columns[int(share.loc[p].to_numpy().argmax())] for p in parts if share.loc[p].max() > 0.5}
    if len(home) < 2 or len(set(home.values())) > 1:
        return out, []
    together = next(iter(home.values()))
    centres = cluster.centroids(vectors, np.select([before == p for p in home], range(len(home)), NONE), len(home))
    whole = next(x for x in out.leaves if x.id == together)
    # the parts get their old numbers back, one of which the undivided topic may have been given
    spare = 1 + max([*(x.id for x in out.leaves), *parts])
    out = out.with_(leaves=tuple(replace(x, id=spare) if x.id == together else x for x in out.leaves))
    ids = list(home)
    from dateline.resolve.topics.model import terms

    leaves = [replace(whole, id=i, label=parts[i], terms=terms(centres[k], out.space)) for k, i in enumerate(ids)]
    grown = out.with_(
        leaves=(*out.leaves, *leaves), centres=sparse.vstack([out.centres, weigh.unit(centres)], "csr", np.float32)
    )
    return grown, [{"do": "split", "topic": spare, "leaves": [int(i) for i in ids]}]


def _excluded(old: Model, out: Model, vectors: sparse.csr_matrix, hidden: np.ndarray) -> set[int]:
    """New topics most of whose articles had been excluded by the reader (``hidden``)."""
    if not hidden.any():
        return set()
    after = out.assign_vectors(vectors)
    return {t.id for t in edits.applied(out).topics if (after == t.id).any() and hidden[after == t.id].mean() > 0.5}


def _themes(out: Model, old: Model) -> Model:
    """Themes numbered and named like the old ones that most of their topics belonged to."""
    was = {t.id: t.theme for t in edits.applied(old).topics}
    votes: dict[tuple[int, int], int] = {}
    for x in out.leaves:
        if x.id in was:
            votes[was[x.id], x.theme] = votes.get((was[x.id], x.theme), 0) + 1
    number: dict[int, int] = {}
    for (o, n), _ in sorted(votes.items(), key=lambda v: (-v[1], v[0])):
        if o not in number.values() and n not in number:
            number[n] = o
    free = 1 + max([*old.themes, *number.values()], default=-1)
    for n in sorted(out.themes):
        if n not in number:
            number[n], free = free, free + 1
    themes = {number[n]: old.themes.get(number[n], label) for n, label in out.themes.items()}
    leaves = tuple(replace(x, theme=number[x.theme]) for x in out.leaves)
    return out.with_(leaves=leaves, themes=dict(sorted(themes.items())))


def _moved(old: Model, new: Model, before: np.ndarray, after: np.ndarray) -> Moved:
    a, b = {t.id: t.label for t in old.topics}, {t.id: t.label for t in new.topics}
    rows = []
    for t in sorted({*a, *b}):
        was = "new" if t not in a else "gone" if t not in b else "kept" if a[t] == b[t] else "renamed"
        counts = int((before == t).sum()), int((after == t).sum()), int(((before == t) & (after == t)).sum())
        rows.append((t, b.get(t, a.get(t, "")), was, *counts))
    frame = pd.DataFrame(rows, columns=["topic_id", "topic", "was", "before", "after", "stayed"])
    any_ = (before >= 0) | (after >= 0)
    return Moved(frame, int(any_.sum()), int((before != after)[any_].sum()))

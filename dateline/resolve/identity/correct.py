"""Readers' corrections laid over what identity found.

    corrected = correct(frames, corrections.actions())
    corrected.frames["mentions"]; corrected.redirects["is-group"].sentence

Only what is touched is made anew. The frames given are not changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from dateline import schema
from dateline.annotate.names.places import key
from dateline.corrections import Action, Thing
from dateline.resolve.identity.entities import entities_of
from dateline.resolve.identity.naming import short_names, slug

Frames = dict[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Redirect:
    """Where an entity went: ``kind`` merged, hidden or moved (its id changed); ``to`` is the id it has now, '' when
    none."""

    kind: str
    name: str
    to: str = ""
    to_name: str = ""

    @property
    def sentence(self) -> str:
        """For the reader who followed an old link."""
        if self.kind == "hidden":
            return f"“{self.name}” was hidden by a reader."
        return f"“{self.name}” was merged into “{self.to_name}”."


@dataclass(slots=True)
class Corrected:
    """The frames with all corrections, where old ids went, and the actions whose things this pile does not hold."""

    frames: Frames
    redirects: dict[str, Redirect]
    unmatched: list[Action] = field(default_factory=list)


def correct(frames: Frames, actions: Sequence[Action]) -> Corrected:
    """Apply actions in order to the frames articles, mentions, entities and (where there) quotes; others pass
    through."""
    if not actions:
        return Corrected(frames, {})
    work = _Work(frames["mentions"], frames["entities"])
    unmatched = [a for a in actions if not work.apply(a)]
    out = dict(frames)
    out["mentions"] = work.mentions()
    out["entities"] = _entities(frames, out["mentions"], work)
    if "quotes" in frames:
        out["quotes"] = _quotes(frames["quotes"], work)
    return Corrected(out, work.redirects(), unmatched)


class _Work:
    """Which rows belong to which entity while actions are applied."""

    def __init__(self, mentions: pd.DataFrame, entities: pd.DataFrame) -> None:
        self.frame = mentions
        self.rows: dict[str, np.ndarray] = dict(mentions.groupby("entity_id", sort=False).indices)
        self.names: dict[str, str] = dict(zip(entities.entity_id, entities.entity, strict=True))
        self.labels: dict[str, str] = dict(zip(entities.entity_id, entities.label, strict=True))
        self.was: dict[str, str] = dict(self.names)
        self.went: dict[str, str] = {}
        self.hidden: set[str] = set()
        self.touched: set[str] = set()
        self.retyped: dict[str, str] = {}
        self.splits: list[tuple[str, str, frozenset[str], frozenset[str]]] = []
        self.reasons: dict[int, str] = {}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for i, name, aliases in zip(entities.entity_id, entities.entity, entities.aliases, strict=True):
            for k in dict.fromkeys([key(name), *(key(a) for a in aliases)]):
                self._by_name[k].append(i)

    def apply(self, a: Action) -> bool:
        """Whether the action found its things."""
        if a.kind == "apart":
            return True
        found = [i for t in a.things if (i := self.find(t))]
        if not found:
            return False
        if a.kind == "merge" and a.to is not None:
            self._merge(found, a.to)
        elif a.kind == "split" and a.to is not None:
            return self._split(found[0], a)
        elif a.kind == "rename":
            self.names[found[0]] = a.value
            # later corrections may call it so
            self._by_name[key(a.value)].append(found[0])
        elif a.kind == "retype":
            self.labels[found[0]] = self.retyped[found[0]] = a.value
        elif a.kind == "hide":
            self.hidden.update(found)
        self.touched.update(found)
        return True

    def find(self, t: Thing) -> str:
        """The id of a thing now: by id if the name still fits, else the oftenest mentioned thing of that name; or
        ''."""
        i = self._end(t.id)
        if i in self.rows and (i != t.id or self._fits(i, t)):
            return i
        named = {self._end(x) for x in self._by_name.get(key(t.name), ())}
        fits = [x for x in named if x in self.rows and (not t.label or self.labels.get(x) == t.label)]
        fits = fits or ([] if t.label else [x for x in named if x in self.rows])
        # its own canonical name before an alias of something larger
        return max(fits, key=lambda x: (key(self.names[x]) == key(t.name), len(self.rows[x]), x), default="")

    def _fits(self, i: str, t: Thing) -> bool:
        known = {key(t.name), *(key(a) for a in t.aliases)}
        return key(self.names[i]) in known or any(i in self._by_name.get(k, ()) for k in known)

    def _end(self, i: str) -> str:
        while i in self.went:
            i = self.went[i]
        return i

    def _merge(self, found: list[str], to: Thing) -> None:
        target = self.find(to) or self._new(to, found[0])
        for i in found:
            if i != target:
                moved = self.rows.pop(i)
                self.rows[target] = np.concatenate([self.rows[target], moved])
                self.went[i] = target
                self.reasons |= dict.fromkeys(moved.tolist(), f"{self.names[i]} merged by a reader")
        self.touched.add(target)

    def _new(self, to: Thing, like: str = "") -> str:
        """An id for a thing that is not in the pile yet."""
        i = base = to.id if to.id and to.id not in self.rows and to.id not in self.went else slug(to.name)
        n = 2
        while i in self.rows or i in self.went:
            i, n = f"{base}-{n}", n + 1
        self.rows[i] = np.empty(0, dtype=np.int64)
        self.names[i] = to.name
        self.labels[i] = to.label or self.labels.get(like, "")
        self._by_name[key(to.name)].append(i)
        return i

    def _split(self, i: str, a: Action) -> bool:
        assert a.to is not None
        rows = self.rows[i]
        names, articles = frozenset(key(n) for n in a.names), frozenset(a.articles)
        take = np.ones(len(rows), dtype=bool)
        if names:
            texts = self.frame.text.to_numpy()[rows]
            take &= np.fromiter((key(" ".join(t.split())) in names for t in texts), bool, len(rows))
        if articles:
            take &= np.isin(self.frame.article_id.to_numpy()[rows], list(articles))
        if not take.any():
            return False
        to = self._end(a.to.id) if a.to.id else ""
        if to not in self.rows:
            same = [x for x in self._by_name.get(key(a.to.name), ()) if x in self.rows and x != i
                    and key(self.names[x]) == key(a.to.name) and self.labels[x] == a.to.label]  # fmt: skip
            to = same[0] if same else self._new(a.to, i)
        moved = rows[take]
        self.rows[i] = rows[~take]
        self.rows[to] = np.concatenate([self.rows[to], moved])
        self.reasons |= dict.fromkeys(moved.tolist(), f"split off {self.names[i]} by a reader")
        self.splits.append((i, to, names, articles))
        self.touched.update((i, to))
        if not len(self.rows[i]):
            del self.rows[i]
            self.went[i] = to
        if a.to.label and a.to.label != self.labels[i]:
            self.retyped.setdefault(to, a.to.label)
        return True

    def mentions(self) -> pd.DataFrame:
        """The frame of mentions as corrected."""
        frame = self.frame.copy(deep=False)
        ids, names = frame.entity_id.to_numpy(dtype=object).copy(), frame.entity.to_numpy(dtype=object).copy()
        labels = frame.label.to_numpy(dtype=object).copy()
        keep = np.ones(len(frame), dtype=bool)
        for i in self.touched & self.rows.keys():
            ids[self.rows[i]], names[self.rows[i]] = i, self.names[i]
            if i in self.retyped:
                labels[self.rows[i]] = self.retyped[i]
            if i in self.hidden:
                keep[self.rows[i]] = False
        reasons = frame.reason.to_numpy(dtype=object).copy()
        for row, why in self.reasons.items():
            reasons[row] = why
        frame = frame.assign(entity_id=ids, entity=names, label=labels, reason=reasons)
        return schema.conform("mentions", frame[keep] if not keep.all() else frame)

    def redirects(self) -> dict[str, Redirect]:
        """Where the ids that are gone went."""
        out = {}
        for i in self.went:
            to = self._end(i)
            kind = "hidden" if to in self.hidden else "merged"
            out[i] = Redirect(kind, self.was.get(i, i), "" if to in self.hidden else to, self.names.get(to, ""))
        return out | {i: Redirect("hidden", self.names[i]) for i in self.hidden}


def _entities(frames: Frames, mentions: pd.DataFrame, work: _Work) -> pd.DataFrame:
    """The frame of entities with the touched ones made anew."""
    old = frames["entities"]
    live = (work.touched & work.rows.keys()) - work.hidden
    kept = old[~old.entity_id.isin(work.touched | work.went.keys())]
    made = entities_of(frames["articles"], mentions[mentions.entity_id.isin(live)])
    frame = pd.concat([kept, made], ignore_index=True) if len(made) else kept
    frame = frame.sort_values(["mentions", "entity_id"], ascending=[False, True], ignore_index=True)
    frame["short"] = short_names(frame.entity.tolist(), frame.label.tolist(), frame.aliases.tolist())
    return schema.conform("entities", frame)


def _quotes(quotes: pd.DataFrame, work: _Work) -> pd.DataFrame:
    """Speakers follow their entity; of a split entity those that the split's names or articles fit."""
    if quotes.empty:
        return quotes
    ids = quotes.speaker_entity_id.to_numpy(dtype=object).copy()
    articles, spoken = quotes.article_id.to_numpy(), quotes.speaker.to_numpy()
    for was, to, names, chosen in work.splits:
        left = set(work.frame.article_id.to_numpy()[work.rows[was]]) if was in work.rows else set()
        gone = set(work.frame.article_id.to_numpy()[work.rows[to]]) if to in work.rows else set()
        for row in np.flatnonzero(ids == was):
            fits = key(spoken[row]) in names if names else True
            # a pronoun or role follows where all of the article's mentions went
            fits = fits or (articles[row] in gone and articles[row] not in left)
            if fits and (not chosen or articles[row] in chosen):
                ids[row] = to
    names_now = quotes.speaker_entity.to_numpy(dtype=object).copy()
    for row, i in enumerate(ids):
        if i in work.touched or i in work.went:
            end = work._end(i)
            ids[row], names_now[row] = ("", "") if end in work.hidden else (end, work.names.get(end, ""))
    return quotes.assign(speaker_entity_id=ids, speaker_entity=names_now).astype(
        {"speaker_entity_id": "str", "speaker_entity": "str"}
    )

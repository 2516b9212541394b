"""What readers change about topics: rename, merge, split, exclude, make anew; with undo and redo.

    edits = TopicEdits(pile.topics)
    edits.rename(3, "Oil", known={3: "Crude and barrels", 4: "Shipping"})
    edits.undo()

An edit is an entry of an append-only log, so that two visitors lose nothing of each other's, and it names topics by
their number, which stays when articles are added and when topics are made anew. Renaming, merging and excluding hold
at once (``retopic``); splitting and making anew are done with the next version of the pile (``resolve.topics.kept``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.corrections.log import Entry, Log
from dateline.errors import InputError

KINDS = ("rename", "theme", "merge", "split", "exclude", "refit")
LONGEST = 120
"""Characters of a name at most."""
_NOTES = ("moved", "refused")


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: number, kind, and what it is about: topic, topics, theme, name, into, wanted; ``said``: in words."""

    id: int
    kind: str
    data: Mapping[str, Any]
    at: str = ""
    undone: bool = False

    @property
    def said(self) -> str:
        """The edit in words, for the history."""
        d, was = self.data, self.data.get("was", [])
        first = f"“{was[0]}”" if was else "A topic"
        if self.kind == "rename":
            return f"{first} renamed to “{d['name']}”"
        if self.kind == "theme":
            return f"Theme {first} renamed to “{d['name']}”"
        if self.kind == "merge":
            return f"{', '.join(f'“{w}”' for w in was[1:])} merged into {first}"
        if self.kind == "split":
            return f"{first} split into {d['into']}"
        return f"{first} excluded" if self.kind == "exclude" else "Topics made anew"

    @property
    def step(self) -> dict[str, Any]:
        """The edit as ``resolve.topics.edits`` writes it."""
        return {"do": self.kind, "entry": self.id} | {k: v for k, v in self.data.items() if k != "was"}


class TopicEdits:
    """The edits of one pile, in an SQLite file that several processes may write at once.

    ``known`` gives the topics (or themes) that there are now: number → name. Each edit raises InputError where it is
    about one that there is not.
    """

    def __init__(self, path: Path) -> None:
        self.log = Log(path)

    def close(self) -> None:
        """Close the file."""
        self.log.close()

    def rename(self, topic: int, name: str, known: Mapping[int, str]) -> int:
        """Give a topic another name; raises InputError too for an empty name or one that another topic has."""
        _there([topic], known)
        name = _name(name)
        if any(n.casefold() == name.casefold() and t != topic for t, n in known.items()):
            raise InputError(f"another topic is named “{name}” already: merge the two, or choose another name")
        return self._add("rename", known, [topic], topic=topic, name=name)

    def rename_theme(self, theme: int, name: str, known: Mapping[int, str]) -> int:
        """Give a theme another name."""
        _there([theme], known, "theme")
        return self._add("theme", known, [theme], theme=theme, name=_name(name))

    def merge(self, topics: Sequence[int], known: Mapping[int, str]) -> int:
        """Make one topic of several; it keeps number, name and theme of the first."""
        topics = list(dict.fromkeys(topics))
        _there(topics, known)
        if len(topics) < 2:
            raise InputError("one topic cannot be merged: choose two or more")
        return self._add("merge", known, topics, topics=topics)

    def split(self, topic: int, into: int, known: Mapping[int, str]) -> int:
        """Have a topic split into so many, 2 to 9, by what its articles are about."""
        _there([topic], known)
        if not 2 <= into <= 9:
            raise InputError(f"a topic cannot be split into {into}: choose 2 to 9")
        return self._add("split", known, [topic], topic=topic, into=into)

    def exclude(self, topic: int, known: Mapping[int, str]) -> int:
        """Leave a topic out: its articles, and later ones like them, have no topic."""
        _there([topic], known)
        return self._add("exclude", known, [topic], topic=topic)

    def refit(self, wanted: int = 0) -> int:
        """Have the topics made anew; ``wanted`` asks for a number of them, 0 lets it be chosen."""
        return self.log.add("refit", {"wanted": wanted})

    def undo(self) -> Edit | None:
        """Take the last edit that holds back; None when there is none."""
        entry = self.log.undo(0, KINDS)
        return _edit(entry) if entry else None

    def redo(self) -> Edit | None:
        """Let the edit that was taken back last hold again; None when there is none."""
        entry = self.log.redo(0, KINDS)
        return _edit(entry) if entry else None

    def standing(self) -> list[Edit]:
        """The edits that hold, in order."""
        return [_edit(e) for e in self.log.entries(KINDS) if not e.undone]

    def history(self) -> list[Edit]:
        """All edits ever made, the latest first."""
        return [_edit(e) for e in reversed(self.log.entries(KINDS))]

    @property
    def version(self) -> int:
        """A number that changes with every edit, undo and redo."""
        return self.log.version

    # -- what became of an edit, written by the process that does it ---------------------------------------------------

    def refuse(self, edit: int, why: str) -> None:
        """Note that an edit could not be done, and take it back."""
        self.log.add("refused", {"edit": edit, "why": why})
        self.log.undo(edit, KINDS)

    def moved(self, edit: int, summary: Mapping[str, Any]) -> None:
        """Note what making topics anew has moved: sentence, topics (list of dicts)."""
        self.log.add("moved", {"edit": edit, **summary})

    def notes(self) -> dict[int, dict[str, Any]]:
        """By edit, what became of it: ``why`` it was refused, or what it moved."""
        return {e.data["edit"]: e.data for e in self.log.entries(_NOTES)}

    def _add(self, kind: str, known: Mapping[int, str], about: Sequence[int], **data: Any) -> int:
        return self.log.add(kind, {**data, "was": [known[t] for t in about]})


def _there(numbers: Sequence[int], known: Mapping[int, str], what: str = "topic") -> None:
    for n in numbers:
        if n not in known:
            raise InputError(f"there is no {what} {n} any more: it was merged, split or excluded, or is made anew")


def _name(name: str) -> str:
    name = " ".join(name.split())[:LONGEST]
    if not name:
        raise InputError("a name is missing: type one")
    return name


def _edit(e: Entry) -> Edit:
    return Edit(e.id, e.kind, e.data, e.at, e.undone)

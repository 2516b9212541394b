"""The reader's corrections of names: merge, split, rename, retype, hide, keep apart; with undo and redo.

    corrections = Corrections(pile.folder / "corrections.sqlite")
    corrections.merge([Thing.of(row) for row in chosen], into=Thing.of(target))
    corrections.undo()
    frames = dateline.resolve.identity.correct.correct(frames, corrections.actions())

A correction is an entry of an append-only log and refers to things by id, name and label, so that it holds for articles
loaded later and finds its thing again when the pile is resolved anew and ids change. Corrections are laid over what
identity found and win over it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from dateline.corrections.log import Entry, Log
from dateline.errors import InputError
from dateline.schema import LABELS

KINDS = ("merge", "split", "rename", "retype", "hide", "apart")
"""What a correction does. ``apart`` notes that two things are not the same, so that it is not suggested again."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What a correction refers to: an entity by its id, found again by name, label and other names if the id is
    gone."""

    id: str
    name: str
    label: str = ""
    aliases: tuple[str, ...] = ()

    @classmethod
    def of(cls, row: Any) -> Thing:
        """Of a row of the frame of entities (a namedtuple of ``itertuples``, a Series, or a dict)."""
        get = row.get if hasattr(row, "get") else lambda name, default=None: getattr(row, name, default)
        return cls(str(get("entity_id")), str(get("entity")), str(get("label")), tuple(get("aliases") or ())[:20])

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Thing:
        """The thing that ``asdict`` wrote."""
        return cls(data["id"], data["name"], data.get("label", ""), tuple(data.get("aliases", ())))


@dataclass(frozen=True, slots=True)
class Action:
    """One correction that holds. ``names`` and ``articles`` say which mentions a split takes, none means all.

    ``to`` is the thing merged into or split off; ``value`` the new name or label.
    """

    id: int
    kind: str
    things: tuple[Thing, ...]
    to: Thing | None = None
    value: str = ""
    names: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    at: str = ""
    by: str = ""
    undone: bool = field(default=False, compare=False)

    @property
    def sentence(self) -> str:
        """The correction in words, for the history."""
        names = ", ".join(f"“{t.name}”" for t in self.things)
        if self.kind == "merge":
            return f"{names} merged into “{self.to.name if self.to else ''}”"
        if self.kind == "split":
            which = ", ".join(f"“{n}”" for n in self.names)
            where = f"{len(self.articles)} article{'s' if len(self.articles) != 1 else ''}" if self.articles else ""
            what = " in ".join(x for x in (which, where) if x)
            return f"{what} of {names} split off as “{self.to.name if self.to else ''}”"
        if self.kind == "rename":
            return f"{names} renamed to “{self.value}”"
        if self.kind == "retype":
            return f"{names} retyped to {self.value}"
        return f"{names} hidden" if self.kind == "hide" else f"{names} kept apart"


class Corrections:
    """The corrections of one pile, in an SQLite file that several processes may write at once."""

    def __init__(self, path: Path) -> None:
        self.log = Log(path)

    def close(self) -> None:
        """Close the file."""
        self.log.close()

    # -- correcting ---------------------------------------------------------------------------------------------------

    def merge(self, things: Iterable[Thing], into: Thing, by: str = "") -> int:
        """Make things one with ``into``; returns the number of the action. Raises InputError when there is none to
        merge."""
        others = [t for t in things if t.id != into.id]
        if not others:
            raise InputError(f"nothing to merge into {into.name!r}: choose at least one other name")
        return self._add("merge", others, by, to=asdict(into))

    def split(
        self,
        thing: Thing,
        name: str,
        names: Sequence[str] = (),
        articles: Sequence[str] = (),
        label: str = "",
        to_id: str = "",
        by: str = "",
    ) -> int:
        """Take mentions off a thing: those that read as one of ``names``, those in ``articles`` (ids), or both.

        They become a thing called ``name``, or join the existing one with the id ``to_id``. Splits by name hold for
        articles loaded later too. Raises InputError where neither names nor articles are given, or no name.
        """
        if not name.strip():
            raise InputError("a name is missing for what is split off: write the name that it should have")
        if not names and not articles:
            raise InputError(f"nothing chosen to split off {thing.name!r}: choose names or articles")
        to = Thing(to_id, name.strip(), _label(label or thing.label or "PERSON"))
        return self._add("split", [thing], by, to=asdict(to), names=list(names), articles=list(articles))

    def rename(self, thing: Thing, name: str, by: str = "") -> int:
        """Give a thing another canonical name; its id stays. Raises InputError for an empty name."""
        if not name.strip():
            raise InputError(f"the new name of {thing.name!r} is empty: write one")
        return self._add("rename", [thing], by, value=name.strip())

    def retype(self, thing: Thing, label: str, by: str = "") -> int:
        """Give a thing and all its mentions another label. Raises InputError for a label that is none."""
        return self._add("retype", [thing], by, value=_label(label))

    def hide(self, things: Iterable[Thing], by: str = "") -> int:
        """Leave things out of every page."""
        return self._add("hide", list(things), by)

    def keep_apart(self, one: Thing, other: Thing, by: str = "") -> int:
        """Note that two things are not the same: their merge is not suggested again."""
        return self._add("apart", [one, other], by)

    def undo(self, action: int = 0, by: str = "") -> Action | None:
        """Take an action back: the given one, or the last (of ``by``, where given). Returns it, None when there is
        none."""
        entry = self.log.undo(action, KINDS, by)
        return _action(entry) if entry else None

    def redo(self, action: int = 0, by: str = "") -> Action | None:
        """Let an action hold again: the given one, or the one taken back last. Returns it, None when there is none."""
        entry = self.log.redo(action, KINDS, by)
        return _action(entry) if entry else None

    # -- reading ------------------------------------------------------------------------------------------------------

    def actions(self) -> list[Action]:
        """The corrections that hold, in the order they were made."""
        return [_action(e) for e in self.log.entries(KINDS) if not e.undone]

    def history(self) -> list[Action]:
        """All corrections ever made, the latest first; ``undone`` marks those taken back."""
        return [_action(e) for e in reversed(self.log.entries(KINDS))]

    @property
    def version(self) -> int:
        """A number that changes with every correction, undo and redo: the key under which a page may cache."""
        return self.log.version

    @property
    def names_version(self) -> int:
        """The same for corrections of names alone; others (of speakers) stand in the same log."""
        return self.log.version_of(KINDS)

    def _add(self, kind: str, things: list[Thing], by: str, **data: Any) -> int:
        return self.log.add(kind, {"things": [asdict(t) for t in things], **data}, by)


def _label(label: str) -> str:
    if label not in LABELS:
        raise InputError(f"{label!r} is no kind of name: use one of {', '.join(LABELS)}")
    return label


def _action(e: Entry) -> Action:
    d = e.data
    return Action(
        e.id,
        e.kind,
        tuple(Thing.from_dict(t) for t in d.get("things", ())),
        Thing.from_dict(d["to"]) if d.get("to") else None,
        d.get("value", ""),
        tuple(d.get("names", ())),
        tuple(d.get("articles", ())),
        e.at,
        e.by,
        e.undone,
    )

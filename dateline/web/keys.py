"""The few keys that each page adds to the lens. All of them stand in the address bar while their page is shown.

A key has a kind: ``choice`` (one of a list), ``text``, ``list`` (repeats its parameter), ``number``. Values from the
address bar are checked here; a value that does not fit becomes the default and a sentence for the reader.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline import schema
from dateline.counts.quotes import SURENESS

GRAINS = ("auto", "day", "week", "month", "year")
SIDES = ("rest", "outlet", "date", "topic", "entity", "any")
"""What is compared: this view with the rest, outlets, before with after a day, topics, names, any two views."""
KINDS = ("people", "organisations", "places", "groups", "events and works")


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a page: name, kind, default, the choices of a choice (or of each value of a list), and the name of its
    parameter in the address bar where that is another; the lens has parameters of its own, which must not be taken."""

    name: str
    kind: str
    default: Any = ""
    choices: tuple[str, ...] = ()
    other: str = ""

    @property
    def param(self) -> str:
        """Name of its parameter in the address bar."""
        return self.other or self.name

    def read(self, values: Sequence[str]) -> tuple[Any, str]:
        """The value of the parameter's texts, and a sentence about what did not fit ('' when all did)."""
        if not values:
            return self.default, ""
        last = values[-1]
        if self.kind == "list":
            found = tuple(dict.fromkeys(v[:300] for v in values[:50] if v))
            bad = [v for v in found if self.choices and v not in self.choices]
            if bad:
                problem = (
                    f"“{bad[0][:40]}” is not one of {', '.join(self.choices)}, so it was not applied to “{self.name}”"
                )
                return tuple(v for v in found if v not in bad), problem
            return found, ""
        if self.kind == "choice" and last not in self.choices:
            return (
                self.default,
                f"“{last[:40]}” is not one of {', '.join(self.choices)}, so “{self.name}” was not applied",
            )
        if self.kind == "number":
            if last.isascii() and last.isdigit() and len(last) < 10:
                return int(last), ""
            return self.default, f"“{last[:40]}” is not a number, so “{self.name}” was not applied"
        return last[:500], ""

    def write(self, value: Any) -> list[str]:
        """The parameter's texts for a value; none for the default."""
        if value == self.default or value is None:
            return []
        return [str(v) for v in value] if self.kind == "list" else [str(value)]


_TABLE = (Key("find", "text"), Key("sort", "text"), Key("cols", "list", ()), Key("row", "text"))
"""The keys of a page with a table (web/tables.py)."""


SHARED = ("stop",)
"""Keys that are one for all pages that have them: words left out of one cloud are left out of the others."""


def _choice(name: str, *choices: str) -> Key:
    return Key(name, "choice", choices[0], choices)


PAGE_KEYS: dict[str, tuple[Key, ...]] = {
    "front": (
        _choice("grain", *GRAINS),
        # the days whose articles are shown, and what of them
        Key("mark", "list", ()),
        _choice("show", "articles", "passages"),
        _choice("kind", "all", *KINDS),
        _choice("cloud", "distinctive", "frequent"),
        _choice("words_as", "cloud", "list"),
        Key("stop", "list", ()),
        _choice("articles", "all", "unread"),
    ),
    "timelines": (
        _choice("clock", "published", "happened"),
        _choice("grain", *GRAINS),
        _choice("kind", "all", *KINDS),
        Key("lane", "list", ()),
        Key("lanes", "number", 8),
        # happened: with or without the day of publication, and the stretch of time that is shown
        _choice("own", "with", "without"),
        Key("within", "list", ()),
        # the lane whose peaks are listed; the marker whose passages are shown; peaks kept to compare
        Key("peaks", "text"),
        Key("mark", "list", ()),
        Key("pin", "list", ()),
    ),
    "entity": (
        Key("id", "text"),
        _choice("clock", "published", "happened"),
        _choice("grain", *GRAINS),
        Key("within", "list", ()),
        # the bar whose passages are shown; the other name of the line that was clicked; the spelling asked for
        Key("mark", "list", ()),
        Key("with", "text"),
        Key("form", "text"),
        _choice("show", "passages", "said", "said about", "articles"),
    ),
    "corrections": (
        Key("id", "text"),
        _choice("view", "suggestions", "all names", "history"),
        # what is done to the name that is open, and the others that it is to be one with
        _choice("do", "merge", "split", "rename", "kind", "hide"),
        Key("others", "list", ()),
        _choice("kind", "all", *KINDS),
        *_TABLE,
    ),
    "quotes": (
        _choice("view", "table", "speakers", "who quotes whom", "repeated", "check these"),
        Key("kind", "list", (), schema.KINDS),
        Key("resolved", "list", (), schema.KNOWN_BY),
        Key("sure", "list", (), tuple(SURENESS)),
        Key("who", "list", ()),
        # where the lens names speakers: their quotations, or all in the articles that quote them
        _choice("also", "theirs", "all"),
        # the speaker whose bar was clicked, the time of its quotations; outlet and speaker of the cell that was clicked
        Key("open", "text"),
        _choice("grain", *GRAINS),
        Key("mark", "list", ()),
        Key("cell", "list", ()),
        _choice("differ", "all", "differing"),
        Key("seed", "number", 1),
        *_TABLE,
    ),
    "topics": (
        _choice("view", "list", "over time", "map", "stories"),
        # what is opened: a topic (its number), "theme-2", or "none" for what fits no topic
        Key("open", "text"),
        _choice("first", "typical", "newest"),
        # over time: topics or themes, which ones, on which clock; the marker whose articles are shown
        _choice("level", "topics", "themes"),
        Key("lane", "list", ()),
        _choice("clock", "published", "happened"),
        _choice("grain", *GRAINS),
        _choice("own", "with", "without"),
        Key("within", "list", ()),
        Key("mark", "list", ()),
        # stories: what makes articles one, in which order, from how many percent of the wording they are copies; the
        # story that is open, the version that is compared, and what with
        _choice("by", "event", "copies"),
        _choice("order", "largest", "newest"),
        Key("same", "number", 60),
        Key("story", "text"),
        Key("version", "text"),
        Key("against", "text"),
        *_TABLE,
    ),
    "compare": (
        _choice("by", "auto", *SIDES),
        # what the sides are, as the kind of comparison has it (web/sides.py)
        Key("a", "list", ()),
        Key("b", "list", ()),
        # what tells them apart
        _choice("view", "chart", "table", "clouds"),
        _choice("of", "both", "words", "names"),
        _choice("cloud", "distinctive", "frequent"),
        Key("least", "number", 3),
        Key("stop", "list", ()),
        # the name of a ranking whose passages are shown; side and days of the bar that was clicked
        Key("who", "text"),
        _choice("grain", *GRAINS),
        Key("mark", "list", ()),
        *_TABLE,
    ),
    "search": (
        Key("q", "text"),
        _choice("view", "hits", "in context", "over time", "list of names"),
        _choice("order", "best", "newest", "oldest", "outlet"),
        # in context: what the lines are sorted by
        _choice("kwic", "right", "left", "hit", "date"),
        # over time: what the bars count, their grain, and the bar (term, first, last day) whose passages are shown
        _choice("count", "hits", "articles"),
        _choice("grain", *GRAINS),
        Key("mark", "list", ()),
        # the short id of a list of names that is kept beside the pile
        Key("names", "text"),
        *_TABLE,
    ),
    "read": (
        Key("article", "text"),
        Key("at", "number", -1),
        Key("to", "number", -1, other="end"),
        # the first words of the passage, to find it again when the text has changed; highlights that are turned off
        Key("near", "text"),
        Key("hide", "list", ()),
        _choice("cuts", "folded", "shown"),
        # the query that led here: its hits are marked beside those of the filters
        Key("q", "text"),
        _choice("look", "list", "table"),
        *_TABLE,
    ),
    "load": (
        _choice("view", "add", "report", "articles", "piles"),
        # the report: of which handing-in, and only what had this outcome; which articles are listed to be put right
        Key("batch", "text"),
        Key("outcome", "text"),
        _choice("which", "all", "undated", "nameless"),
        *_TABLE,
    ),
}


def pages_with(name: str, page: str) -> tuple[str, ...]:
    """The pages whose key changes with a key of a page: itself, and those that share it."""
    if name not in SHARED:
        return (page,)
    return tuple(p for p, keys in PAGE_KEYS.items() if any(k.name == name for k in keys))


def read_keys(page: str, params: Mapping[str, Sequence[str]]) -> tuple[dict[str, Any], list[str]]:
    """The values of a page's keys from query parameters, and a sentence for each that did not fit."""
    out, problems = {}, []
    for key in PAGE_KEYS.get(page, ()):
        out[key.name], problem = key.read(params.get(key.param, ()))
        if problem:
            problems.append(problem)
    return out, problems


def write_keys(page: str, values: Mapping[str, Any]) -> dict[str, list[str]]:
    """Query parameters of a page's values, defaults left out."""
    texts = {key.param: key.write(values.get(key.name, key.default)) for key in PAGE_KEYS.get(page, ())}
    return {name: t for name, t in texts.items() if t}

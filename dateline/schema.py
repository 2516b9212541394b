"""Every frame: its columns, their types and what they mean. The one place where the data contract is written down.

A pile of articles is one folder of Parquet files, a file a frame. Offsets are Python string indices into
``articles.text`` of the same ``article_id``; ``text[start:end]`` is the row's own text. Unknown is ``''`` for text,
``-1`` for numbers, ``NaT`` for times and an empty list for lists; nothing is ever null. Rows stand in reading order:
by article, then by ``start``.

``FRAMES`` holds the contract, ``empty`` makes a frame without rows, ``conform`` gives a frame its types and column
order, ``check`` raises FrameError where a frame breaks it. ``docs/frames.md`` is written from this module.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from dateline.errors import FrameError
from dateline.settings import LABELS

VERSION = 1
"""Version of the contract, ``versions.frames`` in the manifest."""

KINDS = ("direct", "mixed", "indirect")
RESOLVED = ("named", "short name", "pronoun", "role", "unnamed", "document", "unresolved")
HAND = "hand"
"""How a speaker is known that a reader put right; laid over the frames when they are shown, never written to them."""
KNOWN_BY = (*RESOLVED, HAND)
TIME_TYPES = ("DATE", "TIME", "DURATION", "SET")
PUBLISHED_FROM = ("given", "metadata", "text", "filename", "hand", "")

TEXT, INT, FLOAT, BOOL, TIME, LIST = "str", "int32", "float32", "bool", "datetime64[us]", "list"
_UNKNOWN: dict[str, Any] = {TEXT: "", INT: -1, FLOAT: -1.0, BOOL: False, TIME: pd.NaT}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its type (one of the constants above) and what it means."""

    name: str
    dtype: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame: its name (the Parquet file is ``<name>.parquet``), what a row is, its columns."""

    name: str
    row: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """Column names in order."""
        return [c.name for c in self.columns]


def _frame(name: str, row: str, *columns: tuple[str, str, str]) -> Frame:
    return Frame(name, row, tuple(Column(*c) for c in columns))


_SPAN = (
    ("article_id", TEXT, "the article it stands in"),
    ("start", INT, "first character"),
    ("end", INT, "one past the last character"),
    ("text", TEXT, "what stands there"),
)
_SENTENCE = (
    ("sentence_start", INT, "first character of the sentence around it"),
    ("sentence_end", INT, "one past the last character of that sentence"),
)

ARTICLES = _frame(
    "articles",
    "an article",
    ("article_id", TEXT, "the given id, else made from the content; unique"),
    ("origin", TEXT, "file name it came from (inside an archive: the name within)"),
    ("title", TEXT, "headline; not part of text unless the input had it there and cleaning was off"),
    ("text", TEXT, "the clean body, or the given text where cleaning was off"),
    ("published", TIME, "publication time, NaT when unknown; never guessed from dates that the text merely mentions"),
    ("published_from", TEXT, "how it is known: given, metadata, text, filename, hand (set by the reader) or ''"),
    ("source", TEXT, "outlet"),
    ("author", TEXT, "byline, names joined by ', '"),
    ("url", TEXT, "address"),
    ("language", TEXT, "two-letter code, '' when it could not be told"),
    ("words", INT, "words in text"),
    ("topic_id", INT, "its topic, -1 none"),
    ("topic", TEXT, "label of that topic"),
    ("theme_id", INT, "coarse group of topics, -1 none"),
    ("theme", TEXT, "label of that group"),
    ("story_id", TEXT, "shared by articles on the same event; an article alone has a story of its own"),
    ("duplicate_of", TEXT, "article_id of the earliest near-identical article, or ''; never itself, never a chain"),
    ("deck", TEXT, "the summary under the headline, where it is not part of text"),
    ("dateline", TEXT, "the place line at the head of the report ('BRUSSELS'), as written"),
    ("published_note", TEXT, "what the date was read from, in a few words, or why a date was doubted"),
    ("source_note", TEXT, "how the outlet is known, in a few words: given, metadata, copyright line, address ..."),
    ("leaf_id", INT, "the group of like articles it was put in, of which topics are made (leaves); -1 none"),
    ("typical", FLOAT, "how typical it is of its topic: cosine to the middle of its group; -1 without one"),
    ("map_x", FLOAT, "its place on the map of the pile, 0 to 1; -1 for none"),
    ("map_y", FLOAT, "its place on the map of the pile, 0 to 1; -1 for none"),
    ("annotated", BOOL, "whether names, quotations and dates were read (false: language without a model, or waiting)"),
)
MENTIONS = _frame(
    "mentions",
    "a named mention",
    *_SPAN,
    ("label", TEXT, "one of " + " ".join(LABELS)),
    ("entity_id", TEXT, "the thing meant, one id across the whole corpus"),
    ("entity", TEXT, "its canonical name"),
    ("role", TEXT, "title or role that stands beside the name ('U.S. Secretary of State'), or ''"),
    ("reason", TEXT, "why this mention is this entity, in a few words"),
    *_SENTENCE,
)
QUOTES = _frame(
    "quotes",
    "a contiguous piece of quoted or reported content",
    ("article_id", TEXT, "the article it stands in"),
    ("quote_id", TEXT, "pieces of one quotation share it"),
    *_SPAN[1:],
    ("kind", TEXT, "direct, mixed or indirect"),
    ("cue_start", INT, "first character of the reporting words, -1 when none"),
    ("cue_end", INT, "one past their last character, -1 when none"),
    ("cue", TEXT, "the reporting words (said, according to)"),
    ("speaker_start", INT, "first character of the speaker, -1 when unknown"),
    ("speaker_end", INT, "one past the last character, -1 when unknown"),
    ("speaker", TEXT, "the speaker as written"),
    ("speaker_entity_id", TEXT, "the entity, resolved through pronouns and short forms, or ''"),
    ("speaker_entity", TEXT, "its canonical name"),
    ("resolved", TEXT, "how the speaker is known: one of " + ", ".join(RESOLVED)),
    ("sure", FLOAT, "how sure the speaker is, 0 to 1"),
    ("echo_id", TEXT, "shared by quotations of the same words in several articles, '' when alone"),
    *_SENTENCE,
)
TIMES = _frame(
    "times",
    "a time expression",
    *_SPAN,
    ("type", TEXT, "DATE, TIME, DURATION or SET"),
    ("value", TEXT, "TIMEX3 value: 2015-12-02, 2015-11, 2015-W49, P2D, PRESENT_REF ..."),
    ("earliest", TIME, "first moment of the interval that the value covers; NaT where it names no calendar time"),
    ("latest", TIME, "last moment of that interval"),
    ("how", TEXT, "how the value was found, in a few words ('Wednesday before publication')"),
    *_SENTENCE,
)
ENTITIES = _frame(
    "entities",
    "a thing",
    ("entity_id", TEXT, "as in mentions"),
    ("entity", TEXT, "canonical name"),
    ("label", TEXT, "the label that most of its mentions have"),
    ("aliases", LIST, "the names it goes by, most frequent first"),
    ("mentions", INT, "how many"),
    ("articles", INT, "in how many articles"),
    ("first", TIME, "earliest published among its articles, NaT when none is dated"),
    ("last", TIME, "latest published among its articles"),
    ("roles", LIST, "titles and roles beside its name, most frequent first"),
    ("country", TEXT, "two-letter code of the country that a place or nationality belongs to, or ''"),
)
TOPICS = _frame(
    "topics",
    "a topic",
    ("topic_id", INT, "id"),
    ("topic", TEXT, "readable label, unique"),
    ("terms", LIST, "its distinctive words, best first, one word each"),
    ("theme_id", INT, "the group it belongs to"),
    ("theme", TEXT, "label of that group"),
    ("articles", INT, "how many articles have it"),
)
LEAVES = _frame(
    "leaves",
    "a group of like articles, of which topics are made: readers' edits join, name and leave out such groups",
    ("leaf_id", INT, "id, as in articles"),
    ("topic_id", INT, "the topic it belongs to before the edits that came after it was made, -1 none"),
    ("topic", TEXT, "label of that topic, then"),
    ("terms", LIST, "its distinctive words, best first"),
    ("theme_id", INT, "the theme of its topic"),
    ("theme", TEXT, "label of that theme, then"),
    ("parent_id", INT, "the topic that it was split from by a reader, -1 when it was not"),
    ("edit_id", INT, "the reader's edit that made it (a split, or topics made anew), 0 when none did"),
    ("map_x", FLOAT, "its place on the map, 0 to 1"),
    ("map_y", FLOAT, "its place on the map, 0 to 1"),
    ("radius", FLOAT, "how far its articles lie from there at most"),
    ("fitted", INT, "how many articles the topics were made from"),
)
COPIES = _frame(
    "copies",
    "a pair of articles that share much of their wording",
    ("article_id", TEXT, "one of them"),
    ("other_id", TEXT, "the other"),
    ("similarity", FLOAT, "the share of the shorter one's three-word sequences that the other holds, from 0.3 on"),
)
CUTS = _frame(
    "cuts",
    "a stretch of text removed by cleaning",
    ("article_id", TEXT, "the article it was cut from"),
    (
        "position",
        INT,
        "offset in the clean text where it stood (0 before the first character, len(text) after the last)",
    ),
    ("text", TEXT, "what was removed, verbatim"),
    ("reason", TEXT, "why, in a few words (menu, caption, related links, repeated deck ...)"),
)
REPORT = _frame(
    "report",
    "an input: a file, or an article inside one",
    ("origin", TEXT, "file name (inside an archive: the name within)"),
    ("place", TEXT, "line, row or page inside it, or ''"),
    ("outcome", TEXT, "loaded, duplicate or refused"),
    ("article_id", TEXT, "the article it became, or of which it is a duplicate; '' when refused"),
    ("reason", TEXT, "why it was refused or what to know about it, or ''"),
    ("cure", TEXT, "what the reader can do about it, or ''"),
    ("batch", TEXT, "shared by what was handed in at once: the time (ISO 8601, UTC), '' from the command line"),
)

FRAMES: dict[str, Frame] = {
    f.name: f for f in (ARTICLES, MENTIONS, QUOTES, TIMES, ENTITIES, TOPICS, LEAVES, COPIES, CUTS, REPORT)
}


def empty(name: str) -> pd.DataFrame:
    """A frame without rows, with the columns and dtypes of the contract."""
    return conform(name, pd.DataFrame(columns=FRAMES[name].names))


def conform(name: str, data: pd.DataFrame | list[dict[str, Any]]) -> pd.DataFrame:
    """Give data the contract's columns, order and dtypes; missing columns and nulls become "unknown".

    Columns that the contract does not name follow after those it does. Returns a new frame with a fresh RangeIndex.
    """
    frame = data if isinstance(data, pd.DataFrame) else pd.DataFrame(data)
    spec = FRAMES[name]
    out: dict[str, Any] = {}
    for c in spec.columns:
        if c.name in frame.columns:
            out[c.name] = _typed(frame[c.name], c.dtype)
        elif c.dtype == LIST:
            out[c.name] = pd.Series([[] for _ in range(len(frame))], dtype=object)
        else:
            out[c.name] = pd.Series([_UNKNOWN[c.dtype]] * len(frame), dtype=c.dtype)
    out |= {n: frame[n].reset_index(drop=True) for n in frame.columns if n not in out}
    return pd.DataFrame(out)


def _typed(s: pd.Series, dtype: str) -> pd.Series:
    s = s.reset_index(drop=True)
    if dtype == LIST:
        return pd.Series(
            [list(v) if isinstance(v, list | tuple) or hasattr(v, "tolist") else [] for v in s], dtype=object
        )
    if dtype == TIME:
        return pd.to_datetime(s, errors="coerce").astype(dtype)
    if dtype == TEXT:
        return s.astype("str").where(s.notna(), "").astype("str")
    if s.isna().any():
        s = s.fillna(_UNKNOWN[dtype])
    return s.astype(dtype)


def check(name: str, frame: pd.DataFrame, texts: dict[str, str] | None = None) -> None:
    """Raise FrameError where the frame breaks the contract.

    Checked: columns, dtypes, no nulls in text, unique keys, and, where ``texts`` (article_id to text) is given, that
    every offset gives exactly its row's own text.
    """
    spec = FRAMES[name]
    for c in spec.columns:
        if c.name not in frame.columns:
            raise FrameError(f"{name}: column {c.name} is missing; make the frame with schema.conform")
        got = frame[c.name].dtype
        want = "object" if c.dtype == LIST else c.dtype
        if str(got) != want:
            raise FrameError(f"{name}.{c.name} has type {got}, the contract says {want}; make it with schema.conform")
        if c.dtype == TEXT and frame[c.name].isna().any():
            raise FrameError(f"{name}.{c.name} holds nulls; unknown text is ''")
    for key in ("article_id",) if name == "articles" else ("entity_id",) if name == "entities" else ():
        if frame[key].duplicated().any():
            twice = frame[key][frame[key].duplicated()].iloc[0]
            raise FrameError(f"{name}.{key} must be unique, {twice!r} stands twice")
    if texts is not None and {"start", "end", "text"} <= set(spec.names):
        _check_offsets(name, frame, texts)


def _check_offsets(name: str, frame: pd.DataFrame, texts: dict[str, str]) -> None:
    spans = [("start", "end", "text"), ("cue_start", "cue_end", "cue"), ("speaker_start", "speaker_end", "speaker")]
    for a, b, t in spans:
        if a not in frame.columns:
            continue
        for article, start, end, text in zip(frame.article_id, frame[a], frame[b], frame[t], strict=True):
            if start < 0 and not text:
                continue
            if article not in texts or texts[article][start:end] != text or not text:
                raise FrameError(f"{name}: {article}[{start}:{end}] is not its {t} {text!r}")

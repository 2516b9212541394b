"""Which column is what: the step between dropping tables and adding them. Guessed, shown, changeable, remembered.

Tables are CSV files, sheets of workbooks and records of JSON files, in a zip archive too. Those with the same headings
are asked for once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import pandas as pd
import streamlit as st

from dateline import headings
from dateline.load.columns import Mapping, by_name
from dateline.load.read import mappings_of
from dateline.load.source import Item
from dateline.web import state
from dateline.web.words import many, plain

_WORDS = {
    "text": "Text",
    "title": "Headline",
    "published": "Date",
    "source": "Outlet",
    "author": "Byline",
    "url": "Address",
    "id": "Id",
    "language": "Language",
}
_SURE = ("text", "title", "published")
"""Fields that are known where nothing needs to be asked."""
_MOST = 12
"""Kinds of tables that are asked about at a time."""
_ENOUGH = 1_000_000
"""Bytes of a table that its columns are told from."""
_WHOLE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_TWO_WAYS = re.compile(r"\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")
_NONE = ""


@dataclass(frozen=True, slots=True)
class _Group:
    """Tables with the same headings: their names, the guess, and whether other tables of the same file can be loaded
    where this one cannot."""

    names: list[str]
    mapping: Mapping
    beside: bool


def draw(files: Sequence[Any]) -> bool:
    """Show what the columns of the tables among uploaded files were taken for; whether all that are to be loaded have a
    text column."""
    groups = _groups(files)
    shown = sorted(groups, key=lambda g: _sure(g))[:_MOST]
    shown = [g for g in groups if g in shown]
    state.remember("columns.shown", shown)
    ready = [_table(group, n) for n, group in enumerate(shown)]  # every table is drawn
    if len(groups) > len(shown):
        st.caption(f"and {many(len(groups) - len(shown), 'other table')} with other columns, taken as guessed")
    return all(ready)


def keep() -> None:
    """Remember what was chosen, for these tables and for others with the same headings; for callbacks."""
    for group in state.recall("columns.shown", []):
        headings.remember(_chosen(group))


def _groups(files: Sequence[Any]) -> list[_Group]:
    known: dict[str, list[Mapping]] = state.recall("columns.known", {})
    known = {f.file_id: known[f.file_id] if f.file_id in known else _guesses(f) for f in files}
    state.remember("columns.known", known)
    out: dict[tuple[str, ...], _Group] = {}
    for f in files:
        for m in known[f.file_id]:
            name = f"{f.name} · {m.place}" if m.place else f.name
            beside = any("text" in o.fields for o in known[f.file_id])
            before = out.get(m.columns)
            names = [*(before.names if before else []), name]
            # the first that tells where its text is speaks for the others
            kept = before.mapping if before and ("text" in before.mapping.fields or "text" not in m.fields) else m
            out[m.columns] = _Group(names, kept, beside and (before is None or before.beside))
    return list(out.values())


def _guesses(file: Any) -> list[Mapping]:
    file.seek(0)
    data = file.read(_ENOUGH)
    if data[:4] in _WHOLE or file.name.lower().endswith(".json"):
        data = file.getvalue()
    try:
        found = mappings_of(Item(file.name, data=data))
    except Exception:  # loading refuses it, with reason and cure
        return []
    # a file of one record whose keys are known asks nothing, and there may be thousands
    return [m for m in found if len(m.columns) > 1 and not (len(m.rows) == 1 and "text" in by_name(m.columns))]


def _sure(group: _Group) -> bool:
    """Whether nothing needs to be asked about a table."""
    start = headings.known(group.mapping.columns) or group.mapping
    return all(f in start.fields for f in _SURE) and not _ambiguous(group.mapping, start)


def _chosen(group: _Group) -> Mapping:
    """The mapping as its widgets say."""
    mapping, key = group.mapping, _key(group)
    start = headings.known(mapping.columns) or mapping
    fields = {f: state.value_of(f"{key}.{f}", start.fields.get(f, _NONE)) for f in _WORDS}
    first = state.value_of(f"{key}.dayfirst")
    day = {"day": True, "month": False}.get(first, mapping.dayfirst if mapping.dayfirst is not None else start.dayfirst)
    skip = not state.value_of(f"{key}.use", _wanted(group))
    return Mapping({f: c for f, c in fields.items() if c in mapping.columns}, day, mapping.columns, skip=skip)


def _wanted(group: _Group) -> bool:
    """Whether a table is loaded where nothing else is said: a sheet of notes beside one of articles is not."""
    before = headings.known(group.mapping.columns)
    return not before.skip if before else "text" in group.mapping.fields or not group.beside


def _key(group: _Group) -> str:
    return f"columns.{blake2b(repr(group.mapping.columns).encode(), digest_size=8).hexdigest()}"


def _table(group: _Group, n: int) -> bool:
    key = _key(group)
    before = headings.known(group.mapping.columns)
    start = before or group.mapping
    with st.container(border=True, key=f"columns-{n}", gap="small"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            use = state.value_of(f"{key}.use", _wanted(group))
            st.markdown(f"{_title(group)}: {'which column is what?' if use else 'left out'}", width="content")
            st.toggle("Load", _wanted(group), key=f"{key}.use")
        if not use:
            return True
        chosen = _chosen(group)
        # what needs no answer takes a line
        if _sure(group) and not state.recall(f"{key}.open"):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.caption(_summary(chosen))
                st.button("Change", key=f"{key}.change", type="tertiary", on_click=state.remember,
                          args=(f"{key}.open", True))  # fmt: skip
            return True
        st.caption("Taken as you said before for these headings." if before else "Guessed: look whether it is right.")
        _selects(group.mapping, start, key)
        chosen = _chosen(group)
        text = chosen.fields.get("text")
        if not text:
            st.warning("Choose the column that holds the text of the articles.", icon=":material/view_column:")
        _day_or_month(group.mapping, chosen, key)
        _rows(group.mapping, chosen, key)
    return bool(text)


def _title(group: _Group) -> str:
    others = f" and {many(len(group.names) - 1, 'other')} with the same columns" if len(group.names) > 1 else ""
    return f"**{plain(group.names[0], 80)}**{others}"


def _summary(chosen: Mapping) -> str:
    """The mapping in a line."""
    return " · ".join(f"{word} ← {plain(chosen.fields[f], 40)}" for f, word in _WORDS.items() if f in chosen.fields)


def _selects(mapping: Mapping, start: Mapping, key: str) -> None:
    with st.container(horizontal=True, gap="small"):
        for field, word in _WORDS.items():
            options = [_NONE, *mapping.columns]
            value = start.fields.get(field, _NONE)
            st.selectbox(
                word,
                options,
                index=options.index(value) if value in options else 0,
                format_func=lambda c: c or "none",
                key=f"{key}.{field}",
                width=116,
            )


def _ambiguous(mapping: Mapping, chosen: Mapping) -> str:
    """A date of the first rows that can be read in two ways, '' where there is none or it was said which."""
    column = chosen.fields.get("published")
    at = mapping.columns.index(column) if column else -1
    dates = [r[at] for r in mapping.rows if 0 <= at < len(r)]
    if mapping.dayfirst is not None or chosen.dayfirst is not None:
        return ""
    return next((d for d in dates if _TWO_WAYS.match(d)), "")


def _day_or_month(mapping: Mapping, chosen: Mapping, key: str) -> None:
    """Ask, where the dates of the first rows can be read in two ways."""
    value = {True: "day", False: "month"}.get(chosen.dayfirst) if chosen.dayfirst is not None else None
    shown = _ambiguous(mapping, Mapping(chosen.fields, None, mapping.columns))
    if shown:
        st.segmented_control(
            f"Dates such as {plain(shown, 20)}",
            ["day", "month"],
            format_func={"day": "day first", "month": "month first"}.get,
            default=value,
            key=f"{key}.dayfirst",
            help="Without an answer such dates stay unknown.",
        )


def _rows(mapping: Mapping, chosen: Mapping, key: str) -> None:
    """The first rows, the columns that are used first."""
    fields = {c: f for f, c in chosen.fields.items()}
    order = [chosen.fields[f] for f in _WORDS if f in chosen.fields]
    order = list(dict.fromkeys([*order, *mapping.columns]))
    cells = {
        c: [" ".join(r[i].split())[:160] if i < len(r) else "" for r in mapping.rows]
        for i, c in enumerate(mapping.columns)
    }
    config = {
        c: st.column_config.TextColumn(f"{_WORDS[fields[c]]} ← {c}" if c in fields else c, width="medium")
        for c in order
    }
    st.dataframe(
        pd.DataFrame({c: cells[c] for c in order}), hide_index=True, column_config=config, height="auto",
        key=f"{key}.rows",
    )  # fmt: skip

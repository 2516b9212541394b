"""Which column is what: the step between dropping tables and adding them. Guessed, shown, changeable, remembered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dateline import headings
from dateline.errors import InputError
from dateline.load.columns import Mapping
from dateline.load.read import mapping_of
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
_ENOUGH = 1_000_000
"""Bytes of a table that its columns are told from."""
_TWO_WAYS = re.compile(r"\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")
_NONE = ""


def draw(files: Sequence[Any]) -> bool:
    """Show what the columns of the tables among uploaded files were taken for; whether all have a text column."""
    found = _found(files)
    state.remember("columns.shown", found)
    ready = [_table(names, mapping, n) for n, (names, mapping) in enumerate(found)]  # every table is drawn
    return all(ready)


def keep() -> None:
    """Remember what was chosen, for these tables and for others with the same headings; for callbacks."""
    for _, mapping in state.recall("columns.shown", []):
        headings.remember(_chosen(mapping))


def _found(files: Sequence[Any]) -> list[tuple[list[str], Mapping]]:
    """The tables among the files: names of those with the same columns, and the guess or what was said before."""
    known: dict[str, Mapping | None] = state.recall("columns.known", {})
    for f in files:
        if f.file_id not in known:
            known[f.file_id] = _guess(f)
    known = {f.file_id: known[f.file_id] for f in files}
    state.remember("columns.known", known)
    out: dict[tuple[str, ...], tuple[list[str], Mapping]] = {}
    for f in files:
        mapping = known[f.file_id]
        if mapping is not None:
            out.setdefault(mapping.columns, ([], mapping))[0].append(f.name)
    return list(out.values())


def _guess(file: Any) -> Mapping | None:
    file.seek(0)
    data = file.read(_ENOUGH)
    try:
        if data[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
            data = file.getvalue()
        mapping = mapping_of(Item(file.name, data=data))
    except InputError:
        return None  # loading refuses it, with reason and cure
    except Exception:
        return None
    return mapping if mapping is not None and len(mapping.columns) > 1 else None


def _before(mapping: Mapping) -> Mapping | None:
    return headings.known(mapping.columns)


def _chosen(mapping: Mapping) -> Mapping:
    """The mapping as its widgets say."""
    key = _key(mapping)
    start = _before(mapping) or mapping
    fields = {f: state.value_of(f"{key}.{f}", start.fields.get(f, _NONE)) for f in _WORDS}
    first = state.value_of(f"{key}.dayfirst")
    day = {"day": True, "month": False}.get(first, mapping.dayfirst if mapping.dayfirst is not None else start.dayfirst)
    return Mapping({f: c for f, c in fields.items() if c in mapping.columns}, day, mapping.columns)


def _key(mapping: Mapping) -> str:
    return f"columns.{abs(hash(mapping.columns))}"


def _table(names: list[str], mapping: Mapping, n: int) -> bool:
    before, key = _before(mapping), _key(mapping)
    start = before or mapping
    others = f" and {many(len(names) - 1, 'other')} with the same columns" if len(names) > 1 else ""
    how = "Taken as you said before for these headings." if before else "Guessed from headings and content."
    with st.container(border=True, key=f"columns-{n}", gap="small"):
        st.markdown(f"**{plain(names[0], 80)}**{others}: which column is what? {how}")
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
                    width=150,
                )
        chosen = _chosen(mapping)
        text = chosen.fields.get("text")
        if not text:
            st.warning("Choose the column that holds the text of the articles.", icon=":material/view_column:")
        _day_or_month(mapping, chosen, key)
        _rows(mapping, chosen)
    return bool(text)


def _day_or_month(mapping: Mapping, chosen: Mapping, key: str) -> None:
    """Ask, where the dates of the first rows can be read in two ways."""
    column = chosen.fields.get("published")
    at = mapping.columns.index(column) if column else -1
    dates = [r[at] for r in mapping.rows if 0 <= at < len(r)]
    if mapping.dayfirst is None and any(_TWO_WAYS.match(d) for d in dates):
        value = {True: "day", False: "month"}.get(chosen.dayfirst) if chosen.dayfirst is not None else None
        st.segmented_control(
            f"Dates such as {plain(dates[0], 20)}",
            ["day", "month"],
            format_func={"day": "day first", "month": "month first"}.get,
            default=value,
            key=f"{key}.dayfirst",
            help="Without an answer such dates stay unknown.",
        )


def _rows(mapping: Mapping, chosen: Mapping) -> None:
    """The first rows, the columns that are used first."""
    fields = {c: f for f, c in chosen.fields.items()}
    order = [chosen.fields[f] for f in _WORDS if f in chosen.fields]
    order += [c for c in mapping.columns if c not in fields]
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
        key=f"{_key(mapping)}.rows",
    )  # fmt: skip

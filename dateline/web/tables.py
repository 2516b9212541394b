"""A table on a page: find, sort, choose columns, page through it, open a row, and save exactly what is shown.

Finding, sorting and choosing are done here, not in the browser, so that the saved file holds the same rows, columns and
order as the screen, and a copied link shows them too. The state stands in the page's keys ``find``, ``sort``, ``cols``
and ``row``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import numpy as np
import pandas as pd
import streamlit as st

from dateline.web import state
from dateline.web.charts import downloads
from dateline.web.view import file_name
from dateline.web.words import many

_ROW_PIXELS = 35
ROWS = 500
"""Rows a page of a table: more would make every click send megabytes."""


@dataclass(frozen=True, slots=True)
class Col:
    """A column: its name in the frame, its heading, kind, whether it is shown at first, and its width."""

    name: str
    label: str
    kind: Literal["text", "number", "share", "date", "link", "bar"] = "text"
    shown: bool = True
    width: Literal["small", "medium", "large"] | None = None
    help: str = ""


class Source(Protocol):
    """What a table can show that is too large to be made whole: it finds and orders by row number, and makes the cells
    of the rows that are shown only."""

    def rows(self, find: str, sort: str) -> np.ndarray:
        """Row numbers that hold the words of ``find``, in the order of ``sort``: a column's name, - before it for last
        first, '' for the order as given."""

    def cells(self, rows: np.ndarray) -> pd.DataFrame:
        """The cells of some rows, all columns."""

    def __len__(self) -> int:
        """How many rows there are before anything is searched for."""


@dataclass(frozen=True)
class _Whole:
    """A small frame as a source."""

    frame: pd.DataFrame
    columns: Sequence[Col]

    def rows(self, find: str, sort: str) -> np.ndarray:
        numbered = self.frame.reset_index(drop=True)
        found = _sorted(_found(numbered, self.columns, find), {c.name for c in self.columns}, sort)
        return found.index.to_numpy()

    def cells(self, rows: np.ndarray) -> pd.DataFrame:
        return self.frame.iloc[rows]

    def __len__(self) -> int:
        return len(self.frame)


def table(
    title: str,
    frame: pd.DataFrame | Source,
    columns: Sequence[Col],
    *,
    key: str,
    row_id: str = "",
    height: int | Literal["auto"] = "auto",
    note: str = "",
    page_rows: int = ROWS,
    given: str = "as given",
) -> Any:
    """Draw a table of ``frame`` with the given columns, ``page_rows`` at a time.

    ``note`` says in a line what narrows the rows beside the lens; it is written in saved files. ``given`` is what the
    order is called in which the rows come.

    Returns the value of the column ``row_id`` in the row that was last clicked, None when none is: the caller shows
    that row's passage under the table. The address bar keeps it in the page's key ``row``.
    """
    labels = {c.name: c.label for c in columns}
    chosen = [c for c in state.get("cols") if c in labels] or [c.name for c in columns if c.shown]
    source: Source = _Whole(frame, columns) if isinstance(frame, pd.DataFrame) else frame
    shown = source.rows(state.get("find"), state.get("sort") if state.get("sort").lstrip("-") in labels else "")
    _tools(title, source, shown, labels, chosen, key, note, given)
    if not len(shown):
        st.info("No row holds these words.", icon=":material/search_off:")
        return None
    page = 0
    if len(shown) > page_rows:
        page = st.pagination(-(-len(shown) // page_rows), key=f"{key}.page") - 1
    part = source.cells(shown[page * page_rows : (page + 1) * page_rows])
    visible = pd.DataFrame({c: _cells(part[c]) for c in chosen})

    ids = [str(i) for i in part[row_id]] if row_id else []

    def opened() -> None:
        got = state.value_of(key)
        cells = got.selection.cells if got is not None else []
        if cells and cells[0][0] < len(ids):
            state.change(row=ids[cells[0][0]])

    extra: dict[str, Any] = {"on_select": opened, "selection_mode": "single-cell"} if row_id else {}
    whole = frame if isinstance(frame, pd.DataFrame) else part
    config = {c.name: _config(c, whole) for c in columns if c.name in chosen}
    st.dataframe(
        visible,
        hide_index=True,
        placeholder="",
        column_config=config,
        key=key,
        # as high as its rows, up to the height: no blank rows under few, no bar beside some
        height="content" if height != "auto" and (len(part) + 1) * _ROW_PIXELS <= height else height,
        **extra,
    )
    return state.get("row") or None if row_id else None


def _tools(
    title: str,
    source: Source,
    shown: np.ndarray,
    labels: dict[str, str],
    chosen: list[str],
    key: str,
    note: str,
    given: str,
) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.text_input("Find in this table", type="search", width=260, placeholder="any words", **state.bound("find"))
        orders = ["", *(f"{sign}{n}" for n in labels for sign in ("", "-"))]
        st.selectbox(
            "Sort by",
            orders,
            format_func=lambda o: given if not o else labels[o.lstrip("-")] + (", last first" if o[0] == "-" else ""),
            width=230,
            **state.bound("sort"),
        )
        with st.popover("Columns", icon=":material/view_column:", width="content"):
            widget = state.seeded(
                f"{key}.cols", chosen, lambda: state.change(cols=tuple(state.value_of(f"{key}.cols")))
            )
            st.pills("Columns", list(labels), format_func=labels.get, selection_mode="multi", **widget)
        with st.popover("Save", icon=":material/download:", width="content"):
            st.caption(f"{many(len(shown), 'row')} and the columns shown, with a note of the filters")
            with st.container(horizontal=True):
                downloads(
                    lambda: source.cells(shown)[chosen].rename(columns=labels),
                    file_name(title),
                    key,
                    _said(note, labels),
                )
        whole = len(source)
        st.caption(many(whole, "row") if len(shown) == whole else f"{len(shown):,} of {many(whole, 'row')}")


def _said(note: str, labels: dict[str, str]) -> str:
    """What narrows and orders the rows, for the file: lines of plain text."""
    find, sort = state.get("find"), state.get("sort")
    by = labels.get(sort.lstrip("-"), "")
    lines = [note, f"Rows that hold: {find}" if find else ""]
    lines.append(f"Sorted by: {by}{', last first' if sort.startswith('-') else ''}" if by else "")
    return "\n".join(filter(None, lines))


def _found(frame: pd.DataFrame, columns: Sequence[Col], words: str) -> pd.DataFrame:
    wanted = words.casefold().split()
    if not wanted:
        return frame
    texts = [frame[c.name].astype("str").str.casefold() for c in columns if c.kind in ("text", "link", "date")]
    keep = pd.Series(True, index=frame.index)
    for word in wanted:
        has = pd.Series(False, index=frame.index)
        for text in texts:
            has |= text.str.contains(word, regex=False)
        keep &= has
    return frame[keep]


def _sorted(frame: pd.DataFrame, names: set[str], order: str) -> pd.DataFrame:
    by = order.lstrip("-")
    if by not in names:
        return frame
    fold = (lambda s: s.str.casefold()) if pd.api.types.is_string_dtype(frame[by]) else None
    return frame.sort_values(by, ascending=not order.startswith("-"), key=fold, kind="stable", na_position="last")


def _cells(column: pd.Series) -> pd.Series:
    # a categorical would send every name of the pile along
    return column.astype("str") if isinstance(column.dtype, pd.CategoricalDtype) else column


def _config(c: Col, frame: pd.DataFrame) -> Any:
    common = {"label": c.label, "width": c.width, "help": c.help or None}
    if c.kind == "number":
        return st.column_config.NumberColumn(format="localized", **common)
    if c.kind == "share":
        return st.column_config.NumberColumn(format="percent", **common)
    if c.kind == "date":
        return st.column_config.DateColumn(format="YYYY-MM-DD", **common)
    if c.kind == "link":
        return st.column_config.LinkColumn(validate=r"^https?://", **common)
    if c.kind == "bar":
        top = float(frame[c.name].max()) if len(frame) else 1.0
        return st.column_config.ProgressColumn(format="%d", min_value=0, max_value=max(top, 1.0), **common)
    return st.column_config.TextColumn(**common)

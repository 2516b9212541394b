"""A table on a page: find, sort, choose columns, page through it, open a row, and save exactly what is shown.

Finding, sorting and choosing are done here, not in the browser, so that the saved file holds the same rows, columns and
order as the screen, and a copied link shows them too. The state stands in the page's keys ``find``, ``sort``, ``cols``
and ``row``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd
import streamlit as st

from dateline.web import state
from dateline.web.charts import downloads
from dateline.web.view import file_name
from dateline.web.words import many

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


def table(
    title: str,
    frame: pd.DataFrame,
    columns: Sequence[Col],
    *,
    key: str,
    row_id: str = "",
    height: int | Literal["auto"] = "auto",
) -> Any:
    """Draw a table of ``frame`` with the given columns.

    Returns the value of the column ``row_id`` in the row that was last clicked, None when none is: the caller shows
    that row's passage under the table. The address bar keeps it in the page's key ``row``.
    """
    labels = {c.name: c.label for c in columns}
    chosen = [c for c in state.get("cols") if c in labels] or [c.name for c in columns if c.shown]
    shown = _sorted(_found(frame, columns, state.get("find")), labels)
    _tools(title, shown, len(frame), columns, chosen, key)
    if not len(shown):
        st.info("No row holds these words.", icon=":material/search_off:")
        return None
    page = 0
    if len(shown) > ROWS:
        page = st.pagination(-(-len(shown) // ROWS), key=f"{key}.page") - 1
    part = shown.iloc[page * ROWS : (page + 1) * ROWS]
    visible = pd.DataFrame({c: _cells(part[c]) for c in chosen})

    ids = [str(i) for i in part[row_id]] if row_id else []

    def opened() -> None:
        got = state.value_of(key)
        cells = got.selection.cells if got is not None else []
        if cells and cells[0][0] < len(ids):
            state.change(row=ids[cells[0][0]])

    extra: dict[str, Any] = {"on_select": opened, "selection_mode": "single-cell"} if row_id else {}
    config = {c.name: _config(c, frame) for c in columns if c.name in chosen}
    st.dataframe(
        visible, hide_index=True, column_config=config, key=key, height=height if len(part) > 12 else "auto", **extra
    )
    return state.get("row") or None if row_id else None


def _tools(title: str, shown: pd.DataFrame, whole: int, columns: Sequence[Col], chosen: list[str], key: str) -> None:
    labels = {c.name: c.label for c in columns}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.text_input("Find in this table", type="search", width=260, placeholder="any words", **state.bound("find"))
        orders = ["", *(f"{sign}{n}" for n in labels for sign in ("", "-"))]
        st.selectbox(
            "Sort by",
            orders,
            format_func=lambda o: (
                "as given" if not o else labels[o.lstrip("-")] + (", last first" if o[0] == "-" else "")
            ),
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
                downloads(shown[chosen].rename(columns=labels), file_name(title), key)
        st.caption(many(len(shown), "row") if len(shown) == whole else f"{len(shown):,} of {many(whole, 'row')}")


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


def _sorted(frame: pd.DataFrame, labels: dict[str, str]) -> pd.DataFrame:
    order = state.get("sort")
    by = order.lstrip("-")
    if by not in labels:
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

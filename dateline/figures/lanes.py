"""Swimlanes: things down, time across, a marker where a thing was in the news, its size the count or the share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dateline.figures import axes, colours, text

LANE = 46
"""Pixels a lane."""
_LARGEST, _SMALLEST = 30.0, 6.0
_LINE, _LINES = 17, 2
"""Characters a line, and lines, of a lane's name: a phone has to show markers beside it."""


class Band(NamedTuple):
    """A stretch of a lane that is set off: a peak ("1", "2" ...), a pinned one ("A", "B"), or "" for what is open."""

    lane: int
    first: pd.Timestamp
    last: pd.Timestamp
    sign: str


def lanes(
    names: pd.DataFrame,
    cells: pd.DataFrame,
    grain: str,
    span: tuple[object, object],
    *,
    scale: str,
    unit: str,
    bands: Sequence[Band] = (),
    lines: int = _LINES,
) -> go.Figure:
    """``names``: entity, label, note (str; why a lane is empty), a row a lane, top first; where it has a column ink,
    that is the colour of each lane (one of ``colours``, which has a mark), else the label's is. ``cells``: as
    ``Timeline.frame``: lane, start, end, count, total, share, whole. ``span``: first and last day of the axis.
    ``scale`` is count or share, ``unit`` the word for what is counted; ``lines``: how many a name may take.

    Markers carry customdata [row of ``cells``, count, total] and are hollow where the period is unfinished.
    """
    value = (cells["count"] if scale == "count" else cells.share.fillna(0)).to_numpy(float)
    size = _sizes(value, span, cells)
    figure = go.Figure()
    if "ink" in names:
        ink = names.ink.to_numpy(object)
    else:
        ink = np.array([colours.OF_LABEL.get(label, colours.OTHER) for label in names.label], dtype=object)
    cell_ink = ink[cells.lane.to_numpy()] if len(cells) else np.empty(0, object)
    for colour in dict.fromkeys(ink):
        for whole in (True, False):
            mine = np.flatnonzero((cell_ink == colour) & (cells.whole.to_numpy() == whole))
            if len(mine):
                figure.add_trace(_markers(cells, mine, size, grain, unit, colour, whole))
    figure.update_layout(
        height=(LANE + 15 * max(0, lines - 2)) * max(1, len(names)) + 44,
        margin={"l": 4, "r": 4, "t": 6, "b": 30},
        showlegend=False,
        dragmode="select",
        selectdirection="h",
        hoverlabel={"align": "left"},
        shapes=[_shape(b) for b in bands],
        annotations=[*_notes(names, cells), *(_sign(b) for b in bands if b.sign)],
    )
    figure.update_yaxes(
        tickvals=list(range(len(names))),
        ticktext=[text.wrapped(n, _LINE if lines <= 2 else _LINE + 3, lines) for n in names.entity],
        range=[len(names) - 0.45, -0.55],
        showgrid=True,
        zeroline=False,
        fixedrange=True,
        automargin=True,
        tickfont={"size": 12.5},
    )
    # room for half of a large marker at either end of a phone's screen
    figure.update_xaxes(**axes.time(span, air=0.03))
    return figure


def _sizes(value: np.ndarray, span: tuple[object, object], cells: pd.DataFrame) -> np.ndarray:
    """Diameters in pixels (whole ones: they travel). Area follows value; the largest shrink where periods are many."""
    if not len(value):
        return np.empty(0, np.uint8)
    days = (pd.Timestamp(span[1]) - pd.Timestamp(span[0])).days + 1
    periods = days / max(1, (cells.end.iat[0] - cells.start.iat[0]).days + 1)
    largest = float(np.clip(1800 / max(periods, 1), 16, _LARGEST))
    return np.round(_SMALLEST + (largest - _SMALLEST) * np.sqrt(value / (value.max() or 1.0))).astype(np.uint8)


def _markers(
    cells: pd.DataFrame,
    mine: np.ndarray,
    size: np.ndarray,
    grain: str,
    unit: str,
    colour: str,
    whole: bool,
) -> go.Scatter:
    part = cells.iloc[mine]
    symbol = colours.SYMBOLS[colour]
    # the smallest integers travel as a few bytes each
    counts = np.stack([mine, part["count"], part.total], axis=1)
    return go.Scatter(
        x=part.start.dt.strftime("%Y-%m-%d").to_numpy(),
        y=part.lane.to_numpy(np.uint8),
        mode="markers",
        marker={
            "size": size[mine],
            "color": colour,
            "symbol": symbol if whole else f"{symbol}-open",
            "opacity": 0.82,
            "line": {"width": 1 if whole else 2},
        },
        customdata=counts.astype(np.min_scalar_type(int(counts.max()))),
        text=part.share.fillna(0).to_numpy(np.float32),
        hovertemplate="<b>%{y}</b><br>"
        + axes.hover(grain)
        + f"<br>%{{customdata[1]:,}} of %{{customdata[2]:,}} {unit} (%{{text:.1%}})"
        + ("" if whole else "<br>unfinished period")
        + "<extra></extra>",
        **axes.middle(grain, part.start.min()),
    )


def _notes(names: pd.DataFrame, cells: pd.DataFrame) -> list[dict]:
    """Why a lane is empty, in the lane."""
    empty = sorted(set(range(len(names))) - set(cells.lane))
    return [
        {
            "x": 0.01, "xref": "paper", "y": lane, "text": text.label(names.note.iat[lane], 60), "showarrow": False,
            "xanchor": "left", "font": {"size": 12, "color": colours.QUIET[0]},
        }
        for lane in empty
    ]  # fmt: skip


def _shape(band: Band) -> dict:
    edge = colours.QUIET[0] if band.sign else colours.PERSON
    line = {"width": 0} if band.sign.isdigit() else {"width": 2, "color": edge}
    return {
        "type": "rect", "layer": "below", "x0": f"{band.first:%Y-%m-%d}",
        "x1": f"{band.last + pd.Timedelta(days=1):%Y-%m-%d}", "y0": band.lane - 0.46, "y1": band.lane + 0.46,
        "fillcolor": colours.QUIET[3], "line": line,
    }  # fmt: skip


def _sign(band: Band) -> dict:
    return {
        "x": f"{band.first:%Y-%m-%d}", "y": band.lane - 0.46, "text": f"<b>{text.label(band.sign)}</b>",
        "showarrow": False, "xanchor": "right", "yanchor": "top", "yshift": 3, "font": {"size": 11},
    }  # fmt: skip

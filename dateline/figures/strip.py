"""The dates of one article on a line, however far apart they are."""

from __future__ import annotations

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from dateline.figures import calendar, colours
from dateline.figures.text import label

_NEAR = 0.032
"""Dots nearer to each other than this share of the line are stacked."""
_HIGHEST = 5


def date_strip(times: pd.DataFrame, published: pd.Timestamp | None) -> go.Figure:
    """``times``: text, when (str: the date in words), earliest, latest (datetime64), in order of ``earliest``;
    ``published`` or NaT.

    A dot an expression, on a bar where it covers more than a day; customdata is the row's number. Dots of one day stand
    on each other.
    """
    out = published if published is not None and published == published else None
    first, last = (times[c].dt.date.tolist() for c in ("earliest", "latest"))
    middles = [a + (b - a) / 2 for a, b in zip(first, last, strict=True)]
    line = calendar.line([*_ends(first, last), *([out.date()] if out is not None else [])])
    figure = go.Figure()
    levels, filled = [], {}
    for day in middles:
        slot = round(line.at(day) / _NEAR)
        levels.append(filled.get(slot, 0))
        filled[slot] = filled.get(slot, 0) + 1
    shapes = [_base(s.left, s.right) for s in line.stretches] + [_break(x) for x in line.breaks]
    for a, b, level in zip(first, last, levels, strict=True):
        if a != b:
            shapes.append(_bar(line.at(a), line.at(b), min(level, _HIGHEST)))
    figure.add_scatter(
        x=[round(line.at(d), 4) for d in middles],
        y=[min(n, _HIGHEST) for n in levels],
        mode="markers",
        marker={
            "size": 11,
            "color": colours.PERSON,
            "symbol": ["circle" if a == b else "diamond" for a, b in zip(first, last, strict=True)],
            "opacity": 0.85,
        },
        customdata=list(range(len(times))),
        text=[f"<b>{label(w)}</b><br>“{label(t)}”" for w, t in zip(times.when, times.text, strict=True)],
        hovertemplate="%{text}<extra></extra>",
    )
    high = min(max(levels, default=0), _HIGHEST)
    notes = []
    if out is not None:
        at = line.at(out.date())
        shapes.append({"type": "line", "x0": at, "x1": at, "y0": -0.6, "y1": high + 0.9,
                       "line": {"width": 1.5, "dash": "dot", "color": colours.QUIET[0]}})  # fmt: skip
        notes.append({"x": at, "y": high + 1.0, "text": "published", "showarrow": False, "yanchor": "bottom",
                      "xanchor": "right" if at > 0.75 else "left" if at < 0.25 else "center",
                      "font": {"size": 11, "color": colours.QUIET[0]}})  # fmt: skip
    ticks = line.ticks()
    figure.update_layout(
        height=86 + 13 * high,
        margin={"l": 6, "r": 6, "t": 4, "b": 26},
        showlegend=False,
        shapes=shapes,
        annotations=notes,
        hoverlabel={"align": "left"},
    )
    figure.update_yaxes(visible=False, range=[-1.0, high + (2.2 if out is not None else 1.0)], fixedrange=True)
    figure.update_xaxes(
        range=[-0.02, 1.02],
        tickvals=[x for x, _ in ticks],
        ticktext=[w for _, w in ticks],
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        tickfont={"size": 11},
    )
    return figure


def _ends(first: list[date], last: list[date]) -> list[date]:
    """The days that the line has to hold: long stretches of time ("the 1990s") must not draw it out, only their
    middle."""
    out = []
    for a, b in zip(first, last, strict=True):
        out += [a, b] if (b - a).days < 100 else [a + (b - a) / 2]
    return out


def _base(left: float, right: float) -> dict:
    return {"type": "line", "x0": left, "x1": right, "y0": -0.75, "y1": -0.75,
            "line": {"width": 1, "color": colours.QUIET[1]}}  # fmt: skip


def _break(x: float) -> dict:
    """Two strokes across the line."""
    return {"type": "path", "path": f"M{x - 0.014},-1.0 L{x - 0.004},-0.5 M{x + 0.004},-1.0 L{x + 0.014},-0.5",
            "line": {"width": 1, "color": colours.QUIET[0]}}  # fmt: skip


def _bar(left: float, right: float, level: int) -> dict:
    return {"type": "line", "layer": "below", "x0": left, "x1": max(right, left + 0.02), "y0": level, "y1": level,
            "line": {"width": 4, "color": colours.QUIET[2]}}  # fmt: skip

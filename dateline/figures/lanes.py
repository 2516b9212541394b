"""Swimlanes: things down, time across, a marker where a thing was in the news, its size the count or the share."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dateline.figures import colours, text

_LARGEST, _SMALLEST = 30.0, 7.0


def lanes(names: pd.DataFrame, cells: pd.DataFrame, grain: str, *, scale: str, unit: str) -> go.Figure:
    """``names``: entity (str), label, a row a lane, top first. ``cells``: as ``Timeline.frame``: lane, start, end,
    count, total, share, events, whole. ``scale`` is count or share, ``unit`` the word for what is counted.

    Markers carry customdata [lane, first day, last day] and are hollow where the period is unfinished.
    """
    figure = go.Figure()
    value = cells["count"] if scale == "count" else cells.share.fillna(0)
    most = float(value.max()) if len(cells) else 1.0
    size = _SMALLEST + (_LARGEST - _SMALLEST) * np.sqrt(value / (most or 1.0))
    for lane, row in enumerate(names.itertuples()):
        mine = cells.lane == lane
        part = cells[mine]
        ink = colours.OF_LABEL.get(row.label, colours.OTHER)
        symbol = colours.SYMBOLS[ink]
        figure.add_scatter(
            x=text.middle(part.start, part.end),
            y=[lane] * len(part),
            mode="markers",
            marker={
                "size": size[mine],
                "color": ink,
                "symbol": [symbol if whole else f"{symbol}-open" for whole in part.whole],
                "opacity": 0.82,
                "line": {"width": 1},
            },
            customdata=[[lane, f"{s:%Y-%m-%d}", f"{e:%Y-%m-%d}"] for s, e in zip(part.start, part.end, strict=True)],
            text=[_hover(row.entity, c, grain, unit) for c in part.itertuples()],
            hovertemplate="%{text}<extra></extra>",
            name=text.label(row.entity),
            selected={"marker": {"opacity": 1.0}},
            unselected={"marker": {"opacity": 0.35}},
        )
    figure.update_layout(
        height=70 + 44 * max(1, len(names)),
        margin={"l": 8, "r": 8, "t": 8, "b": 32},
        showlegend=False,
        dragmode="select",
        selectdirection="h",
        clickmode="event+select",
        hoverlabel={"align": "left"},
    )
    figure.update_yaxes(
        tickvals=list(range(len(names))),
        ticktext=[text.label(n, 30) for n in names.entity],
        range=[len(names) - 0.4, -0.6],
        showgrid=True,
        zeroline=False,
        fixedrange=True,
        automargin=True,
        tickfont={"size": 13},
    )
    figure.update_xaxes(showgrid=True, zeroline=False, fixedrange=True)
    return figure


def _hover(name: str, cell: object, grain: str, unit: str) -> str:
    word = unit if cell.count != 1 else {"stories": "story"}.get(unit, unit.rstrip("s"))
    lines = [f"<b>{text.label(name)}</b>", text.period(cell.start, grain), f"{cell.count:,} {word}"]
    if cell.share == cell.share:
        lines.append(f"{text.share(cell.share)} of {cell.total:,}")
    if not cell.whole:
        lines.append("unfinished period")
    return "<br>".join(lines)

"""Volume over time: bars, one a period, of counts or of shares; peaks labelled with what made them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dateline.figures import axes, colours, flags, text

_FLAG = 17
LABEL = 26
"""Letters of a peak's label at most: as many as fit on the narrowest screen."""
"""Pixels a level of flags."""


def volume(
    cells: pd.DataFrame,
    grain: str,
    span: tuple[object, object],
    *,
    scale: str,
    unit: str,
    peaks: pd.DataFrame | None = None,
    open_: tuple[pd.Timestamp, pd.Timestamp] | None = None,
    height: int = 190,
) -> go.Figure:
    """``cells``: as ``Timeline.frame`` of one lane: start, end, count, total, share, whole; ``span``: first and last
    day of the axis; ``peaks``: top (first day of the highest period), label; ``open_``: the stretch that is set off.
    ``height`` is that of the bars and the axis; labels of peaks add to it.

    Bars carry customdata [row of ``cells``, count, total]; those of unfinished periods are hatched.
    """
    cells = cells.reset_index(drop=True)
    value = cells["count"] if scale == "count" else cells.share.fillna(0)
    figure = go.Figure()
    rows = np.flatnonzero(cells["count"])
    if len(rows):
        figure.add_trace(_bars(cells, rows, value, grain, unit))
    figure.update_layout(
        margin={"l": 4, "r": 4, "t": 6, "b": 28},
        showlegend=False,
        bargap=0.12,
        dragmode="select",
        selectdirection="h",
        hoverlabel={"align": "left"},
    )
    top = float(value.max()) if len(rows) else 0.0
    levels = _flags(figure, cells, value, span, peaks) if peaks is not None and len(peaks) else 0
    plot = height - 34
    # room for the flags above the highest bar, in units of the axis
    room = (top or 1.0) * (1.06 + levels * _FLAG / plot)
    for n, note in enumerate(figure.layout.annotations):
        level = int(note.name)
        figure.layout.annotations[n].ay = (top or 1.0) * (1.0 + (level + 0.55) * _FLAG / plot)
    if open_ is not None:
        figure.add_vrect(
            x0=f"{open_[0]:%Y-%m-%d}",
            x1=f"{open_[1] + pd.Timedelta(days=1):%Y-%m-%d}",
            fillcolor=colours.QUIET[3],
            line={"width": 1, "color": colours.QUIET[0]},
            layer="below",
        )
    figure.update_layout(height=height + levels * _FLAG)
    figure.update_yaxes(
        range=[0, room],
        fixedrange=True,
        zeroline=False,
        automargin=True,
        nticks=5,
        tickformat=".0%" if scale == "share" else ",d",
        **({} if scale == "share" or top > 4 else {"dtick": 1}),
    )
    figure.update_xaxes(**axes.time(span, grid=False))
    return figure


def _bars(cells: pd.DataFrame, rows: np.ndarray, value: pd.Series, grain: str, unit: str) -> go.Bar:
    part, high = cells.iloc[rows], value.to_numpy()[rows]
    # the smallest numbers travel as a few bytes each
    counts = np.stack([rows, part["count"], part.total], axis=1)
    of_total = f" of %{{customdata[2]:,}} {unit} (%{{text:.1%}})" if (part.total != part["count"]).any() else f" {unit}"
    hatched = {} if part.whole.all() else {"shape": ["" if w else "/" for w in part.whole], "fillmode": "overlay"}
    return go.Bar(
        x=part.start.dt.strftime("%Y-%m-%d").to_numpy(),
        y=high.astype(np.min_scalar_type(int(high.max())) if value.dtype.kind == "i" else np.float32),
        marker={"color": colours.PERSON, "pattern": hatched, "line": {"width": 0}},
        customdata=counts.astype(np.min_scalar_type(int(counts.max()))),
        text=part.share.fillna(0).to_numpy(np.float32),
        textposition="none",
        hovertemplate=f"<b>{axes.hover(grain)}</b><br>%{{customdata[1]:,}}{of_total}<extra></extra>",
        **axes.middle(grain, part.start.iat[0]),
    )


def _flags(
    figure: go.Figure, cells: pd.DataFrame, value: pd.Series, span: tuple[object, object], peaks: pd.DataFrame
) -> int:
    """Put a flag on each peak; returns how many levels they take. Their height is set when the axis is known."""
    first, last = pd.Timestamp(span[0]), pd.Timestamp(span[1]) + pd.Timedelta(days=1)
    at = cells.set_index("start").index.get_indexer(peaks.top)
    middle = text.middle(cells.start, cells.end).iloc[at]
    labels = [text.label(x, LABEL) for x in peaks.label]
    placed = flags.place([float((m - first) / (last - first)) for m in middle], labels)
    for m, high, label, flag in zip(middle, value.iloc[at], labels, placed, strict=True):
        figure.add_annotation(
            name=str(flag.level),
            x=f"{m:%Y-%m-%d %H:%M}",
            y=float(high),
            ax=f"{m:%Y-%m-%d %H:%M}",
            axref="x",
            ayref="y",
            text=label,
            showarrow=True,
            arrowhead=0,
            arrowwidth=1,
            arrowcolor=colours.QUIET[0],
            standoff=2,
            xanchor="left" if flag.side == 1 else "right",
            align="left" if flag.side == 1 else "right",
            font={"size": 12},
        )
    return max((f.level for f in placed), default=-1) + 1

"""Hits of search terms over time: a row of bars for each term, all on one scale, so that rows can be compared."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dateline.figures import axes, colours, text

ROW = (160, 120, 92)
"""Pixels a term, its name included, of a chart of one term, two, more."""
_NAME = 24


def hits(
    terms: pd.DataFrame,
    cells: pd.DataFrame,
    grain: str,
    span: tuple[object, object],
    *,
    of: str,
    unit: str,
    open_: tuple[int, pd.Timestamp, pd.Timestamp] | None = None,
) -> go.Figure:
    """``terms``: term, note (str, behind the name), a row a term. ``cells``: as ``Hits.frame``: lane, start, end, hits,
    count, total, share, whole. ``of``: the column that the bars show: hits, count or share. ``unit``: the word for what
    count counts. ``open_``: the lane, first and last day that are set off.

    Bars carry customdata [row of ``cells``, hits, count]; those of unfinished periods are hatched.
    """
    size = max(1, len(terms))
    row = ROW[min(size, len(ROW)) - 1]
    height = row * size + 34
    figure = go.Figure()
    top = float(cells[of].max()) if len(cells) else 1.0
    low = _NAME / row  # the name stands above the bars of its row
    for lane in range(len(terms)):
        mine = np.flatnonzero((cells.lane == lane).to_numpy())
        if len(mine):
            figure.add_trace(_bars(cells, mine, grain, of, unit, lane, cells.start.min()))
        else:
            figure.add_trace(go.Bar(x=[], y=[], yaxis=_axis(lane), showlegend=False))
        bottom, ceiling = 1 - (lane + 1) / size, 1 - lane / size
        figure.update_layout({
            f"yaxis{lane + 1 if lane else ''}": {
                "domain": [bottom + 0.04 / size, ceiling - low / size],
                "range": [0, (top or 1.0) * 1.04], "fixedrange": True, "zeroline": True, "automargin": True,
                "nticks": 3, "tickformat": ".0%" if of == "share" else ",d",
                **({} if of == "share" or top > 3 else {"dtick": 1}),
            }
        })  # fmt: skip
        figure.add_annotation(
            xref="paper", yref="paper", x=0, y=ceiling - 0.02 / size, xanchor="left", yanchor="top", showarrow=False,
            text=f"<b>{text.label(terms.term.iat[lane])}</b>  {text.label(terms.note.iat[lane], 60)}", align="left",
            font={"size": 13},
        )  # fmt: skip
    if open_ is not None:
        lane, first, last = open_
        figure.add_shape(
            type="rect", xref="x", yref=f"{_axis(lane)} domain", y0=0, y1=1, x0=f"{first:%Y-%m-%d}",
            x1=f"{last + pd.Timedelta(days=1):%Y-%m-%d}", fillcolor=colours.QUIET[3],
            line={"width": 1, "color": colours.QUIET[0]}, layer="below",
        )  # fmt: skip
    figure.update_layout(
        height=height,
        margin={"l": 4, "r": 4, "t": 2, "b": 28},
        showlegend=False,
        bargap=0.12,
        dragmode="select",
        selectdirection="h",
        hoverlabel={"align": "left"},
    )
    last_axis = f"y{size if size > 1 else ''}"
    figure.update_xaxes(**axes.time(span, grid=False), anchor=last_axis)
    return figure


def _axis(lane: int) -> str:
    return f"y{lane + 1 if lane else ''}"


def _bars(
    cells: pd.DataFrame, mine: np.ndarray, grain: str, of: str, unit: str, lane: int, first: pd.Timestamp
) -> go.Bar:
    part = cells.iloc[mine]
    value = part[of].to_numpy()
    counts = np.stack([mine, part.hits, part["count"]], axis=1)
    hatched = {} if part.whole.all() else {"shape": ["" if w else "/" for w in part.whole], "fillmode": "overlay"}
    return go.Bar(
        x=part.start.dt.strftime("%Y-%m-%d").to_numpy(),
        y=value.astype(np.float32) if of == "share" else value.astype(np.min_scalar_type(int(value.max()))),
        yaxis=_axis(lane),
        marker={"color": colours.PERSON, "pattern": hatched, "line": {"width": 0}},
        customdata=counts.astype(np.min_scalar_type(int(counts.max()))),
        text=part.share.to_numpy(np.float32),
        textposition="none",
        hovertemplate=f"<b>{axes.hover(grain)}</b><br>%{{customdata[1]:,}} hits in %{{customdata[2]:,}} {unit} "
        "(%{text:.1%})<extra></extra>",
        **axes.middle(grain, first),
    )

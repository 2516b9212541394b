"""Two sides over the same time: bars of A upwards, bars of B downwards, on one scale."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dateline.figures import axes, colours, text


def facing(
    a: pd.DataFrame, b: pd.DataFrame, names: tuple[str, str], grain: str, span: tuple[object, object], *, share: bool,
    unit: str, height: int = 260,
) -> go.Figure:  # fmt: skip
    """``a``, ``b``: start, count, share (of everything in the period), whole, a row a period, the same periods in both;
    ``names``: of the sides; ``span``: first and last day of the axis; ``share``: draw shares instead of counts.

    Bars carry customdata [0 for A or 1 for B, row]; those of unfinished periods are hatched.
    """
    figure = go.Figure()
    most = 0.0
    for side, (cells, colour, sign) in enumerate(((a, colours.PERSON, 1), (b, colours.ORG, -1))):
        cells = cells.reset_index(drop=True)
        value = cells.share.fillna(0).to_numpy(float) if share else cells["count"].to_numpy(float)
        rows = np.flatnonzero(cells["count"])
        most = max(most, float(value.max(initial=0)))
        if len(rows):
            figure.add_trace(_bars(cells, rows, value * sign, side, colour, grain, unit))
    top = (most or 1.0) * 1.3
    for words, y, anchor in ((f"A: {names[0]}", top, "top"), (f"B: {names[1]}", -top, "bottom")):
        figure.add_annotation(x=0, xref="paper", y=y, xanchor="left", yanchor=anchor, text=text.label(words, 44),
                              showarrow=False, font={"size": 13})  # fmt: skip
    marks = _marks(most, share)
    figure.update_yaxes(
        range=[-top, top],
        tickvals=[*(-m for m in reversed(marks)), 0, *marks],
        ticktext=[*(_written(m, share) for m in reversed(marks)), "0", *(_written(m, share) for m in marks)],
        fixedrange=True,
        zeroline=True,
        automargin=True,
    )
    figure.update_xaxes(**axes.time(span, grid=False))
    figure.update_layout(
        height=height,
        margin={"l": 4, "r": 4, "t": 6, "b": 28},
        showlegend=False,
        barmode="relative",
        bargap=0.12,
        dragmode="select",
        selectdirection="h",
        hoverlabel={"align": "left"},
    )
    return figure


def _bars(
    cells: pd.DataFrame, rows: np.ndarray, value: np.ndarray, side: int, colour: str, grain: str, unit: str
) -> go.Bar:
    part = cells.iloc[rows]
    hatched = {} if part.whole.all() else {"shape": ["" if w else "/" for w in part.whole], "fillmode": "overlay"}
    told = [f"{n:,} {unit}" + (f" ({s:.1%})" if s == s else "") for n, s in zip(part["count"], part.share, strict=True)]
    return go.Bar(
        x=part.start.dt.strftime("%Y-%m-%d").to_numpy(),
        y=np.round(value[rows], 5).tolist(),
        marker={"color": colour, "pattern": hatched, "line": {"width": 0}},
        customdata=[[side, int(r)] for r in rows],
        text=told,
        textposition="none",
        hovertemplate=f"<b>{'AB'[side]}, {axes.hover(grain)}</b><br>%{{text}}<extra></extra>",
        **axes.middle(grain, part.start.iat[0]),
    )


def _marks(most: float, share: bool) -> list[float]:
    """Two or three round numbers up to the largest bar."""
    if most <= 0:
        return []
    step = 10.0 ** np.floor(np.log10(most))
    step = next(s for s in (step / 5, step / 2, step, 2 * step) if most / s <= 3.5 or s == 2 * step)
    step = step if share else max(1.0, round(step))
    return [round(step * n, 6) for n in range(1, 4) if step * n <= most]


def _written(mark: float, share: bool) -> str:
    return f"{100 * mark:g}%" if share else f"{mark:,.0f}"

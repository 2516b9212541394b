"""Who quotes whom: outlets down, speakers across, in each cell how many quotations (or which share of the outlet's)."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dateline.figures import colours, text

_ROW = 34
_NAMES = 132
"""Pixels for the speakers' names, which stand upright."""
_SPEAKER, _OUTLET = 19, 15
"""Characters of a name."""


def matrix(
    table: pd.DataFrame, names: list[str], *, scale: str, totals: np.ndarray, now: tuple[int, int] | None = None
) -> go.Figure:
    """``table``: quotations (int), index outlets, columns speakers; ``names``: the speakers' names, one a column;
    ``totals``: all quotations of each outlet, for ``scale`` share; ``now``: row and column of the cell that is open.

    Cells carry customdata [row, column, quotations]; those with none are empty and cannot be clicked. Colour follows
    the root of the value, so that small ones can be told from none; each cell says its number too.
    """
    counts = table.to_numpy(float)
    share = counts / np.maximum(np.asarray(totals, float), 1)[:, None]
    value = counts if scale == "count" else share
    rows, columns = np.indices(counts.shape)
    words = [[_words(c, s, scale) for c, s in zip(a, b, strict=True)] for a, b in zip(counts, share, strict=True)]
    hover = [[_hover(o, n, counts[i, j], totals[i]) for j, n in enumerate(names)] for i, o in enumerate(table.index)]
    figure = go.Figure(
        go.Heatmap(
            z=np.where(counts > 0, np.sqrt(value), np.nan),
            x=np.arange(len(names)),
            y=np.arange(len(table)),
            zmin=0,
            # the full colour is never reached: white numbers could not be read on it in the dark theme
            zmax=1.25 * float(np.sqrt(value.max())) if value.size and value.max() > 0 else 1.0,
            customdata=np.stack([rows, columns, counts.astype(int)], axis=-1),
            text=words,
            texttemplate="%{text}",
            textfont={"size": 12},
            hovertext=hover,
            hovertemplate="%{hovertext}<extra></extra>",
            hoverongaps=False,
            colorscale=[[0, colours.QUIET[3]], [1, colours.PERSON]],
            showscale=False,
            xgap=2,
            ygap=2,
        )
    )
    figure.update_layout(
        height=_ROW * max(1, len(table)) + _NAMES + 12,
        margin={"l": 4, "r": 4, "t": _NAMES, "b": 6},
        dragmode=False,
        hoverlabel={"align": "left"},
    )
    figure.update_xaxes(
        side="top",
        tickvals=np.arange(len(names)),
        ticktext=[text.label(n, _SPEAKER) for n in names],
        tickangle=-90,
        range=[-0.5, len(names) - 0.5],
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        ticks="",
        tickfont={"size": 12},
    )
    figure.update_yaxes(
        tickvals=np.arange(len(table)),
        ticktext=[text.wrapped(o, _OUTLET, 2) for o in table.index],
        range=[len(table) - 0.5, -0.5],
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        automargin=True,
        ticks="",
        tickfont={"size": 12},
    )
    if now is not None:
        i, j = now
        edge = {"type": "rect", "x0": j - 0.5, "x1": j + 0.5, "y0": i - 0.5, "y1": i + 0.5}
        figure.add_shape(**edge, line={"width": 2, "color": colours.ORG}, layer="above")
    return figure


def _hover(outlet: str, speaker: str, count: float, total: int) -> str:
    who = f"<b>{text.label(outlet)}</b> quotes <b>{text.label(speaker)}</b>"
    return f"{who}<br>{int(count):,} of its {int(total):,} quotations"


def _words(count: float, share: float, scale: str) -> str:
    if not count:
        return ""
    return f"{int(count):,}" if scale == "count" else text.share(share).replace(" ", "")

"""Who is quoted most: a bar a speaker, the largest on top."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dateline.figures import colours, text

_BAR = 27
_LINE = 21
"""Characters of a name: a phone has to show bars beside it."""


def quoted(speakers: pd.DataFrame, *, unit: str, now: int = -1) -> go.Figure:
    """``speakers``: entity, label (str), count (units), quotations (int), most first; ``now``: the row that is open.

    Bars carry customdata [row, count, quotations]. Pointing anywhere beside a name points at its bar.
    """
    ink = [colours.OF_LABEL.get(label, colours.OTHER) for label in speakers.label]
    at = np.arange(len(speakers))
    counts = np.stack([at, speakers["count"], speakers.quotations], axis=1)
    names = [text.wrapped(n, _LINE, 1) for n in speakers.entity]
    figure = go.Figure(
        go.Bar(
            x=speakers["count"].to_numpy(),
            y=at,
            orientation="h",
            marker={"color": ink, "opacity": [1.0 if now in (-1, n) else 0.45 for n in at], "line": {"width": 0}},
            customdata=counts,
            text=[f"{n:,}" for n in speakers["count"]],
            textposition="outside",
            cliponaxis=False,
            hovertext=[text.label(n) for n in speakers.entity],
            hovertemplate="<b>%{hovertext}</b><br>%{customdata[1]:,} "
            + unit
            + ", %{customdata[2]:,} quotations<extra></extra>",
        )
    )
    most = float(speakers["count"].max()) if len(speakers) else 1.0
    figure.update_layout(
        height=_BAR * max(1, len(speakers)) + 16,
        margin={"l": 4, "r": 4, "t": 4, "b": 4},
        showlegend=False,
        bargap=0.28,
        dragmode=False,
        hovermode="y",
        hoverlabel={"align": "left"},
    )
    figure.update_xaxes(visible=False, range=[0, most * 1.14], fixedrange=True)
    figure.update_yaxes(
        tickvals=at,
        ticktext=[f"<b>{n}</b>" if at_ == now else n for at_, n in enumerate(names)],
        range=[len(speakers) - 0.45, -0.55],
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        automargin=True,
        ticks="",
        showspikes=False,
        tickfont={"size": 12.5},
    )
    return figure

"""The dates of one article on a line."""

from __future__ import annotations

from datetime import datetime

import pandas as pd
import plotly.graph_objects as go

from dateline.figures import colours
from dateline.figures.text import label


def date_strip(times: pd.DataFrame, published: datetime | None) -> go.Figure:
    """``times``: text, value (str), earliest, latest (datetime64), ordered by earliest; ``published`` or NaT.

    A dot an expression, a bar for those that cover more than a day; customdata is the row's number.
    """
    figure = go.Figure()
    spans = times[(times.latest - times.earliest) > pd.Timedelta(days=1)]
    for row in spans.itertuples():
        figure.add_shape(
            type="line",
            x0=row.earliest,
            x1=row.latest,
            y0=0,
            y1=0,
            line={"width": 5, "color": colours.QUIET[2]},
            opacity=0.7,
        )
    figure.add_scatter(
        x=times.earliest,
        y=[0] * len(times),
        mode="markers",
        marker={
            "size": 12,
            "color": colours.OTHER,
            "opacity": 0.85,
            "line": {"width": 1, "color": "rgba(255,255,255,.7)"},
        },
        customdata=list(range(len(times))),
        text=[f"“{label(t)}”" for t in times.text],
        hovertemplate="%{x|%-d %b %Y}<br>%{text}<extra></extra>",
    )
    if published is not None and published == published:
        figure.add_vline(x=published, line={"width": 1.5, "dash": "dot", "color": colours.PERSON})
        figure.add_annotation(
            x=published,
            y=0.9,
            yref="paper",
            text="published",
            showarrow=False,
            xanchor="left",
            xshift=4,
            font={"size": 11},
        )
    figure.update_layout(
        height=120, margin={"l": 4, "r": 4, "t": 4, "b": 24}, showlegend=False, clickmode="event+select", dragmode=False
    )
    figure.update_yaxes(visible=False, range=[-1, 1], fixedrange=True)
    figure.update_xaxes(showgrid=False, fixedrange=True)
    return figure

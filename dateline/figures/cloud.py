"""Word cloud: words where the layout puts them, names in the colour of their kind and bold; each can be clicked."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dateline.figures import colours, text

_FAMILY = '"Source Sans", "Source Sans Pro", Arial, Helvetica, sans-serif'
"""The page's own font, and such as are no wider than the one that the layout is measured with."""
_LARGER = 1.08
"""Times as large as laid out: its letters are so much smaller."""
_STEP = 0.6
"""Distance of the marks under a word, in heights of it."""


def cloud(layout: pd.DataFrame, width: int, height: int) -> go.Figure:
    """``layout``: as ``counts.cloud.cloud``: term, kind, label, x, y, baseline, size, wide, high, and ``told``, what is
    said of it when it is pointed at, and ``row``, a number to know it by; in pixels of a figure of this size.

    Under the words lie marks that nobody sees, along the whole of each: Plotly takes a text to be where its middle is.
    Their customdata is ``row``.
    """
    layout = layout.reset_index(drop=True)
    figure = go.Figure()
    if len(layout):
        figure.add_trace(_ground(layout))
    for named in (False, True):
        part = layout[(layout.kind == "name") == named]
        if len(part):
            figure.add_trace(_words(part, named))
    figure.update_layout(
        width=width,
        height=height,
        autosize=False,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        showlegend=False,
        dragmode=False,
        hovermode="closest",
        hoverdistance=2,
        hoverlabel={"align": "left"},
    )
    bare = {"visible": False, "fixedrange": True}
    figure.update_xaxes(range=[0, width], **bare)
    figure.update_yaxes(range=[height, 0], **bare)
    return figure


def _words(part: pd.DataFrame, named: bool) -> go.Scatter:
    ink = [colours.OF_LABEL.get(label, colours.OTHER) for label in part.label]
    return go.Scatter(
        x=part.x.round(1).tolist(),
        # Plotly puts the baseline of a text a quarter of its size under its point
        y=(part.baseline - part["size"] * _LARGER / 4).round(1).tolist(),
        mode="text",
        text=[text.label(t, 60) for t in part.term],
        textfont={
            "size": (part["size"] * _LARGER).round(1).tolist(),
            "family": _FAMILY,
            "weight": 600 if named else 400,
            "color": ink,
        },
        hoverinfo="skip",
        cliponaxis=False,
    )


def _ground(layout: pd.DataFrame) -> go.Scatter:
    x, y, row, size, told = [], [], [], [], []
    for t in layout.itertuples():
        high = max(int(t.high), 12)
        marks = max(1, round((t.wide - high) / (high * _STEP)) + 1)
        ends = (t.wide - high) / 2 if marks > 1 else 0
        for across in np.linspace(t.x - ends, t.x + ends, marks):
            x.append(round(float(across), 1))
            y.append(round(float(t.y), 1))
            row.append(int(t.row))
            size.append(high)
            told.append(t.told)
    return go.Scatter(
        x=x,
        y=y,
        mode="markers",
        marker={"size": size, "opacity": 0},
        customdata=row,
        text=told,
        hovertemplate="%{text}<extra></extra>",
    )

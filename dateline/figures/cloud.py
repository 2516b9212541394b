"""Word cloud: words where the layout puts them, names in the colour of their kind and bold; each can be clicked."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dateline.figures import colours, text

_FAMILY = '"Source Sans", "Source Sans Pro", Arial, Helvetica, sans-serif'
"""The page's own font, and such as are no wider than the one that the layout is measured with."""
_LARGER = 1.03
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
        x=part.x.round(1).to_numpy(np.float32),
        # Plotly puts the baseline of a text a quarter of its size under its point
        y=(part.baseline - part["size"] * _LARGER / 4).round(1).to_numpy(np.float32),
        mode="text",
        text=[text.label(t, 60) for t in part.term],
        textfont={
            "size": (part["size"] * _LARGER).round(1).to_numpy(np.float32),
            "family": _FAMILY,
            "weight": 600 if named else 400,
            "color": ink,
        },
        hoverinfo="skip",
        cliponaxis=False,
    )


def _ground(layout: pd.DataFrame) -> go.Scatter:
    high = np.maximum(layout.high.to_numpy(), 12)
    wide = layout.wide.to_numpy()
    marks = np.maximum(1, np.round((wide - high) / (high * _STEP)).astype(int) + 1)
    row = np.repeat(np.arange(len(layout)), marks)
    # from the first mark of a word to its last: -1 to 1; one alone stands in the middle
    place = np.concatenate([np.linspace(-1, 1, n) if n > 1 else np.zeros(1) for n in marks])
    across = layout.x.to_numpy()[row] + place * np.maximum(wide - high, 0)[row] / 2
    return go.Scatter(
        x=across.astype(np.float32),
        y=layout.y.to_numpy()[row].astype(np.float32),
        mode="markers",
        marker={"size": high[row].astype(np.uint8 if high.max() < 256 else np.uint16), "opacity": 0},
        customdata=layout.row.to_numpy()[row].astype(np.uint16),
        text=layout.told.to_numpy(object)[row],
        hovertemplate="%{text}<extra></extra>",
    )

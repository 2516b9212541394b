"""With whom somebody appears: a network drawn by Plotly from a layout by networkx."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dateline.figures import colours
from dateline.figures.text import label


def network(people: pd.DataFrame, ties: pd.DataFrame, centre: int) -> go.Figure:
    """``people``: code, entity, label, count (units); ``ties``: a, b (codes), count. ``centre`` is a code of people.

    Nodes carry customdata [code]; a tie carries [a, b] at its middle, where it can be clicked. The layout is by force
    (Fruchterman & Reingold 1991), with a fixed seed, so that the same ties give the same picture.
    """
    graph = nx.Graph()
    graph.add_nodes_from(int(c) for c in people.code)
    graph.add_weighted_edges_from((int(t.a), int(t.b), float(t.count)) for t in ties.itertuples(index=False))
    size = len(graph)
    place = (
        nx.spring_layout(graph, seed=7, k=1.6 / max(1, size) ** 0.5, iterations=120, weight="weight") if size else {}
    )
    figure = go.Figure()
    most = float(ties["count"].max()) if len(ties) else 1.0
    for t in ties.itertuples(index=False):
        (x0, y0), (x1, y1) = place[int(t.a)], place[int(t.b)]
        width = 0.6 + 4.4 * t.count / most
        figure.add_scatter(
            x=[x0, x1], y=[y0, y1], mode="lines", line={"width": width, "color": colours.QUIET[2]}, hoverinfo="skip"
        )
    names = dict(zip(people.code, people.entity, strict=True))
    figure.add_scatter(
        x=[(place[int(t.a)][0] + place[int(t.b)][0]) / 2 for t in ties.itertuples()],
        y=[(place[int(t.a)][1] + place[int(t.b)][1]) / 2 for t in ties.itertuples()],
        mode="markers",
        marker={"size": 13, "color": colours.QUIET[1], "opacity": 0.01},
        customdata=[[int(t.a), int(t.b)] for t in ties.itertuples()],
        text=[f"{label(names[t.a])} and {label(names[t.b])}: {t.count:,}" for t in ties.itertuples()],
        hovertemplate="%{text}<extra></extra>",
    )
    ink = [colours.OF_LABEL.get(kind, colours.OTHER) for kind in people.label]
    figure.add_scatter(
        x=[place[int(c)][0] for c in people.code],
        y=[place[int(c)][1] for c in people.code],
        mode="markers+text",
        marker={
            "size": 10 + 22 * np.sqrt(people["count"] / max(1, people["count"].max())),
            "color": ink,
            "symbol": [colours.SYMBOLS[c] for c in ink],
            "line": {"width": [3 if c == centre else 1 for c in people.code], "color": "rgba(255,255,255,0.8)"},
        },
        text=[label(n, 28) for n in people.entity],
        textposition="top center",
        textfont={"size": 12},
        customdata=[[int(c)] for c in people.code],
        hovertemplate="%{text}<extra></extra>",
    )
    figure.update_layout(
        height=460, showlegend=False, margin={"l": 8, "r": 8, "t": 8, "b": 8}, dragmode=False, clickmode="event+select"
    )
    figure.update_xaxes(visible=False, range=_around(place, 0))
    figure.update_yaxes(visible=False, range=_around(place, 1))
    return figure


def _around(place: dict, axis: int) -> list[float]:
    """The range of an axis with room for labels."""
    values = [p[axis] for p in place.values()] or [0.0]
    room = 0.25 * (max(values) - min(values) or 1.0)
    return [min(values) - room, max(values) + room]

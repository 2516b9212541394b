"""With whom somebody appears: the one in the middle, the others around, those that belong together side by side."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dateline.figures import colours
from dateline.figures.text import label, wrapped

_HEIGHT = 430
_NUMBER = 0.62
"""Where on a line from the middle its number stands, 0 to 1: beyond the crowd in the middle."""
_WIDTHS = 5
_APART = 0.14
"""How far from a number such a place is at least: of two that are near, the pointer takes the nearer."""
_TARGETS = (0.25, 0.5, 0.75)
"""Where on a line among the others it can be clicked."""


def network(people: pd.DataFrame, ties: pd.DataFrame, centre: int) -> go.Figure:
    """``people``: code, entity, label, count (units); ``ties``: a, b (codes), count. ``centre`` is a code of people.

    The others stand on two arcs, each at a height of its own, so that names never meet, on a phone either. Their order
    comes from a layout by force (Fruchterman and Reingold 1991, by networkx; the same ties give the same picture).
    Dots carry customdata [code], lines [a, b] where they can be clicked.
    """
    place = _places(people, ties, centre)
    figure = go.Figure()
    names = dict(zip(people.code, people.entity, strict=True))
    own = (ties.a == centre) | (ties.b == centre)
    most = float(ties["count"].max()) if len(ties) else 1.0
    figure.add_traces(_lines(place, ties[~own], most, 2.5, colours.QUIET[3]))
    figure.add_traces(_lines(place, ties[own], most, 5.0, colours.QUIET[2]))
    numbers = _numbers(place, ties[own], names, centre)
    figure.add_trace(_targets(place, ties[~own], names, list(zip(numbers.x, numbers.y, strict=True))))
    figure.add_trace(numbers)
    figure.add_trace(_dots(place, people, centre))
    figure.update_layout(
        height=_HEIGHT,
        showlegend=False,
        margin={"l": 0, "r": 0, "t": 4, "b": 4},
        # clicks only: with dragging off, Streamlit reports them
        dragmode=False,
        hoverlabel={"align": "left"},
    )
    figure.update_xaxes(visible=False, range=[-1.42, 1.42], fixedrange=True)
    figure.update_yaxes(visible=False, range=[-1.12, 1.16], fixedrange=True)
    return figure


def _places(people: pd.DataFrame, ties: pd.DataFrame, centre: int) -> dict[int, tuple[float, float]]:
    import networkx as nx

    graph = nx.Graph()
    others = [int(c) for c in people.code if c != centre]
    graph.add_nodes_from(others)
    inner = ties[(ties.a != centre) & (ties.b != centre)]
    graph.add_weighted_edges_from((int(t.a), int(t.b), float(t.count)) for t in inner.itertuples(index=False))
    found = nx.spring_layout(graph, seed=7, iterations=80) if others else {}
    middle = np.mean(list(found.values()), axis=0) if found else np.zeros(2)
    angle = {n: float(np.arctan2(*(xy - middle)[::-1])) for n, xy in found.items()}
    # around the circle from the top: the first half down the right arc, the others up the left one
    order = sorted(others, key=lambda n: (np.pi / 2 - angle[n]) % (2 * np.pi))
    half = (len(order) + 1) // 2
    place = {centre: (0.0, 0.0)}
    for side, part in ((1, order[:half]), (-1, order[half:][::-1])):
        step = 2.0 / max(1, len(order) / 2)
        for i, n in enumerate(part):
            # the arcs are half a step apart, so that no two names are level
            y = 1 - (i + (0.3 if side == 1 else 0.8)) * min(step, 1.0)
            y = max(-0.98, min(0.98, y if len(order) > 2 else 0.35 * side))
            place[n] = (side * (0.3 + 0.7 * float(np.sqrt(max(0.0, 1 - y * y)))), y)
    return place


def _lines(place: dict, ties: pd.DataFrame, most: float, widest: float, colour: str) -> list[go.Scatter]:
    """Lines in a few widths, those of one width as one trace: a trace a line would be slow."""
    step = np.ceil(_WIDTHS * ties["count"].to_numpy(float) / most).astype(int)
    out = []
    for n in np.unique(step):
        ends = [(place[int(t.a)], place[int(t.b)]) for t in ties[step == n].itertuples(index=False)]
        out.append(
            go.Scatter(
                x=[v for a, b in ends for v in (round(a[0], 3), round(b[0], 3), None)],
                y=[v for a, b in ends for v in (round(a[1], 3), round(b[1], 3), None)],
                mode="lines",
                line={"width": round(max(0.6, widest * n / _WIDTHS), 1), "color": colour},
                hoverinfo="skip",
            )
        )
    return out


def _between(place: dict, a: int, b: int, share: float) -> tuple[float, float]:
    (x0, y0), (x1, y1) = place[a], place[b]
    return round(x0 + (x1 - x0) * share, 3), round(y0 + (y1 - y0) * share, 3)


def _targets(place: dict, ties: pd.DataFrame, names: dict, numbers: list[tuple[float, float]]) -> go.Scatter:
    """What can be pointed at on lines among the others; a line alone is too thin. None lies under a number."""
    points = [(t, _between(place, int(t.a), int(t.b), s)) for t in ties.itertuples(index=False) for s in _TARGETS]
    points = [(t, (x, y)) for t, (x, y) in points if all(np.hypot(x - a, y - b) > _APART for a, b in numbers)]
    return go.Scatter(
        x=[x for _, (x, _) in points],
        y=[y for _, (_, y) in points],
        mode="markers",
        marker={"size": 11, "color": colours.QUIET[1], "opacity": 0.01},
        customdata=[[int(t.a), int(t.b)] for t, _ in points],
        text=[_pair(names, t) for t, _ in points],
        hovertemplate="%{text}<extra></extra>",
    )


def _numbers(place: dict, ties: pd.DataFrame, names: dict, centre: int) -> go.Scatter:
    """How many units the middle shares with each other one, on the line."""
    ends = [(t, int(t.b if t.a == centre else t.a)) for t in ties.itertuples(index=False)]
    points = [_between(place, centre, other, _NUMBER) for _, other in ends]
    return go.Scatter(
        x=[x for x, _ in points],
        y=[y for _, y in points],
        mode="markers+text",
        marker={"size": 19, "color": colours.QUIET[3], "line": {"width": 1, "color": colours.QUIET[1]}},
        customdata=[[int(t.a), int(t.b)] for t, _ in ends],
        text=[f"{t.count:,}" for t, _ in ends],
        hovertext=[_pair(names, t) for t, _ in ends],
        textfont={"size": 10.5},
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _pair(names: dict, tie: object) -> str:
    return f"{label(names[tie.a])} and {label(names[tie.b])}: {tie.count:,}"


def _dots(place: dict, people: pd.DataFrame, centre: int) -> go.Scatter:
    ink = [colours.OF_LABEL.get(kind, colours.OTHER) for kind in people.label]
    others = people["count"].where(people.code != centre, 0)
    size = 11 + 15 * np.sqrt(others / max(1, others.max()))
    return go.Scatter(
        x=[round(place[int(c)][0], 3) for c in people.code],
        y=[round(place[int(c)][1], 3) for c in people.code],
        mode="markers+text",
        marker={
            "size": [30 if c == centre else round(float(s), 1) for c, s in zip(people.code, size, strict=True)],
            "color": ink,
            "opacity": 1,
            "symbol": [colours.SYMBOLS[c] for c in ink],
        },
        text=[
            f"<b>{wrapped(n, 20, 1)}</b>" if c == centre else wrapped(n, 21, 1)
            for n, c in zip(people.entity, people.code, strict=True)
        ],
        textposition=["top center" if place[int(c)][1] >= 0 else "bottom center" for c in people.code],
        textfont={"size": 12},
        customdata=[[int(c)] for c in people.code],
        hovertext=[label(n) for n in people.entity],
        hovertemplate="%{hovertext}<extra></extra>",
    )

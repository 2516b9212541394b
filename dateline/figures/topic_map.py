"""The map of a pile's articles: like lies near like; topics are discs with their names, colour and mark by theme."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dateline.figures import colours
from dateline.figures.text import label, wrapped

HEIGHT = 620
INKS = (colours.PERSON, colours.ORG, colours.PLACE, colours.GROUP, colours.EVENT, colours.OTHER)
"""Colour of a theme by its place among the themes; its mark goes with it (``colours.SYMBOLS``)."""
_LINE, _LINES = 20, 3
"""Characters a line, and lines, of a label."""
_NARROW = 340
"""Pixels of the narrowest screen that labels are placed for: they do not meet there, nor on any wider one."""
_LETTER, _HIGH = 6.1, 15
"""Pixels of a letter and of a line of a label."""


def ink(rank: int) -> str:
    """The colour of the theme at a place."""
    return INKS[rank % len(INKS)]


def topic_map(points: pd.DataFrame, discs: pd.DataFrame) -> go.Figure:
    """``points``: row (article row), x, y (0 to 1), hover (see ``hover``), rank (of its theme; -1 for an article
    without a topic); ``discs``: topic, x, y, radius, rank, count, first (whether its name stands there).

    Points carry customdata [article row]. The axes are fixed, so that what is shown of a map never moves.
    """
    figure = go.Figure()
    figure.update_layout(
        height=HEIGHT,
        showlegend=False,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        dragmode="lasso",
        hoverlabel={"align": "left"},
        hovermode="closest",
        shapes=[_disc(d) for d in discs.itertuples()],
        annotations=[_label(*at) for at in _placed(discs)],
    )
    for rank in sorted(set(points["rank"])):
        figure.add_trace(_dots(points[points["rank"] == rank], int(rank)))
    for axis in (figure.update_xaxes, figure.update_yaxes):
        axis(visible=False, range=[-0.03, 1.03], fixedrange=True)
    return figure


def hover(title: str, where: str, topic: str) -> str:
    """What a dot says when it is pointed at: headline, outlet and date, topic."""
    lines = (f"<b>{label(title, 70)}</b>", label(where, 60), label(topic, 60))
    return "<br>".join(filter(None, lines))


def _dots(part: pd.DataFrame, rank: int) -> go.Scatter:
    colour = ink(rank) if rank >= 0 else colours.QUIET[1]
    size = float(np.clip(11 - len(part) / 150, 6, 10))
    return go.Scatter(
        # the smallest numbers travel as a few bytes each
        x=part.x.to_numpy(np.float32),
        y=part.y.to_numpy(np.float32),
        mode="markers",
        marker={
            "size": size,
            "color": colour,
            "symbol": colours.SYMBOLS.get(colour, "x"),
            "opacity": 0.8,
            "line": {"width": 0.5, "color": colours.QUIET[3]},
        },
        customdata=part.row.to_numpy()[:, None].astype(np.min_scalar_type(int(part.row.max()))),
        text=part.hover.to_numpy(object),
        hovertemplate="%{text}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 0.25}},
    )


def _disc(d: object) -> dict:
    return {
        "type": "circle", "layer": "below", "x0": d.x - d.radius, "x1": d.x + d.radius, "y0": d.y - d.radius,
        "y1": d.y + d.radius, "line": {"width": 1, "color": colours.QUIET[2]}, "fillcolor": colours.QUIET[3],
        "opacity": 0.45,
    }  # fmt: skip


def _label(words: str, x: float, y: float) -> dict:
    return {
        "x": x, "y": y, "text": words, "showarrow": False, "font": {"size": 12}, "align": "center", "xanchor": "center",
        "yanchor": "middle", "captureevents": False,
    }  # fmt: skip


def _placed(discs: pd.DataFrame) -> list[tuple[str, float, float]]:
    """The names that find room, the largest topics first: above the disc, below it, or in its middle."""
    taken: list[tuple[float, float, float, float]] = []
    out = []
    for d in discs[discs["first"]].sort_values("count", ascending=False, kind="stable").itertuples():
        words = wrapped(d.topic, _LINE, _LINES)
        rows = words.split("<br>")
        wide, high = max(len(r) for r in rows) * _LETTER / _NARROW, len(rows) * _HIGH / HEIGHT
        for y in (d.y + d.radius + high / 2, d.y - d.radius - high / 2, d.y):
            x = float(np.clip(d.x, wide / 2 - 0.02, 1.02 - wide / 2))
            y = float(np.clip(y, high / 2 - 0.02, 1.02 - high / 2))
            box = (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
            if not any(a < box[2] and c > box[0] and b < box[3] and e > box[1] for a, b, c, e in taken):
                taken.append(box)
                out.append((f"<b>{words}</b>", round(x, 4), round(y, 4)))
                break
    return out

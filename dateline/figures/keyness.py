"""What tells two sides apart, as points: how often a word stands there, and how much it speaks for A or for B."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dateline.figures import colours, text

CLEAR = 1.96
"""z-score from which a difference is more than chance would make of one word (two-sided, 5 %)."""
A, B, UNCLEAR = colours.PERSON, colours.ORG, colours.QUIET[1]
"""Colours of the sides; their marks differ too."""
_HEIGHT = 460
_ROOMS = ((300.0, 390.0), (960.0, 390.0))
"""Pixels of the plot on the narrowest and the widest screen: labels are chosen so that they meet on neither."""
_LETTER, _LINE, _LONGEST, _AWAY = 6.6, 15.0, 24, 5.0

_PLACES = {(1, 0): "middle right", (-1, 0): "middle left", (0, -1): "top center", (0, 1): "bottom center"}
"""Where a label may stand beside its point: to the right or left, a line above or below."""

_Box = tuple[float, float, float, float]


def keyness(terms: pd.DataFrame, chosen: int = -1) -> go.Figure:
    """``terms``: as ``counts.keyness.keyness``: term, kind, count_a, count_b, articles_a, articles_b, z; ``chosen``:
    the row that is open.

    Across: times on both sides together, each step ten times as many. Up: z, for A above the middle, for B below, drawn
    as its root so that the many near the middle do not lie on one another. Points carry customdata [row of ``terms``].
    """
    terms = terms.reset_index(drop=True)
    x = np.log10(np.maximum((terms.count_a + terms.count_b).to_numpy(float), 1.0))
    y = _root(terms.z.to_numpy(float))
    figure = go.Figure()
    clear = np.abs(terms.z.to_numpy()) >= CLEAR
    for name, mask, colour, symbol in (
        ("unclear", ~clear, UNCLEAR, "circle-open"),
        ("A", clear & (y > 0), A, "circle"),
        ("B", clear & (y < 0), B, "diamond"),
    ):
        rows = np.flatnonzero(mask)
        if len(rows):
            figure.add_trace(_points(terms, rows, x, y, name, colour, symbol))
    top = max(1.5, float(y.max(initial=0)) * 1.12)
    low = min(-1.5, float(y.min(initial=0)) * 1.12)
    span = ((float(x.min()) if len(x) else 0.0) - 0.15, max(1.0, float(x.max(initial=0))) + 0.35)
    _labels(figure, terms, x, y, span, (low, top), chosen)
    _axes(figure, span, (low, top))
    return figure


def _root(z: np.ndarray) -> np.ndarray:
    return np.sign(z) * np.sqrt(np.abs(z))


def _points(
    terms: pd.DataFrame, rows: np.ndarray, x: np.ndarray, y: np.ndarray, name: str, colour: str, symbol: str
) -> go.Scatter:
    part = terms.iloc[rows]
    told = [
        f"<b>{text.label(t.term, 60)}</b><br>A: {t.count_a:,} × in {t.articles_a:,} articles"
        f"<br>B: {t.count_b:,} × in {t.articles_b:,} articles<br>z {abs(t.z):.1f} for {'A' if t.z > 0 else 'B'}"
        for t in part.itertuples()
    ]
    return go.Scatter(
        x=np.round(x[rows], 3),
        y=np.round(y[rows], 3),
        mode="markers",
        name=name,
        marker={"size": 8, "color": colour, "symbol": symbol, "line": {"width": 1, "color": colour}, "opacity": 0.85},
        customdata=rows.astype(np.uint16)[:, None],
        text=np.array(told, object),
        hovertemplate="%{text}<extra></extra>",
    )


def _labels(
    figure: go.Figure,
    terms: pd.DataFrame,
    x: np.ndarray,
    y: np.ndarray,
    across: tuple[float, float],
    up: tuple[float, float],
    chosen: int,
) -> None:
    """Names beside the strongest points of either side, as many as find room; the one that is open has its own in any
    case."""
    taken: list[list[_Box]] = []
    shown: list[tuple[float, float, str, str]] = []
    for r in _order(terms.z.to_numpy(float), chosen):
        words = text.label(terms.term.iat[r], _LONGEST)
        for side, line in _PLACES:
            boxes = [_box(x[r], y[r], len(words) * _LETTER, side, line, across, up, room) for room in _ROOMS]
            outside = any(
                b[0] < -4 or b[2] > room[0] + 4 or b[1] < -4 or b[3] > room[1] + 4
                for b, room in zip(boxes, _ROOMS, strict=True)
            )
            if outside or any(_crossed(boxes, other) for other in taken):
                continue
            taken.append(boxes)
            words = f"<b>{words}</b>" if r == chosen else words
            # blanks, or some pixels, keep it clear of its point
            words = f"\u2002{words}" if side == 1 else f"{words}\u2002" if side == -1 else words
            away = -line * _AWAY * (up[1] - up[0]) / _ROOMS[0][1]
            shown.append((x[r], y[r] + away, words, _PLACES[side, line]))
            break
    if shown:
        figure.add_trace(
            go.Scatter(
                x=np.round([s[0] for s in shown], 3),
                y=np.round([s[1] for s in shown], 3),
                mode="text",
                name="labels",
                text=[s[2] for s in shown],
                textposition=[s[3] for s in shown],
                textfont={"size": 12},
                hoverinfo="skip",
                cliponaxis=False,
            )
        )


def _order(z: np.ndarray, chosen: int) -> list[int]:
    """Rows in the order in which they are given a label: the open one, then the strongest of A and of B in turn."""
    sides = [
        np.argsort(-np.where(mine, np.abs(z), -1), kind="stable")[: min(30, mine.sum())] for mine in (z > 0, z < 0)
    ]
    turns = sorted((n, side, r) for side, rows in enumerate(sides) for n, r in enumerate(rows))
    return [*([chosen] if 0 <= chosen < len(z) else []), *(r for _, _, r in turns if r != chosen)]


def _box(
    x: float,
    y: float,
    size: float,
    side: int,
    line: int,
    across: tuple[float, float],
    up: tuple[float, float],
    room: tuple[float, float],
) -> _Box:
    """Where a label stands in a plot of so many pixels: left, top, right, bottom."""
    at = (x - across[0]) / (across[1] - across[0]) * room[0]
    down = (up[1] - y) / (up[1] - up[0]) * room[1]
    left = at + 7 if side == 1 else at - 7 - size if side == -1 else at - size / 2
    down += line * (_LINE / 2 + _AWAY)
    return (left, down - _LINE / 2, left + size, down + _LINE / 2)


def _crossed(one: Sequence[_Box], other: Sequence[_Box]) -> bool:
    """Whether two labels meet on the narrowest or the widest screen, or pass one another on the way."""
    level = any(a[1] < b[3] and b[1] < a[3] for a, b in zip(one, other, strict=True))
    order = {int(a[0] >= b[2]) - int(b[0] >= a[2]) for a, b in zip(one, other, strict=True)}
    return level and (0 in order or len(order) > 1)


def _axes(figure: go.Figure, across: tuple[float, float], up: tuple[float, float]) -> None:
    edge = float(np.sqrt(CLEAR))
    figure.add_hrect(y0=-edge, y1=edge, fillcolor=colours.QUIET[3], opacity=0.5, line={"width": 0}, layer="below")
    for words, y, anchor in (("▲ more in A", up[1], "top"), ("▼ more in B", up[0], "bottom")):
        figure.add_annotation(x=0, xref="paper", y=y, yanchor=anchor, xanchor="left", text=words, showarrow=False,
                              font={"size": 13})  # fmt: skip
    ticks = [n for n in (1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
             if across[0] <= np.log10(n) <= across[1]]  # fmt: skip
    marks = [z for z in (-100, -50, -20, -10, -5, -2, 0, 2, 5, 10, 20, 50, 100) if up[0] <= _root(np.array(z)) <= up[1]]
    figure.update_xaxes(
        range=list(across),
        tickvals=[float(np.log10(n)) for n in ticks],
        ticktext=[f"{n:,}" for n in ticks],
        title={"text": "times on both sides", "font": {"size": 12}, "standoff": 6},
        zeroline=False,
        fixedrange=True,
    )
    figure.update_yaxes(
        range=list(up),
        tickvals=[float(_root(np.array(z, float))) for z in marks],
        ticktext=[f"{abs(z)}" for z in marks],
        title={"text": "how clearly it tells them apart (z)", "font": {"size": 12}, "standoff": 4},
        zeroline=True,
        fixedrange=True,
    )
    figure.update_layout(
        height=_HEIGHT,
        showlegend=False,
        margin={"l": 4, "r": 4, "t": 6, "b": 36},
        dragmode=False,
        hovermode="closest",
        hoverlabel={"align": "left"},
    )

"""Volume over time: bars, one a period, of counts or of shares; peaks labelled with what made them."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from dateline.figures import colours, text


def volume(
    cells: pd.DataFrame, grain: str, *, scale: str, unit: str, peaks: pd.DataFrame | None = None, height: int = 260
) -> go.Figure:
    """``cells``: as ``Timeline.frame(empty=True)`` of one lane; ``peaks``: start (of its highest period) and label.

    Bars carry customdata [first day, last day]; those of unfinished periods are hatched.
    """
    value = cells["count"] if scale == "count" else cells.share
    figure = go.Figure(
        go.Bar(
            x=text.middle(cells.start, cells.end),
            y=value,
            width=((cells.end - cells.start).dt.days + 1) * 86_400_000 * 0.86,
            marker={
                "color": colours.PERSON,
                "pattern": {"shape": ["" if whole else "/" for whole in cells.whole], "fillmode": "overlay"},
            },
            customdata=[[f"{s:%Y-%m-%d}", f"{e:%Y-%m-%d}"] for s, e in zip(cells.start, cells.end, strict=True)],
            text=[_hover(c, grain, unit) for c in cells.itertuples()],
            textposition="none",
            hovertemplate="%{text}<extra></extra>",
        )
    )
    top = float(value.max()) if len(cells) else 1.0
    for n, peak in enumerate((peaks if peaks is not None else pd.DataFrame()).itertuples()):
        figure.add_annotation(
            x=peak.x,
            y=peak.y,
            text=text.label(peak.label, 34),
            showarrow=True,
            arrowhead=0,
            arrowwidth=1,
            ax=0,
            ay=-18 - 16 * (n % 2),
            font={"size": 12},
        )
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 8, "t": 8, "b": 32},
        showlegend=False,
        bargap=0,
        dragmode="select",
        selectdirection="h",
        clickmode="event+select",
    )
    room = 1.3 if peaks is not None and len(peaks) else 1.08
    figure.update_yaxes(
        range=[0, (top or 1) * room],
        fixedrange=True,
        zeroline=False,
        automargin=True,
        tickformat=".0%" if scale == "share" else "",
    )
    figure.update_xaxes(fixedrange=True, showgrid=False)
    return figure


def _hover(cell: object, grain: str, unit: str) -> str:
    word = unit if cell.count != 1 else {"stories": "story"}.get(unit, unit.rstrip("s"))
    lines = [f"<b>{text.period(cell.start, grain)}</b>", f"{cell.count:,} {word}"]
    if cell.total != cell.count:
        lines.append(f"{text.share(cell.share)} of {cell.total:,}")
    if not cell.whole:
        lines.append("unfinished period")
    return "<br>".join(lines)

"""The bars of one line with its peaks: the figure, made once for the same view."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dateline import lens as lenses
from dateline.corpus import Corpus
from dateline.counts.timeline import Timeline
from dateline.figures.volume import volume
from dateline.web import peaks
from dateline.web.kept import kept


def bars(
    corpus: Corpus,
    rows: np.ndarray,
    line: Timeline,
    found: pd.DataFrame,
    mark: tuple[int, int] | None,
    *,
    scale: str,
    height: int,
) -> go.Figure:
    """The figure of a line of one lane among the article rows, its peaks (``found``) labelled, the days of ``mark`` set
    off; ``scale`` is count or share."""

    def make() -> go.Figure:
        return volume(
            line.frame(empty=True),
            line.periods.grain,
            (line.periods.starts[0], line.periods.ends[-1]),
            scale=scale,
            unit=line.unit,
            peaks=found.assign(label=[peaks.short(p) for p in found.itertuples()]),
            open_=tuple(pd.Timestamp(lenses.day(d)) for d in mark) if mark else None,
            height=height,
        )

    ends = (int(line.periods.edges[0]), int(line.periods.edges[-1]))
    settings = (tuple(line.lanes[0]), line.clock, line.periods.grain, ends, scale, line.unit, mark, height)
    return kept(corpus, rows, "bars", settings, make)

"""Words in figures. Plotly reads a little HTML (bold, links) in every label: what comes from articles is escaped."""

from __future__ import annotations

import html
import textwrap
from datetime import date, timedelta

import numpy as np
import pandas as pd


def label(text: str, longest: int = 40) -> str:
    """A text as it is, on one line, cut at ``longest`` characters."""
    line = " ".join(str(text).split())
    return html.escape(line if len(line) <= longest else line[: longest - 1].rstrip() + "…", quote=False)


def period(start: object, grain: str) -> str:
    """A period in words: "3 March 2025", "week of 3 March 2025", "March 2025", "2025"."""
    day: date = pd.Timestamp(start).date() if not isinstance(start, date) else start
    if grain == "year":
        return str(day.year)
    if grain == "month":
        return f"{day:%B} {day.year}"
    words = f"{day.day} {day:%B} {day.year}"
    return f"week of {words}" if grain == "week" else words


def share(value: float) -> str:
    """A share in words: "12%", "0.4%", "" where there is none."""
    if value is None or np.isnan(value):
        return ""
    return f"{100 * value:.0f}%" if value >= 0.1 else f"{100 * value:.1f}%"


def middle(start: pd.Series, end: pd.Series) -> pd.Series:
    """The middle of periods (first and last day), where their marker stands."""
    return start + (end + timedelta(days=1) - start) / 2


def wrapped(text: str, width: int, lines: int) -> str:
    """A text broken into lines of about ``width`` characters, at most so many, escaped; the rest is cut."""
    out = textwrap.wrap(" ".join(str(text).split()), width, max_lines=lines, placeholder=" …") or [""]
    return "<br>".join(html.escape(line, quote=False) for line in out)

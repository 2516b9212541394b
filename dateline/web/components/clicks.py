"""Clicks on the marks of a chart that is also dragged over.

Streamlit's chart reports clicks or drags, never both: with dragging on it turns Plotly's click selection off
(1.67, PlotlyChart: ``clickmode`` is "event" while ``dragmode`` is "select"). This listens to Plotly's own click event.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import streamlit as st

from dateline.web import state

_JS = """
// One listener a plot; a plot that is drawn anew is another element.
const listening = new WeakMap();

export default function ({ data, setTriggerValue }) {
  const fire = (event) => {
    const point = event && event.points && event.points[0];
    if (!point) return;
    const more = point.customdata;
    const custom = more === undefined || more === null ? [] : typeof more === "object" ? Array.from(more) : [more];
    // a cell of a heatmap has two numbers; what it is stands in its customdata
    const at = point.pointIndex ?? point.pointNumber;
    setTriggerValue("click", { curve: point.curveNumber, point: Array.isArray(at) ? at[0] : at, custom });
  };
  const attach = () => {
    const plot = document.querySelector(`.st-key-${data.chart} .js-plotly-plot`);
    if (!plot || !plot.on) return;
    if (!listening.has(plot)) plot.on("plotly_click", (event) => listening.get(plot)(event));
    listening.set(plot, fire);
  };
  attach();
  const timer = setInterval(attach, 250);
  return () => clearInterval(timer);
}
"""


def class_of(key: str) -> str:
    """The end of the CSS class that Streamlit gives an element with a key ("st-key-…"): letters, digits, - and _."""
    return re.sub(r"[^A-Za-z0-9_-]", "-", key)


_clicks = st.components.v2.component("dateline.clicks", js=_JS)


def clicks(chart: str, on_click: Callable[[dict[str, Any]], None]) -> None:
    """Call ``on_click`` (a callback) with each mark that is clicked in the chart whose element key is ``chart``.

    It is given as Streamlit gives a point of a selection: curve_number, point_index (int), customdata (list).
    """
    key = f"clicks.{chart}"

    def clicked() -> None:
        got = getattr(state.value_of(key), "click", None)
        if not isinstance(got, dict):
            return
        curve, point, custom = got.get("curve"), got.get("point"), got.get("custom")
        if isinstance(curve, int) and isinstance(point, int) and curve >= 0 and point >= 0:
            on_click(
                {"curve_number": curve, "point_index": point, "customdata": custom if isinstance(custom, list) else []}
            )

    _clicks(data={"chart": class_of(chart)}, key=key, width="content", on_click_change=clicked)

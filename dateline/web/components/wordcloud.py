"""Fits a word cloud to its place: shows the layout that suits the width, scaled to it, and reports clicks on words.

A word cloud is laid out in pixels, the width of a page is the browser's. Plotly follows a scaled element with what is
pointed at, so that one layout serves many widths; a phone has one of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import streamlit as st

from dateline.web import state


class Fitted(NamedTuple):
    """A layout: element key of its chart, its size in pixels, and the width of the place from which on it is shown."""

    key: str
    width: int
    height: int
    least: int


_JS = """
const listening = new WeakMap();
const LARGEST = 1.5;

export default function ({ data, setTriggerValue }) {
  const fire = (event) => {
    const point = event && event.points && event.points[0];
    if (!point) return;
    const row = Array.isArray(point.customdata) ? point.customdata[0] : point.customdata;
    if (Number.isInteger(row)) setTriggerValue("click", row);
  };
  const watch = new ResizeObserver(() => fit());
  const fit = () => {
    const box = document.querySelector(`.st-key-${data.box}`);
    const width = box ? box.clientWidth : 0;
    if (!width) return;
    watch.observe(box);
    const chosen = data.layouts.find((l) => width >= l.least) ?? data.layouts.at(-1);
    for (const layout of data.layouts) {
      const place = box.querySelector(`.st-key-${layout.key}`);
      if (!place) continue;
      place.style.display = layout === chosen ? "block" : "none";
      const plot = place.querySelector(".js-plotly-plot");
      if (!plot) continue;
      const scale = Math.min(LARGEST, width / layout.width);
      if (layout === chosen) box.style.minHeight = box.style.maxHeight = `${layout.height * scale}px`;
      plot.style.transformOrigin = "0 0";
      plot.style.transform = `translateX(${(width - layout.width * scale) / 2}px) scale(${scale})`;
      if (!listening.has(plot) && plot.on) {
        plot.on("plotly_click", (event) => listening.get(plot)(event));
        const hand = (cursor) => () => {
          const ground = plot.querySelector(".nsewdrag");
          if (ground) ground.style.cursor = cursor;
        };
        plot.on("plotly_hover", hand("pointer"));
        plot.on("plotly_unhover", hand("default"));
      }
      listening.set(plot, fire);
    }
  };
  fit();
  // box and plots are drawn after this, and anew when the words change
  const timer = setInterval(fit, 250);
  return () => { clearInterval(timer); watch.disconnect(); };
}
"""

_fit = st.components.v2.component("dateline.wordcloud", js=_JS)


def fitted(box: str, layouts: Sequence[Fitted], on_click: Callable[[int], None], key: str) -> None:
    """Fit the charts of ``layouts`` (widest first) inside the container with element key ``box``.

    ``on_click`` (a callback) is given the row (customdata of the figure) of each word that is clicked.
    """

    def clicked() -> None:
        row = getattr(state.value_of(key), "click", None)
        if isinstance(row, int | float) and row >= 0:
            on_click(int(row))

    _fit(
        data={"box": box, "layouts": [layout._asdict() for layout in layouts]},
        key=key,
        width="content",
        on_click_change=clicked,
    )

"""Two buttons that save a chart as PNG or SVG, drawn by the browser from the chart as it stands there."""

from __future__ import annotations

import streamlit as st

from dateline.web.components.clicks import class_of

_CSS = """
div { display: flex; gap: 0.5rem; flex-wrap: wrap; }
button {
  font: inherit; font-size: 0.9rem; cursor: pointer; padding: 0.25rem 0.75rem; min-height: 2.4rem;
  color: var(--st-text-color); background: var(--st-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
}
button:hover, button:focus-visible { border-color: var(--st-primary-color); color: var(--st-primary-color); }
"""

_JS = """
const SPACE = "http://www.w3.org/2000/svg";

const compose = (plot, title, back, ink) => {
  const width = plot.clientWidth;
  const height = plot.clientHeight;
  const head = 34;
  const whole = document.createElementNS(SPACE, "svg");
  whole.setAttribute("xmlns", SPACE);
  whole.setAttribute("width", width);
  whole.setAttribute("height", height + head);
  const ground = document.createElementNS(SPACE, "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", back);
  whole.appendChild(ground);
  const text = document.createElementNS(SPACE, "text");
  text.setAttribute("x", 12);
  text.setAttribute("y", 22);
  text.setAttribute("fill", ink);
  text.setAttribute("style", "font: 600 16px Georgia, serif");
  text.textContent = title;
  whole.appendChild(text);
  const parts = document.createElementNS(SPACE, "g");
  parts.setAttribute("transform", `translate(0 ${head})`);
  // Plotly draws in several layers, one above the other
  for (const layer of plot.querySelectorAll("svg.main-svg")) {
    const copy = layer.cloneNode(true);
    copy.setAttribute("overflow", "visible");
    parts.appendChild(copy);
  }
  whole.appendChild(parts);
  return whole;
};

const save = (blob, name) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};

export default function ({ data, parentElement }) {
  const row = document.createElement("div");
  const add = (label, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.onclick = act;
    row.appendChild(button);
  };
  const drawn = () => {
    const plot = document.querySelector(`.st-key-${data.chart} .js-plotly-plot`);
    const style = getComputedStyle(parentElement);
    const [back, ink] = ["--st-background-color", "--st-text-color"].map((name) => style.getPropertyValue(name));
    return plot && compose(plot, data.title, back, ink);
  };
  const text = (svg) => new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" });
  add("SVG", () => { const svg = drawn(); if (svg) save(text(svg), data.name + ".svg"); });
  add("PNG", () => {
    const svg = drawn();
    if (!svg) return;
    const picture = new Image();
    picture.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = 2 * picture.width;
      canvas.height = 2 * picture.height;
      const pen = canvas.getContext("2d");
      pen.scale(2, 2);
      pen.drawImage(picture, 0, 0);
      canvas.toBlob((blob) => save(blob, data.name + ".png"));
      URL.revokeObjectURL(picture.src);
    };
    picture.src = URL.createObjectURL(text(svg));
  });
  parentElement.replaceChildren(row);
}
"""

_buttons = st.components.v2.component("dateline.save_chart", css=_CSS, js=_JS)


def save_chart(chart: str, name: str, title: str) -> None:
    """The buttons for the chart whose element key is ``chart``; ``name`` is the file name without its ending."""
    _buttons(data={"chart": class_of(chart), "name": name, "title": title}, key=f"save.{chart}")

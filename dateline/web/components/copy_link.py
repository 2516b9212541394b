"""A button that copies the address of the present view, with the version of the pile that it was made on."""

from __future__ import annotations

import streamlit as st

_CSS = """
button {
  font: inherit; font-size: 0.9rem; cursor: pointer; padding: 0.25rem 0.75rem; min-height: 2.4rem;
  color: var(--st-text-color); background: var(--st-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
}
button:hover, button:focus-visible { border-color: var(--st-primary-color); color: var(--st-primary-color); }
"""

_JS = """
export default function ({ data, parentElement }) {
  let button = parentElement.querySelector("button");
  if (!button) {
    button = document.createElement("button");
    button.type = "button";
    parentElement.appendChild(button);
  }
  button.textContent = data.label;
  button.onclick = async () => {
    const url = new URL(data.page === null ? window.location.href : "./" + data.page, window.location.href);
    url.hash = "";
    url.searchParams.set("pile", data.pile);
    url.searchParams.set("v", data.version);
    let done = true;
    try {
      await navigator.clipboard.writeText(url.href);
    } catch {
      // no clipboard without https: select the address in a field and copy that
      const field = document.createElement("textarea");
      field.value = url.href;
      document.body.appendChild(field);
      field.select();
      done = document.execCommand("copy");
      field.remove();
    }
    button.textContent = done ? "Copied" : "Copy it from the address bar";
    setTimeout(() => { button.textContent = data.label; }, 2000);
  };
}
"""

_button = st.components.v2.component("dateline.copy_link", css=_CSS, js=_JS)


def copy_link(
    pile: str,
    version: int,
    articles: int,
    label: str = "Copy link",
    key: str = "copy_link",
    page: str | None = None,
) -> None:
    """The button. The copied link says pile, version and how many articles it showed, so that a change is noticed.

    It leads to the present view, or to the bare ``page`` ('' is the front page).
    """
    what = {"label": label, "pile": pile, "version": f"{version}.{articles}", "page": page}
    _button(data=what, key=key, width="content")

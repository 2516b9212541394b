"""Puts the address bar right without an entry in the browser's history: Streamlit itself can only add one."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from dateline.lens import Params

_JS = """
export default function ({ data }) {
  const address = new URL(location.href);
  address.search = data.search;
  history.replaceState(history.state, "", address);
}
"""

_address = st.components.v2.component("dateline.address", js=_JS)


def address(params: Params) -> None:
    """Let the address bar say ``params``, in the entry of the history that is shown."""
    _address(data={"search": urlencode(params, doseq=True)}, key="address", height=0)

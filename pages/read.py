"""read."""

import streamlit as st

from dateline.web import data, nav, state

nav.ensure()
st.title("read")
st.write(len(data.rows()))

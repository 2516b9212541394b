"""load."""

import streamlit as st

from dateline.web import data, nav, state

nav.ensure()
st.title("load")
st.write(len(data.rows()))

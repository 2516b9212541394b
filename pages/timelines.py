"""timelines."""

import streamlit as st

from dateline.web import data, nav, state

nav.ensure()
st.title("timelines")
st.write(len(data.rows()))

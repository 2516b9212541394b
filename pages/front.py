"""front."""

import streamlit as st

from dateline.web import data, nav, state

nav.ensure()
st.title("front")
st.write(len(data.rows()))

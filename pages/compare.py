"""compare."""

import streamlit as st

from dateline.web import data, nav

nav.ensure()
st.title("compare")
st.write(len(data.rows()))

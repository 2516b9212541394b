"""corrections."""

import streamlit as st

from dateline.web import data, nav

nav.ensure()
st.title("corrections")
st.write(len(data.rows()))

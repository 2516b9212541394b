"""search."""

import streamlit as st

from dateline.web import data, nav

nav.ensure()
st.title("search")
st.write(len(data.rows()))

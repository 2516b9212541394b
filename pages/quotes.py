"""quotes."""

import streamlit as st

from dateline.web import data, nav

nav.ensure()
st.title("quotes")
st.write(len(data.rows()))

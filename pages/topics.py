"""topics."""

import streamlit as st

from dateline.web import data, nav

nav.ensure()
st.title("topics")
st.write(len(data.rows()))

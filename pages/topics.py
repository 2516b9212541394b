"""topics."""

import streamlit as st

from dateline.web import data, nav, state

nav.ensure()
st.title("topics")
st.write(len(data.rows()))

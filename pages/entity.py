"""entity."""

import streamlit as st

from dateline.web import data, nav, state

nav.ensure()
st.title("entity")
st.write(len(data.rows()))

"""Dateline: `streamlit run app.py`. The frame of every page; pages stand in pages/, everything else in dateline/."""

from dateline.web import frame

frame.draw()

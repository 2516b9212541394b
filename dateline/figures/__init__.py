"""Small frames in, Plotly figures out; pure."""

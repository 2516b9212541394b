"""The app: the only place that imports Streamlit."""

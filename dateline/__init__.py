"""Dateline: read across a pile of news articles.

The library turns articles into pandas frames (``dateline.schema`` says which) and reads them back. Streamlit is
imported only in ``dateline.web``; spaCy and scikit-learn only where articles are annotated.
"""

__version__ = "0.1.0"

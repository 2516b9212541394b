"""Corpus and rows in, small frames out: what the figures and tables show."""

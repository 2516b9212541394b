"""Cleaning: the article out of a page or file, with all that was cut and why."""

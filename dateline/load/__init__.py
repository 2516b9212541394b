"""Bytes in, articles out: formats, cleaning, dates of publication, duplicates."""

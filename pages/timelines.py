"""Timelines: who was in the news, and when things happened; a marker opens its passages."""

from dateline.web import data, nav, timelines

nav.ensure()
timelines.draw(data.corpus(), data.rows())

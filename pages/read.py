"""Read: one article as a person would want to read it, highlighted, with what surrounds it."""

from dateline.web import data, nav, reading

nav.ensure()
reading.draw(data.corpus(), data.rows())

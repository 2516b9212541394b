"""Quotes: who said what, who is quoted most and by whom, the same words elsewhere; and how right it is."""

from dateline.web import data, nav, quotes

nav.ensure()
quotes.draw(data.corpus(), data.rows())

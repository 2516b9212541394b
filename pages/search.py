"""Search: what holds these words, where, when; and a list of names looked up at once."""

from dateline.web import data, nav, searching

nav.ensure()
searching.draw(data.corpus(), data.rows())

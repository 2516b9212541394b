"""One name: what it goes by, when it was in the news, with whom, what it said and what was said about it."""

from dateline.web import data, entity, nav

nav.ensure()
entity.draw(data.corpus(), data.rows())

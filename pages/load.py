"""Load: hand in articles, see what became of each, put them right, look after piles."""

from dateline.web import data, loading, nav

nav.ensure()
loading.draw(data.corpus(), data.rows())

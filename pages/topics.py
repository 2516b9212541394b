"""Topics: what the articles are about, as a list, over time and as a map; and the stories in them."""

from dateline.web import data, nav, topics

nav.ensure()
topics.draw(data.corpus(), data.rows())

"""Front page: volume and its peaks, who is in the news and who speaks, the words that set it apart, what is new."""

from dateline.web import data, front, nav

nav.ensure()
front.draw(data.corpus(), data.rows())

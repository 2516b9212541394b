"""Compare: two sides of the pile, the words and names that tell them apart, their volume, people and speakers."""

from dateline.web import compare, data, nav

nav.ensure()
compare.draw(data.corpus(), data.rows())

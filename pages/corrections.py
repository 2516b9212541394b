"""Names: which of them are one, which are two, what they are called; with suggestions, undo and an alias file."""

from dateline.web import data, nav, workbench

nav.ensure()
workbench.draw(data.corpus())

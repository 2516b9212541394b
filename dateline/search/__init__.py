"""Search: a query language, an index of a pile's words, exact places, keyword in context, lists of names.

index = Index.open(folder, frames)                       made beside the frames where it is not there
rows = matching(corpus, index, "storm NEAR/5 harbour")   article rows: a filter of the lens
found(corpus, index, query, rows, order="newest")        hits in order
context(corpus.articles, rows, query)                    keyword in context; ``arranged`` sorts it
by_term(corpus, index, query)                            hits of each term by article, for charts over time
names(corpus, index, ["Ada Quill", "Ben Farrow"])        a list of names, a row each
Finder(corpus, query).places(row)                        headline, text, names and speakers of one article
instead(corpus, index, query, rows)                      what to try where nothing was found
"""

from dateline.search.index import Index, build
from dateline.search.instead import Instead, instead
from dateline.search.lists import Lists, names_in
from dateline.search.passages import Hit, Matcher, Place, arranged, context
from dateline.search.places import Finder
from dateline.search.query import parse
from dateline.search.results import by_term, check, found, matching, names

__all__ = [
    "Finder",
    "Hit",
    "Index",
    "Instead",
    "Lists",
    "Matcher",
    "Place",
    "arranged",
    "build",
    "by_term",
    "check",
    "context",
    "found",
    "instead",
    "matching",
    "names",
    "names_in",
    "parse",
]

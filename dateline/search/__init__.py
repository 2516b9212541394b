"""Search: a query language, an index of a pile's words, exact places, keyword in context, lists of names.

index = Index.open(folder, frames)                       made beside the frames where it is not there
rows = matching(corpus, index, "storm NEAR/5 harbour")   article rows: a filter of the lens
found(corpus, index, query, rows, order="newest")        hits in order
context(corpus.articles, rows, query)                    keyword in context; ``arranged`` sorts it
by_term(corpus, index, query)                            hits of each term by article, for charts over time
names(corpus, index, ["Ada Quill", "Ben Farrow"])        a list of names, a row each
"""

from dateline.search.index import Index, build
from dateline.search.passages import Hit, Matcher, arranged, context
from dateline.search.query import parse
from dateline.search.results import by_term, check, found, matching, names

__all__ = [
    "Hit",
    "Index",
    "Matcher",
    "arranged",
    "build",
    "by_term",
    "check",
    "context",
    "found",
    "matching",
    "names",
    "parse",
]

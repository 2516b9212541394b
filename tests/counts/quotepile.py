"""A small pile of quotations: pieces, kinds, ways to know the speaker, the same words in several articles."""

import pandas as pd

from dateline import schema
from dateline.corpus import Corpus

ARTICLES = {  # id: day, outlet, headline
    "n1": ("2024-01-01", "Post", "Harbour shut"),
    "n2": ("2024-01-05", "Courier", "Ferry stops"),
    "n3": ("2024-02-02", "Bell", "Eels return"),
    "n4": (None, "Post", "No date"),
}
QUOTES = [  # article, quotation, text, kind, speaker as written, entity, resolved, sure, echo
    ("n1", "q0", "“Never,”", "direct", "Ada Ek", "ada", "named", 0.98, ""),
    ("n1", "q0", "“ever.”", "direct", "Ada Ek", "ada", "named", 0.98, ""),
    ("n1", "q1", "the wall is safe", "indirect", "she", "ada", "pronoun", 0.85, "x1"),
    ("n2", "q0", "“The Wall is safe,”", "direct", "Ben Ode", "ben", "named", 0.95, "x1"),
    ("n2", "q1", "no boat would sail", "indirect", "officials", "", "unnamed", 0.95, "x2"),
    ("n3", "q0", "“the wall is quite safe”", "direct", "Ek", "ada", "short name", 0.6, "x1"),
    ("n3", "q1", "eels “matter”", "mixed", "it", "", "unresolved", 0.0, "x2"),
    ("n4", "q0", "“The wall is safe”", "direct", "Ada Ek", "ada", "named", 0.98, "x1"),
]


def pile() -> Corpus:
    """The pile in memory."""
    frames = {n: schema.empty(n) for n in schema.FRAMES}
    articles = [
        {"article_id": i, "text": "x" * 400, "title": t, "published": pd.Timestamp(d) if d else pd.NaT, "source": o,
         "story_id": i, "annotated": True}
        for i, (d, o, t) in ARTICLES.items()
    ]  # fmt: skip
    quotes = [
        {"article_id": a, "quote_id": f"{a}-{q}", "start": 9 * n, "end": 9 * n + 5, "text": text, "kind": kind,
         "speaker": written, "speaker_entity_id": who, "speaker_entity": who.title(), "resolved": how, "sure": sure,
         "echo_id": echo, "cue": "said"}
        for n, (a, q, text, kind, written, who, how, sure, echo) in enumerate(QUOTES)
    ]  # fmt: skip
    entities = [
        {"entity_id": e, "entity": e.title(), "label": "PERSON", "aliases": [e.title()], "mentions": n}
        for e, n in (("ada", 5), ("ben", 1))
    ]
    for name, data in {"articles": articles, "quotes": quotes, "entities": entities}.items():
        frames[name] = schema.conform(name, data)
    return Corpus(frames, {})

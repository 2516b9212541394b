"""Spellings of a name: counted, the commonest first, a line break in one being a space."""

import numpy as np
import pytest

from dateline import schema
from dateline.corpus import Corpus
from dateline.counts.spelled import spelled

NAMES = ["Ada Quill", "Quill", "Ada\nQuill", "Quill", "Mrs  Quill", "Quill", "Ben"]


def corpus():
    frames = {n: schema.empty(n) for n in schema.FRAMES}
    frames["articles"] = schema.conform("articles", [{"article_id": "a", "text": "x" * 99}])
    rows = [{"article_id": "a", "start": n, "end": n + 1, "text": t, "entity_id": "q"} for n, t in enumerate(NAMES)]
    return Corpus(frames | {"mentions": schema.conform("mentions", rows)}, {})


@pytest.mark.parametrize(
    ("mentions", "forms", "chosen", "written"),
    [
        (range(6), {"Quill": 3, "Ada Quill": 2, "Mrs Quill": 1}, ["Ada Quill"], [0, 2]),
        (range(6), {"Quill": 3, "Ada Quill": 2, "Mrs Quill": 1}, ["Quill", "Mrs Quill"], [1, 3, 4, 5]),
        ([6, 2], {"Ben": 1, "Ada Quill": 1}, ["Ben"], [0]),
        ([1], {"Quill": 1}, ["no such"], []),
        ([], {}, ["Quill"], []),
    ],
)
def test_spelled(mentions, forms, chosen, written):
    found = spelled(corpus(), np.array(list(mentions), np.int64))
    assert list(found.forms.items()) == list(forms.items())
    assert np.flatnonzero(found.written(chosen)).tolist() == written

"""The sentence around a place in an article."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dateline.annotate.record import Record


def sentences_at(record: Record, starts: Sequence[int]) -> np.ndarray:
    """(start, end) of the sentence that each place begins in, (-1, -1) where there is none; int32, a row a place.

    ``starts``: characters of the text that the record was made from.
    """
    if not record.sentences or not len(starts):
        return np.full((len(starts), 2), -1, np.int32)
    bounds = np.array(record.sentences, np.int32)
    at = np.searchsorted(bounds[:, 0], starts, side="right") - 1
    return np.where(at[:, None] >= 0, bounds[at], np.int32(-1))

"""Identity across the pile. (Being written: for now one entity a string and label.)"""

from __future__ import annotations

import hashlib

import pandas as pd


def identify(articles: pd.DataFrame, names: pd.DataFrame) -> pd.DataFrame:
    """``names`` with the columns entity_id and entity added.

    ``articles``: as schema.ARTICLES. ``names``: article (row number), start, end, text, label, chain, role, reason.
    """
    key = names.text.str.casefold() + "|" + names.label
    ids = {k: "e" + hashlib.blake2b(k.encode(), digest_size=6).hexdigest() for k in key.unique()}
    return names.assign(entity_id=key.map(ids), entity=names.text)

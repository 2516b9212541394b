"""Records in, the quotes frame out: every piece of a quotation with its speaker as an entity of the pile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from dateline.annotate.record import Record
from dateline.load.article import Article
from dateline.resolve.bearers import Bearers
from dateline.resolve.echoes import echoes
from dateline.resolve.identity.entities import labels_of
from dateline.resolve.rows import framed, shared
from dateline.resolve.sentences import sentences_at
from dateline.resolve.texts import Told


def quotes(
    articles: Sequence[Article | Told], records: Sequence[Record], ids: Sequence[str], names: pd.DataFrame
) -> pd.DataFrame:
    """The quotes frame (``schema.QUOTES``) of articles in reading order.

    ``records[i]`` and ``ids[i]`` belong to ``articles[i]``. ``names``: as ``identify`` returns it, with the columns
    article (row number), chain, label, role, entity_id, entity. A speaker is the entity of its chain, or the one person
    of the article who bears its role elsewhere (``bearers``); where there is none, the entity columns are ''.
    ``quote_id`` is the article's id and the number of the quotation in it.
    """
    frame = framed("quotes", _rows(articles, records, ids, names), _COLUMNS)
    return frame.assign(echo_id=echoes(frame)) if len(frame) else frame


def _rows(
    articles: Sequence[Article | Told], records: Sequence[Record], ids: Sequence[str], names: pd.DataFrame
) -> Iterator[tuple]:
    entities = _Entities(names)
    bearers = Bearers(names)
    labels = labels_of(names).to_dict()
    for i, (id_, record) in enumerate(zip(ids, records, strict=True)):
        if not record.pieces:
            continue
        text, speakers = articles[i].text, entities.of(i)
        spans = sentences_at(record, [p.start for p in record.pieces]).tolist()
        for p, span in zip(record.pieces, spans, strict=True):
            cue = text[p.cue_start : p.cue_end] if p.cue_start >= 0 else ""
            speaker = text[p.speaker_start : p.speaker_end] if p.speaker_start >= 0 else ""
            entity_id, entity = speakers.get(p.chain, ("", ""))
            sure, resolved = p.sure, p.resolved
            if entity_id and speaker.lower() in ("he", "she") and labels[entity_id] != "PERSON":
                # the article took the name for a person; the pile knows better
                entity_id, entity, resolved, sure = "", "", "unresolved", 0.0
            if p.chain < 0 and p.resolved == "role":
                entity_id, entity = bearers.who(i, speaker)
                sure = round(sure * BY_ROLE, 2) if entity_id else sure
            yield (
                id_, f"{id_}-q{p.quote}", p.start, p.end, text[p.start : p.end], p.kind,
                p.cue_start if cue else -1, p.cue_end if cue else -1, cue,
                p.speaker_start if speaker else -1, p.speaker_end if speaker else -1, speaker,
                entity_id, entity, resolved, sure, *span,
            )  # fmt: skip


BY_ROLE = 0.87
"""Share of right speakers where a role was taken for a person of the article, as in ``annotate.quotes.trust``."""
_COLUMNS = [
    "article_id", "quote_id", "start", "end", "text", "kind", "cue_start", "cue_end", "cue",
    "speaker_start", "speaker_end", "speaker", "speaker_entity_id", "speaker_entity", "resolved", "sure",
    "sentence_start", "sentence_end",
]  # fmt: skip


class _Entities:
    """The entity of each chain: the one that most of its mentions belong to, the earlier one where even."""

    def __init__(self, names: pd.DataFrame) -> None:
        known = names[(names.chain >= 0) & (names.entity_id != "")]
        counts = known.groupby(["article", "chain", "entity_id", "entity"], sort=False).size().reset_index(name="n")
        best = counts.sort_values("n", ascending=False, kind="stable").drop_duplicates(["article", "chain"])
        best = best.sort_values("article", kind="stable")
        self._article, self._chain = best.article.to_numpy(int), best.chain.tolist()
        self._id, self._name = shared(best.entity_id), shared(best.entity)

    def of(self, article: int) -> dict[int, tuple[str, str]]:
        """Chain to (entity_id, entity) of the article in this row."""
        a, b = np.searchsorted(self._article, [article, article + 1])
        return {self._chain[k]: (self._id[k], self._name[k]) for k in range(a, b)}

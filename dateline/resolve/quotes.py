"""Records in, the quotes frame out: every piece of a quotation with its speaker as an entity of the pile."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dateline import schema
from dateline.annotate.record import Record
from dateline.load.article import Article
from dateline.resolve.bearers import Bearers
from dateline.resolve.echoes import echoes
from dateline.resolve.sentences import sentences_at


def quotes(
    articles: Sequence[Article], records: Sequence[Record], ids: Sequence[str], names: pd.DataFrame
) -> pd.DataFrame:
    """The quotes frame (``schema.QUOTES``) of articles in reading order.

    ``records[i]`` and ``ids[i]`` belong to ``articles[i]``. ``names``: as ``identify`` returns it, with the columns
    article (row number), chain, label, role, entity_id, entity. A speaker is the entity of its chain, or the one person
    of the article who bears its role elsewhere (``bearers``); where there is none, the entity columns are ''.
    ``quote_id`` is the article's id and the number of the quotation in it.
    """
    entities = _entities(names)
    bearers = Bearers(names)
    labels = _labels(names)
    rows: list[tuple] = []
    at: list[int] = []
    for i, (article, record) in enumerate(zip(articles, records, strict=True)):
        text = article.text
        for p in record.pieces:
            cue = text[p.cue_start : p.cue_end] if p.cue_start >= 0 else ""
            speaker = text[p.speaker_start : p.speaker_end] if p.speaker_start >= 0 else ""
            entity_id, entity = entities.get((i, p.chain), ("", ""))
            sure, resolved = p.sure, p.resolved
            if entity_id and speaker.lower() in ("he", "she") and labels[entity_id] != "PERSON":
                # the article took the name for a person; the pile knows better
                entity_id, entity, resolved, sure = "", "", "unresolved", 0.0
            if p.chain < 0 and p.resolved == "role":
                entity_id, entity = bearers.who(i, speaker)
                sure = round(sure * BY_ROLE, 2) if entity_id else sure
            rows.append(
                (
                    ids[i], f"{ids[i]}-q{p.quote}", p.start, p.end, text[p.start : p.end], p.kind,
                    p.cue_start if cue else -1, p.cue_end if cue else -1, cue,
                    p.speaker_start if speaker else -1, p.speaker_end if speaker else -1, speaker,
                    entity_id, entity, resolved, sure,
                )
            )  # fmt: skip
            at.append(i)
    if not rows:
        return schema.empty("quotes")
    frame = pd.DataFrame(rows, columns=_COLUMNS)
    spans = sentences_at(records, at, frame.start.tolist())
    frame["sentence_start"] = [s for s, _ in spans]
    frame["sentence_end"] = [e for _, e in spans]
    frame = schema.conform("quotes", frame)
    return frame.assign(echo_id=echoes(frame))


BY_ROLE = 0.87
"""Share of right speakers where a role was taken for a person of the article, as in ``annotate.quotes.trust``."""
_COLUMNS = [
    "article_id", "quote_id", "start", "end", "text", "kind", "cue_start", "cue_end", "cue",
    "speaker_start", "speaker_end", "speaker", "speaker_entity_id", "speaker_entity", "resolved", "sure",
]  # fmt: skip


def _labels(names: pd.DataFrame) -> dict[str, str]:
    """The label that most mentions of each entity have."""
    if not len(names):
        return {}
    counts = names.groupby(["entity_id", "label"], sort=False).size().reset_index(name="n")
    best = counts.sort_values("n", ascending=False, kind="stable").drop_duplicates("entity_id")
    return dict(zip(best.entity_id, best.label, strict=True))


def _entities(names: pd.DataFrame) -> dict[tuple[int, int], tuple[str, str]]:
    """(article row, chain) to the entity that most mentions of the chain belong to, the earlier one where even."""
    if not len(names):
        return {}
    known = names[(names.chain >= 0) & (names.entity_id != "")]
    counts = known.groupby(["article", "chain", "entity_id", "entity"], sort=False).size().reset_index(name="n")
    best = counts.sort_values("n", ascending=False, kind="stable").drop_duplicates(["article", "chain"])
    return {(a, c): (i, e) for a, c, i, e in zip(best.article, best.chain, best.entity_id, best.entity, strict=True)}

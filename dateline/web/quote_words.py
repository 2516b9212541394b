"""What the Quotes page calls things, and a quotation as a passage with all its pieces marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

import numpy as np
import pandas as pd

from dateline import schema
from dateline.corpus import Corpus
from dateline.counts.quotetable import newest_first
from dateline.web import evidence, moments, state
from dateline.web.components.passages import Passage, passages, sentence
from dateline.web.components.quotecards import Card
from dateline.web.kept import kept
from dateline.web.words import many

KINDS = {"direct": "Direct", "mixed": "Mixed", "indirect": "Indirect"}
KINDS_HELP = (
    "Direct: in quotation marks. Indirect: told in the article’s own words. Mixed: told, with some words in marks."
)
HOW = {
    "named": "Full name",
    "short name": "Short name",
    "pronoun": "Pronoun",
    "role": "Role",
    "unnamed": "Unnamed",
    "document": "Document",
    "unresolved": "Not known",
    "hand": "Put right",
}
"""How a speaker is known, in the order of ``schema.KNOWN_BY``."""
HOW_HELP = (
    "How the text gives the speaker. Full name, short name (“Smith”), pronoun (“she”) and role (“the minister”) were "
    "followed to a name. Unnamed: “officials”, “her lawyer”; the article gives no name. Document: “the report”. "
    "Not known: who speaks could not be told. Put right: by a reader."
)
SURE = {"sure": "Sure", "fairly sure": "Fairly sure", "unsure": "Unsure"}
SURE_HELP = "How often such speakers are right: sure 90% or more, fairly sure 80 to 90%, unsure less."
_STOP = re.compile(r"[.!?][\"'”’)]*(?=\s|$)|(?=\n)")
_COLUMNS = [
    "article_id", "start", "end", "cue_start", "cue_end", "speaker_start", "speaker_end", "speaker", "speaker_entity",
    "resolved", "sure", "sentence_start", "sentence_end",
]  # fmt: skip
_NEAR = 400
"""Characters around what was said in which the cue and the speaker are shown."""


def speakers_of(frame: pd.DataFrame) -> pd.Series:
    """The cells "who" of a table (``counts.quotetable.cells``) in words: unknown speakers say that they are."""
    unknown = frame.resolved.map({"unresolved": "Not known", "hand": "Nobody with a name"}).fillna("")
    return frame.who.where(frame.who != "", unknown).astype("str")


def passages_of(corpus: Corpus, rows: Sequence[int] | np.ndarray) -> list[Passage]:
    """The quotations that quote rows belong to, as passages: all their pieces, the cue and the speaker marked.

    Made once for the same rows: a frame of text is slow to take single rows from.
    """
    wanted = np.asarray(rows, np.int64)
    return kept(corpus, wanted, "quotes.passages", (), lambda: _passages(corpus, wanted))


def _passages(corpus: Corpus, rows: np.ndarray) -> list[Passage]:
    of = [corpus.by_quotation.of_code(n) for n in corpus.quotation[rows]]
    every = np.concatenate(of) if of else np.empty(0, np.int64)
    pieces = list(corpus.quotes.iloc[every][_COLUMNS].itertuples(index=False))
    out, at = [], 0
    for mine in of:
        out.append(_passage(corpus, int(corpus.quote_article[mine[0]]), pieces[at : at + len(mine)]))
        at += len(mine)
    return out


def _passage(corpus: Corpus, article: int, pieces: list[Any]) -> Passage:
    text, first = corpus.articles.text.iat[article], pieces[0]
    marks = [(p.start, p.end, "hit") for p in pieces]
    low, high = min(p.start for p in pieces) - _NEAR, max(p.end for p in pieces) + _NEAR
    spans = ((first.cue_start, first.cue_end, "cue"), (first.speaker_start, first.speaker_end, "speaker"))
    for start, end, kind in spans:
        # a speaker named paragraphs away is said under it, not shown
        if max(low, 0) <= start and end <= high and all(end <= a or start >= b for a, b, _ in marks):
            marks.append((start, end, kind))
    low, high = min(p.sentence_start for p in pieces), max(p.sentence_end for p in pieces)
    last = max(end for _, end, _ in marks)
    shown = sentence(text, (low, high if last <= high else _end_of_sentence(text, last)), marks)
    title, note = corpus.articles.title.iat[article], evidence.speaker_note(first)
    meta = evidence.meta(corpus, article)
    return Passage(first.article_id, int(first.start), int(first.end), title, meta, shown, note)


def card(corpus: Corpus, row: int, passage: Passage, **more: object) -> Card:
    """A passage as a card, with what can be done with it; ``more`` are further fields of ``Card``."""
    first = int(corpus.quote_first[corpus.quotation[row]])
    speaker = int(corpus.quote_speaker[first])
    return Card(
        id=corpus.quotes.quote_id.iat[first],
        where=passage.where,
        href="read?" + urlencode(state.link("read", **passage.where), doseq=True),
        title=passage.title,
        meta=passage.meta,
        pieces=passage.pieces,
        note=passage.note,
        speaker=corpus.entities.entity_id.iat[speaker] if speaker >= 0 else "",
        fixed=corpus.quotes.resolved.iat[first] == schema.HAND,
        elsewhere=int(corpus.quote_elsewhere[row]),
        **more,
    )


def show(corpus: Corpus, first: np.ndarray, key: str, each: int = 10) -> None:
    """Draw quotations (rows of first pieces) as passages, newest first, so many a page."""
    page = moments.pages(len(first), many(len(first), "quotation"), key, each)
    part = newest_first(corpus, first)[page * each : (page + 1) * each]
    passages(passages_of(corpus, part), key)


def _end_of_sentence(text: str, at: int) -> int:
    """Where the sentence around an offset ends, for a “…,” she said that a full stop in the quotation cut off."""
    stop = _STOP.search(text, at, at + 200)
    return stop.end() if stop else at


def row_of(corpus: Corpus, quote_id: str) -> int:
    """The row of the first piece of a quotation, -1 where this pile has none of that id."""
    number = int(corpus.quotations_by_id.get_indexer([quote_id])[0]) if quote_id else -1
    return int(corpus.quote_first[number]) if number >= 0 else -1


def spoken(corpus: Corpus) -> np.ndarray:
    """How many quotations each entity (code) says in the whole pile."""
    known = corpus.quote_speaker[corpus.quote_first]
    return np.bincount(known[known >= 0], minlength=len(corpus.entities))

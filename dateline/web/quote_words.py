"""What the Quotes page calls things, and a quotation as a passage with all its pieces marked."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import numpy as np
import pandas as pd

from dateline import schema
from dateline.corpus import Corpus
from dateline.counts.quotetable import newest_first
from dateline.web import evidence, moments, state
from dateline.web.components.passages import Passage, passages, sentence
from dateline.web.components.quotecards import Card
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
SURE_HELP = "How often such speakers are right: sure 90 % or more, fairly sure 80 to 90 %, unsure less."
_STOP = re.compile(r"[.!?][\"'”’)]*(?=\s|$)|(?=\n)")
_NEAR = 400
"""Characters around what was said in which the cue and the speaker are shown."""


def speakers_of(frame: pd.DataFrame) -> pd.Series:
    """The cells "who" of a table (``counts.quotetable.cells``) in words: unknown speakers say that they are."""
    unknown = frame.resolved.map({"unresolved": "Not known", "hand": "Nobody with a name"}).fillna("")
    return frame.who.where(frame.who != "", unknown).astype("str")


def passage(corpus: Corpus, row: int) -> Passage:
    """The quotation that a quote row belongs to, as a passage: all its pieces, the cue and the speaker marked."""
    number = int(corpus.quotation[row])
    pieces = corpus.quotes.iloc[corpus.by_quotation.of_code(number)]
    first, at = pieces.iloc[0], int(corpus.quote_article[row])
    text = corpus.articles.text.iat[at]
    marks = [(int(p.start), int(p.end), "hit") for p in pieces.itertuples()]
    low, high = int(pieces.start.min()) - _NEAR, int(pieces.end.max()) + _NEAR
    spans = ((first.cue_start, first.cue_end, "cue"), (first.speaker_start, first.speaker_end, "speaker"))
    for start, end, kind in spans:
        # a speaker named paragraphs away is said under it, not shown
        if max(low, 0) <= start and end <= high and all(end <= a or start >= b for a, b, _ in marks):
            marks.append((int(start), int(end), kind))
    low, high = int(pieces.sentence_start.min()), int(pieces.sentence_end.max())
    last = max(end for _, end, _ in marks)
    shown = sentence(text, (low, high if last <= high else _end_of_sentence(text, last)), marks)
    title, note = corpus.articles.title.iat[at], evidence.speaker_note(first)
    return Passage(first.article_id, int(first.start), int(first.end), title, evidence.meta(corpus, at), shown, note)


def card(corpus: Corpus, row: int, **more: object) -> Card:
    """The same as a card, with what can be done with it; ``more`` are further fields of ``Card``."""
    first = corpus.quotes.iloc[int(corpus.quote_first[corpus.quotation[row]])]
    p = passage(corpus, row)
    return Card(
        id=str(first.quote_id),
        where=p.where,
        href="read?" + urlencode(state.link("read", **p.where), doseq=True),
        title=p.title,
        meta=p.meta,
        pieces=p.pieces,
        note=p.note,
        speaker=first.speaker_entity_id,
        fixed=first.resolved == schema.HAND,
        elsewhere=int(corpus.quote_elsewhere[row]),
        **more,
    )


def show(corpus: Corpus, first: np.ndarray, key: str, each: int = 10) -> None:
    """Draw quotations (rows of first pieces) as passages, newest first, so many a page."""
    page = moments.pages(len(first), many(len(first), "quotation"), key, each)
    part = newest_first(corpus, first)[page * each : (page + 1) * each]
    passages([passage(corpus, int(r)) for r in part], key)


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

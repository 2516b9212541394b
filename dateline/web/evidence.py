"""Rows of frames as passages: the sentence around a mention, a quotation with its speaker, a date with its value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dateline.corpus import Corpus
from dateline.web.components.passages import Passage, passages, sentence
from dateline.web.words import many, on_day

EACH = 20
"""Passages a page."""


def meta(corpus: Corpus, row: int) -> str:
    """Outlet and date of an article, for the line under a passage."""
    source, published = corpus.articles.source.iat[row], corpus.articles.published.iat[row]
    return " · ".join(filter(None, (source, on_day(published, short=True))))


def of_mentions(corpus: Corpus, rows: Sequence[int]) -> list[Passage]:
    """Passages of mention rows: the sentence, the name marked; why it is this entity where that is not plain."""
    out = []
    for r in rows:
        m, at = corpus.mentions.iloc[r], int(corpus.mention_article[r])
        text = corpus.articles.text.iat[at]
        pieces = sentence(text, (m.sentence_start, m.sentence_end), [(m.start, m.end, "hit")])
        note = f"{m.text} = {m.entity}: {m.reason}" if m.reason and m.text != m.entity else ""
        out.append(_passage(corpus, at, m, pieces, note))
    return out


def of_quotes(corpus: Corpus, rows: Sequence[int]) -> list[Passage]:
    """Passages of quote rows: the sentence with words, cue and speaker marked; who was understood to speak."""
    out = []
    for r in rows:
        q, at = corpus.quotes.iloc[r], int(corpus.quote_article[r])
        text = corpus.articles.text.iat[at]
        marks = [(q.start, q.end, "hit")]
        near = (q.start - 400, q.end + 400)
        for start, end, kind in ((q.cue_start, q.cue_end, "cue"), (q.speaker_start, q.speaker_end, "speaker")):
            # a speaker named paragraphs away is said in the note, not shown
            if start >= 0 and near[0] <= start and end <= near[1] and (end <= q.start or start >= q.end):
                marks.append((start, end, kind))
        pieces = sentence(text, (q.sentence_start, q.sentence_end), marks)
        out.append(_passage(corpus, at, q, pieces, speaker_note(q)))
    return out


def speaker_note(q: Any) -> str:
    """Who speaks, how that is known and how sure it is, in a line; ``q`` is a row of quotes (a Series or a tuple).

    "Officials" are no unknown speaker: the article says who they are, and gives no name."""
    written = " ".join(q.speaker.split())
    if q.resolved == "hand":
        return f"Speaker: {q.speaker_entity or 'nobody with a name'}, put right by a reader"
    if q.resolved == "unresolved":
        return f"Speaker not known: the text says “{written}”" if written else "Speaker not known: the text names none"
    sure = f" · {round(100 * float(q.sure))}% sure" if q.sure >= 0 else ""
    if q.speaker_entity:
        how = f", in the text “{written}”" if written and written != q.speaker_entity else ""
        return f"Speaker: {q.speaker_entity}{how}{sure}"
    why = {
        "unnamed": "not named in the article",
        "document": "a document",
        "role": "a role, with no name in the article",
    }
    return f"Speaker: “{written}”, {why.get(q.resolved, q.resolved)}{sure}"


def of_times(corpus: Corpus, rows: Sequence[int]) -> list[Passage]:
    """Passages of time rows: the sentence, the expression marked; its value and how that was found."""
    out = []
    for r in rows:
        t, at = corpus.times.iloc[r], int(corpus.time_article[r])
        text = corpus.articles.text.iat[at]
        pieces = sentence(text, (t.sentence_start, t.sentence_end), [(t.start, t.end, "hit")])
        note = " · ".join(filter(None, (t.value, t.how)))
        out.append(_passage(corpus, at, t, pieces, note))
    return out


def _passage(corpus: Corpus, at: int, row: pd.Series, pieces: tuple, note: str) -> Passage:
    title = corpus.articles.title.iat[at]
    return Passage(row.article_id, int(row.start), int(row.end), title, meta(corpus, at), pieces, note)


_MAKERS = {"mentions": of_mentions, "quotes": of_quotes, "times": of_times}


def show(corpus: Corpus, frame: str, rows: np.ndarray, key: str) -> None:
    """Draw the passages of rows of ``frame`` (mentions, quotes or times), newest first, so many a page."""
    codes = {"mentions": corpus.mention_article, "quotes": corpus.quote_article, "times": corpus.time_article}[frame]
    article = codes[rows]
    # newest first, undated last; inside an article in reading order
    order = np.lexsort((rows, np.where(article < corpus.dated, -article.astype(np.int64), article + len(corpus))))
    rows = rows[order]
    pages = -(-len(rows) // EACH)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(many(len(rows), "passage"))
        page = st.pagination(pages, key=f"{key}.page") - 1 if pages > 1 else 0
    passages(_MAKERS[frame](corpus, rows[page * EACH : (page + 1) * EACH]), key)

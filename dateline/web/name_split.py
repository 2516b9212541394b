"""Taking mentions off a name: those in some spellings, in some articles, or both; they become a name of their own."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from dateline.corpus import Corpus
from dateline.counts.spelled import spelled
from dateline.schema import LABELS
from dateline.web import state
from dateline.web.components.passages import sentence
from dateline.web.kept import kept
from dateline.web.labels import KIND_WORDS
from dateline.web.name_acts import act, thing
from dateline.web.words import many, on_day, plain

_FORMS, _ROWS = 24, 200
_NONE = np.empty(0, np.int32)


def draw(corpus: Corpus, code: int) -> None:
    """Draw the choice of mentions of an entity (code), what comes of it, and the button."""
    e = corpus.entities.iloc[code]
    mentions = corpus.by_entity.of_code(code)
    found = kept(corpus, _NONE, "spelled", (code,), lambda: spelled(corpus, mentions))
    forms = found.forms
    st.markdown("**Which mentions are something else?**")
    chosen = st.pills(
        "Written so",
        forms.index.tolist()[:_FORMS],
        selection_mode="multi",
        format_func=lambda f: f"{plain(f, 40)} ({forms[f]:,})",
        key=f"names.forms.{e.entity_id}",
        help="None chosen: in any spelling. A split by spelling holds for articles loaded later too.",
    )
    fits = found.written(chosen) if chosen else np.ones(len(mentions), bool)
    texts = forms.index.to_numpy()[found.of]
    rows, articles = _articles(corpus, mentions[fits], texts[fits])
    st.caption("In these articles: tick some, or none for all")
    got = st.dataframe(
        rows,
        hide_index=True,
        placeholder="",
        key=f"names.articles.{e.entity_id}",
        on_select="rerun",
        selection_mode="multi-row",
        height="auto" if len(rows) < 8 else 320,
        column_config={"Sentence": st.column_config.TextColumn(width="large")},
    )
    ticked = [articles[n] for n in got.selection.rows if n < len(articles)]
    if len(articles) == _ROWS:
        st.caption(f"The newest {_ROWS} articles; choose a spelling to see fewer.")
    if not chosen and not ticked:
        return
    taken = mentions[fits]
    if ticked:
        taken = taken[np.isin(corpus.mention_article[taken], ticked)]
    where = many(len(np.unique(corpus.mention_article[taken])), "article")
    left = len(mentions) - len(taken)
    rest = f"{many(left, 'mention')} stay" if left else "none stays, so it is renamed"
    st.caption(f"{many(len(taken), 'mention')} in {where} go; {rest}.")
    best = str(pd.Series(texts[np.isin(mentions, taken)]).mode().iat[0]) if len(taken) else ""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        widget = f"names.split.{e.entity_id}.{best}"
        st.text_input("They become", best, max_chars=200, key=widget, width=320,
                      help="If a name of this kind is called so already, they join it.")  # fmt: skip
        known = list(LABELS)
        st.selectbox("Kind", known, index=known.index(e.label) if e.label in known else 0, width=260,
                     format_func=KIND_WORDS.get, key=f"{widget}.kind")  # fmt: skip

        def split() -> None:
            name = " ".join((state.value_of(widget) or "").split())
            ids = [corpus.articles.article_id.iat[a] for a in ticked]
            label = state.value_of(f"{widget}.kind")
            act(lambda book: book.split(thing(corpus, code), name, names=chosen, articles=ids, label=label))

        st.button("Split off", type="primary", icon=":material/call_split:", disabled=not len(taken), on_click=split)


def _articles(corpus: Corpus, mentions: np.ndarray, texts: np.ndarray) -> tuple[pd.DataFrame, list[int]]:
    """The articles of some mentions, newest first: headline, outlet, date, how it is written there, the first
    sentence; and their rows."""
    article = corpus.mention_article[mentions]
    # mentions stand in the order of their articles, so those of one are a slice
    every, starts = np.unique(article, return_index=True)
    ends = np.append(starts[1:], len(article))
    order = np.argsort(np.where(every < corpus.dated, -every.astype(np.int64), every + len(corpus)), kind="stable")
    out, rows = [], []
    for n in order[:_ROWS].tolist():
        a = int(every[n])
        rows.append(a)
        here = np.arange(starts[n], ends[n])
        m = corpus.mentions.iloc[mentions[here[0]]]
        pieces = sentence(corpus.articles.text.iat[a], (m.sentence_start, m.sentence_end), [(m.start, m.end, "hit")])
        out.append({
            "Headline": corpus.articles.title.iat[a] or "Without a headline",
            "Published": on_day(corpus.articles.published.iat[a], short=True),
            "Outlet": corpus.articles.source.iat[a],
            "Written": ", ".join(dict.fromkeys(texts[here])),
            "Sentence": "".join(t for t, _ in pieces),
        })  # fmt: skip
    return pd.DataFrame(out), rows

"""The page of one name: what it goes by, when it was in the news, with whom, what it said, what was said about it."""

from __future__ import annotations

import numpy as np
import streamlit as st

from dateline.corpus import Corpus
from dateline.counts.said import said_about, said_by
from dateline.counts.spelled import spelled
from dateline.counts.top import top_entities
from dateline.web import data, evidence, joins, lifeline, network, notices, state
from dateline.web.components.ranking import Ranked, ranking
from dateline.web.kept import kept
from dateline.web.labels import LABEL_WORDS
from dateline.web.lists import article_list
from dateline.web.names import most_mentioned
from dateline.web.words import many, on_day, plain

_LONGEST_ROLE = 60
_FORMS = 16


def draw(corpus: Corpus, rows: np.ndarray) -> None:
    """Draw the page of the entity that the address bar names."""
    code = corpus.entity_code(state.get("id"))
    if code < 0:
        _choose(corpus, rows)
        return
    articles = corpus.entity_articles.of_code(code)
    inside = articles[np.isin(articles, rows, assume_unique=True)]
    _head(corpus, code, inside)
    if not len(inside):
        st.info("It is not mentioned in the articles that pass the filters.", icon=":material/filter_alt:")
        st.button("Clear all filters", on_click=state.change, args=(state.lens().cleared(),))
        return
    lifeline.draw(corpus, code, rows)
    network.draw(corpus, code, rows)
    _evidence(corpus, code, rows, inside)


def _choose(corpus: Corpus, rows: np.ndarray) -> None:
    """Without a name: say what is wrong, and offer names to open."""
    st.title("Name", anchor=False)
    wanted = state.get("id")
    went = data.opened().redirects.get(wanted) if wanted else None
    if went is not None and went.kind == "hidden":
        # the notice above says that it is hidden
        st.button("Show it again", icon=":material/visibility:", on_click=lambda: state.jump("corrections", id=wanted),
                  help="On the Names page")  # fmt: skip
    elif wanted:
        st.warning(f"There is no name “{plain(wanted, 60)}” in this pile (any more).", icon=":material/link_off:")

    def typed() -> None:
        text = state.value_of("entity.find") or ""
        found = most_mentioned(corpus, text)
        if found >= 0:
            state.change(id=str(corpus.entities.entity_id.iat[found]))
        state.remember("entity.missed", text if found < 0 else "")

    st.text_input("Find a name", key="entity.find", type="search", width=360, placeholder="a part of the name",
                  on_change=typed)  # fmt: skip
    if missed := state.recall("entity.missed", ""):
        st.caption(f"No name in this pile has “{plain(missed, 60)}” in it.")
    if not len(rows):
        notices.nothing(corpus)
        return
    unit = state.lens().unit
    top = top_entities(corpus, rows, unit=unit, limit=20)
    ranking(
        [Ranked(r.entity, r.label, (r.count, r.mentions), "entity", {"id": r.entity_id}) for r in top.itertuples()],
        [unit.capitalize(), "Mentions"],
        "entity.top",
    )


def _head(corpus: Corpus, code: int, inside: np.ndarray) -> None:
    e, lens = corpus.entities.iloc[code], state.lens()
    has = e.entity_id in lens.entity
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.title(plain(e.entity), anchor=False, width="content")
        st.space("stretch")
        st.button(
            "In the filters" if has else "Only articles with it",
            icon=":material/filter_alt:",
            disabled=has,
            on_click=state.change,
            args=(lens.with_(entity=(*lens.entity, e.entity_id)),),
        )
        st.button(
            "Compare over time",
            icon=":material/timeline:",
            on_click=lambda: state.jump("timelines", lane=(e.entity_id,)),
            help="On the Timelines page, beside others",
        )
        st.button(
            "Put right",
            icon=":material/edit:",
            on_click=lambda: state.jump("corrections", id=e.entity_id),
            help="Merge, split, rename, change its kind, or hide it",
        )
    facts = [LABEL_WORDS.get(e.label, e.label), f"{many(e.mentions, 'mention')} in {many(e.articles, 'article')}"]
    if len(inside) != e.articles:
        facts.append(f"{len(inside):,} of them pass the filters")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(" · ".join(plain(f) for f in facts), width="content")
        _seen(corpus, code)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if roles := _roles(e.roles):
            st.markdown("**Called** " + plain(" · ".join(roles)), width="content")
        joins.draw(corpus, code)
    joins.doubt(corpus, code)


def _seen(corpus: Corpus, code: int) -> None:
    """The first and the last article of the pile that name it, to open."""
    articles = corpus.entity_articles.of_code(code)
    dated = articles[articles < corpus.dated]
    if not len(dated):
        st.caption("only in undated articles", width="content")
        return
    ends = {"First seen": int(dated[0]), "last seen": int(dated[-1])} if len(dated) > 1 else {"Seen": int(dated[0])}
    for word, row in ends.items():
        m = corpus.by_entity.of_code(code)
        m = int(m[np.searchsorted(corpus.mention_article[m], row)])
        where = {"article": corpus.articles.article_id.iat[row], "at": int(corpus.mentions.start.iat[m]),
                 "to": int(corpus.mentions.end.iat[m])}  # fmt: skip
        st.button(
            f"{word} {on_day(corpus.articles.published.iat[row])}",
            type="tertiary",
            key=f"seen.{word}",
            help=plain(corpus.articles.title.iat[row]) or None,
            on_click=lambda where=where: state.jump("read", **where),
        )


def _roles(roles: list[str]) -> list[str]:
    """Roles as they are shown: each once, the long ones (half a sentence, mostly) left out."""
    once: dict[str, str] = {}
    for role in roles:
        if len(role) <= _LONGEST_ROLE:
            once.setdefault(role.casefold(), role)
    return list(once.values())[:6]


def _evidence(corpus: Corpus, code: int, rows: np.ndarray, inside: np.ndarray) -> None:
    mentions = corpus.by_entity.of_code(code)
    mentions = mentions[np.isin(corpus.mention_article[mentions], inside)]
    parts = {"passages": mentions, "said": said_by(corpus, code, rows), "said about": said_about(corpus, code, rows)}
    quotes = corpus.quotes.quote_id
    counts = {name: len(found) for name, found in parts.items()} | {"articles": len(inside)}
    for name in ("said", "said about"):  # pieces of one quotation are one
        counts[name] = quotes.iloc[parts[name]].nunique()
    words = {
        "passages": "Passages",
        "said": "What it said",
        "said about": "What was said about it",
        "articles": "Articles",
    }
    show = st.segmented_control(
        "Show",
        list(words),
        format_func=lambda v: f"{words[v]} ({counts[v]:,})",
        required=True,
        label_visibility="collapsed",
        **state.bound("show"),
    )
    if show == "articles":
        article_list(corpus, inside, key="entity.articles")
    elif show == "passages":
        evidence.show(corpus, "mentions", _of_form(corpus, code, inside, mentions), key="entity.passages")
    elif len(parts[show]):
        evidence.show(corpus, "quotes", parts[show], key=f"entity.{show}")
    else:
        st.info("No quotations in the articles shown.", icon=":material/format_quote:")


def _of_form(corpus: Corpus, code: int, inside: np.ndarray, mentions: np.ndarray) -> np.ndarray:
    """Let the reader choose one of the spellings; returns the mentions in it (all where none is chosen)."""
    found = kept(corpus, inside, "spelled", (code,), lambda: spelled(corpus, mentions))
    forms = found.forms.head(_FORMS)
    if len(found.forms) < 2:
        return mentions
    chosen = st.pills(
        "Written as",
        forms.index.tolist(),
        format_func=lambda f: f"{plain(f, 40)} ({forms[f]:,})",
        **state.seeded("entity.form", state.get("form") if state.get("form") in forms.index else None,
                       lambda: state.change(form=state.value_of("entity.form") or "")),
    )  # fmt: skip
    return mentions[found.written([chosen])] if chosen else mentions

"""What tells two sides apart: words and names as a chart, a table and clouds; each opens its places in A and in B."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dateline.corpus import Corpus
from dateline.figures.keyness import CLEAR
from dateline.figures.keyness import keyness as keyness_figure
from dateline.web import clouds, data, occurrences, state
from dateline.web.charts import chart
from dateline.web.components.ranking import Ranked, ranking
from dateline.web.kept import digest, kept
from dateline.web.names import code_of
from dateline.web.narrow import with_term
from dateline.web.sides import Side
from dateline.web.tables import Col, table
from dateline.web.words import many, plain

TITLE = "What tells them apart"
HELP = (
    "For each word and name: how much likelier it is in A than in B, as log-odds with the whole pile as an informative "
    "prior, divided by its uncertainty (z). The measure is that of Monroe, Colaresi and Quinn, “Fightin’ Words”, "
    "Political Analysis 16, 2008, equations 16, 19 and 22.\n\n"
    f"From about {CLEAR} (the grey band in the chart) a difference is more than chance would make of one word; with "
    "hundreds of words a few get there by chance all the same. A word must stand in the given number of articles of "
    "the side that it speaks for. Names count by whom they mean, however they are written; the words of names do not "
    "count as words. Words that say little by themselves (said, Monday) are left out."
)
MOST = 150
"""Terms of each side."""
_LISTED = 8
"""Terms of each side in the list below the chart."""
_COLUMNS = (
    Col("term", "Word or name", width="medium"),
    Col("side", "More in", width="small"),
    Col("z", "How clearly (z)", "number", width="small", help="How clearly it tells the sides apart"),
    Col("count_a", "Times in A", "number", width="small"),
    Col("count_b", "Times in B", "number", width="small"),
    Col("rate_a", "per 10,000 in A", "number", width="small", help="Words and names counted"),
    Col("rate_b", "per 10,000 in B", "number", width="small", help="Words and names counted"),
    Col("articles_a", "Articles in A", "number", shown=False, width="small"),
    Col("articles_b", "Articles in B", "number", shown=False, width="small"),
    Col("kind", "Kind", shown=False, width="small"),
)


def draw(corpus: Corpus, a: Side, b: Side) -> None:
    """Draw the section. The term that is open stands in the page's key ``row`` as "word:…" or "name:…"."""
    found = terms(corpus, a, b)
    view = state.get("view")
    if len(found) and view == "chart":
        _chart(corpus, found, a, b)
        _settings(found)
        _strongest(found, a, b)
    else:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.subheader(TITLE, anchor=False, width="content")
            st.space("stretch")
            _head()
        _settings(found)
        if not len(found):
            words = (
                f"No word or name stands in {many(_least(), 'article')} of a side and tells it apart. Ask for fewer."
            )
            st.info(words, icon=":material/balance:")
        elif view == "table":
            table("Words and names of A and B", found, _COLUMNS, key="contrast", row_id="id", height=430)
        else:
            _clouds(corpus, a, b)
    opened(corpus, state.get("row"), a, b, "row")


def terms(corpus: Corpus, a: Side, b: Side) -> pd.DataFrame:
    """The terms of ``counts.keyness``, most distinctive of A first, with side ("A" or "B") and id ("word:storm")."""

    def make() -> pd.DataFrame:
        from dateline.counts.everyday import stop_words
        from dateline.counts.keyness import keyness

        tally = data.tally()
        dull = stop_words().union(tally.keys[tally.dull])
        found = keyness(corpus, tally, a.rows, b.rows, kinds=kinds, stop=stop, least=least, limit=3 * MOST)
        found = found[~((found.kind == "word") & found.key.isin(dull))]
        found = pd.concat([found[found.z > 0].head(MOST), found[found.z < 0].tail(MOST)], ignore_index=True)
        side = np.where(found.z > 0, "A", "B")
        return found.assign(
            side=side, id=found.kind + ":" + found.key, z=found.z.round(1), rate_a=found.rate_a.round(1),
            rate_b=found.rate_b.round(1),
        )  # fmt: skip

    kinds, stop, least = state.get("of"), state.get("stop"), _least()
    return kept(corpus, a.rows, "contrast", (digest(b.rows), kinds, stop, least), make)


def _least() -> int:
    return min(max(1, state.get("least")), 99)


def _head() -> None:
    """Beside the heading: how it is measured, and how it is shown."""
    with st.popover("How it is measured", type="tertiary", width="content"):
        st.markdown(HELP)
    st.segmented_control(
        "As",
        ["chart", "table", "clouds"],
        format_func=str.capitalize,
        required=True,
        label_visibility="collapsed",
        **state.bound("view"),
    )


def _settings(found: pd.DataFrame) -> None:
    """What is counted: words, names, in how many articles, which not."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.segmented_control(
            "Of",
            ["both", "words", "names"],
            format_func={"both": "Words and names", "words": "Words", "names": "Names"}.get,
            required=True,
            label_visibility="collapsed",
            **state.bound("of"),
        )
        st.caption("in at least", width="content")
        st.number_input(
            "Least articles",
            1,
            99,
            label_visibility="collapsed",
            width=110,
            help="In so many articles of the side that it speaks for",
            **state.seeded("compare.least", _least(), lambda: state.change(least=int(state.value_of("compare.least")))),
        )
        st.caption("articles of its side", width="content")
        clouds.leave_out(found)


def _chart(corpus: Corpus, found: pd.DataFrame, a: Side, b: Side) -> None:
    at = np.flatnonzero((found.id == state.get("row")).to_numpy())
    chosen = int(at[0]) if len(at) else -1
    settings = (digest(b.rows), state.get("of"), state.get("stop"), _least(), chosen)
    figure = kept(corpus, a.rows, "keyness", settings, lambda: keyness_figure(found, chosen))

    def selected(got: dict[str, Any]) -> None:
        row = (got["points"][0].get("customdata") or [-1])[0] if got.get("points") else -1
        if isinstance(row, int) and 0 <= row < len(found):
            state.change(row=found.id.iat[row])

    first = ", ".join(found.term.head(8)), ", ".join(found.term.iloc[::-1].head(8))
    chart(
        TITLE,
        figure,
        found.drop(columns=["id", "key"]),
        key="keyness",
        alt=f"Words and names that tell A and B apart. Most distinctive of A: {first[0]}. Of B: {first[1]}.",
        caption="Click a point to read its passages. Hollow, in the grey band: perhaps chance."
        if (found.z.abs() >= CLEAR).any()
        else "Click a point to read its passages. None is clearly more on one side: the sides are much alike, or too "
        "small to tell.",
        on_select=selected,
        modes=("click",),
        tools=_head,
    )


def _strongest(found: pd.DataFrame, a: Side, b: Side) -> None:
    """The terms furthest out on either side, with their counts; a row opens its passages."""
    now = state.get("row")
    for side, part, column in zip(
        (a, b), (found[found.z > 0], found[found.z < 0].iloc[::-1]), st.columns(2, gap="large"), strict=True
    ):
        with column:
            st.markdown(f"**More in {side.sign}**: {plain(side.name, 80)}")
            if not len(part):
                st.caption(f"No word or name in {many(_least(), 'article')} of {side.sign} is more frequent there.")
                continue
            rows = [
                Ranked(t.term, t.label, (t.count_a, t.count_b), "entity" if t.kind == "name" else "search",
                       {"id": t.key} if t.kind == "name" else {"q": t.key}, now=t.id == now, lens=side.lens)
                for t in part.head(_LISTED).itertuples()
            ]  # fmt: skip
            ids = part.id.head(_LISTED).tolist()
            ranking(rows, ["Times in A", "Times in B"], f"contrast.list.{side.sign}",
                    on_open=lambda row, rows=rows, ids=ids: state.change(row=ids[rows.index(row)]))  # fmt: skip


def _clouds(corpus: Corpus, a: Side, b: Side) -> None:
    by = state.get("cloud")
    st.segmented_control("Which words", ["distinctive", "frequent"], format_func=str.capitalize, required=True,
                         label_visibility="collapsed", **state.bound("cloud"))  # fmt: skip
    for side, other, column in zip((a, b), (b, a), st.columns(2, gap="large"), strict=True):
        with column:
            settings = {"by": by, "kinds": state.get("of"), "stop": state.get("stop"), "least": _least(), "limit": 45}
            found = clouds.terms(corpus, side.rows, other.rows, **settings)
            clouds.draw(
                corpus,
                found,
                f"{side.sign}: {plain(side.name, 40)}",
                f"cloud_{side.sign}",
                lambda kind, key: state.change(row=f"{kind}:{key}"),
                layouts=(clouds.HALF,),
                caption="" if len(found) else "Nothing that clearly tells it apart.",
            )


def opened(corpus: Corpus, term: str, a: Side, b: Side, key: str) -> None:
    """Draw the places of a term ("word:…", "name:…", "said:…") in A and in B; nothing where none is open. ``key`` is
    the page's key that holds it."""
    kind, _, what = term.partition(":")
    if not what:
        return
    code = code_of(corpus, what) if kind in ("name", "said") else -1
    if kind not in ("word", "name", "said") or (kind != "word" and code < 0):
        st.info(f"“{plain(what, 60)}” is not in this pile (any more).", icon=":material/link_off:")
        return
    shown = corpus.entities.entity.iat[code] if code >= 0 else what
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader(f"What {plain(shown)} said" if kind == "said" else f"“{plain(shown)}”", anchor=False,
                     width="content")  # fmt: skip
        if code >= 0:
            st.button("Its page", icon=":material/person:", type="tertiary", key=f"{key}.page",
                      on_click=lambda: state.jump("entity", id=corpus.entities.entity_id.iat[code]))  # fmt: skip
        if kind != "said":
            narrowed = with_term(state.lens(), kind, corpus.entities.entity_id.iat[code] if code >= 0 else what)
            st.button("Only articles with it", icon=":material/filter_alt:", type="tertiary", key=f"{key}.narrow",
                      on_click=state.change, args=(narrowed,))  # fmt: skip
            out = tuple(dict.fromkeys((*state.get("stop"), shown)))
            st.button("Leave it out", icon=":material/block:", type="tertiary", key=f"{key}.out",
                      on_click=lambda: state.change(stop=out, **{key: ""}))  # fmt: skip
        st.button("Close", icon=":material/close:", type="tertiary", key=f"{key}.close",
                  on_click=lambda: state.change(**{key: ""}))  # fmt: skip
    for side, column in zip((a, b), st.columns(2, gap="large"), strict=True):
        with column:
            st.markdown(f"**In {side.sign}**: {plain(side.name, 80)}")
            occurrences.draw(corpus, kind, what if kind == "word" else str(code), side.rows, f"{key}.{side.sign}")

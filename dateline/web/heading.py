"""What stands over an article: headline, deck, where it is from and how that is known, marks, corrections, citing."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dateline import settings
from dateline.cite import Reference
from dateline.web import data, editing, state
from dateline.web.known import date_from, language
from dateline.web.shown import Shown
from dateline.web.view import file_name
from dateline.web.words import many, on_day, plain


def draw(shown: Shown) -> None:
    """Draw the heading of an article."""
    a = shown.article
    st.title(plain(a.title or "Without a headline", 400), anchor=False)
    if a.deck:
        st.markdown(f"*{plain(a.deck, 600)}*")
    dated = pd.notna(a.published)
    facts = [a.source, a.author, f"{on_day(a.published)}, {date_from(a)}".rstrip(", ") if dated else "",
             str(a.dateline).strip(" -–—:"), many(a.words, "word")]  # fmt: skip
    st.caption(" · ".join(plain(f) for f in facts if f))
    if not dated or not a.source:
        _missing(shown)
    _unread(shown)
    _marks(shown)


def _missing(shown: Shown) -> None:
    """What is not known of the article, with the fields to say it."""
    a = shown.article
    undated = pd.isna(a.published)
    with st.container(border=True, key="missing", gap="small"):
        if undated:
            open_ = "so words such as “Wednesday” stay open" if (shown.part("times").how == _OPEN).any() else (
                "so it stands after the dated ones")  # fmt: skip
            why = date_from(a).partition(": ")[2]
            words = f"The date of publication is not known{f' ({plain(why)})' if why else ''}, {open_}."
            st.markdown(f":material/event_busy: {words}")
        if not a.source:
            st.markdown(":material/newspaper: The outlet is not known.")
        with (
            st.form(f"missing.{a.article_id}", border=False),
            st.container(horizontal=True, vertical_alignment="bottom"),
        ):
            if undated:
                st.date_input("Date of publication", None, format="YYYY-MM-DD", key="missing.published", width=200,
                              min_value=editing.EARLIEST_DAY)  # fmt: skip
            if not a.source:
                st.text_input("Outlet", key="missing.source", max_chars=200, width=240)
            st.form_submit_button("Set", on_click=_set, args=(a.article_id,))


_OPEN = "left open: the date of publication is not known"


def _set(article_id: str) -> None:
    fields = {}
    if day := state.value_of("missing.published"):
        fields["published"] = day.isoformat()
    if source := " ".join((state.value_of("missing.source") or "").split()):
        fields["source"] = source
    editing.amend([article_id], **fields)


def _unread(shown: Shown) -> None:
    """Why nothing is highlighted, where nothing is."""
    a = shown.article
    if shown.fresh:
        st.info("The text was changed by hand: its names, quotations and dates are being read anew.",
                icon=":material/hourglass_empty:")  # fmt: skip
    elif not a.annotated and a.language in ("en", ""):
        st.info("Names, quotations and dates are still being read.", icon=":material/hourglass_empty:")
    elif not a.annotated:
        st.info(
            f"Names, quotations and dates were not read: there is no language model for {plain(language(a.language))} "
            "here. The article can be searched and compared.",
            icon=":material/translate:",
        )
    elif len(a.text) > settings.TEXT_LIMIT:
        limit = f"{settings.TEXT_LIMIT:,}"
        st.info(f"Names, quotations and dates were read in the first {limit} characters (the setting TEXT_LIMIT).",
                icon=":material/content_cut:")  # fmt: skip


def _marks(shown: Shown) -> None:
    book, id_ = data.book(), shown.article.article_id
    if book is None:
        return
    marks = data.marks()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for flag, on, off, icon in (("starred", "Starred", "Star", "star"), ("read", "Read", "Mark read", "done")):
            has = id_ in getattr(marks, flag)
            st.button(
                on if has else off,
                icon=f":material/{icon}:",
                key=f"flag.{flag}",
                type="primary" if has else "secondary",
                on_click=book.flag,
                args=([id_], flag, not has),
            )
        with st.popover("Tags, note", icon=":material/sell:"):
            _tags(id_)
        with st.popover("Put right", icon=":material/edit:"):
            editing.article_form(shown)
        with st.popover("Cite", icon=":material/format_quote:"):
            _cite(shown)
        if str(shown.article.url).startswith(("http://", "https://")):
            st.link_button("Original", shown.article.url, icon=":material/open_in_new:")
    tags, note = book.tags_of(id_), book.note(id_)
    if tags:
        st.caption(":material/sell: " + " · ".join(plain(t) for t in tags))
    if note:
        with st.container(horizontal=True, gap="xsmall"):
            st.markdown(":material/sticky_note_2:", width="content")
            st.text(note)


def _tags(id_: str) -> None:
    book = data.book()
    mine, known = book.tags_of(id_), sorted(data.marks().tags)

    def changed() -> None:
        wanted = set(state.value_of("tags") or ())
        for tag in wanted - set(mine):
            book.tag([id_], tag)
        for tag in set(mine) - wanted:
            book.untag([id_], tag)

    st.multiselect(
        "Tags",
        sorted({*known, *mine}),
        accept_new_options=True,
        placeholder="Add a tag",
        **state.seeded("tags", mine, changed),
    )
    note = state.seeded("note", book.note(id_), lambda: book.write_note(id_, state.value_of("note") or ""))
    st.text_area("Note", placeholder="For you and all who open this pile", **note)


def reference(article: pd.Series) -> Reference:
    """The reference to an article."""
    authors = tuple(x.strip() for x in str(article.author).split(",") if x.strip())
    when = article.published.to_pydatetime() if pd.notna(article.published) else None
    return Reference(article.title, article.source, authors, when, article.url, article.article_id)


def _cite(shown: Shown) -> None:
    made = reference(shown.article)
    st.code(made.plain(), language=None, wrap_lines=True)
    with st.container(horizontal=True):
        name = file_name(shown.article.title or "article")
        st.download_button("BibTeX", made.bibtex(), f"{name}.bib", key="cite.bib", on_click="ignore")
        st.download_button("RIS", made.ris(), f"{name}.ris", key="cite.ris", on_click="ignore")

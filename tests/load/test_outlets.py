"""The outlet: what a text says of it, what a page says, what the rest of the pile says."""

import pytest

from dateline.load.article import Article, Cut
from dateline.load.clean.page import clean_page
from dateline.load.clean.text import clean_text
from dateline.load.outlets import settle
from dateline.load.read import read_item
from dateline.load.source import Item

from . import samples

MENU = "Home\n\nSport\n\nWeather"


def text(*parts: str) -> str:
    return "\n\n".join(parts)


# text of a page → outlet, how it is known
@pytest.mark.parametrize(
    ("page", "source", "note"),
    [
        # a copyright line behind the article, in the ways that sites write it
        (
            text(samples.TITLE, samples.BODY, "Most read", "© Lindby Courier. All rights reserved."),
            "Lindby Courier",
            "copyright line",
        ),
        (
            text(samples.TITLE, samples.BODY, "Most read", "Copyright © 2019-2021 The Lindby Courier"),
            "The Lindby Courier",
            "copyright line",
        ),
        (
            text(samples.TITLE, samples.BODY, "Most read", "(c) 2021 Lindby Evening Mail | Terms"),
            "Lindby Evening Mail",
            "copyright line",
        ),
        # a name without a newspaper's word counts where it heads the page too
        (
            text("Harbourwise", MENU, samples.TITLE, samples.BODY, "Most read", "© 2021 Harbourwise"),
            "Harbourwise",
            "copyright line",
        ),
        (text(MENU, samples.TITLE, samples.BODY, "Most read", "© 2021 Harbourwise"), "", ""),
        # the company that owns an outlet is not its name; nor is an agency that sold the picture
        (text(samples.TITLE, samples.BODY, "Most read", "© 2021 Fenn Media Group Ltd"), "", ""),
        (text(samples.TITLE, samples.BODY, "© 2021 Getty Images"), "", ""),
        # beside the date at the head
        (
            text(samples.TITLE, "By Ada Fenn", "The Lindby Messenger, Thursday 14 January 2021", samples.BODY),
            "The Lindby Messenger",
            "beside the date",
        ),
        # a person or a town beside the date is no outlet
        (text(samples.TITLE, "Ada Fenn, 14 January 2021", samples.BODY), "", ""),
        (text(samples.TITLE, "Lindby, 14 January 2021", samples.BODY), "", ""),
        # the first line of the page
        (text("The Lindby Gazette", MENU, samples.TITLE, samples.BODY), "The Lindby Gazette", "head of the page"),
        # an agency in the date line of a bare dispatch
        ("LINDBY, Jan. 14 (AP) — " + samples.BODY, "Associated Press", "agency in the date line"),
        # an outlet that a text speaks of is not its own
        (text(samples.TITLE, samples.BODY, "“We read it in the Lindby Courier,” a neighbour said."), "", ""),
    ],
)
def test_outlet_of_a_text(page, source, note):
    found = clean_text(page)
    assert (found.source, found.source_note) == (source, note)


def test_a_masthead_is_not_the_headline():
    found = clean_text(
        text("Lindby Evening Mail", samples.TITLE, "By Ada Fenn", samples.BODY, "© Lindby Evening Mail.")
    )
    assert found.title == samples.TITLE
    assert found.author == "Ada Fenn"


# title element → outlet and headline: the part that is not the headline is the site
@pytest.mark.parametrize(
    ("title", "source"),
    [
        (f"{samples.TITLE} | The Lindby Gazette", "The Lindby Gazette"),
        (f"{samples.TITLE} - Politics - Lindby Now", "Lindby Now"),
        (f"The Lindby Gazette :: {samples.TITLE}", "The Lindby Gazette"),
        (samples.TITLE, ""),
    ],
)
def test_outlet_in_the_title_of_a_page(title, source):
    body = "".join(f"<p>{p}</p>" for p in samples.BODY.split("\n\n"))
    found = clean_page(f"<html><head><title>{title}</title></head><body><h2>{samples.TITLE}</h2>{body}</body></html>")
    assert (found.title, found.source) == (samples.TITLE, source)


def test_markdown_states_its_fields_at_the_head_and_signs_at_the_foot():
    head = "---\ntitle: Ferry comes back\nauthor: Ada Fenn\ndate: 2021-01-14\noutlet: The Lindby Gazette\n---\n\n"
    (a,) = read_item(Item("a.md", data=(head + samples.BODY).encode()))
    assert (a.title, a.author, a.source, a.source_note) == (
        "Ferry comes back",
        "Ada Fenn",
        "The Lindby Gazette",
        "metadata",
    )
    assert (f"{a.published:%Y-%m-%d}", a.published_from, a.published_note) == ("2021-01-14", "metadata", "front matter")
    foot = "\n\n---\n\n*The Lindby Gazette. Printed every Thursday.*\n"
    (b,) = read_item(Item("b.md", data=(f"# {samples.TITLE}\n\n" + samples.BODY + foot).encode()))
    assert b.text == samples.BODY
    assert (b.source, b.source_note) == ("The Lindby Gazette", "foot of the page")
    assert b.cuts[-1] == Cut(len(b.text), "The Lindby Gazette. Printed every Thursday.", "after the article")


# -- a whole pile -----------------------------------------------------------------------------------------------------


def article(source="", origin="a.txt", url="", n=0, **more) -> Article:
    return Article(f"Text {n}.", origin=origin, title=f"Title {n}", source=source, url=url, cleaned=True, **more)


# sources of a pile → what they become
@pytest.mark.parametrize(
    ("given", "settled"),
    [
        # capitals, article, signs: the most frequent spelling in full
        (["The Lindby Gazette"] * 2 + ["LINDBY GAZETTE", "Lindby gazette"], ["The Lindby Gazette"] * 4),
        (["Salt & Quay", "Salt and Quay", "Salt & Quay"], ["Salt & Quay"] * 3),
        # an address that spells a name
        (["The Lindby Gazette", "lindbygazette.com", "www.thelindbygazette.co.uk"], ["The Lindby Gazette"] * 3),
        # one that spells none, and two names of which one begins with the other
        (["Lindby Gazette", "fenn.example"], ["Lindby Gazette", "fenn.example"]),
        (["Lindby News", "Lindby News Review"], ["Lindby News", "Lindby News Review"]),
        # an agency's services in several languages
        (["Fenn Press", "Fenn Press Deutscher Dienst"], ["Fenn Press", "Fenn Press"]),
    ],
)
def test_one_name_an_outlet(given, settled):
    pile = [article(s, n=n) for n, s in enumerate(given)]
    assert [a.source for a in settle(pile)] == settled
    assert [a.source for a in settle(pile[::-1])][::-1] == settled


def test_an_address_takes_the_name_that_its_pages_state():
    pile = [article("Harbour Wise", url=f"https://hw.example/{n}", n=n) for n in range(4)]
    pile.append(article("hw.example", url="https://hw.example/9", n=9, source_note="address"))
    last = settle(pile)[-1]
    assert (last.source, last.source_note) == ("Harbour Wise", "address, there written “hw.example”")
    # a portal carries many names: none of them is its own
    pile = [article(f"Paper {n}", url=f"https://hw.example/{n}", n=n) for n in range(4)] + pile[-1:]
    assert settle(pile)[-1].source == "hw.example"


def test_silent_files_take_the_outlet_of_their_folder():
    told = [article("Lindby Mail", f"set/mail/{n}.txt", n=n) for n in range(3)]
    silent = article("", "set/mail/9.txt", n=9)
    got = settle([*told, silent])[-1]
    assert (got.source, got.source_note) == ("Lindby Mail", "as the other files of its folder")
    # two are too few; a folder of several outlets says nothing; nor do files without a folder or rows of a table
    assert settle([*told[:2], silent])[-1].source == ""
    mixed = [article(f"Paper {n}", f"set/mail/{n}.txt", n=n) for n in range(3)]
    assert settle([*told, *mixed, silent])[-1].source == ""
    assert settle([*told, article("", "9.txt", n=9)])[-1].source == ""
    assert settle([*told, article("", "set/mail/rows.csv", n=9, place="line 3")])[-1].source == ""


def test_a_name_that_heads_the_files_of_a_folder_is_their_outlet():
    def headed(n, name="Harbour Wise", foot="Follow Harbour Wise"):
        return article("", f"set/{n}.txt", n=n, cuts=(Cut(0, name, "menu"), Cut(7, foot, "share and follow")))

    got = settle([headed(n) for n in range(4)])
    assert {(a.source, a.source_note) for a in got} == {("Harbour Wise", "heads the files of its folder")}
    # a line that every site has is none, and one that never recurs in a page is a rubric
    assert {a.source for a in settle([headed(n, "Log In", "Log In") for n in range(4)])} == {""}
    assert {a.source for a in settle([headed(n, "City Life", "") for n in range(4)])} == {""}


def test_outlets_stay_as_given_where_cleaning_was_off():
    pile = [Article(f"Text {n}.", source=s) for n, s in enumerate(("The Lindby Gazette", "LINDBY GAZETTE"))]
    assert settle(pile) == pile

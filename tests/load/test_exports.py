# ruff: noqa: E501 (samples)
"""Exports of news databases as people get them: cover pages, lists of what follows, fields around each article."""

import textwrap

import pytest

from dateline.errors import RefusedError
from dateline.load.read import Item, read_item

from . import samples

TITLES = (
    "Lindby closes its storm-damaged ferry terminal",
    "Fog keeps mail boat in port for a third day",
    "Council of Lindby hears fishermen on quay",
)
FIRST = f"{samples.LEAD} It was vote number 1."
BODY = "\n\n".join((FIRST, samples.SECOND, samples.THIRD, samples.FOURTH))


def lines(*parts: str) -> str:
    return "\n".join(parts)


def nexis_uni() -> str:
    """With a cover page that dates the export, names its searcher and lists the headlines."""
    listed = [
        lines(f"{n}. {t}", "Client/Matter: -None-", "Search Terms: ferry AND lindby", "Narrowed by:", "Content Type",
              "News", "Language: English", "Timeline: Jan 01, 2021 to Feb 05, 2021", "")
        for n, t in enumerate(TITLES, 1)
    ]  # fmt: skip
    cover = lines("User Name: Ada Fenn", "Date and Time: Friday, February 5, 2021 10:15:00 AM EST", "Documents (3)", "")
    return lines(cover, *listed) + "".join(
        lines("", t, "Lindby Courier (England)", f"February {n}, 2021 Tuesday", "Late Edition", "",
              "Copyright 2021 Lindby Courier Ltd All Rights Reserved", "", "Section: NEWS; Pg. 3", "Length:\u00a0114 words",
              "Byline:\u00a0Ada Fenn", "Body", "", "", BODY, "", "Graphic", "", "The quay in winter, Bo Lind", "",
              "Classification", "", "Language: ENGLISH", f"Load-Date: February {n + 1}, 2021", "", "End of Document", "")
        for n, t in enumerate(TITLES, 1)
    )  # fmt: skip


def nexis() -> str:
    """With the cover page of the older service, and lines wrapped."""
    cover = lines("Print Request:   All Documents 1-3", "Time of Request: February 5, 2021  10:15:00 EST", "")
    body = lines(*(textwrap.fill(p, 70, initial_indent="   ") for p in BODY.split("\n\n")))
    return cover + "".join(
        lines("", f"          {n} of 3 DOCUMENTS", "", "        Lindby Courier", "", f"    February {n}, 2021 Tuesday",
              "    Late Edition", "", t, "", "BYLINE: By Ada Fenn", "", "LENGTH: 114 words", "", "DATELINE: LINDBY, Feb. 1",
              "", body, "", "LOAD-DATE: February 4, 2021", "", "GRAPHIC: PHOTO: The quay. (BO LIND)", "")
        for n, t in enumerate(TITLES, 1)
    )  # fmt: skip


def numbered() -> str:
    """Of no database that is known: only the lines between the articles."""
    return lines("Archive of the Lindby library", "") + "".join(
        lines("", f"Document {n} of 3", "", t, "", "Lindby Courier", f"{n} February 2021", "By Ada Fenn", "", BODY, "")
        for n, t in enumerate(TITLES, 1)
    )


def proquest() -> str:
    return lines("Report Information from ProQuest", "February 05 2021 10:15", "", *TITLES) + "".join(
        lines("", f"Document {n} of 3", "", t, "", "Author: Fenn, Ada", "",
              f"Publication info: Lindby Courier ; Lindby [Lindby]. 0{n} Feb 2021: A3.", "", "http://search.example/1", "",
              "Abstract: The council closes the terminal.", "", f"Full text: {BODY}", "", "Subject: Ferries; Harbors", "",
              f"Title: {t}", "", "Publication title: Lindby Courier", "", f"Publication date: Feb {n}, 2021", "",
              "Copyright: Copyright Lindby Courier 2021", "", "Database: ProQuest Central", "")
        for n, t in enumerate(TITLES, 1)
    )  # fmt: skip


def factiva() -> str:
    """With the section over the headline, the publisher under the text and the search at the end."""
    return "".join(
        lines("News", t, "By Ada Fenn", "114 words", f"{n} February 2021", "07:15", "Lindby Courier", "LINDC", "English",
              "(c) 2021 Lindby Courier Ltd. All Rights Reserved.", "", BODY, "", "Lindby Courier Ltd.", "",
              f"Document LINDC00020210202eh220000{n}", "", "")
        for n, t in enumerate(TITLES, 1)
    ) + lines("Search Summary", "Text", "ferry", "Results Found", "3", "Timestamp", "5 February 2021 10:15 GMT")  # fmt: skip


def factiva_page() -> str:
    return "<html><body><div>Dow Jones</div>" + "".join(
        f"<div class='article'><div><b>{t}</b></div><div>By Ada Fenn</div><div>114 words</div><div>{n} February 2021</div>"
        "<div>Lindby Courier</div><div>LINDC</div><div>English</div><div>(c) 2021 Lindby Courier Ltd.</div>"
        + "".join(f"<p class='articleParagraph'>{p}</p>" for p in BODY.split("\n\n"))
        + f"<p>Document LINDC00020210202eh220000{n}</p></div>"
        for n, t in enumerate(TITLES, 1)
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("uni.txt", nexis_uni()), ("uni.docx", samples.docx(nexis_uni())), ("uni.rtf", samples.rtf(nexis_uni())),
        ("nexis.txt", nexis()), ("nexis.rtf", samples.rtf(nexis())), ("numbered.txt", numbered()),
        ("numbered.docx", samples.docx(numbered())), ("proquest.txt", proquest()), ("proquest.rtf", samples.rtf(proquest())),
        ("factiva.txt", factiva()), ("factiva.rtf", samples.rtf(factiva())), ("factiva.html", factiva_page()),
    ],
)  # fmt: skip
def test_articles_of_an_export(name, data):
    found = list(read_item(Item(name, data=data.encode() if isinstance(data, str) else data)))
    assert not [x for x in found if isinstance(x, RefusedError)]
    assert [a.title for a in found] == list(TITLES)
    assert [f"{a.published:%Y-%m-%d}" for a in found] == ["2021-02-01", "2021-02-02", "2021-02-03"]
    assert {(a.source, a.author) for a in found} == {("Lindby Courier", "Ada Fenn")}
    assert {a.text for a in found} == {BODY}


# lines that only look like the marks of an export
@pytest.mark.parametrize("mark", ["1 of 2\n\n{}\n\n2 of 2\n\n{}", "Document 1 of 9\n\n{}\n\n{}"])
def test_a_gallery_or_a_single_mark_is_no_export(mark):
    text = f"{TITLES[0]}\n\n" + mark.format(FIRST, samples.SECOND) + f"\n\n{samples.THIRD}"
    assert len(list(read_item(Item("a.txt", data=text.encode())))) == 1


@pytest.mark.parametrize(
    "text", [nexis_uni(), nexis(), proquest(), factiva()], ids=["uni", "nexis", "proquest", "factiva"]
)
def test_an_export_that_was_printed_to_pdf(text):
    wrapped = [x for line in text.replace("\u00a0", " ").split("\n") for x in (textwrap.wrap(line, 90) or [""])]
    pages = [
        [(50, 790 - 12 * n, 9, x) for n, x in enumerate(wrapped[i : i + 58]) if x.strip()]
        for i in range(0, len(wrapped), 58)
    ]
    found = list(read_item(Item("export.pdf", data=samples.printed(pages))))
    assert [a.title for a in found] == list(TITLES)
    assert [f"{a.published:%Y-%m-%d}" for a in found] == ["2021-02-01", "2021-02-02", "2021-02-03"]
    # a paragraph may run on over the end of a page
    assert {" ".join(a.text.split()) for a in found} == {" ".join(BODY.split())}

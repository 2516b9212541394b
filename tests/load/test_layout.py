# ruff: noqa: E501 (samples)
"""Printed pages: columns, headlines across them, parted words, feet, pages that go on."""

import textwrap

import pytest

from dateline.load.formats.layout import Line, columns, paragraphs
from dateline.load.read import Item, read_item

from . import samples

PARTS = tuple(f"{p} Part {n} of this report ends here." for n in range(4) for p in samples.PARAGRAPHS)
BODY = "\n\n".join(PARTS)


def set_in(parts, width: int) -> list[str]:
    """Lines of text as a typesetter breaks them, with words parted at their ends."""
    out: list[str] = []
    for p in parts:
        line = ""
        for word in p.split():
            room = width - len(line) - 2
            if len(line) + len(word) < width:
                line = f"{line} {word}".strip()
            elif word.isalpha() and len(word) > 7 and room > 2:
                out.append(f"{line} {word[:room]}-".strip())
                line = word[room:]
            else:
                out.append(line)
                line = word
        out.append(line)
    return out


def page(lines, count: int, top: float = 700, width: float = 255, headed: bool = True, foot: bool = True):
    """A page of columns, filled one after another."""
    per = -(-len(lines) // count)
    out = [(50 + width * (n // per), top - 12 * (n % per), 9, x) for n, x in enumerate(lines)]
    if headed:
        out = [
            (50, 770, 22, "Lindby closes its"),
            (50, 745, 22, "storm-damaged ferry terminal"),
            (50, 720, 9, "By Ada Fenn"),
            *out,
        ]
    return [*out, (50, 30, 8, "Lindby Courier Ltd, Tuesday 2 February 2021, Page 3")] if foot else out


@pytest.mark.parametrize(
    "pages",
    [
        [page(set_in(PARTS, 95), 1)],
        [page(set_in(PARTS, 48), 2)],
        [page(set_in(PARTS, 30), 3, width=175)],
        [page(set_in(PARTS, 48)[:40], 2), page(set_in(PARTS, 48)[40:], 2, headed=False)],
    ],
    ids=["one column", "two columns", "three columns", "two pages"],
)
def test_columns_are_read_one_after_another(pages):
    (found,) = read_item(Item("a.pdf", data=samples.printed(pages)))
    assert found.title == samples.TITLE
    assert found.author == "Ada Fenn"
    # where a paragraph ends at the end of a line, print does not show it
    assert found.text.split() == BODY.split()
    assert len(found.text.split("\n\n")) >= 0.8 * len(PARTS)


def test_a_parted_compound_keeps_its_hyphen_where_the_text_writes_it_so():
    lines = [
        *textwrap.wrap("The storm-damaged quay stays shut.", 60),
        "Nobody may enter the storm-",
        "damaged quay, said the har-",
        "bour master on Tuesday.",
    ]
    data = samples.printed([[(50, 700 - 12 * n, 9, x) for n, x in enumerate([samples.TITLE, *lines])]])
    (found,) = read_item(Item("a.pdf", data=data))
    assert "the storm-damaged quay, said the harbour master" in found.text


def test_a_paragraph_begins_at_an_indent_a_gap_or_another_size():
    lines = [
        Line(50, 700, 300, 718, "Headline in large type"), Line(60, 670, 300, 679, "First line, indented,"),
        Line(50, 658, 300, 667, "goes on here"), Line(60, 646, 300, 655, "Second, indented,"), Line(50, 634, 300, 643, "goes on too"),
        Line(50, 600, 300, 609, "After a gap"),
    ]  # fmt: skip
    assert [" ".join(x.text for x in p) for p in paragraphs(columns(lines)[0])] == [
        "Headline in large type", "First line, indented, goes on here", "Second, indented, goes on too", "After a gap",
    ]  # fmt: skip


def test_the_largest_words_of_a_page_are_its_headline():
    odd = "Nobody Asked Them"  # shares no word with the text
    lines = [(50, 790, 30, "Lindby Courier"), (50, 750, 20, odd)]
    lines += [(50, 720 - 12 * n, 9, x) for n, x in enumerate(textwrap.wrap(BODY, 95))]
    (found,) = read_item(Item("a.pdf", data=samples.printed([lines])))
    assert found.title == odd
    assert found.text.startswith("The harbour council")

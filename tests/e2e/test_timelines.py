"""Timelines in a browser: a marker, a drag, a peak, two pins, the other clock; a name's page; dates of an article."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from .conftest import click_mark, go, main, mark, settle, until


def params(page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


TESSARO = "livia-tessaro"


@pytest.mark.parametrize("clock", ["published", "happened"])
def test_a_marker_opens_its_passages_and_a_passage_the_article_at_the_match(clock, server, page):
    go(page, f"{server}/timelines?pile=demo&lane={TESSARO}&clock={clock}&grain=month")
    click_mark(page, "lanes", 0, 0)
    assert until(page, lambda: params(page).get("mark", [""])[0] == TESSARO)
    page.get_by_role("heading", name=re.compile("Livia Tessaro, ")).wait_for()
    first = page.locator("ol li .hit").first
    first.wait_for()
    words = first.inner_text()
    first.click()
    page.wait_for_url("**/read?**")
    marked = page.locator(".mark.now")
    marked.first.wait_for()
    assert words in "".join(marked.all_inner_texts())
    assert {"article", "at", "end"} <= set(params(page))


def test_a_drag_narrows_the_lens_to_whole_periods(server, page):
    go(page, f"{server}/timelines?pile=demo&grain=month")
    x, y = mark(page, "lanes", 0, 0)
    page.mouse.move(x + 60, y + 20)
    page.mouse.down()
    page.mouse.move(x + 260, y + 30, steps=8)
    page.mouse.up()
    assert until(page, lambda: "from" in params(page))
    settle(page)
    got = params(page)
    assert got["from"][0].endswith("-01")
    line = page.get_by_text("of 71 articles").inner_text()
    assert 0 < int(line.split()[0]) < 71


def test_two_peaks_are_pinned_and_compared_and_the_link_holds_them(server, fresh):
    page = fresh()
    go(page, f"{server}/timelines?pile=demo&peaks={TESSARO}&lane={TESSARO}")
    for n in range(2):
        page.get_by_role("button", name="Pin", exact=True).first.click()
        assert until(page, lambda n=n: len(params(page).get("pin", [])) == n + 1)
        settle(page)
    said = main(page)
    again = fresh()
    go(again, page.url)
    assert until(again, lambda: main(again) == said)


def test_a_line_of_the_network_opens_the_passages_that_name_both_and_a_dot_its_page(server, page):
    go(page, f"{server}/entity?pile=demo&id={TESSARO}")
    plot = page.locator(".st-key-network .js-plotly-plot")
    plot.wait_for()
    curves = plot.evaluate("gd => gd._fullData.map(t => [t.mode, t.customdata ? t.customdata[0].length : 0])")
    click_mark(page, "network", curves.index(["markers+text", 2]), 0)
    assert until(page, lambda: "with" in params(page))
    page.get_by_role("heading", name=re.compile("Livia Tessaro and ")).wait_for()
    settle(page)
    click_mark(page, "network", curves.index(["markers+text", 1]), 1)
    assert until(page, lambda: params(page)["id"] != [TESSARO])


def test_a_bar_of_a_name_opens_its_passages(server, page):
    go(page, f"{server}/entity?pile=demo&id={TESSARO}&grain=month")
    click_mark(page, "entity-time", 0, 0)
    assert until(page, lambda: "mark" in params(page))
    page.get_by_role("button", name="Only these dates").click()
    assert until(page, lambda: "from" in params(page))


def test_a_date_of_an_article_opens_its_sentence(server, page):
    go(page, f"{server}/timelines?pile=demo&lane={TESSARO}&grain=month&mark={TESSARO}&mark=2025-06-01&mark=2025-06-30")
    page.locator("ol li a").first.click()
    page.wait_for_url("**/read?**")
    page.locator(".st-key-strip .js-plotly-plot").wait_for()
    before = params(page)["at"]
    click_mark(page, "strip", 0, 0)
    assert until(page, lambda: params(page)["at"] != before)
    page.locator(".mark.now").first.wait_for()

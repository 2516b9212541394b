"""Search in a real browser: from a query to the marked passage, the lines in context, a bar, a list of names."""

import pytest

from .conftest import go, main, settle


def test_from_a_query_to_the_marked_passage(server, page):
    go(page, f"{server}/search?pile=demo")
    box = page.get_by_placeholder('flood AND "harbour wall"')
    box.fill('"locking pin"')
    box.press("Enter")
    settle(page)
    assert "q=%22locking+pin%22" in page.url
    hit = page.locator("mark", has_text="locking pin").first
    hit.wait_for()
    hit.click()
    page.wait_for_url("**/read**")
    settle(page)
    assert "at=" in page.url
    target = page.locator(".k-target").first
    target.wait_for()
    assert target.inner_text().lower() == "locking pin"
    page.go_back()
    settle(page)
    assert page.locator("mark", has_text="locking pin").count() > 1


def test_an_article_opened_from_a_search_has_its_hits_marked(server, page):
    go(page, f"{server}/search?pile=demo&q=%22locking+pin%22")
    page.locator("article .head a").first.click()
    page.wait_for_url("**/read?**")
    settle(page)
    marked = page.locator(".mark.k-hit")
    marked.first.wait_for()
    assert "locking" in marked.first.inner_text().lower()


def test_lines_in_context_are_aligned_and_sorted(server, page):
    go(page, f"{server}/search?pile=demo&q=gate&view=in+context")
    marks = page.locator("a.line mark")
    marks.first.wait_for()
    lefts = {round(marks.nth(n).bounding_box()["x"] + marks.nth(n).bounding_box()["width"] / 2) for n in range(10)}
    assert max(lefts) - min(lefts) <= 2, "the hits do not stand under one another"
    page.locator(".head button", has_text="Words before").click()
    settle(page)
    assert "kwic=left" in page.url
    before = [t.split()[-1].strip("‘“\"'.,").lower() for t in page.locator("a.line .left").all_inner_texts()[:20] if t]
    assert before == sorted(before)
    line = page.locator("a.line").nth(3)
    word = line.locator("mark").inner_text()
    line.click()
    page.wait_for_url("**/read**")
    settle(page)
    assert page.locator(".k-target").first.inner_text() == word


def test_a_bar_opens_its_hits(server, page):
    go(page, f"{server}/search?pile=demo&q=gate+OR+storm&view=over+time")
    bar = page.locator(".js-plotly-plot .bars .point").first
    bar.wait_for()
    page.wait_for_timeout(1000)
    box = bar.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] - 3)
    page.wait_for_url("**mark=**")
    settle(page)
    said = page.get_by_text("hits in").last.inner_text()
    page.locator("mark").first.wait_for()
    assert int(said.split(" hits")[0]) >= page.locator("mark").count() > 0


def test_a_list_of_names_opens_in_a_fresh_browser(server, fresh):
    page = fresh()
    go(page, f"{server}/search?pile=demo&view=list+of+names")
    page.get_by_role("textbox", name="Names, one a line").fill("Livia Tessaro\nNobody Atall")
    page.get_by_role("button", name="Look them up").click()
    page.wait_for_url("**names=**")
    settle(page)
    assert "1 name is not found" in main(page)
    table = page.get_by_test_id("stDataFrame").first
    table.wait_for()
    page.wait_for_timeout(700)
    box = table.bounding_box()
    page.mouse.click(box["x"] + 60, box["y"] + 52)
    page.wait_for_url("**row=Livia**")
    settle(page)
    page.locator("mark", has_text="Livia Tessaro").first.wait_for()
    second = fresh()
    go(second, page.url)
    second.locator("mark", has_text="Livia Tessaro").first.wait_for()


@pytest.mark.parametrize("path", ["search?q=gate", "search?q=gate&view=in+context", "search?q=gate&view=over+time"])
def test_it_fits_a_phone(path, server, fresh):
    page = fresh(width=390, height=844, dark=True)
    go(page, f"{server}/{path}&pile=demo")
    page.wait_for_timeout(800)
    assert page.evaluate("document.documentElement.scrollWidth") <= 391

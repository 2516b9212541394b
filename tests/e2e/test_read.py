"""Reading in a real browser: highlights, cuts put back, citing, a link to a passage in a fresh browser."""

import re
import shutil

import pytest

from .conftest import go, main, serving, settle

ARTICLE = "read?pile=demo&article="


@pytest.fixture
def own_server(demo_home, tmp_path):
    """A server on a copy of the demonstration pile, for tests that change it."""
    shutil.copytree(demo_home, tmp_path / "home")
    with serving(tmp_path / "home", tmp_path / "log") as address:
        yield address


def open_by_title(page, server, title):
    go(page, f"{server}/read?pile=demo&words={title}")
    page.get_by_role("link", name=re.compile(title.replace("+", " "), re.I)).first.click()
    page.locator(".reader").wait_for()
    settle(page)


def test_highlights_have_a_toggle_a_count_and_next_and_previous(server, page, fresh):
    open_by_title(page, server, "who+pays+for+a+gate")
    people = page.locator(".toggle.k-person")
    count = int(people.locator("b").inner_text())
    assert count == page.locator(".mark.first-person").count()
    page.get_by_role("button", name="Next: People").click()
    page.get_by_role("button", name="Next: People").click()
    assert people.locator("b").inner_text() == f"2/{count}"
    assert page.locator(".mark.now.k-person").count() == 1
    page.get_by_role("button", name="Previous: People").click()
    assert people.locator("b").inner_text() == f"1/{count}"
    people.click()
    settle(page)
    assert people.get_attribute("aria-pressed") == "false"
    # the address bar has it, so a copied link shows it too
    second = fresh()
    go(second, page.url)
    second.locator(".reader").wait_for()
    assert second.locator(".toggle.k-person").get_attribute("aria-pressed") == "false"
    # a mark says what it is and leads on
    page.locator(".mark.k-organisation").first.click()
    page.locator(".card").get_by_role("button", name="Open its page").first.click()
    page.wait_for_url("**/entity**")


def test_who_speaks_leads_to_the_quotation(server, page):
    open_by_title(page, server, "who+pays+for+a+gate")
    page.locator(".st-key-speakers li .main").first.click()
    settle(page)
    assert page.locator(".mark.k-target").count() >= 1
    assert "at=" in page.url


def test_a_link_to_a_passage_opens_at_it_in_a_fresh_browser(server, page, fresh):
    open_by_title(page, server, "who+pays+for+a+gate")
    words = page.locator("p[data-start]").nth(3)
    words.scroll_into_view_if_needed()
    page.wait_for_timeout(600)
    words.click(click_count=3, position={"x": 30, "y": 10})
    text = words.inner_text()
    page.get_by_role("button", name="Copy link to this passage").click()
    page.get_by_text("A passage is marked").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    second = fresh(390, 844, dark=True)
    go(second, link)
    target = second.locator(".mark.k-target")
    target.first.wait_for()
    assert "".join(target.all_inner_texts()) == text
    second.wait_for_timeout(1500)
    top = target.first.bounding_box()["y"]
    assert 0 <= top < 844
    # the offsets of an older text: it is found by its words
    go(second, re.sub(r"([?&](?:at|end)=)(\d+)", lambda m: f"{m[1]}{int(m[2]) - 7}", link))
    assert "found again" in main(second)
    assert "".join(second.locator(".mark.k-target").all_inner_texts()) == text
    go(second, re.sub(r"([?&]near=)[^&]+", r"\g<1>nothing+like+it", link))
    assert "is not in this article any more" in main(second)


def test_citing(server, page):
    open_by_title(page, server, "who+pays+for+a+gate")
    page.get_by_role("button", name="Cite").click()
    assert (
        "“Lisk Barrier: who pays for a gate that will not close?” Quay & Cargo"
        in page.get_by_test_id("stCode").inner_text()
    )
    for name, start in (("BibTeX", "@article{"), ("RIS", "TY  - NEWS")):
        with page.expect_download() as got:
            page.get_by_role("button", name=name).click()
        assert got.value.path().read_text().startswith(start)


def test_what_was_cut_is_put_back_and_more_is_cut(own_server, page):
    open_by_title(page, own_server, "nine+things+to+do")
    before = page.locator("p[data-start]").count()
    page.get_by_role("button", name=re.compile("What was cut")).click()
    settle(page)
    fold = page.locator("details.cut", has_text="caption").first
    caption = fold.locator("p").text_content()
    fold.locator("summary").click()
    fold.get_by_role("button", name="Put it back").click()
    settle(page)
    assert caption in page.locator(".body > p").all_inner_texts()
    assert page.locator("p[data-start]").count() == before + 1
    # a second edit, before the first has been read, builds on it
    last = page.locator(".body > p").last
    last.scroll_into_view_if_needed()
    page.wait_for_timeout(600)
    gone = last.inner_text()
    last.click(click_count=3, position={"x": 30, "y": 10})
    page.get_by_role("button", name="Cut this from the article").click()
    settle(page)
    texts = page.locator(".body > p").all_inner_texts()
    assert caption in texts
    assert gone not in texts
    page.locator(".mark.k-person").first.wait_for(timeout=240_000)  # it has been read
    settle(page)
    texts = page.locator(".body > p").all_inner_texts()
    assert caption in texts
    assert gone not in texts


def test_an_undated_article_is_dated_where_it_is_read(own_server, page):
    open_by_title(page, own_server, "nine+things+to+do")
    assert page.get_by_text("The date of publication is not known").is_visible()
    assert page.locator(".st-key-dates").get_by_text("Which day is not known").is_visible()
    page.locator(".st-key-missing-published").get_by_role("spinbutton").first.click()
    page.keyboard.type("20250117", delay=60)
    page.get_by_role("button", name="Set", exact=True).click()
    page.get_by_text("17 January 2025, set by hand").wait_for()
    page.locator(".st-key-dates").get_by_text("16 January 2025").wait_for()  # yesterday

"""The front page in a real browser: the cloud, a peak and a name lead where they should."""

from pathlib import Path

import pytest

from .conftest import go, main, settle

CLOUD = ".st-key-cloud_960 .scatterlayer text"


def word(page, text):
    """A word of the cloud, once it is drawn."""
    page.wait_for_selector(CLOUD, state="attached")
    found = page.locator(CLOUD, has_text=text).first
    found.scroll_into_view_if_needed()
    page.wait_for_timeout(600)
    return found


def click_in(page, found, across):
    """Click a part of a word, 0 its first letter, 1 its last."""
    box = found.bounding_box()
    page.mouse.move(box["x"] + across * box["width"], box["y"] + box["height"] / 2)
    page.wait_for_timeout(200)
    page.mouse.click(box["x"] + across * box["width"], box["y"] + box["height"] / 2)


@pytest.mark.parametrize(
    ("text", "across", "parameter"), [("Tarnsund", 0.9, "entity=tarnsund"), ("gate", 0.2, "words=gate")]
)
def test_a_word_of_the_cloud_goes_into_the_lens(text, across, parameter, server, page):
    go(page, f"{server}/?pile=demo")
    click_in(page, word(page, text), across)
    page.wait_for_url(f"**{parameter}**")
    settle(page)
    assert "of 71 articles" in page.locator('[data-testid="stSidebar"]').inner_text()
    assert "set these articles apart" in main(page)


def test_a_word_says_how_often_it_stands_there(server, page):
    go(page, f"{server}/?pile=demo")
    box = word(page, "Tarnsund").bounding_box()
    page.mouse.move(box["x"] + 0.8 * box["width"], box["y"] + box["height"] / 2)
    page.wait_for_selector(".st-key-cloud_960 .hoverlayer text", state="attached")
    said = page.locator(".st-key-cloud_960 .hoverlayer").text_content()
    assert "Tarnsund" in said
    assert "times in" in said


def test_the_cloud_fits_a_phone(server, fresh):
    page = fresh(width=390, height=844, dark=True)
    go(page, f"{server}/?pile=demo")
    page.wait_for_selector(".st-key-cloud_380 .scatterlayer text", state="attached")
    page.wait_for_timeout(600)
    assert not page.locator(".st-key-cloud_960").is_visible()
    box = page.locator(".st-key-cloud_box").bounding_box()
    for text in page.locator(".st-key-cloud_380 .scatterlayer text").all():
        here = text.bounding_box()
        assert here["x"] >= box["x"] - 2
        assert here["x"] + here["width"] <= box["x"] + box["width"] + 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_peak_opens_its_articles_and_passages(server, page):
    go(page, f"{server}/?pile=demo")
    page.get_by_role("button", name="Read", exact=True).first.click()
    page.wait_for_url("**mark=**")
    settle(page)
    assert "Articles (9)" in main(page)
    page.get_by_text("Passages on what made it").click()
    page.wait_for_url("**show=passages**")
    settle(page)
    page.locator("ol li a").first.click()
    page.wait_for_url("**/read?**at=**")


def test_a_bar_opens_its_articles(server, page):
    go(page, f"{server}/?pile=demo")
    bar = page.locator(".st-key-volume .barlayer .point path").nth(1)
    bar.wait_for(state="attached")
    page.wait_for_timeout(600)
    box = bar.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**mark=**")


def test_the_words_can_be_left_out_and_saved(server, page):
    go(page, f"{server}/?pile=demo&stop=Tarnsund&words_as=list")
    said = main(page)
    assert "Left out (1)" in said
    page.get_by_role("button", name="Save").last.click()
    for kind in ("PNG", "SVG"):
        with page.expect_download() as got:
            page.get_by_role("button", name=kind, exact=True).click()
        start = Path(got.value.path()).read_bytes()[:4]
        assert start in (b"\x89PNG", b"<svg")


def test_health_leads_to_what_is_to_be_put_right(server, page):
    go(page, f"{server}/?pile=demo")
    page.get_by_role("button", name="with an unclear speaker").click()
    page.wait_for_url("**/quotes**resolved=unresolved**")

"""Topics in a real browser: a topic opened, narrowed to, renamed; the map clicked and drawn on; what differs."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from .conftest import go, main, serving, settle


@pytest.fixture(scope="module")
def own(demo_home, tmp_path_factory):
    """A server on a copy of the demonstration pile, for tests that change it."""
    home = tmp_path_factory.mktemp("topics")
    shutil.copytree(demo_home, home, dirs_exist_ok=True)
    with serving(home, tmp_path_factory.mktemp("log") / "log") as address:
        yield address


def shown(page):
    """How many articles the lens shows."""
    line = page.locator("section[data-testid=stSidebar]").get_by_text(re.compile(r"[\d,]+ (of [\d,]+ )?articles? ·"))
    return int(line.first.inner_text().split()[0].replace(",", ""))


def test_a_topic_opens_and_a_button_narrows_every_page_to_it(server, page):
    go(page, f"{server}/topics?pile=demo")
    whole = shown(page)
    first = page.locator(".topics .row.topic a.open").first
    name, size = first.locator(".word").inner_text(), int(first.locator(".count").inner_text())
    first.click()
    page.wait_for_url("**open=**")
    settle(page)
    assert page.locator("h1").inner_text() == name
    assert "Articles" in main(page)
    page.get_by_role("button", name="Only this topic").click()
    settle(page)
    assert "topic=" in page.url
    assert shown(page) == size < whole
    page.go_back()
    settle(page)


def test_an_article_of_a_topic_opens(server, page):
    go(page, f"{server}/topics?pile=demo&open=0")
    card = page.locator("ol.cards a").first
    title = card.locator("b").inner_text()
    card.click()
    page.wait_for_url("**/read?**")
    settle(page)
    assert page.locator("h1").inner_text() == title


def test_a_marker_over_time_opens_articles(server, page):
    go(page, f"{server}/topics?pile=demo&view=over+time")
    page.wait_for_selector(".st-key-topic\\.lanes .js-plotly-plot .point, [class*=st-key-topic] .js-plotly-plot .point")
    page.wait_for_timeout(600)
    spot = page.locator(".js-plotly-plot .scatterlayer .point").first.bounding_box()
    page.mouse.click(spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2)
    page.wait_for_url("**mark=**")
    settle(page)
    assert page.locator("ol.cards a").count() >= 1


def test_a_dot_of_the_map_opens_its_article(server, page):
    go(page, f"{server}/topics?pile=demo&view=map")
    page.wait_for_selector(".js-plotly-plot .scatterlayer .point")
    page.wait_for_timeout(600)
    spot = page.locator(".js-plotly-plot .scatterlayer .point").nth(3).bounding_box()
    page.mouse.move(spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2)
    page.wait_for_selector(".hoverlayer .hovertext")
    page.mouse.click(spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2)
    page.wait_for_url("**/read?**")
    settle(page)
    assert "article=" in page.url


def test_an_outline_on_the_map_narrows_the_lens(server, page):
    go(page, f"{server}/topics?pile=demo&view=map")
    page.wait_for_selector(".js-plotly-plot .scatterlayer .point")
    page.wait_for_timeout(600)
    whole = shown(page)
    box = page.locator(".js-plotly-plot .nsewdrag").first.bounding_box()
    left, top, right, bottom = box["x"] + 5, box["y"] + 5, box["x"] + box["width"] / 2, box["y"] + box["height"] - 5
    page.mouse.move(left, top)
    page.mouse.down()
    for x, y in ((right, top), (right, bottom), (left, bottom), (left, top + 2)):
        page.mouse.move(x, y, steps=8)
    page.mouse.up()
    page.wait_for_url("**pick=**")
    settle(page)
    assert 0 < shown(page) < whole
    page.get_by_role("button", name="chosen one by one").click()
    settle(page)
    assert shown(page) == whole


def test_a_new_name_is_kept_and_undone(own, fresh):
    page = fresh()
    go(page, f"{own}/topics?pile=demo&open=0")
    before = page.locator("h1").inner_text()
    page.get_by_role("button", name="Change").click()
    page.get_by_label("Name", exact=True).fill("Repairs & <b>letters</b>")
    page.get_by_role("button", name="Save the name").click()
    settle(page)
    assert page.locator("h1").inner_text() == "Repairs & <b>letters</b>"
    other = fresh()
    go(other, f"{own}/topics?pile=demo")
    assert "Repairs & <b>letters</b>" in other.locator(".topics").inner_text()
    page.reload()
    page.wait_for_selector("h1")
    settle(page)
    assert page.locator("h1").inner_text() == "Repairs & <b>letters</b>"
    page.get_by_role("button", name="Undo").click()
    settle(page)
    assert page.locator("h1").inner_text() == before


def test_a_topic_is_split_in_the_background_and_the_split_undone(own, fresh):
    page = fresh()
    go(page, f"{own}/topics?pile=demo")
    topics = page.locator(".topics .row.topic").count()
    page.locator(".topics .row.topic a.open").first.click()
    page.wait_for_url("**open=**")
    settle(page)
    page.get_by_role("button", name="Change").click()
    page.get_by_role("button", name="Split by what its articles are about").click()
    lines = page.locator(".topics .row.topic")
    # the pile is put together anew meanwhile
    expect(lines).to_have_count(topics + 1, timeout=300_000)
    page.get_by_role("button", name="Undo").click()
    expect(lines).to_have_count(topics, timeout=60_000)


def test_a_story_shows_what_differs_as_text(server, page):
    go(page, f"{server}/topics?pile=demo&view=stories&by=copies")
    page.locator("ol.cards a").first.click()
    page.wait_for_url("**story=**")
    settle(page)
    page.wait_for_selector(".differences ins")
    assert page.locator(".differences del").count() >= 1
    assert "only in" in page.locator(".differences .key").inner_text()


@pytest.mark.parametrize("view", ["list", "over+time", "map", "stories"])
def test_a_phone_shows_every_view_without_scrolling_sideways(view, server, fresh):
    page = fresh(width=390, height=844, dark=True)
    go(page, f"{server}/topics?pile=demo&view={view}")
    wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= 390

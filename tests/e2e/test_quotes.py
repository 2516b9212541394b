"""The Quotes page in a real browser: a row and its passage, bars and cells that open, marks and names that stay."""

import shutil

import pytest

from .conftest import go, main, serving, settle


@pytest.fixture
def own(demo_home, tmp_path):
    """A server on a copy of the demonstration pile, for what changes it."""
    shutil.copytree(demo_home, tmp_path / "home")
    with serving(tmp_path / "home", tmp_path / "log") as address:
        yield address


def chart(page, key):
    """The place of a chart's drawing, when it is drawn."""
    plot = page.locator(f".st-key-{key} .js-plotly-plot")
    plot.locator(".main-svg").first.wait_for()
    page.wait_for_timeout(800)
    return plot


def press(page, x, y):
    """Point at a place and click it, as a hand would: Plotly looks for what is under the pointer when it moves."""
    page.mouse.move(x - 3, y)
    page.mouse.move(x, y)
    page.wait_for_timeout(300)
    page.mouse.click(x, y)
    settle(page)


def test_a_row_opens_its_passage_and_the_passage_opens_read_at_the_match(server, page):
    go(page, f"{server}/quotes?pile=demo&kind=direct")
    box = page.get_by_test_id("stDataFrame").bounding_box()
    press(page, box["x"] + 200, box["y"] + 35 * 2 + 12)
    assert "row=" in page.url
    words = page.locator("li .hit").first.inner_text()
    note = page.locator("li .note").first.inner_text()
    assert note.startswith("Speaker")
    page.get_by_role("button", name="Read it there").click()
    page.wait_for_url("**/read?**")
    settle(page)
    # the lens is as it was: the end of the passage is not a date, its article not a filter
    assert "is not a day" not in main(page)
    assert page.get_by_text("71 articles").first.is_visible()
    target = page.locator(".k-target")
    target.first.wait_for()
    assert target.first.is_visible()
    assert "".join(target.all_inner_texts()).split()[0] == words.split()[0]
    page.go_back()
    page.wait_for_url("**/quotes?**")
    settle(page)
    page.locator("li .hit").first.wait_for()
    assert page.locator("li .hit").first.inner_text() == words
    assert "article=" not in page.url
    assert "row=" in page.url
    assert "kind=direct" in page.url


def test_a_cell_of_the_matrix_opens_its_quotations(server, page):
    go(page, f"{server}/quotes?pile=demo&view=who+quotes+whom")
    plot = chart(page, "matrix")
    number = plot.locator(".heatmap-label text").nth(3)
    said, box = number.text_content(), number.bounding_box()
    for _ in range(5):
        press(page, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        if page.url.count("cell=") == 2:
            break
    assert page.url.count("cell=") == 2
    heading = page.locator("h3", has_text=" in ")
    heading.wait_for()
    outlet = heading.inner_text().split(" in ", 1)[1]
    assert page.get_by_text(f"{said} quotation", exact=False).first.is_visible()
    found = page.locator("li .from")
    found.first.wait_for()
    assert found.count() > 0
    assert all(outlet in line for line in found.all_inner_texts())


def test_a_bar_and_a_time_open_quotations(server, page):
    go(page, f"{server}/quotes?pile=demo&view=speakers")
    bar = chart(page, "quoted").locator(".bars .point").nth(2).bounding_box()
    # beside the bar is near enough
    press(page, bar["x"] + bar["width"] + 40, bar["y"] + bar["height"] / 2)
    assert "open=" in page.url
    name = page.locator("h3").nth(1).inner_text()
    page.get_by_text(f"Speaker: {name}").first.wait_for()
    time = chart(page, "speaker-time").locator(".bars .point").first.bounding_box()
    press(page, time["x"] + time["width"] / 2, time["y"] + time["height"] - 4)
    assert page.url.count("mark=") == 2
    assert page.get_by_role("button", name="All quotations").is_visible()


def test_a_wording_opens_its_passage(server, page):
    go(page, f"{server}/quotes?pile=demo&view=repeated")
    page.locator(".version a.words").nth(1).click()
    page.wait_for_url("**/read?**")
    settle(page)
    page.locator(".k-target").first.wait_for()


def test_marks_and_corrections_survive_a_reload_and_two_visitors_lose_nothing(own, fresh):
    address = f"{own}/quotes?pile=demo&view=check+these&seed=3"
    one, two = fresh(), fresh(width=390, height=844, dark=True)
    go(one, address)
    go(two, address)
    one.get_by_role("button", name="Both right").first.click()
    settle(one)
    row = two.locator("li").nth(1)
    row.get_by_role("group", name="Words").get_by_role("button", name="Right").click()
    settle(two)
    row.get_by_role("group", name="Speaker").get_by_role("button", name="Wrong").click()
    settle(two)
    # a wrong speaker asks who it was
    row.locator("select").select_option(label="Nobody with a name")
    row.get_by_role("button", name="Save").click()
    settle(two)
    assert "put right by a reader" in row.inner_text()
    one.reload()
    one.wait_for_selector("h1")
    settle(one)
    one.locator("li").first.wait_for()
    assert one.get_by_test_id("stMetricValue").all_inner_texts() == ["100%", "50%", "50%"]
    assert "1 of 2 · probably 9 to 91%" in main(one)
    second = one.locator("li").nth(1)
    assert "put right by a reader" in second.inner_text()
    # it holds on other views too
    quote = second.locator(".hit").first.inner_text()
    go(one, f"{own}/quotes?pile=demo&resolved=hand")
    assert "1 of " in main(one)
    go(one, address)
    one.locator("li").nth(1).get_by_role("button", name="Take the correction back").click()
    settle(one)
    assert quote in one.locator("li").nth(1).inner_text()
    assert "put right by a reader" not in one.locator("li").nth(1).inner_text()
    # the other visitor takes the last mark of its own back
    two.get_by_role("button", name="Undo").click()
    settle(two)
    assert row.get_by_role("group", name="Speaker").locator('[aria-pressed="true"]').count() == 0
    assert row.get_by_role("group", name="Words").locator('[aria-pressed="true"]').count() == 1


def test_a_name_that_is_typed(own, page):
    go(page, f"{own}/quotes?pile=demo&resolved=unresolved")
    box = page.get_by_test_id("stDataFrame").bounding_box()
    press(page, box["x"] + 200, box["y"] + 35 + 12)
    page.get_by_role("button", name="Put the speaker right").click()
    page.get_by_label("Who said it?").select_option(label="Another name …")
    page.get_by_label("Another name").fill("nobody of that name")
    page.locator("li form").get_by_role("button", name="Save").click()
    settle(page)
    assert "No name in this pile has “nobody of that name” in it" in main(page)
    # the form stays, to be filled in again
    page.get_by_label("Another name").fill("brekke")
    page.locator("li form").get_by_role("button", name="Save").click()
    settle(page)
    page.locator("li .note", has_text="Speaker: Dolores Brekke, put right by a reader").wait_for()

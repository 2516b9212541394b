"""Compare in a real browser: a word of the chart opens its passages in A and in B, and the address says it all."""

from .conftest import go, main, settle


def test_a_point_opens_its_passages_in_a_and_b(server, page, fresh):
    go(page, f"{server}/compare?pile=demo&by=topic")
    page.wait_for_selector(".st-key-keyness .scatterlayer .point", state="attached")
    point = page.locator(".st-key-keyness .scatterlayer .point").first
    point.scroll_into_view_if_needed()
    page.wait_for_timeout(800)
    box = point.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**row=**")
    settle(page)
    said = main(page)
    assert "In A: " in said
    assert "In B: " in said
    assert page.locator("ol li a").count() > 0
    # the same view in another browser
    second = fresh()
    go(second, page.url)
    assert "In A: " in main(second)
    # and from a passage to its place in the article
    page.locator("ol li a").first.click()
    page.wait_for_url("**/read?**at=**")


def test_a_word_of_a_cloud_opens_its_passages(server, page):
    go(page, f"{server}/compare?pile=demo&by=date&view=clouds")
    cloud = ".st-key-cloud_B_460 .scatterlayer text"
    page.wait_for_selector(cloud, state="attached")
    page.wait_for_timeout(800)
    found = page.locator(cloud).first
    found.scroll_into_view_if_needed()
    box = found.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**row=**")
    settle(page)
    assert found.text_content() in main(page)


def test_sides_are_chosen_and_swapped(server, page):
    go(page, f"{server}/compare?pile=demo")
    page.get_by_text("Before and after a day").click()
    page.wait_for_url("**by=date**")
    settle(page)
    assert "A · Before" in main(page)
    page.get_by_role("button", name="Swap A and B").click()
    page.wait_for_url("**b=2025**")
    settle(page)
    assert "B · Before" in main(page)
    page.go_back()
    settle(page)
    assert "A · Before" in main(page)


def test_a_bar_opens_the_articles_of_its_side(server, page):
    go(page, f"{server}/compare?pile=demo&by=outlet")
    bar = page.locator(".st-key-facing .barlayer .trace").nth(1).locator(".point path").first
    bar.wait_for(state="attached")
    bar.scroll_into_view_if_needed()
    page.wait_for_timeout(800)
    box = bar.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**mark=B**")
    settle(page)
    assert "B, " in main(page)


def test_two_views_of_any_kind(server, page):
    go(page, f"{server}/compare?pile=demo&by=any&words=harriers")
    page.get_by_role("button", name="Keep the present view here").first.click()
    page.wait_for_url("**a=words**")
    settle(page)
    page.get_by_role("button", name="Clear", exact=True).click()
    settle(page)
    said = main(page)
    assert "A · Words: harriers" in said
    assert "B · This view" in said


def test_a_row_of_the_table_opens_its_passages(server, page):
    go(page, f"{server}/compare?pile=demo&view=table")
    table = page.get_by_test_id("stDataFrame").first
    box = table.bounding_box()
    page.mouse.click(box["x"] + 60, box["y"] + 55)
    page.wait_for_url("**row=**")
    settle(page)
    assert "In A: " in main(page)

"""The frame in a real browser: cold deep links, the lens in the address bar, Back, the copied link."""

import pytest

from .conftest import go, main, serving, settle, until

PAGES = [
    "",
    "timelines",
    "quotes",
    "topics",
    "compare",
    "search",
    "read",
    "load",
    "entity?id=livia-tessaro",
    "corrections",
]


@pytest.mark.parametrize("path", ["quotes?words=gate", "timelines", "read"])
def test_a_deep_link_opens_on_a_server_that_nobody_has_visited(path, demo_home, tmp_path, fresh):
    with serving(demo_home, tmp_path / "log") as address:
        page = fresh()
        go(page, f"{address}/{path}")
        assert page.get_by_text("distinct stor").is_visible()  # the frame's lens
        assert page.get_by_role("dialog").count() == 0
        if "words" in path:
            assert page.get_by_role("textbox", name="Words").input_value() == "gate"
            assert "words=gate" in page.url
        # before the server goes: a page that has lost it says so in the console
        page.context.close()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_without_an_error(path, server, page):
    go(page, f"{server}/{path}")
    assert page.get_by_test_id("stException").count() == 0
    assert "Traceback" not in main(page)


def test_the_lens_survives_pages_and_back_undoes_it(server, page):
    go(page, f"{server}/?pile=demo")
    page.get_by_role("textbox", name="Words").fill("eel*")
    page.keyboard.press("Enter")
    settle(page)
    assert "words=eel" in page.url
    shown = page.get_by_text("of 71 articles").inner_text()
    page.get_by_role("link", name="Quotes").click()
    page.wait_for_url("**/quotes**")
    settle(page)
    assert "words=eel" in page.url
    assert page.get_by_text("of 71 articles").inner_text() == shown
    page.go_back()
    settle(page)
    assert "words=eel" in page.url
    page.go_back()
    settle(page)
    assert "words" not in page.url
    assert page.get_by_role("textbox", name="Words").input_value() == ""


def test_the_copied_link_opens_the_same_view(server, fresh):
    first = fresh()
    go(first, f"{server}/timelines?pile=demo&words=gate&grain=month")
    first.get_by_role("button", name="Copy link").click()
    first.wait_for_timeout(300)
    link = first.evaluate("navigator.clipboard.readText()")
    assert "v=" in link
    second = fresh()
    go(second, link)
    assert second.get_by_text("of 71 articles").inner_text() == first.get_by_text("of 71 articles").inner_text()
    assert until(second, lambda: main(second) == main(first))


BAD = [
    ("entity=nobody-at-all", "“nobody-at-all” is not in this pile"),
    ("from=soon", "is not a day"),
    ("topic=9999", "is not in this pile"),
    ("pile=elsewhere", "There is no pile “elsewhere” here"),
    ("words=(gate", "is not closed"),
    ("unit=pages", "is not one of articles, stories, outlets"),
    ("outlet=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "onerror"),
]


@pytest.mark.parametrize(("query", "words"), BAD)
def test_what_a_link_names_and_is_gone_is_said(query, words, server, page):
    dialogs = []
    page.on("dialog", lambda d: (dialogs.append(d.message), d.dismiss()))
    go(page, f"{server}/?{'' if query.startswith('pile') else 'pile=demo&'}{query}")
    assert words in main(page)
    assert not dialogs

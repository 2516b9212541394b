"""Names put right in a real browser: merge, undo, two visitors, and the alias file taken to another pile."""

import shutil
from pathlib import Path

import pytest

from .conftest import go, main, serving, settle, until

LANES = "timelines?pile=demo&lane=livia-tessaro&lane=bruno-tessaro"


@pytest.fixture(scope="module")
def own(demo_home: Path, tmp_path_factory):
    """A server on a copy of the demonstration, twice: what is corrected in one can be taken to the other."""
    home = tmp_path_factory.mktemp("names") / "home"
    shutil.copytree(demo_home, home)
    shutil.copytree(home / "piles" / "demo", home / "piles" / "second")
    note = home / "piles" / "second" / "pile.json"
    note.write_text(note.read_text(encoding="utf-8").replace('"demo"', '"second"'), encoding="utf-8")
    with serving(home, home / "log") as address:
        yield address


def lanes(page):
    """The names down the side of the timeline."""
    page.locator(".js-plotly-plot .ytick").first.wait_for()
    page.wait_for_timeout(500)
    return [" ".join(t.split()) for t in page.locator(".js-plotly-plot .ytick").all_text_contents()]


def test_merge_undo_and_the_alias_file(own, fresh, tmp_path):
    page, other = fresh(), fresh()
    go(other, f"{own}/{LANES}")
    assert len(lanes(other)) == 2
    go(page, f"{own}/corrections?pile=demo&id=livia-tessaro")
    page.get_by_text("Bruno Tessaro (").click()  # one of those written alike
    settle(page)
    assert "others=bruno-tessaro" in page.url
    page.get_by_role("button", name="Merge 2 names into one").click()
    settle(page)
    assert "“Bruno Tessaro” merged into “Livia Tessaro”" in main(page)
    # another visitor's timeline shows one, and says why
    go(other, f"{own}/{LANES}")
    assert "was merged into “Livia Tessaro”" in main(other)
    assert len(lanes(other)) == 1
    # the file, taken along
    page.get_by_role("button", name="Alias file").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save 1 correction").click()
    file = tmp_path / "names.csv"
    waiting.value.save_as(file)
    assert "merge,Bruno Tessaro,PERSON,Livia Tessaro" in file.read_text(encoding="utf-8-sig")
    page.keyboard.press("Escape")
    # undo: two again
    go(page, f"{own}/corrections?pile=demo&view=history")
    page.get_by_role("button", name="Undo", exact=True).first.click()
    settle(page)
    page.get_by_text("taken back").wait_for()
    go(other, f"{own}/{LANES}")
    assert len(lanes(other)) == 2
    # the other pile takes the file
    second = fresh()
    go(second, f"{own}/corrections?pile=second")
    second.get_by_role("button", name="Alias file").click()
    second.locator('input[type="file"]').set_input_files(file)
    second.get_by_text("1 correction loaded").wait_for()
    go(other, f"{own}/{LANES.replace('pile=demo', 'pile=second')}")
    assert len(lanes(other)) == 1


def test_a_suggestion_is_accepted_and_another_refused(own, page):
    go(page, f"{own}/corrections?pile=demo")
    page.locator("li .act.apart").first.wait_for()
    pair = page.locator("li:has(.act.apart)").first
    refused = pair.inner_text()
    pair.locator(".act.apart").click()
    page.get_by_text("kept apart").first.wait_for()
    assert until(page, lambda: pair.inner_text() != refused)
    settle(page)
    accepted = pair.inner_text()
    pair.locator(".act.merge").click()
    page.get_by_text("merged into").first.wait_for()
    assert until(page, lambda: pair.inner_text() != accepted)
    assert not {refused, accepted} & set(page.locator("li:has(.act.apart)").all_inner_texts())


def test_the_page_is_reached_from_where_names_are_seen(own, page):
    go(page, f"{own}/timelines?pile=demo")
    page.get_by_role("button", name="Put names right").click()
    page.wait_for_url("**/corrections**")
    settle(page)
    go(page, f"{own}/entity?pile=demo&id=bruno-tessaro")
    page.get_by_role("button", name="Put right").click()
    page.wait_for_url("**/corrections?**id=bruno-tessaro**")
    settle(page)
    assert "Bruno Tessaro" in main(page)


@pytest.mark.parametrize("path", ["corrections?view=suggestions", "corrections?view=all+names",
                                  "corrections?id=livia-tessaro&do=split"])  # fmt: skip
def test_it_fits_a_phone(path, own, fresh):
    page = fresh(width=390, height=844, dark=True)
    go(page, f"{own}/{path}&pile=demo")
    page.wait_for_timeout(800)
    assert page.evaluate("document.documentElement.scrollWidth") <= 391

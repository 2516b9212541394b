"""Loading in a real browser: files of three kinds, one of them bad; columns; the report; dates in bulk; piles."""

import json
import os
import signal
import subprocess

import pytest

from dateline import piles

from .conftest import go, main, serving, settle

STORY = (
    "Bakery on Mill Street reopens after the fire\n\n"
    "The bakery on Mill Street opened its doors again on Wednesday, eleven weeks after a fire in its oven room.\n\n"
    "“We sold out by nine,” said Marta Ellwood, who has run it since her father retired. She said the new oven "
    "had cost more than the old shop.\n\n"
    "The fire brigade had called the blaze an accident. The council said it would look at the alarm in the lane.\n"
)
TABLE = (
    "Nr;Kopf;Tag;Bericht\n"
    "1;Ferry back in service;03/04/2025;The ferry to Holm Island sailed again on Monday, said the harbour master, "
    "Ivo Brandt. It had been in dock for nine days, and the islanders had been fetched by fishing boats.\n"
    "2;School wins prize;04/04/2025;The school on Weir Lane won the county prize for its garden. “The beans did it,” "
    "said the head teacher, Ruth Osei, when the judges had left and the children were back in class.\n"
)


@pytest.fixture
def empty_server(tmp_path, monkeypatch):
    """A server whose demonstration pile is empty, so that nothing is built beside what the test loads."""
    home = tmp_path / "home"
    monkeypatch.setenv("DATELINE_HOME", str(home))
    piles.create("Demonstration (fictional)", "demo")
    with serving(home, tmp_path / "log") as address:
        yield address


def done(page):
    """Wait until the pile is built."""
    page.locator(".st-key-progress-stop").wait_for(state="attached", timeout=30_000)
    page.locator(".st-key-progress-stop").wait_for(state="detached", timeout=240_000)
    settle(page)


def test_files_are_loaded_reported_and_put_right(empty_server, page, tmp_path):
    (tmp_path / "bakery.txt").write_text(STORY)
    (tmp_path / "export.csv").write_text(TABLE)
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4\nbroken")
    go(page, f"{empty_server}/load")
    page.get_by_label("Name of the new pile").fill("Mill Street")
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
        [tmp_path / n for n in ("bakery.txt", "export.csv", "scan.pdf")]
    )
    page.get_by_text("which column is what?").wait_for()
    settle(page)
    # headings that no list knows, texts too short to be told by their length: the reader must say
    columns = page.locator(".st-key-columns-0")
    assert page.get_by_text("Choose the column that holds the text").is_visible()
    assert page.get_by_role("button", name="Add 3 files").is_disabled()
    for field, column in (("Text", "Bericht"), ("Headline", "Kopf")):
        columns.get_by_label(field, exact=True).click()
        page.get_by_role("option", name=column).click()
        settle(page)
    columns.get_by_text("day first").click()
    settle(page)
    page.get_by_role("button", name="Add 3 files").click()
    done(page)
    assert "4 articles given = 3 loaded + 0 given twice + 1 refused" in main(page)
    assert "scan.pdf" in main(page)
    assert "pile=mill-street" in page.url
    # the choice of columns is remembered for the next file with these headings
    page.get_by_text("Add articles", exact=True).click()
    settle(page)
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([tmp_path / "export.csv"])
    page.get_by_text("Text ← Bericht").wait_for()
    settle(page)
    assert "Headline ← Kopf" in page.locator(".st-key-columns-0").inner_text()
    # the bakery has no date: set it in bulk, and its Wednesday is known
    page.get_by_text("Put right", exact=True).click()
    settle(page)
    page.get_by_text("Without a date 1").click()
    settle(page)
    table = page.get_by_test_id("stDataFrame").bounding_box()
    page.mouse.click(table["x"] + 16, table["y"] + 16)  # the box that ticks all rows
    page.get_by_role("button", name="Set for 1 article").wait_for()
    page.locator(".st-key-bulk-published").get_by_role("spinbutton").first.click()
    page.keyboard.type("20250404", delay=60)
    page.get_by_role("button", name="Set for 1 article").click()
    done(page)
    go(page, f"{empty_server}/read?pile=mill-street")
    page.get_by_text("Bakery on Mill Street reopens").first.click()
    page.get_by_text("4 April 2025, set by hand").wait_for()
    settle(page)
    beside = page.locator(".st-key-dates")
    assert beside.get_by_text("2 April 2025").is_visible()  # the Wednesday before that Friday
    assert page.locator(".st-key-speakers").get_by_text("Marta Ellwood").is_visible()


def test_a_build_is_stopped_killed_and_gone_on_with(empty_server, page, tmp_path):
    (tmp_path / "some.jsonl").write_text(
        "\n".join(
            json.dumps({"title": f"Notice {n}", "text": STORY.replace("nine", f"{n + 10} o’clock")}) for n in range(9)
        )
    )
    go(page, f"{empty_server}/load")
    page.get_by_label("Name of the new pile").fill("Stop and go")
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([tmp_path / "some.jsonl"])
    page.get_by_role("button", name="Add 1 file").click()
    page.locator(".st-key-progress-stop button").click()
    page.get_by_text("Stopped. What was done is kept.").wait_for()
    # a fresh visit finds the same; what was not loaded yet is not lost
    go(page, f"{empty_server}/load?pile=stop-and-go&view=report")
    page.get_by_role("button", name="Go on").click()
    page.get_by_text("Reading names, quotations and dates").wait_for()
    found = subprocess.run(["pgrep", "-f", "dateline work stop-and-go"], capture_output=True, text=True, check=False)
    for process in found.stdout.split():
        os.kill(int(process), signal.SIGKILL)
    page.get_by_text("The work was interrupted.").wait_for()
    go(page, f"{empty_server}/load?pile=stop-and-go&view=report")
    assert "9 articles given = 9 loaded + 0 given twice + 0 refused" in main(page)
    page.get_by_role("button", name="Go on").click()
    done(page)
    assert "9 articles given = 9 loaded + 0 given twice + 0 refused" in main(page)
    assert not page.get_by_role("button", name="Go on").count()
    go(page, f"{empty_server}/quotes?pile=stop-and-go")
    page.get_by_text("Marta Ellwood").first.wait_for(state="attached")


def test_a_pile_of_which_nothing_could_be_read_says_so(empty_server, page, tmp_path):
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4\nbroken")
    go(page, f"{empty_server}/load")
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([tmp_path / "scan.pdf"])
    page.get_by_role("button", name="Add 1 file").click()
    page.get_by_text("Nothing could be read").wait_for()
    assert "Download or export it again" in main(page)
    pile = page.url.partition("pile=")[2].partition("&")[0]
    go(page, f"{empty_server}/quotes?pile={pile}")
    page.get_by_role("button", name="See why and what to do").click()
    page.get_by_text("the PDF is damaged or cut short").wait_for()


def test_a_pile_is_made_named_and_deleted(empty_server, page):
    go(page, f"{empty_server}/load?view=piles")
    page.get_by_label("A new pile").fill("Rivers <b>")
    page.get_by_role("button", name="Make it").click()
    page.get_by_text("Drop files here").wait_for()  # on to what goes into it
    settle(page)
    page.get_by_text("Piles", exact=True).click()
    settle(page)
    own = page.locator(".st-key-pile-rivers-b")
    assert "Rivers <b> · shown now" in own.inner_text()
    own.get_by_role("button", name="Copy its link").click()
    page.wait_for_timeout(300)
    assert "/?pile=rivers-b" in page.evaluate("navigator.clipboard.readText()")
    own.get_by_role("button", name="More").click()
    assert page.get_by_role("button", name="Delete the pile").is_disabled()
    page.get_by_text("Delete it, with all tags").click()
    settle(page)
    page.get_by_role("button", name="Delete the pile").click()
    settle(page)
    own.wait_for(state="detached")
    assert not (os.environ["DATELINE_HOME"] and any(p.id == "rivers-b" for p in piles.piles()))

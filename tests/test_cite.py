"""References: plain text, BibTeX, RIS."""

from datetime import date, datetime

import pytest

from dateline.cite import Reference

FULL = Reference(
    "Gate 3 & the sea", "The Post", ("Ada Smith", "Ben Lee"), datetime(2025, 3, 1), "https://x.org/a_b", "id1"
)
BARE = Reference("Is it over?")

PLAIN = [
    (FULL, "Ada Smith and Ben Lee. “Gate 3 & the sea.” The Post, 1 March 2025. https://x.org/a_b (seen 2 April 2025)."),
    (BARE, "“Is it over?” no date."),
    (Reference("", authors=("A", "B", "C")), "A, B and C. “Untitled.” no date."),
]


@pytest.mark.parametrize(("reference", "text"), PLAIN)
def test_plain(reference, text):
    assert reference.plain(date(2025, 4, 2)) == text


def test_bibtex_escapes():
    text = FULL.bibtex()
    assert text.startswith("@article{smith2025gate,\n")
    assert r"title = {{Gate 3 \& the sea}}," in text
    assert "url = {https://x.org/a_b}," in text
    assert "author" not in BARE.bibtex()


def test_braces_cannot_leave_their_field():
    assert r"\}" in Reference("a } , note = {b").bibtex()


def test_ris_has_a_line_a_tag():
    lines = FULL.ris().split("\r\n")
    assert lines[0] == "TY  - NEWS"
    assert [x for x in lines if x.startswith("AU")] == ["AU  - Ada Smith", "AU  - Ben Lee"]
    assert lines[-2:] == ["ER  - ", ""]
    assert "\n" not in Reference("two\nlines").ris().split("\r\n")[1]
